"""What stands where: things inside a stretch of the text, spans that cover a place, found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Things by their spans, found by the stretch that they stand in."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        """The things in any order, each with its span."""
        self._things = sorted(things, key=itemgetter(0))
        self._starts = [span.start for span, _ in self._things]

    def within(self, stretch: Span) -> list[T]:
        """Those that lie wholly inside a stretch of the text, by their spans."""
        start, end = stretch
        there = self._things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [thing for span, thing in there if span.end <= end]


class Covers:
    """Stretches of the text that do not overlap, found by what they cover."""

    def __init__(self, stretches: Sequence[Span]) -> None:
        """``stretches`` are sorted."""
        self._stretches = stretches
        self._starts = [span.start for span in stretches]

    def number(self, span: Span) -> int:
        """The number of the one that covers a span, or -1."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and span.end <= self._stretches[at].end else -1
