"""Rows of a table as attributes of networkx."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.analyse.happenings import COLUMNS
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

_DAYS, _LISTS = frozenset({"earliest", "latest"}), frozenset({"certainty", "places", "outlets", "evidence"})
_COUNTS = frozenset({"claims", *map(str, Modality)})


def rows(table: pa.Table, *keys: str) -> Iterator[tuple[Any, ...]]:
    """Each row: the values of ``keys``, then what is known of its event, as attributes by name."""
    known = {name: _values(table, name) for name in COLUMNS.names}
    whole = {name: column for name, column in known.items() if column.count(None) < len(column)}
    names, columns = list(whole), list(whole.values())
    ends = [_plain(table[key].combine_chunks()) for key in keys]
    for *found, cells in zip(*ends, zip(*columns, strict=True), strict=True):
        yield (*found, {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None})


def _values(table: pa.Table, name: str) -> list[Any]:
    column = table[name].combine_chunks()
    if name in _LISTS:
        return _lists(column)
    if name in _DAYS:
        return _plain(column, made=lambda day: day and day.isoformat())
    if name in _COUNTS:
        return _plain(column, made=lambda count: count or None)
    return _plain(column)


def _plain(array: Any, *, made: Callable[[Any], Any] = lambda value: value) -> list[Any]:  # noqa: ANN401 (pyarrow carries no types)
    """The values of a column: each distinct one is made a Python object once, as that is what takes the time."""
    encoded = array.dictionary_encode()
    distinct = [made(value) for value in encoded.dictionary.to_pylist()]
    return [*map([*distinct, None].__getitem__, encoded.indices.fill_null(len(distinct)).to_numpy().tolist())]


def _lists(array: Any) -> list[Any]:  # noqa: ANN401 (pyarrow carries no types)
    """The lists of a column as tuples, an empty one as None."""
    values, bounds = _plain(array.flatten()), (array.offsets.to_numpy() - array.offsets[0].as_py()).tolist()
    return [tuple(values[first:last]) or None for first, last in pairwise(bounds)]
