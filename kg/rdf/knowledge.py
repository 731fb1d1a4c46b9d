"""The knowledge base of the entities that occur, the ontology, and the record of runs, as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.rdf.terms import Writer, kg, node

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from kg.ids import Ids
    from kg.ontology import KnowledgeBase

_ONTOLOGY_FILES = ("kg.ttl", "event-types.ttl")


def knowledge_quads(entities: Iterable[str], knowledge: KnowledgeBase, ids: Ids) -> list[Quad]:
    """Labels, classes, hierarchy and outside ids of the entities that occur and of all that they are part of; sorted.

    Ids that the knowledge base does not hold are passed over.
    """
    return actor_quads(needed(entities, knowledge), knowledge, ids)


def needed(entities: Iterable[str], knowledge: KnowledgeBase) -> set[str]:
    """The actors of the knowledge base that are told of where ``entities`` occur: they, and all they are part of."""
    wanted: set[str] = set()
    for entity in entities:
        if entity in knowledge.actors:
            wanted |= {entity, *knowledge.ancestors(entity)}
            origin = knowledge.actors[entity].origin
            wanted |= {origin} & knowledge.actors.keys() if origin else set()
    return wanted


def actor_quads(actors: Iterable[str], knowledge: KnowledgeBase, ids: Ids) -> list[Quad]:
    """What is told of actors of the knowledge base, sorted."""
    writer = Writer(ids.graph("knowledge-base"))
    for entity in actors:
        actor = knowledge.actors[entity]
        iri = ids.entity(entity)
        writer.a(iri, kg(actor.type))
        writer.add(iri, "rdfs:label", actor.name)
        if actor.parent is not None and actor.parent in knowledge.actors:
            writer.add(iri, kg("partOf"), NamedNode(ids.entity(actor.parent)))
        state = knowledge.state(entity)
        if state is not None and state != entity:
            writer.add(iri, kg("state"), NamedNode(ids.entity(state)))
        if actor.origin is not None and actor.origin in knowledge.actors:
            writer.add(iri, kg("origin"), NamedNode(ids.entity(actor.origin)))
        if actor.wikidata:
            writer.add(iri, "schema:sameAs", NamedNode(f"http://www.wikidata.org/entity/{actor.wikidata}"))
    return list(writer)


def ontology_quads(folder: Path, ids: Ids) -> list[Quad]:
    """The ontology's own Turtle files in the ontology graph, sorted."""
    graph = NamedNode(ids.graph("ontology"))
    found = {
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for name in _ONTOLOGY_FILES
        for quad in parse(path=str(folder / name), format=RdfFormat.TURTLE)
    }
    return sorted(found, key=str)


def run_quads(  # noqa: PLR0913 (what a run is known by)
    ids: Ids, *, run: str, started: datetime, software: str, configuration: str, documents: Iterable[tuple[str, str]]
) -> list[Quad]:
    """One run in PROV-O: what made which document graphs; ``documents`` are pairs of id and the name it came under."""
    writer = Writer(ids.graph("runs"))
    iri = ids.run(run)
    stamp = Literal(started.isoformat(timespec="seconds"), datatype=node("xsd:dateTime"))
    writer.a(iri, node("prov:Activity"))
    writer.add(iri, "prov:startedAtTime", stamp)
    writer.add(iri, "rdfs:label", software)
    writer.add(iri, kg("configuration"), configuration)
    for document, name in documents:
        graph = ids.document_graph(document)
        writer.add(graph, "prov:wasGeneratedBy", NamedNode(iri))
        writer.add(ids.document(document), "dcterms:identifier", name)
    return list(writer)
