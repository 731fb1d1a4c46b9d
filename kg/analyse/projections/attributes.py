"""Rows of a table as attributes of networkx."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.analyse.happenings import COLUMNS
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    import pyarrow as pa

_DAYS, _LISTS = frozenset({"earliest", "latest"}), frozenset({"certainty", "places", "outlets", "evidence"})
_DISTINCT = frozenset({"event", "evidence"})  # of these hardly a value comes twice
_COUNTS = frozenset({"claims", *map(str, Modality)})


def rows(table: pa.Table, *keys: str) -> Iterator[tuple[Any, ...]]:
    """Each row: the values of ``keys``, then what is known of its event, as attributes by name."""
    yield from zip(*(values(table, key) for key in keys), attributes(table), strict=True)


def attributes(table: pa.Table, *, without: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """What is known of the event of each row, by name, but for the columns ``without``."""
    known = {name: _values(table, name) for name in COLUMNS.names if name not in without}
    whole = {name: column for name, column in known.items() if column.count(None) < len(column)}
    names = list(whole)
    for cells in zip(*whole.values(), strict=True):
        yield {name: cell for name, cell in zip(names, cells, strict=False) if cell is not None}


def values(table: pa.Table, name: str, *, made: Callable[[Any], Any] = lambda value: value) -> list[Any]:
    """The values of a column of words, each as what is ``made`` of it, once for each distinct one."""
    return _plain(table[name].combine_chunks(), made=made)


def _values(table: pa.Table, name: str) -> list[Any]:
    column = table[name].combine_chunks()
    if name in _DISTINCT:
        return column.to_pylist() if name not in _LISTS else _lists(column, column.flatten().to_pylist())
    if name in _LISTS:
        return _lists(column, _plain(column.flatten()))
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


def _lists(array: Any, items: list[Any]) -> list[Any]:  # noqa: ANN401 (pyarrow carries no types)
    """The lists of a column as tuples, an empty one as None; ``items`` are those of all lists."""
    bounds = (array.offsets.to_numpy() - array.offsets[0].as_py()).tolist()
    return [tuple(items[first:last]) or None for first, last in pairwise(bounds)]
