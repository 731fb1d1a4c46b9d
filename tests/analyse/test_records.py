from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx
import pyarrow as pa
import pytest

from kg.analyse import measures
from kg.analyse.occurrences import Occurrence, Occurrences
from kg.analyse.records import Records
from kg.analyse.speaking import speaking_about, speaking_for
from kg.ids import Ids

if TYPE_CHECKING:
    from kg.store import Graph


def met(*pairs: tuple[str, str]) -> nx.MultiDiGraph[str]:
    """Who met whom on the second of March, as actor graph."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, pair in enumerate(pairs):
        network.add_edge(*pair, f"event:{number}", event_type="CONSULT", intensity=1.0, latest="2024-03-02")
    return network


TRIANGLE = met(("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"))


def test_records_are_a_tuple() -> None:
    """Rows compare, count and slice as a tuple does."""
    rows = measures.cores(TRIANGLE)
    assert rows == tuple(rows)
    assert (len(rows), rows[-1].id) == (4, "d")


def test_records_are_copied_whole() -> None:
    """A copy, and one that went to another process, knows its columns."""
    rows = measures.cores(TRIANGLE)
    for other in (copy.copy(rows), pickle.loads(pickle.dumps(rows))):  # noqa: S301 (our own bytes)
        assert (other, other.to_arrow()) == (rows, rows.to_arrow())


def test_columns_have_the_types_of_their_fields() -> None:
    """Days are days, numbers are numbers, and None is null."""
    found = measures.balance(met(("a", "b")), "a", "b").to_arrow()
    assert found.schema.field("since").type == pa.date32()
    assert found.schema.field("intensity").type == pa.float64()
    assert found.to_pylist()[0]["since"] == date(2024, 3, 1)


def test_lists_stay_lists() -> None:
    """Members are a list of strings, pairs one of records with their fields."""
    (row,) = measures.communities(met(("a", "b"))).to_arrow().to_pylist()
    assert (row["members"], row["pairs"]) == (["a", "b"], [{"left": "a", "right": "b", "edges": 1}])


BUSY = Occurrences(
    events=tuple(
        Occurrence(event=f"event:{number}", on=date(2024, 3, day), type="AID" if day == 3 else "CONSULT")
        for number, day in enumerate([1] * 5 + [2] * 5 + [3] * 5)
    )
)
EMPTY: nx.MultiDiGraph[str] = nx.MultiDiGraph()


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        (measures.centrality(TRIANGLE), measures.centrality(EMPTY)),
        (measures.communities(TRIANGLE), measures.communities(EMPTY)),
        (measures.brokers(TRIANGLE), measures.brokers(EMPTY)),
        (measures.cores(TRIANGLE), measures.cores(EMPTY)),
        (measures.path(TRIANGLE, "a", "d"), measures.path(TRIANGLE, "a", "a")),
        (measures.balance(TRIANGLE, "a", "b"), measures.balance(TRIANGLE, "a", "d")),
        (measures.reciprocity(TRIANGLE)[1], measures.reciprocity(EMPTY)[1]),
        (measures.triads(TRIANGLE), measures.triads(EMPTY)),
        (measures.changes(EMPTY, TRIANGLE), measures.changes(EMPTY, EMPTY)),
        (measures.bursts(BUSY, by="day"), measures.bursts(Occurrences(events=()))),
        (speaking_about(nx.DiGraph([("a", "b", {"weight": 1})])), speaking_about(nx.DiGraph())),
    ],
    ids=lambda rows: rows.kind.__name__ if isinstance(rows, Records) else None,
)
def test_a_table_without_rows_has_the_same_columns(rows: Records[object], empty: Records[object]) -> None:
    """Each measure has the columns of its rows where there are none."""
    assert rows
    assert not empty
    assert empty.to_arrow().schema == rows.to_arrow().schema
    assert rows.to_arrow().num_rows == len(rows)


def test_a_frame_of_pandas() -> None:
    """Pandas computes with days as days."""
    frame = measures.balance(met(("a", "b")), "a", "b").to_pandas()
    assert frame["since"].dt.year.tolist() == [2024]


def test_who_speaks_for_whom(graph: Graph) -> None:
    """Without a speaker there is an empty table of speakers."""
    assert speaking_for(graph, Ids()).to_arrow().column_names[:2] == ["rank", "speaker"]


def test_a_notebook_shows_a_table() -> None:
    """Records show as a table of HTML, a column for each field and a line for each row."""
    made = measures.cores(TRIANGLE)._repr_html_()
    assert made.count("<tr>") == 1 + len(measures.cores(TRIANGLE))
    assert "<th>rank</th><th>id</th><th>label</th><th>type</th><th>core</th>" in made
