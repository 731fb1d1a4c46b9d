"""What rules out that two mentions of a ledger are of one event; their documents are read only where it is in question.

A pair of mentions has a score where it is looked at and nothing rules it out: of such a pair nothing need be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.pipeline.changes.documents import Documents, readings
from kg.resolve.fusion.traits import Traits, traits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from kg.model import EventReading, MentionRef
    from kg.resolve.fusion.rules import Rules


@dataclass(slots=True, kw_only=True)
class Parting:
    """Says of the places of two ``mentions`` whether they are ruled out; ``scored`` are the pairs with a score."""

    documents: Documents
    rules: Rules
    lift: Callable[[str], str]
    mentions: Sequence[MentionRef]
    scored: Collection[tuple[int, int]]
    _traits: dict[int, Traits] = field(default_factory=dict)
    _readings: dict[str, dict[MentionRef, EventReading]] = field(default_factory=dict)

    def apart(self, one: int, other: int) -> bool:
        """Whether something rules out that two are of one event; the smaller place comes first."""
        return (one, other) not in self.scored and self.rules.apart(self._of(one), self._of(other)) is not None

    def _of(self, n: int) -> Traits:
        if n not in self._traits:
            document = self.mentions[n].document
            if document not in self._readings:
                self._readings[document] = readings(self.documents.told(document))
            slim = replace(self.documents.told(document), readings=(self._readings[document][self.mentions[n]],))
            self._traits[n] = traits(slim, self.lift)[0]
        return self._traits[n]
