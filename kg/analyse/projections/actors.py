"""The actor graph: who acts on whom, one edge for an event and a pair of its participants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analyse.edges import Edges, edges
from kg.analyse.filters import Filters
from kg.analyse.lift import lifted
from kg.analyse.projections.attributes import rows
from kg.analyse.selecting import select

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph


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
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for source, target, attributes in rows(table, "source", "target"):
        found.setdefault((led[source], led[target], attributes.pop("event")), attributes)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted({end for source, target, _ in found for end in (source, target)}):
        node = made.nodes[name]
        network.add_node(name, label=node.label, type=node.type)
    keyed = found.items() if filters.lift == "none" else sorted(found.items(), key=lambda item: item[0])
    for (source, target, event), attributes in keyed:
        network.add_edge(source, target, event, **attributes)
    return network
