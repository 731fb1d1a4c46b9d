"""How alike two phrases are in meaning, though they share no word: by the vectors of their words."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from kg.ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Vector = NDArray[np.float32]
    Numbers = NDArray[np.float64]

K = TypeVar("K")
V = TypeVar("V")
_UNIT = 1024  # the length of a vector, in whole numbers: sums of them are exact, so that all machines agree
_FINE, _STEPS = 4096, 20  # steps of a number of a vector, and of a weight
_REMEMBERED = 16_384  # words, and phrases, of which the vector stays in memory: 2.4 and 1.2 kB each


def nothing(word: str) -> Vector | None:  # noqa: ARG001 (the vectors of a pipeline that has none)
    """No word has a vector."""
    return None


class Meanings:
    """Tells how alike two phrases are, given as the set of their stems.

    The meaning of a phrase is the mean of the vectors of its words: each without what all frequent words have in
    common, of length 1, by its weight (Arora et al. 2017; Mu and Viswanath 2018). Numbers mean nothing.

    >>> rows = {"wage": [1, 0, 0], "salary": [0.9, 0.1, 0], "bridge": [0, 0, 1]}
    >>> vectors = {word: np.array(row, np.float32) for word, row in rows.items()}
    >>> meanings = Meanings(vectors.get)
    >>> round(meanings.likeness(frozenset({"wage"}), frozenset({"salary"})), 2)
    0.99
    >>> meanings.likeness(frozenset({"wage"}), frozenset({"bridge"})), Meanings().likeness(frozenset(), frozenset())
    (0.0, 0.0)
    """

    def __init__(self, vector: Callable[[str], Vector | None] = nothing, vocabulary: Vocabulary | None = None) -> None:
        """``vector`` gives that of a word in lower case, or None; ``vocabulary`` tells weights and frequent words."""
        self._vector, self._vocabulary = vector, vocabulary or Vocabulary()
        self._words: dict[str, Numbers | None] = {}
        self._phrases: dict[frozenset[str], Vector | None] = {}

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of two phrases, 0 to 1: 0 where it is less, and where no word of one has a vector."""
        a, b = self._phrase(one), self._phrase(other)
        if a is None or b is None:
            return 0.0
        return min(1.0, max(0.0, float(a @ b) / _UNIT**2))

    def _phrase(self, words: frozenset[str]) -> Vector | None:
        if words not in self._phrases:
            _remember(self._phrases, words, self._mean(words))
        return self._phrases[words]

    def _mean(self, words: frozenset[str]) -> Vector | None:
        """The mean of the words, in whole numbers. Sums stay below 2 to the 53rd for phrases of 900 words."""
        known = [(round(self._vocabulary.weight(word) * _STEPS), self._word(word)) for word in words]
        weighed = [(weight, vector) for weight, vector in known if weight and vector is not None]
        if not weighed:
            return None
        unit = _unit(sum(weight * vector for weight, vector in weighed[1:]) + weighed[0][0] * weighed[0][1])
        return None if unit is None else unit.astype(np.float32)

    def _word(self, word: str) -> Numbers | None:
        if word not in self._words:
            found = None if word.isdigit() else self._fine(word)
            _remember(self._words, word, None if found is None else _unit(found - self._common))
        return self._words[word]

    def _fine(self, word: str) -> Numbers | None:
        """The vector of a stem, or of its plural ("politics"), in whole numbers."""
        found = self._vector(word)
        if found is None:
            found = self._vector(f"{word}s")
        return None if found is None else np.rint(found.astype(np.float64) * _FINE)

    @cached_property
    def _common(self) -> Numbers | float:
        """The mean of all frequent words."""
        found = [vector for word in self._vocabulary.ranks if (vector := self._fine(word)) is not None]
        return np.rint(np.sum(found, axis=0) / len(found)) if found else 0.0


def _unit(vector: Numbers) -> Numbers | None:
    """A vector in the length that all have, in whole numbers; None has no direction."""
    square = float(vector @ vector)
    return np.rint(vector * (_UNIT / math.sqrt(square))) if square else None


def _remember(known: dict[K, V], key: K, vector: V) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = vector
