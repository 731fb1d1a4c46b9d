"""Clauses joined to the wrong word, relative clauses on the wrong noun, states taken for passives: put right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.misread import is_misread
from kg.extract.repairs import repair
from kg.extract.syntax import is_passive, nominals
from tests.extract.conftest import LEXICON, parsed, roles, token, words_of_the_package
from tests.extract.repairing import mended, place

SWALLOWED = """
    Norland backed/back the   union  and  Bell       {}      left/leave .
    NNP/GPE VBD         DT    NN     CC   NNP/PERSON {}      VBD        .
    nsubj:2 ROOT        det:4 dobj:2 cc:4 conj:4     {}      conj:2     punct:2
"""


def test_subject_taken_for_an_object() -> None:
    """A noun between "and" and a verb with a tense is its subject, and no object of the verb before."""
    doc = mended(SWALLOWED.format("again", "RB", "advmod:8"))
    assert place(doc, "Bell") == ("nsubj", "left")
    assert roles(doc, "backed") == ["actor: Norland", "recipient: the union"]


def test_object_before_a_joined_verb() -> None:
    """Another "and" before the verb leaves the noun where it is."""
    assert place(mended(SWALLOWED.format("and", "CC", "cc:2")), "Bell") == ("conj", "union")


SAID = """
    Norland said/say banks/bank {}     {}      .
    NNP/GPE VBD      NNS        {}     {}      .
    nsubj:2 ROOT     dobj:2     {}     ccomp:2 punct:2
"""


def test_subject_of_what_is_said() -> None:
    """What stands between "said" and a clause without subject is its subject."""
    assert place(mended(SAID.format("would", "pay", "MD", "VB", "aux:5")), "banks") == ("nsubj", "pay")


def test_object_before_an_infinitive() -> None:
    """An infinitive needs no subject."""
    assert place(mended(SAID.format("to", "pay", "TO", "VB", "aux:5")), "banks") == ("dobj", "said")


LIFTED = """
    Bell       said/say the   plan    failed/fail {}      and  {}      added/add so       .
    NNP/PERSON VBD      DT    NN      VBD         {}      CC   {}      VBD       RB       .
    nsubj:2    ROOT     det:4 nsubj:5 ccomp:2     punct:5 cc:5 nsubj:9 conj:5    advmod:9 punct:2
"""


@pytest.mark.parametrize(
    ("mark", "tag", "subject", "kind", "over"),
    [("—", ":", "he", "PRP", "said"), ("—", ":", "banks", "NNS", "failed"), ("yes", "UH", "he", "PRP", "failed")],
)
def test_report_after_a_report(mark: str, tag: str, subject: str, kind: str, over: str) -> None:
    """Behind a comma or a dash, "and he added" goes on with the report; what others add may be part of what is said."""
    gloss = LIFTED.replace("added/add", "claimed/claim").format(mark, subject, tag, kind)
    assert place(mended(gloss), "claimed") == ("conj", over)


CLAIMED = """
    Bell       said/say banks/bank failed/fail ,       and  Norland claimed/claim {}      wages/wage fell/fall .
    NNP/PERSON VBD      NNS        VBD         ,       CC   NNP/GPE VBD           {}      NNS        VBD       .
    nsubj:2    ROOT     nsubj:4    ccomp:2     punct:4 cc:4 nsubj:8 conj:4        {}      nsubj:11   ccomp:8   punct:2
"""


@pytest.mark.parametrize(("link", "tag", "over"), [("that", "IN", "said"), ("yes ", "UH", "failed")])
def test_report_of_another_after_a_report(link: str, tag: str, over: str) -> None:
    """A party that says something with "that" reports it beside the one before, else maybe within it."""
    relation = "mark:11" if link == "that" else "intj:11"
    assert place(mended(CLAIMED.format(link, tag, relation)), "claimed") == ("conj", over)


PAST = """
    Bell       wants/want acts/act that    {}       Norland and  {}      trade   .
    NNP/PERSON VBZ        NNS      WDT     {}       NNP/GPE CC   VBD     NN      .
    nsubj:2    ROOT       dobj:2   nsubj:5 relcl:3  dobj:5  cc:2 conj:2  dobj:8  punct:2
