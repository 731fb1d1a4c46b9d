"""What a measure is of: the network that filters leave, whom a name means in it, and why something is not there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from kg.analyse.edges import Edges, edges
from kg.analyse.filters import in_words
from kg.analyse.lift import lifted
from kg.analyse.measures import node
from kg.analyse.measures import subject as burst_of
from kg.analyse.nodes import prefixed
from kg.analyse.parts import every
from kg.analyse.selecting import each_alone
from kg.errors import NotFoundError
from kg.newsgraph import networks
from kg.newsgraph.meaning import meant

if TYPE_CHECKING:
    from collections.abc import Container

    import pyarrow as pa

    from kg.analyse import Filters, Network
    from kg.analyse.occurrences import Occurrences
    from kg.newsgraph.graph import NewsGraph


def left(graph: NewsGraph, filters: Filters, *, kind: str = "actors") -> Network:
    """The projection that the filters leave.

    :raises NotFoundError: when they leave no event.
    """
    network = networks.network(graph.folder, lambda: graph.graph, graph.ids, kind=kind, filters=filters)
    if not network:
        raise nothing_left(graph, filters, between_two=kind == "actors")
    return network


def nothing_left(graph: NewsGraph, filters: Filters, *, between_two: bool = False) -> NotFoundError:
    """The error that says how many events there are, or those between two actors, and how many each filter leaves."""
    made = _every(graph) if between_two else None
    table, nodes = every(graph.graph, graph.ids) if made is None else (made.table, made.nodes)
    alone = each_alone(table, nodes, filters)
    counts = [f"{name} alone leaves {number}" for name, number in alone.items()]
    of = f"of {_events(table)} events{' between two actors' if between_two else ''}"
    undated = _events(table.filter(pc.is_null(pc.coalesce(table["earliest"], table["latest"]))))
    counts += [f"{undated} have no date"] if undated and (filters.since or filters.until) else []
    message = f"{in_words(filters)}: no event is left; {', '.join([of, *counts])}; ask for more"
    return NotFoundError(message)


def _events(table: pa.Table) -> int:
    return int(pc.count_distinct(table["event"]).as_py())


def entity(graph: NewsGraph, network: Network, name: str, filters: Filters) -> str:
    """The node that a name means: by id or label, else by an alias of the knowledge base; lifted as the network is.

    :raises NotFoundError: when nobody has that name, or whoever has it takes part in no event that is left.
    """
    try:
        return node(network, name)
    except NotFoundError as missing:
        return _elsewhere(graph, network, name, filters, missing)


def topic(graph: NewsGraph, found: Occurrences, name: str, filters: Filters) -> str:
    """What a burst is of: a name as it stands, where it means something, else the entity that it is an alias of.

    :raises NotFoundError: as ``entity``.
    """
    try:
        burst_of(found, name)
    except NotFoundError as missing:
        return _elsewhere(graph, found.labels, name, filters, missing)
    return name


def _elsewhere(graph: NewsGraph, here: Container[str], name: str, filters: Filters, missing: NotFoundError) -> str:
    """An entity of the graph that is called differently here, or is not here: then that is said."""
    try:
        iri, kind = meant(graph, name)
    except NotFoundError:
        raise missing from None
    if kind != "entity":
        raise missing
    made, known = _every(graph), prefixed(iri, graph.ids)
    led = lifted(known, filters.lift, made.parents, made.nodes)
    if led in here:
        return led
    raise NotFoundError(_absent(made, name, known, filters)) from None


def _every(graph: NewsGraph) -> Edges:
    return networks.left(graph.folder) or edges(graph.graph, graph.ids)


def _absent(made: Edges, name: str, known: str, filters: Filters) -> str:
    """What to say of somebody who is in the graph, and in no event that is left."""
    columns = made.table.select(["source", "target", "event", "factuality"]).to_pylist()
    events = {row["event"]: row["factuality"] for row in columns if known in {row["source"], row["target"]}}
    who = name if name == known else f"{name!r} ({known})"
    if not events:
        return f"{who} is in the graph, but acts on nobody and nobody on it; `kg report` shows what is said of it"
    counts = ", ".join(f"{number} {factuality}" for factuality, number in sorted(Counter(events.values()).items()))
    return f"{who} is in the graph, but in no event left with {in_words(filters)}; in all: {counts} (try --factuality)"
