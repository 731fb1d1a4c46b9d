"""The tree says of a parse what spaCy says of it."""

from __future__ import annotations

import pytest

from kg.extract.tree import Token, tree
from tests.extract.conftest import parse, parsed

ATTRIBUTES = """
    i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ is_punct is_space is_alpha like_num whitespace_
"""
GLOSS = """
    Norland Bank    of   Lume    urged/urge 30     ministers/minister to    vote    ,
    NNP/ORG NNP/ORG IN/ORG NNP/ORG VBD      CD     NNS                TO    VB      ,
    compound:2 nsubj:5 prep:2 pobj:3 ROOT   nummod:7 dobj:5           aux:9 xcomp:5 punct:5

    and  left/leave .
    CC   VBD        .
    cc:5 conj:5     punct:5
"""


@pytest.mark.parametrize("name", ATTRIBUTES.split())
def test_attribute(name: str) -> None:
    """A token has spaCy's attributes, in every paragraph."""
    one = parse(GLOSS, "It fell . \n PRP VBD . \n nsubj:2 ROOT punct:2")
    assert [getattr(t, name) for t in tree(one)] == [getattr(t, name) for t in one]


@pytest.mark.parametrize("name", ["children", "lefts", "rights", "subtree"])
def test_neighbours(name: str) -> None:
    """The tokens around a token are spaCy's, in the same order."""
    one = parse(GLOSS)
    assert [[c.i for c in getattr(t, name)] for t in tree(one)] == [[c.i for c in getattr(t, name)] for t in one]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_one_neighbour(name: str) -> None:
    """Head and edges are spaCy's."""
    one = parse(GLOSS)
    assert [getattr(t, name).i for t in tree(one)] == [getattr(t, name).i for t in one]


def test_entities() -> None:
    """Entities keep their bounds, label, words and root."""
    one = parse(GLOSS)
    expected = [(e.start, e.end, e.label_, e.text, e.root.i) for e in one.ents]
    assert [(e.start, e.end, e.label_, e.text, e.root.i) for e in tree(one).ents] == expected


def test_sentences_of_a_block() -> None:
    """A block gives its sentences."""
    doc = parsed("It fell . It rose . \n PRP VBD . PRP VBD . \n nsubj:2 ROOT punct:2 nsubj:5 ROOT punct:5")
    assert [[t.text for t in sentence] for sentence in doc.spans["blocks"][0].sents] == [
        [t.text for t in sentence]
        for sentence in parse(
            "It fell . It rose . \n PRP VBD . PRP VBD . \n nsubj:2 ROOT punct:2 nsubj:5 ROOT punct:5"
        ).sents
    ]


@pytest.mark.parametrize(("start", "end", "words"), [(0, 7, "Norland"), (3, 9, "Norland Bank"), (8, 9, "Bank")])
def test_tokens_of_characters(start: int, end: int, words: str) -> None:
    """A stretch of characters leads to the tokens that hold one of them."""
    assert parsed(GLOSS).char_span(start, end).text == words


def test_attached_elsewhere() -> None:
    """A token that is hung elsewhere is a child of its new head alone."""
    doc = parsed(GLOSS)
    vote, left = doc[8], doc[11]
    vote.attach(left, "advcl")
    assert (vote.head, vote.dep_, vote in doc[4].children, left.children) == (left, "advcl", False, [vote])


def test_ancestor() -> None:
    """What stands above a token is its ancestor, and the token itself is not."""
    doc = parsed(GLOSS)
    above: list[Token] = [t for t in doc if t.is_ancestor(doc[3])]
    assert [t.text for t in above] == ["Bank", "of", "urged"]
