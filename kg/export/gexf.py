"""GEXF 1.2 of the actor graph, by networkx; for Gephi, whose timeline follows the start and end of nodes and edges."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

if TYPE_CHECKING:
    from collections.abc import Iterator


def text(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The document; nodes, edges and attributes in the order of the network.

    An edge lasts from the first to the last day of its event, both included; with a single bound, that day. A node
    lasts from the first to the last day of its edges. What has no day has neither, and is always shown.

    networkx writes the day and its own version into the head, so that the same graph would give other bytes tomorrow;
    both are taken out.

    >>> document = "".join(text(nx.MultiDiGraph([("a", "b")])))
    >>> "lastmodifieddate" in document, "<creator>newskg</creator>" in document
    (False, True)
    """
    writer = GEXFWriter(version="1.2draft")
    head = writer.xml.find("meta")
    if head is not None:
        head.attrib.pop("lastmodifieddate", None)
        for creator in head.findall("creator"):
            creator.text = "newskg"
    writer.add_graph(timed(network))
    stream = BytesIO()
    writer.write(stream)
    yield stream.getvalue().decode()


def timed(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The network with ``start`` and ``end``, ISO 8601 days, at the nodes and edges that have a time.

    >>> network = nx.MultiDiGraph()
    >>> _ = network.add_edge("a", "b", earliest="2024-03-01", latest="2024-03-03")
    >>> _ = network.add_edge("b", "c", latest="2024-03-05")
    >>> dict(timed(network).nodes(data=True))["b"], list(timed(network).edges(data=True))[1][2]["start"]
    ({'start': '2024-03-01', 'end': '2024-03-05'}, '2024-03-05')
    """
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph(network)
    days: dict[str, list[str]] = {}
    for source, target, data in copy.edges(data=True):
        found = [data[bound] for bound in ("earliest", "latest") if bound in data]
        if found:
            data["start"], data["end"] = found[0], found[-1]
            for end in (source, target):
                days.setdefault(end, []).extend(found)
    for node, found in days.items():
        copy.nodes[node].update(start=min(found), end=max(found))
    return copy
