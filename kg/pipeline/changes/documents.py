"""The documents of a graph as they are resolved before some came or went, and after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import resolve
from kg.pipeline.changes import noting
from kg.pipeline.changes.figures import Renaming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from kg.model import EventReading, MentionRef, Participant, Resolution
    from kg.pipeline.keeping import Keeper, Kept
    from kg.store import Ledger


@dataclass(slots=True, kw_only=True)
class Documents:
    """Documents with the figures that are one put into one; ``renaming`` is what a change makes of these."""

    ledger: Ledger
    keeper: Keeper
    renaming: Renaming = field(default_factory=lambda: Renaming(was={}, now={}))
    _own: dict[str, Kept] = field(default_factory=dict)
    _before: dict[str, Resolution] = field(default_factory=dict)
    _after: dict[str, Resolution] = field(default_factory=dict)
    _told: dict[str, Resolution] = field(default_factory=dict)
    _stays: dict[str, resolve.Figure | None] = field(default_factory=dict)
    _published: dict[str, date | None] = field(default_factory=dict)

    def own(self, ident: str) -> Kept:
        """A document resolved by itself."""
        if ident not in self._own:
            self._own[ident] = self.keeper.of(ident)
        return self._own[ident]

    def before(self, ident: str) -> Resolution:
        """A document as it was before the change."""
        if ident not in self._before:
            own = self.own(ident)
            if noting.unknown(own.resolution).isdisjoint(self.renaming.was):
                return self.after(ident)
            names = self._names(noting.unknown(own.resolution), was=True)
            self._before[ident] = resolve.renamed(own.resolution, names)
        return self._before[ident]

    def after(self, ident: str) -> Resolution:
        """A document as it is after the change."""
        if ident not in self._after:
            own = self.own(ident).resolution
            self._after[ident] = resolve.renamed(own, self._names(noting.unknown(own), was=False))
        return self._after[ident]

    def told(self, ident: str) -> Resolution:
        """What a document tells after the change: its readings, its story and its day alone."""
        if ident in self._after:
            return self._after[ident]
        if ident not in self._told:
            own = self.keeper.told(ident)
            about = {one for reading in own.readings for part in reading.participants for one in _entities(part)}
            names = self._names(noting.unknown(own) & about, was=False)
            self._told[ident] = resolve.renamed(own, names)
        return self._told[ident]

    def stays(self, entity: str, *, was: bool) -> resolve.Figure | None:
        """The figure to which an entity lost its place, before the change or after it."""
        if was and entity in self.renaming.was:
            return self.renaming.was[entity]
        if entity not in self._stays:
            self._look_up({entity})
        return self._stays[entity]

    def published(self, ident: str) -> date | None:
        """The day of a document."""
        if ident not in self._published:
            self._published[ident] = noting.published(self.ledger.story(ident))
        return self._published[ident]

    def _names(self, entities: AbstractSet[str], *, was: bool) -> dict[str, resolve.Figure]:
        self._look_up(entities - self._stays.keys())
        found = ((entity, self.stays(entity, was=was)) for entity in entities)
        return {entity: figure for entity, figure in found if figure is not None}

    def _look_up(self, entities: AbstractSet[str]) -> None:
        """Remembers where entities lead: once what is one is noted, that does not change any more."""
        found = self.ledger.figures.all_renamed(entities)
        self._stays |= dict.fromkeys(entities) | {str(one): noting.figure(content) for one, content in found}


def _entities(part: Participant) -> Iterator[str]:
    if part.entity is not None:
        yield part.entity
    yield from part.about


def readings(resolution: Resolution) -> dict[MentionRef, EventReading]:
    """The readings of a document by their mentions."""
    return {reading.mention: reading for reading in resolution.readings}
