"""Verbs of a series joined too high or too low, and nouns given to the wrong verb: put right."""

from __future__ import annotations

import pytest

from kg.extract.repairs import repair
from tests.extract.conftest import parsed, roles, token, words_of_the_package
from tests.extract.repairing import mended, place

COUNTED = """
    Five     percent  back/back Bell       and  one      percent     {}        Dahl       .
    CD       NN       VBP       NNP/PERSON CC   CD       NN          VBP       NNP/PERSON .
    nummod:2 nsubj:3  ROOT      dobj:3     cc:4 nummod:7 compound:8  conj:3    dobj:8     punct:3
"""


def test_noun_taken_for_a_part_of_a_verb() -> None:
    """A counted noun right before a verb with a tense is its subject."""
    assert roles(mended(COUNTED.format("support/support")), "support")[0] == "actor: one percent"


PERSUADED = """
    She     spoke/speak {}  ,       persuading/persuade buyers/buyer like   mills/mill ,       to     pay    .
    PRP     VBD         RB  ,       VBG                 NNS          IN     NNS        ,       TO     VB     .
    nsubj:2 ROOT        advmod:2 punct:2 advcl:2        dobj:5       prep:5 pobj:7     punct:5 aux:11 conj:5 punct:2
"""


def test_infinitive_behind_an_object_that_controls_it() -> None:
    """An infinitive that no "and" joins belongs to the verb that asks for it."""
    doc = mended(PERSUADED.format("again"))
    assert place(doc, "pay") == ("xcomp", "persuading")
    assert roles(doc, "pay") == ["actor: buyers"]


def test_infinitive_behind_a_verb_that_asks_nobody() -> None:
    """A verb that asks nobody to do anything is given no infinitive."""
    assert place(mended(PERSUADED.format("again").replace("persuading/persuade", "meeting/meet")), "pay")[0] == "conj"


SERIES = """
    Bell    wants/want to    show   that   Dahl    hopes/hope to    cut     taxes/tax {}      build   roads/road .
    NNP     VBZ        TO    VB     IN     NNP     VBZ        TO    VB      NNS       {}      VB      NNS        .
    nsubj:2 ROOT       aux:4 xcomp:2 mark:7 nsubj:7 ccomp:4   aux:9 xcomp:7 dobj:9    {}      conj:4  dobj:12    punct:2
"""


def test_bare_form_behind_a_comma() -> None:
    """A bare form right behind a comma is one of the series that the last infinitive opens."""
    doc = mended(SERIES.format(",", ",", "punct:4"))
    assert place(doc, "build") == ("conj", "cut")
    assert roles(doc, "build")[0] == "actor: Dahl"


def test_bare_form_behind_and() -> None:
    """Behind "and" it stays with the verb that the parse joins it to."""
    assert place(mended(SERIES.format("and", "CC", "cc:4")), "build") == ("conj", "show")


SEE = """
    Banks   {}     it     as     a     chance to    cut    taxes/tax ,       build  roads/road .
    NNS     {}     PRP    IN     DT    NN     TO    VB     NNS       ,       VB     NNS        .
    nsubj:2 ROOT   dobj:2 prep:2 det:6 pobj:4 aux:8 acl:6  dobj:8    punct:2 conj:2 dobj:11    punct:2
"""


def test_bare_form_under_a_main_verb_without_auxiliary() -> None:
    """A main verb with a subject and no auxiliary is no infinitive, whatever the tagger says: a series opens below."""
    assert place(mended(SEE.format("see", "VB")), "build") == ("conj", "cut")


ASKS = """
    Bell    {}     Dahl   to    go      and  {}      it      .
    NNP     {}     NNP    TO    VB      CC   {}      PRP     .
    nsubj:2 ROOT   dobj:2 aux:5 xcomp:2 cc:5 conj:5  dobj:7  punct:2
"""


@pytest.mark.parametrize(
    ("first", "second"), [(("asks/ask", "VBZ"), ("says/say", "VBZ")), (("asked/ask", "VBD"), ("said/say", "VBD"))]
)
def test_tensed_form_behind_an_infinitive(first: tuple[str, str], second: tuple[str, str]) -> None:
    """A tensed form behind "and" goes on with the verb of its tense, and not with an infinitive."""
    doc = mended(ASKS.format(first[0], second[0], first[1], second[1]))
    assert place(doc, second[0].partition("/")[0]) == ("conj", first[0].partition("/")[0])


