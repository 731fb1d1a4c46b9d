"""Event fusion across documents, factuality, and plain triples.

Two readings of two documents are of one event when they share the type (or the action), an actor and a recipient (or
the action, an actor and words of the thing it is done to), their days lie close and their themes share words; two of
one document when action, actors and parties are the same. Clusters are the connected components of such pairs, so their
order does not matter, and the id of a cluster is its earliest reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Certainty, Claim, Event, Factuality, Genre, MentionRef, Modality, Polarity, RoleName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

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


def events(
    resolutions: Iterable[Resolution], config: ResolveConfig, *, lift: Callable[[str], str] = lambda entity: entity
) -> list[Event]:
    """The events of all documents, each with its readings, earliest first; sorted by id.

    Parties are compared as ``lift`` gives them: a government and its state are one party of one event, though each
    reading keeps the one that its text names.
    """
    documents = list(resolutions)
    readings = sorted((r for d in documents for r in d.readings), key=_age)
    claims: dict[MentionRef, list[Claim]] = defaultdict(list)
    for document in documents:
        for claim in document.claims:
            if claim.event is not None:
                claims[claim.event].append(claim)
    clusters = _clusters(readings, config, lift)
    return sorted((_event(cluster, claims) for cluster in clusters), key=lambda event: event.id)


def _age(reading: EventReading) -> tuple[bool, str, MentionRef]:
    published = reading.published
    return published is None, published.isoformat() if published else "", reading.mention


def _clusters(
    readings: Sequence[EventReading], config: ResolveConfig, lift: Callable[[str], str]
) -> Iterator[list[EventReading]]:
    leader = {r.mention: r.mention for r in readings}

    def find(mention: MentionRef) -> MentionRef:
        while leader[mention] != mention:
            leader[mention] = leader[leader[mention]]
            mention = leader[mention]
        return mention

    order = {r.mention: n for n, r in enumerate(readings)}
    for block in _blocks(readings, lift).values():
        for one, other in combinations(block, 2):
            if find(one.mention) != find(other.mention) and _same(one, other, config, lift):
                first, second = sorted((find(one.mention), find(other.mention)), key=order.__getitem__)
                leader[second] = first
    grouped: dict[MentionRef, list[EventReading]] = defaultdict(list)
    for reading in readings:
        grouped[find(reading.mention)].append(reading)
    yield from grouped.values()


def _blocks(
    readings: Iterable[EventReading], lift: Callable[[str], str]
) -> Mapping[tuple[str, ...], list[EventReading]]:
    """Readings that may be of one event, each block to be compared pair by pair.

    Across documents by type or action with the pair of parties, or by action and actor where there is a thing; within a
    document by action and actor.
    """
    blocks: dict[tuple[str, ...], list[EventReading]] = defaultdict(list)
    for reading in readings:
        actors, recipients = _named(reading, RoleName.ACTOR, lift), _named(reading, RoleName.RECIPIENT, lift)
        others = actors if reading.reciprocal else recipients
        for actor in actors:
            for other in others - {actor}:
                blocks[reading.type or reading.action, *sorted((actor, other))].append(reading)
            if _things(reading):
                blocks[reading.action, actor].append(reading)
        for actor in _parties(reading, RoleName.ACTOR):
            blocks[reading.mention.document, reading.action, actor].append(reading)
    return blocks


def _same(one: EventReading, other: EventReading, config: ResolveConfig, lift: Callable[[str], str]) -> bool:
    if one.time and other.time and not _overlap(one, other):
        return False
    if one.mention.document == other.mention.document:
        return _same_within(one, other, config)
    if one.published is None or other.published is None:
        return False
    if abs((one.published - other.published).days) > config.fusion_days:
        return False
    recipients = [_named(reading, RoleName.RECIPIENT, lift) for reading in (one, other)]
    if not all(recipients) and not (one.reciprocal or other.reciprocal or one.type == "CONSULT"):
        return one.action == other.action and not any(recipients) and _alike(_things(one), _things(other), config)
    directed = not (one.reciprocal or other.reciprocal or one.type == "CONSULT")
    if directed and not _named(one, RoleName.ACTOR, lift) & _named(other, RoleName.ACTOR, lift):
        return False
    mine, theirs = _theme_words(one), _theme_words(other)
    return _alike(mine, theirs, config) if mine and theirs else one.action == other.action


def _same_within(one: EventReading, other: EventReading, config: ResolveConfig) -> bool:
    """Two mentions of one document: the same actors do the same, to the same parties or things."""
    if one.action != other.action or _parties(one, RoleName.ACTOR) != _parties(other, RoleName.ACTOR):
        return False
    mine, theirs = _parties(one, RoleName.RECIPIENT), _parties(other, RoleName.RECIPIENT)
    if mine or theirs:
        return mine == theirs and _theme_words(one) == _theme_words(other)
    return _alike(_things(one), _things(other), config)


def _alike(mine: set[str], theirs: set[str], config: ResolveConfig) -> bool:
    return bool(mine & theirs) and len(mine & theirs) >= config.theme_overlap * len(mine | theirs)


def _parties(reading: EventReading, role: RoleName) -> set[str]:
    return {p.entity for p in reading.participants if p.role is role and p.entity}


def _things(reading: EventReading) -> set[str]:
    """The words of the things that something is done to; what somebody says or asks for is none."""
    themes = [p for p in reading.participants if p.role is RoleName.THEME]
    if any(p.event for p in themes):
        return set()
    return {w for p in themes for w in _words(p.words)}


def _overlap(one: EventReading, other: EventReading) -> bool:
    a, b = one.time, other.time
    if a is None or b is None:
        return True
    return _begins_by(a.earliest, b.latest) and _begins_by(b.earliest, a.latest)


def _begins_by(earliest: date | None, latest: date | None) -> bool:
    """Whether one bound does not lie behind another; an open one never does."""
    return earliest is None or latest is None or earliest <= latest


def _named(reading: EventReading, role: RoleName, lift: Callable[[str], str]) -> set[str]:
    """The parties in a role that have a name of their own across documents."""
    local = f"-{reading.mention.document}"
    return {
        lift(p.entity) for p in reading.participants if p.role is role and p.entity and not p.entity.endswith(local)
    }


def _theme_words(reading: EventReading) -> set[str]:
    return {w for p in reading.participants if p.role is RoleName.THEME for w in _words(p.words)}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _STOP


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


class PlainTriple(Struct, frozen=True, kw_only=True, order=True, gc=False):
    """Actor – action – recipient or thing, by ids, of a fact, read from one mention."""

    subject: str
    action: str
    object: str
    mention: MentionRef


def facts(found: Iterable[Event], claims: Iterable[Claim]) -> list[PlainTriple]:
    """The plain triples of facts, sorted: each from one mention that affirms it, with the event's action."""
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
                    out.update(_triples(reading, event.readings[0].action))
    return sorted(out)


def _triples(reading: EventReading, action: str) -> Iterator[PlainTriple]:
    actors = _entities(reading, RoleName.ACTOR)
    addressed = any(p.role is RoleName.RECIPIENT for p in reading.participants)
    others = _entities(reading, RoleName.RECIPIENT if addressed else RoleName.THEME)
    pairs = permutations(actors, 2) if reading.reciprocal else ((a, o) for a in actors for o in others)
    for one, other in pairs:
        if one != other:
            yield PlainTriple(subject=one, action=action, object=other, mention=reading.mention)


def _entities(reading: EventReading, role: RoleName) -> list[str]:
    return sorted({p.entity for p in reading.participants if p.role is role and p.entity and not p.event})
