from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import ConfigError
from kg.ids import VOCABULARIES
from kg.store import Graph, Rows

if TYPE_CHECKING:
    from kg.store import Term


def typed(words: str, name: str) -> Literal:
    """A literal of a datatype of XML Schema."""
    return Literal(words, datatype=NamedNode(VOCABULARIES["xsd"] + name))


def column(*terms: Term | None) -> pa.Array:
    """The column that these terms make."""
    (found,) = Rows(("x",), tuple((term,) for term in terms)).to_arrow().columns
    return found.combine_chunks()


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((Literal(2), None), pa.array([2, None], pa.int64())),
        ((typed("7", "nonNegativeInteger"), typed("8", "int")), pa.array([7, 8], pa.int64())),
        ((Literal(2), typed("0.5", "decimal")), pa.array([2.0, 0.5], pa.float64())),
        ((typed("INF", "double"), typed("-1E3", "float")), pa.array([float("inf"), -1000.0], pa.float64())),
        ((typed("true", "boolean"), typed("0", "boolean")), pa.array([True, False])),
        (
            (typed("2024-03-02", "date"), typed("2024-03-03+02:00", "date")),
            pa.array([date(2024, 3, 2), date(2024, 3, 3)]),
        ),
        ((typed("2024-03-02T08:00:00", "dateTime"),), pa.array([datetime(2024, 3, 2, 8)], pa.timestamp("us"))),  # noqa: DTZ001 (none is meant)
        (
            (typed("2024-03-02T08:00:00+02:00", "dateTime"),),
            pa.array([datetime(2024, 3, 2, 6, tzinfo=UTC)], pa.timestamp("us", tz="UTC")),
        ),
        ((NamedNode("https://example.org/a"), BlankNode("b")), pa.array(["https://example.org/a", "_:b"])),
        ((Literal("Norland", language="en"), Literal("Sudria")), pa.array(["Norland", "Sudria"])),
        ((None, None), pa.array([None, None], pa.string())),
    ],
)
def test_a_column_has_the_type_of_its_values(terms: tuple[Term | None, ...], expected: pa.Array) -> None:
    """Numbers, booleans, days and moments are such; IRIs and words are strings; what is unbound is null."""
    assert column(*terms).equals(expected)


@pytest.mark.parametrize(
    "terms",
    [
        (Literal(2), Literal("many")),
        (typed("2024-03", "gYearMonth"), typed("2024-03-02", "date")),
        (typed("99999999999999999999", "integer"),),
        (typed("-0044-03-15", "date"),),
        (typed("soon", "date"),),
        (typed("2024-03-02T08:00:00", "dateTime"), typed("2024-03-02T08:00:00Z", "dateTime")),
        (typed("2024-03-02T24:00:00", "dateTime"),),
        (typed("yes", "boolean"),),
    ],
)
def test_what_no_type_holds_is_words(terms: tuple[Literal, ...]) -> None:
    """Values of several kinds, and one that its type cannot hold, make a column of their lexical forms."""
    assert column(*terms).equals(pa.array([term.value for term in terms]))


def test_a_quoted_triple_is_words() -> None:
    """A term that is a triple stands as SPARQL writes it."""
    one = NamedNode("https://example.org/a")
    assert column(Triple(one, one, one)).to_pylist() == [str(Triple(one, one, one))]


def test_no_rows() -> None:
    """An answer without rows has its columns all the same."""
    assert Rows(("who", "times"), ()).to_arrow().column_names == ["who", "times"]


def test_no_columns() -> None:
    """An answer without variables is a table without columns."""
    assert Rows((), ((), ())).to_arrow().num_columns == 0


def test_what_a_query_gives() -> None:
    """The rows of a query of the store are a table."""
    answer = Graph.memory().query("SELECT (1 + 1 AS ?two) (xsd:date('2024-03-02') AS ?day) {}", prefixes=VOCABULARIES)
    assert isinstance(answer, Rows)
    assert answer.to_arrow().to_pylist() == [{"two": 2, "day": date(2024, 3, 2)}]


def test_a_frame_of_pandas() -> None:
    """Days are datetime64, and whole numbers stay whole where some are missing."""
    rows = ((Literal(2), typed("2024-03-02", "date"), typed("true", "boolean")), (None, None, None))
    found = Rows(("times", "day", "sure"), rows).to_pandas()
    assert [str(each) for each in found.dtypes] == ["Int64", "datetime64[ms]", "boolean"]
    assert found["times"].sum() == 2


def test_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is missing, the error says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ConfigError, match=r"pandas is not installed; install it \(pip install 'newskg\[pandas\]'\)"):
        Rows(("times",), ()).to_pandas()
