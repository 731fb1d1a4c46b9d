"""Relative pronouns and infinitives that the parse gives to a clause too high or too low."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles, words_of_the_package
from tests.extract.repairing import mended, place

FRIENDS = """
    We      met/meet friends/friend who     {}   say/say  {}     {}     .
    PRP     VBD      NNS            WP      NNS  VBP      {}     {}     .
    nsubj:2 ROOT     dobj:2         dobj:6  nsubj:6 relcl:3 {}   {}     punct:2
"""


def test_subject_of_what_is_said_in_a_relative_clause() -> None:
    """Whom others say something of is nobody whom they say: he is the subject below."""
    doc = mended(FRIENDS.format("people", "have/have left/leave", "", "VBP VBN", "", "aux:8 advcl:6", ""))
    assert place(doc, "who") == ("nsubj", "left")
    assert place(doc, "left") == ("ccomp", "say")
    assert roles(doc, "left") == ["actor: friends"]


def test_object_of_what_is_said_in_a_relative_clause() -> None:
    """Where what is said has its subject, and lacks what its verb takes always, that is the pronoun."""
    gloss = FRIENDS.format("people", "they treated/treat", "", "PRP VBD", "", "nsubj:8 ccomp:6", "")
    assert place(mended(gloss, words_of_the_package()), "who") == ("dobj", "treated")


LAWS = """
    Norland  has/have laws/law that    stand/stand in     {}     that    bind/bind mills/mill .
    NNP/GPE  VBZ      NNS      WDT     VBP         IN     NN     WDT     VBP       NNS        .
    nsubj:2  ROOT     dobj:2   nsubj:5 relcl:3     prep:5 {}pobj:6 nsubj:9 relcl:7 dobj:9     punct:2
"""


def test_second_clause_behind_a_bare_noun() -> None:
    """A clause with "that" behind "in place" tells more of what is in place."""
    doc = mended(LAWS.format("place", ""))
    assert place(doc, "bind") == ("relcl", "laws")


def test_clause_behind_a_noun_of_its_own() -> None:
    """A clause right behind a noun stays with it."""
    gloss = """
        Norland  has/have laws/law that    stand/stand in     a     land   that    binds/bind mills/mill .
        NNP/GPE  VBZ      NNS      WDT     VBP         IN     DT    NN     WDT     VBZ        NNS        .
        nsubj:2  ROOT     dobj:2   nsubj:5 relcl:3     prep:5 det:8 pobj:6 nsubj:10 relcl:8   dobj:10    punct:2
    """
    assert place(mended(gloss), "binds") == ("relcl", "land")


def test_infinitive_behind_the_noun_of_somebody() -> None:
    """Who has doubts about her power to rule need not rule: it is her power."""
    gloss = """
        They    have/have doubts/doubt about  her    power  to     rule    .
        PRP     VBP       NNS          IN     PRP$   NN     TO     VB      .
        nsubj:2 ROOT      dobj:2       prep:2 poss:6 pobj:4 aux:8  xcomp:2 punct:2
    """
    doc = mended(gloss)
    assert place(doc, "rule") == ("acl", "power")
    assert roles(doc, "rule") == ["actor: her"]


def test_second_content_of_what_is_known() -> None:
    """A clause with "that" behind an object and a comma is known too, and is not what others see."""
    gloss = """
        They    know/know  who     saw/see the   ship   ,       that    it      had/have sunk/sink .
        PRP     VBP        WP      VBD     DT    NN     ,       IN      PRP     VBD      VBN       .
        nsubj:2 ROOT       nsubj:4 ccomp:2 det:6 dobj:4 punct:4 mark:11 nsubj:11 aux:11  ccomp:4   punct:2
    """
    assert place(mended(gloss, words_of_the_package()), "sunk") == ("ccomp", "know")


@pytest.mark.parametrize(("noun", "place_"), [("time", "ROOT"), ("chance", "relcl")])
def test_sentence_behind_a_clause_of_time(noun: str, place_: str) -> None:
    """Behind "by the time they saw the bill" stands the sentence, where nothing else is its verb."""
    gloss = f"""
        By   the   {noun} they    saw/see the   bill   most   had/have left/leave .
        IN   DT    NN     PRP     VBD     DT    NN     NNS    VBD      VBN        .
        ROOT det:3 pobj:1 nsubj:5 relcl:3 det:7 dobj:5 nsubj:10 aux:10 relcl:7    punct:1
    """
    assert place(mended(gloss), "left")[0] == place_


def test_somebody_above_a_thing() -> None:
    """Behind a comma "who" is a person, and not what he had to hide."""
    gloss = """
        Bell       met/meet a     man    who     hid/hide his    books/book ,       who      left/leave .
        NNP/PERSON VBD      DT    NN     WP      VBD      PRP$   NNS        ,       WP       VBD        .
        nsubj:2    ROOT     det:4 dobj:2 nsubj:6 relcl:4  poss:8 dobj:6     punct:8 nsubj:11 relcl:8    punct:2
    """
    doc = mended(gloss, words_of_the_package())
    assert place(doc, "left") == ("relcl", "man")


def test_question_behind_a_noun() -> None:
    """A question with its helping verb before its subject is no clause about the noun before."""
    gloss = """
        It      is/be for    the   party  ,       who      do     you     trust   ?
        PRP     VBZ   IN     DT    NN     ,       WP       VBP    PRP     VB      .
        nsubj:2 ROOT  prep:2 det:5 pobj:3 punct:5 nsubj:10 aux:10 nsubj:10 relcl:5 punct:2
    """
    doc = mended(gloss)
    assert place(doc, "trust") == ("ccomp", "is")
    assert place(doc, "who")[0] == "dobj"
