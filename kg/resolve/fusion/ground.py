"""What readings of two documents must share to be of one event: a party with a name, or words of their sentences.

Of documents that do not surely tell one story, ``Rules`` rules out what shares neither. To look for what is shared
takes far less time than to look at all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.resolve.fusion.traits import Traits

_ROUNDING = 1e-9  # sums of the same numbers in another order


class Ground:
    """The readings of one document by the words of their sentences and by their parties."""

    def __init__(self, places: Iterable[int], traits: Sequence[Traits]) -> None:
        """``places`` are those of the readings in ``traits``."""
        sentences: dict[int, list[int]] = {}
        self.parties: dict[str, list[int]] = defaultdict(list)
        for n in places:
            one = traits[n]
            sentences.setdefault(id(one.words), []).append(n)
            for party in one.actor.named | one.recipient.named:
                self.parties[party].append(n)
        self.sentences = list(sentences.values())
        self.words: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, held in enumerate(self.sentences):
            for word, weight in traits[held[0]].words.items():
                self.words[word].append((number, weight))


def grounded(one: Ground, other: Ground, least: float) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a party, or whose sentences have at least that cosine, some of them twice."""
    for party in one.parties.keys() & other.parties.keys():
        yield from product(one.parties[party], other.parties[party])
    cosines: dict[tuple[int, int], float] = defaultdict(float)
    for word in one.words.keys() & other.words.keys():
        theirs = other.words[word]
        for left, weight in one.words[word]:
            for right, value in theirs:
                cosines[left, right] += weight * value
    for (left, right), cosine in cosines.items():
        if cosine >= least - _ROUNDING:
            yield from product(one.sentences[left], other.sentences[right])
