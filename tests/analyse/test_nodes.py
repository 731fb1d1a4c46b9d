from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.analyse.nodes import Node, described, values
from kg.errors import QueryError
from kg.ids import Ids

if TYPE_CHECKING:
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


def test_a_title_is_a_label(graph: Graph) -> None:
    """A document is called by its title."""
    document = Ids().document("d1")
    assert described(graph, [document]) == {document: Node(label="A demand", type="NewsArticle")}
