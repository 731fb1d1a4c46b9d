"""Rows of queries as columns of Arrow, without a Python object for each value: for what is asked of every event."""

from __future__ import annotations

import errno
import re
from tempfile import TemporaryFile, gettempdir
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyoxigraph as ox
from pyarrow import csv

from kg.analyse.columns import changed
from kg.analyse.memory import free
from kg.analyse.nodes import local
from kg.errors import QueryError, StoreError
from kg.ids import VOCABULARIES
from kg.store import reported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import IO

    from kg.ids import Ids
    from kg.store import Graph

    Made = tuple[Callable[[str], Any], pa.DataType]

LOCAL: Made = (local, pa.string())
WHOLE: Made = (str, pa.string())
NUMBER: Made = (int, pa.int32())
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_BLOCK = 1 << 19  # bytes that are read at a time


def answer(graph: Graph, sparql: str, ids: Ids, **made: Made) -> pa.Table:
    """The rows of a SELECT, in no order, some perhaps twice: a column for each variable, null where it is unbound.

    Terms are strings, IRIs as prefixed names, literals as their lexical form, of which an empty one is null too;
    ``made`` says by variable what else is to be made of them. The prefixes of ``kg.ids`` need not be declared. Rows go
    through the CSV of SPARQL 1.1 in a temporary file, so that few of them are in memory at a time as the engine has
    them.

    :raises QueryError: when the query is wrong, or no SELECT.
    :raises StoreError: when the store cannot be read, or there is no room for the file.
    """
    schema, found = _answered(graph, sparql, ids, made)
    table = pa.Table.from_batches([*found], schema)
    free()
    return table


def batches(graph: Graph, sparql: str, ids: Ids, **made: Made) -> Iterator[pa.RecordBatch]:
    """The rows of ``answer``, some thousands at a time, for who needs few of them.

    :raises QueryError: as ``answer``.
    :raises StoreError: as ``answer``.
    """
    return _answered(graph, sparql, ids, made)[1]


def _answered(
    graph: Graph, sparql: str, ids: Ids, made: Mapping[str, Made]
) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
    found = graph.results(sparql, prefixes=VOCABULARIES)
    if not isinstance(found, ox.QuerySolutions):
        message = f"the query {sparql.split(maxsplit=1)[0]} gives no rows; expected a SELECT"
        raise QueryError(message)
    names = [variable.value for variable in found.variables]
    schema = pa.schema([(name, made[name][1] if name in made else pa.string()) for name in names])
    return schema, _batches(found, schema, ids, made)


def _batches(
    found: ox.QuerySolutions, schema: pa.Schema, ids: Ids, made: Mapping[str, Made]
) -> Iterator[pa.RecordBatch]:
    with TemporaryFile() as stream:
        _spool(found, stream)
        free()
        for block in _blocks(stream, schema.names):
            columns = [
                changed(block[name], *made[name]) if name in made else shortened(block[name], ids.prefixes)
                for name in schema.names
            ]
            yield pa.record_batch(columns, schema=schema)


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


def _blocks(stream: IO[bytes], names: list[str]) -> Iterator[pa.RecordBatch]:
    """The rows of a file, as text: those of some bytes at a time, cut where a row ends."""
    stream.readline()  # the names
    held, last = b"", False
    while not last:
        data = stream.read(_BLOCK)
        held, last = held + data, not data
        end = len(held) if last else _end(held)
        if end:
            yield from _read(held[:end], names).to_batches()
        held = held[end:]


def _end(data: bytes) -> int:
    """Where the last row ends: behind a line break that is in no value, before which quotation marks come in pairs."""
    end = data.rfind(b"\n") + 1
    while end and data.count(b'"', 0, end) % 2:
        end = data.rfind(b"\n", 0, end - 1) + 1
    return end


def _read(data: bytes, names: list[str]) -> pa.Table:
    return csv.read_csv(
        pa.BufferReader(data),
        read_options=csv.ReadOptions(block_size=len(data), use_threads=False, column_names=names),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
        ),
    )


def shortened(column: pa.Array, prefixes: Mapping[str, str]) -> pa.Array:
    """A column of IRIs as ``prefix:name``, where their namespaces have a prefix; all else stays what it is.

    >>> shortened(pa.array(["u:a/b", "u:a/b/c", None]), {"a": "u:a/"}).to_pylist()
    ['a:b', 'u:a/b/c', None]
    """
    for prefix, space in prefixes.items():
        if space[-1:] in {"/", "#"} and pc.any(pc.starts_with(column, space)).as_py():
            named = f"^{re.escape(space)}([^/#]*)$"
            column = pc.replace_substring_regex(column, pattern=named, replacement=rf"{prefix}:\1")
    return column
