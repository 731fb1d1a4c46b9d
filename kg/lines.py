"""The text layer as JSON Lines: one object a document, as ``kg extract`` prints them.

Offsets count code points of the document's text, end excluded. ``entity`` and ``event`` are ids across the run: the
same string is the same entity, the same event.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from kg.ids import document_id
from kg.model import MentionRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import (
        Affiliation,
        Attribution,
        EntityMention,
        EventMention,
        Extraction,
        Quantity,
        Resolution,
        Role,
        Span,
        Time,
    )

_PLACE = attrgetter("span", "name")


def line(extraction: Extraction, resolution: Resolution, canonical: Mapping[MentionRef, MentionRef]) -> str:
    """One document as a line of JSON, without its line end.

    ``canonical`` leads each event mention to the earliest one of its event.
    """
    return msgspec.json.encode(_Lines(extraction, resolution, canonical).document()).decode()


class _Lines:
    def __init__(
        self, extraction: Extraction, resolution: Resolution, canonical: Mapping[MentionRef, MentionRef]
    ) -> None:
        self.extraction = extraction
        self.canonical = canonical
        self.text = extraction.document.text
        self.ident = document_id(extraction.document)
        self.links = {span: entity for span, entity, _ in resolution.links}
        self.entities = {m.span: f"e{n}" for n, m in enumerate(extraction.entities, 1)}
        self.events = {e.span: f"v{n}" for n, e in enumerate(extraction.events, 1)}

    def document(self) -> dict[str, Any]:
        """The whole object."""
        found = self.extraction
        return {
            "id": found.document.name,
            "entities": [self.entity(m) for m in found.entities],
            "events": [self.event(e) for e in found.events],
            "attributions": [self.attribution(a) for a in found.attributions],
            "propositions": [
                {"subject": p.subject, "relation": p.relation, "object": p.object} for p in found.propositions
            ],
            "quantities": [self.quantity(q) for q in found.quantities],
            "affiliations": [self.affiliation(a) for a in found.affiliations],
        }

    def at(self, span: Span) -> dict[str, Any]:
        """A span with its words."""
        return {"start": span.start, "end": span.end, "text": span.of(self.text)}

    def entity(self, mention: EntityMention) -> dict[str, Any]:
        """An entity mention and where it leads."""
        start, end = span = mention.span
        return {
            "id": self.entities[span],
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "kind": mention.kind,
            "type": mention.type,
            "entity": self.links.get(span) or f"{self.ident}-{start}-{end}",
        }

    def event(self, event: EventMention) -> dict[str, Any]:
        """An event mention with its roles."""
        start, end = span = event.span
        own = MentionRef(document=self.ident, span=span)
        ref = self.canonical.get(own, own)
        return {
            "id": self.events[span],
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "action": event.action,
            "type": event.type,
            "mode": event.mode,
            "lexeme": event.lexeme,
            "nominal": event.nominal,
            "polarity": event.polarity,
            "certainty": event.certainty,
            "future": event.future,
            "modality": event.modality,
            "confidence": event.confidence,
            "event": f"{ref.document}-{ref.span.start}-{ref.span.end}",
            "time": self.time(event.time) if event.time else None,
            "roles": [self.role(role) for role in sorted((*event.roles, *event.concerned), key=_PLACE)],
        }

    def role(self, role: Role) -> dict[str, Any]:
        """What fills a role."""
        start, end = role.span
        return {
            "role": role.name,
            "start": start,
            "end": end,
            "text": self.text[start:end],
            "mention": self.entities.get(role.mention) if role.mention else None,
            "event": self.events.get(role.event) if role.event else None,
        }

    def time(self, time: Time) -> dict[str, Any]:
        """The days of a time expression."""
        return {
            **self.at(time.span),
            "earliest": time.earliest.isoformat() if time.earliest else None,
            "latest": time.latest.isoformat() if time.latest else None,
            "precision": time.precision,
            "duration": time.duration,
        }

    def attribution(self, attribution: Attribution) -> dict[str, Any]:
        """Cue, authority and content of an attribution."""
        authority = attribution.authority
        return {
            "cue": self.at(attribution.cue) if attribution.cue else None,
            "authority": {**self.at(authority), "mention": self.entities.get(authority)} if authority else None,
            "content": [self.at(part) for part in attribution.content],
            "quotation": attribution.quotation,
            "events": [self.events[span] for span in attribution.events],
        }

    def quantity(self, quantity: Quantity) -> dict[str, Any]:
        """Money, a percentage or a count."""
        return {
            **self.at(quantity.span),
            "value": quantity.value,
            "minimum": quantity.minimum,
            "maximum": quantity.maximum,
            "unit": quantity.unit,
            "currency": quantity.currency,
            "qualifier": quantity.qualifier,
            "purpose": quantity.purpose,
            "counts": self.entities.get(quantity.counts) if quantity.counts else None,
            "event": self.events.get(quantity.event) if quantity.event else None,
        }

    def affiliation(self, affiliation: Affiliation) -> dict[str, Any]:
        """A person's role in a body."""
        return {
            **self.at(affiliation.span),
            "person": self.entities.get(affiliation.person),
            "role": affiliation.role,
            "body": self.entities.get(affiliation.body) if affiliation.body else None,
        }
