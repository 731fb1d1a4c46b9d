"""The file of the index: one FTS5 table (https://sqlite.org/fts5.html), written once, then only read.

A row is a thing that may be found by its words. ``kind`` is a column of the index too, so that a search of one kind
looks at no other; it weighs nothing in the rank (bm25, the lower the better).
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

KINDS = ("entity", "event", "document", "sentence")
# Letters are compared without accents and case; words of two and three letters that begin others are indexed apart.
_TABLE = """
CREATE VIRTUAL TABLE found USING fts5(
    words, kind, iri UNINDEXED, document UNINDEXED, title UNINDEXED, factuality UNINDEXED,
    tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
)
"""
_WRITE = "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)"
_FIND = """
SELECT iri, kind, document, title, factuality, snippet(found, 0, char(2), char(3), '…', 40), bm25(found, 1.0, 0.0)
FROM found WHERE found MATCH ? ORDER BY bm25(found, 1.0, 0.0), rowid LIMIT ? OFFSET ?
"""
_COUNT = "SELECT count(*) FROM found WHERE found MATCH ?"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
STEPS = 20_000  # of SQLite's machine between looks at the clock
BATCH = 10_000  # rows


class Row(Struct, frozen=True, kw_only=True):
    """A thing to be found; ``document`` and ``title`` say where a sentence stands, ``factuality`` is of an event."""

    words: str
    kind: str
    iri: str
    document: str = ""
    title: str = ""
    factuality: str = ""


class Hit(Struct, frozen=True, kw_only=True):
    """A thing that was found; ``pieces`` are its words, each with whether it is what was looked for.

    ``score`` is higher for what fits better.
    """

    iri: str
    kind: str
    document: str
    title: str
    factuality: str
    pieces: tuple[tuple[str, bool], ...]
    score: float


class TimeIsUpError(StoreError):
    """A search that took too long."""


def write(rows: Iterable[Row], path: Path) -> int:
    """Write an index of ``rows`` to the new file ``path``, and give their number.

    :raises StoreError: when it cannot be written; no file is left then.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
            connection.execute(_TABLE)
            with connection:
                connection.executemany(_WRITE, map(_cells, rows))
                connection.execute("INSERT INTO found(found) VALUES ('optimize')")
            count: int = connection.execute("SELECT count(*) FROM found").fetchone()[0]
    except sqlite3.Error as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        message = f"{path}: the index for searching cannot be written ({error}); make room on the disk"
        raise StoreError(message) from error
    return count


def _cells(row: Row) -> tuple[str, ...]:
    words = _CONTROL.sub(" ", row.words).strip()
    return words, row.kind, row.iri, row.document, row.title, row.factuality


def opened(path: Path) -> sqlite3.Connection:
    """A connection to read an index that nobody writes any more; one thread at a time.

    :raises StoreError: when there is none.
    """
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        message = f"{path}: the index for searching cannot be read ({error}); expected one that was written whole"
        raise StoreError(message) from error


def find(  # noqa: PLR0913 (a search has as many options)
    connection: sqlite3.Connection, expression: str, *, kinds: Sequence[str], limit: int, offset: int, seconds: float
) -> tuple[int, list[Hit]]:
    """How many things an expression finds, and those from ``offset``, the best first.

    :raises TimeIsUpError: when it takes longer than ``seconds``.
    """
    until = monotonic() + seconds
    connection.set_progress_handler(lambda: monotonic() > until, STEPS)
    chosen = (
        f"{{kind}} : ({' OR '.join(kinds)}) AND {{words}} : ({expression})" if kinds else f"{{words}} : ({expression})"
    )
    try:
        total: int = connection.execute(_COUNT, (chosen,)).fetchone()[0]
        rows = connection.execute(_FIND, (chosen, limit, offset)).fetchall() if total > offset else []
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        message = f"the search took longer than {seconds:g} s; look for rarer words, or for more of them"
        raise TimeIsUpError(message) from error
    return total, [_hit(row) for row in rows]


def _hit(row: tuple[str, str, str, str, str, str, float]) -> Hit:
    iri, kind, document, title, factuality, snippet, rank = row
    pieces = tuple(
        (text, found)
        for found, text in ((n % 2 == 1, part) for n, part in enumerate(re.split("[\x02\x03]", snippet)))
        if text
    )
    return Hit(
        iri=iri,
        kind=kind,
        document=document,
        title=title,
        factuality=factuality,
        pieces=pieces,
        score=round(-rank, 6),
    )
