"""CSV of the actor graph: a table of nodes and a table of edges."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kg.export.network import BATCH, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.export.network import Network

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


def nodes(network: Network) -> Iterator[str]:
    """``id`` and the node columns, a line for each node."""
    return lines(("id", *NODE_COLUMNS), ({"id": name} | data for name, data in described(network)))


def edges(network: Network) -> Iterator[str]:
    """``source``, ``target`` and the edge columns, a line for each edge; what is not known is empty."""
    rows = ({"source": source, "target": target} | data for source, target, _, data in network.edges())
    return lines(("source", "target", *EDGE_COLUMNS), rows)


def lines(columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    r"""A table as CSV (RFC 4180, with LF): its header, then a line for each row; what a row does not have is empty.

    >>> "".join(lines(("a", "b"), [{"b": 'a; "b"; c'}]))
    'a,b\n,"a; ""b""; c"\n'
    """
    cells = chain((columns,), ([row.get(column, "") for column in columns] for row in rows))
    while held := list(islice(cells, BATCH)):
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows(held)
        yield text.getvalue()
