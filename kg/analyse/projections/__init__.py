"""The graph as networks of networkx, each for one kind of question; nodes and edges in sorted order.

``actors``: who acts on whom, an edge an event. ``participation``: who takes part in events together. ``speakers``: who
makes claims about whom. ``bipartite``: which actor takes part in which event, and as what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.analyse.names import one_of
from kg.analyse.projections.actors import actors
from kg.analyse.projections.bipartite import bipartite
from kg.analyse.projections.participation import participation
from kg.analyse.projections.speakers import speakers

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.analyse.edges import Edges
    from kg.analyse.filters import Filters
    from kg.ids import Ids
    from kg.store import Graph

__all__ = ["PROJECTIONS", "Network", "actors", "bipartite", "participation", "project", "speakers"]

Network = Any  # networkx.Graph[str] or one of its subclasses: each projection says which

PROJECTIONS: dict[str, Callable[..., Network]] = {
    "actors": actors,
    "participation": participation,
    "speakers": speakers,
    "bipartite": bipartite,
}


def project(graph: Graph | Edges, ids: Ids, kind: str = "actors", filters: Filters | None = None) -> Network:
    """The projection of a name; a table of edges will do for ``actors`` alone.

    :raises ConfigError: when there is no such projection; the message names the nearest.
    """
    return PROJECTIONS[one_of("projection", kind, PROJECTIONS)](graph, ids, filters)
