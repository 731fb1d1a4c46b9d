"""The actor graph: who acts on whom, one edge for an event and a pair of its participants."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analyse.edges import Edges, edges
from kg.analyse.filters import Filters
from kg.analyse.lift import lifted
from kg.analyse.projections.attributes import attributes, values
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

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> print(actors(Graph.memory(), Ids()))
    MultiDiGraph with 0 nodes and 0 edges

    :raises ConfigError: when a filter names what does not exist.
    """
    filters = filters or Filters()
    made = graph if isinstance(graph, Edges) else edges(graph, ids)
    table = select(made.table, made.nodes, filters)
    with _uncollected():
        return _network(table, made, filters.lift)


def _network(table: pa.Table, made: Edges, lift: str) -> nx.MultiDiGraph[str]:
    """The network of the rows that are left: rows are sorted and distinct, unless ends were lifted."""
    led = {end: lifted(end, lift, made.parents, made.nodes) for end in made.nodes}
    sources, targets = (values(table, end, made=led.__getitem__) for end in _ENDS)
    found = zip(sources, targets, table["event"].to_pylist(), attributes(table, without=("event",)), strict=True)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted({*sources, *targets}):
        network.add_node(name, label=made.nodes[name].label, type=made.nodes[name].type)
    # add_edge looks up for each edge what sorted rows have settled, which takes most of the time. These two are what it
    # writes to; classes derived from networkx's own write to them too.
    after, before = network._succ, network._pred  # type: ignore[attr-defined]  # noqa: SLF001 (see above)
    for source, target, event, data in found if lift == "none" else _distinct(found):
        if (between := after[source].get(target)) is None:
            between = after[source][target] = before[target][source] = {}
        between[event] = data
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
            if not gc.get_freeze_count():  # to freeze and thaw puts what was made among what is old, without a search
                gc.freeze()
                gc.unfreeze()
            gc.enable()
