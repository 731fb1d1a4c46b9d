"""All pairs that are looked at, each with its score."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from kg.resolve.fusion import blocks
from kg.resolve.fusion.clusters import WHOLE
from kg.resolve.fusion.features import likeness
from kg.resolve.fusion.score import Scorer
from kg.resolve.fusion.traits import age, traits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kg.config import ResolveConfig
    from kg.model import Resolution
    from kg.resolve.fusion.clusters import Pair
    from kg.resolve.fusion.traits import Lift, Traits

_HOPELESS = 1000  # scores below change no mean that matters


class Pairs:
    """The readings of some documents, sorted by age, and the pairs among them. A reading goes by its place."""

    def __init__(self, documents: Iterable[Resolution], config: ResolveConfig, lift: Lift, *, bare: bool) -> None:
        """With ``bare``, the mentions that are in no graph are among them."""
        self.documents = sorted(documents, key=lambda document: document.document)
        self.scorer = Scorer(config)
        self._config = config
        self._stories = {document.document: document.story for document in self.documents}
        found = [traits(reading, lift) for document in self.documents for reading in document.readings]
        if bare:
            found += [traits(reading, lift, bare=True) for document in self.documents for reading in document.bare]
        self.traits: list[Traits] = sorted(found, key=lambda one: age(one.reading))
        self.places = {one.mention: n for n, one in enumerate(self.traits)}
        self._like: dict[tuple[str, str], float] = {}
        self._least = config.bare_story_likeness if bare else config.story_likeness

    def scored(self, *, unless: Collection[int] = frozenset(), of: Collection[str] | None = None) -> dict[Pair, int]:
        """The pairs that are looked at, not ruled out and not hopeless, with their scores in ten-thousandths.

        Pairs of which both places are in ``unless`` are passed over; with ``of``, those without one of its documents.
        """
        seen: set[Pair] = set()
        found: dict[Pair, int] = {}
        for one, other in self._pairs(of):
            a, b = self.places[one.mention], self.places[other.mention]
            pair = (a, b) if a < b else (b, a)
            if pair not in seen and not (a in unless and b in unless):
                seen.add(pair)
                if not self.apart(*pair) and (value := self.score(*pair)) >= _HOPELESS:
                    found[pair] = value
        return found

    def score(self, a: int, b: int) -> int:
        """The score of two places in ten-thousandths, whatever rules it out."""
        one, other = self.traits[a], self.traits[b]
        return round(self.scorer.score(one, other, self.like(one.document, other.document)) * WHOLE)

    def apart(self, a: int, b: int) -> bool:
        """Whether something rules out that two places are of one event."""
        one, other = self.traits[a], self.traits[b]
        return self.scorer.apart(one, other, self.like(one.document, other.document)) is not None

    def like(self, one: str, other: str) -> float:
        """How alike two documents are."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._like:
            self._like[pair] = likeness(self._stories[pair[0]], self._stories[pair[1]])
        return self._like[pair]

    def _pairs(self, of: Collection[str] | None) -> Iterator[tuple[Traits, Traits]]:
        own: dict[str, list[Traits]] = defaultdict(list)
        for one in self.traits:
            own[one.document].append(one)
        parties = blocks.of_parties([one for one in self.traits if not one.bare], self._config.fusion_days)
        return chain(
            *(blocks.within(found) for document, found in own.items() if of is None or document in of),
            (pair for pair in parties if of is None or pair[0].document in of or pair[1].document in of),
            self._of_stories(own, of),
        )

    def _of_stories(self, own: dict[str, list[Traits]], of: Collection[str] | None) -> Iterator[tuple[Traits, Traits]]:
        keyed = {document: _by_key(found) for document, found in own.items()}
        for one, other in sorted(blocks.pairs_of_documents(self.documents, self._config.fusion_days, of=of)):
            if one in keyed and other in keyed and self.like(one, other) >= self._least:
                yield from blocks.between(keyed[one], keyed[other])


def _by_key(found: Sequence[Traits]) -> dict[blocks.Key, list[Traits]]:
    keyed: dict[blocks.Key, list[Traits]] = defaultdict(list)
    for one in found:
        for key in blocks.action_keys(one.reading):
            keyed[key].append(one)
    return keyed
