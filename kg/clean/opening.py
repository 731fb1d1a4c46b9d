"""What stands before the first sentence of an article: a dateline, an agency's name, a stamp with the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.clean import days
from kg.clean.page import LONG_WORDS, SENTENCE_END
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

# "date 2023-11-24 The plea …": a stamp that an archive puts before the text, with no line of its own.
STAMP = re.compile(rf"(?:published\s+)?date:?\s+(?:\d{{4}}-\d\d-\d\d|{days.WRITTEN})(?=\s|\Z)", re.IGNORECASE)

AGENCY = re.compile(
    r"\b(?:AFP|AGENCIES|ANI|ANSA|AP|APP|BBC|BLOOMBERG|DPA|EFE|IANS|IPS|IRIN|IRNA|KUNA|KYODO|MENA|NETWORK|NEWS|PAJHWOK|PTI|REUTERS|SANA"
    r"|SPA|SPUTNIK|TASS|UN|UNHCR|UNICEF|UPI|VOA|WAFA|WAM|XINHUA|YONHAP)\b",
    re.IGNORECASE,
)

_PLACE = r"""(?P<place>[^\W\d_][\w.'\u2019/ -]{1,39}?
    (?:,\s[^\W\d_][\w.'\u2019]*(?:\s[A-Z][\w.'\u2019]*){0,2})?)"""  # a state or country may follow the city
_AGENCY = r"""(?:\s?\((?P<agency>[^\W\d_][\w./&\s-]{1,30})\)|,\s(?P<bare>[A-Z]{2,7})(?=\s[-\u2013—\u2015]))?"""
_MARK = r"""(?:\s?(?P<colon>:)|\s?(?:--+|[\u2013—\u2015])|(?<=[\s)])-|\s-)"""
DATELINE = re.compile(
    _PLACE + rf"(?P<day>,?\s{days.WRITTEN})?" + _AGENCY + _MARK + r"""\s+(?=["'“\u2018(]*[^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
STANDING = re.compile(_PLACE + rf"(?P<day>,\s{days.WRITTEN})" + _AGENCY + rf"{_MARK}?", re.IGNORECASE | re.VERBOSE)
AGENCY_ALONE = re.compile(r"\((?P<agency>[A-Z][\w./&\s-]{1,30})\)\s?(?::|--+|[-\u2013—\u2015])\s+(?=\S)")
LABEL = re.compile(r"[A-Z][A-Z.'\u2019 ]+:\s")

# Words in capitals before a colon or dash that are no place, unless a country or state follows (NEWPORT NEWS, Va.).
NO_PLACE = re.compile(
    r"\b(?:ABSTRACT|ALERT|ANALYSIS|AND|ANSWER|ARE|BREAKING|CLARIFICATION|COMMENT|CORRECTION|DAY|EDITORIAL|EXCLUSIVE"
    r"|EXPLAINER|FACT|FOR|HOW|INTERVIEW|IS|LETTERS?|LIVE|MORE|NEWS|NOTE|OPINION|OUR|PHOTOS?|POLL|POSTED|PROFILE|PUBLISHED"
    r"|QUESTION|QUOTE|READ|REPORTS?|REVIEW|SEE|SOURCE|SPORTS|STORY|SUMMARY|TIMELINE|UPDATED?|VIDEO|WAS|WATCH|WHAT|WHO|WHY"
    r"|WITH|YOUR)\b"
)
MAX_PLACE_WORDS = 4
MIN_LETTERS = 3
MIN_REST_WORDS = 5
MAX_LABELS = 2  # more lines that start with capitals and a colon are speakers of a transcript
FIRST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The span of a stamp or dateline; ``place`` without agency and day, ``day`` only where it has a year."""

    span: Span
    place: str | None = None
    day: date | None = None


def stamp(text: str, first: Span) -> Opening | None:
    """The stamp at the start of a text.

    >>> stamp("date 2023-11-24 The plea came late.", Span(0, 35)).day
    datetime.date(2023, 11, 24)
    """
    found = STAMP.match(text, first.start, first.end)
    day = days.first(found[0]) if found else None
    return Opening(span=Span(*found.span()), day=day) if found and day else None


def dateline(text: str, content: Sequence[Span]) -> Opening | None:
    """The dateline of one of the first three lines of the article, or an agency's name alone.

    >>> line = "NAIROBI, March 3 (Reuters) - The river rose on Sunday and the bridge was closed."
    >>> found = dateline(line, [Span(0, len(line))])
    >>> found.place, found.day, found.span.of(line)
    ('NAIROBI', None, 'NAIROBI, March 3 (Reuters) -')
    """
    labels = sum(LABEL.match(text, span.start, span.end) is not None for span in content)
    for span in content[:FIRST_LINES]:
        line = span.of(text)
        found = DATELINE.match(line)
        if found and _is_place(found, transcript=labels > MAX_LABELS) and _goes_on(line[found.end() :]):
            return _opening(span, found)
        standing = STANDING.fullmatch(line)
        if standing and standing["place"].isupper() and _is_place(standing, transcript=False):
            return _opening(span, standing)
        alone = AGENCY_ALONE.match(line)
        if alone and AGENCY.search(alone["agency"]):
            return Opening(span=Span(span.start, span.start + len(alone[0].rstrip())))
    return None


def _opening(line: Span, found: re.Match[str]) -> Opening:
    span = Span(line.start, line.start + len(found[0].rstrip()))
    return Opening(span=span, place=_place(found["place"]), day=days.first(found["day"] or ""))


def _place(words: str) -> str:
    """The place without an agency behind it: "BEIJING, AP"."""
    city, *region = words.strip().split(", ")
    return ", ".join([city, *(each for each in region if not AGENCY.fullmatch(each))])


def _is_place(found: re.Match[str], *, transcript: bool) -> bool:
    """Whether the words before the mark name a place: capitals, or any case beside an agency or a day."""
    city, *region = found["place"].split(", ")
    short = all(len(each.split()) <= MAX_PLACE_WORDS for each in city.split("/"))
    letters = sum(letter.isalpha() for letter in city)
    if not short or letters < MIN_LETTERS or (NO_PLACE.search(city.upper()) and not region):
        return False
    backed = bool(found["day"]) or AGENCY.search(found["agency"] or "") is not None
    if city.upper() != city:
        return backed and all(word[0].isupper() for word in re.findall(r"\w+", city) if len(word) >= MIN_LETTERS)
    return backed or not (transcript and found["colon"])


def _goes_on(rest: str) -> bool:
    """Whether a paragraph follows: a headline "ALERT: Flood in the north" does not end as a sentence."""
    words = len(rest.split())
    return (
        words >= LONG_WORDS or (words >= MIN_REST_WORDS and SENTENCE_END.search(rest) is not None) or rest.endswith(":")
    )
