"""What the calendar calls its parts, as patterns over words in small letters."""

from __future__ import annotations

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?!\w)"
)
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w)|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b(?=\.|,|$)"


def month_number(name: str) -> int:
    """1 to 12.

    >>> month_number("sept."), month_number("march")
    (9, 3)
    """
    return _NAMES.index(name[:3]) + 1
