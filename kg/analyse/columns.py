"""Columns of Arrow and rows of NumPy: changing, matching and listing what they hold, all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_PART = 16 << 10  # values whose hashes are held at a time


def changed(column: Any, change: Callable[[str], Any], kind: pa.DataType) -> pa.Array:  # noqa: ANN401 (pyarrow carries no types)
    """A column of strings with ``change`` made to each distinct value; null stays null.

    >>> changed(pa.array(["1", None, "1"]), int, pa.int32()).to_pylist()
    [1, None, 1]
    """
    encoded = whole(column).dictionary_encode()
    return pa.array([change(value) for value in encoded.dictionary.to_pylist()], kind).take(encoded.indices)


def firsts(table: pa.Table, key: str) -> pa.Table:
    """The first row of each value of ``key``, in its order: of several rows the least by the columns, null before all.

    >>> firsts(pa.table({"a": ["y", "x", "x"], "b": ["1", "2", None]}), "a").to_pylist()
    [{'a': 'x', 'b': None}, {'a': 'y', 'b': '1'}]
    """
    found = table.take(pc.sort_indices(table, sort_keys=[(key, "ascending")]))
    if _new(found[key]).all():
        return found
    order = [key, *(name for name in table.column_names if name != key)]
    spelt = pa.table({name: pc.fill_null(pc.cast(table[name], pa.string()), "") for name in order})
    found = table.take(pc.sort_indices(spelt, sort_keys=[(name, "ascending") for name in order]))
    return found.filter(pa.array(_new(found[key])))


def _new(column: Any) -> NDArray[np.bool_]:  # noqa: ANN401 (pyarrow carries no types)
    """Which values of a column are not those before them."""
    values = whole(column)
    same = pc.equal(values[1:], values[:-1]).to_numpy(zero_copy_only=False).astype(bool)
    return np.concatenate((np.ones(min(1, len(values)), bool), ~same))


def distinct(column: Any) -> pa.Array:  # noqa: ANN401 (pyarrow carries no types)
    """The distinct values of a column, sorted. They are found in order, without a table of hashes, which is larger.

    >>> distinct(pa.array(["b", "a", "b"])).to_pylist()
    ['a', 'b']
    """
    values = whole(column)
    values = values.take(pc.sort_indices(values))
    new = _new(values)
    return values if new.all() else values.filter(pa.array(new))


def places(column: Any, known: Any) -> NDArray[np.int64]:  # noqa: ANN401 (pyarrow carries no types)
    """Where each value of a column stands in ``known``, whose values are distinct; -1 where it does not.

    It is looked for in one part of ``known`` after the other: a table of hashes takes several times what it is of.
    """
    held = whole(known)
    found = np.full(len(column), -1)
    for start in range(0, len(held), _PART):
        at = pc.index_in(column, value_set=held.slice(start, _PART))
        here = at.is_valid().to_numpy(**({} if isinstance(at, pa.ChunkedArray) else {"zero_copy_only": False}))
        found[here] = start + at.drop_null().to_numpy()
    return found


def listed(rows: NDArray[np.int64], values: Any, count: int) -> pa.ListArray:  # noqa: ANN401 (pyarrow carries no types)
    """Lists of distinct values, sorted, for rows 0 to ``count``: ``values`` has what belongs to each of ``rows``.

    What belongs to row -1, and null, is left out.

    >>> listed(np.array([1, 0, 1, -1]), pa.array(["b", "c", "a", "d"]), 3).to_pylist()
    [['c'], ['a', 'b'], []]
    """
    held = whole(values)
    known = (rows >= 0) & held.is_valid().to_numpy(zero_copy_only=False)
    if not known.all():
        rows, held = rows[known], held.filter(pa.array(known))
    order = pc.sort_indices(
        pa.table({"row": rows, "value": held}), sort_keys=[(n, "ascending") for n in ("row", "value")]
    )
    rows, held = rows[order.to_numpy()], held.take(order)
    new = _new(pa.array(rows)) | _new(held)
    if not new.all():
        rows, held = rows[new], held.filter(pa.array(new))
    bounds = np.searchsorted(rows, np.arange(count + 1))
    return pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), held)


def counted(rows: NDArray[np.int64], count: int) -> pa.Array:
    """How often each of the rows 0 to ``count`` is named; -1 is no row."""
    return pa.array(np.bincount(rows[rows >= 0], minlength=count), pa.int32())


def joined(left: NDArray[np.int64], right: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows of both whose keys are equal, each with each.

    >>> [rows.tolist() for rows in joined(np.array([5, 7]), np.array([7, 5, 7]))]
    [[0, 1, 1], [1, 0, 2]]
    """
    order = np.argsort(right, kind="stable")
    keys = right[order]
    first, last = np.searchsorted(keys, left, "left"), np.searchsorted(keys, left, "right")
    counts = last - first
    starts = np.repeat(first - np.cumsum(counts) + counts, counts)
    return np.repeat(np.arange(len(left)), counts), order[starts + np.arange(counts.sum())]


def whole(column: Any) -> Any:  # noqa: ANN401 (pyarrow carries no types)
    """A column in one piece."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
