"""Event nouns that stand for a thing, by the words of the package."""

from __future__ import annotations

import pytest

from tests.extract.conftest import events_of_the_package, parsed


def out(gloss: str, noun: str) -> bool:
    """Whether the event of a noun is left out."""
    doc = parsed(gloss)
    return next(each.misread for each in events_of_the_package(doc) if each.span.of(doc.text) == noun)


@pytest.mark.parametrize(
    ("verb", "tag", "kind", "expected"),
    [
        ("sold/sell", "VBD", "large", True),
        ("praised/praise", "VBD", "mining", True),
        ("praised/praise", "VBD", "large", False),
    ],
)
def test_concern(verb: str, tag: str, kind: str, *, expected: bool) -> None:
    """Operations that are sold, or those of a trade, are plants; others are what somebody does."""
    gloss = f"""
        Norland {verb} its    {kind} operations/operation in     Sudria  .
        NNP/GPE {tag}  PRP$   JJ     NNS                  IN     NNP/GPE .
        nsubj:2 ROOT   poss:5 amod:5 dobj:2               prep:5 pobj:6  punct:2
    """
    assert out(gloss, "operations") is expected


def test_agreement_of_nobody() -> None:
    """A trade agreement that somebody opposes is a paper; one of two who made it is their agreeing."""
    gloss = """
        Norland {} Arvenia 's     agreement with   Sudria  .
        NNP/GPE {} NNP/GPE POS    NN        IN     NNP/GPE .
        nsubj:2 {} poss:5  case:3 dobj:2    prep:5 pobj:6  punct:2
    """.format("praised/praise", "VBD", "ROOT")
    assert not out(gloss, "agreement")
    alone = """
        Norland praised/praise the   agreement with   Sudria  .
        NNP/GPE VBD            DT    NN        IN     NNP/GPE .
        nsubj:2 ROOT           det:4 dobj:2    prep:4 pobj:5  punct:2
    """
    assert out(alone, "agreement")


@pytest.mark.parametrize(
    ("noun", "tag", "tail", "expected"), [("threat", "NN", "from", True), ("threats", "NNS", "by", False)]
)
def test_threat(noun: str, tag: str, tail: str, *, expected: bool) -> None:
    """A threat from somebody is a danger; threats by somebody are made."""
    gloss = f"""
        Arvenia faces/face {noun}/threat {tail} Sudria  .
        NNP/GPE VBZ        {tag}         IN     NNP/GPE .
        nsubj:2 ROOT       dobj:2        prep:3 pobj:4  punct:2
    """
    assert out(gloss, noun) is expected


def test_agreement_to_do_something() -> None:
    """An agreement to do something is told: whoever made it means to."""
    gloss = """
        Norland praised/praise the   agreement to    negotiate .
        NNP/GPE VBD            DT    NN        TO    VB        .
        nsubj:2 ROOT           det:4 dobj:2    aux:6 acl:4     punct:2
    """
    assert not out(gloss, "agreement")
