"""GEXF as Gephi opens it: what the schema (gexf.net, 1.2 draft, in force in 1.3 too) asks of a dynamic graph."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kg.store import Graph
from tests.export.conftest import parsed, stream_of

SPACE = "{http://www.gexf.net/1.2draft}"
TYPES = {"string": str, "long": int, "integer": int, "double": float, "float": float}
DAYS = """graph:world {
  ent:a rdfs:label "A \\u0000 <&> \\"b\\"" ; a kg:State ; gaf:denotedBy mention:d1-0-1 .
  ent:b a kg:State ; rdfs:label "B" ; gaf:denotedBy mention:d1-10-11 .
  event:d1-5-6 a sem:Event ; kg:factuality kg:fact ; kg:actor ent:a ; kg:recipient ent:b ;
    sem:hasEarliestBeginTimeStamp "%s"^^xsd:date ; sem:hasLatestEndTimeStamp "%s"^^xsd:date ;
    gaf:denotedBy mention:d1-5-6 .
}
<https://w3id.org/newskg/graph/document/d1> {
  mention:d1-5-6 kg:actorMention mention:d1-0-1 ; kg:recipientMention mention:d1-10-11 .
}"""


def checked(content: bytes) -> list[ET.Element]:
    """The nodes and edges of a document, once it is seen to be as the schema says."""
    root = ET.fromstring(content)  # noqa: S314 (our own file)
    (graph,) = root.findall(f"{SPACE}graph")
    assert (root.tag, root.get("version")) == (f"{SPACE}gexf", "1.2")
    assert {name: graph.get(name) for name in ("mode", "timeformat", "defaultedgetype")} == {
        "mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed",
    }  # fmt: skip
    nodes, edges = graph.findall(f"{SPACE}nodes/{SPACE}node"), graph.findall(f"{SPACE}edges/{SPACE}edge")
    known = {
        (group.get("class"), attribute.get("id")): TYPES[str(attribute.get("type"))]
        for group in graph.findall(f"{SPACE}attributes")
        for attribute in group.findall(f"{SPACE}attribute")
    }
    ids = {node.get("id") for node in nodes}
    assert len({element.get("id") for element in (*nodes, *edges)}) == len(nodes) + len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= ids
    for element in (*nodes, *edges):
        days = [date.fromisoformat(element.attrib[bound]) for bound in ("start", "end") if bound in element.attrib]
        assert len(days) in {0, 2}
        assert days == sorted(days)
        for held in element.iter(f"{SPACE}attvalue"):
            known[element.tag.removeprefix(SPACE), held.get("for")](str(held.get("value")))
    return [*nodes, *edges]


def with_days(first: str, last: str) -> list[tuple[str | None, str | None]]:
    """When the nodes and the edge of an event with these bounds start and end."""
    graph = Graph.memory()
    graph.bulk(parsed(DAYS % (first, last)))
    return [(element.get("start"), element.get("end")) for element in checked(stream_of(graph, "gexf"))]


def test_schema(told: Graph) -> None:
    """Attributes are declared with the types that values have, ids are distinct, edges lead to nodes, days in order."""
    assert len(checked(stream_of(told, "gexf", factuality=("fact", "disputed")))) == 7


def test_spans() -> None:
    """An edge and its nodes last from the first to the last day of its event."""
    assert with_days("2024-03-01", "2024-03-04") == [("2024-03-01", "2024-03-04")] * 3


def test_days_in_the_wrong_order() -> None:
    """Bounds that stand the wrong way round in the graph are a span all the same."""
    assert with_days("2024-03-04", "2024-03-01") == [("2024-03-01", "2024-03-04")] * 3


@pytest.mark.parametrize("reports", [0, 9])
def test_empty_graph(told: Graph, reports: int) -> None:
    """Without an edge the document is valid and dynamic."""
    graph = told if reports else Graph.memory()
    assert checked(stream_of(graph, "gexf", reports=reports)) == []
