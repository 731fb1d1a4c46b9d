"""Readings of all documents → events, and what mentions say nothing by themselves are of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kg.model import Candidate, Event, Genre, MentionRef, Verdict
from kg.resolve.fusion.blocks import meeting, party_keys
from kg.resolve.fusion.clusters import WHOLE, Beside, Verdicts, clusters, groups
from kg.resolve.fusion.compared import Compared
from kg.resolve.fusion.factuality import factuality
from kg.resolve.fusion.judged import verdicts_of
from kg.resolve.fusion.pairs import Pairs
from kg.resolve.fusion.rules import NO_MEANINGS
from kg.resolve.fusion.traits import traits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.config import ResolveConfig
    from kg.model import Claim, Copy, EventReading, Judgement, Resolution
    from kg.ontology import Meanings
    from kg.resolve.fusion.blocks import Key
    from kg.resolve.fusion.clusters import Pair
    from kg.resolve.fusion.traits import Lift

Scores = dict[tuple[MentionRef, MentionRef], int]  # ten-thousandths, by pairs of which the older one comes first


class Fused(NamedTuple):
    """Events over all documents, the scores that made them, the party keys of each document, and the copies."""

    events: list[Event]
    scores: Scores
    parties: Mapping[str, set[Key]]
    copies: list[Copy]


def same(entity: str) -> str:
    """Lifts nothing."""
    return entity


def events(
    resolutions: Iterable[Resolution],
    config: ResolveConfig,
    *,
    lift: Lift = same,
    judgements: Sequence[Judgement] = (),
    meanings: Meanings = NO_MEANINGS,
) -> list[Event]:
    """The events of all documents, each with its readings, earliest first; sorted by id.

    Parties are compared as ``lift`` gives them: a government and its state are one party of one event, though each
    reading keeps the one that its text names; ``meanings`` compare themes. What ``judgements`` say of
    two mentions beats any score; those of other things, or of mentions that are not here, are passed over.
    """
    return fused((), config, judgements=judgements, compared=Compared(resolutions, lift, meanings=meanings)).events


def fused(
    resolutions: Iterable[Resolution],
    config: ResolveConfig,
    *,
    lift: Lift = same,
    judgements: Sequence[Judgement] = (),
    compared: Compared | None = None,
) -> Fused:
    """The same, with what they were made by; ``compared`` are the documents made ready, if they are already."""
    compared = compared or Compared(resolutions, lift)
    documents, doubles = compared.documents, compared.copies(config)
    pairs = Pairs(compared, config, bare=False)
    scored = pairs.scored()
    keys: dict[str, set[Key]] = {document.document: set() for document in documents}
    for one in pairs.traits:
        keys[one.document] |= party_keys(one)
    return Fused(
        events=made(_readings(pairs, scored, config, judgements), documents, {copy.document for copy in doubles}),
        scores=_of_mentions(pairs, scored),
        parties=keys,
        copies=doubles,
    )


def scores(
    resolutions: Iterable[Resolution],
    config: ResolveConfig,
    *,
    lift: Lift = same,
    meanings: Meanings = NO_MEANINGS,
    of: AbstractSet[MentionRef],
) -> Scores:
    """The scores of all pairs that are looked at and have one of the mentions ``of``."""
    found = list(resolutions)
    brought = {key for each in found for reading in each.readings if reading.mention in of for key in meeting(reading)}
    slim = [
        replace(each, readings=tuple(r for r in each.readings if not brought.isdisjoint(meeting(r))), bare=())
        for each in found
    ]
    compared = Compared(slim, lift, meanings=meanings, of={mention.document for mention in of})
    pairs = Pairs(compared, config, bare=False)
    return _of_mentions(pairs, pairs.scored(of))


def clustered(
    mentions: Sequence[MentionRef],
    scored: Mapping[Pair, int],
    beside: Beside,
    config: ResolveConfig,
    *,
    judgements: Sequence[Judgement] = (),
) -> list[list[int]]:
    """Mentions in the graph by events, earliest first; they are given the oldest first, and go by their places.

    Those that ``scored`` joins must be among them; ``beside`` is asked what else there is to say of two places.
    """
    verdicts = verdicts_of(judgements, {mention: n for n, mention in enumerate(mentions)})
    return _clusters(len(mentions), scored, beside, config.fusion_from, verdicts)


def made(
    clusters: Iterable[Sequence[EventReading]], documents: Iterable[Resolution], copied: Collection[str]
) -> list[Event]:
    """The events of clusters of readings, sorted by id; ``documents`` hold their claims, ``copied`` are copies."""
    claims: dict[MentionRef, list[Claim]] = defaultdict(list)
    for document in documents:
        for claim in document.claims:
            if claim.event is not None:
                claims[claim.event].append(claim)
    return sorted((_event(cluster, claims, copied) for cluster in clusters), key=lambda event: event.id)


def parties(document: Resolution, lift: Lift = same) -> set[Key]:
    """What brings the readings of a document together with those of any other."""
    return {key for one in traits(document, lift) for key in party_keys(one)}


def _readings(
    pairs: Pairs, scored: Mapping[Pair, int], config: ResolveConfig, judgements: Sequence[Judgement]
) -> list[list[EventReading]]:
    verdicts = verdicts_of(judgements, pairs.places)
    found = _clusters(len(pairs.traits), scored, pairs.beside, config.fusion_from, verdicts)
    return [[pairs.traits[n].reading for n in cluster] for cluster in found]


def _of_mentions(pairs: Pairs, scored: Mapping[Pair, int]) -> Scores:
    return {(pairs.traits[a].mention, pairs.traits[b].mention): value for (a, b), value in scored.items()}


def identities(
    resolutions: Iterable[Resolution],
    config: ResolveConfig,
    *,
    lift: Lift = same,
    compared: Compared | None = None,
) -> dict[MentionRef, MentionRef]:
    """From each event mention, also of those in no graph, to the one that its event goes by.

    Mentions go by what is likely: here those may be one that the graph keeps apart since they are not surely one.

    A mention that says nothing by itself ("the attack") joins the event that it scores best with, or others like it; it
    never joins two events. Events told more than once come first, so that one is not torn by a reading that fusion left
    alone; to join such a reading takes a higher score.
    """
    compared = (compared or Compared(resolutions, lift)).loosely()
    canonical = _likely(compared, config)
    pairs = Pairs(compared, config, bare=True)
    held = {n for n, one in enumerate(pairs.traits) if not one.bare}

    def apart(a: int, b: int) -> bool:
        return (a in held and b in held) or pairs.apart(a, b)

    scored, beside = pairs.scored(), Beside(apart=apart)
    places = ((pairs.places[mention], pairs.places[ident]) for mention, ident in canonical.items() if mention != ident)
    known = {(a, b) if a < b else (b, a) for a, b in places}
    alone = held.difference(*known)
    early = {pair for pair in _enough(scored, config.bare_from) if alone.isdisjoint(pair)}
    for cluster in _gathered(scored, early, known, beside, config.bare_from):
        known |= {(cluster[0], n) for n in cluster[1:]}
    enough = _enough(scored, config.bare_alone_from)
    for cluster in _gathered(scored, enough, known, beside, config.bare_alone_from):
        mentions = [pairs.traits[n].mention for n in cluster]
        ident = next((canonical[m] for m in mentions if m in canonical), mentions[0])
        canonical |= dict.fromkeys(mentions, ident)
    return {mention: canonical.get(mention, mention) for mention in pairs.places}


def _likely(compared: Compared, config: ResolveConfig) -> dict[MentionRef, MentionRef]:
    """From each mention in the graph to the earliest of those that are likely of one event with it."""
    pairs = Pairs(compared, config, bare=False)
    clusters = _clusters(
        len(pairs.traits), pairs.scored(), pairs.beside, config.fusion_from, verdicts_of((), pairs.places)
    )
    mentions = [one.mention for one in pairs.traits]
    return {mentions[n]: mentions[cluster[0]] for cluster in clusters for n in cluster}


def _gathered(
    scored: Mapping[Pair, int], joining: set[Pair], known: set[Pair], beside: Beside, least: float
) -> Iterator[list[int]]:
    """Clusters of places that ``joining`` brings together, in which the pairs of ``known`` are one."""
    brought = joining | known
    found = groups(sorted({n for pair in brought for n in pair}), brought)
    table, by_first = _both_ways(scored, found), _by_first(known)
    for group in found:
        verdicts = Verdicts(joined=frozenset(pair for n in group for pair in by_first.get(n, ())))
        yield from clusters(group, table, beside, least=least, verdicts=verdicts)


def candidates(
    resolutions: Iterable[Resolution],
    config: ResolveConfig,
    *,
    lift: Lift = same,
    meanings: Meanings = NO_MEANINGS,
    judgements: Sequence[Judgement] = (),
) -> list[Candidate]:
    """The pairs that score at least ``review_from``, and all judged ones: best first, then by their mentions."""
    pairs = Pairs(Compared(resolutions, lift, meanings=meanings), config, bare=False)
    verdicts = verdicts_of(judgements, pairs.places)
    scored = pairs.scored()
    judged = verdicts.joined | verdicts.parted
    found = _clusters(len(pairs.traits), scored, pairs.beside, config.fusion_from, verdicts)
    event = {n: i for i, cluster in enumerate(found) for n in cluster}
    shown = _enough(scored, min(config.review_from, config.fusion_from))
    out = [
        _candidate(pairs, pair, fused=event[pair[0]] == event[pair[1]], verdicts=verdicts) for pair in shown | judged
    ]
    return sorted(out, key=lambda each: (-each.score, each.left, each.right))


def _candidate(pairs: Pairs, pair: Pair, *, fused: bool, verdicts: Verdicts) -> Candidate:
    one, other = (pairs.traits[n] for n in pair)
    positive = Verdict.POSITIVE if pair in verdicts.joined else None
    parts = pairs.weighed.scorer.parts(one, other, pairs.like(one.document, other.document))
    return Candidate(
        left=one.mention,
        right=other.mention,
        score=pairs.score(*pair) / WHOLE,
        features=tuple(sorted((name, round(value, 2)) for name, value in parts.items())),
        fused=fused,
        verdict=Verdict.NEGATIVE if pair in verdicts.parted else positive,
    )


def _clusters(
    size: int, scored: Mapping[Pair, int], beside: Beside, least: float, verdicts: Verdicts
) -> list[list[int]]:
    found = groups(range(size), _enough(scored, least) | verdicts.joined)
    table = _both_ways(scored, found)
    parts = (clusters(group, table, beside, least=least, verdicts=verdicts) for group in found)
    return [cluster for each in parts for cluster in each]


def _enough(scored: Mapping[Pair, int], least: float) -> set[Pair]:
    return {pair for pair, value in scored.items() if value >= least * WHOLE}


def _both_ways(scored: Mapping[Pair, int], found: Iterable[Sequence[int]]) -> dict[int, dict[int, int]]:
    """The scores of pairs within one group."""
    home = {n: group[0] for group in found if len(group) > 1 for n in group}
    table: dict[int, dict[int, int]] = {n: {} for n in home}
    for (a, b), value in scored.items():
        if a in home and b in home and home[a] == home[b]:
            table[a][b] = table[b][a] = value
    return table


def _by_first(pairs: Iterable[Pair]) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair[0]].append(pair)
    return found


def _event(
    cluster: Sequence[EventReading], claims: Mapping[MentionRef, Sequence[Claim]], copied: Collection[str]
) -> Event:
    made = [claim for reading in cluster for claim in claims.get(reading.mention, ())]
    reports = {claim.mention.document: claim.genre for claim in made}
    days = [reading.published for reading in cluster if reading.published]
    return Event(
        id=cluster[0].mention,
        readings=tuple(cluster),
        factuality=factuality(made),
        reports=len({r.mention.document for r in cluster}),
        independent_reports=sum(genre is Genre.REPORT and name not in copied for name, genre in reports.items()),
        first_reported=min(days, default=None),
    )
