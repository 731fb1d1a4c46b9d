"""Text layers → graph layer → quads."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from kg import data, rdf, resolve
from kg.ids import Ids, document_id
from kg.pipeline.counts import Counts
from kg.pipeline.judgements import Settled, settled
from kg.pipeline.keeping import Keeper, Kept, Layers, kept
from kg.pipeline.resources import knowledge, meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.config import Config
    from kg.model import Candidate, Copy, Event, Extraction, Judgement, MentionRef, Resolution
    from kg.ontology import KnowledgeBase
    from kg.shards import Shards


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a world was made of: documents by themselves, figures that may be one, pairs of mentions with scores."""

    own: Mapping[str, Kept]
    settled: Settled
    fused: resolve.Fused


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything resolved: documents by id, the events over all of them, their plain triples, and the copies.

    ``judgements`` are what people decided, ``replaced`` the entities that lost their place.
    """

    extractions: Mapping[str, Extraction]
    resolutions: dict[str, Resolution]
    base: KnowledgeBase
    events: list[Event]
    facts: list[resolve.PlainTriple]
    copies: list[Copy] = field(default_factory=list)
    judgements: tuple[Judgement, ...] = ()
    replaced: resolve.Replaced = field(default_factory=resolve.Replaced)
    made_of: Parts | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Where mentions lead: documents resolved by id, and from each event mention to the earliest of its event."""

    resolutions: dict[str, Resolution]
    canonical: dict[MentionRef, MentionRef]


def lift(base: KnowledgeBase) -> Callable[[str], str]:
    """Leads a government body to its state, anybody else to themselves: rebels are not their state."""

    def state(entity: str) -> str:
        official = entity in base.actors and base.actors[entity].type == "GovernmentBody"
        return (base.state(entity) if official else None) or entity

    return state


def world(  # noqa: PLR0913 (the switches of a build)
    found: Iterable[Extraction],
    config: Config,
    *,
    counts: Counts | None = None,
    judgements: Sequence[Judgement] = (),
    added: Path | None = None,
    shards: Shards | None = None,
) -> World:
    """What the text layers denote together; neither the order of ``found`` nor of ``judgements`` makes a difference.

    ``added`` is a file of actors beside those of the package. With ``shards``, what each document denotes by itself is
    kept there, and taken from there.

    :raises JudgementError: when judgements contradict one another, or name what the documents do not hold.
    :raises OntologyError: when the file of actors contradicts itself or the package.
    """
    by_id = _by_id(found)
    read = _reader(by_id, config, added=added, shards=shards, sketched=True)
    return _together(by_id, read, config, knowledge(added), counts=counts or Counts(), judgements=judgements)


def _by_id(found: Iterable[Extraction]) -> dict[str, Extraction]:
    return dict(sorted(((document_id(x.document), x) for x in found), key=itemgetter(0)))


def _reader(
    layers: Mapping[str, Extraction], config: Config, *, added: Path | None, shards: Shards | None, sketched: bool
) -> Callable[[str], Kept]:
    """Gives a document resolved by itself, ``sketched`` where copies are looked for."""
    base = knowledge(added)
    keeper = Keeper(shards=shards, config=config, added=added, sketched=sketched) if shards else None

    def read(document: str) -> Kept:
        layer = layers[document]
        return keeper.of_layer(layer) if keeper else kept(layer, base, config, sketched=sketched)

    return read


def kept_world(
    documents: Iterable[str], keeper: Keeper, *, counts: Counts | None = None, judgements: Sequence[Judgement] = ()
) -> World:
    """The same of documents by their ids, as they are kept; text layers are read when they are asked for.

    :raises JudgementError: as ``world`` does.
    :raises StoreError: when a shard is missing or cannot be read.
    """
    layers = Layers(keeper.shards, documents)
    counts = counts or Counts()
    return _together(layers, keeper.of, keeper.config, keeper.base, counts=counts, judgements=judgements)


