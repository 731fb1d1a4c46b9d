"""JSON of Cytoscape and Cytoscape.js: the actor graph as ``elements``, by networkx."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator


def text(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The document; nodes and edges in the order of the network, each edge with an id of its own.

    >>> document = json.loads("".join(text(nx.MultiDiGraph([("ent:a", "ent:b")]))))
    >>> [node["data"]["id"] for node in document["elements"]["nodes"]]
    ['ent:a', 'ent:b']
    """
    found = nx.cytoscape_data(network)
    for edge in found["elements"]["edges"]:
        edge["data"]["id"] = str(edge["data"]["key"])
    yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"
