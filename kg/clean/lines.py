"""Text → the stretches that may be blocks: a paragraph, a heading, or one line of a page each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Span

# A line without the white space around it; U+200B, U+2060 and U+FEFF are blank too, though Python does not say so.
LINE = re.compile(r"[^\s\u200b\u2060\ufeff](?:[^\n\r\x85\u2028\u2029]*[^\s\u200b\u2060\ufeff])?")

# Hard-wrapped text: lines of no more than MAX_WIDTH, nearly all of them broken only because the next word had no room.
MIN_WIDTH, MAX_WIDTH = 40, 110
MIN_BREAKS = 2
FORCED_SHARE = 0.75
OPEN_SHARE = 0.5  # that many forced breaks stand inside a sentence; lists of short sentences have none there

SENTENCE_END = re.compile(r"""[.!?…:]["'”\u2019)\]]*$""")


@dataclass(frozen=True, slots=True)
class _Break:
    """The place between two lines that no blank line parts: ``forced`` when the next word had no room."""

    forced: bool
    open: bool


def stretches(text: str) -> tuple[Span, ...]:
    r"""Each line, without white space around; the lines of a hard-wrapped paragraph as one.

    >>> [span.of("One.\n\n  Two. \nThree.") for span in stretches("One.\n\n  Two. \nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    lines = [Span(*found.span()) for found in LINE.finditer(text)]
    if not _is_wrapped(text, lines):
        return tuple(lines)
    width = max(len(line.of(text)) for line in lines)
    starts = [lines[0], *(two for one, two in pairwise(lines) if not _between(text, one, two, width).forced)]
    ends = [*(one for one, two in pairwise(lines) if not _between(text, one, two, width).forced), lines[-1]]
    return tuple(Span(start.start, end.end) for start, end in zip(starts, ends, strict=True))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends are those of a page and not of paragraphs, by the lengths and the ends of lines."""
    width = max((len(line.of(text)) for line in lines if " " in line.of(text)), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    breaks = [_between(text, one, two, width) for one, two in pairwise(lines) if _adjacent(text, one, two)]
    forced = [each for each in breaks if each.forced]
    inside = sum(each.open for each in forced)
    enough = len(forced) >= MIN_BREAKS and len(forced) >= FORCED_SHARE * len(breaks)
    return enough and inside >= OPEN_SHARE * len(forced)


def _between(text: str, one: Span, two: Span, width: int) -> _Break:
    """What parts two lines; a blank line starts a paragraph, so does an indent."""
    word = two.of(text).split(maxsplit=1)[0]
    full = len(one.of(text)) + 1 + len(word) > width
    forced = full and _adjacent(text, one, two) and _indent(text, two) <= _indent(text, one)
    return _Break(forced=forced, open=SENTENCE_END.search(one.of(text)) is None)


def _indent(text: str, line: Span) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _adjacent(text: str, one: Span, two: Span) -> bool:
    between = text[one.end : two.start].replace("\r\n", "\n")
    return len(re.findall(r"[\n\r\x85\u2028\u2029]", between)) == 1
