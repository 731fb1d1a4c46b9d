"""How a relation turns: cooperation upwards, conflict downwards, period by period, and how intense both were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.draw.days import ticks
from kg.draw.lettering import counted, readable, width
from kg.draw.measures.scales import Scale, bar, marks, told
from kg.draw.sheet import Key, Sheet, line, point, rule, text
from kg.draw.style import FAINT, INK, LABEL, QUADS, REQUESTS, SMALL, SOFT, Sign, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

    from kg.analyse.measures import Balance

WIDTH, SIDE, AXIS = 820.0, 44.0, 24.0  # points
HIGH, LOW, BETWEEN = 190.0, 76.0, 26.0  # of the counts, of the intensities, and what is between
TICKS = 8
WIDEST = 46.0  # points of a bar
UP = ("materialCooperation", "verbalCooperation")
DOWN = ("verbalConflict", "materialConflict")
RULE, ZERO = Stroke(name="rule", colour=FAINT), Stroke(name="zero", colour=SOFT)
MEAN = Sign(name="mean intensity", colour=INK, marker="o")
FURTHEST = 10.0  # of an intensity, either way


def balance(rows: Sequence[Balance], *, left: str, right: str, by: str = "month", scope: str = "") -> Sheet:
    """Two-sided bars of what two actors did to one another in each period ``by``: day, week or month.

    Above stands how many events of each quad class (PLOVER) there were, below their mean intensity, −10 to +10.
    """
    first, last = rows[0].since, _end(rows[-1].since, by)
    days = Scale(least=first.toordinal(), most=last.toordinal(), start=SIDE, end=WIDTH)
    most = max(max(_up(row), _down(row)) for row in rows) or 1
    whole = AXIS + LOW + BETWEEN + HIGH + 14
    counts = Scale(least=-most, most=most, start=AXIS + LOW + BETWEEN, end=AXIS + LOW + BETWEEN + HIGH)
    means = Scale(least=-FURTHEST, most=FURTHEST, start=AXIS, end=AXIS + LOW)
    return Sheet(
        width=WIDTH,
        height=whole,
        title=f"{readable(left)} and {readable(right)}: cooperation and conflict by {by}",
        keys=tuple(_keys(rows)),
        caption=tuple(_caption(rows, by, scope)),
        artists=lambda: [
            *_axis(first, last, days, whole),
            *_rules(counts, means),
            *(part for row in rows for part in _bars(row, days, counts, by)),
            *_means(rows, days, means, by),
        ],
        labels=(),
    )


def _up(row: Balance) -> int:
    return row.material_cooperation + row.verbal_cooperation


def _down(row: Balance) -> int:
    return row.material_conflict + row.verbal_conflict


def _end(since: date, by: str) -> date:
    """The day after a period."""
    if by == "month":
        return date(since.year + since.month // 12, since.month % 12 + 1, 1)
    return since + timedelta(days=7 if by == "week" else 1)


def _axis(first: date, last: date, days: Scale, whole: float) -> Iterator[Artist]:
    for day, words in ticks(first, last - timedelta(days=1), most=TICKS):
        x, half = days(day.toordinal()), width(words, LABEL) / 2
        yield rule([(x, AXIS - 5), (x, whole - 14)], stroke=RULE)
        yield text(words, min(max(x, half), WIDTH - half), AXIS / 2 - 4, colour=SOFT, across="center")


def _rules(counts: Scale, means: Scale) -> Iterator[Artist]:
    for scale, numbers in ((counts, marks(counts.least, counts.most)), (means, [-FURTHEST, 0.0, FURTHEST])):
        for number in numbers:
            y = scale(number)
            yield rule([(SIDE, y), (WIDTH, y)], stroke=RULE if number else ZERO)
            words = told(abs(number)) if scale is counts else f"{'+' if number > 0 else ''}{told(number)}"
            yield text(words, SIDE - 6, y, size=SMALL, colour=SOFT, across="right")
    yield text("events: cooperation up, conflict down", SIDE, counts.end + 10, size=SMALL, colour=SOFT)
    yield text("mean intensity", SIDE, means.end + 9, size=SMALL, colour=SOFT)


def _bars(row: Balance, days: Scale, counts: Scale, by: str) -> Iterator[Artist]:
    left, right = _sides(row.since, days, by)
    for names, sign in ((UP, 1), (DOWN, -1)):
        total = 0
        for name in names:
            number = _of(row, name)
            if number:
                ends = counts(sign * total), counts(sign * (total + number))
                yield bar(left, ends[0], right, ends[1], colour=QUADS[name].colour)
                if right - left > 12 and abs(ends[1] - ends[0]) > 12:  # noqa: PLR2004 (points that a sign takes)
                    mark = Sign(name=name, colour="#ffffff", marker=QUADS[name].marker)
                    yield point((left + right) / 2, sum(ends) / 2, sign=mark, size=5)
            total += number


def _of(row: Balance, quad: str) -> int:
    return {
        "materialCooperation": row.material_cooperation,
        "verbalCooperation": row.verbal_cooperation,
        "verbalConflict": row.verbal_conflict,
        "materialConflict": row.material_conflict,
    }[quad]


def _sides(since: date, days: Scale, by: str) -> tuple[float, float]:
    """Where the bar of a period begins and ends: in its middle, with air on both sides."""
    start, end = days(since.toordinal()), days(_end(since, by).toordinal())
    half = min((end - start) * 0.42, WIDEST / 2)
    return (start + end) / 2 - half, (start + end) / 2 + half


def _means(rows: Sequence[Balance], days: Scale, means: Scale, by: str) -> Iterator[Artist]:
    for row in rows:
        if row.intensity is not None:
            x, y = sum(_sides(row.since, days, by)) / 2, means(max(min(row.intensity, FURTHEST), -FURTHEST))
            yield line([(x, means(0)), (x, y)], stroke=ZERO)
            made = point(x, y, sign=MEAN, size=6)
            made.set_zorder(2.2)
            yield made


def _keys(rows: Sequence[Balance]) -> Iterator[Key]:
    for name in (*UP, *DOWN):
        if any(_of(row, name) for row in rows):
            yield Key(sign=QUADS[name], words=QUADS[name].name)
    if any(row.intensity is not None for row in rows):
        yield Key(sign=MEAN, words="mean intensity (−10 hostile, +10 cooperative)")


def _caption(rows: Sequence[Balance], by: str, scope: str) -> Iterator[str]:
    total = sum(row.events for row in rows)
    yield f"newskg: {counted(total)}{', ' + scope if scope else ''}."
    up, down = sum(map(_up, rows)), sum(map(_down, rows))
    yield f"Cooperation: {up:,}, conflict: {down:,}."
    if rest := total - up - down:
        yield f"Of no quad class, and so not drawn as bars: {rest:,}."
    yield f"An event counts in the {by} of the first day on which it may have happened."
    yield REQUESTS
