"""Which stretches of a text are the article and which are the page around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clean.furniture import Kind, Rule, is_stamped, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a line that stands after the end of the article, or in a list of other stories, is filed under. Nothing is read
# from it, whatever it says.
ELSEWHERE = Rule(Kind.LINE, "belongs to another story", re.compile(""))

SENTENCE_END = re.compile(r"""[.!?]["'”\u2019)\]]*$""")
MIN_SENTENCE_WORDS = 6
LONG_WORDS = 25  # as long as that, a line is a paragraph, however it ends
OPENING_LINES = 4  # a day may stand among the first lines, a byline also among the last
CLOSING_LINES = 3
MAX_BARE_DAYS = 2  # more lines that are but a day head the entries of a chronicle


def is_paragraph(line: str) -> bool:
    """Whether a line is running text: a sentence, or long.

    >>> is_paragraph("The mayor opened the bridge on Monday."), is_paragraph("Money for the bridge")
    (True, False)
    """
    words = len(line.split())
    return words >= LONG_WORDS or (words >= MIN_SENTENCE_WORDS and SENTENCE_END.search(line) is not None)


def furniture(lines: Sequence[str]) -> tuple[Rule | None, ...]:
    """For each line the rule that makes it furniture, ``None`` for a line of the article.

    >>> page = ["The mayor opened the bridge on Monday.", "Published in The Herald, May 6th, 2024", "Goats at large"]
    >>> [each.why if each else None for each in furniture(page)]
    [None, 'names the outlet and the day of the article that ends here', 'belongs to another story']
    """
    matches = [rule(line) for line in lines]
    chronicle = sum(_is_bare_day(matched, line) for matched, line in zip(matches, lines, strict=True)) > MAX_BARE_DAYS
    found: list[Rule | None] = []
    begun = False
    while len(found) < len(lines):
        at = len(found)
        matched = matches[at]
        if (
            matched is None
            or not _applies(matched, lines, at, begun=begun)
            or (chronicle and _is_bare_day(matched, lines[at]))
        ):
            found.append(None)
            begun = begun or is_paragraph(lines[at])
            continue
        found.append(matched)
        if begun and matched.kind is Kind.END:
            found += [ELSEWHERE] * (len(lines) - len(found))
        elif begun and (matched.kind is Kind.TEASERS or (matched.kind is Kind.GENRE and at > 1)):
            found += [ELSEWHERE] * _teasers(lines[at + 1 :])
    return tuple(found)


def _applies(matched: Rule, lines: Sequence[str], at: int, *, begun: bool) -> bool:
    """Whether a rule holds at this place; ``begun`` says that a paragraph of the article stands above."""
    if matched.kind is Kind.SECTION:
        return not begun
    if matched.kind is Kind.DAY:
        return at < OPENING_LINES or not begun or is_stamped(lines[at])
    if matched.kind is Kind.BYLINE:
        return not begun or at >= len(lines) - CLOSING_LINES
    return True


def _is_bare_day(matched: Rule | None, line: str) -> bool:
    return matched is not None and matched.kind is Kind.DAY and not is_stamped(line)


def _teasers(lines: Sequence[str]) -> int:
    """How many of the lines are headlines and cut-off openings of other stories; a whole sentence ends the list."""
    count = 0
    for line in lines:
        if line.endswith(":") or (SENTENCE_END.search(line) and not line.endswith(("...", "…"))):
            break
        count += 1
    return count
