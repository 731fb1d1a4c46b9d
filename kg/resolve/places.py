"""What stands where: mentions inside a span, spans that cover a place, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import EntityMention, Span


def within(mentions: Sequence[EntityMention], span: Span) -> list[EntityMention]:
    """The mentions that lie wholly inside a span; ``mentions`` are sorted by span, and so is the result."""
    at = bisect_left(mentions, span.start, key=_start)
    found = []
    while at < len(mentions) and mentions[at].span.start < span.end:
        if mentions[at].span.end <= span.end:
            found.append(mentions[at])
        at += 1
    return found


def _start(mention: EntityMention) -> int:
    return mention.span.start


def covering(spans: Sequence[Span], span: Span) -> int:
    """The number of the one of ``spans`` that covers ``span``, or -1; ``spans`` are sorted and do not overlap."""
    at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return at if at >= 0 and span.end <= spans[at].end else -1
