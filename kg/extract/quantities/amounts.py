"""An amount: a number or a range of two, with the words that loosen it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kg.extract.quantities.numbers import number

if TYPE_CHECKING:
    from kg.extract.quantities.numbers import Number


class Amount(Struct, frozen=True, kw_only=True, gc=False):
    """What a text says at ``start`` to ``end``: ``value``, or ``minimum`` or ``maximum`` or both.

    ``currency`` is a code of ISO 4217; ``unit`` percent, percentage point or basis point; ``qualifier`` the words that
    loosen the number, in small letters; ``letter`` says that the scale is a letter, which may be a unit too ("5m").
    """

    start: int
    end: int
    value: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    letter: bool = False


_QUALIFIER = re.compile(
    r"(?<!\w)(?:(?P<qualifier>no\s(?:more|less|fewer)\sthan|(?:well|just)\s(?:over|under)|more\sthan|less\sthan"
    r"|fewer\sthan|at\sleast|at\smost|up\sto|as\s(?:many|much|few|little)\sas|upwards\sof|close\sto|over|under|above"
    r"|below|about|around|some|nearly|almost|approximately|roughly|an\sestimated|an\sadditional|another|only|just)"
    r"|(?P<range>between|(?:anywhere|rang(?:e|es|ed|ing))\sfrom)|(?P<change>from))\s+(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s?(?P<dash>[-–—])\s?|\s(?P<word>to|and|or)\s(?:about\s|around\s)?", re.IGNORECASE)
# Codes ("G20"), numbers of things ("No. 5", "#1") and parts of a ratio are no amounts.
_NO_START = re.compile(
    r"(?:[\w#.:,/$–-]|\bno\.?\s|\bnumber\s|\bout\sof\s|\b(?:one|two|three|four|five|six|seven|eight|nine)\sin\s|\b(?:tens|dozens|hundreds|thousands|millions)\s+of\s+|\bin\severy\s)$",
    re.IGNORECASE,
)
# Nor are scores ("3-1"), "20-year-old", "25-nation", "7:42", "5 p.m.", "9 out of 10", "one of every ten", "two-thirds".
_NO_END = re.compile(
    r"\w|[-–]\d|\s?['’]s\b|-[A-Za-z]|[:/]\d|[,.]\d|\s?[ap]\.?m\b|\s(?:of|in)\severy\b|\s(?:out\sof|in)\s(?:\d{1,2}(?!\d)|two|three|four|five|ten)\b"
    r"|[\s-](?:third|quarter|fifth|sixth|eighth|tenth|halve)s?\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\sor\s(?:more|less|fewer|so)\b")
_REACH = 32
_NEXT = 1.5


def amount(text: str, start: int, stop: int | None = None) -> Amount | None:
    """The amount whose number, or the sign before it, begins at ``start``; None where none does.

    >>> found = amount("over $1.4 million for wells", 5)
    >>> found.value, found.currency, found.qualifier, found.end
    (1400000.0, 'USD', 'over', 17)
    >>> found = amount("between 20 and 25 people", 8)
    >>> found.minimum, found.maximum
    (20.0, 25.0)
    """
    stop = len(text) if stop is None else stop
    first = number(text, start, stop)
    if first is None or _NO_START.search(text[max(0, first.start - _REACH) : first.start]):
        return None
    led = _QUALIFIER.search(text[max(0, first.start - _REACH) : first.start])
    pair = _pair(text, first, stop, led)
    end = pair[1].end if pair else first.end
    if _NO_END.match(text, end, stop):
        return None
    more = None if pair else _MORE.match(text, end, stop)
    qualifier = (led["qualifier"] if led else None) or (more[0].strip() if more else None)
    found = _exact(first) if pair is None else _between(*pair)
    return replace(found, qualifier=qualifier.lower()) if qualifier else found


def _exact(one: Number) -> Amount:
    return Amount(
        start=one.start,
        end=one.end,
        value=None if one.plural else one.value,
        minimum=one.value if one.plural else None,
        currency=one.currency,
        unit=one.unit,
        letter=one.letter,
    )


def _between(one: Number, other: Number) -> Amount:
    return Amount(
        start=one.start,
        end=other.end,
        minimum=one.value,
        maximum=other.value,
        currency=one.currency or other.currency,
        unit=one.unit or other.unit,
        letter=other.letter,
    )


def _pair(text: str, first: Number, stop: int, led: re.Match[str] | None) -> tuple[Number, Number] | None:
    """The two ends of a range. What goes from one number to another, or is joined by a bare *and*, is none."""
    joint = _JOINT.match(text, first.end, stop)
    if joint is None or first.plural:
        return None
    second = number(text, joint.end(), stop)
    if second is None or second.plural or _unlike(first.currency, second.currency) or _unlike(first.unit, second.unit):
        return None
    first = _scaled(first, second)
    word = (joint["word"] or "").lower()
    ranging = led is not None and led["range"] is not None
    joined = ranging if word == "and" else (led is None or led["change"] is None)
    apart = word == "or" and second.value > max(first.value * _NEXT, first.value + 1)
    return (first, second) if joined and not apart and first.value < second.value else None


def _unlike(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _scaled(first: Number, second: Number) -> Number:
    """The first number with the scale of the second where only that has one: "1.5 to 2 million"."""
    own = second.scale
    if first.scale == 1 and own > 1 and first.value < own and first.value <= second.value / own * 1.0:
        return replace(first, value=first.value * own, scale=own)
    return first
