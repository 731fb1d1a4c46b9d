"""What readings of two documents must share to be of one event: a party with a name, or words of their sentences.

They share an action key besides. Of documents that do not surely tell one story, ``Rules`` rules out what shares
neither. To look for what is shared takes far less time than to look at all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from kg.resolve.fusion.blocks import action_keys, same_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.resolve.fusion.blocks import Key
    from kg.resolve.fusion.traits import Traits

_ROUNDING = 1e-9  # sums of the same numbers in another order


class Ground:
    """The readings of one document by the words of their sentences and by their parties."""

    def __init__(self, places: Iterable[int], traits: Sequence[Traits]) -> None:
        """``places`` are those of the readings in ``traits``."""
        sentences: dict[int, list[int]] = {}
        self.parties: dict[tuple[str, Key], list[int]] = defaultdict(list)
        for n in places:
            one = traits[n]
            sentences.setdefault(id(one.words), []).append(n)
            for party in one.actor.named | one.recipient.named:
                for key in action_keys(one.verb, one.kin):
                    self.parties[party, key].append(n)
        self.sentences = [[(n, traits[n]) for n in held] for held in sentences.values()]
        self.words: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, held in enumerate(self.sentences):
            for word, weight in held[0][1].words.items():
                self.words[word].append((number, weight))


def grounded(one: Ground, other: Ground, least: float) -> Iterator[tuple[int, int]]:
    """Pairs of places with an action key and a party in common, or whose sentences have at least that cosine.

    Some come twice.
    """
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
            both = product(one.sentences[left], other.sentences[right])
            yield from ((n, m) for (n, here), (m, there) in both if same_keys(here, there))
