"""Days as newspapers write them. Without a year there is none: it would be a guess."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"  # noqa: E501  (one alternative a month)
YEAR = r"(?:1[89]|20)\d\d"
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"

# A day as it is written, after the month's name or before it, or in digits; the year may be missing in the first two.
WRITTEN = rf"(?:{MONTH}\b\.?\s+{NUMBER}(?:,?\s+{YEAR})?|{NUMBER}\s+{MONTH}\b\.?,?(?:\s+{YEAR})?)"

FORMS = (
    re.compile(rf"\b(?P<m>{MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH})\b\.?,?\s+(?P<y>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<y>{YEAR})(?P<p>[-.])(?P<m>\d{{2}})(?P=p)(?P<d>\d{{2}})\b"),
    re.compile(rf"\b(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<y>{YEAR})\b"),
)


def first(words: str) -> date | None:
    """The first day in ``words`` that has a year.

    >>> first("Published in The Herald, November 23rd, 2023")
    datetime.date(2023, 11, 23)
    >>> first("Updated 23 Dec, 2024"), first("March 3")
    (datetime.date(2024, 12, 23), None)

    Digits with slashes count only where they can be read in one way.

    >>> first("12/19/2005"), first("05/03/2013")
    (datetime.date(2005, 12, 19), None)
    """
    found = [match for form in FORMS for match in form.finditer(words)]
    days = [(match.start(), day) for match in found if (day := _day(match)) is not None]
    return min(days)[1] if days else None


def _day(match: re.Match[str]) -> date | None:
    year, month, day = int(match["y"]), match["m"], int(match["d"])
    if not month.isdigit():
        return _valid(year, _month(month), day)
    if "/" not in match[0]:
        return _valid(year, int(month), day)
    readings = {_valid(year, int(month), day), _valid(year, day, int(month))} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
