"""What the lines around an article tell about it: outlet, day and writer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clean import days, genre
from kg.clean.furniture import Kind, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    Furniture = Sequence[tuple[str, Rule]]

CHANGED = re.compile(r"(?:last\s)?(?:updated?|modified)\b", re.IGNORECASE)


def outlet(page: Furniture) -> str | None:
    """The outlet that an end mark names."""
    found = (rule.pattern.fullmatch(line) for line, rule in page if rule.kind is Kind.END)
    return next((match["outlet"] for match in found if match), None)


def day(page: Furniture, stamps: Iterable[date | None]) -> date | None:
    """The day of publication: of an end mark, a stamp or dateline, a line of days; last that of a change."""
    ends = [days.first(line) for line, rule in page if rule.kind is Kind.END]
    lines = [line for line, rule in page if rule.kind is Kind.DAY]
    published = [days.first(CHANGED.split(line)[0]) for line in lines]
    changed = [days.first(line) for line in lines]
    return next((found for found in (*ends, *stamps, *published, *changed) if found), None)


def author(page: Furniture, article: Sequence[str]) -> str | None:
    """The writer: of a byline, a letter's signature, or the line at the end that presents one."""
    bylines = (rule.pattern.fullmatch(line) for line, rule in page if rule.kind is Kind.BYLINE)
    named = next((match["author"] for match in bylines if match and match["author"]), None)
    presented = genre.biography(article)
    return named or genre.signature(article) or (presented["author"] if presented else None)