"""


@pytest.mark.parametrize(("first", "tag", "over"), [("stopped/stop", "VBD", "stopped"), ("stop", "VBP", "wants")])
def test_past_form_under_a_present_one(first: str, tag: str, over: str) -> None:
    """A past form is joined to the last past form before it, and stays where there is none."""
    assert place(mended(PAST.format(first, "cut", tag)), "cut") == ("conj", over)


def test_verb_of_one_after_a_verb_of_several() -> None:
    """The verb of several cannot share its subject with a verb of one."""
    gloss = """
        Bell       knows/know banks/bank lie     and  hates/hate it     .
        NNP/PERSON VBZ        NNS        VBP     CC   VBZ        PRP    .
        nsubj:2    ROOT       nsubj:4    ccomp:2 cc:4 conj:4     dobj:6 punct:2
    """
    assert place(mended(gloss), "hates") == ("conj", "knows")
    same = gloss.replace("banks/bank", "a/bank    ").replace("NNS", "NN ").replace("lie ", "lies").replace("VBP", "VBZ")
    assert place(mended(same), "hates") == ("conj", "lies")


def test_correlated_objects() -> None:
    """What stands after "but also" is sold as well."""
    doc = mended("""
        Norland sold/sell not       only     mines/mine to       Sudria  but  mills/mill .
        NNP/GPE VBD       RB        RB       NNS        IN       NNP/GPE CC   NNS        .
        nsubj:2 ROOT      preconj:5 advmod:3 dobj:2     dative:2 pobj:6  cc:2 conj:2     punct:2
    """)
    assert place(doc, "mills") == ("conj", "mines")


AGREE = """
    He      met/meet {}     in     Norland who     {}      money  .
    PRP     VBD      {}     IN     NNP/GPE WP      {}      NN     .
    nsubj:2 ROOT     dobj:2 prep:3 pobj:4  nsubj:7 relcl:5 dobj:7 punct:2
"""


def test_relative_clause_of_another_number() -> None:
    """A clause about several belongs to the noun above that is several; one that agrees stays."""
    several = """
        The   pact    of     two      men/man that    {}      ended/end hurts/hurt it     .
        DT    NN      IN     CD       NNS     WDT     {}      VBN       VBZ        PRP    .
        det:2 nsubj:9 prep:2 nummod:5 pobj:3  nsubj:8 aux:8   relcl:5   ROOT       dobj:9 punct:9
    """
    assert place(mended(several.format("has/have", "VBZ")), "ended") == ("relcl", "pact")
    assert place(mended(several.format("have", "VBP")), "ended") == ("relcl", "men")


def test_clause_that_agrees_with_no_noun() -> None:
    """A clause about one whose noun is several, and none else stands above, is misread."""
    gloss = """
        Men/man that    {}      ended/end it     left/leave .
        NNS     WDT     {}      VBN       PRP    VBD        .
        nsubj:6 nsubj:4 aux:4   relcl:1   dobj:4 ROOT       punct:6
    """
    assert is_misread(token(mended(gloss.format("has/have", "VBZ")), "ended"))
    assert not is_misread(token(mended(gloss.format("have", "VBP")), "ended"))


GAP = """
    Norland knows/know what   he      {}      to    {}      .
    NNP/GPE VBZ        WP     PRP     VBZ     TO    VB      .
    nsubj:2 ROOT       dobj:5 nsubj:5 ccomp:2 aux:7 xcomp:5 punct:2
"""


@pytest.mark.parametrize(("verb", "over"), [("tries/try", "see"), ("asks/ask", "asks")])
def test_gap_of_a_lower_infinitive(verb: str, over: str) -> None:
    """What he tries to see is seen; what he asks for is asked."""
    assert place(mended(GAP.format(verb, "see")), "what") == ("dobj", over)


def test_gap_of_the_upper_verb() -> None:
    """An infinitive with an object of its own has no other."""
    doc = mended("""
        He      had/have a     loss   that   he      used/use to    avoid   taxes/tax .
        PRP     VBD      DT    NN     WDT    PRP     VBD      TO    VB      NNS       .
        nsubj:2 ROOT     det:4 dobj:2 dobj:9 nsubj:7 relcl:4  aux:9 xcomp:7 dobj:9    punct:2
    """)
    assert place(doc, "that") == ("dobj", "used")


STATE = """
    Norland     is/be     {}     {}     a     war    .
    NNP/GPE     VBZ       VBN    IN     DT    NN     .
    nsubjpass:3 auxpass:3 ROOT   prep:3 det:6 pobj:4 punct:3
