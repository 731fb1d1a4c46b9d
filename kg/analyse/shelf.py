"""A table that waits in a temporary file for its next use: what is known of all events is large."""

from __future__ import annotations

import weakref
from tempfile import TemporaryFile

import pyarrow as pa

from kg.analyse.memory import free


class Shelf:
    """Keeps a table on disk, in Arrow's own format, and gives it back whole or in part, as often as it is asked for.

    >>> Shelf(pa.table({"a": [1], "b": [2]})).table("b").to_pydict()
    {'b': [2]}
    """

    def __init__(self, table: pa.Table) -> None:
        """Writes the table; whoever made it lets go of it."""
        self._file = TemporaryFile()  # noqa: SIM115  (closed when the shelf is let go of)
        weakref.finalize(self, self._file.close)
        with pa.ipc.new_file(self._file, table.schema) as writer:
            writer.write_table(table)

    def table(self, *columns: str) -> pa.Table:
        """The table with these columns, all of them unless some are named."""
        self._file.seek(0)
        with pa.ipc.open_file(self._file) as reader:
            places = [reader.schema.get_field_index(name) for name in columns or reader.schema.names]
        self._file.seek(0)
        with pa.ipc.open_file(self._file, options=pa.ipc.IpcReadOptions(included_fields=places)) as reader:
            found = reader.read_all()
        free()
        return found.combine_chunks()
