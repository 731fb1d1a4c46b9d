"""What the knowledge base says of the entities that occur, the ontology's own files, and the record of runs."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import data, rdf
from kg.ids import Ids
from kg.rdf.terms import TYPE, kg, node
from tests.articles import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

IDS = Ids()


def quads(*entities: str) -> list[Quad]:
    """The knowledge-base graph of some entities."""
    return rdf.knowledge_quads(entities, KNOWLEDGE, IDS)


def objects(found: list[Quad], entity: str, predicate: str | NamedNode) -> set[object]:
    """The values of a property of an entity."""
    verb = node(predicate) if isinstance(predicate, str) else predicate
    return {each.object for each in found if each.subject == NamedNode(IDS.entity(entity)) and each.predicate == verb}


def entity(ident: str) -> NamedNode:
    """The IRI of an entity."""
    return NamedNode(IDS.entity(ident))


def run(*documents: tuple[str, str]) -> list[Quad]:
    """The record of one run."""
    started = datetime(2024, 3, 5, 10, 30, 15, 999, tzinfo=UTC)
    return rdf.run_quads(
        IDS, run="r1", started=started, software="newskg 1", configuration="[read]", documents=documents
    )


# ------------------------------------------------------------------------------------------------ knowledge base


def test_actor() -> None:
    """An actor has its class, its own name, and its id outside."""
    found = quads("state:nd")
    assert objects(found, "state:nd", TYPE) == {kg("State")}
    assert objects(found, "state:nd", "rdfs:label") == {Literal("Norland")}
    assert objects(found, "state:nd", "schema:sameAs") == {NamedNode("http://www.wikidata.org/entity/Q2")}


def test_no_outside_id() -> None:
    """An actor without an outside id has none."""
    assert objects(quads("state:sd"), "state:sd", "schema:sameAs") == set()


def test_hierarchy() -> None:
    """An actor is part of its parent, belongs to its state, and brings all above it along."""
    found = quads("gov:us-department-of-state")
    assert objects(found, "gov:us-department-of-state", kg("partOf")) == {entity("gov:us-government")}
    assert objects(found, "gov:us-government", kg("partOf")) == {entity("state:us")}
    assert objects(found, "gov:us-department-of-state", kg("state")) == {entity("state:us")}
    assert objects(found, "state:us", "rdfs:label") == {Literal("United States")}


def test_state_of_a_state() -> None:
    """A state is part of nothing, and is not said to be of itself."""
    found = quads("state:us")
    assert objects(found, "state:us", kg("partOf")) | objects(found, "state:us", kg("state")) == set()


def test_what_does_not_occur() -> None:
    """Only what occurs, and what that is part of, is written."""
    assert {quad.subject for quad in quads("gov:us-government")} == {entity("gov:us-government"), entity("state:us")}


def test_group() -> None:
    """A population group has an origin that comes with it, and neither parent nor state."""
    found = quads("pop:old-sudrians")
    assert objects(found, "pop:old-sudrians", kg("origin")) == {entity("state:sd")}
    assert objects(found, "state:sd", "rdfs:label") == {Literal("Sudria")}
    assert objects(found, "pop:old-sudrians", kg("partOf")) | objects(found, "pop:old-sudrians", kg("state")) == set()


@pytest.mark.parametrize("ident", ["mira-dahl", "state:xx", ""])
def test_unknown(ident: str) -> None:
    """Ids that the knowledge base does not hold are passed over."""
    assert quads(ident) == []


def test_form() -> None:
    """The quads are sorted, in one graph, without blank nodes, and the same in any order of entities."""
    found = quads("org:who", "gov:us-department-of-state", "pop:old-sudrians")
    assert all(one < two for one, two in pairwise(str(quad) for quad in found))
    assert {quad.graph_name for quad in found} == {NamedNode(IDS.graph("knowledge-base"))}
    assert not [quad for quad in found if isinstance(quad.object, BlankNode)]
    assert found == quads("pop:old-sudrians", "gov:us-department-of-state", "org:who", "org:who")


# ------------------------------------------------------------------------------------------------ ontology


def test_ontology() -> None:
    """The package's own terms and event types are in the ontology graph, sorted, without blank nodes."""
    found = rdf.ontology_quads(data.folder("ontology"), IDS)
    assert {quad.graph_name for quad in found} == {NamedNode(IDS.graph("ontology"))}
    assert all(one < two for one, two in pairwise(str(quad) for quad in found))
    assert not [quad for quad in found if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]
    assert kg("Claim") in {quad.subject for quad in found}


def test_ontology_of_a_folder(tmp_path: Path) -> None:
    """A statement that stands in both files is written once."""
    for name in ("kg.ttl", "event-types.ttl"):
        (tmp_path / name).write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert len(rdf.ontology_quads(tmp_path, IDS)) == 1


# ------------------------------------------------------------------------------------------------ runs


def test_run() -> None:
    """A run is an activity with its start to the second, its software and its configuration."""
    found = [quad for quad in run() if quad.subject == NamedNode(IDS.run("r1"))]
    said = {quad.predicate: quad.object for quad in found}
    assert said == {
        TYPE: node("prov:Activity"),
        node("prov:startedAtTime"): Literal("2024-03-05T10:30:15+00:00", datatype=node("xsd:dateTime")),
        node("rdfs:label"): Literal("newskg 1"),
        kg("configuration"): Literal("[read]"),
    }


def test_documents_of_a_run() -> None:
    """A run says which document graphs it made, and what the documents were called."""
    found = run(("0123456789abcdef", "news/a.txt"))
    graph = NamedNode(IDS.document_graph("0123456789abcdef"))
    made = Quad(graph, node("prov:wasGeneratedBy"), NamedNode(IDS.run("r1")), NamedNode(IDS.graph("runs")))
    assert made in found
    names = {quad.object for quad in found if quad.predicate == node("dcterms:identifier")}
    assert names == {Literal("news/a.txt")}


def test_runs_graph() -> None:
    """All of it is in the runs graph, which no digest counts."""
    assert {quad.graph_name for quad in run(("d", "a"))} == {NamedNode(IDS.graph("runs"))}
