"""GEXF 1.2 of the actor graph, written edge by edge; for Gephi, whose timeline follows the start and end of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

import pyarrow.compute as pc

from kg.export.graphml import typed
from kg.export.network import described, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.export.network import Network

HEAD = """<?xml version='1.0' encoding='utf-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
  <meta>
    <creator>newskg</creator>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
"""


def text(network: Network) -> Iterator[str]:
    """The document; nodes, edges and attributes in the order of the network.

    An edge lasts from the first to the last day of its event, both included; with a single bound, that day. A node
    lasts from the first to the last day of its edges. What has no day has neither, and is always shown. No day of
    writing stands in the head: the same graph gives the same bytes.
    """
    titles = {name: typed(kind) for name, kind in network.attributes.items()}
    numbers = {name: str(number) for number, name in enumerate(titles)}
    spans = lasting(network)
    yield HEAD
    yield from _attributes("edge", {numbers[name]: (name, kind) for name, kind in titles.items()})
    yield from _attributes("node", {"type": ("type", "string")})
    yield "    <nodes>\n"
    yield from joined(
        f"      <node id={quoteattr(name)} label={quoteattr(data['label'])}{_span(spans.get(name))}>\n"
        f"{_values({'type': data['type']})}      </node>\n"
        for name, data in described(network)
    )
    yield "    </nodes>\n    <edges>\n"
    yield from joined(
        f"      <edge id={quoteattr(ident)} source={quoteattr(source)} target={quoteattr(target)}"
        f"{_span(_days(data))}>\n{_values({numbers[name]: held for name, held in data.items()})}"
        "      </edge>\n"
        for source, target, ident, data in network.edges()
    )
    yield "    </edges>\n  </graph>\n</gexf>\n"


def lasting(network: Network) -> dict[str, tuple[str, str]]:
    """The first and the last day of the edges of each node that has any with a day, as ISO 8601."""
    first, last = (network.table[name] for name in ("earliest", "latest"))
    bounds = network.table.select(["source", "target"])
    for name, day in (("first", pc.min_element_wise(first, last)), ("last", pc.max_element_wise(first, last))):
        bounds = bounds.append_column(name, day)
    found: dict[str, tuple[str, str]] = {}
    for end in ("source", "target"):
        spans = bounds.group_by(end).aggregate([("first", "min"), ("last", "max")])
        for name, start, stop in zip(*(spans[c].to_pylist() for c in (end, "first_min", "last_max")), strict=True):
            if start is not None:
                known = found.get(name, (str(start), str(stop)))
                found[name] = min(known[0], str(start)), max(known[1], str(stop))
    return found


def _days(data: Mapping[str, Any]) -> tuple[str, str] | None:
    days = [str(data[bound]) for bound in ("earliest", "latest") if bound in data]
    return (min(days), max(days)) if days else None


def _span(days: tuple[str, str] | None) -> str:
    return f' start="{days[0]}" end="{days[1]}"' if days else ""


def _attributes(scope: str, titles: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    yield f'    <attributes class="{scope}" mode="static">\n'
    for number, (name, kind) in titles.items():
        yield f'      <attribute id="{number}" title="{name}" type="{kind}" />\n'
    yield "    </attributes>\n"


def _values(data: Mapping[str, str | float]) -> str:
    values = "".join(f'          <attvalue for="{n}" value={quoteattr(str(held))} />\n' for n, held in data.items())
    return f"        <attvalues>\n{values}        </attvalues>\n"
