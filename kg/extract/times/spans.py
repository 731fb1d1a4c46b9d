"""Stretches of days: weeks from Monday, months, quarters, years, decades, and their parts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from kg.model import TimePrecision


class Days(NamedTuple):
    """A first and a last day, both included; None where a side is open."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision


def day(when: date) -> Days:
    """One day."""
    return Days(when, when, TimePrecision.DAY)


def stretch(earliest: date | None, latest: date | None) -> Days:
    """Days from one to another, or open on one side."""
    return Days(earliest, latest, TimePrecision.RANGE)


def week(when: date) -> Days:
    """The week, from Monday, that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return Days(monday, monday + timedelta(days=6), TimePrecision.WEEK)


def weekend(when: date) -> Days:
    """Saturday and Sunday of the week that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return stretch(monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Days:
    """A month; ``number`` may lie outside 1 to 12 and then counts on into other years."""
    return _months(year, number, 1, TimePrecision.MONTH)


def quarter(year: int, number: int) -> Days:
    """A quarter, 1 to 4, or counted on into other years."""
    return _months(year, 3 * number - 2, 3, TimePrecision.QUARTER)


def half(year: int, number: int) -> Days:
    """The first or the second half of a year."""
    return _months(year, 6 * number - 5, 6, TimePrecision.RANGE)


def year(number: int) -> Days:
    """A year."""
    return Days(date(number, 1, 1), date(number, 12, 31), TimePrecision.YEAR)


def decade(first: int) -> Days:
    """Ten years from ``first``."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), TimePrecision.DECADE)


def century(number: int) -> Days:
    """A century: the 20th is 1901 to 2000."""
    return stretch(date(100 * number - 99, 1, 1), date(100 * number, 12, 31))


def _months(in_year: int, first: int, count: int, precision: TimePrecision) -> Days:
    start_year, start = divmod(12 * in_year + first - 1, 12)
    end_year, end = divmod(12 * in_year + first + count - 2, 12)
    last = date(end_year, end + 1, monthrange(end_year, end + 1)[1])
    return Days(date(start_year, start + 1, 1), last, precision)


def part(days: Days, which: str) -> Days:
    """The early, middle or late third of a stretch, whole months of a year and whole years of a decade.

    >>> part(year(2022), "early").latest, part(month(2022, 2), "late").earliest
    (datetime.date(2022, 4, 30), datetime.date(2022, 2, 21))
    """
    first, last = days.earliest, days.latest
    if first is None or last is None or first == last:
        return days
    number = ("early", "mid", "late").index(which)
    match days.precision:
        case TimePrecision.DECADE:
            start, end = ((0, 3), (4, 6), (7, 9))[number]
            return stretch(date(first.year + start, 1, 1), date(first.year + end, 12, 31))
        case TimePrecision.YEAR:
            return _months(first.year, 4 * number + 1, 4, TimePrecision.RANGE)
        case TimePrecision.QUARTER:
            return _months(first.year, first.month + number, 1, TimePrecision.RANGE)
        case TimePrecision.MONTH:
            end_day = last if which == "late" else first.replace(day=10 * (number + 1))
            return stretch(first.replace(day=10 * number + 1), end_day)
        case _:
            third = (last - first) / 3
            return stretch(first + number * third, last if which == "late" else first + (number + 1) * third)


def shifted(when: date, unit: str, count: int) -> date:
    """The day that lies ``count`` units after a day, at the end of the month where that has no such day."""
    if unit in {"day", "week"}:
        return when + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    in_year, number = divmod(12 * when.year + when.month - 1 + months, 12)
    return date(in_year, number + 1, min(when.day, monthrange(in_year, number + 1)[1]))


def around(when: date, unit: str) -> Days:
    """The unit of the calendar that holds a day."""
    match unit:
        case "week":
            return week(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "year":
            return year(when.year)
        case "decade":
            return decade(when.year - when.year % 10)
        case "weekend":
            return weekend(when)
        case _:
            return day(when)
