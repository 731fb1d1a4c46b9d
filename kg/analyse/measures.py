"""Measures of a network: who stands in the middle, and who belongs together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import networkx as nx

from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Measure = Literal["pagerank", "degree", "betweenness"]

# Sums of floats differ in their last digits from machine to machine, and equal scores must be seen to be equal.
DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How central a node is; ``rank`` counts from 1 in the order of the table."""

    rank: int
    id: str
    label: str
    type: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Nodes that deal more with one another than with the rest, sorted; ``rank`` 1 is the largest."""

    rank: int
    members: tuple[str, ...]
    labels: tuple[str, ...]


def centrality(network: nx.DiGraph[str], *, measure: Measure = "pagerank") -> tuple[Score, ...]:
    """Every node with its score, highest first, then by id.

    ``pagerank`` (Brin and Page 1998, damping 0.85) follows edges by their number, ``degree`` is the number of edges in
    and out, ``betweenness`` (Brandes 2001) the share of shortest paths, in steps, that lead through a node. Edges from
    a node to itself count in none.

    >>> network = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "c")])
    >>> [(row.id, row.score) for row in centrality(network, measure="degree")]
    [('b', 3.0), ('a', 2.0), ('c', 1.0)]

    :raises ConfigError: when the measure is none of these.
    """
    if measure not in _MEASURES:
        message = f"measure {measure!r} is unknown; expected one of {', '.join(get_args(Measure))}"
        raise ConfigError(message)
    if not network:
        return ()
    scores = {node: round(float(score), DIGITS) for node, score in _MEASURES[measure](_weighted(network)).items()}
    ordered = sorted(scores, key=lambda node: (-scores[node], node))
    return tuple(
        Score(rank=rank, id=node, label=_label(network, node), type=_type(network, node), score=scores[node])
        for rank, node in enumerate(ordered, start=1)
    )


def communities(network: nx.DiGraph[str], *, seed: int = 0) -> tuple[Community, ...]:
    """The communities that Louvain's method (Blondel and others 2008) finds, largest first, then by first member.

    Edges count by their number, whatever their direction. The same network and seed give the same communities,
    in whatever order its nodes were added.

    >>> network = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("a", "x")])
    >>> [community.members for community in communities(network)]
    [('a', 'b', 'c'), ('x', 'y')]
    """
    names = sorted(network)
    if not names:
        return ()
    # Numbers in the place of names, since the method keeps nodes in sets, and a set of strings has no lasting order.
    numbered = nx.relabel_nodes(_undirected(_weighted(network)), {name: number for number, name in enumerate(names)})
    found = [sorted(names[number] for number in part) for part in nx.community.louvain_communities(numbered, seed=seed)]
    return tuple(
        Community(rank=rank, members=tuple(members), labels=tuple(_label(network, node) for node in members))
        for rank, members in enumerate(sorted(found, key=lambda members: (-len(members), members)), start=1)
    )


def _weighted(network: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """A simple directed graph in sorted order, without loops: ``weight`` is the number or weight of edges."""
    weights: dict[tuple[str, str], float] = {}
    for source, target, weight in network.edges(data="weight", default=1):
        if source != target:
            weights[source, target] = weights.get((source, target), 0) + weight
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from(sorted(network))
    simple.add_weighted_edges_from((source, target, weight) for (source, target), weight in sorted(weights.items()))
    return simple


def _undirected(network: nx.DiGraph[str]) -> nx.Graph[str]:
    both: nx.Graph[str] = nx.Graph()
    both.add_nodes_from(network)
    for source, target, data in network.edges(data=True):
        back = network.get_edge_data(target, source, {"weight": 0})
        both.add_edge(source, target, weight=data["weight"] + back["weight"])
    return both


def _pagerank(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return nx.pagerank(network, alpha=0.85, weight="weight")


def _degree(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return dict(network.degree(weight="weight"))


def _betweenness(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return nx.betweenness_centrality(network)


_MEASURES: dict[str, Callable[[nx.DiGraph[str]], Mapping[str, float]]] = {
    "pagerank": _pagerank,
    "degree": _degree,
    "betweenness": _betweenness,
}


def _label(network: nx.DiGraph[str], node: str) -> str:
    return str(network.nodes[node].get("label", node))


def _type(network: nx.DiGraph[str], node: str) -> str:
    return str(network.nodes[node].get("type", ""))
