"""Participles on the wrong noun, or taken for what they are not: put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.extract.repairs import repair
from tests.extract.conftest import LEXICON, parsed, roles, token, words_of_the_package
from tests.extract.repairing import place

if TYPE_CHECKING:
    from kg.extract.tree import Doc


WORDS = {
    "perceiving": frozenset({"show"}),
    "relating": frozenset({"pertain", "range"}),
    "resulting": frozenset({"kill"}),
}


def mended(gloss: str) -> Doc:
    """The tree of a gloss, repaired."""
    doc = parsed(gloss)
    repair(doc, replace(LEXICON, nominals={"hearing": "hear"}, words=WORDS))
    return doc


NOTED = """
    The   court   {}   published/publish reports/report .
    DT    NN      VBD  VBN               NNS            .
    det:2 nsubj:3 ROOT xcomp:3           dobj:4         punct:3
"""


def test_participle_before_the_object() -> None:
    """A participle between a verb and its noun describes the noun."""
    doc = mended(NOTED.format("noted/note"))
    assert (place(doc, "published"), place(doc, "reports")) == (("amod", "reports"), ("dobj", "noted"))


def test_participle_of_a_tense() -> None:
    """A participle behind a form of "have" stays a verb."""
    assert place(mended(NOTED.format("had/have")), "published") == ("xcomp", "had")


HEARING = """
    Dahl       spoke/speak at     a     {}     hearing/hear {}
    NNP/PERSON VBD         IN     DT    NN     VBG          {}
    nsubj:2    ROOT        prep:2 det:5 pobj:3 acl:5        {}
"""


def test_hearing_of_a_body() -> None:
    """A participle with nothing under it that names what bodies hold is a noun."""
    doc = mended(HEARING.format("committee", ".", ".", "punct:2"))
    assert (token(doc, "hearing").pos_, place(doc, "committee")) == ("NOUN", ("compound", "hearing"))


@pytest.mark.parametrize(
    ("noun", "rest"), [("committee", ("him", "PRP", "dobj:6")), ("neighbour", (".", ".", "punct:2"))]
)
def test_hearing_of_others(noun: str, rest: tuple[str, str, str]) -> None:
    """One with an object, or of a person, says what its noun does."""
    assert place(mended(HEARING.format(noun, *rest)), "hearing") == ("acl", noun)


SHOWN = """
    The   {}      of     a     minister weeping/weep moved/move us     .
    DT    NN      IN     DT    NN     VBG          VBD        PRP    .
    det:2 nsubj:7 prep:2 det:5 pobj:3 acl:2        ROOT       dobj:7 punct:7
"""


def test_who_is_shown() -> None:
    """What a picture of somebody shows is done by whom it is of."""
    assert roles(mended(SHOWN.format("footage")), "weeping") == ["actor: a minister"]


def test_who_is_no_picture() -> None:
    """A person of something does it himself."""
    assert roles(mended(SHOWN.format("envoy")), "weeping") == ["actor: The envoy"]


CHARGES = """
    The   charges/charge against Bell       {}      to     the   fund   failed/fail .
    DT    NNS            IN      NNP/PERSON VBG     IN     DT    NN     VBD         .
    det:2 nsubj:9        prep:2  pobj:3     acl:4   prep:5 det:8 pobj:6 ROOT        punct:9
"""


def test_what_relates_to_a_thing() -> None:
    """No person pertains to anything: the participle belongs to the thing above."""
    assert place(mended(CHARGES.format("pertaining/pertain")), "pertaining") == ("acl", "charges")


def test_who_goes_somewhere() -> None:
    """What a person may do stays his."""
    assert place(mended(CHARGES.format("going/go")), "going") == ("acl", "Bell")


FILM = """
    Bell       left/leave after   a     film    came/come out   showing/show Dahl       {}      .
    NNP/PERSON VBD        IN      DT    NN      VBD       RP    VBG          NNP/PERSON VBG     .
    nsubj:2    ROOT       mark:6  det:5 nsubj:6 advcl:2   prt:6 advcl:6      dobj:8     advcl:2 punct:2