def _together(  # noqa: PLR0913 (what a world is made of)
    layers: Mapping[str, Extraction],
    read: Callable[[str], Kept],
    config: Config,
    base: KnowledgeBase,
    *,
    counts: Counts,
    judgements: Sequence[Judgement],
) -> World:
    with counts.stage("resolve") as stage:
        own = {document: read(document) for document in layers}
        stage.entered = sum(len(each.resolution.readings) + len(each.resolution.bare) for each in own.values())
        casts = [each.cast for each in own.values()]
        alone = {i: each.resolution for i, each in own.items()}
        found = settled(casts, alone, judgements, config.resolve, base)
        resolved = found.resolutions
        stage.left = sum(len(r.readings) for r in resolved.values())
    counts.dropped.update(f"event: {reason}" for r in resolved.values() for _, reason in r.left_out)
    with counts.stage("fuse") as fusing:
        fusing.entered = stage.left
        compared = resolve.Compared(resolved.values(), lift(base), meanings=meanings(config.annotate.model))
        fused = resolve.fusion.fused(compared.documents, config.resolve, judgements=judgements, compared=compared)
        fusing.left = len(fused.events)
        facts = resolve.facts(fused.events, (claim for r in compared.documents for claim in r.claims))
    return World(
        extractions=layers,
        resolutions=resolved,
        base=base,
        events=fused.events,
        facts=facts,
        copies=fused.copies,
        judgements=tuple(judgements),
        replaced=found.replaced,
        made_of=Parts(own=own, settled=found, fused=fused),
    )


def identities(
    found: Iterable[Extraction], config: Config, *, added: Path | None = None, shards: Shards | None = None
) -> Identities:
    """Where the mentions of text layers lead, also of events that no graph holds, without a graph being made.

    Event mentions go by what is likely: some may be one here that a graph keeps apart, since they are not surely one.
    ``added`` and ``shards`` are as for ``world``.

    :raises OntologyError: when the file of actors contradicts itself or the package.
    """
    base, by_id = knowledge(added), _by_id(found)
    read = _reader(by_id, config, added=added, shards=shards, sketched=False)
    own = {document: read(document) for document in by_id}
    alone = {document: each.resolution for document, each in own.items()}
    resolved = settled([each.cast for each in own.values()], alone, (), config.resolve, base).resolutions
    compared = resolve.Compared(resolved.values(), lift(base), meanings=meanings(config.annotate.model))
    return Identities(
        resolutions=resolved, canonical=resolve.identities(compared.documents, config.resolve, compared=compared)
    )


def candidates(found: World, config: Config, *, judgements: Sequence[Judgement] = ()) -> list[Candidate]:
    """The pairs of event mentions that may be of one event, best first, with the features that made each score."""
    return _candidates(found.resolutions.values(), found, config, judgements)


def fused_pairs(event: Event, found: World, config: Config, *, judgements: Sequence[Judgement] = ()) -> list[Candidate]:
    """The pairs of one event's mentions with their scores and features, best first.

    Pairs that score too little to be shown, and are joined by others alone, are left out.
    """
    mentions = {reading.mention for reading in event.readings}
    documents = {mention.document: found.resolutions[mention.document] for mention in mentions}
    pairs = _candidates(documents.values(), found, config, judgements)
    return [pair for pair in pairs if pair.left in mentions and pair.right in mentions]


def _candidates(
    documents: Iterable[Resolution], found: World, config: Config, judgements: Sequence[Judgement]
) -> list[Candidate]:
    return resolve.candidates(
        documents,
        config.resolve,
        lift=lift(found.base),
        meanings=meanings(config.annotate.model),
        judgements=judgements,
    )


def graphs(found: World, ids: Ids) -> Iterator[tuple[str, list[Quad]]]:
    """Every named graph of a build but runs, with its quads, both sorted."""
    base = found.base
    for ident, resolution in found.resolutions.items():
        text_layer = found.extractions[ident]
        home = resolve.outlet(text_layer.document, base)
        outlet = found.replaced.of(home) if home else None
        yield ids.document_graph(ident), rdf.document_quads(text_layer, resolution, ids, outlet=outlet)
    yield ids.graph("facts"), rdf.fact_quads(found.facts, ids)
    entities = {e.id for r in found.resolutions.values() for e in r.entities}
    origins = {e.origin for r in found.resolutions.values() for e in r.entities if e.origin}
    yield ids.graph("judgements"), rdf.judgement_quads(found.judgements, ids)
    yield ids.graph("knowledge-base"), rdf.knowledge_quads(entities | origins, base, ids)
    yield ids.graph("ontology"), rdf.ontology_quads(data.folder("ontology"), ids)
    yield (
        ids.graph("world"),
        rdf.world_quads(found.resolutions.values(), found.events, ids, copies=found.copies, replaced=found.replaced),
    )
