"""Phrases and absolute clauses that the parse takes for a part of the clause beside them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import roles
from tests.extract.repairing import mended, place

COMPARED = """
    Many    {}      as     models/model failed/fail .
    JJ      {}      IN     NNS          VBD         .
    nsubj:5 {}      mark:5 nsubj:5      ROOT        punct:5
"""


def test_comparison_behind_a_subject() -> None:
    """What stands after "as" between a subject and its verb is no second subject."""
    assert place(mended(COMPARED.format("now", "RB", "advmod:5")), "models") == ("pobj", "as")


def test_inserted_clause_with_as() -> None:
    """Behind a comma, "as" opens a clause with a subject of its own."""
    assert place(mended(COMPARED.format(",", ",", "punct:5")), "models") == ("nsubj", "failed")


def test_role_before_a_name() -> None:
    """Behind "as mayor", the name beside it does what the verb says."""
    doc = mended("""
        As     mayor   ,       Bell       has/have vetoed/veto it     .
        IN     NN      ,       NNP/PERSON VBZ      VBN         PRP    .
        mark:6 nsubj:6 punct:2 appos:2    aux:6    ROOT        dobj:6 punct:6
    """)
    assert roles(doc, "vetoed") == ["actor: Bell", "theme: it"]


ABSOLUTE = """
    Talks   ended/end ,       with   the   envoy   {}      .
    NNS     VBD       ,       IN     DT    NN      {}      .
    nsubj:2 ROOT      punct:2 mark:7 det:6 nsubj:7 {}      punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("freed/free", "nsubjpass"), ("worried/worry", "nsubj")])
def test_participle_behind_with(verb: str, expected: str) -> None:
    """Behind "with", a past form tells what was done to its subject, or how that feels."""
    assert place(mended(ABSOLUTE.format(verb, "VBD", "advcl:2")), "envoy")[0] == expected


ACCOMPANIED = """
    Ministers/minister with   {}     leaving/leave Norland wept/weep .
    NNS                IN     NNS    VBG           NNP/GPE VBD       .
    nsubj:6            prep:1 pobj:2 acl:1         dobj:4  ROOT      punct:6
"""


@pytest.mark.parametrize(("noun", "expected"), [("envoys/envoy", "envoys"), ("papers/paper", "Ministers")])
def test_participle_behind_somebody_with(noun: str, expected: str) -> None:
    """A participle right behind "with" and somebody tells what they do; a thing does nothing."""
    assert place(mended(ACCOMPANIED.format(noun)), "leaving") == ("acl", expected)


def test_get_rid_of() -> None:
    """Who gets rid of something does it."""
    doc = mended("""
        Norland     got/get   rid    of     Bell       .
        NNP/GPE     VBD       VBN    IN     NNP/PERSON .
        nsubjpass:3 auxpass:3 ROOT   prep:3 pobj:4     punct:3
    """)
    assert roles(doc, "rid")[0] == "actor: Norland"


CITED = """
    Bell       cited/cite the   vow    to    {}    Norland as     a     proof  .
    NNP/PERSON VBD        DT    NN     TO    VB    NNP/GPE IN     DT    NN     .
    nsubj:2    ROOT       det:4 dobj:2 aux:6 acl:4 dobj:6  prep:6 det:10 pobj:8 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("leave", "cited"), ("treat", "treat")])
def test_what_something_is_cited_as(verb: str, expected: str) -> None:
    """An "as" behind what is cited belongs to the citing, unless the verb before it takes one."""
    assert place(mended(CITED.format(verb)), "as") == ("prep", expected)


THOUGHT = """
    I       think  by     Friday   {}      Bell       will   leave   .
    PRP     VBP    IN     NNP/DATE {}      NNP/PERSON MD     VB      .
    nsubj:2 ROOT   prep:2 pobj:3   {}      nsubj:8    aux:8  ccomp:2 punct:2
"""


def test_day_before_what_is_thought() -> None:
    """A day right before what somebody thinks is of that."""
    assert place(mended(THOUGHT.format("old", "JJ", "amod:6")), "by") == ("prep", "leave")


def test_day_of_the_thought() -> None:
    """Before "that", the day is of the thinking."""
    assert place(mended(THOUGHT.format("that", "IN", "mark:8")), "by") == ("prep", "think")


OFFICIAL = """
    The   {}       with   Norbank {}      runs/run it     left/leave .
    DT    NN       IN     NNP/ORG {}      VBZ      PRP    VBD        .
    det:2 nsubj:8  prep:2 pobj:3  nsubj:6 relcl:2  dobj:6 ROOT       punct:8
"""


@pytest.mark.parametrize(
    ("noun", "pronoun", "tag", "expected"),
    [
        ("spokesman", "that", "WDT", "Norbank"),
        ("spokesman", "who", "WP", "spokesman"),
        ("deal", "that", "WDT", "deal"),
    ],
)
def test_body_beside_a_person(noun: str, pronoun: str, tag: str, expected: str) -> None:
    """Behind a body, "that" is about it, and not about the person in it."""
    assert place(mended(OFFICIAL.format(noun, pronoun, tag)), "runs") == ("relcl", expected)


def test_who_is_shown_to_be_something() -> None:
    """Whom polls show victorious is shown, and shown nothing."""
    doc = mended("""
        Polls   show him      victorious .
        NNS     VBP  PRP      JJ         .
        nsubj:2 ROOT dative:2 ccomp:2    punct:2
    """)
    assert place(doc, "him") == ("dep", "victorious")