"""


@pytest.mark.parametrize(
    ("verb", "word", "passive"),
    [("engaged/engage", "in", False), ("engaged/engage", "after", True), ("attacked/attack", "in", True)],
)
def test_state_taken_for_a_passive(verb: str, word: str, passive: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who is engaged in a war wages it."""
    doc = mended(STATE.format(verb, word))
    assert is_passive(token(doc, verb.partition("/")[0])) is passive


def test_ahead_by_so_much() -> None:
    """Who is shown ahead is shown, and given no points."""
    doc = mended("""
        Polls/poll show   her/she  ahead    three    points/point .
        NNS        VBP    PRP      RB       CD       NNS          .
        nsubj:2    ROOT   dative:2 advmod:2 nummod:6 dobj:2       punct:2
    """)
    assert (place(doc, "her"), place(doc, "points")) == (("dobj", "show"), ("npadvmod", "ahead"))


LIST = """
    They    saw/see Ana        and  Bo         ,       who     {}      won/win .
    PRP     VBD     NNP/PERSON CC   NNP/PERSON ,       WP      {}      VBN     .
    nsubj:2 ROOT    dobj:2     cc:3 conj:3     punct:3 nsubj:9 aux:9   relcl:3 punct:2
"""


@pytest.mark.parametrize(("form", "tag", "expected"), [("has/have", "VBZ", ["Bo"]), ("have", "VBP", ["Ana", "Bo"])])
def test_relative_clause_after_a_list(form: str, tag: str, expected: list[str]) -> None:
    """Behind a comma, a clause about one is about the last; a clause about several is about all."""
    doc = parsed(LIST.format(form, tag))
    assert [each.text for each in nominals(token(doc, "who"))] == expected


PERFECT = """
    Bell        ,       who         's/be     called/call {}     a     {}     ,       left/leave .
    NNP/PERSON  ,       WP          VBZ       VBN         {}     DT    NN     ,       VBD        .
    nsubj:10    punct:1 nsubjpass:5 auxpass:5 relcl:1     {}     det:8 {}     punct:1 ROOT       punct:10
"""


def test_contracted_has() -> None:
    """Who's called for a vote has called; who's called a thief is called so."""
    assert not is_passive(token(parsed(PERFECT.format("for", "vote", "IN", "prep:5", "pobj:6")), "called"))
    assert is_passive(token(parsed(PERFECT.format("now", "thief", "RB", "advmod:5", "oprd:5")), "called"))


def test_listeners_of_a_programme() -> None:
    """A programme is nobody: those named before it in the phrase of the same verb are meant."""
    doc = mended("""
        He      took/take calls/call from   envoys/envoy to     his    show   who     voted/vote .
        PRP     VBD       NNS        IN     NNS          IN     PRP$   NN     WP      VBD        .
        nsubj:2 ROOT      dobj:2     prep:3 pobj:4       prep:2 poss:8 pobj:6 nsubj:10 relcl:8   punct:2
    """)
    assert place(doc, "voted") == ("relcl", "envoys")


def test_modal_without_subject() -> None:
    """Of two joined objects the one right before a modal is its subject."""
    doc = mended("""
        Some    would choose Bell       and  most   would back    Cole       .
        DT      MD    VB     NNP/PERSON CC   NNS    MD    VB      NNP/PERSON .
        nsubj:3 aux:3 ROOT   dobj:3     cc:4 conj:4 aux:8 xcomp:3 dobj:8     punct:3
    """)
    assert place(doc, "most") == ("nsubj", "back")
    assert place(doc, "back") == ("conj", "choose")


SETTING = """
    In      May    the   bill    Bell       had/have backed/back {}     failed/fail .
    IN      NNP    DT    NN      NNP/PERSON VBD      VBN         {}     VBD         .
    prep:7  pobj:1 det:4 nsubj:9 nsubj:7    aux:7    relcl:4     {}     ROOT        punct:9
"""


