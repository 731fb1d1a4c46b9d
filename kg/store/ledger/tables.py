"""The tables of a ledger: adding and taking out rows, and reading them by what stands in their columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

Row = tuple[Any, ...]
_AT_ONCE = 500  # values: SQLite before 3.32 takes 999

# By table: how many columns are the key, the columns, and those by which rows are looked up too.
TABLES: dict[str, tuple[int, tuple[str, ...], tuple[str, ...]]] = {
    # name → value
    "mark": (1, ("name", "value"), ()),
    # each document: digest of its shard, counts, its named graph's quads and total, story and cast
    "document": (1, ("id", "shard", "mentions", "readings", "quads", "total", "story", "its_cast"), ()),
    "dropped": (2, ("document", "reason", "number"), ()),
    # how many documents, mentions, readings and events there are ("all"), and mentions left out ("dropped", by reason)
    "tally": (2, ("kind", "name", "number"), ()),
    # the keys of documents, of stories, copies and parties, as numbers; day is an ordinal, -1 where it is not known
    "block": (3, ("key", "day", "document"), ()),
    "copy": (1, ("document", "original"), ("original",)),
    # the heaviest names of documents, which are compared in the order of their places; unknown entities by document
    "name": (2, ("word", "place", "document"), ()),
    "figure": (2, ("entity", "document", "figure", "label"), ()),
    "alike": (4, ("first", "second", "one", "other", "likeness"), ("one", "other")),
    "renamed": (1, ("entity", "figure"), ()),
    # pairs of mentions both ways; the event of each mention
    "pair": (2, ("one", "other", "score"), ()),
    "reading": (1, ("mention", "event"), ("event",)),
    # what is said of entities by several documents or events
    "described": (5, ("entity", "type", "label", "origin", "document"), ()),
    "told": (2, ("actor", "document"), ()),
    "fact": (4, ("subject", "action", "object", "event"), ("event",)),
}


def schema() -> str:
    """The statements that make all tables."""
    lines = []
    for table, (keys, columns, looked_up) in TABLES.items():
        rowid = "" if table in {"document", "renamed"} else " WITHOUT ROWID"  # where rows are long
        lines.append(f"CREATE TABLE {table} ({', '.join(columns)}, PRIMARY KEY ({', '.join(columns[:keys])})){rowid};")
        lines += [f"CREATE INDEX {table}_{column} ON {table} ({column});" for column in looked_up]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Tables:
    """Some tables of a ledger."""

    connection: sqlite3.Connection

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Adds rows, in the place of those with their keys."""
        places = ", ".join("?" * len(TABLES[table][1]))
        self.connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", rows)  # noqa: S608 (our names)

    def take(self, table: str, keys: Iterable[Row]) -> None:
        """Takes out the rows of keys, which may be given by their first columns."""
        for key in keys:
            columns = TABLES[table][1][: len(key)]
            where = " AND ".join(f"{column} = ?" for column in columns)
            self.connection.execute(f"DELETE FROM {table} WHERE {where}", key)  # noqa: S608

    def read(self, sql: str, *values: object) -> list[Row]:
        """The rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row of a query."""
        found: Row | None = self.connection.execute(sql, values).fetchone()
        return found

    def among(self, sql: str, values: Iterable[object]) -> list[Row]:
        """The rows of a query that ends in IN, for some values."""
        rows: list[Row] = []
        rest = iter(values)
        while some := tuple(islice(rest, _AT_ONCE)):
            rows += self.read(f"{sql} ({', '.join('?' * len(some))})", *some)
        return rows

    def column(self, sql: str, *values: object) -> list[Any]:
        """The first column of a query."""
        return [row[0] for row in self.connection.execute(sql, values)]
