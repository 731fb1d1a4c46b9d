"""A graph of nasty literals, and one of two actors, both in memory."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox
import pytest

from kg.ids import KG, TERMS, VOCABULARIES, Ids
from kg.store import Graph

XSD = VOCABULARIES["xsd"]
SUBJECT, OTHER = ox.NamedNode(f"{TERMS}entity/state-pk"), ox.NamedNode(f"{TERMS}mention/d1-0-4")
WORLD, DOCUMENT = ox.NamedNode(Ids().graph("world")), ox.NamedNode(Ids().document_graph("d1"))

NASTY = (
    ox.Literal(""),
    ox.Literal("  two  spaces "),
    ox.Literal('"quotes" \'single\' """three"""'),
    ox.Literal("line\nbreak\r\nand\ttab"),
    ox.Literal("back\\slash \\n \\u0041"),
    ox.Literal("]]> <b>&amp;</b> <!-- -->"),
    ox.Literal("🕊️ é e\u0301 \u202e правда 中"),
    ox.Literal("@id"),
    ox.Literal("kg:actor"),
    ox.Literal("https://example.org/"),
    ox.Literal("true"),
    ox.Literal("2023-11-23"),
    ox.Literal("hello", language="en"),
    ox.Literal("hello", language="en-gb"),
    ox.Literal("2023-11-23", datatype=ox.NamedNode(XSD + "date")),
    ox.Literal("2023-11-23T10:00:00Z", datatype=ox.NamedNode(XSD + "dateTime")),
    ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")),
    ox.Literal("false", datatype=ox.NamedNode(XSD + "boolean")),
    ox.Literal("25000", datatype=ox.NamedNode(XSD + "integer")),
    ox.Literal("-7", datatype=ox.NamedNode(XSD + "integer")),
    ox.Literal("123456789012345678901234", datatype=ox.NamedNode(XSD + "integer")),
    ox.Literal("2.50", datatype=ox.NamedNode(XSD + "decimal")),
    ox.Literal("1.5E0", datatype=ox.NamedNode(XSD + "double")),
    ox.Literal("P1D", datatype=ox.NamedNode("https://example.org/own")),
)
IRIS = (
    ox.NamedNode("https://example.org/a,b=c(d)~e"),
    ox.NamedNode("https://example.org/path/"),
    ox.NamedNode("urn:isbn:123"),
    ox.NamedNode(f"{TERMS}entity/правда"),
    ox.NamedNode(f"{TERMS}entity/a.b-c"),
    ox.NamedNode(f"{TERMS}entity/dot."),
    ox.NamedNode(f"{TERMS}entity/a=b"),
    ox.NamedNode(f"{TERMS}entity/"),
    ox.NamedNode(f"{TERMS}entity/25%20"),
    WORLD,
    DOCUMENT,
)


def nasty_quads() -> list[ox.Quad]:
    """Every nasty term under one property, typed properties by themselves, and one triple in two graphs."""
    mixed, day, sum_, quantity = (ox.NamedNode(KG + name) for name in ("text", "day", "sum", "quantity"))
    kind, outside = ox.NamedNode(VOCABULARIES["rdf"] + "type"), ox.NamedNode("https://example.org/p?q=1")
    triples = [ox.Triple(SUBJECT, mixed, term) for term in (*NASTY, *IRIS)]
    triples += [ox.Triple(SUBJECT, kind, ox.NamedNode(KG + "State")), ox.Triple(SUBJECT, kind, IRIS[0])]
    triples += [ox.Triple(subject, day, NASTY[14]) for subject in (SUBJECT, OTHER)]
    triples += [ox.Triple(SUBJECT, sum_, NASTY[21]), ox.Triple(SUBJECT, quantity, OTHER)]
    triples += [ox.Triple(OTHER, outside, term) for term in (SUBJECT, NASTY[14])]
    triples += [ox.Triple(OTHER, ox.NamedNode(VOCABULARIES["dcterms"] + "source"), SUBJECT)]
    both = ox.Triple(OTHER, quantity, SUBJECT)
    placed = [(triple, WORLD) for triple in (*triples, both)] + [(both, DOCUMENT)]
    return [ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple, graph in placed]


ACTORS = """
graph:world {
  ent:a a kg:State ; rdfs:label "Norland \\"]]>\\" & <Co>\\n🕊️\\u0001" ; gaf:denotedBy mention:d1-0-1, mention:d1-20-21 .
  ent:b a kg:State ; rdfs:label "Sudria, the \\"South\\"" ; gaf:denotedBy mention:d1-10-11, mention:d1-30-31 .
  ent:c rdfs:label "Estia" ; gaf:denotedBy mention:d1-40-41 .
  event:d1-5-6 a sem:Event ; kg:action act:urge ; kg:factuality kg:fact ; kg:actor ent:a, ent:c ; kg:recipient ent:b ;
    sem:eventType evt:REQUEST ; sem:hasLatestEndTimeStamp "2024-03-02"^^xsd:date ; kg:reportCount 2 ;
    kg:independentReportCount 1 ; gaf:denotedBy mention:d1-5-6 .
  event:d1-25-26 a sem:Event ; kg:action act:fund ; kg:factuality kg:fact ; kg:actor ent:a ; kg:recipient ent:b ;
    gaf:denotedBy mention:d1-25-26 .
  event:d1-27-28 a sem:Event ; kg:action act:deport ; kg:factuality kg:disputed ; kg:actor ent:b ; kg:recipient ent:a ;
    gaf:denotedBy mention:d1-27-28 .
}
<https://w3id.org/newskg/graph/document/d1> {
  mention:d1-5-6 kg:actorMention mention:d1-0-1, mention:d1-40-41 ; kg:recipientMention mention:d1-10-11 .
  mention:d1-25-26 kg:actorMention mention:d1-20-21 ; kg:recipientMention mention:d1-30-31 .
  mention:d1-27-28 kg:actorMention mention:d1-30-31 ; kg:recipientMention mention:d1-20-21 .
}
graph:ontology { evt:REQUEST kg:intensity 3.4 . }
"""


def actor_quads() -> list[ox.Quad]:
    """Three events between three actors, one of them disputed; one event has two actors."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    return list(ox.parse(prefixes + ACTORS, ox.RdfFormat.TRIG))


def unordered(value: Any) -> Any:  # noqa: ANN401 (JSON)
    """JSON with its arrays in one order, since those of JSON-LD have none."""
    if isinstance(value, dict):
        return {key: unordered(held) for key, held in value.items()}
    if isinstance(value, list):
        return sorted((unordered(held) for held in value), key=lambda held: json.dumps(held, sort_keys=True))
    return value


@pytest.fixture
def nasty() -> Graph:
    """The graph of nasty literals."""
    graph = Graph.memory()
    graph.bulk(nasty_quads())
    return graph


@pytest.fixture
def actors() -> Graph:
    """The graph of three actors."""
    graph = Graph.memory()
    graph.bulk(actor_quads())
    return graph
