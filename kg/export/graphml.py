"""GraphML of the actor graph (graphdrawing.org, GraphML 1.0), written edge by edge."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import pyarrow as pa

from kg.export.network import described, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.export.network import Network

HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def text(network: Network) -> Iterator[str]:
    """The document; nodes, edges and attributes in the order of the network, keys for those that occur."""
    yield HEAD
    for name in ("label", "type"):
        yield _key(name, "node", "string")
    for name, kind in network.attributes.items():
        yield _key(name, "edge", typed(kind))
    yield '  <graph edgedefault="directed">\n'
    yield from joined(f"    <node id={quoteattr(n)}>\n{_data(data)}    </node>\n" for n, data in described(network))
    yield from joined(
        f"    <edge source={quoteattr(source)} target={quoteattr(target)} id={quoteattr(ident)}>\n"
        f"{_data(data)}    </edge>\n"
        for source, target, ident, data in network.edges()
    )
    yield "  </graph>\n</graphml>\n"


def typed(kind: pa.DataType) -> str:
    """The type of an attribute as GraphML and GEXF call it.

    >>> typed(pa.int32()), typed(pa.float64()), typed(pa.date32())
    ('long', 'double', 'string')
    """
    return "long" if pa.types.is_integer(kind) else "double" if pa.types.is_floating(kind) else "string"


def _key(name: str, scope: str, kind: str) -> str:
    return f'  <key id="{name}" for="{scope}" attr.name="{name}" attr.type="{kind}" />\n'


def _data(data: Mapping[str, str | float]) -> str:
    return "".join(f'      <data key="{name}">{escape(str(value))}</data>\n' for name, value in data.items())
