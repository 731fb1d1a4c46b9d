"""Spans of a text, cut into pieces, each of which can be marked by all that cover it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Highlight(Struct, frozen=True, kw_only=True):
    """A span to be marked: start and end in code points, end excluded.

    ``name`` is what it is (a role, or the kind of what is mentioned), ``link`` the address it leads to and
    ``about`` the words that explain it; both may be empty.
    """

    start: int
    end: int
    name: str
    link: str = ""
    about: str = ""


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a text: its words, and the highlights that cover it, the shortest first."""

    text: str
    highlights: tuple[Highlight, ...] = ()


def marked(text: str, highlights: Iterable[Highlight], *, start: int = 0) -> tuple[Piece, ...]:
    """All of ``text`` in pieces, in order; ``start`` is where it begins, as the highlights count.

    What of a highlight lies outside of the text is cut off. The pieces joined are the text.

    >>> [piece.text for piece in marked("Norland urged Sudria.", [Highlight(start=8, end=13, name="trigger")])]
    ['Norland ', 'urged', ' Sudria.']
    """
    inside = [
        each for each in highlights if each.start < each.end and each.start < start + len(text) and each.end > start
    ]
    return tuple(_pieces(text, sorted(inside, key=_width), start))


def _width(each: Highlight) -> tuple[int, int, str]:
    return each.end - each.start, each.start, each.name


def _pieces(text: str, highlights: Sequence[Highlight], start: int) -> Iterator[Piece]:
    """Between two bounds of highlights, the same highlights cover every character."""
    end = start + len(text)
    bounds = sorted(
        {start, end} | {min(max(place, start), end) for each in highlights for place in (each.start, each.end)}
    )
    opened = sorted(highlights, key=lambda each: each.start)
    active: list[Highlight] = []
    for left, right in pairwise(bounds):
        while opened and opened[0].start <= left:
            active.append(opened.pop(0))
        active = [each for each in active if each.end > left]
        yield Piece(text=text[left - start : right - start], highlights=tuple(sorted(active, key=_width)))
