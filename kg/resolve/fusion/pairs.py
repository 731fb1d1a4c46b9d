"""All pairs that are looked at, each with its score."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.resolve.fusion.blocks import Keyed, of_parties
from kg.resolve.fusion.clusters import WHOLE, Beside
from kg.resolve.fusion.ground import grounded
from kg.resolve.fusion.score import logit
from kg.resolve.fusion.weighed import Weighed

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from kg.config import ResolveConfig
    from kg.model import MentionRef
    from kg.resolve.fusion.clusters import Pair
    from kg.resolve.fusion.compared import Compared

_HOPELESS = 1000  # scores below change no mean that matters
_LEAST = logit((_HOPELESS - 1) / WHOLE)  # what sums to less has such a score, however it is rounded


class Pairs:
    """The readings of some documents, sorted by age, and the pairs among them. A reading goes by its place."""

    def __init__(self, compared: Compared, config: ResolveConfig, *, bare: bool) -> None:
        """With ``bare``, the mentions that are in no graph are among them, and only pairs with one are looked at."""
        self.weighed = Weighed(config, compared.meanings, sure=compared.sure)
        self.traits = compared.all if bare else compared.kept
        self.places = {one.mention: n for n, one in enumerate(self.traits)}
        self._compared, self._config, self._bare = compared, config, bare

    def scored(self, of: Collection[MentionRef] | None = None) -> dict[Pair, int]:
        """The pairs that are looked at, not ruled out and not hopeless, with their scores in ten-thousandths.

        With ``of``, only those of which one is among these mentions.
        """
        found: dict[Pair, int] = {}
        apart, score, traits = self.weighed.apart, self.weighed.score, self.traits
        wanted = None if of is None else {self.places[mention] for mention in of}
        for (here, there), pairs in self._pairs():
            like = self.like(here, there)
            once = {(a, b) if a < b else (b, a) for a, b in pairs}
            for a, b in once if wanted is None else [pair for pair in once if not wanted.isdisjoint(pair)]:
                one, other = traits[a], traits[b]
                value = score(one, other, like, least=_LEAST)
                if value >= _HOPELESS and not apart(one, other):
                    found[a, b] = value
        return found

    @property
    def beside(self) -> Beside:
        """What clusters ask beside the scores. It is not kept: what refers to itself waits for the collector."""
        return Beside(apart=self.apart, unseen=self.unseen)

    def score(self, a: int, b: int) -> int:
        """The score of two places in ten-thousandths, whatever rules it out."""
        one, other = self.traits[a], self.traits[b]
        return self.weighed.score(one, other, self.like(one.document, other.document))

    def unseen(self, a: int, b: int) -> int:
        """The same of two places that were not looked at: what shares no action key has 0."""
        one, other = self.traits[a], self.traits[b]
        return self.weighed.unseen(one, other, self.like(one.document, other.document))

    def apart(self, a: int, b: int) -> bool:
        """Whether something rules out that two places are of one event."""
        return self.weighed.apart(self.traits[a], self.traits[b])

    def like(self, one: str, other: str) -> float:
        """How alike two documents are."""
        return self._compared.like(one, other)

    def _pairs(self) -> Iterator[tuple[tuple[str, str], Iterable[Pair]]]:
        """Pairs by the documents that they are of; some stand twice."""
        own: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self.traits):
            own[one.document].append(n)
        keyed = {document: Keyed(places, self.traits) for document, places in own.items()}
        return self._with_bare(keyed) if self._bare else self._in_the_graph(keyed)

    def _with_bare(self, keyed: Mapping[str, Keyed]) -> Iterator[tuple[tuple[str, str], Iterable[Pair]]]:
        for document, each in keyed.items():
            yield (document, document), each.within_bare()
        for one, other in self._of_stories(keyed, self._config.bare_story_likeness):
            yield (one, other), keyed[one].between_bare(keyed[other])

    def _in_the_graph(self, keyed: Mapping[str, Keyed]) -> Iterator[tuple[tuple[str, str], Iterable[Pair]]]:
        of = self._compared.of
        for document, each in keyed.items():
            if of is None or document in of:
                yield (document, document), each.within()
        for a, b in of_parties(self.traits, self._config.fusion_days):
            documents = self.traits[a].document, self.traits[b].document
            if of is None or not of.isdisjoint(documents):
                yield documents, ((a, b),)
        least = min(self._config.sentence_likeness, self._config.common_sentence_likeness)
        for one, other in self._of_stories(keyed, self._config.story_likeness):
            found = keyed[one].between(keyed[other])
            sure = self.like(one, other) >= min(self._config.one_story, self._config.lead_story)
            yield (one, other), found if least <= 0 or sure else grounded(found, self.traits, least)

    def _of_stories(self, keyed: Container[str], least: float) -> Iterator[tuple[str, str]]:
        pairs = self._compared.of_stories(self._config.fusion_days, least)
        return ((one, other) for one, other in pairs if one in keyed and other in keyed)
