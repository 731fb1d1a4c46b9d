"""The actor graph: who acts on whom, one edge for an event and a pair of its participants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.lift import top, wholes
from kg.analyse.nodes import add, described, local, prefixed, values
from kg.errors import ConfigError
from kg.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from kg.ids import Ids
    from kg.store import Graph

# A pair is read from one mention of the event, never from the union of its roles: in the union the actor of one
# report stands beside the recipient of another. Actors of one mention without recipient are a pair where plain triples
# join them both ways: they met one another, while two who protested together have no such triples.
EDGES = """
SELECT DISTINCT ?source ?target ?event ?factuality ?action ?type ?earliest ?latest ?reports ?independent ?intensity
WHERE {
  ?event a sem:Event ; kg:factuality ?factuality ; kg:actor ?source ; gaf:denotedBy ?mention .
  ?mention kg:actorMention ?doer .
  ?source gaf:denotedBy ?doer .
  {
    ?mention kg:recipientMention ?other .
    ?event kg:recipient ?target .
  } UNION {
    ?mention kg:themeMention ?other .
    ?event kg:theme ?target .
    FILTER NOT EXISTS { ?mention kg:recipientMention ?recipient }
    FILTER NOT EXISTS { ?target a sem:Event }
  } UNION {
    ?event kg:factuality kg:fact ; kg:action ?done ; kg:actor ?source, ?target ; gaf:denotedBy ?mention .
    ?mention kg:actorMention ?doer, ?other .
    ?source ?done ?target . ?target ?done ?source .
    FILTER(?doer != ?other)
    FILTER NOT EXISTS { ?mention kg:recipientMention ?recipient }
  }
  ?target gaf:denotedBy ?other .
  OPTIONAL { ?event kg:action ?action }
  OPTIONAL { ?event sem:eventType ?type . OPTIONAL { ?type kg:intensity ?intensity } }
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }
  OPTIONAL { ?event kg:reportCount ?reports }
  OPTIONAL { ?event kg:independentReportCount ?independent }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An event between two participants; the dates are ISO 8601, both bounds included."""

    source: str
    target: str
    event: str
    factuality: str
    action: str | None
    event_type: str | None
    earliest: str | None
    latest: str | None
    reports: int | None
    independent_reports: int | None
    intensity: float | None

    def attributes(self) -> dict[str, str | int | float]:
        """What the network keeps at the edge; what is not known is absent, since GEXF has no null."""
        named = {
            "action": self.action and local(self.action),
            "event_type": self.event_type and local(self.event_type),
            "factuality": self.factuality,
            "earliest": self.earliest,
            "latest": self.latest,
            "reports": self.reports,
            "independent_reports": self.independent_reports,
            "intensity": self.intensity,
        }
        return {name: value for name, value in named.items() if value is not None}


def actor_graph(  # noqa: PLR0913  (a filter each, by keyword)
    graph: Graph,
    ids: Ids,
    *,
    factuality: Collection[str] = ("fact",),
    types: Collection[str] | None = None,
    since: date | None = None,
    until: date | None = None,
    lift: bool = False,
) -> nx.MultiDiGraph[str]:
    """Who acts on whom: an edge for each event and each pair of actor and recipient that one mention of it names.

    Where a mention names no recipient, an entity that is its theme takes the place. Facts alone unless ``factuality``
    asks for more. ``types`` are codes of event types, a mode (``COERCE-deport``) or a type with all its modes
    (``COERCE``). An event is kept when its days overlap those from ``since`` to ``until``, both included; one with a
    single bound counts as that day, one without dates is left out once a bound is asked for. ``lift`` puts the
    uppermost whole (``kg:partOf``) in the place of its parts; edges inside one whole are then loops.

    Nodes are prefixed ids (``ent:state-pk``) with ``label`` and ``type``; edges have the event's prefixed id as key and
    ``action``, ``event_type``, ``factuality``, ``earliest``, ``latest``, ``reports``, ``independent_reports`` and
    ``intensity`` (Goldstein, -10 to +10) where they are known. Nodes and edges are in sorted order.

    :raises ConfigError: when a factuality is none of fact, counterfact, disputed, uncommitted.
    """
    asked = {_factuality(name) for name in factuality}
    parents = wholes(graph) if lift else {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for edge in map(_edge, values(graph, EDGES)):
        if edge.factuality in asked and _of_type(edge, types) and _in_days(edge, since, until):
            edges.setdefault((top(edge.source, parents), top(edge.target, parents), edge.event), edge)
    return _network(graph, ids, edges)


def _network(graph: Graph, ids: Ids, edges: dict[tuple[str, str, str], Edge]) -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add(network, described(graph, {end for source, target, _ in edges for end in (source, target)}), ids)
    for (source, target, event), edge in sorted(edges.items()):
        network.add_edge(prefixed(source, ids), prefixed(target, ids), prefixed(event, ids), **edge.attributes())
    return network


def _edge(row: tuple[str | None, ...]) -> Edge:
    source, target, event, factuality, action, kind, earliest, latest, reports, independent, intensity = row
    return Edge(
        source=str(source),
        target=str(target),
        event=str(event),
        factuality=local(str(factuality)),
        action=action,
        event_type=kind,
        earliest=earliest,
        latest=latest,
        reports=None if reports is None else int(reports),
        independent_reports=None if independent is None else int(independent),
        intensity=None if intensity is None else float(intensity),
    )


def _factuality(name: str) -> str:
    if name not in set(Factuality):
        message = f"factuality {name!r} is unknown; expected one of {', '.join(Factuality)}"
        raise ConfigError(message)
    return str(name)


def _of_type(edge: Edge, types: Collection[str] | None) -> bool:
    if types is None:
        return True
    code = local(edge.event_type or "")
    return code in types or code.partition("-")[0] in types


def _in_days(edge: Edge, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    first, last = edge.earliest or edge.latest, edge.latest or edge.earliest
    if first is None or last is None:
        return False
    return (since is None or last >= since.isoformat()) and (until is None or first <= until.isoformat())
