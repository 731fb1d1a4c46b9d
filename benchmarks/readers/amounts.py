"""Quantities: the project's own reader, and libraries that read numbers, money or units."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.extract.quantities import amount
from readers import figure

if TYPE_CHECKING:
    from readers import Reader

_UNITS = {"percent": "%", "percentage point": "pp", "basis point": "bp"}
_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs": "PKR",
    "Rs.": "PKR",
    "R": "ZAR",
}
_SIGNS |= {"A$": "AUD", "AU$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD"}
_NAMES = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "percentage": "%", "australian dollar": "AUD"}
_NAMES |= {"canadian dollar": "CAD", "japanese yen": "JPY", "indian rupee": "INR", "rupee": "PKR", "swiss franc": "CHF"}
_NAMES |= {"pakistani rupee": "PKR", "hong kong dollar": "HKD", "new zealand dollar": "NZD", "dimensionless": ""}
_NAMES |= {"Dollar": "USD", "United States dollar": "USD", "Euro": "EUR", "Pound": "GBP", "British pound": "GBP"}
_START = re.compile(r"[$€£¥₹]|\d|(?<!\w)[A-Za-z]")


def own() -> Reader:
    """kg.extract.quantities, at the first place of the words where it finds an amount."""

    def read(words: str, *_: object) -> str | None:
        for place in _START.finditer(words):
            if (found := amount(words, place.start())) is not None:
                break
        else:
            return None
        ends = [figure(end) if end is not None else "" for end in (found.minimum, found.maximum)]
        number = figure(found.value) if found.value is not None else "..".join(ends)
        return f"{number} {found.currency or _UNITS.get(found.unit or '', '')}".strip()

    return read


def price_parser() -> Reader:
    """price-parser: a price and its sign."""
    price = import_module("price_parser").Price

    def read(words: str, *_: object) -> str | None:
        found = price.fromstring(words)
        if found.amount is None:
            return None
        return f"{figure(float(found.amount))} {_SIGNS.get(found.currency, found.currency or '')}".strip()

    return read


def quantulum3() -> Reader:
    """quantulum3: numbers with units; a range is a number with an uncertainty."""
    parse = import_module("quantulum3.parser").parse

    def read(words: str, *_: object) -> str | None:
        found = next(iter(parse(words)), None)
        if found is None:
            return None
        low, high = (found.value - (found.uncertainty or 0), found.value + (found.uncertainty or 0))
        number = f"{figure(low)}..{figure(high)}" if found.uncertainty else figure(found.value)
        return f"{number} {_NAMES.get(found.unit.name, found.unit.name)}".strip()

    return read


def recognizers() -> Reader:
    """Microsoft's recognizers: money first, then a percentage, then a number."""
    money = import_module("recognizers_number_with_unit").recognize_currency
    numbers = import_module("recognizers_number")

    def read(words: str, *_: object) -> str | None:
        for found in money(words, "en-us"):
            if found.resolution and found.resolution["value"]:
                unit = found.resolution.get("isoCurrency") or found.resolution["unit"]
                return f"{figure(float(found.resolution['value']))} {_NAMES.get(unit, unit)}"
        for found in numbers.recognize_percentage(words, "en-us"):
            return f"{figure(float(found.resolution['value'].rstrip('%')))} %"
        found = next(iter(numbers.recognize_number(words, "en-us")), None)
        return figure(float(found.resolution["value"])) if found else None

    return read


def _numeral(module: str, name: str, **options: Any) -> Reader:  # noqa: ANN401 (of many libraries)
    convert = getattr(import_module(module), name)

    def read(words: str, *_: object) -> str | None:
        found = convert(words, **options)
        return None if found is None else figure(float(str(found).replace(",", "")))

    return read


READERS = {
    "kg": own,
    "quantulum3": quantulum3,
    "recognizers-text": recognizers,
    "price-parser": price_parser,
    "numerizer": lambda: _numeral("numerizer", "numerize"),
    "number-parser": lambda: _numeral("number_parser", "parse_number", language="en"),
    "text2num": lambda: _numeral("text_to_num", "text2num", lang="en"),
    "word2number": lambda: _numeral("word2number.w2n", "word_to_num"),
    "babel": lambda: _numeral("babel.numbers", "parse_decimal", locale="en"),
}
