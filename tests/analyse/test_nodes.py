from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.analyse.nodes import Node, described, values
from kg.errors import QueryError
from kg.ids import Ids
from kg.store import Graph


def test_rows_are_sorted_and_distinct(graph: Graph) -> None:
    """Rows come sorted, each once, whatever the engine's order."""
    rows = list(values(graph, "SELECT ?state WHERE { { ?state a kg:State } UNION { ?state a kg:State } }"))
    assert [str(state).rpartition("/")[2] for (state,) in rows] == [
        "state-estia",
        "state-norland",
        "state-sudria",
        "state-westia",
    ]


def test_only_selects(graph: Graph) -> None:
    """A query that gives no rows is refused."""
    with pytest.raises(QueryError, match="expected a SELECT"):
        list(values(graph, "ASK { ?state a kg:State }"))


def test_an_identifier_is_a_label_where_there_is_no_other() -> None:
    """A document without a title is called by its name as a file, and has its class all the same."""
    graph, ids = Graph.memory(), Ids()
    told = 'doc:d1 dcterms:identifier "demand.txt" ; dcterms:title "A demand" . doc:d2 dcterms:identifier "b.txt" .'
    space = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in ids.prefixes.items())
    graph.bulk(ox.parse(f"{space} graph:world {{ {told} doc:d2 a schema:NewsArticle . }}", ox.RdfFormat.TRIG))
    found = described(graph, [ids.document("d1"), ids.document("d2")])
    assert list(found.values()) == [Node(label="A demand", type="Thing"), Node(label="b.txt", type="NewsArticle")]


def test_a_title_is_a_label(graph: Graph) -> None:
    """A document is called by its title."""
    document = Ids().document("d1")
    assert described(graph, [document]) == {document: Node(label="A demand", type="NewsArticle")}
