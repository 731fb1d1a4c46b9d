"""How long: numbers of units of time, as durations of ISO 8601."""

from __future__ import annotations

import re

from kg.extract.quantities import numerals

UNIT = r"(?P<unit>minute|hour|day|week|month|quarter|year|decade)s?"
_WORDS = "|".join([*numerals.SMALL, *numerals.SCALES, "half", "and", "an?"])
NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?|(?:(?:{_WORDS})[\s-])*(?:{_WORDS}))"
_ABOUT = r"(?:about|around|nearly|almost|roughly|approximately|some|just|the\sentire|the|an\sestimated)\s"
# "A year" alone is a rate ("$5m a year") or a day like any other ("on a day when"): only "for a year" is a duration.
_DURATION = re.compile(rf"(?P<for>for\s(?:up\sto\s)?)?(?:{_ABOUT})?{NUMBER}[\s-]{UNIT}(?:['’]s?)?")
_ONE = frozenset({"a", "an", "one"})
# (letter, how many of it the unit is, the same for the half of it)
_ISO = {
    "minute": ("T{}M", 1),
    "hour": ("T{}H", 1),
    "day": ("{}D", 1),
    "week": ("{}D", 7),
    "month": ("{}M", 1),
    "quarter": ("{}M", 3),
    "year": ("{}Y", 1),
    "decade": ("{}Y", 10),
}
_HALVES = {"hour": "T{}H30M", "day": "{}DT12H", "year": "{}Y6M", "decade": "{}Y"}
_HALF_ONLY = {"hour": "T30M", "day": "T12H", "year": "6M", "decade": "5Y"}
_HALF = 0.5


def duration(text: str) -> str | None:
    """The duration that an expression in small letters is, in the form of xsd:duration; None where it is none.

    >>> duration("three months"), duration("two-week"), duration("48 hours"), duration("half an hour")
    ('P3M', 'P14D', 'PT48H', 'PT30M')
    >>> duration("a year"), duration("for a year"), duration("more than a year")
    (None, 'P1Y', None)
    """
    found = _DURATION.fullmatch(text)
    if found is None or (found["number"] in _ONE and not found["for"]):
        return None
    count = counted(found["number"])
    return _iso(count, found["unit"]) if count else None


def counted(number: str) -> float | None:
    """How many: "two", "48", "a", "eight-and-a-half"."""
    if number[0].isdigit():
        return numerals.of_figures(number)
    if number in _ONE:
        return 1.0
    return numerals.of_words(number.replace("-", " "))


def _iso(count: float, unit: str) -> str | None:
    whole, rest = divmod(count, 1)
    form, times = _ISO[unit]
    if rest == 0:
        return "P" + form.format(int(whole) * times)
    if rest != _HALF or unit not in _HALVES:
        return None
    if unit == "decade":
        return f"P{int(count * 10)}Y"
    return "P" + (_HALVES[unit].format(int(whole)) if whole else _HALF_ONLY[unit])
