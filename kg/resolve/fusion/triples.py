"""Plain triples: one hop from actor to recipient or thing, of facts alone."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Factuality, Genre, Polarity, RoleName
from kg.resolve.fusion.factuality import is_certain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Claim, Event, EventReading, MentionRef


class PlainTriple(Struct, frozen=True, kw_only=True, order=True, gc=False):
    """Actor – action – recipient or thing, by ids, of a fact, read from one mention."""

    subject: str
    action: str
    object: str
    mention: MentionRef


def facts(found: Iterable[Event], claims: Iterable[Claim]) -> list[PlainTriple]:
    """The plain triples of facts, sorted: each from one mention that affirms it, with its own action."""
    affirmed = {
        c.event
        for c in claims
        if c.event and c.own_voice and c.genre is Genre.REPORT and is_certain(c) and c.polarity is Polarity.POSITIVE
    }
    out: set[PlainTriple] = set()
    for event in found:
        if event.factuality is Factuality.FACT:
            for reading in event.readings:
                if reading.mention in affirmed:
                    out.update(_triples(reading))
    return sorted(out)


def _triples(reading: EventReading) -> Iterator[PlainTriple]:
    actors = _entities(reading, RoleName.ACTOR)
    addressed = any(p.role is RoleName.RECIPIENT for p in reading.participants)
    others = _entities(reading, RoleName.RECIPIENT if addressed else RoleName.THEME)
    pairs = permutations(actors, 2) if reading.reciprocal else ((a, o) for a in actors for o in others)
    for one, other in pairs:
        if one != other:
            yield PlainTriple(subject=one, action=reading.action, object=other, mention=reading.mention)


def _entities(reading: EventReading, role: RoleName) -> list[str]:
    return sorted({p.entity for p in reading.participants if p.role is role and p.entity and not p.event})
