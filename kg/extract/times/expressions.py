"""An expression of time with its bounds: a point, one side of it, a stretch between two, or a duration."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.times import spans
from kg.extract.times.durations import duration
from kg.extract.times.names import MONTH
from kg.extract.times.points import point
from kg.model import Time, TimePrecision

if TYPE_CHECKING:
    from kg.extract.times.spans import Days
    from kg.model import Span

# What recurs, an age, and what counts from another event than the publication name no day of their own.
_UNTOLD = re.compile(
    r"\b(?:every|each|per|most|daily|weekly|monthly|yearly|annual|annually|nightly|same|following|preceding|that|those|other)\b"
    r"|days\b(?=$|\s(?:and|to)\s\w+days$)(?<=[nsrie]days)|\bold\b|-year-olds?\b|\baged?\b|\bfiscal\b|\bseason\b"
    r"|\b(?:later|earlier|after|before|afterwards?)$|\bfrom\s(?!now)\w+day\b"
    r"|\b(?:good|easter|palm|ash|holy|maundy|shrove|black|super|boxing|bloody|cyber|giving|bowl)\s\w+day\b"
)
_OPEN = re.compile(
    r"^(?P<side>since|from|starting|beginning|after|until|till|through|by|before|prior\sto|ahead\sof)\s(?P<rest>.+)$"
)
_HOUR = re.compile(r"\b(?:dawn|dusk|noon|midday|midnight|sunrise|sunset)\b|\d\s?[ap]\.?m\b|\d:\d\d|o['’]clock")
_PAIR = re.compile(
    r"^(?:from\s|(?P<between>between\s))?(?P<one>.+?)(?:\s(?P<joint>to|until|till|through|and)\s|\s?[-–—]\s?)(?P<other>.+)$"
)
_SHORT_YEAR = re.compile(r"^(\d\d)(\d\d)\s?[-–/]\s?(\d\d)$")
_DAYS = (
    (
        re.compile(
            rf"^(?P<month>{MONTH})\s(?P<one>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)(?P<other>\d{{1,2}})(?:st|nd|rd|th)?(?P<year>,?\s\d{{4}})?$"
        )
    ),
    (
        re.compile(
            rf"^(?P<one>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)(?P<other>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH})(?P<year>,?\s\d{{4}})?$"
        )
    ),
)
_PART = re.compile(
    r"^(?:the\s)?(?:(?P<early>early|beginning\sof|start\sof|outset\sof)|(?P<mid>mid|middle\sof)|(?P<late>late|end\sof|close\sof))(?:\sin)?[\s-](?P<rest>.+)$"
)
_WITHIN = re.compile(r"^(?P<side>earlier|later)\s(?:on\s|in\s|in\sthe\s)?(?P<rest>.+)$")
_LEAD = re.compile(
    r"^(?:(?:in|on|at|during|over|around|about|throughout|of|just|only|some\stime|sometime|as\s(?:early|late|recently)\sas|within)\s)+"
)
_DETERMINER = re.compile(r"^the\s(?!past\b|last\b|previous\b|next\b|coming\b)")
_BARE = frozenset({"week", "month", "quarter", "year", "decade"})
_DAY = timedelta(days=1)


def normalise(words: str, span: Span, *, published: date | None, future: bool | None = False) -> Time | None:
    """The days that ``words`` mean in a text of the day ``published``; None where they cannot be told.

    A weekday, a month or a day without a year is the last one up to the day of publication, or with ``future`` the next
    one; where ``future`` is None, a month or a day of a month is the nearest. A duration has no days.

    >>> from kg.model import Span
    >>> normalise("Tuesday afternoon", Span(0, 17), published=date(2023, 11, 23)).earliest
    datetime.date(2023, 11, 21)
    >>> since = normalise("since 2021", Span(0, 10), published=date(2023, 11, 23))
    >>> since.earliest, since.latest
    (datetime.date(2021, 1, 1), None)
    """
    text = " ".join(words.lower().split())
    if (length := duration(text)) is not None:
        return Time(span=span, earliest=None, latest=None, precision=TimePrecision.PUBLICATION, duration=length)
    days = _days(text.removeprefix("for "), published, future=future)
    if (
        days is None
        or (text.startswith("for ") and days.precision is not TimePrecision.RANGE)
        or (days.earliest is None and days.latest is None)
    ):
        return None
    return Time(span=span, earliest=days.earliest, latest=days.latest, precision=days.precision)


@lru_cache(maxsize=4096)
def _days(text: str, now: date | None, *, future: bool | None) -> Days | None:
    if _UNTOLD.search(text):
        return None
    try:
        return (
            _days_of_month(text, now, future=future)
            or _pair(text, now, future=future)
            or _open(text, now, future=future)
            or _one(text, now, future=future)
        )
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def _one(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """A point, or a part of one: "early 2022", "later this year"."""
    if (ahead := point(text, now, future=future)) is not None:
        return ahead
    bare = _DETERMINER.sub("", _LEAD.sub("", text).removesuffix("'s").removesuffix("’s"))
    if bare != text and (found := point(bare, now, future=future)) is not None:
        return found
    if (part := _PART.match(bare)) is not None:
        whole = _whole(part["rest"], now, future=future)
        return spans.part(whole, next(name for name in ("early", "mid", "late") if part[name])) if whole else None
    if now is not None and (within := _WITHIN.match(bare)) is not None:
        whole = _whole(within["rest"], now, future=future)
        return _within(whole, now, within["side"]) if whole else None
    return None


def _whole(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """What a part is of; "the year" is this year."""
    unit = text.removeprefix("the ")
    return spans.around(now, unit) if unit in _BARE and now is not None else _one(text, now, future=future)


def _within(whole: Days, now: date, side: str) -> Days:
    """Earlier this year is up to today, later this year from today on; of another year both are somewhere in it."""
    first, last = whole.earliest, whole.latest
    if whole.precision is TimePrecision.DAY or first is None or last is None or not first <= now <= last:
        return whole
    return spans.stretch(first, now) if side == "earlier" else spans.stretch(now, last)


def _open(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """One side of a point: "since 2021", "until Friday", "after March 5"."""
    found = _OPEN.match(text)
    days = _one(found["rest"], now, future=future) if found else None
    if found is None or days is None:
        return None
    if found["side"] in {"before", "after"} and _HOUR.search(found["rest"]):
        return days  # "before dawn on Friday" is on Friday
    match found["side"]:
        case "since" | "from" | "starting" | "beginning":
            return spans.stretch(days.earliest, None)
        case "after":
            return spans.stretch(days.latest + _DAY, None) if days.latest else None
        case "by" | "until" | "till" | "through":
            return spans.stretch(None, days.latest)
        case _:
            return spans.stretch(None, days.earliest - _DAY) if days.earliest else None


def _days_of_month(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """March 5-7."""
    for pattern in _DAYS:
        if found := pattern.match(_LEAD.sub("", text).removeprefix("from ").removeprefix("between ")):
            last = point(
                f"{found['other']} {found['month']} {(found['year'] or '').strip(', ')}".strip(), now, future=future
            )
            if last is None or last.earliest is None or int(found["one"]) >= int(found["other"]):
                return None
            return spans.stretch(last.earliest.replace(day=int(found["one"])), last.latest)
    return None


def _pair(text: str, now: date | None, *, future: bool | None) -> Days | None:
    """From one point to another. The first is the last such before the second; *and* alone joins only neighbours."""
    if short := _SHORT_YEAR.match(text):
        first, last = int(short[1] + short[2]), int(short[1] + short[3])
        return spans.stretch(date(first, 1, 1), date(last, 12, 31)) if first < last else None
    found = _PAIR.match(_LEAD.sub("", text))
    if found is None:
        return None
    other = _one(found["other"], now, future=future)
    one = _one(found["one"], other.latest, future=False) if other else None
    if one is None or other is None or one.earliest is None or one.latest is None or other.earliest is None:
        return None
    neighbours = one.latest + _DAY == other.earliest
    if one.earliest > other.earliest or (found["joint"] == "and" and not (found["between"] or neighbours)):
        return None
    return spans.stretch(one.earliest, other.latest)
