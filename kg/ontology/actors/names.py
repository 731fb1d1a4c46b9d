"""The forms under which names are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ACRONYM = 6  # letters of the longest acronym: a longer word in capitals is a name as headlines write it
_PRONOUNCED = 4  # letters from which an acronym may be written as a word: Nato, but never Who
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_QUOTES = re.compile("['’‘`´ʿʾʻʼ\"“”]")
_BREAKS = re.compile(r"[\s,;:()/\u2010-\u2015\-]+")
# Letters that no decomposition leads to a plain one.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "a"})
# British spellings, and what stands short in names.
_SPELLINGS = (
    (re.compile(r"isation(s?)\b"), r"ization\1"),
    (re.compile(r"\b(lab|harb|neighb|hon)our"), r"\1or"),
    (re.compile(r"\b(def|off)ence\b"), r"\1ense"),
    (re.compile(r"\b(cent|theat)re\b"), r"\1er"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\bsaint\b"), "st"),
)


@lru_cache(maxsize=65_536)  # names recur
def fold(name: str) -> str:
    """The form under which a name is looked up: without article, points, possessive; acronyms keep their case.

    >>> fold("The U.S. State Department"), fold("the Taliban"), fold("WHO"), fold("who")
    ('us state department', 'taliban', 'WHO', 'who')
    """
    plain = _ARTICLE.sub("", " ".join(name.split())).replace(".", "").replace("’", "'").removesuffix("'s")
    return plain if plain.isupper() and len(plain) <= ACRONYM else plain.lower()


@lru_cache(maxsize=65_536)
def loose(name: str) -> str:
    """The normalised form of a name: besides ``fold``, without accents, quotes, hyphens and differences of spelling.

    >>> loose("Médecins Sans Frontières"), loose("the Labour Organisation"), loose("Al-Shabaab & Co.")
    ('medecins sans frontieres', 'labor organization', 'al shabaab and co')
    >>> loose("WHO"), loose("Who's")
    ('WHO', 'who')
    """
    plain = fold(name)
    if plain.isupper():
        return plain
    bare = plain if plain.isascii() else _unaccented(plain)
    bare = _QUOTES.sub("", bare.translate(_LETTERS).replace("&", " and "))
    bare = _BREAKS.sub(" ", bare).strip()
    for spelling, plainer in _SPELLINGS:
        bare = spelling.sub(plainer, bare)
    return _ARTICLE.sub("", bare)


def _unaccented(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def spoken(name: str) -> str | None:
    """The form of an acronym that is written as a word, or None where the name is no such acronym.

    >>> spoken("NATO"), spoken("WHO"), spoken("Norland")
    ('nato', None, None)
    """
    plain = fold(name)
    return plain.lower() if plain.isupper() and plain.isalpha() and len(plain) >= _PRONOUNCED else None
