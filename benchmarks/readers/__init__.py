"""Readers of single expressions, each with one form of answer: "2000000 USD", "20..25", "2023-11-21/..", "P3M"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    # words, day of publication, "past" or "future" → what they mean, None where the reader does not say
    Reader = Callable[[str, date, str], str | None]


def figure(number: float) -> str:
    """A number without idle zeros."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def days(first: date | None, last: date | None) -> str:
    """Two bounds, either open."""
    return f"{first or '..'}/{last or '..'}"


def around(day: date, unit: str) -> str:
    """The bounds of the week, month or year that holds a day; else of the day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return days(monday, monday + timedelta(days=6))
    if unit == "month":
        return days(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))
    if unit == "year":
        return days(date(day.year, 1, 1), date(day.year, 12, 31))
    return days(day, day)
