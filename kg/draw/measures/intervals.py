"""When there was more than usual: bars from a first to a last day, a row for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.draw.days import ticks
from kg.draw.lettering import Box, Wanted, placed, readable, width
from kg.draw.measures.scales import Scale, bar, told
from kg.draw.sheet import Sheet, rule, text
from kg.draw.style import BLUE, FAINT, INK, LABEL, SMALL, SOFT, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

LENGTH, ROW, AXIS, GAP = 620.0, 34.0, 22.0, 10.0  # points
LIMIT = 30  # rows
TICKS = 7
THICK = (5.0, 13.0)  # points of the weakest bar and of the strongest
RULE = Stroke(name="rule", colour=FAINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days, both included, of the row that is called ``label``; the higher its ``weight``, the thicker."""

    label: str
    since: date
    until: date
    words: str
    weight: float = 1.0


def intervals(  # noqa: PLR0913 (what stands around the bars, by keyword)
    rows: Sequence[Interval],
    *,
    title: str,
    caption: Sequence[str],
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> Sheet:
    """Bars on an axis of time, a row for each label in the order of ``rows``; beside a bar stand its words.

    The axis goes from ``first`` to ``last``, or as far as the bars do.
    """
    every = list(dict.fromkeys(each.label for each in rows))
    labels = every[: max(limit or LIMIT, 1)]
    shown = [each for each in rows if each.label in set(labels)]
    begin = min([each.since for each in shown] + ([first] if first else []))
    end = max([each.until for each in shown] + ([last] if last else []))
    names = {label: readable(label) for label in labels}
    side = max(width(name, LABEL) for name in names.values()) + GAP
    days = Scale(least=begin.toordinal(), most=end.toordinal() + 1, start=side, end=side + LENGTH)
    height = len(labels) * ROW + AXIS
    ys = {label: height - (number + 0.5) * ROW for number, label in enumerate(labels)}
    strongest = max(each.weight for each in shown) or 1.0
    bars = [(each, _box(each, ys[each.label], days, strongest)) for each in shown]
    wanted = [_wanted(each, box) for each, box in bars]
    field = Box(side, AXIS, side + LENGTH, height)
    written = placed(wanted, taken=[box for _, box in bars], within=field)
    cut = [f"Drawn are {len(labels):,} of {len(every):,} rows."] if len(labels) < len(every) else []
    return Sheet(
        width=side + LENGTH,
        height=height,
        title=title,
        keys=(),
        caption=(*caption, *cut),
        artists=lambda: [
            *_axis(begin, end, days, height, side),
            *(text(name, 0, ys[label]) for label, name in names.items()),
            *(bar(box.left, box.bottom, box.right, box.top, colour=BLUE) for _, box in bars),
        ],
        labels=tuple(each for each in written if each),
    )


def _box(each: Interval, y: float, days: Scale, strongest: float) -> Box:
    thick = THICK[0] + (THICK[1] - THICK[0]) * max(each.weight, 0) / strongest
    left, right = days(each.since.toordinal()), days(each.until.toordinal() + 1)
    middle = y - 6  # above stand the words
    return Box(left, middle - thick / 2, max(right, left + 2), middle + thick / 2)


def _wanted(each: Interval, box: Box) -> Wanted:
    words = readable(each.words, longest=80)
    half, y = width(words, SMALL) / 2 + 2, box.top + 6.5
    spots = ((box.left + half, y), (box.right - half, y), ((box.left + box.right) / 2, y))
    beside = ((box.right + half + 2, (box.top + box.bottom) / 2), (box.left - half - 2, (box.top + box.bottom) / 2))
    return Wanted(words=words, size=SMALL, spots=(*spots, *beside), colour=INK)


def _axis(first: date, last: date, days: Scale, height: float, side: float) -> Iterator[Artist]:
    for day, words in ticks(first, last, most=TICKS):
        x, half = days(day.toordinal()), width(words, LABEL) / 2
        yield rule([(x, AXIS - 5), (x, height)], stroke=RULE)
        middle = min(max(x, side + half), side + LENGTH - half)
        yield text(words, middle, AXIS / 2 - 4, colour=SOFT, across="center")


def share(events: int, total: int, usual: float) -> str:
    """A burst in words: how many of all events, beside what is usual.

    >>> share(12, 30, 0.1)
    '12 of 30 events, 40% (usually 10%)'
    """
    part = f", {events / total:.0%}" if total else ""
    return f"{told(events)} of {told(total)} events{part} (usually {usual:.0%})"


def until(since: date, by: str) -> date:
    """The last day of the day, week or month that begins on a day.

    >>> until(date(2024, 2, 1), "month"), until(date(2024, 3, 4), "week")
    (datetime.date(2024, 2, 29), datetime.date(2024, 3, 10))
    """
    if by == "month":
        return date(since.year + since.month // 12, since.month % 12 + 1, 1) - timedelta(days=1)
    return since + timedelta(days=6 if by == "week" else 0)
