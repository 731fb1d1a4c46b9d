"""What somebody types into a search box, as a query of SQLite's FTS5: words, "phrases", the beginnings of words*."""

from __future__ import annotations

import re
import unicodedata

from kg.errors import QueryError

LONGEST, MOST_TERMS = 400, 20  # characters and terms of one search
_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_OTHER = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def expression(typed: str) -> str:
    r"""The FTS5 expression of what is typed: every term must occur; each is quoted, so nothing in it is syntax.

    >>> expression('harbour "two boats" sanct* AND')
    '"harbour" "two boats" "sanct"* "AND"'

    :raises QueryError: when there is no word in it, or too many.
    """
    terms = [term for match in _TERM.finditer(_OTHER.sub(" ", typed)) if (term := _quoted(match))]
    if len(typed) > LONGEST or not 0 < len(terms) <= MOST_TERMS:
        message = (
            f'{len(terms)} terms in {len(typed)} characters to search for; expected words, "phrases" or beginnings*, '
            f"1 to {MOST_TERMS} of them in at most {LONGEST} characters"
        )
        raise QueryError(message)
    return " ".join(terms)


def _quoted(match: re.Match[str]) -> str:
    phrase, after, word = match.groups()
    words = phrase if word is None else word
    begins = bool(after) or words.endswith("*")
    words = words.rstrip("*")
    if not any(_indexed(character) for character in words):  # FTS5 finds nothing where it sees no word
        return ""
    return f'"{words}"' + ("*" if begins else "")


def _indexed(character: str) -> bool:
    """Whether FTS5's tokenizer unicode61 makes it part of a word: a letter, a number, or of private use."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