def test_setting_before_a_noun() -> None:
    """When something was, as told before a noun, is told of the main verb and not of the clause behind the noun."""
    doc = mended(SETTING.format("then", "RB", "advmod:7"))
    assert place(doc, "In") == ("prep", "failed")
    assert place(doc, "then") == ("advmod", "backed")


def test_that_for_an_object() -> None:
    """A clause with "that" for its object is one of the noun before it."""
    doc = mended("""
        It      keeps/keep the   image  that   they    admire/admire .
        PRP     VBZ        DT    NN     IN     PRP     VBP           .
        nsubj:2 ROOT       det:4 dobj:2 dobj:7 nsubj:7 ccomp:2       punct:2
    """)
    assert place(doc, "admire") == ("relcl", "image")


def test_verb_behind_an_aside() -> None:
    """Behind the dashes of an aside goes on what stood before them."""
    gloss = """
        After   entering/enter the   hall   {}      which   was/be  shut    {}      and   seizing/seize it      .
        IN      VBG            DT    NN     {}      WDT     VBD     JJ      {}      CC    VBG           PRP     .
        ROOT    pcomp:1        det:4 dobj:2 punct:4 nsubj:7 relcl:4 acomp:7 punct:7 cc:7  conj:7        dobj:11 punct:1
    """
    assert place(mended(gloss.format("—", "—", ":", ":")), "seizing") == ("conj", "entering")


REPLIED = """
    They    said/say it      failed/fail ,       and  the    mayor    replied/reply {}      no      {}      .
    PRP     VBD      PRP     VBD         ,       CC   DT     NN       VBD           ``      UH      ''      .
    nsubj:2 ROOT     nsubj:4 ccomp:2     punct:4 cc:4 det:8  nsubj:9  conj:4        punct:11 ccomp:9 punct:11 punct:2
"""


def test_reply_behind_a_report() -> None:
    """Whose words follow in marks is told of beside what is said, and is no part of it."""
    doc = parsed(REPLIED.format("“", "”"))
    repair(doc, words_of_the_package())
    assert place(doc, "replied") == ("conj", "said")
    doc = parsed(REPLIED.format(",", ","))
    repair(doc, words_of_the_package())
    assert place(doc, "replied") == ("conj", "failed")


SIEGE = """
    The   town    {}      in     ruins/ruin and  guarded/guard by      troops/troop .
    DT    NN      VBZ     IN     NNS        CC   VBN           IN      NNS          .
    det:2 nsubj:3 ROOT    prep:3 pobj:4     cc:3 conj:3        agent:7 pobj:8       punct:3
"""


def test_participle_joined_to_a_state() -> None:
    """What remains in ruins and guarded is what others guard."""
    doc = mended(SIEGE.format("remains/remain"))
    assert roles(doc, "guarded") == ["theme: The town", "actor: troops"]


def test_participle_joined_to_a_deed() -> None:
    """Behind another verb the participle stays joined to it."""
    assert place(mended(SIEGE.format("trades/trade")), "guarded") == ("conj", "trades")


ADDRESSED = """
    As     you     said/say ,       {}         ,       {}      jumped/jump .
    IN     PRP     VBD      ,       NNP/PERSON ,       {}      VBD         .
    mark:3 nsubj:3 advcl:8  punct:8 nsubj:8    punct:5 appos:5 ROOT        punct:8
"""


def test_name_that_is_addressed() -> None:
    """One person is not several: the name is called out to, and the others do it."""
    doc = mended(ADDRESSED.format("Dahl", "people", "NNS"))
    assert roles(doc, "jumped") == ["actor: people"]


def test_name_with_its_office() -> None:
    """One person may be a minister."""
    assert place(mended(ADDRESSED.format("Dahl", "minister", "NN")), "Dahl") == ("nsubj", "jumped")


def test_past_behind_a_task() -> None:
    """A past form joined to an infinitive under a noun is of the verb that has the noun."""
    doc = mended("""
        They        were/be   given/give tasks/task to    perform and  competed/compete .
        PRP         VBD       VBN        NNS        TO    VB      CC   VBD              .
        nsubjpass:3 auxpass:3 ROOT       dobj:3     aux:6 relcl:4 cc:6 conj:6           punct:3
    """)
    assert place(doc, "competed") == ("conj", "given")


