"""The readings of some documents made ready, once for all that compare them."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from kg.resolve.fusion import blocks
from kg.resolve.fusion.copies import copies
from kg.resolve.fusion.features import likeness, told
from kg.resolve.fusion.rules import NO_MEANINGS
from kg.resolve.fusion.traits import age, traits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from kg.config import ResolveConfig
    from kg.model import Copy, Resolution
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Lift, Traits


class Compared:
    """Some documents with their readings, as events and the ids of all mentions are made of."""

    def __init__(
        self,
        documents: Iterable[Resolution],
        lift: Lift,
        *,
        meanings: Meanings = NO_MEANINGS,
        of: AbstractSet[str] | None = None,
    ) -> None:
        """Parties are compared as ``lift`` gives them, themes that share no word by their ``meanings``.

        With ``of``, only these documents are compared, with all others.
        """
        self.of, self.meanings, self.sure = of, meanings, True
        self.documents = sorted(documents, key=lambda document: document.document)
        self._lift = lift
        self._stories = {document.document: told(document.story) for document in self.documents}
        self._like: dict[tuple[str, str, bool], float] = {}
        self._copies: dict[float, list[Copy]] = {}
        self._near: dict[int, list[tuple[str, str]]] = {}

    def loosely(self) -> Compared:
        """The same documents, compared by what is likely, not by what is sure."""
        out = copy(self)
        out.sure = False
        return out

    @cached_property
    def kept(self) -> list[Traits]:
        """The readings that are in the graph, the oldest first."""
        return sorted((one for document in self.documents for one in traits(document, self._lift)), key=age)

    @cached_property
    def all(self) -> list[Traits]:
        """All readings, also those in no graph, the oldest first."""
        bare = (one for document in self.documents for one in traits(document, self._lift, bare=True))
        return sorted([*self.kept, *bare], key=age)

    def copies(self, config: ResolveConfig) -> list[Copy]:
        """Which documents are copies of which."""
        if config.copy_likeness not in self._copies:
            self._copies[config.copy_likeness] = copies(self.documents, config)
        return self._copies[config.copy_likeness]

    def like(self, one: str, other: str) -> float:
        """How alike two documents are, 0 to 1."""
        if one == other:
            return 1.0
        early, late = (one, other) if one <= other else (other, one)
        key = early, late, self.sure
        found = self._like.get(key)
        if found is None:
            found = self._like[key] = likeness(self._stories[early], self._stories[late], sure=self.sure)
        return found

    def of_stories(self, days: int, least: float) -> list[tuple[str, str]]:
        """Documents at most ``days`` apart that are so much alike that they may tell one story, sorted."""
        if days not in self._near:
            self._near[days] = sorted(blocks.pairs_of_documents(self.documents, days, self.of))
        return [pair for pair in self._near[days] if self.like(*pair) >= least]
