"""Who takes part in events together, whatever the roles."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.filters import Filters
from kg.analyse.parts import parts

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph


def participation(graph: Graph, ids: Ids, filters: Filters | None = None) -> nx.Graph[str]:
    """Who takes part in events together: an edge between two participants, in whatever role, of one or more events.

    Edges have ``weight``, the number of those events, and ``events``, their prefixed ids in sorted order, as a tuple.
    Who takes part alone is a node without edges. Nodes have ``label`` and ``type``. Facts alone, unless ``filters``
    asks for more. Roles are of the event, over all its reports: an edge says "both took part", never "acted on".

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> print(participation(Graph.memory(), Ids()))
    Graph with 0 nodes and 0 edges

    :raises ConfigError: when a filter names what does not exist.
    """
    table, nodes = parts(graph, ids, filters or Filters())
    together: dict[str, set[str]] = defaultdict(set)
    for event, entity in zip(table["event"].to_pylist(), table["entity"].to_pylist(), strict=True):
        together[event].add(entity)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, entities in sorted(together.items()):
        for pair in combinations(sorted(entities), 2):
            shared[pair].append(event)
    network: nx.Graph[str] = nx.Graph()
    for name in sorted({entity for entities in together.values() for entity in entities}):
        network.add_node(name, label=nodes[name].label, type=nodes[name].type)
    for (left, right), events in sorted(shared.items()):
        network.add_edge(left, right, weight=len(events), events=tuple(events))
    return network
