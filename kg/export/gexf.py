"""GEXF 1.2 of the actor graph, by networkx; for Gephi."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from networkx.readwrite.gexf import GEXFWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx


def text(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The document; nodes, edges and attributes in the order of the network.

    networkx writes the day and its own version into the head, so that the same graph would give other bytes tomorrow;
    both are taken out.

    >>> import networkx as nx
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
    writer.add_graph(network)
    stream = BytesIO()
    writer.write(stream)
    yield stream.getvalue().decode()
