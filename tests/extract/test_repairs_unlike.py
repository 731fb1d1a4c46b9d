"""Adjectives joined to nouns, and verb phrases joined to objects: put right."""

from __future__ import annotations

import pytest

from kg.extract.repairs import repair
from tests.extract.conftest import parsed, roles, token, words_of_the_package
from tests.extract.repairing import mended, place

WORLD = """
    Bell       was/be      praised/praise by      the   medical ,       legal  and    {}      world  .
    NNP/PERSON VBD         VBN            IN      DT    JJ      ,       JJ     CC     JJ      NN     .
    nsubjpass:3 auxpass:3  ROOT           agent:3 det:6 pobj:4  punct:6 conj:6 cc:8   amod:11 conj:8 punct:3
"""


def test_adjectives_that_share_a_noun() -> None:
    """The medical, legal and political world is one."""
    doc = mended(WORLD.format("political"))
    assert place(doc, "world") == ("pobj", "by")
    assert roles(doc, "praised")[1:] == ["actor: the medical, legal and political world"]


def test_adjective_that_stands_for_somebody() -> None:
    """The wounded and other people are two."""
    gloss = """
        Bell       helped/help the   wounded and  other  people .
        NNP/PERSON VBD         DT    JJ      CC   JJ     NNS    .
        nsubj:2    ROOT        det:4 dobj:2  cc:4 amod:7 conj:4 punct:2
    """
    assert place(mended(gloss), "people") == ("conj", "wounded")


def test_noun_behind_an_aside_between_adjectives() -> None:
    """What is open for legal, and so public, use is for one use."""
    gloss = """
        Bell       made/make files/file open    for    legal  ,       and  so       public ,       use    .
        NNP/PERSON VBD       NNS        JJ      IN     JJ     ,       CC   RB       JJ     ,       NN     .
        nsubj:2    ROOT      nsubj:4    ccomp:2 prep:4 pobj:5 punct:6 cc:6 advmod:10 conj:6 punct:2 dobj:2 punct:2
    """
    assert place(mended(gloss), "use") == ("pobj", "for")


CLOSED = """
    Bell       has/have closed/close schools/school and  {}            {}     .
    NNP/PERSON VBZ      VBN          NNS            CC   VBN           NNS    .
    nsubj:3    aux:3    ROOT         dobj:3         cc:4 amod:7        conj:4 punct:3
"""


def test_participle_before_a_noun_joined_to_an_object() -> None:
    """Who has closed schools and grounded flights has done both."""
    doc = parsed(CLOSED.format("blocked/block", "roads/road"))
    repair(doc, words_of_the_package())
    assert place(doc, "blocked") == ("conj", "closed")
    assert place(doc, "roads") == ("dobj", "blocked")
    assert roles(doc, "blocked") == ["actor: Bell", "theme: roads"]


@pytest.mark.parametrize(("participle", "noun"), [("experienced/experience", "teachers/teacher")])
def test_participle_that_only_describes(participle: str, noun: str) -> None:
    """A participle that tells a state describes its noun."""
    doc = mended(CLOSED.format(participle, noun), words_of_the_package())
    assert place(doc, participle.partition("/")[0])[0] == "amod"


def test_noun_in_a_list_of_verbs() -> None:
    """Between two verbs of a list, a word before a noun that may be a verb is one."""
    gloss = """
        Bell       hopes/hope to    cut     taxes/tax ,       fund/fund
        NNP/PERSON VBZ        TO    VB      NNS       ,       NN
        nsubj:2    ROOT       aux:4 xcomp:2 dobj:4    punct:5 compound:8

        schools/school ,       build/build roads/road .
        NNS            ,       VB          NNS        .
        conj:5         punct:4 conj:4      dobj:10    punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "fund") == ("conj", "cut")
    assert roles(doc, "fund") == ["actor: Bell", "theme: schools"]


def test_verb_before_a_noun_joined_to_a_verb() -> None:
    """Who smashed windows and overturned cars did two things."""
    gloss = """
        People  smashed/smash out   windows/window and  seized/seize cars/car .
        NNS     VBD           RP    NNS            CC   VBN          NNS      .
        nsubj:2 ROOT          prt:2 dobj:2         cc:2 amod:7       conj:2   punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "seized") == ("conj", "smashed")
    assert place(doc, "cars") == ("dobj", "seized")


SPOKE = """
    Bell       spoke/speak to     guards/guard and  {}  .
    NNP/PERSON VBD         IN     NNS          CC   {}  .
    nsubj:2    ROOT        prep:2 pobj:3       cc:2 {}  punct:2
"""


