"""Spans of a text as pieces that can be marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPENING, _CLOSING = '"“«„', '"”»'


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span, start and end in code points, end excluded: what it is called, and the words that explain it.

    ``it`` is the IRI of what it denotes, where more is told of that.
    """

    start: int
    end: int
    name: str
    about: str = ""
    it: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that the same marks cover, the shortest of them first."""

    text: str
    marks: tuple[Mark, ...] = ()


def pieces(text: str, marks: Iterable[Mark], *, first: int = 0) -> tuple[Piece, ...]:
    """All of ``text`` in pieces, in order; ``first`` is the place of its first character, as the marks count.

    >>> [piece.text for piece in pieces("Norland urged Sudria.", [Mark(start=8, end=13, name="event")])]
    ['Norland ', 'urged', ' Sudria.']
    """
    last = first + len(text)
    inside = sorted(
        {mark for mark in marks if mark.start < mark.end and mark.start < last and mark.end > first},
        key=lambda mark: (mark.end - mark.start, mark.start, mark.name, mark.about, mark.it),
    )
    return tuple(_pieces(text, inside, first, last))


def quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between the quotation marks that stand round a span in its line; the span where there are none.

    >>> text = 'Ruker said: "Our crews need shelter."'
    >>> start, end = quoted(text, 23, 27)
    >>> text[start:end]
    'Our crews need shelter.'
    """
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    opening = max(before.rfind(sign) for sign in _OPENING)
    closing = min((place for sign in _CLOSING if (place := after.find(sign)) >= 0), default=-1)
    if opening < 0 or closing < 0:
        return start, end
    return start - len(before) + opening + 1, end + closing


def _pieces(text: str, marks: list[Mark], first: int, last: int) -> Iterator[Piece]:
    bounds = {first, last} | {min(max(place, first), last) for mark in marks for place in (mark.start, mark.end)}
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    rank = {mark: number for number, mark in enumerate(marks)}
    open_: list[Mark] = []
    for left, right in pairwise(sorted(bounds)):
        while waiting and waiting[-1].start <= left:
            open_.append(waiting.pop())
        open_ = [mark for mark in open_ if mark.end > left]
        yield Piece(text=text[left - first : right - first], marks=tuple(sorted(open_, key=rank.__getitem__)))