def test_tensed_form_without_one_of_its_tense() -> None:
    """Where no verb of its tense stands above, it stays where the parse has it."""
    assert place(mended(ASKS.format("asked/ask", "says/say", "VBD", "VBZ")), "says") == ("conj", "go")


ARMS = """
    Bell    stood/stand {}     her    arms/arm crossed/cross and  {}     ,       leaving/leave Dahl   .
    NNP     VBD         IN     PRP$   NNS      VBN           CC   VBD    ,       VBG           NNP    .
    nsubj:2 ROOT        mark:6 poss:5 nsubj:6  advcl:2       cc:6 conj:6 punct:8 advcl:8       dobj:10 punct:2
"""


def test_verb_behind_an_absolute_phrase() -> None:
    """Who stands with his arms crossed and smiles does both; his arms do not smile."""
    doc = mended(ARMS.format("with", "smiled/smile"))
    assert place(doc, "smiled") == ("conj", "stood")
    assert "actor: Bell" in roles(doc, "leaving")


def test_verb_behind_a_clause() -> None:
    """Behind a clause with "as" the verb stays where it is."""
    assert place(mended(ARMS.format("as", "smiled/smile")), "smiled") == ("conj", "crossed")


WOULD = """
    Bell    {}    it      would {}      jobs/job ,       but  would hurt   banks/bank .
    NNP     {}    PRP     MD    VB      NNS      ,       CC   MD    VB     NNS        .
    nsubj:2 ROOT  nsubj:5 aux:5 ccomp:2 dobj:5   punct:2 cc:2 aux:10 conj:2 dobj:10   punct:2
"""


def test_two_things_that_would_be() -> None:
    """What would be is joined to what somebody says now would be."""
    doc = mended(WOULD.format("says/say", "cut", "VBZ"))
    assert place(doc, "hurt") == ("conj", "cut")
    assert roles(doc, "hurt")[0] == "actor: it"


def test_who_said_so_and_would() -> None:
    """Behind a report in the past the same form may be the speaker's own."""
    assert place(mended(WOULD.format("said/say", "cut", "VBD")), "hurt") == ("conj", "said")


TOLD = """
    Bell    praised/praise the   man    who     {}      {}       the   bank   had    lied/lie .
    NNP     VBD            DT    NN     WP      VBD     PRP      DT    NN     VBD    VBN      .
    nsubj:2 ROOT           det:4 dobj:2 nsubj:6 relcl:4 {}       det:9 dobj:6 aux:11 conj:2   punct:2
"""


def test_subject_of_what_somebody_is_told() -> None:
    """Whoever is told something is told what the second noun and the verb behind it say."""
    doc = mended(TOLD.format("told/tell", "us", "dative:6"))
    assert place(doc, "lied") == ("ccomp", "told")
    assert roles(doc, "lied")[0] == "actor: the bank"


def test_gift_before_a_verb() -> None:
    """What somebody is given is no subject of a verb behind it."""
    assert place(mended(TOLD.format("gave/give", "us", "dative:6")), "lied") == ("conj", "praised")


CONTACT = """
    It      was/be {}    place  Bell       {}   Dahl       found/find some   peace  .
    PRP     VBD    DT    NN     NNP/PERSON {}   NNP/PERSON VBD        DT     NN     .
    nsubj:2 ROOT   det:4 attr:2 attr:2     {}   nsubj:8    conj:2     det:10 dobj:8 punct:2
"""


def test_clause_without_pronoun_of_two() -> None:
    """Two names and a verb behind a noun are a clause about it, and both do what it says."""
    doc = mended(CONTACT.format("a", "and", "CC", "cc:5"))
    assert place(doc, "found") == ("relcl", "place")
    assert roles(doc, "found")[:2] == ["actor: Bell", "actor: Dahl"]


WHILE = """
    They    let/let banks/bank tell    us     it      is/be   sound  {}     telling/tell others/other no     .
    PRP     VBP     NNS        VB      PRP    PRP     VBZ     JJ     IN     VBG          NNS          UH     .
    nsubj:2 ROOT    nsubj:4    ccomp:2 dobj:4 nsubj:7 ccomp:4 acomp:7 mark:10 advcl:7    dobj:10      intj:10 punct:2
"""


def test_verb_that_is_repeated() -> None:
    """A participle with "while" goes with the verb that it repeats."""
    doc = mended(WHILE.format("while"))
    assert place(doc, "telling") == ("advcl", "tell")
    assert roles(doc, "telling")[0] == "actor: banks"


