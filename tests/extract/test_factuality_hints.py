"""What somebody suggests is so, and what a word before the first of joined clauses does to the others."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as

SUGGESTED = """
    Bell       suggested/suggest that   Norland {modal} not   leave   .
    NNP/PERSON VBD               IN     NNP/GPE {tag}   RB    VB      .
    nsubj:2    ROOT              mark:7 nsubj:7 aux:7   neg:7 ccomp:2 punct:2
"""


@pytest.mark.parametrize(
    ("modal", "tag", "expected"),
    [
        ("may", "MD", "not possible"),
        ("did/do", "VBD", "not possible"),
        ("should", "MD", "requested not unknown future"),
    ],
)
def test_suggested(modal: str, tag: str, expected: str) -> None:
    """Who suggests that something may not be so asks for nothing; who suggests that it should not be so does."""
    assert read_as(parsed(SUGGESTED.format(modal=modal, tag=tag)), "leave") == expected


JOINED = """
    {adverb} Norland saw/see the   ships/ship and  {other} closed/close the   port   .
    RB       NNP/GPE VBD     DT    NNS        CC   {tag}   VBD          DT    NN     .
    advmod:3 nsubj:3 ROOT    det:5 dobj:3     cc:3 {dep}:8 conj:3       det:10 dobj:8 punct:3
"""


@pytest.mark.parametrize(
    ("adverb", "other", "tag", "dep", "expected"),
    [
        ("Apparently", "then", "RB", "advmod", "probable"),
        ("Apparently", "Sudria", "NNP/GPE", "nsubj", "certain"),
        ("Yesterday", "then", "RB", "advmod", "certain"),
    ],
)
def test_shared_adverb(adverb: str, other: str, tag: str, dep: str, expected: str) -> None:
    """An adverb before a subject reaches all that is said of it, but not what is said of another."""
    doc = parsed(JOINED.format(adverb=adverb, other=other, tag=tag, dep=dep))
    assert read_as(doc, "closed") == expected
