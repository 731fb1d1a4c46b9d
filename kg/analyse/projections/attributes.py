"""Rows of a table as attributes of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.analyse.happenings import COLUMNS
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

_DAYS, _LISTS = frozenset({"earliest", "latest"}), frozenset({"certainty", "places", "outlets", "evidence"})
_COUNTS = frozenset({"claims", *map(str, Modality)})


def rows(table: pa.Table, *keys: str) -> Iterator[tuple[Any, ...]]:
    """Each row: the values of ``keys``, then what is known of its event, as attributes by name."""
    names = COLUMNS.names
    columns = [_values(table, name) for name in names]
    ends = [table[key].to_pylist() for key in keys]
    for *found, cells in zip(*ends, zip(*columns, strict=True), strict=True):
        yield (*found, {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None})


def _values(table: pa.Table, name: str) -> list[Any]:
    column = table[name]
    if name in _DAYS:
        return [day and day.isoformat() for day in column.to_pylist()]
    if name in _LISTS:
        return [tuple(held) or None for held in column.to_pylist()]
    if name in _COUNTS:
        return [count or None for count in column.to_pylist()]
    return list(column.to_pylist())
