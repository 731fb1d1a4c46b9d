"""What money is called: signs, codes of ISO 4217, and names in words.

Codes and the names that tell a currency alone ("Kenyan shillings") are those of the Unicode CLDR, by way of Babel. The
words and signs that newspapers shorten them to stand here; a word that several states use ("pesos") names none.
"""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS"}
SIGNS |= {"₦": "NGN", "₱": "PHP", "₴": "UAH", "฿": "THB", "₫": "VND"}
DOLLARS = {"us": "USD", "u.s.": "USD", "au": "AUD", "a": "AUD", "c": "CAD", "ca": "CAD", "cdn": "CAD", "can": "CAD"}
DOLLARS |= {"nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "z": "ZWL", "tt": "TTD"}
LETTERS = {"Rs": "PKR", "Rs.": "PKR", "rs": "PKR", "rs.": "PKR", "R": "ZAR", "Fr": "CHF", "RM": "MYR", "Rp": "IDR"}
LETTERS |= {"Tk": "BDT", "KSh": "KES", "Sh": "KES", "Dh": "AED", "Dhs": "AED", "EC$": "XCD", "NIS": "ILS", "GH₵": "GHS"}
WORDS = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "rupee": "PKR"}
WORDS |= {"renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "shekel": "ILS", "lira": "TRY", "rand": "ZAR"}
WORDS |= {"baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN", "cedi": "GHS", "birr": "ETB", "taka": "BDT"}
WORDS |= {"hryvnia": "UAH", "afghani": "AFN", "zloty": "PLN", "forint": "HUF", "won": "KRW"}
WORDS |= {"kwacha": "ZMW", "kyat": "MMK", "dong": "VND", "real": "BRL", "reais": "BRL", "kronor": "SEK", "tenge": "KZT"}
WORDS |= {"peso": "", "dinar": "", "rial": "", "riyal": "", "dirham": "", "franc": "", "shilling": "", "krone": ""}
WORDS |= {"kroner": "", "krona": ""}
PARTS = {"cent": "USD", "penny": "GBP", "pence": "GBP"}
# Written alike, these are words of headlines and of other things before they are codes.
_NO_CODES = frozenset({"ALL", "TOP", "TRY", "COP", "PEN", "SOS", "CUP", "GEL", "MOP", "BAM", "MAD", "ANG", "XXX"})
# Which of its names a rupee is, where the word alone does not say.
_RUPEES = (("PKR", "Pakistan"), ("INR", "India"), ("LKR", "Sri Lanka"), ("NPR", "Nepal"), ("MUR", "Mauriti"))


@cache
def codes() -> frozenset[str]:
    """The codes that may stand beside a number."""
    return frozenset(Locale("en").currencies) - _NO_CODES


@cache
def names() -> dict[str, str]:
    """The full names of currencies, one and many, in small letters, by code: "swiss francs" → CHF."""
    english = Locale("en")
    found: dict[str, str] = {}
    for code in sorted(english.currencies):
        for number in (1, 2):
            found.setdefault(get_currency_name(code, count=number, locale=english).lower(), code)
    return found


def of_word(word: str, adjective: str | None) -> str | None:
    """The code of a currency by its name in words, with the adjective before it where it has one.

    >>> of_word("rupees", None), of_word("rupees", "Indian"), of_word("pesos", None), of_word("francs", "Swiss")
    ('PKR', 'INR', None, 'CHF')
    """
    lower = word.lower()
    if adjective:
        return names().get(f"{adjective} {lower}".lower()) or names().get(f"{adjective} {lower}".lower().rstrip("s"))
    return WORDS.get(lower) or WORDS.get(lower.rstrip("s")) or PARTS.get(lower.rstrip("s"))


def rupee(text: str) -> str:
    """Whose rupees a text means: of the state among those that have one which it names most often."""
    return max(_RUPEES, key=lambda row: text.count(row[1]))[0]
