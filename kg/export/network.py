"""The actor graph as files of graph tools hold it: nodes, and edges that are made in batches, however many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.projections.attributes import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.nodes import Node

Edge = tuple[str, str, str, dict[str, Any]]
"""Source, target, an id that no other edge has, and attributes."""

BATCH = 8_192  # edges that are made at a time
# What XML 1.0 cannot hold, not even as a character reference.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The ends of edges by id, sorted, and a row for each edge, sorted by source, target and event."""

    nodes: Mapping[str, Node]
    table: pa.Table

    def told(self) -> Iterator[Edge]:
        """The edges with the event as their third, and what is known of it; lists are tuples."""
        for batch in self.table.to_batches(max_chunksize=BATCH):
            for source, target, data in rows(pa.Table.from_batches([batch]), "source", "target"):
                yield source, target, data.pop("event"), data

    def edges(self) -> Iterator[Edge]:
        """The edges with attributes that every format can hold: lists as words with spaces between.

        An edge's id is ``event.source.target``; its event is an attribute.
        """
        for source, target, event, data in self.told():
            yield source, target, f"{event}.{source}.{target}", {"event": event} | scalars(data)

    @property
    def attributes(self) -> dict[str, pa.DataType]:
        """The attributes of edges that occur, in order, with their types; a list counts as words."""
        held = {name: self.table[name] for name in self.table.column_names if name not in {"source", "target"}}
        return {name: pa.string() if _lists(col) else col.type for name, col in held.items() if _occurs(col)}


def scalars(attributes: Mapping[str, Any]) -> dict[str, str | float]:
    r"""Attributes without tuples, line breaks and what XML forbids.

    >>> scalars({"label": "B\n\x01", "evidence": ("mention:a", "mention:b"), "reports": 2})
    {'label': 'B �', 'evidence': 'mention:a mention:b', 'reports': 2}
    """
    return {
        name: " ".join(value) if isinstance(value, tuple) else plain(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def plain(words: str) -> str:
    r"""Words on one line, with U+FFFD for each character that XML forbids.

    >>> plain("a\r\n b\x00")
    'a b�'
    """
    return " ".join(NOT_XML.sub("\ufffd", words).split())


def described(network: Network) -> Iterator[tuple[str, dict[str, str]]]:
    """The nodes with plain label and type."""
    for name, node in network.nodes.items():
        yield name, {"label": plain(node.label), "type": node.type}


def joined(lines: Iterator[str], *, between: str = "", most: int = 1 << 16) -> Iterator[str]:
    """Texts put together in chunks of about ``most`` characters, with ``between`` each and the next."""
    held: list[str] = []
    size = 0
    start = ""
    for line in chain(lines):
        held += (start, line)
        start = between
        size += len(line)
        if size >= most:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _lists(column: Any) -> bool:  # noqa: ANN401 (pyarrow carries no types)
    return bool(pa.types.is_list(column.type))


def _occurs(column: Any) -> bool:  # noqa: ANN401 (pyarrow carries no types)
    """Whether a row shows it: no count is shown where it is 0, and no empty list."""
    if _lists(column):
        return bool(len(pc.list_flatten(column)))
    if pa.types.is_int32(column.type) and column.null_count == 0:
        return bool(pc.any(pc.not_equal(column, 0)).as_py())
    return bool(column.null_count < len(column))
