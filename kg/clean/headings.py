"""The title and the headings of an article, by the shape of its lines."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from kg.clean.page import is_paragraph
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEADING_WORDS = 15
MAX_TITLE_WORDS = 20
MIN_TITLE_WORDS = 3
MAX_STACKED = 2  # headings one upon another; more of them are a list
MAX_STACKED_AT_TOP = 3  # kicker, title and a line below it

# What no heading ends in: a full stop, a colon that introduces speech, a comma, a quotation.
CLOSED = re.compile(r"""[.!?…:;,"'”\u2019]\)*$""")
BULLET = re.compile(r"[-\u2013—•*·>]\s|\d+[.)]\s")


def kinds(lines: Sequence[str], *, title: str | None = None) -> tuple[BlockKind, ...]:
    """Title, heading or paragraph for each line of an article.

    A heading is a short open line with a paragraph below. The first line is the title where it is the one given, or, if
    none is given, where it looks like one.

    >>> lines = ["River bridge open again", "The mayor opened it on Monday.", "Money", "It cost the town a great deal."]
    >>> [kind.value for kind in kinds(lines)]
    ['title', 'paragraph', 'heading', 'paragraph']
    """
    found: list[BlockKind] = []
    for short, run in groupby(range(len(lines)), key=lambda at: _is_short(lines[at], first=at == 0)):
        places = list(run)
        most = MAX_STACKED if places[0] else MAX_STACKED_AT_TOP
        below = places[-1] + 1
        heads = short and len(places) <= most and below < len(lines) and is_paragraph(lines[below])
        found += [BlockKind.HEADING if heads else BlockKind.PARAGRAPH] * len(places)
    if lines and (same(lines[0], title) if title else _is_title(lines[0]) and found[0] is BlockKind.HEADING):
        found[0] = BlockKind.TITLE
    return tuple(found)


def same(line: str, title: str) -> bool:
    """Whether two titles differ in nothing but space, case and a full stop.

    >>> same("River  bridge open.", "River Bridge open")
    True
    """
    return _plain(line) == _plain(title)


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".").casefold()


def _is_title(line: str) -> bool:
    return len(line.split()) >= MIN_TITLE_WORDS


def _is_short(line: str, *, first: bool) -> bool:
    most = MAX_TITLE_WORDS if first else MAX_HEADING_WORDS
    if len(line.split()) > most or CLOSED.search(line) or BULLET.match(line):
        return False
    letters = [letter for letter in line if letter.isalpha()]
    return bool(letters) and not letters[0].islower()
