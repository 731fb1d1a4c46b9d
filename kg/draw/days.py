"""The days at which an axis of time is marked."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = 7
STEPS = (1, 2, WEEK, 2 * WEEK)  # days
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def ticks(first: date, last: date, *, most: int) -> list[tuple[date, str]]:
    """At most ``most`` days between two, both included, with their words: days, or the first of months or years.

    >>> [words for _, words in ticks(date(2024, 1, 15), date(2024, 6, 2), most=5)]
    ['2024-02', '2024-03', '2024-04', '2024-05', '2024-06']
    >>> [words for _, words in ticks(date(2024, 1, 15), date(2024, 1, 15), most=5)]
    ['2024-01-15']
    """
    for step in STEPS:
        if (last - first).days // step < most:
            return [(day, day.isoformat()) for day in _days(first, last, step)]
    for step in MONTHS:
        days = _months(first, last, step)
        if len(days) <= most:
            form = "{:04}" if all(day.month == 1 for day in days) else "{:04}-{:02}"
            return [(day, form.format(day.year, day.month)) for day in days] or [(first, first.isoformat())]
    return [(first, first.isoformat()), (last, last.isoformat())]


def _days(first: date, last: date, step: int) -> list[date]:
    """Every so many days; weeks begin on Monday."""
    start = first + timedelta(days=-first.weekday() % WEEK if step % WEEK == 0 else 0)
    return [start + timedelta(days=n) for n in range(0, (last - start).days + 1, step)] or [first]


def _months(first: date, last: date, step: int) -> list[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [date(number // 12, number % 12 + 1, 1) for number in numbers if number % step == 0]
    return [day for day in days if first <= day <= last]
