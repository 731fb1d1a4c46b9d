"""A graph of nasty literals, and one of two actors, both in memory."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pyoxigraph as ox
import pytest

from kg import export
from kg.analyse import Filters
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


REST = """
graph:world {
  claim:d1-5-6-post a kg:Claim ; kg:claims event:d1-5-6 ; kg:authority ent:post ; kg:document doc:d1 ;
    kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ; kg:future false ;
    gaf:denotedBy mention:d1-5-6 .
  claim:d1-9-10-jo a kg:Claim ; kg:authority ent:jo ; kg:document doc:d1 ; kg:quotation kg:direct ;
    kg:text "Our wells are dry, and what the ministry calls a plan is a list of wishes." ;
    gaf:denotedBy mention:d1-9-10 .
  ent:jo a kg:Person ; rdfs:label "Jo Dahl" .
  ent:post a kg:MediaOrganization ; rdfs:label "The Post; late edition" .
  membership:d1-9-12 a org:Membership ; org:member ent:jo ; org:organization ent:post ; rdfs:label "reporter" ;
    gaf:denotedBy mention:d1-9-12 .
}
graph:runs {
  run:r1 a prov:Activity ; rdfs:label "newskg 0.1.0" ; prov:startedAtTime "2024-04-01T00:00:00Z"^^xsd:dateTime ;
    kg:configuration "[read]" .
  <https://w3id.org/newskg/graph/document/d1> prov:wasGeneratedBy run:r1 .
}
<https://w3id.org/newskg/graph/document/d1> {
  doc:d1 a nif:Context , schema:NewsArticle ; nif:isString "Norland urged Sudria." ; dcterms:title "Wells" ;
    dcterms:publisher ent:post ; dcterms:date "2024-03-02"^^xsd:date ; schema:url "https://example.org/wells" .
  mention:d1-5-6 nif:referenceContext doc:d1 . mention:d1-9-12 nif:referenceContext doc:d1 .
}
"""


def parsed(trig: str) -> list[ox.Quad]:
    """The quads of TriG with the project's prefixes."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    return list(ox.parse(prefixes + trig, ox.RdfFormat.TRIG))


def stream_of(graph: Graph, name: str, *, long: int | None = None, **filters: Any) -> bytes:  # noqa: ANN401
    """What a stream receives."""
    stream = BytesIO()
    export.write(graph, format=name, target=stream, ids=Ids(), filters=Filters(**filters), long=long)
    return stream.getvalue()


def actor_quads() -> list[ox.Quad]:
    """Three events between three actors, one of them disputed; one event has two actors."""
    return parsed(ACTORS)


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


@pytest.fixture
def told(actors: Graph) -> Graph:
    """The graph of three actors with a document, its outlet, two claims, an office and a run."""
    actors.bulk(parsed(REST))
    return actors
