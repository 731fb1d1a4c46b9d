"""Who belongs together, and what holds them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from kg.analyse import backend
from kg.analyse.measures.simple import DIGITS, label, undirected
from kg.analyse.names import one_of
from kg.analyse.records import Records

if TYPE_CHECKING:
    import networkx as nx

Method = Literal["louvain", "leiden"]
_TOP, _CENTRE = 3, 5


class Frequent(NamedTuple):
    """An event type, and how many edges between members have it."""

    type: str
    edges: int


class Dealing(NamedTuple):
    """Two members, by label, and how many edges are between them."""

    left: str
    right: str
    edges: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Nodes that deal more with one another than with the rest, sorted; ``rank`` 1 is the largest.

    What holds them together: ``centre`` are the labels of the members with most edges to others of them, at most five;
    ``density``, 0 to 1, is the share of pairs of members that have an edge; ``edges`` are those between members, loops
    left out; ``types`` and ``pairs`` are the most frequent event types and pairs (by label) among them, with their
    numbers, at most three each.
    """

    rank: int
    members: tuple[str, ...]
    labels: tuple[str, ...]
    centre: tuple[str, ...] = ()
    density: float = 0.0
    edges: int = 0
    types: tuple[Frequent, ...] = ()
    pairs: tuple[Dealing, ...] = ()


def communities(
    network: nx.Graph[str], *, method: Method = "louvain", seed: int = 0, resolution: float = 1.0
) -> Records[Community]:
    """The communities of a network, largest first, then by first member.

    ``louvain``: Blondel and others 2008; ``leiden``: Traag and others 2019, whose communities hang together. Edges
    count by their number, whatever their direction. A ``resolution`` above 1 gives smaller communities. The same
    network and seed give the same communities, in whatever order its nodes were added.

    >>> import networkx as nx
    >>> network = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("a", "x")])
    >>> [community.members for community in communities(network)]
    [('a', 'b', 'c'), ('x', 'y')]

    :raises ConfigError: when there is no such method; the message names the nearest.
    """
    one_of("method", method, get_args(Method))
    if not network:
        return Records(Community)
    numbered = backend.convert_from_nx(undirected(network), weight="weight")
    run = backend.louvain_communities if method == "louvain" else backend.leiden_communities
    found = sorted((sorted(part) for part in run(numbered, resolution=resolution, seed=seed)), key=_order)
    inside = _inside(network, {name: at for at, part in enumerate(found) for name in part})
    return Records(
        Community, (_community(network, at, members, inside.get(at, [])) for at, members in enumerate(found))
    )


def _order(members: list[str]) -> tuple[int, list[str]]:
    return -len(members), members


def _inside(network: nx.Graph[str], part: dict[str, int]) -> dict[int, list[tuple[str, str, dict[str, Any]]]]:
    """The edges between members of one community."""
    found: dict[int, list[tuple[str, str, dict[str, Any]]]] = {}
    for source, target, data in network.edges(data=True):
        if source != target and part[source] == part[target]:
            found.setdefault(part[source], []).append((source, target, data))
    return found


def _community(
    network: nx.Graph[str], at: int, members: list[str], edges: list[tuple[str, str, dict[str, Any]]]
) -> Community:
    types = Counter(str(data["event_type"]) for _, _, data in edges if data.get("event_type"))
    pairs = Counter((min(source, target), max(source, target)) for source, target, _ in edges)
    ends = Counter(end for source, target, _ in edges for end in (source, target))
    possible = len(members) * (len(members) - 1) / 2
    return Community(
        rank=at + 1,
        members=tuple(members),
        labels=tuple(label(network, name) for name in members),
        centre=tuple(label(network, name) for name in sorted(members, key=lambda name: (-ends[name], name))[:_CENTRE]),
        density=round(len(pairs) / possible, DIGITS) if possible else 0.0,
        edges=len(edges),
        types=tuple(Frequent(*each) for each in sorted(types.items(), key=lambda item: (-item[1], item[0]))[:_TOP]),
        pairs=tuple(
            Dealing(label(network, pair[0]), label(network, pair[1]), n)
            for pair, n in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
        ),
    )
