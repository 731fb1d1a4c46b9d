"""Documents: a text with its blocks, and the spans that everything leads to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Self

from msgspec import Struct

from kg.errors import ExtractionError
from kg.model.words import BlockKind, Genre


class _Bounds(NamedTuple):
    start: int
    end: int


class Span(_Bounds):
    """Code points ``start`` to ``end`` of a document's text, end excluded.

    >>> Span(11, 19).of("The US and Pakistan met.")
    'Pakistan'

    :raises ExtractionError: when the span is empty or starts before the text.
    """

    # A tuple, because every look-up by place hashes and compares one: a dataclass does so ten times as slowly.
    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Refuses what covers nothing."""
        if not 0 <= start < end:
            message = f"span {start}-{end} is empty or negative; expected 0 <= start < end"
            raise ExtractionError(message)
        return tuple.__new__(cls, (start, end))

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Block(Struct, frozen=True, kw_only=True, gc=False):
    """A title, heading, paragraph, dateline or piece of furniture of a document."""

    kind: BlockKind
    span: Span


class Document(Struct, frozen=True, kw_only=True, gc=False):
    """One article.

    ``text`` is kept as it was read: cleaning adds ``blocks`` and metadata, never changes a character. ``name`` is what
    the input called it (a path, an ``id`` field); it is no part of the identity, which ``ids.document_id`` makes from
    text, outlet, URL, date and title. ``blocks`` are sorted and do not overlap; before cleaning there are none.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: date | None = None
    url: str | None = None
    language: str | None = None
    genre: Genre | None = None
    dateline: str | None = None
    blocks: tuple[Block, ...] = ()