def test_noun_behind_the_one_it_is_joined_to() -> None:
    """Who spoke to guards and miners spoke to both."""
    doc = mended(SPOKE.format("miners/miner there", "NNS RB", "conj:2 advmod:2"))
    assert place(doc, "miners") == ("conj", "guards")


def test_noun_with_company_of_its_own() -> None:
    """Where more stands behind the second noun, no rule tells what it is joined to."""
    gloss = SPOKE.format("miners/miner in May", "NNS IN NNP/DATE", "conj:2 prep:6 pobj:7")
    assert place(mended(gloss), "miners") == ("conj", "spoke")


STATES = """
    States/state led/lead by      {}       and  farm       groups/group are/be suing/sue Bell       .
    NNS          VBN      IN      {}       CC   NN         NNS          VBP    VBG       NNP/PERSON .
    nsubj:9      acl:1    agent:2 pobj:3   cc:4 compound:7 conj:4       aux:9  ROOT      dobj:9     punct:9
"""


def test_group_of_two_places() -> None:
    """What is joined to a name before the verb may have led, or be suing: nothing is said of it."""
    assert roles(mended(STATES.format("Norland", "NNP/GPE")), "led") == ["theme: States", "actor: Norland"]


def test_group_beside_another() -> None:
    """Two bare nouns stay together."""
    led = roles(mended(STATES.format("towns/town", "NNS")), "led")
    assert led == ["theme: States", "actor: towns", "actor: farm groups"]


def test_what_stands_behind_nor() -> None:
    """What stands behind "nor" is joined to what is denied, and is nobody who did anything."""
    gloss = """
        Bell       does/do n't   hold funds/fund raised/raise by      miners/miner nor  gifts/gift .
        NNP/PERSON VBZ     RB    VB   NNS        VBN          IN      NNS          CC   NNS        .
        nsubj:4    aux:4   neg:4 ROOT dobj:4     acl:5        agent:6 pobj:7       cc:8 conj:8     punct:4
    """
    doc = mended(gloss)
    assert place(doc, "gifts") == ("conj", "funds")
    assert roles(doc, "raised") == ["theme: funds", "actor: miners"]


def test_second_name_at_the_end_of_a_phrase() -> None:
    """Who gave funds to a body gave it funds, and not its second name."""
    gloss = """
        Bell       gave/give funds/fund to     Norhelp ,       a      charity .
        NNP/PERSON VBD       NNS        IN     NNP/ORG ,       DT     NN      .
        nsubj:2    ROOT      dobj:2     prep:2 pobj:4  punct:2 det:8  dobj:2  punct:2
    """
    assert place(mended(gloss), "charity") == ("appos", "Norhelp")


AGREED = """
    Bell       agreed/agree to    allow   access  and  {}     {}     {}     .
    NNP/PERSON VBD          TO    VB      NN      CC   VB     {}     {}     .
    nsubj:2    ROOT         aux:4 xcomp:2 dobj:4  cc:5 conj:5 {}     {}     punct:2
"""


def test_bare_form_joined_to_a_noun() -> None:
    """What has an object is a verb, joined to the bare form before the noun."""
    doc = mended(AGREED.format("open", "the", "mill", "DT", "NN", "det:9", "dobj:7"), words_of_the_package())
    assert place(doc, "open") == ("conj", "allow")


def test_noun_taken_for_a_bare_form() -> None:
    """What has none, and may be a noun, is one."""
    doc = mended(
        AGREED.format("worry", "over", "prices/price", "IN", "NNS", "prep:7", "pobj:8"), words_of_the_package()
    )
    assert place(doc, "worry") == ("conj", "access")
    assert token(doc, "worry").pos_ == "NOUN"


def test_bare_form_of_another_clause() -> None:
    """A noun that opens a clause of its own says nothing of the verb above."""
    gloss = AGREED.replace("dobj:4", "npadvmod:4")
    doc = mended(gloss.format("open", "the", "mill", "DT", "NN", "det:9", "dobj:7"), words_of_the_package())
    assert place(doc, "open") == ("conj", "access")


def test_bare_form_behind_a_participle() -> None:
    """A bare form is joined to the bare form above, past what tells of somebody with -ing."""
    doc = mended(
        """
        Bell       agreed/agree to    admit   men    seeking/seek work   and  mend   roofs/roof .
        NNP/PERSON VBD          TO    VB      NNS    VBG          NN     CC   VB     NNS        .
        nsubj:2    ROOT         aux:4 xcomp:2 dobj:4 acl:5        dobj:6 cc:7 conj:7 dobj:9     punct:2
        """,
        words_of_the_package(),
    )
    assert place(doc, "mend") == ("conj", "admit")
