"""Dates against an anchor, the day of publication: "Tuesday", "March 5", "last week", "two days ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.times import spans
from kg.extract.times.durations import NUMBER, UNIT, counted
from kg.extract.times.names import DAY, MONTH, WEEKDAY, WEEKDAYS, YEAR, month_number
from kg.extract.times.written import valid

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.times.spans import Days


class Anchor(NamedTuple):
    """What an expression is read against: a day, and whether what is told comes after it (None: not known)."""

    now: date
    future: bool | None


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_SHIFTS = {"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}
_SHIFT = rf"(?P<shift>{'|'.join(sorted(_SHIFTS, key=len, reverse=True))}|this|the\scurrent|current)"
_OF_YEAR = rf"(?:\s|,\s?)(?:of\s|in\s)?(?:{YEAR}|(?P<which>last|this|next|the)\syear)"
_WEEK = 7
_LEAP_YEARS_APART = 8
_MONTHS_A_YEAR = 12
_HOURS_A_DAY = 24


def anchored(text: str, anchor: Anchor) -> Days | None:
    """The days that an expression in small letters names; None where it names none."""
    for pattern, read in _PATTERNS:
        if found := pattern.search(text):
            return read(found, anchor)
    return None


def _year(found: re.Match[str], anchor: Anchor) -> int:
    return int(found["year"]) if found["year"] else anchor.now.year + _SHIFTS.get(found["which"], 0)


def _day_of_month(found: re.Match[str], anchor: Anchor) -> Days | None:
    """A day without a year: the last one, of what is to come the next one, else the nearest."""
    now, future = anchor
    years = range(now.year - _LEAP_YEARS_APART, now.year + _LEAP_YEARS_APART + 1)
    month, number = month_number(found["month"]), int(found["day"])
    days = [d.earliest for y in years if (d := valid(y, month, number)) is not None and d.earliest is not None]
    fit = [d for d in days if future is None or (d >= now if future else d <= now)]
    return spans.day(min(fit, key=lambda d: abs(d - now))) if fit else None


def _month(found: re.Match[str], anchor: Anchor) -> Days:
    """A month without a year: the last that has begun, or of what is to come the next that has not ended."""
    now, number = anchor.now, month_number(found["month"])
    shift = found["shift"] or ""
    if shift == "this":
        return spans.month(now.year, number)
    if shift:
        ahead = (number - now.month) % _MONTHS_A_YEAR or _MONTHS_A_YEAR
        back = (now.month - number) % _MONTHS_A_YEAR or _MONTHS_A_YEAR
        return spans.month(now.year, now.month + (ahead if _SHIFTS[shift] > 0 else -back))
    ahead, back = (number - now.month) % _MONTHS_A_YEAR, (now.month - number) % _MONTHS_A_YEAR
    later = anchor.future is True or (anchor.future is None and ahead < back)
    return spans.month(now.year, now.month + (ahead if later else -back))


def _weekday(found: re.Match[str], anchor: Anchor) -> Days | None:
    """A weekday: the last one up to the anchor, of what is to come the next one, unless *last* or *next* says which."""
    now, text = anchor.now, found.string
    number = WEEKDAYS.index(found[0][:3])
    if any(WEEKDAYS.index(other[0][:3]) != number for other in _ANY_WEEKDAY.finditer(text)):
        return None
    if of_week := re.search(rf"\b{_SHIFT}\sweek\b", text):
        monday = spans.shifted(now, "week", _SHIFTS.get(of_week["shift"], 0)) - timedelta(days=now.weekday())
        return spans.day(monday + timedelta(days=number))
    said = re.search(rf"\b{_SHIFT}\s{found[0]}", text)
    shift = said["shift"] if said else ""
    ahead, back = (number - now.weekday()) % _WEEK, (now.weekday() - number) % _WEEK
    if shift == "this":
        return spans.day(now + timedelta(days=number - now.weekday()))
    if shift in _SHIFTS:
        return spans.day(now + timedelta(days=(ahead or _WEEK) if _SHIFTS[shift] > 0 else -(back or _WEEK)))
    return spans.day(now + timedelta(days=ahead if anchor.future else -back))


def _weekend(found: re.Match[str], anchor: Anchor) -> Days:
    now, shift = anchor.now, _SHIFTS.get(found["shift"] or "", 0)
    if shift < 0:
        return spans.weekend(now - timedelta(days=now.weekday() + 1))
    if shift > 0:
        return spans.weekend(now + timedelta(days=_WEEK))
    begun = now.weekday() >= WEEKDAYS.index("sat")
    return spans.weekend(now if begun or anchor.future else now - timedelta(days=_WEEK))


def _unit(found: re.Match[str], anchor: Anchor) -> Days:
    shift = _SHIFTS.get(found["shift"] or "", 0)
    return spans.around(
        spans.shifted(spans.around(anchor.now, found["unit"]).earliest or anchor.now, found["unit"], shift),
        found["unit"],
    )


def _ago(found: re.Match[str], anchor: Anchor) -> Days | None:
    """Two weeks ago: the week of the day two weeks before; *more than two weeks ago* is open towards the past."""
    count, unit = counted(found["number"]), found["unit"]
    sign = 1 if found["far"] in {"from now", "hence"} else -1
    if count is None or unit == "minute" or count % 1:
        return None
    if unit == "hour":
        unit, count = "day", count // _HOURS_A_DAY
    then = spans.around(spans.shifted(anchor.now, unit, sign * int(count)), unit)
    loose = found["loose"]
    if loose in {"more than", "over", "at least"}:
        return spans.stretch(None, then.latest) if sign < 0 else spans.stretch(then.earliest, None)
    if loose in {"less than", "under"}:
        return spans.stretch(then.earliest, anchor.now) if sign < 0 else spans.stretch(anchor.now, then.latest)
    return then


def _in(found: re.Match[str], anchor: Anchor) -> Days | None:
    """In two days, of what is to come: the day that lies two days ahead. Else it is how long something took."""
    count = counted(found["number"])
    if anchor.future is not True or count is None or count % 1 or found["unit"] in {"minute", "hour"}:
        return None
    return spans.around(spans.shifted(anchor.now, found["unit"], int(count)), found["unit"])


def _running(found: re.Match[str], anchor: Anchor) -> Days | None:
    """The past two weeks, the next five years: from or to the anchor."""
    unit, ahead = found["unit"], found["way"] in {"next", "coming"}
    if found["few"] or (not found["number"] and found[0].endswith("s")):
        return spans.stretch(anchor.now, None) if ahead else None
    count = counted(found["number"]) if found["number"] else 1.0
    # "The next day", "the previous year" count from another event.
    told = found["number"] is not None or (unit not in {"day", "hour"} and found["way"] != "previous")
    if count is None or count % 1 or unit == "minute" or not told:
        return None
    if unit == "hour":
        unit, count = "day", -(-count // _HOURS_A_DAY)
    far = spans.shifted(anchor.now, unit, int(count) if ahead else -int(count))
    return spans.stretch(anchor.now, far) if ahead else spans.stretch(far, anchor.now)


_ANY_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY})")
_FEW = r"(?:few|several|couple\sof)"
_PATTERNS: list[tuple[re.Pattern[str], Callable[[re.Match[str], Anchor], Days | None]]] = [
    (re.compile(rf"\b{DAY}\s(?:of\s)?(?P<month>{MONTH})"), _day_of_month),
    (re.compile(rf"\b(?P<month>{MONTH})\s{DAY}(?!\w)"), _day_of_month),
    (re.compile(r"\bday\sbefore\syesterday\b"), lambda _, a: spans.day(a.now - timedelta(days=2))),
    (re.compile(r"\bday\safter\stomorrow\b"), lambda _, a: spans.day(a.now + timedelta(days=2))),
    (re.compile(r"\byesterday\b|\blast\snight\b"), lambda _, a: spans.day(a.now - timedelta(days=1))),
    (re.compile(r"\btomorrow\b"), lambda _, a: spans.day(a.now + timedelta(days=1))),
    (
        re.compile(r"\b(?:today|tonight)\b|\bthis\s(?:very\s)?(?:morning|afternoon|evening|day)\b"),
        lambda _, a: spans.day(a.now),
    ),
    (
        re.compile(
            rf"^(?:(?P<loose>more\sthan|less\sthan|over|under|at\sleast)\s|(?:nearly|almost|about|around|just|some|roughly)\s)?"
            rf"{NUMBER}\s{UNIT}\s(?P<far>ago|back|from\snow|hence)$"
        ),
        _ago,
    ),
    (re.compile(rf"^in\s(?:about\s|just\s)?{NUMBER}\s{UNIT}$"), _in),
    (
        re.compile(rf"^the\s(?P<way>past|last|previous|next|coming)\s(?:(?:(?P<few>{_FEW})|{NUMBER})\s)?{UNIT}$"),
        _running,
    ),
    (re.compile(rf"^(?P<way>past|last|previous|next|coming)\s(?:(?P<few>{_FEW})|{NUMBER})\s{UNIT}$"), _running),
    (_ANY_WEEKDAY, _weekday),
    (re.compile(rf"^(?:{_SHIFT}\s)?weekend$"), _weekend),
    (
        re.compile(rf"^(?P<nth>{'|'.join(_ORDINALS)})\squarter{_OF_YEAR}$"),
        lambda m, a: spans.quarter(_year(m, a), _ORDINALS[m["nth"]]),
    ),
    (
        re.compile(rf"^(?P<nth>first|second)\shalf{_OF_YEAR}$"),
        lambda m, a: spans.half(_year(m, a), _ORDINALS[m["nth"]]),
    ),
    (re.compile(rf"^(?P<month>{MONTH}){_OF_YEAR}$"), lambda m, a: spans.month(_year(m, a), month_number(m["month"]))),
    (
        re.compile(rf"^(?P<which>last|this|next)\syear\sin\s(?P<month>{MONTH})(?P<year>)$"),
        lambda m, a: spans.month(_year(m, a), month_number(m["month"])),
    ),
    (re.compile(rf"^(?:{_SHIFT}\s)?(?P<month>{MONTH})$"), _month),
    (re.compile(rf"^{_SHIFT}\s(?P<unit>week|month|quarter|year|decade)$"), _unit),
]
