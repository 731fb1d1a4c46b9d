"""Who stands in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from kg.analyse import backend
from kg.analyse.measures.simple import DIGITS, directed, kind, label
from kg.analyse.names import one_of
from kg.analyse.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx

Measure = Literal["pagerank", "degree", "in", "out", "partners", "betweenness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How central a node is; ``rank`` counts from 1 in the order of the table."""

    rank: int
    id: str
    label: str
    type: str
    score: float


def centrality(network: nx.Graph[str], *, measure: Measure = "pagerank") -> Records[Score]:
    """Every node with its score, highest first, then by id.

    ``pagerank`` (Brin and Page 1998, damping 0.85) follows edges by their number and adds to 1; ``degree`` is the
    number of edges in and out, ``in`` and ``out`` of those alone, ``partners`` of those whom a node has an edge with;
    ``betweenness`` (Freeman 1977, by Brandes 2001) is the share, 0 to 1, of the ordered pairs of others whose shortest
    paths, in steps, lead through a node. An edge counts by its ``weight``, where it has one. Edges from a node to
    itself count in none.

    >>> import networkx as nx
    >>> network = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "c")])
    >>> [(row.id, row.score) for row in centrality(network, measure="degree")]
    [('b', 3.0), ('a', 2.0), ('c', 1.0)]

    :raises ConfigError: when the measure is none of these; the message names the nearest.
    """
    one_of("measure", measure, get_args(Measure))
    if not network:
        return Records(Score)
    scores = {node: round(float(score), DIGITS) for node, score in _MEASURES[measure](directed(network)).items()}
    ordered = sorted(scores, key=lambda node: (-scores[node], node))
    return Records(
        Score,
        (
            Score(rank=rank, id=node, label=label(network, node), type=kind(network, node), score=scores[node])
            for rank, node in enumerate(ordered, start=1)
        ),
    )


def _out(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return dict(network.out_degree(weight="weight"))


def _in(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return dict(network.in_degree(weight="weight"))


def _partners(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return {name: len({*network.successors(name), *network.predecessors(name)}) for name in network}


def _degree(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return dict(network.degree(weight="weight"))


def _pagerank(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return backend.pagerank(backend.convert_from_nx(network, weight="weight"))


def _betweenness(network: nx.DiGraph[str]) -> Mapping[str, float]:
    return backend.betweenness_centrality(backend.convert_from_nx(network))


_MEASURES: dict[str, Callable[[nx.DiGraph[str]], Mapping[str, float]]] = {
    "pagerank": _pagerank,
    "degree": _degree,
    "in": _in,
    "out": _out,
    "partners": _partners,
    "betweenness": _betweenness,
}
