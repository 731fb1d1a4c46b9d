"""Rows of queries as columns of Arrow, without a Python object for each value: for what is asked of every event."""

from __future__ import annotations

import errno
from functools import partial
from tempfile import TemporaryFile, gettempdir
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyoxigraph as ox
from pyarrow import csv

from kg.analyse.nodes import local, prefixed
from kg.errors import QueryError, StoreError
from kg.ids import VOCABULARIES
from kg.store import reported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO

    from numpy.typing import NDArray

    from kg.ids import Ids
    from kg.store import Graph

    Made = tuple[Callable[[str], Any], pa.DataType]

LOCAL: Made = (local, pa.string())
WHOLE: Made = (str, pa.string())
NUMBER: Made = (int, pa.int32())
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_BLOCK = 4 << 20  # bytes that are read at a time; no value may be longer


def answer(graph: Graph, sparql: str, ids: Ids, **made: Made) -> pa.Table:
    """The rows of a SELECT, in no order, some perhaps twice: a column for each variable, null where it is unbound.

    Terms are strings, IRIs as prefixed names, literals as their lexical form, of which an empty one is null too;
    ``made`` says by variable what else is to be made of them. The prefixes of ``kg.ids`` need not be declared. Rows go
    through the CSV of SPARQL 1.1 in a temporary file, so that few of them are in memory at a time as the engine has
    them.

    :raises QueryError: when the query is wrong, or no SELECT.
    :raises StoreError: when the store cannot be read, or there is no room for the file.
    """
    found = graph.results(sparql, prefixes=VOCABULARIES)
    if not isinstance(found, ox.QuerySolutions):
        message = f"the query {sparql.split(maxsplit=1)[0]} gives no rows; expected a SELECT"
        raise QueryError(message)
    names = [variable.value for variable in found.variables]
    makes = {name: made.get(name, (partial(prefixed, ids=ids), pa.string())) for name in names}
    schema = pa.schema([(name, kind) for name, (_, kind) in makes.items()])
    with TemporaryFile() as stream:
        _spool(found, stream)
        blocks = [
            pa.record_batch([changed(block[name], *makes[name]) for name in names], schema=schema)
            for block in _blocks(stream, names)
        ]
    pa.default_memory_pool().release_unused()
    return pa.Table.from_batches(blocks, schema)


def _spool(found: ox.QuerySolutions, stream: IO[bytes]) -> None:
    """Writes rows to a temporary file, to be read from its start."""
    try:
        with reported():
            found.serialize(stream, format=ox.QueryResultsFormat.CSV)
    except StoreError as error:
        if not isinstance(cause := error.__cause__, OSError) or cause.errno not in _NO_ROOM:
            raise
        message = f"cannot write temporary files in {gettempdir()}: {cause.strerror}; free some space, or set TMPDIR"
        raise StoreError(message) from cause
    stream.seek(0)


def _blocks(stream: IO[bytes], names: list[str]) -> Iterable[pa.RecordBatch]:
    found: Iterable[pa.RecordBatch] = csv.open_csv(
        stream,
        read_options=csv.ReadOptions(block_size=_BLOCK, use_threads=False),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
        ),
    )
    return found


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


def places(column: Any, known: Any) -> NDArray[np.int64]:  # noqa: ANN401 (pyarrow carries no types)
    """Where each value of a column stands in ``known``, whose values are distinct; -1 where it does not."""
    found = pc.fill_null(pc.index_in(column, value_set=whole(known)), -1)
    return np.asarray(found.to_numpy(), np.int64)


def listed(rows: NDArray[np.int64], values: Any, count: int) -> pa.ListArray:  # noqa: ANN401 (pyarrow carries no types)
    """Lists of distinct values, sorted, for rows 0 to ``count``: ``values`` has what belongs to each of ``rows``.

    What belongs to row -1, and null, is left out.

    >>> listed(np.array([1, 0, 1, -1]), pa.array(["b", "c", "a", "d"]), 3).to_pylist()
    [['c'], ['a', 'b'], []]
    """
    table = pa.table({"row": rows, "value": whole(values)})
    table = table.filter(pc.and_(pc.greater_equal(table["row"], 0), pc.is_valid(table["value"])))
    table = table.group_by(["row", "value"], use_threads=False).aggregate([])
    table = table.sort_by([("row", "ascending"), ("value", "ascending")])
    bounds = np.searchsorted(table["row"].to_numpy(), np.arange(count + 1))
    return pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), whole(table["value"]))


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
