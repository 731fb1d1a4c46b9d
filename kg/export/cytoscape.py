"""JSON of Cytoscape and Cytoscape.js: the actor graph as ``elements``, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.export.network import described, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.network import Network


def text(network: Network) -> Iterator[str]:
    """The document; nodes and edges in the order of the network, each with an id of its own.

    ``name``, which Cytoscape shows, is a node's label and an edge's action; ``value`` is a node's id too, as networkx
    reads it.
    """
    yield '{\n "data": [],\n "directed": true,\n "multigraph": true,\n "elements": {\n  "nodes": [\n'
    yield from joined(
        (_element({"id": name, "value": name, "name": data["label"]} | data) for name, data in described(network)),
        between=",\n",
    )
    yield '\n  ],\n  "edges": [\n'
    yield from joined(
        (
            _element(
                {"id": ident, "key": ident, "source": source, "target": target, "name": data.get("action", "")} | data
            )
            for source, target, ident, data in network.edges()
        ),
        between=",\n",
    )
    yield "\n  ]\n }\n}\n"


def _element(data: dict[str, Any]) -> str:
    return "   " + json.dumps({"data": data}, ensure_ascii=False)
