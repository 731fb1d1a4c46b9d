"""Who stands between others: brokers, and the parts that they play between communities."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.measures.grouping import communities
from kg.analyse.measures.simple import directed, kind, label
from kg.analyse.records import Records

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """How often a node stands between two others, first → node → last, where first has no edge to last.

    By the groups of the three: ``coordinator`` all in one; ``gatekeeper`` first outside, node and last in one;
    ``representative`` first and node in one, last outside; ``consultant`` first and last in one, node outside;
    ``liaison`` all in different ones. ``total`` is their sum.
    """

    rank: int
    id: str
    label: str
    type: str
    total: int
    coordinator: int
    gatekeeper: int
    representative: int
    consultant: int
    liaison: int


def brokers(network: nx.Graph[str], *, groups: Mapping[str, object] | None = None) -> Records[Broker]:
    """The nodes that stand between others, those who do so most often first, then by id (Gould and Fernandez 1989).

    ``groups`` gives the group of each node; without it they are the communities that Louvain's method finds. Parallel
    edges count once, loops never. The time it takes grows with the sum over nodes of edges in times edges out.

    >>> import networkx as nx
    >>> network = nx.DiGraph([("a", "b"), ("b", "c")])
    >>> [(row.id, row.total, row.gatekeeper) for row in brokers(network, groups={"a": 1, "b": 2, "c": 2})]
    [('b', 1, 1)]
    """
    simple = directed(network)
    if groups is None:
        groups = {name: each.rank for each in communities(network) for name in each.members}
    played = {name: _played(simple, name, groups) for name in simple}
    found = sorted((name for name in played if played[name]), key=lambda name: (-played[name].total(), name))
    return Records(
        Broker,
        (
            Broker(
                rank=rank,
                id=name,
                label=label(network, name),
                type=kind(network, name),
                total=played[name].total(),
                coordinator=played[name]["coordinator"],
                gatekeeper=played[name]["gatekeeper"],
                representative=played[name]["representative"],
                consultant=played[name]["consultant"],
                liaison=played[name]["liaison"],
            )
            for rank, name in enumerate(found, start=1)
        ),
        "" if found else "nobody stands between two others who have no edge from the first to the last",
    )


def _played(simple: nx.DiGraph[str], name: str, groups: Mapping[str, object]) -> Counter[str]:
    played: Counter[str] = Counter()
    after = list(simple.successors(name))
    for first in simple.predecessors(name):
        known = simple.adj[first]
        for last in after:
            if last != first and last not in known:
                played[_part(groups.get(first), groups.get(name), groups.get(last))] += 1
    return played


def _part(first: object, middle: object, last: object) -> str:
    if first == last:
        return "coordinator" if first == middle else "consultant"
    if middle == last:
        return "gatekeeper"
    return "representative" if first == middle else "liaison"
