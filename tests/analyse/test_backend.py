from __future__ import annotations

import os
import random
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.analyse import backend

# Two triangles with a bridge, c to x, and a pair apart.
PAIRS = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x"), ("p", "q")]
ROOT = Path(__file__).parent.parent.parent


def random_graph(kind: type[Any], edges: int = 60, nodes: int = 25) -> Any:  # noqa: ANN401 (any graph of networkx)
    """Edges between random nodes, loops among them, always the same."""
    draw = random.Random(7)  # noqa: S311 (a test's input)
    found = kind()
    found.add_nodes_from(range(nodes))
    for _ in range(edges):
        found.add_edge(draw.randrange(nodes), draw.randrange(nodes), weight=draw.randint(1, 5))
    return found


def of(network: Any, weight: str | None = None) -> backend.Numbered:  # noqa: ANN401 (any graph of networkx)
    """The network as networkit has it."""
    return backend.convert_from_nx(network, weight=weight)


KINDS = [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("normalized", [True, False])
def test_betweenness_as_in_networkx(kind: type[Any], normalized: bool) -> None:  # noqa: FBT001 (a case)
    """Each node has the score that networkx gives it, in every kind of graph."""
    network = random_graph(kind)
    wanted = nx.betweenness_centrality(network, normalized=normalized)
    assert backend.betweenness_centrality(of(network), normalized=normalized) == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_pagerank_as_in_networkx(kind: type[Any]) -> None:
    """Each node has the rank that networkx gives it, weights, sinks and parallel edges counted."""
    network = random_graph(kind)
    wanted = nx.pagerank(network, tol=1e-13, max_iter=1000)
    assert backend.pagerank(of(network, "weight")) == pytest.approx(wanted, abs=1e-9)


def test_louvain_finds_the_triangles() -> None:
    """Two triangles with a bridge are two communities."""
    found = backend.louvain_communities(of(nx.Graph(PAIRS)), seed=0)
    assert found == [{"a", "b", "c"}, {"x", "y", "z"}, {"p", "q"}]


def test_leiden_finds_the_triangles() -> None:
    """Leiden finds the same."""
    found = backend.leiden_communities(of(nx.Graph(PAIRS)), seed=0)
    assert found == [{"a", "b", "c"}, {"x", "y", "z"}, {"p", "q"}]


def test_louvain_goes_by_weight() -> None:
    """A bridge that weighs more than the rest holds its ends together."""
    network = nx.Graph(PAIRS)
    network.edges["c", "x"]["weight"] = 50
    found = backend.louvain_communities(of(network, "weight"), seed=0)
    assert any({"c", "x"} <= part for part in found)


@pytest.mark.parametrize("function", [backend.louvain_communities, backend.leiden_communities])
def test_communities_are_as_good_as_those_of_networkx(function: Any) -> None:  # noqa: ANN401 (a function)
    """On a graph with planted groups the modularity is that of networkx's own Louvain, or nearly."""
    network = nx.planted_partition_graph(8, 20, 0.5, 0.02, seed=3)
    own = nx.community.modularity(network, nx.community.louvain_communities(network, seed=3))
    assert nx.community.modularity(network, function(of(network), seed=3)) > own - 0.01


def test_components_in_the_order_of_networkx() -> None:
    """Components stand by their first node."""
    network = nx.Graph([("q", "p"), ("a", "b")])
    assert list(backend.connected_components(of(network))) == list(nx.connected_components(network))


def test_weak_components() -> None:
    """Directions are looked away from."""
    network = nx.DiGraph([("a", "b"), ("c", "b"), ("x", "y")])
    assert list(backend.weakly_connected_components(of(network))) == [{"a", "b", "c"}, {"x", "y"}]


def test_cores_as_in_networkx() -> None:
    """A triangle is a core of two, what hangs on it a core of one."""
    assert backend.core_number(of(nx.Graph(PAIRS))) == nx.core_number(nx.Graph(PAIRS))


@pytest.mark.parametrize("function", backend.FUNCTIONS.values())
def test_empty_graph(function: Any) -> None:  # noqa: ANN401 (a function)
    """A graph without nodes gives nothing, and is no error."""
    kind = nx.DiGraph if function is backend.weakly_connected_components else nx.Graph
    assert not list(function(of(kind())))


@pytest.mark.parametrize(
    ("name", "kwargs"),
    [
        ("betweenness_centrality", {"k": 2}),
        ("betweenness_centrality", {"weight": "weight"}),
        ("betweenness_centrality", {"endpoints": True}),
        ("louvain_communities", {"max_level": 1}),
        ("pagerank", {"personalization": {"a": 1}}),
    ],
)
def test_other_parameters_are_left_to_networkx(name: str, kwargs: dict[str, Any]) -> None:
    """A parameter that networkit has not is refused with the reason, so that networkx runs the call."""
    assert isinstance(backend.can_run(name, (nx.Graph(PAIRS),), kwargs), str)


def test_directed_communities_are_left_to_networkx() -> None:
    """Louvain of networkit knows no directions."""
    assert backend.can_run("louvain_communities", (nx.DiGraph(PAIRS),), {}) == "no directed graphs"


def test_seed_of_a_generator() -> None:
    """The same generator gives the same number, and none gives 0."""
    assert backend._number(random.Random(5)) == backend._number(random.Random(5))  # noqa: S311 (a test's input)
    assert (backend._number(None), backend._number(random._inst)) == (0, 0)


CALLS = """
import random, networkx as nx
nx.config.warnings_to_ignore = {"cache"}
draw = random.Random(7)
network = nx.Graph([(f"n{draw.randrange(60)}", f"n{draw.randrange(60)}") for _ in range(300)])
named = nx.community.louvain_communities(network, seed=4, backend="newskg")
print([sorted(part) for part in named])
print([sorted(part) for part in nx.community.leiden_communities(network, seed=4, backend="newskg")])
with nx.config(backend_priority=["newskg"]):
    print([sorted(part) for part in nx.community.louvain_communities(network, seed=4)])
    print(nx.betweenness_centrality(network))
    print(nx.betweenness_centrality(network, k=5, seed=1) == nx.betweenness_centrality(network, k=5, seed=1))
    print(sorted(map(len, nx.connected_components(network))))
    directed = nx.community.louvain_communities(network.to_directed(), seed=1)
    print(sum(map(len, directed)) == len(network))
"""


def called(folder: Path, seed: str) -> list[str]:
    """What plain calls of networkx print in a process of their own, with the backend registered."""
    if not entry_points(group="networkx.backends", name="newskg"):
        told = folder / "registered-0.dist-info"
        told.mkdir(exist_ok=True)
        (told / "METADATA").write_text("Metadata-Version: 2.1\nName: registered\nVersion: 0\n")
        (told / "entry_points.txt").write_text(
            "[networkx.backends]\nnewskg = kg.analyse.backend:BACKEND\n"
            "[networkx.backend_info]\nnewskg = kg.analyse.backend:info\n"
        )
    path = os.pathsep.join((str(ROOT), str(folder)))
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", CALLS],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
    )
    return done.stdout.splitlines()


def test_plain_calls_of_networkx(tmp_path: Path) -> None:
    """Calls that name the backend, and all calls once it goes first, give one result, whatever the hash seed."""
    first, second = called(tmp_path, "1"), called(tmp_path, "2")
    assert first == second
    assert first[0] == first[2]
    assert (first[4], first[6]) == ("True", "True")
