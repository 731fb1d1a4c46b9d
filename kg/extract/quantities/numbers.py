"""One number at one place of a text, with the scale, sign and unit that stand beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.quantities import currencies, numerals

if TYPE_CHECKING:
    from collections.abc import Iterable


class Number(Struct, frozen=True, kw_only=True, gc=False):
    """A number from ``start``, where its sign begins, to ``end`` behind its unit.

    ``scale`` is what it was multiplied with, ``plural`` says that it is a round number in the plural ("dozens"),
    ``letter`` that its scale is a letter, which may be a unit too ("5m").
    """

    start: int
    end: int
    value: float
    scale: float
    plural: bool
    letter: bool
    currency: str | None
    unit: str | None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SCALE = _any(numerals.SCALES)
_WORD = rf"(?:{_any(numerals.SMALL)}|{_SCALE})"
_FIGURES = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDED = (
    rf"(?:(?:(?:an?\s)?half\s(?:an?\s)?|a\squarter\sof\sa\s|an?\s)(?:{_SCALE})|{_any(numerals.SMALL)})\b"
    rf"(?:(?:[\s-]|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s){_WORD}\b)*"
    rf"(?:\sand\sa\shalf\b(?:\s(?:{_SCALE})\b)*)?"
)
_MANY = "dozens|hundreds|thousands|millions|billions|trillions"
_PLURAL = (
    rf"(?:tens(?=\s+of\s+(?:thou|mill|bill|trill))|scores(?=\s+of\s)|{_MANY})\b(?:\s+of\s+(?:{_MANY})\b)?"
    rf"|(?:several|a\sfew|many)(?:\s(?:{_SCALE})\b)+"
)
_SIGN = "[" + re.escape("".join(currencies.SIGNS)) + "]"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN}\s?)?"
    rf"(?:(?P<figures>{_FIGURES})(?:(?P<letter>{_any(numerals.LETTERS)})(?!\w)|[\s-](?P<scale>{_SCALE})\b"
    rf"|\s(?P<short>mn|mln|bn|bln|tn|trn)(?!\w))?|(?P<plural>{_PLURAL})|(?P<worded>{_WORDED})"
    r"|(?P<part>(?:half|a\squarter\sof)(?=\sa\sper)|a(?=\sper)))",
    re.IGNORECASE,
)
_MONEY = _any(currencies.WORDS.keys() | currencies.PARTS.keys())
_UNIT = re.compile(
    r"(?P<point>(?:[\s-]|\sa\s)percentage[\s-]points?\b)|(?P<basis>\sbasis\spoints?\b)"
    r"|(?P<percent>\s?%|(?:\sa)?[\s-]per\s?cent\b|[\s-]pct\b|\spc\b)"
    rf"|(?:\s|-(?!pound))(?:of\s)?(?:(?P<adjective>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)\s)?(?P<money>(?i:(?:{_MONEY})s?))\b(?!-)"
    r"|\s?(?P<code>[A-Z]{3})\b"
)
_UNITS = {"point": "percentage point", "basis": "basis point", "percent": "percent"}
_PREFIX = re.compile(r"(?<![\w.])([A-Za-z][A-Za-z.]{0,3})(\s?)$")
_SCALED_ONLY = frozenset({"won", "real", "reais", "dong"})
_PARTS = {"hal": 0.5, "a q": 0.25, "a": 1.0}
_LONGEST_PREFIX = 5
_CENTS = 100


def number(text: str, start: int, stop: int) -> Number | None:
    """The number that begins, itself or by a sign of money, at ``start``; None where none does.

    >>> found = number("US$3.5 million", 2, 14)
    >>> found.value, found.currency, found.start
    (3500000.0, 'USD', 0)
    """
    found = _NUMBER.match(text, start, stop)
    value = _value(found) if found else None
    if found is None or value is None:
        return None
    begin, currency = _before(text, start, found)
    unit, own, end, part = None, None, found.end(), 1
    if behind := _UNIT.match(text, end, stop):
        unit = next((name for group, name in _UNITS.items() if behind[group]), None)
        own = None if currency else _behind(text, behind, scaled=_scale(found) > 1 or found["plural"] is not None)
        end = behind.end() if unit or own or (behind["money"] and currency) else end
        part = _CENTS if own and behind["money"] and behind["money"].lower().rstrip("s") in currencies.PARTS else 1
    if found["part"] and unit is None:
        return None
    return Number(
        start=begin,
        end=end,
        value=round(value / part, 4),
        scale=_scale(found),
        plural=found["plural"] is not None,
        letter=bool(found["letter"]) and currency is None and own is None,
        currency=currency or own,
        unit=unit,
    )


def _value(found: re.Match[str]) -> float | None:
    if found["figures"]:
        return numerals.of_figures(found["figures"]) * _scale(found)
    if found["plural"]:
        return numerals.of_plural(found["plural"])
    if found["worded"]:
        return numerals.of_words(found["worded"])
    return _PARTS[found["part"].lower()[:3]]


def _scale(found: re.Match[str]) -> float:
    if found["scale"]:
        return numerals.SCALES[found["scale"].lower()]
    letters = found["letter"] or found["short"]
    return numerals.LETTERS[letters.lower()] if letters else 1


def _before(text: str, start: int, found: re.Match[str]) -> tuple[int, str | None]:
    """Where the sign of money begins, and the currency that it names: "$", "AU$", "Rs ", "PKR "."""
    letters = _PREFIX.search(text[max(0, start - _LONGEST_PREFIX - 1) : start])
    name = letters[1] if letters else ""
    if found["sign"]:
        sign = found["sign"].strip()
        if sign == "$" and letters and not letters[2]:
            known = currencies.DOLLARS.get(name.lower())
            return (start - len(letters[0]), known) if known else (start, None)
        return start, currencies.SIGNS[sign]
    if letters is None or found["figures"] is None:
        return start, None
    known = currencies.LETTERS.get(name) or (name if name in currencies.codes() else None)
    if known is None or (letters[2] and len(name) == 1):
        return start, None
    return start - len(letters[0]), _rupees(name, known, text)


def _behind(text: str, found: re.Match[str], *, scaled: bool) -> str | None:
    """The currency that the words behind a number name: "Swiss francs", "dollars", "EUR"."""
    if found["code"]:
        return found["code"] if found["code"] in currencies.codes() else None
    if not found["money"] or (found["money"].lower() in _SCALED_ONLY and not scaled):
        return None
    weight = found["money"].lower().startswith("pound") and text.startswith(" of ", found.end()) and not scaled
    named = None if weight else currencies.of_word(found["money"], found["adjective"])
    return _rupees(found["money"], named, text) if named and not found["adjective"] else named


def _rupees(name: str, known: str, text: str) -> str:
    return currencies.rupee(text) if name.lower().rstrip(".s") in {"r", "rupee"} and known == "PKR" else known
