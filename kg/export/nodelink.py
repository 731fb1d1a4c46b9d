"""Node-link JSON of the actor graph, as networkx and D3 read it: a node or an edge a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.export.network import described, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.network import Network


def text(network: Network) -> Iterator[str]:
    """The document; nodes and edges (``edges``) in the order of the network."""
    yield '{\n "directed": true,\n "multigraph": true,\n "graph": {},\n "nodes": [\n'
    yield from joined((_line({"id": name} | data) for name, data in described(network)), between=",\n")
    yield '\n ],\n "edges": [\n'
    yield from joined(
        (
            _line({"source": source, "target": target, "key": ident} | data)
            for source, target, ident, data in network.edges()
        ),
        between=",\n",
    )
    yield "\n ]\n}\n"


def _line(data: dict[str, Any]) -> str:
    return "  " + json.dumps(data, ensure_ascii=False)
