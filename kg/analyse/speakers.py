"""The claim graph: who speaks about whom, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.nodes import add, described, local, prefixed, values
from kg.model import Modality

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph

# A claim speaks of those whom its own mention of the event names; a quotation, which spans more than a mention, of
# those whom its document's mentions of the event name.
CLAIMS = """
SELECT DISTINCT ?authority ?about ?claim ?modality WHERE {
  ?claim a kg:Claim ; kg:authority ?authority ; kg:modality ?modality ; kg:document ?document ; kg:claims ?event ;
    gaf:denotedBy ?own .
  ?event gaf:denotedBy ?mention ; kg:actor|kg:recipient ?about .
  ?mention nif:referenceContext ?document ; kg:actorMention|kg:recipientMention ?part .
  ?about gaf:denotedBy ?part .
  FILTER(?mention = ?own || NOT EXISTS { ?event gaf:denotedBy ?own })
}
"""


def speakers(graph: Graph, ids: Ids) -> nx.DiGraph[str]:
    """Who makes claims about whom: an edge from an authority to each actor or recipient of the events it claims.

    Edges have ``weight``, the number of claims, and a count for each modality (``asserted``, ``requested``,
    ``promised``, ``threatened``, ``alleged``, ``conditional``). Claims are counted in both polarities; an authority
    that speaks of itself has a loop. Where the authority is unknown it is the document. Nodes are prefixed ids with
    ``label`` and ``type``; nodes and edges are in sorted order.
    """
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for authority, about, _, modality in values(graph, CLAIMS):
        count = counts.setdefault((str(authority), str(about)), dict.fromkeys(("weight", *Modality), 0))
        count["weight"] += 1
        count[local(str(modality))] += 1
    network: nx.DiGraph[str] = nx.DiGraph()
    add(network, described(graph, {end for pair in counts for end in pair}), ids)
    for (source, target), count in sorted(counts.items()):
        network.add_edge(prefixed(source, ids), prefixed(target, ids), **{str(key): n for key, n in count.items()})
    return network
