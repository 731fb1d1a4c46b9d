"""CSV of the actor graph: a table of nodes and a table of edges."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

NODE_COLUMNS = ("label", "type")
EDGE_COLUMNS = (
    "event",
    "action",
    "event_type",
    "factuality",
    "earliest",
    "latest",
    "reports",
    "independent_reports",
    "intensity",
)


def nodes(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """``id`` and the node columns, a line for each node; what is not known is empty.

    >>> import networkx as nx
    >>> print("".join(nodes(nx.MultiDiGraph([("ent:a", "ent:b")]))), end="")
    id,label,type
    ent:a,,
    ent:b,,
    """
    return lines(("id", *NODE_COLUMNS), (({"id": node} | data) for node, data in network.nodes(data=True)))


def edges(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """``source``, ``target`` and the edge columns, a line for each edge; what is not known is empty.

    >>> import networkx as nx
    >>> network = nx.MultiDiGraph()
    >>> _ = network.add_edge("ent:a", "ent:b", event="event:e", action="urge", factuality="fact", reports=2)
    >>> print("".join(edges(network)), end="")
    source,target,event,action,event_type,factuality,earliest,latest,reports,independent_reports,intensity
    ent:a,ent:b,event:e,urge,,fact,,,2,,
    """
    rows = ({"source": source, "target": target} | data for source, target, data in network.edges(data=True))
    return lines(("source", "target", *EDGE_COLUMNS), rows)


def lines(columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    r"""A table as CSV (RFC 4180, with LF): its header, then a line for each row; what a row does not have is empty.

    >>> list(lines(("a", "b"), [{"b": 'a; "b"; c'}]))
    ['a,b\n', ',"a; ""b""; c"\n']
    """
    for cells in chain((columns,), ([row.get(column, "") for column in columns] for row in rows)):
        line = StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        yield line.getvalue()
