"""Event fusion across documents, factuality, and plain triples.

Two readings are of one event when they share the type (or the action), an actor and a recipient, their days lie close
and their themes share words. Clusters are the connected components of such pairs, so their order does not matter, and
the id of a cluster is its earliest reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from kg.model import Certainty, Claim, Event, Factuality, Genre, MentionRef, Modality, Polarity, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.model import EventReading, Resolution

_STOP = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "her",
        "his",
        "in",
        "is",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "to",
        "with",
    }
)


def events(resolutions: Iterable[Resolution], config: ResolveConfig) -> list[Event]:
    """The events of all documents, each with its readings, earliest first; sorted by id."""
    documents = list(resolutions)
    readings = sorted((r for d in documents for r in d.readings), key=_age)
    claims: dict[MentionRef, list[Claim]] = defaultdict(list)
    for document in documents:
        for claim in document.claims:
            if claim.event is not None:
                claims[claim.event].append(claim)
    clusters = _clusters(readings, config)
    return sorted((_event(cluster, claims) for cluster in clusters), key=lambda event: event.id)


def _age(reading: EventReading) -> tuple[bool, str, MentionRef]:
    published = reading.published
    return published is None, published.isoformat() if published else "", reading.mention


def _clusters(readings: Sequence[EventReading], config: ResolveConfig) -> Iterator[list[EventReading]]:
    leader = {r.mention: r.mention for r in readings}

    def find(mention: MentionRef) -> MentionRef:
        while leader[mention] != mention:
            leader[mention] = leader[leader[mention]]
            mention = leader[mention]
        return mention

    order = {r.mention: n for n, r in enumerate(readings)}
    for block in _blocks(readings).values():
        for one, other in combinations(block, 2):
            if find(one.mention) != find(other.mention) and _same(one, other, config):
                first, second = sorted((find(one.mention), find(other.mention)), key=order.__getitem__)
                leader[second] = first
    grouped: dict[MentionRef, list[EventReading]] = defaultdict(list)
    for reading in readings:
        grouped[find(reading.mention)].append(reading)
    yield from grouped.values()


def _blocks(readings: Iterable[EventReading]) -> Mapping[tuple[str, str, str], list[EventReading]]:
    """Readings by type or action, actor and recipient: only readings of one block are compared."""
    blocks: dict[tuple[str, str, str], list[EventReading]] = defaultdict(list)
    for reading in readings:
        actors, recipients = _named(reading, RoleName.ACTOR), _named(reading, RoleName.RECIPIENT)
        if reading.reciprocal:
            recipients = actors
        for actor in actors:
            for recipient in recipients - {actor}:
                one, other = sorted((actor, recipient))
                blocks[reading.type or reading.action, one, other].append(reading)
    return blocks


def _same(one: EventReading, other: EventReading, config: ResolveConfig) -> bool:
    if one.mention.document == other.mention.document:
        return False
    if one.published is None or other.published is None:
        return False
    if abs((one.published - other.published).days) > config.fusion_days:
        return False
    directed = not (one.reciprocal or other.reciprocal or one.type == "CONSULT")
    if directed and not _named(one, RoleName.ACTOR) & _named(other, RoleName.ACTOR):
        return False
    if one.time and other.time and not _overlap(one, other):
        return False
    mine, theirs = _theme_words(one), _theme_words(other)
    if not mine or not theirs:
        return one.action == other.action
    return len(mine & theirs) >= config.theme_overlap * len(mine | theirs)


def _overlap(one: EventReading, other: EventReading) -> bool:
    a, b = one.time, other.time
    if a is None or b is None or not (a.earliest and b.latest and b.earliest and a.latest):
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _named(reading: EventReading, role: RoleName) -> set[str]:
    """The parties in a role that have a name of their own across documents."""
    local = f"-{reading.mention.document}"
    return {p.entity for p in reading.participants if p.role is role and p.entity and not p.entity.endswith(local)}


def _theme_words(reading: EventReading) -> set[str]:
    words = (p.words for p in reading.participants if p.role is RoleName.THEME)
    return {w for text in words for w in re.findall(r"\w+", text.lower())} - _STOP


# ------------------------------------------------------------------------------------------------ factuality


def _event(cluster: Sequence[EventReading], claims: Mapping[MentionRef, Sequence[Claim]]) -> Event:
    made = [claim for reading in cluster for claim in claims.get(reading.mention, ())]
    reports = {claim.mention.document: claim.genre for claim in made}
    return Event(
        id=cluster[0].mention,
        readings=tuple(cluster),
        factuality=factuality(made),
        reports=len({r.mention.document for r in cluster}),
        independent_reports=sum(genre is Genre.REPORT for genre in reports.values()),
    )


def factuality(claims: Iterable[Claim]) -> Factuality:
    """What an event amounts to over all its claims (the rules of the design, after FactBank).

    Disputed: certain, asserted claims of both polarities about what is not future, whoever makes them. Fact: a report
    affirms it so in its own voice. Counterfact: a report denies it so, and nobody affirms it so. Else uncommitted.
    """
    certain = [c for c in claims if is_certain(c)]
    polarities = {c.polarity for c in certain}
    if len(polarities) > 1:
        return Factuality.DISPUTED
    own = {c.polarity for c in certain if c.own_voice and c.genre is Genre.REPORT}
    if Polarity.POSITIVE in own:
        return Factuality.FACT
    return Factuality.COUNTERFACT if own else Factuality.UNCOMMITTED


def is_certain(claim: Claim) -> bool:
    """Whether a claim is asserted, certain, and not about the future."""
    return claim.certainty is Certainty.CERTAIN and claim.modality is Modality.ASSERTED and not claim.future


# ------------------------------------------------------------------------------------------------ plain triples


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PlainTriple:
    """Actor – action – recipient or thing, by ids, of a fact, read from one mention."""

    subject: str
    action: str
    object: str
    mention: MentionRef


def facts(found: Iterable[Event], claims: Iterable[Claim]) -> list[PlainTriple]:
    """The plain triples of the events that are facts, each from one mention that affirms it; sorted."""
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
    others = _entities(reading, RoleName.RECIPIENT) or _entities(reading, RoleName.THEME)
    pairs = permutations(actors, 2) if reading.reciprocal else ((a, o) for a in actors for o in others)
    for one, other in pairs:
        if one != other:
            yield PlainTriple(subject=one, action=reading.action, object=other, mention=reading.mention)


def _entities(reading: EventReading, role: RoleName) -> list[str]:
    return sorted({p.entity for p in reading.participants if p.role is role and p.entity})
