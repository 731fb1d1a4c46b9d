"""What a ledger notes: rows for documents, figures, mentions and what is said of entities."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date  # noqa: TC003 (msgspec reads the types of a record that is kept)
from typing import TYPE_CHECKING

import msgspec

from kg import rdf, resolve
from kg.ids import place
from kg.model import MentionRef, Resolution, Span
from kg.resolve import fusion, identity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kg.ids import Ids
    from kg.ontology import KnowledgeBase
    from kg.pipeline.keeping import Kept
    from kg.pipeline.worlds import World
    from kg.store import Ledger

Row = tuple[object, ...]
Fact = tuple[str, str, str, str]  # the IRIs of a plain triple, and the event that gives it
UNDATED = -1
_ENCODE = msgspec.msgpack.Encoder().encode
_FIGURE = msgspec.msgpack.Decoder(resolve.Figure)
_CAST = msgspec.msgpack.Decoder(resolve.Cast)
_STORY = msgspec.msgpack.Decoder(Resolution)


class _Dated(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What of a document tells its age."""

    published: date | None = None


_DATED = msgspec.msgpack.Decoder(_Dated)


def number(kind: str, key: tuple[str, ...]) -> int:
    """A key as a number of 64 bits: that two fall together is as good as out of the question."""
    digest = hashlib.blake2b("\x1f".join((kind, *key)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def numbers(kind: str, keys: Iterable[tuple[str, ...]]) -> set[int]:
    """Keys as numbers."""
    return {number(kind, key) for key in keys}


def mention(local: str) -> MentionRef:
    """The mention of a local name: what ``kg.ids.place`` was given."""
    document, start, end = local.rsplit("-", 2)
    return MentionRef(document=document, span=Span(int(start), int(end)))


def figure(content: bytes) -> resolve.Figure:
    """A figure as it was noted."""
    return _FIGURE.decode(content)


def cast(content: bytes) -> resolve.Cast:
    """A cast as it was noted."""
    return _CAST.decode(content)


def story(content: bytes) -> Resolution:
    """A document with its story and day alone, as it was noted."""
    return _STORY.decode(content)


def published(content: bytes) -> date | None:
    """The day of a document whose story was noted."""
    return _DATED.decode(content).published


def written(record: resolve.Figure) -> bytes:
    """A figure as it is noted."""
    return _ENCODE(record)


def day(resolution: Resolution) -> int:
    """The day of a document as an ordinal."""
    return resolution.published.toordinal() if resolution.published else UNDATED


def unknown(resolution: Resolution) -> set[str]:
    """The ids of a document's entities that the knowledge base does not hold."""
    return {entity for _, entity, _ in resolution.links if ":" not in entity}


# ------------------------------------------------------------------------------------------------ rows of documents


def document(ident: str, kept: Kept, *, shard: str, quads: int, total: int) -> Row:
    """The row of a document; ``quads`` and ``total`` are those of its named graph."""
    own = kept.resolution
    slim = Resolution(document=ident, story=own.story, published=own.published, genre=own.genre)
    counts = (len(own.readings) + len(own.bare), len(own.readings))
    return (ident, shard, *counts, quads, f"{total:x}", _ENCODE(slim), _ENCODE(kept.cast))


def dropped(ident: str, kept: Kept) -> list[Row]:
    """What was left out of a document, by reason."""
    reasons = Counter(reason for _, reason in kept.resolution.left_out)
    return [(ident, reason, n) for reason, n in sorted(reasons.items())]


def blocks(resolution: Resolution) -> set[Row]:
    """The keys of a document that tell of its story and of copies."""
    keys = numbers("story", fusion.story_keys(resolution.story)) | numbers("copy", fusion.copy_keys(resolution.story))
    return {(key, day(resolution), resolution.document) for key in keys}


def parties(resolution: Resolution, keys: Iterable[tuple[str, ...]]) -> set[Row]:
    """The keys of a document that tell of parties; one that is not dated has none."""
    if resolution.published is None:
        return set()
    return {(key, day(resolution), resolution.document) for key in numbers("party", keys)}


def names(kept: Kept) -> list[Row]:
    """The names under which a document is compared with others."""
    return [(word, identity.order(kept.cast), kept.cast.document) for word in identity.heaviest(kept.cast)]


def figures(kept: Kept) -> list[Row]:
    """The unknown entities of a document."""
    figure = {each.entity: written(each) for each in kept.cast.figures}
    labels = {each.id: each.label for each in kept.resolution.entities}
    found = sorted(unknown(kept.resolution) | labels.keys())
    return [(e, kept.resolution.document, figure.get(e), labels.get(e)) for e in found if ":" not in e]


def alike(found: Iterable[resolve.Like]) -> list[Row]:
    """The pairs of figures that may be one."""
    return [(one.document, other.document, one.entity, other.entity, much) for much, one, other in found]


def pairs(scores: resolve.Scores) -> Iterator[Row]:
    """The pairs of mentions with their scores, both ways."""
    for (left, right), score in scores.items():
        one, other = place(left), place(right)
        yield from ((one, other, score), (other, one, score))


def described(resolution: Resolution) -> set[Row]:
    """What a document says of unknown entities."""
    unknown = (entity for entity in resolution.entities if not entity.known)
    return {(e.id, e.type, e.label, e.origin or "", resolution.document) for e in unknown}


def told(resolution: Resolution, base: KnowledgeBase) -> set[Row]:
    """The actors of the knowledge base that a document needs."""
    ids = {e.id for e in resolution.entities} | {e.origin for e in resolution.entities if e.origin}
    return {(actor, resolution.document) for actor in rdf.needed(ids, base)}


def facts(found: Iterable[resolve.PlainTriple], canonical: Mapping[MentionRef, MentionRef], ids: Ids) -> set[Fact]:
    """The plain triples with the events that give them."""
    return {(*rdf.fact_names(fact, ids), place(canonical[fact.mention])) for fact in found}


# ------------------------------------------------------------------------------------------------ a whole ledger


def fill(
    ledger: Ledger, found: World, ids: Ids, *, shards: Mapping[str, str], totals: Mapping[str, tuple[int, int]]
) -> None:
    """Notes a world in an empty ledger; ``totals`` are quads and total of each document's graph, by its id."""
    made_of = found.made_of
    assert made_of is not None  # noqa: S101 (a world that was made here)
    add = ledger.tables.add
    for ident, kept in made_of.own.items():
        quads, total = totals[ident]
        add("document", [document(ident, kept, shard=shards[ident], quads=quads, total=total)])
        add("dropped", dropped(ident, kept))
    own, ends = made_of.own, found.resolutions
    add("block", sorted({row for each in own.values() for row in blocks(each.resolution)}))
    add("block", sorted(row for i, keys in made_of.fused.parties.items() for row in parties(ends[i], keys)))
    add("name", sorted(row for each in own.values() for row in names(each)))
    add("figure", sorted((row for each in own.values() for row in figures(each)), key=lambda row: str(row[:2])))
    add("alike", sorted(alike(made_of.settled.likes)))
    add("renamed", ((lost, written(stays)) for lost, stays in sorted(made_of.settled.figures.items())))
    add("copy", ((copy.document, copy.original) for copy in found.copies))
    add("pair", sorted(pairs(made_of.fused.scores)))
    canonical = {reading.mention: event.id for event in found.events for reading in event.readings}
    add("reading", sorted((place(one), place(event)) for one, event in canonical.items()))
    add("described", sorted({row for each in ends.values() for row in described(each)}))
    add("told", sorted({row for each in ends.values() for row in told(each, found.base)}))
    add("fact", sorted(facts(found.facts, canonical, ids)))
    ledger.tally.count_all()


def present(ledger: Ledger, names: Collection[str]) -> set[str]:
    """Those of some local names of event mentions that the ledger has."""
    return {name for name in names if ledger.fusion.event(name) is not None}