"""


def test_who_is_seen_doing_it() -> None:
    """A participle right behind whom a film shows is done by him, and not by the subject of the sentence."""
    assert roles(mended(FILM.format("stumbling/stumble")), "stumbling") == ["actor: Dahl"]


def test_who_is_not_shown() -> None:
    """Behind the object of another verb it is the subject's."""
    doc = mended(FILM.format("stumbling/stumble").replace("showing/show", "hurting/hurt"))
    assert roles(doc, "stumbling") == ["actor: Bell"]


PARTY = """
    Bell       shot/shoot at     a     {}     killing/kill Dahl       .
    NNP/PERSON VBD        IN     DT    NN     VBG          NNP/PERSON .
    nsubj:2    ROOT       prep:2 det:5 pobj:3 acl:5        dobj:6     punct:2
"""


@pytest.mark.parametrize(("noun", "expected"), [("wedding", "Bell"), ("hearing", "a hearing")])
def test_what_came_of_a_deed(noun: str, expected: str) -> None:
    """Who shoots at a wedding kills, and not the wedding; an event noun may say what came of it."""
    assert f"actor: {expected}" in roles(mended(PARTY.format(noun)), "killing")


ACCUSED = """
    Bell       hit/hit the   envoy  {}      him    .
    NNP/PERSON VBD     DT    NN     VBG     PRP    .
    nsubj:2    ROOT    det:4 dobj:2 acl:4   dobj:5 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("accusing/accuse", "Bell"), ("guarding/guard", "the envoy")])
def test_what_is_said_to_somebody(verb: str, expected: str) -> None:
    """Who hits a man accusing him accuses him; who hits a man guarding him is guarded."""
    assert f"actor: {expected}" in roles(mended(ACCUSED.format(verb)), verb.partition("/")[0])


TARIFFS = """
    Norland imposed/impose tariffs/tariff ,       {}      from   five   .
    NNP/GPE VBD            NNS            ,       VBG     IN     CD     .
    nsubj:2 ROOT           dobj:2         punct:2 advcl:2 prep:5 pobj:6 punct:2
"""


def test_what_ranges() -> None:
    """A thing ranges from one sum to another, and nobody who imposes it."""
    assert roles(mended(TARIFFS.format("ranging/range")), "ranging")[0] == "actor: tariffs"


def test_what_somebody_does_beside() -> None:
    """Another participle behind a comma is the subject's."""
    assert roles(mended(TARIFFS.format("withdrawing/withdraw")), "withdrawing")[0] == "actor: Norland"


FOUND = """
    Banks/bank {}     finding/find Bell       soon     may    save   lives/life .
    NNS        VBP    VBG          NNP/PERSON RB       MD     VB     NNS        .
    nsubj:2    ROOT   xcomp:2      nsubj:7    advmod:3 aux:7  ccomp:3 dobj:7    punct:2
"""


def test_gerund_that_is_a_subject() -> None:
    """What somebody says may save lives is finding Bell, and not Bell."""
    doc = mended(FOUND.format("say"))
    assert (place(doc, "finding"), place(doc, "Bell")) == (("csubj", "save"), ("dobj", "finding"))


def test_gerund_that_is_begun() -> None:
    """A verb that claims nothing keeps its gerund."""
    assert place(mended(FOUND.format("start")), "finding") == ("xcomp", "start")


def test_doing_of_somebody_that_would_do_something() -> None:
    """Who thinks that Bell saying so would help thinks that it would help, and Bell says only what is quoted."""
    gloss = """
        They    thought/think Bell       saying/say ,       ‘       go      ’       would  help    .
        PRP     VBD           NNP/PERSON VBG        ,       ``      VB      ''      MD     VB      .
        nsubj:2 ROOT          nsubj:4    ccomp:2    punct:4 punct:7 advcl:10 punct:7 aux:10 ccomp:4 punct:2
    """
    doc = parsed(gloss)
    repair(doc, words_of_the_package())
    assert place(doc, "help") == ("ccomp", "thought")
    assert place(doc, "saying") == ("csubj", "help")
    assert place(doc, "go") == ("ccomp", "saying")
