from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import centrality, communities
from kg.errors import ConfigError

# Two triangles with a bridge, c to x.
EDGES = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x")]
NODES = ["a", "b", "c", "x", "y", "z"]


def network(edges: list[tuple[str, str]], nodes: list[str]) -> nx.MultiDiGraph[str]:
    """A network with its nodes and edges added in the given order."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(nodes)
    for number, (source, target) in enumerate(edges):
        found.add_edge(source, target, f"event:{number}")
    return found


def test_degree_counts_parallel_edges() -> None:
    """Two events between two actors count twice."""
    rows = centrality(network([("a", "b"), ("a", "b"), ("b", "c")], []), measure="degree")
    assert [(row.rank, row.id, row.score) for row in rows] == [(1, "b", 3.0), (2, "a", 2.0), (3, "c", 1.0)]


def test_loops_count_in_no_measure() -> None:
    """An edge from a node to itself changes no score."""
    assert [row.score for row in centrality(network([("a", "a")], ["a", "b"]), measure="degree")] == [0.0, 0.0]


def test_betweenness() -> None:
    """In a chain of three only the middle lies on a path: one of the two ordered pairs that it could join."""
    rows = centrality(network([("a", "b"), ("b", "c")], []), measure="betweenness")
    assert [(row.id, row.score) for row in rows] == [("b", 0.5), ("a", 0.0), ("c", 0.0)]


def test_pagerank_of_a_circle() -> None:
    """In a circle all are equal, and equal scores are sorted by id."""
    rows = centrality(network([("c", "a"), ("a", "b"), ("b", "c")], []))
    assert [(row.id, round(row.score, 6)) for row in rows] == [("a", 0.333333), ("b", 0.333333), ("c", 0.333333)]


def test_pagerank_follows_the_number_of_edges() -> None:
    """Who receives more events stands higher."""
    rows = centrality(network([("a", "b"), ("a", "b"), ("a", "b"), ("a", "c")], []))
    assert [row.id for row in rows] == ["b", "c", "a"]


def test_labels_go_along() -> None:
    """A row shows the label and type of its node."""
    found = network([("a", "b")], [])
    found.add_node("a", label="Norland", type="State")
    row = centrality(found, measure="degree")[0]
    assert (row.id, row.label, row.type) == ("a", "Norland", "State")


def test_unknown_measure() -> None:
    """A measure that does not exist is refused with the ones that do."""
    with pytest.raises(ConfigError, match="'fame' is unknown; expected one of pagerank, degree, in"):
        centrality(network(EDGES, NODES), measure="fame")  # type: ignore[arg-type]  # what the test is about


def test_empty_network() -> None:
    """A network without nodes has neither scores nor communities."""
    assert (centrality(nx.MultiDiGraph()), communities(nx.MultiDiGraph())) == ((), ())


def test_communities_without_edges() -> None:
    """Nodes without an edge are communities of one."""
    assert [row.members for row in communities(network([], ["b", "a"]))] == [("a",), ("b",)]


def test_communities_of_two_triangles() -> None:
    """Two triangles with a bridge are two communities."""
    assert [row.members for row in communities(network(EDGES, NODES))] == [("a", "b", "c"), ("x", "y", "z")]


def test_largest_community_first() -> None:
    """The larger community has rank 1."""
    found = communities(network([("x", "y"), ("y", "x"), ("a", "b"), ("b", "a"), ("x", "w"), ("w", "y")], []))
    assert [(row.rank, row.members) for row in found] == [(1, ("w", "x", "y")), (2, ("a", "b"))]


@given(edges=st.permutations(EDGES), nodes=st.permutations(NODES), seed=st.integers(0, 3))
@settings(deadline=None, max_examples=30)
def test_insertion_order_is_not_seen(edges: list[tuple[str, str]], nodes: list[str], seed: int) -> None:
    """The same network, put together in another order, has the same communities and scores."""
    other = network(edges, nodes)
    assert communities(other, seed=seed) == communities(network(EDGES, NODES), seed=seed)
    assert centrality(other) == centrality(network(EDGES, NODES))


def test_hash_seed_is_not_seen() -> None:
    """Another process, with another order of its sets, finds the same communities."""
    code = (
        "import networkx as nx; from kg.analyse import communities; "
        "g = nx.MultiDiGraph((f'n{i}', f'n{i * 7 % 40}') for i in range(40)); print(communities(g))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
