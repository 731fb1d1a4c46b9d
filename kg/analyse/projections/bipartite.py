"""Actors on one side, events on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.filters import Filters
from kg.analyse.parts import parts
from kg.analyse.projections.attributes import rows

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph


def bipartite(graph: Graph, ids: Ids, filters: Filters | None = None) -> nx.Graph[str]:
    """Which actor takes part in which event: nodes have ``bipartite``, 0 for actors and 1 for events.

    Edges have ``role``: actor, recipient or theme, or several joined by "+". Actors have ``label`` and ``type``; events
    have type ``Event``, their action as label, and the attributes of the edges of ``actors``. Facts alone, unless
    ``filters`` asks for more. Actors come first, then events, each sorted.

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> print(bipartite(Graph.memory(), Ids()))
    Graph with 0 nodes and 0 edges

    :raises ConfigError: when a filter names what does not exist.
    """
    table, nodes = parts(graph, ids, filters or Filters())
    network: nx.Graph[str] = nx.Graph()
    for name in sorted(set(table["entity"].to_pylist())):
        network.add_node(name, label=nodes[name].label, type=nodes[name].type, bipartite=0)
    roles: dict[tuple[str, str], set[str]] = {}
    for entity, role, attributes in rows(table, "entity", "role"):
        event = attributes.pop("event")
        roles.setdefault((entity, event), set()).add(role)
        network.add_node(
            event, **{"label": attributes.get("action", event), "type": "Event", **attributes, "bipartite": 1}
        )
    for (entity, event), played in sorted(roles.items()):
        network.add_edge(entity, event, role="+".join(sorted(played)))
    return network
