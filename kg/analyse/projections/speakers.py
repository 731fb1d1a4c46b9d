"""The claim graph: who speaks about whom, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.lift import lifted, wholes
from kg.analyse.nodes import add, described, local, prefixed, values
from kg.analyse.parts import kept
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.analyse.filters import Filters
    from kg.ids import Ids
    from kg.store import Graph

# A claim speaks of those whom its own mention of the event names; a quotation, which spans more than a mention, of
# those whom its document's mentions of the event name.
CLAIMS = """
SELECT DISTINCT ?authority ?about ?claim ?modality ?event WHERE {
  ?claim a kg:Claim ; kg:authority ?authority ; kg:modality ?modality ; kg:document ?document ; kg:claims ?event ;
    gaf:denotedBy ?own .
  ?event gaf:denotedBy ?mention ; kg:actor|kg:recipient ?about .
  ?mention nif:referenceContext ?document ; kg:actorMention|kg:recipientMention ?part .
  ?about gaf:denotedBy ?part .
  FILTER(?mention = ?own || NOT EXISTS { ?event gaf:denotedBy ?own })
}
"""


def speakers(graph: Graph, ids: Ids, filters: Filters | None = None) -> nx.DiGraph[str]:
    """Who makes claims about whom: an edge from an authority to each actor or recipient of the events it claims.

    Edges have ``weight``, the number of claims, and a count for each modality (``asserted``, ``requested``,
    ``promised``, ``threatened``, ``alleged``, ``conditional``). Claims are counted in both polarities; an authority
    that speaks of itself has a loop. Where the authority is unknown it is the document. Nodes are prefixed ids with
    ``label`` and ``type``; nodes and edges are in sorted order. Without ``filters`` every claim counts, whatever became
    of its event: what somebody says is said, be it a fact or not. With them, claims of the events that they keep.

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> speakers(Graph.memory(), Ids()).number_of_nodes()
    0

    :raises ConfigError: when a filter names what does not exist.
    """
    every = filters is None or filters.keeps_all
    events = set() if filters is None or every else {*kept(graph, ids, filters)["event"].to_pylist()}
    found = {row[:4] for row in values(graph, CLAIMS) if every or prefixed(str(row[4]), ids) in events}
    parents = wholes(graph)
    nodes = described(graph, _all(found, parents))
    counts: dict[tuple[str, str], dict[str, int]] = {}
    to = filters.lift if filters else "none"
    for authority, about, _, modality in sorted(found, key=str):
        pair = lifted(str(authority), to, parents, nodes), lifted(str(about), to, parents, nodes)
        count = counts.setdefault(pair, dict.fromkeys(("weight", *Modality), 0))
        count["weight"] += 1
        count[local(str(modality))] += 1
    network: nx.DiGraph[str] = nx.DiGraph()
    add(network, {end: nodes[end] for pair in counts for end in pair}, ids)
    for (source, target), count in sorted(counts.items()):
        network.add_edge(prefixed(source, ids), prefixed(target, ids), **{str(key): n for key, n in count.items()})
    return network


def _all(found: Iterable[tuple[str | None, ...]], parents: Mapping[str, str]) -> set[str]:
    """The ends of claims, and all that they are part of."""
    named = {str(end) for row in found for end in row[:2]}
    at = set(named)
    while at:
        at = {parents[each] for each in at if each in parents} - named
        named |= at
    return named
