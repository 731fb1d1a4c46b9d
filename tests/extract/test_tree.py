"""The tree says of a parse what spaCy says of it."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, spacy_doc

ATTRIBUTES = """
    i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ is_punct is_space is_alpha like_num whitespace_
"""
SHORT = "It fell . It rose . \n PRP VBD . PRP VBD . \n nsubj:2 ROOT punct:2 nsubj:5 ROOT punct:5"
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
    """A token has spaCy's attributes."""
    assert [getattr(t, name) for t in parsed(GLOSS)] == [getattr(t, name) for t in spacy_doc(GLOSS)]


@pytest.mark.parametrize("name", ["children", "lefts", "subtree"])
def test_neighbours(name: str) -> None:
    """The tokens around a token are spaCy's, in the same order."""
    expected = [[c.i for c in getattr(t, name)] for t in spacy_doc(GLOSS)]
    assert [[c.i for c in getattr(t, name)] for t in parsed(GLOSS)] == expected


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_one_neighbour(name: str) -> None:
    """Head and edges are spaCy's."""
    assert [getattr(t, name).i for t in parsed(GLOSS)] == [getattr(t, name).i for t in spacy_doc(GLOSS)]


def test_entities() -> None:
    """Entities keep their bounds, label, words and root."""
    expected = [(e.start, e.end, e.label_, e.text, e.root.i) for e in spacy_doc(GLOSS).ents]
    assert [(e.start, e.end, e.label_, e.text, e.root.i) for e in parsed(GLOSS).ents] == expected


def test_second_block_goes_on_counting() -> None:
    """Tokens and offsets count through the blocks of a document."""
    doc = parsed(SHORT, GLOSS)
    norland = doc[6]
    assert (norland.i, norland.head.i, doc.text[norland.idx :][:7]) == (6, 7, "Norland")


def test_blocks() -> None:
    """Each block is a span, labelled by its kind."""
    blocks = parsed(SHORT, GLOSS).spans["blocks"]
    assert [(b.start, b.end, b.label_) for b in blocks] == [(0, 6, "paragraph"), (6, 19, "paragraph")]


def test_sentences_of_a_block() -> None:
    """A block gives its sentences."""
    doc = parsed(SHORT)
    assert [s.text for s in doc.spans["blocks"][0].sents] == [s.text for s in spacy_doc(SHORT).sents]


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
    above = [t for t in doc if t.is_ancestor(doc[3])]
    assert [t.text for t in above] == ["Bank", "of", "urged"]


def test_change_forgets_what_was_worked_out_of_the_tree() -> None:
    """A token hung elsewhere makes the Doc forget its answers, and nothing else that it was told."""
    doc = parsed(GLOSS)
    doc.user_data["told"], doc.answers["asked"] = "kept", {(0, 0): True}
    doc[8].attach(doc[11], "advcl")
    assert (doc.user_data["told"], doc.answers) == ("kept", {})
