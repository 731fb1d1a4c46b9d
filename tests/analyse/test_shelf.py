"""Tables that wait in a file."""

from __future__ import annotations

import gc

import pyarrow as pa

from kg.analyse.happenings import COLUMNS
from kg.analyse.shelf import Shelf

TABLE = pa.table({"name": ["a", None], "lists": [["b", "c"], []], "count": pa.array([1, None], pa.int32())})


def test_a_table_comes_back_as_it_was() -> None:
    """What is on a shelf is read again as often as it is asked for, nulls and lists as they were."""
    shelf = Shelf(TABLE)
    assert (shelf.table(), shelf.table()) == (TABLE, TABLE)


def test_columns_come_alone() -> None:
    """Of a table on a shelf the columns that are named are read."""
    assert Shelf(TABLE).table("count").equals(TABLE.select(["count"]))


def test_a_table_without_rows() -> None:
    """A table of no rows comes back with its columns."""
    assert Shelf(COLUMNS.empty_table()).table().schema.equals(COLUMNS, check_metadata=True)


def test_the_file_is_closed_with_the_shelf() -> None:
    """Nothing is left open when a shelf is let go of."""
    shelf = Shelf(TABLE)
    file = shelf._file
    del shelf
    gc.collect()
    assert file.closed
