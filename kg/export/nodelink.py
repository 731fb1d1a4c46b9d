"""Node-link JSON of the actor graph, as networkx and D3 read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator


def text(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The document; nodes and edges (``edges``) in the order of the network.

    >>> document = json.loads("".join(text(nx.MultiDiGraph([("ent:a", "ent:b")]))))
    >>> nx.node_link_graph(document, edges="edges").edges
    OutMultiEdgeView([('ent:a', 'ent:b', 0)])
    """
    yield json.dumps(nx.node_link_data(network, edges="edges"), ensure_ascii=False, indent=1) + "\n"
