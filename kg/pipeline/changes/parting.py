"""What is asked of two mentions of a ledger beside their score: what rules them out, what they would score.

A pair of mentions has a score where it is looked at and nothing rules it out: of such a pair nothing need be read. Of
others, the documents are read only where it is in question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.pipeline.changes.documents import Documents, readings
from kg.resolve import fusion
from kg.resolve.fusion.traits import Traits, traits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from kg.model import EventReading, MentionRef
    from kg.resolve.fusion.features import Told


@dataclass(slots=True, kw_only=True)
class Parting:
    """Tells of the places of two ``mentions``, the smaller one first; ``scored`` are the pairs with a score."""

    documents: Documents
    weighed: fusion.Weighed
    lift: Callable[[str], str]
    mentions: Sequence[MentionRef]
    scored: Collection[tuple[int, int]]
    _traits: dict[int, Traits] = field(default_factory=dict)
    _readings: dict[str, dict[MentionRef, EventReading]] = field(default_factory=dict)
    _told: dict[str, Told] = field(default_factory=dict)

    def apart(self, one: int, other: int) -> bool:
        """Whether something rules out that two are of one event."""
        return (one, other) not in self.scored and self.weighed.apart(self._of(one), self._of(other))

    def unseen(self, one: int, other: int) -> int:
        """What two would score that were not looked at, in ten-thousandths."""
        a, b = self._of(one), self._of(other)
        return self.weighed.unseen(a, b, self._like(a.document, b.document))

    def _like(self, one: str, other: str) -> float:
        if one == other:
            return 1.0
        early, late = (self._about(document) for document in sorted((one, other)))
        return fusion.likeness(early, late)

    def _about(self, document: str) -> Told:
        if document not in self._told:
            self._told[document] = fusion.told(self.documents.told(document).story)
        return self._told[document]

    def _of(self, n: int) -> Traits:
        if n not in self._traits:
            document = self.mentions[n].document
            if document not in self._readings:
                self._readings[document] = readings(self.documents.told(document))
            slim = replace(self.documents.told(document), readings=(self._readings[document][self.mentions[n]],))
            self._traits[n] = traits(slim, self.lift)[0]
        return self._traits[n]
