"""How two actors hang together: the shortest path, with the events that each step rests on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.analyse.measures.simple import directed, label, node, undirected
from kg.analyse.records import Records
from kg.errors import NotFoundError

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path, ``rank`` from 1, by the event that is reported best.

    ``source`` acts on ``target``: where they stand the other way round than the path goes, ``forward`` is false.
    ``events`` is the number of events between the two, ``evidence`` are the mentions of the one that is named.
    """

    rank: int
    source: str
    source_label: str
    target: str
    target_label: str
    forward: bool
    event: str
    action: str
    event_type: str
    factuality: str
    earliest: str
    latest: str
    reports: int
    events: int
    evidence: tuple[str, ...]


def path(network: nx.MultiDiGraph[str], start: str, end: str, *, along: bool = False) -> Records[Step]:
    """The shortest path between two actors, a row a step; none where start and end are one.

    Of several the one whose steps rest on most events, then the first by the ids of its nodes. Each step names the
    event with the most independent reports, then reports, then the first by id. Directions are looked away from, unless
    only steps ``along`` them count (breadth-first search, Moore 1959). Actors are given by id or label.

    >>> import networkx as nx
    >>> network = nx.MultiDiGraph()
    >>> _ = network.add_edge("a", "b", "event:1", action="urge"), network.add_edge("c", "b", "event:2", action="visit")
    >>> [(step.source, step.action, step.target, step.forward) for step in path(network, "a", "c")]
    [('a', 'urge', 'b', True), ('c', 'visit', 'b', False)]

    :raises NotFoundError: when there is no such actor (the message names the nearest), or no path between the two.
    """
    first, last = node(network, start), node(network, end)
    simple: nx.Graph[str] = directed(network) if along else undirected(network)
    names = _shortest(simple, first, last)
    if not names:
        how = "along the direction of events " if along else ""
        message = (
            f"no path leads {how}from {label(network, first)} to {label(network, last)}; other filters may show one"
        )
        raise NotFoundError(message)
    pairs = pairwise(names)
    rows = (_step(network, rank, pair, along=along) for rank, pair in enumerate(pairs, start=1))
    return Records(Step, rows, "" if first != last else f"{label(network, first)} is both of the two: there is no step")


def _shortest(simple: nx.Graph[str], first: str, last: str) -> tuple[str, ...]:
    """Of the shortest paths that with most events, then the first by name; none where there is no path.

    Each ring holds the nodes that are as many steps away, with the best way to each: its events, counted down, and
    its nodes.
    """
    seen = {first}
    ring: dict[str, tuple[float, tuple[str, ...]]] = {first: (0, (first,))}
    while ring and last not in ring:
        following: dict[str, tuple[float, tuple[str, ...]]] = {}
        for at, (events, way) in ring.items():
            for other, data in simple.adj[at].items():
                if other not in seen:
                    reached = (events - data["weight"], (*way, other))
                    following[other] = min(reached, following.get(other, reached))
        seen.update(following)
        ring = following
    return ring[last][1] if last in ring else ()


def _step(network: nx.MultiDiGraph[str], rank: int, pair: tuple[str, str], *, along: bool) -> Step:
    here, there = pair
    ways = [pair] if along else [pair, (there, here)]
    found = [(way, str(event), data) for way in ways for event, data in (network.get_edge_data(*way) or {}).items()]
    (source, target), event, data = min(found, key=_best)
    return Step(
        rank=rank,
        source=source,
        source_label=label(network, source),
        target=target,
        target_label=label(network, target),
        forward=source == here,
        event=event,
        **{name: str(data.get(name, "")) for name in ("action", "event_type", "factuality", "earliest", "latest")},
        reports=int(data.get("reports", 0)),
        events=len({name for _, name, _ in found}),
        evidence=tuple(data.get("evidence", ())),
    )


def _best(found: tuple[tuple[str, str], str, dict[str, Any]]) -> tuple[int, int, str]:
    _, event, data = found
    return -int(data.get("independent_reports", 0)), -int(data.get("reports", 0)), event
