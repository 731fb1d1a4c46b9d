"""Text layers → graph layer → quads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from kg import data, rdf, resolve
from kg.ids import Ids, document_id
from kg.pipeline.counts import Counts
from kg.pipeline.resources import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.config import Config
    from kg.model import Event, Extraction, Resolution
    from kg.ontology import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything resolved: documents by id, the events over all of them, and their plain triples."""

    extractions: dict[str, Extraction]
    resolutions: dict[str, Resolution]
    events: list[Event]
    facts: list[resolve.PlainTriple]


def _state(entity: str, base: KnowledgeBase) -> str:
    """The state whose government body an entity is, else the entity itself: rebels are not their state."""
    official = entity in base.actors and base.actors[entity].type == "GovernmentBody"
    return (base.state(entity) if official else None) or entity


def world(
    found: Iterable[Extraction], config: Config, *, counts: Counts | None = None, added: Path | None = None
) -> World:
    """What the text layers denote together; the order of ``found`` makes no difference.

    ``added`` is a file of actors beside those of the package.

    :raises OntologyError: when that file contradicts itself or the package.
    """
    counts, base = counts or Counts(), knowledge(added)
    by_id = dict(sorted(((document_id(x.document), x) for x in found), key=itemgetter(0)))
    with counts.stage("resolve") as stage:
        stage.entered = sum(len(x.events) for x in by_id.values())
        resolved = {i: resolve.resolution(x, base, config.resolve) for i, x in by_id.items()}
        one = resolve.one_figure((resolve.cast(by_id[i], r) for i, r in resolved.items()), config.resolve)
        resolved = {i: resolve.renamed(r, one) for i, r in resolved.items()}
        stage.left = sum(len(r.readings) for r in resolved.values())
    counts.dropped.update(f"event: {reason}" for r in resolved.values() for _, reason in r.left_out)
    with counts.stage("fuse") as fusing:
        fusing.entered = stage.left
        events = resolve.events(resolved.values(), config.resolve, lift=partial(_state, base=base))
        fusing.left = len(events)
        claims = [claim for r in resolved.values() for claim in r.claims]
        facts = resolve.facts(events, claims)
    return World(extractions=by_id, resolutions=resolved, events=events, facts=facts)


def graphs(found: World, ids: Ids, *, added: Path | None = None) -> Iterator[tuple[str, list[Quad]]]:
    """Every named graph of a build but runs and judgements, with its quads, both sorted; ``added`` as in ``world``."""
    base = knowledge(added)
    for ident, resolution in found.resolutions.items():
        text_layer = found.extractions[ident]
        home = resolve.outlet(text_layer.document, base)
        yield ids.document_graph(ident), rdf.document_quads(text_layer, resolution, ids, outlet=home)
    yield ids.graph("facts"), rdf.fact_quads(found.facts, ids)
    entities = {e.id for r in found.resolutions.values() for e in r.entities}
    origins = {e.origin for r in found.resolutions.values() for e in r.entities if e.origin}
    yield ids.graph("knowledge-base"), rdf.knowledge_quads(entities | origins, base, ids)
    yield ids.graph("ontology"), rdf.ontology_quads(data.folder("ontology"), ids)
    yield ids.graph("world"), rdf.world_quads(found.resolutions.values(), found.events, ids)
