"""Answers that a client wants shorter: cut after so many rows or bytes, and whole and valid all the same.

Oxigraph writes an answer as a stream. Where a row ends is seen in the stream, by the tokens of its format; after the
last row that fits, what closes the document is written, and the rest of the rows is never worked out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, Triple, serialize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import IO

    from kg.serve.workers.spool import Spool

CLOSING = {
    QueryResultsFormat.JSON: b"]}}",
    QueryResultsFormat.XML: b"</results></sparql>",
    QueryResultsFormat.CSV: b"",
    QueryResultsFormat.TSV: b"",
}
TOKENS = {
    QueryResultsFormat.JSON: re.compile(rb'\\.|["\[\]{}]', re.DOTALL),
    QueryResultsFormat.XML: re.compile(rb"<results>|</result>"),
    QueryResultsFormat.CSV: re.compile(rb'"|\r\n'),
    QueryResultsFormat.TSV: re.compile(rb"\n"),
}
LONGEST_TOKEN = 9
IN_ROWS = 3  # depth of brackets inside the list of rows: {"head": …, "results": {"bindings": [


class EnoughError(Exception):
    """The answer is as long as the client wants it; what was written is whole."""


class RowCut:
    """A file for Oxigraph to write rows to, which passes on no more than ``most_rows`` and ``most_bytes``.

    The head of the answer is always passed on, even if that is more bytes.
    """

    def __init__(
        self, spool: Spool, form: QueryResultsFormat, *, most_rows: int | None, most_bytes: int | None
    ) -> None:
        """Before what is written in ``form`` goes on to ``spool``."""
        self._spool = spool
        self._closing = CLOSING[form]
        self._token = TOKENS[form]
        self._ends = _ROWS.get(form, _any)()
        self._most_rows = most_rows
        self._most_bytes = most_bytes
        self._rows = -1  # the head is in the place of a first row
        self._enough = False
        self._held = bytearray()
        self._read = 0

    def write(self, piece: bytes) -> int:
        """Takes ``piece``, and passes on the rows that it makes whole.

        :raises EnoughError: when a row would be too many.
        """
        if self._enough:  # Oxigraph lets go of what it still has in hand
            return len(piece)
        self._held += piece
        start, position = 0, self._read
        for token in self._token.finditer(self._held, self._read):
            position = token.end()
            if self._ends(token[0]):
                self._pass(bytes(memoryview(self._held)[start:position]))
                start = position
        self._read = max(position, len(self._held) - LONGEST_TOKEN + 1) - start
        del self._held[:start]
        return len(piece)

    def flush(self) -> None:
        """Does nothing: ``close`` does it."""

    def close(self) -> None:
        """Passes on what stands after the last row."""
        self._spool.write(bytes(self._held))

    def _pass(self, row: bytes) -> None:
        self._rows += 1
        length = self._spool.length + len(row) + len(self._closing)
        if self._rows and (
            (self._most_rows is not None and self._rows > self._most_rows)
            or (self._most_bytes is not None and length > self._most_bytes)
        ):
            self._spool.write(self._closing)
            self._enough = True
            raise EnoughError
        self._spool.write(row)


def fewer_triples(
    found: Iterable[Triple],
    form: RdfFormat,
    *,
    prefixes: Mapping[str, str],
    most_rows: int | None,
    most_bytes: int | None,
) -> tuple[bytes, bool]:
    """The first of the triples, as many as fit, written; and whether some were left out."""
    kept: list[Triple] = []
    writing, more = _Counted(), False

    def first() -> Iterator[Triple]:
        nonlocal more
        for triple in found:
            if len(kept) == most_rows or (most_bytes is not None and writing.length > most_bytes):
                more = True
                return
            kept.append(triple)
            yield triple

    serialize(first(), cast("IO[bytes]", writing), form, prefixes=dict(prefixes))
    if most_bytes is None or writing.length <= most_bytes:
        return _written(kept, form, prefixes), more
    fits, too_many = 0, len(kept)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if len(_written(kept[:middle], form, prefixes)) <= most_bytes:
            fits = middle
        else:
            too_many = middle
    return _written(kept[:fits], form, prefixes), True


class _Counted:
    """A file that keeps nothing but its length."""

    def __init__(self) -> None:
        self.length = 0

    def write(self, piece: bytes) -> int:
        self.length += len(piece)
        return len(piece)

    def flush(self) -> None:
        pass


def _written(triples: list[Triple], form: RdfFormat, prefixes: Mapping[str, str]) -> bytes:
    return serialize(triples, format=form, prefixes=dict(prefixes)) or b""


def _any() -> Callable[[bytes], bool]:
    return lambda _: True


def _csv() -> Callable[[bytes], bool]:
    """Whether a line break ends a row: it does outside quotation marks, which stand doubled inside."""
    quoted = False

    def ends(token: bytes) -> bool:
        nonlocal quoted
        if token == b'"':
            quoted = not quoted
            return False
        return not quoted

    return ends


def _json() -> Callable[[bytes], bool]:
    """Whether a bracket ends a row: one that leads back into the list of rows; or the bracket that opens that list."""
    quoted, depth, opened = False, 0, 0

    def ends(token: bytes) -> bool:
        nonlocal quoted, depth, opened
        if token == b'"':
            quoted = not quoted
        elif not quoted and token in b"[{":
            depth += 1
            opened += depth == IN_ROWS
            return depth == IN_ROWS and opened == 2  # noqa: PLR2004  (the list of variables is the first)
        elif not quoted and token in b"]}":
            depth -= 1
            return depth == IN_ROWS
        return False

    return ends


_ROWS = {QueryResultsFormat.JSON: _json, QueryResultsFormat.CSV: _csv}