def test_verb_that_is_not_repeated() -> None:
    """Another verb stays where the parse has it."""
    assert place(mended(WHILE.format("while").replace("telling/tell", "costing/cost")), "costing") == ("advcl", "is")


JOINED = """
    They    seek/seek to    {}     losses/loss and  banks/bank look/look to    grow    .
    PRP     VBP       TO    VB     NNS         CC   NNS        VBP       TO    VB      .
    nsubj:2 ROOT      aux:4 xcomp:2 nsubj:8    cc:5 conj:5     conj:2    aux:10 xcomp:8 punct:2
"""


def test_object_taken_for_a_subject() -> None:
    """The first of two nouns behind an infinitive that has no object is its object."""
    doc = mended(JOINED.format("cut"))
    assert place(doc, "losses") == ("dobj", "cut")
    assert roles(doc, "look")[0] == "actor: banks"


def test_verb_without_object_before_two_subjects() -> None:
    """A verb that takes no object is given none."""
    assert place(mended(JOINED.format("arrive")), "losses") == ("nsubj", "look")


CHANCE = """
    The   {}      that   Bell    has/have to    speak   to     us     ended/end .
    DT    NN      IN     NNP     VBZ      TO    VB      IN     PRP    VBD       .
    det:2 nsubj:10 mark:5 nsubj:5 acl:2   aux:7 xcomp:5 prep:7 pobj:8 ROOT      punct:10
"""


def test_chance_that_somebody_has() -> None:
    """What somebody has a chance to do he need not do."""
    doc = parsed(CHANCE.format("chance"))
    repair(doc, words_of_the_package())
    assert place(doc, "speak") == ("acl", "chance")
    assert roles(doc, "speak")[0] == "actor: Bell"


def test_duty_that_somebody_has() -> None:
    """Under another noun he has to do it."""
    assert place(mended(CHANCE.format("rule")), "speak") == ("xcomp", "has")


LOOSE = """
    Bell       took/take the   bag    ,       {}       left/leave there    .
    NNP/PERSON VBD       DT    NN     ,       RB       VBD        RB       .
    nsubj:2    ROOT      det:4 dobj:2 punct:2 advmod:7 dep:2      advmod:7 punct:2
"""


def test_verb_behind_then() -> None:
    """What somebody then did is the next of a series."""
    doc = mended(LOOSE.format("then"))
    assert place(doc, "left") == ("conj", "took")
    assert roles(doc, "left")[0] == "actor: Bell"


def test_verb_behind_nothing_that_joins_it() -> None:
    """Behind another word no rule tells what a verb belongs to."""
    assert place(mended(LOOSE.format("reportedly")), "left")[0] == "dep"


def test_bare_form_between_two_others() -> None:
    """Between two infinitives a bare form is one of the list."""
    gloss = """
        Bell       hopes/hope to    cut     taxes/tax ,       build/build roads/road and  open   mines/mine .
        NNP/PERSON VBZ        TO    VB      NNS       ,       VB          NNS        CC   VB     NNS        .
        nsubj:2    ROOT       aux:4 xcomp:2 dobj:4    punct:4 dep:4       dobj:7     cc:7 conj:7 dobj:10    punct:2
    """
    doc = mended(gloss)
    assert place(doc, "build") == ("conj", "cut")
    assert roles(doc, "open")[0] == "actor: Bell"


def test_form_that_may_be_past_or_bare() -> None:
    """Beside a present, "cut" is what somebody plans, and no past."""
    doc = mended("""
        Norland plans/plan to    close   mines/mine ,       cut    wages/wage and  leave  .
        NNP/GPE VBZ        TO    VB      NNS        ,       VBD    NNS        CC   VB     .
        nsubj:2 ROOT       aux:4 xcomp:2 dobj:4     punct:4 conj:2 dobj:7     cc:7 conj:4 punct:2
    """)
    assert place(doc, "cut") == ("conj", "close")
    assert token(doc, "cut").tag_ == "VB"


def test_form_beside_a_bare_one() -> None:
    """What is joined to a bare form is bare."""
    doc = mended("""
        Norland hopes/hope to    close   mines/mine and  cut    wages/wage .
        NNP/GPE VBZ        TO    VB      NNS        CC   VBD    NNS        .
        nsubj:2 ROOT       aux:4 xcomp:2 dobj:4     cc:4 conj:4 dobj:7     punct:2
    """)
    assert token(doc, "cut").tag_ == "VB"
