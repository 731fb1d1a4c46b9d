from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.analyse import Filters, actors, edges
from kg.errors import InputError, StoreError
from kg.ids import Ids
from kg.store import Graph

if TYPE_CHECKING:
    from pathlib import Path

ALL = ("fact", "counterfact", "disputed", "uncommitted")
FILTERS = [
    Filters(),
    Filters(factuality=ALL),
    Filters(factuality=ALL, lift="state"),
    Filters(factuality=ALL, lift="government"),
    Filters(lift="whole"),
    Filters(since=date(2024, 3, 5)),
    Filters(types=("REQUEST",), reports=1),
]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_store_and_parquet_give_one_network(graph: Graph, tmp_path: Path, filters: Filters) -> None:
    """Nodes, edges, attributes and their order are the same, whichever they are read from."""
    edges.write(tmp_path / edges.FILE, edges.edges(graph, Ids()))
    read, asked = actors(edges.read(tmp_path / edges.FILE), Ids(), filters), actors(graph, Ids(), filters)
    assert list(read.nodes(data=True)) == list(asked.nodes(data=True))
    assert list(read.edges(keys=True, data=True)) == list(asked.edges(keys=True, data=True))


def test_equal_edges_give_equal_bytes(graph: Graph, tmp_path: Path) -> None:
    """Two files of one graph are the same to the byte."""
    for name in ("a", "b"):
        edges.write(tmp_path / name, edges.edges(graph, Ids()))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_rows_are_sorted(graph: Graph) -> None:
    """Rows stand by source, target and event."""
    rows = edges.edges(graph, Ids()).table.select(["source", "target", "event"]).to_pylist()
    assert rows == sorted(rows, key=lambda row: tuple(row.values()))


def test_each_column_says_what_it_means(graph: Graph, tmp_path: Path) -> None:
    """A reader of the file finds the meaning of each column in it."""
    edges.write(tmp_path / edges.FILE, edges.edges(graph, Ids()))
    assert all(b"about" in (field.metadata or {}) for field in pq.read_schema(tmp_path / edges.FILE))


def test_pandas_reads_it(graph: Graph, tmp_path: Path) -> None:
    """The file is a plain table to pandas, days as days and numbers as numbers."""
    edges.write(tmp_path / edges.FILE, edges.edges(graph, Ids()))
    frame = pd.read_parquet(tmp_path / edges.FILE)
    row = frame[frame["event"] == "event:d2-40-43"].iloc[0]
    assert (row["earliest"], row["intensity"], row["asserted"]) == (date(2024, 3, 5), 1.0, 1)


def test_no_edges(tmp_path: Path) -> None:
    """A graph without events gives a file without rows, and that a network without nodes."""
    edges.write(tmp_path / edges.FILE, edges.edges(Graph.memory(), Ids()))
    assert nx.is_empty(actors(edges.read(tmp_path / edges.FILE), Ids()))


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is an error that names it."""
    with pytest.raises(InputError, match=r"edges\.parquet: no table of edges"):
        edges.read(tmp_path / edges.FILE)


def test_another_table(tmp_path: Path) -> None:
    """A Parquet file of something else is refused."""
    pq.write_table(pa.table({"x": [1]}), tmp_path / "other.parquet")
    with pytest.raises(InputError, match="no table of edges"):
        edges.read(tmp_path / "other.parquet")


def test_no_parquet_at_all(tmp_path: Path) -> None:
    """A file that is no Parquet is refused."""
    (tmp_path / "text.parquet").write_text("edges")
    with pytest.raises(InputError, match="no table of edges"):
        edges.read(tmp_path / "text.parquet")


def test_a_place_that_cannot_be_written(graph: Graph, tmp_path: Path) -> None:
    """A folder that is not there is an error that names the file, and leaves nothing behind."""
    with pytest.raises(StoreError, match="cannot write"):
        edges.write(tmp_path / "nowhere" / edges.FILE, edges.edges(graph, Ids()))
