from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.serve.search.syntax import LONGEST, expression


@pytest.fixture(name="table", scope="module")
def _table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
    connection.executemany(
        "INSERT INTO t VALUES (?)", [("Norland urges Sudria",), ("Sudria urges Norland AND others",)]
    )
    return connection


def found(table: sqlite3.Connection, typed: str) -> int:
    """How many rows what is typed finds."""
    rows = table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (f"{{words}} : ({expression(typed)})",)).fetchone()
    return int(rows[0])


@given(typed=st.text(max_size=60) | st.text(alphabet='"*()^:+-{} aANDORTNE\x00\n', max_size=40))
def test_nothing_typed_is_an_error_of_fts5(table: sqlite3.Connection, typed: str) -> None:
    """Whatever is typed is searched for, or refused by us; FTS5 never sees what it cannot read."""
    try:
        found(table, typed)
    except QueryError:
        return


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("norland", 2),
        ("Nórland  SUDRIA", 2),
        ('"urges Sudria"', 1),
        ('"urges Sudria', 1),
        ("sud*", 2),
        ('"urges sud"*', 1),
        ("AND", 1),
        ("urges NOT Sudria", 0),
        ("urges-sudria", 1),
        ("words:norland", 0),
        ("norland ☃ !!", 2),
    ],
)
def test_words_phrases_and_beginnings(table: sqlite3.Connection, typed: str, rows: int) -> None:
    """All terms must occur, phrases as they stand, beginnings of words with a star; operators are words."""
    assert found(table, typed) == rows


@pytest.mark.parametrize("typed", ["", "   ", '"', "***", "☃ !!", "a" * (LONGEST + 1), "a " * 21])
def test_no_words_or_too_many(typed: str) -> None:
    """Without a word, or with more than may be, the search is refused."""
    with pytest.raises(QueryError, match="expected words"):
        expression(typed)
