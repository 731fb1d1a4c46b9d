"""Clauses without "that" behind a noun of claiming."""

from __future__ import annotations

import pytest

from tests.extract.claiming import said
from tests.extract.conftest import read_as, words_of_the_package
from tests.extract.repairing import mended, place

ROBBED = """
    Police  held/hold Bell       on     charges/charge he      {verb} {thing} .
    NNS     VBD       NNP/PERSON IN     NNS            PRP     VBD    {tag}   .
    nsubj:2 ROOT      dobj:2     prep:2 pobj:4         nsubj:7 relcl:5 {dep}:7 punct:2
"""
WHOLE = {"verb": "robbed/rob", "thing": "banks/bank", "tag": "NNS", "dep": "dobj"}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        (WHOLE, "acl"),
        (WHOLE | {"verb": "denied/deny", "thing": "then", "tag": "RB", "dep": "advmod"}, "relcl"),
        (WHOLE | {"verb": "told/tell", "thing": "towns/town"}, "relcl"),
    ],
)
def test_whole_clause(words: dict[str, str], relation: str) -> None:
    """A clause behind a noun of claiming tells what is claimed where nothing is missing in it."""
    doc = mended(ROBBED.format(**words), words_of_the_package())
    assert place(doc, words["verb"].split("/")[0]) == (relation, "charges")


def test_alleged() -> None:
    """What somebody is held on charges of is alleged."""
    doc = mended(ROBBED.format(**WHOLE), words_of_the_package())
    assert read_as(doc, "robbed").startswith("alleged")
    assert said(doc, lexicon=words_of_the_package()) == ["? | charges | he robbed banks"]


def test_on_a_noun_farther_away() -> None:
    """It belongs to the noun right before it, whatever the parse hangs it on."""
    doc = mended(
        """
        Men     held/hold on     fears/fear they    armed/arm bands/band left/leave .
        NNS     VBN       IN     NNS        PRP     VBD       NNS        VBD        .
        nsubj:8 acl:1     prep:2 pobj:3     nsubj:6 relcl:1   dobj:6     ROOT       punct:8
        """,
        words_of_the_package(),
    )
    assert place(doc, "armed") == ("acl", "fears")