DETAILS = """
    The   minister said/say the   men    {}     ill     {}      could {}     give   details/detail .
    DT    NN       VBD      DT    NNS    VBD    JJ      CC      MD    RB     VB     NNS            .
    det:2 nsubj:3  ROOT     det:5 nsubj:6 ccomp:3 acomp:6 cc:6  aux:11 {}    conj:6 dobj:11        punct:3
"""


@pytest.mark.parametrize(
    ("link", "rest", "expected"),
    [("but", ("not", "neg:11"), "said"), ("but", ("still", "advmod:11"), "fell"), ("and", ("not", "neg:11"), "fell")],
)
def test_what_is_not_told(link: str, rest: tuple[str, str], expected: str) -> None:
    """Who said so "but could not give details" gave none himself; behind "and" it is of those he speaks of."""
    doc = parsed(DETAILS.format("fell/fall", link, *rest))
    repair(doc, replace(LEXICON, words={"withholding": frozenset({"give"})}))
    assert place(doc, "give") == ("conj", expected)


THERE = """
    Bell       went/go in     where    the   {}        {}    and  {}     them    .
    NNP/PERSON VBD     IN     WRB      DT    NNS       VBD   CC   VBD    PRP     .
    nsubj:2    ROOT    prep:2 advmod:7 det:6 nsubj:7   {}    cc:7 conj:7 dobj:9  punct:2
"""


@pytest.mark.parametrize("relation", ["advcl:2", "ccomp:2"])
def test_who_does_it_to_them(relation: str) -> None:
    """Who goes in where others sat and paid them has paid: nobody does so to himself as "them"."""
    doc = mended(THERE.format("envoys/envoy", "sat/sit", "paid/pay", relation))
    assert roles(doc, "paid") == ["actor: Bell", "recipient: them"]


SHIRT = """
    The   shirt   {}     {}     by      Bell       .
    DT    NN      VBN    {}     IN      NNP/PERSON .
    det:2 nsubj:3 ROOT   advmod:3 agent:3 pobj:5   punct:3
"""


@pytest.mark.parametrize(
    ("verb", "after", "expected"),
    [("emanated/emanate", "again", False), ("printed/print", "again", True)],
)
def test_agent_of_what_nobody_does(verb: str, after: str, expected: bool) -> None:  # noqa: FBT001 (what is expected)
    """What only comes about has no agent, unless "by" stands right behind it."""
    doc = mended(SHIRT.format(verb, after, "RB"))
    assert is_passive(token(doc, verb.partition("/")[0])) is expected


@pytest.mark.parametrize(
    ("mark", "comma", "expected"), [("While", ",", "said"), ("As", ",", "left"), ("While", "-", "left")]
)
def test_content_taken_for_a_clause(mark: str, comma: str, expected: str) -> None:
    """What stands right behind a report that opens a sentence is what it says, where a comma ends that."""
    doc = mended(f"""
        {mark} she     said/say the   bank    sold/sell it     {comma} Bell       left/leave .
        IN     PRP     VBD      DT    NN      VBD       PRP    {comma} NNP/PERSON VBD        .
        mark:3 nsubj:3 advcl:6  det:5 nsubj:6 ccomp:10  dobj:6 punct:10 nsubj:10  ROOT       punct:10
    """)
    assert place(doc, "sold") == ("ccomp", expected)


def test_participle_with_another_agent() -> None:
    """A vote that is hailed by some is rejected by others, and not by those who held it."""
    doc = mended(
        """
        Norland held/hold votes/vote hailed/hail by      Bell       but  {}        by      Cole       .
        NNP/GPE VBD       NNS        VBN         IN      NNP/PERSON CC   VBN       IN      NNP/PERSON .
        nsubj:2 ROOT      dobj:2     acl:3       agent:4 pobj:5     cc:2 conj:2    agent:8 pobj:9     punct:2
    """.format("rejected/reject")
    )
    assert place(doc, "rejected") == ("conj", "hailed")
    assert roles(doc, "rejected") == ["theme: votes", "actor: Cole"]
