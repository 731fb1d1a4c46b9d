"""Whom a clause says to be what a noun tells."""

from __future__ import annotations

import pytest

from kg.extract.predicated import predicated
from tests.extract.conftest import parsed, token


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("is/be VBZ ROOT", ["Dahl"]),
        ("was/be VBD ROOT", ["Dahl"]),
        ("met/meet VBD ROOT", []),
    ],
)
def test_copula(verb: str, found: list[str]) -> None:
    """Who "is a guard" is the guard; who met one is not, though the parse calls both predicates."""
    word, tag, _ = verb.split()
    doc = parsed(f"""
        Dahl       {word} a     guard  who     left/leave .
        NNP/PERSON {tag}  DT    NN     WP      VBD        .
        nsubj:2    ROOT   det:4 attr:2 nsubj:6 relcl:4    punct:2
    """)
    assert [each.text for each in predicated(token(doc, "guard"))] == found


@pytest.mark.parametrize("open_", ["not RB neg", "may MD aux", "if IN mark"])
def test_open_copula(open_: str) -> None:
    """Who is not, may be or is asked to be a guard is not told to be one."""
    word, tag, kind = open_.split()
    doc = parsed(f"""
        Dahl       {word}    is/be a     guard  .
        NNP/PERSON {tag}     VBZ   DT    NN     .
        nsubj:3    {kind}:3  ROOT  det:5 attr:3 punct:3
    """)
    assert predicated(token(doc, "guard")) == []


@pytest.mark.parametrize(("noun", "tag"), [("guards", "NNS"), ("kind", "NN"), ("one", "NN")])
def test_no_single_thing(noun: str, tag: str) -> None:
    """Several, a sort and one of several tell of nobody."""
    doc = parsed(f"""
        Dahl       is/be the   {noun} .
        NNP/PERSON VBZ   DT    {tag}  .
        nsubj:2    ROOT  det:4 attr:2 punct:2
    """)
    assert predicated(token(doc, noun)) == []


def test_question() -> None:
    """A question says of nobody what he is."""
    doc = parsed("""
        Is/be Dahl       a     guard  ?
        VBZ   NNP/PERSON DT    NN     .
        ROOT  nsubj:1    det:4 attr:1 punct:1
    """)
    assert predicated(token(doc, "guard")) == []


def test_opening_phrase() -> None:
    """Who stands behind "As a guard" is the guard."""
    doc = parsed("""
        As     a     guard  Dahl       left/leave .
        IN     DT    NN     NNP/PERSON VBD        .
        prep:5 det:3 pobj:1 nsubj:5    ROOT       punct:5
    """)
    assert [each.text for each in predicated(token(doc, "guard"))] == ["Dahl"]


def test_closing_phrase() -> None:
    """Whom somebody takes "as a guard" is not the subject."""
    doc = parsed("""
        Dahl       left/leave as     a     guard  .
        NNP/PERSON VBD        IN     DT    NN     .
        nsubj:2    ROOT       prep:2 det:5 pobj:3 punct:2
    """)
    assert predicated(token(doc, "guard")) == []
