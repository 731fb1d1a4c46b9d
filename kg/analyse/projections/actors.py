"""The actor graph: who acts on whom, one edge for an event and a pair of its participants."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyarrow.compute as pc

from kg.analyse.edges import Edges, edges
from kg.analyse.filters import Filters
from kg.analyse.lift import lifted
from kg.analyse.projections.attributes import rows
from kg.analyse.selecting import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from kg.ids import Ids
    from kg.store import Graph

_ENDS = ("source", "target")


def actors(graph: Graph | Edges, ids: Ids, filters: Filters | None = None) -> nx.MultiDiGraph[str]:
    """Who acts on whom: an edge for each event and each pair of actor and recipient that one mention of it names.

    Where a mention names no recipient, an entity that is its theme takes the place. ``graph`` is a store, or the table
    of edges that a build left (``kg.analyse.edges.read``), which is many times as fast and gives the same network.
    Facts alone, unless ``filters`` asks for more. Lifted edges inside one whole are loops.

    Nodes are prefixed ids (``ent:state-pk``) with ``label`` and ``type``. Edges have the event's prefixed id as key and
    ``action``, ``event_type``, ``factuality``, ``earliest`` and ``latest`` (ISO 8601 days), ``reports``,
    ``independent_reports``, ``intensity`` (Goldstein, -10 to +10), ``claims`` with the number of each modality
    (``asserted``, ``requested`` …), and ``certainty``, ``places``, ``outlets`` and ``evidence`` (its mentions) as
    tuples of words or ids. What is not known, and a number of claims or a tuple that would be empty, is absent. Nodes
    and edges are in sorted order.

    :raises ConfigError: when a filter names what does not exist.
    """
    filters = filters or Filters()
    made = graph if isinstance(graph, Edges) else edges(graph, ids)
    table = select(made.table, made.nodes, filters)
    led = {end: lifted(end, filters.lift, made.parents, made.nodes) for end in made.nodes}
    with _uncollected():
        return _network(table, made, led, in_order=filters.lift == "none")


def _network(table: pa.Table, made: Edges, led: dict[str, str], *, in_order: bool) -> nx.MultiDiGraph[str]:
    """The network of the rows that are left: rows are sorted and distinct, unless ends were lifted."""
    every = ((led[source], led[target], data.pop("event"), data) for source, target, data in rows(table, *_ENDS))
    found = every if in_order else _distinct(every)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted({led[end] for column in _ENDS for end in pc.unique(table[column]).to_pylist()}):
        network.add_node(name, label=made.nodes[name].label, type=made.nodes[name].type)
    for source, target, event, data in found:
        network.add_edge(source, target, event, **data)
    return network


def _distinct(found: Iterable[tuple[str, str, str, dict[str, Any]]]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The first of each edge, in order: parts of one whole may have been joined by the same event."""
    kept: dict[tuple[str, str, str], dict[str, Any]] = {}
    for source, target, event, data in found:
        kept.setdefault((source, target, event), data)
    return [(*edge, data) for edge, data in sorted(kept.items(), key=lambda item: item[0])]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles while hundreds of thousands of attributes are made, of which none is garbage."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
