"""How alike two phrases are by the vectors of their words, from vectors of three numbers made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ontology import Meanings, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray


def vector(*numbers: float) -> NDArray[np.float32]:
    """A vector of some numbers."""
    return np.array(numbers, np.float32)


VECTORS = {
    "wage": vector(4, 1, 0),
    "salary": vector(2, 0.7, 0.1),
    "pay": vector(1, 1, 0),
    "bridge": vector(0, 0.2, 3),
    "span": vector(0.1, 0, 1),
    "politics": vector(0, 1, 0),
    "void": vector(0, 0, 0),
    "7": vector(4, 1, 0),
}
MEANINGS = Meanings(VECTORS.get)
WORDS = st.frozensets(st.sampled_from([*VECTORS, "sudria"]), max_size=6)


def likeness(one: str, other: str, meanings: Meanings = MEANINGS) -> float:
    """How alike two phrases are, given as words."""
    return meanings.likeness(frozenset(one.split()), frozenset(other.split()))


def test_other_words_for_one_thing() -> None:
    """Two words that stand near each other are much more alike than two that do not."""
    assert likeness("wage", "salary") > 0.95
    assert likeness("wage", "bridge") < 0.1


def test_phrase_is_the_mean_of_its_words() -> None:
    """A phrase of two words lies between what the one and the other are like."""
    assert likeness("wage", "bridge") < likeness("wage", "wage bridge") < likeness("wage", "wage salary")


def test_rare_words_tell_more() -> None:
    """A phrase is more like its rare word than like one that is frequent."""
    frequent = Meanings(VECTORS.get, Vocabulary(ranks={f"w{n}": n for n in range(200)} | {"wage": 200}))
    assert likeness("wage bridge", "span", frequent) > likeness("wage bridge", "salary", frequent)


def test_what_frequent_words_share_tells_nothing() -> None:
    """What all frequent words have in common is no likeness: without it, wage and bridge are opposites."""
    vectors = {word: own + vector(9, 9, 9) for word, own in VECTORS.items()}
    assert likeness("wage", "bridge", Meanings(vectors.get)) > 0.9
    assert likeness("wage", "bridge", Meanings(vectors.get, Vocabulary(ranks={"wage": 900, "bridge": 901}))) == 0


def test_plural_stands_for_a_stem_without_a_vector() -> None:
    """The stem of a word that has no singular has the vector of the word."""
    assert likeness("politic", "politics") == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize("words", ["", "sudria", "7", "void"])
def test_what_has_no_meaning(words: str) -> None:
    """What has no word, no vector or no direction, and a number, is like nothing."""
    assert likeness(words, "wage") == likeness("wage", words) == likeness(words, words) == 0


def test_no_vectors() -> None:
    """Without vectors nothing is like anything."""
    assert likeness("wage", "wage", Meanings()) == 0


@given(one=WORDS, other=WORDS)
def test_likeness_is_between_0_and_1(one: frozenset[str], other: frozenset[str]) -> None:
    """Likeness is a number from 0 to 1, whichever comes first and whatever was asked before."""
    found = MEANINGS.likeness(one, other)
    assert 0 <= found <= 1
    assert found == MEANINGS.likeness(other, one) == Meanings(VECTORS.get).likeness(one, other)


@pytest.mark.parametrize("size", [20_000, 3])
def test_what_is_remembered_makes_no_difference(size: int) -> None:
    """After more phrases than are remembered, likeness is the same."""
    meanings = Meanings(VECTORS.get)
    before = likeness("wage pay", "salary", meanings)
    for n in range(size):
        meanings.likeness(frozenset({f"w{n}", "wage"}), frozenset({"pay"}))
    assert likeness("wage pay", "salary", meanings) == before
