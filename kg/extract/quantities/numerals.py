"""What numbers are worth, in figures and in words."""

from __future__ import annotations

import re

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "lakhs": 100_000, "million": 1_000_000}
SCALES |= {"crore": 10_000_000, "crores": 10_000_000, "billion": 10**9, "trillion": 10**12}
# As letters behind figures: "$2m", "1.4bn".
LETTERS = {"k": 1_000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "b": 10**9, "bn": 10**9}
LETTERS |= {"bln": 10**9, "t": 10**12, "tn": 10**12, "trn": 10**12}
# A round number in the plural is at least one of it, as ACLED's codebook counts "dozens" and "hundreds" of dead.
PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
PLURALS |= {"billions": 10**9, "trillions": 10**12}
_HALF, _QUARTER = 0.5, 0.25
_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def of_figures(figures: str) -> float:
    """The number that digits with commas and a point are.

    >>> of_figures("1,50,000"), of_figures("16.50")
    (150000.0, 16.5)
    """
    return float(figures.replace(",", ""))


def of_words(words: str) -> float | None:
    """The number that words are, None where they are none.

    >>> of_words("two hundred and fifty"), of_words("half a million"), of_words("one and a half million")
    (250.0, 500000.0, 1500000.0)
    >>> of_words("two three") is None
    True
    """
    total, current = 0.0, 0.0
    parts = re.split(r"[\s-]+", words.lower().replace("and a half", "plus"))
    for part in parts:
        if part in SMALL:
            if not _fits(current, SMALL[part]):
                return None
            current += SMALL[part]
        elif part in SCALES and SCALES[part] <= _HUNDRED:
            current = (current or 1) * SCALES[part]
        elif part in SCALES:
            total, current = total + (current or 1) * SCALES[part], 0.0
        elif part in {"half", "plus"}:
            current += _HALF
        elif part == "quarter":
            current += _QUARTER
        elif part not in {"and", "a", "an", "of"}:
            return None
    return total + current


def _fits(current: float, small: int) -> bool:
    """Whether a small number may follow: "hundred five", "twenty five", but not "five five"."""
    rest = current % _HUNDRED
    return rest == 0 or (rest >= _TWENTY and rest % _TEN == 0 and 0 < small < _TEN)


def of_plural(words: str) -> float:
    """The least that a round number in the plural is.

    >>> of_plural("dozens"), of_plural("hundreds of thousands"), of_plural("several hundred")
    (12.0, 100000.0, 200.0)
    """
    least = 1.0
    for part in words.lower().split():
        least *= PLURALS.get(part) or SCALES.get(part) or (2 if part in {"several", "few", "many"} else 1)
    return least
