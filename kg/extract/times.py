"""Dates and weekdays, normalised against the day of publication."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from kg.model import Span, Time, TimePrecision

_MONTHS = {
    name.lower(): n for names in (calendar.month_name, calendar.month_abbr) for n, name in enumerate(names) if name
}
_MONTHS["sept"] = 9
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DMY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\.?(?:,?\s+(\d{{4}}))?\b", re.IGNORECASE)
_MDY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_MY = re.compile(rf"\b({_MONTH})\.?,?\s+(?:of\s+)?(\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_YEAR = re.compile(r"^(?:in\s+|the\s+year\s+)?((?:19|20)\d{2})$", re.IGNORECASE)
_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0, "this evening": 0}
_DAYS_IN_WEEK = 7


def normalise(words: str, span: Span, *, published: date | None, future: bool = False) -> Time | None:
    """The days that ``words`` mean in a text of the day ``published``; None where they cannot be told.

    A weekday is the last one up to the day of publication, or with ``future`` the next one after it; a day without a
    year is the one nearest to it.

    >>> normalise("Tuesday afternoon", Span(0, 17), published=date(2023, 11, 23)).earliest
    datetime.date(2023, 11, 21)
    """
    text = words.strip().lower()
    for read in (_absolute, _month, _relative):
        if (bounds := read(text, published, future)) is not None:
            earliest, latest, precision = bounds
            return Time(span=span, earliest=earliest, latest=latest, precision=precision)
    return None


_Bounds = tuple[date, date, TimePrecision]


def _absolute(text: str, published: date | None, _future: bool) -> _Bounds | None:  # noqa: FBT001 (one signature for all)
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    for pattern, day, month in ((_DMY, 1, 2), (_MDY, 2, 1)):
        if found := pattern.search(text):
            number = _MONTHS[found[month].lower()]
            year = int(found[3]) if found[3] else _nearest_year(published, number, int(found[day]))
            return _day(year, number, int(found[day])) if year else None
    return None


def _day(year: int, month: int, day: int) -> _Bounds | None:
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    return when, when, TimePrecision.DAY


def _nearest_year(published: date | None, month: int, day: int) -> int | None:
    if published is None:
        return None
    candidates = [_day(year, month, day) for year in (published.year - 1, published.year, published.year + 1)]
    days = [bounds[0] for bounds in candidates if bounds]
    return min(days, key=lambda when: abs((when - published).days)).year if days else None


def _month(text: str, _published: date | None, _future: bool) -> _Bounds | None:  # noqa: FBT001 (as above)
    if found := _MY.search(text):
        year, month = int(found[2]), _MONTHS[found[1].lower()]
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), TimePrecision.MONTH
    if found := _YEAR.match(text):
        year = int(found[1])
        return date(year, 1, 1), date(year, 12, 31), TimePrecision.YEAR
    return None


def _relative(text: str, published: date | None, future: bool) -> _Bounds | None:  # noqa: FBT001 (as above)
    if published is None:
        return None
    for word, shift in _RELATIVE_DAYS.items():
        if re.search(rf"\b{word}\b", text):
            when = published + timedelta(days=shift)
            return when, when, TimePrecision.DAY
    weekday = next((n for name, n in _DAYS.items() if re.search(rf"\b{name}\b", text)), None)
    if weekday is not None:
        return _weekday(text, weekday, published, future=future)
    return _unit(text, published)


def _weekday(text: str, weekday: int, published: date, *, future: bool) -> _Bounds:
    words = text.split()
    if "next" in words or "last" in words:
        ahead = (weekday - published.weekday()) % _DAYS_IN_WEEK or _DAYS_IN_WEEK
        behind = (published.weekday() - weekday) % _DAYS_IN_WEEK or _DAYS_IN_WEEK
        when = published + timedelta(days=ahead if "next" in words else -behind)
    elif future:
        when = published + timedelta(days=(weekday - published.weekday()) % _DAYS_IN_WEEK)
    else:
        when = published - timedelta(days=(published.weekday() - weekday) % _DAYS_IN_WEEK)
    return when, when, TimePrecision.DAY


def _unit(text: str, published: date) -> _Bounds | None:
    shift = next((n for word, n in (("last", -1), ("this", 0), ("next", 1)) if word in text.split()), None)
    if shift is None:
        return None
    if "week" in text:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6), TimePrecision.WEEK
    if "month" in text:
        months = published.year * 12 + published.month - 1 + shift
        year, month = divmod(months, 12)
        return (
            date(year, month + 1, 1),
            date(year, month + 1, calendar.monthrange(year, month + 1)[1]),
            TimePrecision.MONTH,
        )
    if "year" in text:
        year = published.year + shift
        return date(year, 1, 1), date(year, 12, 31), TimePrecision.YEAR
    return None
