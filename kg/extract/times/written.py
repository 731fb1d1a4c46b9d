"""Dates that need no day of publication: "5 March 2023", "March 2023", "2023", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.times import spans
from kg.extract.times.names import DAY, MONTH, YEAR, month_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.times.spans import Days

_DECADES = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_CENTURY = 100
_NINETEEN_HUNDRED = 1900


def written(text: str) -> Days | None:
    """The days that an expression in small letters names by itself; None where it names none."""
    for pattern, read in _PATTERNS:
        if found := pattern.search(text):
            return read(found)
    return None


def valid(year: int, month: int, day: int) -> Days | None:
    """A day, where the calendar has it."""
    try:
        return spans.day(date(year, month, day))
    except ValueError:
        return None


def _slashes(found: re.Match[str]) -> Days | None:
    """23/11/2023; what could be read in two ways is left out."""
    one, other, year = int(found[1]), int(found[2]), int(found["year"])
    readings = {valid(year, other, one), valid(year, one, other)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _decade(found: re.Match[str]) -> Days:
    """The 1980s, the '80s; two digits are of the twentieth century."""
    first = int(found[1])
    return spans.decade(first if first > _CENTURY else _NINETEEN_HUNDRED + first)


_PATTERNS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None]]] = [
    (re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"), lambda m: valid(int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(rf"\b(\d{{1,2}})[/.](\d{{1,2}})[/.]{YEAR}\b"), _slashes),
    (
        re.compile(rf"\b{DAY}\s(?:of\s)?(?P<month>{MONTH}),?\s{YEAR}\b"),
        lambda m: valid(int(m["year"]), month_number(m["month"]), int(m["day"])),
    ),
    (
        re.compile(rf"\b(?P<month>{MONTH})\s{DAY}(?:,\s?|\s){YEAR}\b"),
        lambda m: valid(int(m["year"]), month_number(m["month"]), int(m["day"])),
    ),
    (
        re.compile(rf"^(?P<month>{MONTH})(?:\sof|,)?\s{YEAR}$"),
        lambda m: spans.month(int(m["year"]), month_number(m["month"])),
    ),
    (re.compile(rf"^q([1-4])\s(?:of\s)?{YEAR}$"), lambda m: spans.quarter(int(m["year"]), int(m[1]))),
    (re.compile(r"^((?:1[5-9]|20)\d0)['’]?s$"), _decade),
    (re.compile(r"^['’]?([3-9]0)['’]?s$"), _decade),
    (re.compile(rf"^({'|'.join(_DECADES)})ies$"), lambda m: spans.decade(1900 + _DECADES[m[1]])),
    (re.compile(r"^(1\d|2[01])(?:st|nd|rd|th)\scentury$"), lambda m: spans.century(int(m[1]))),
    (re.compile(rf"^(?:year\s)?{YEAR}$"), lambda m: spans.year(int(m["year"]))),
]
