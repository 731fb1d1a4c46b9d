"""Quotations that run over several paragraphs, of which only the first opens and only the last closes them.

A text with a sentence on each line, and one that lost its marks at the heads of paragraphs, has such: "“We lost.", "We
tried,” Bell said.". What stands between is quoted too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.quotemarks import BOTH, CLOSE, OPEN, SINGLE_CLOSE, SINGLE_OPEN, Quote, marks, pairs
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan

_STOPS = frozenset(".,!?…")
_FAR = 8  # paragraphs: a mark that nothing closes within them was mistyped


def runs(doc: Doc) -> dict[int, list[Quote]]:
    """What is quoted in the paragraphs that go on with the quotation of another, by their numbers."""
    blocks = doc.spans["blocks"]
    found: dict[int, list[Quote]] = {}
    again: set[int] = set()  # those that a mark opens again
    doubtful = -1  # the next one with a mark, behind one that opens a quotation which that mark does not close
    for number, block in enumerate(blocks):
        if not marks(block):
            continue
        own = found[number] if number in found else list(pairs(block, number))
        near = blocks[number + 1 : number + 1 + _FAR]
        if own and own[-1].open and number == doubtful and own[-1].start - 1 > block.start:
            continue  # which of the two marks was mistyped is open
        if own and own[-1].open:
            closing = _closing(near, again=number in again)
        elif not own and _opens_singly(block):
            closing = _closing_singly(near)
            own = [Quote(start=block.start + 1, end=block.end, block=number, open=True)]
        else:
            continue
        if closing is None:
            doubtful = next((n for n, each in enumerate(near, number + 1) if _first(each)), -1)
            continue
        found[number] = own
        last = number + 1 + closing[0]
        for between in range(number + 1, last):
            found[between] = [_running(blocks[between], between)]
        end = closing[1]
        if end.i > blocks[last].start:
            found[last] = [_running(blocks[last], last, end), *pairs(blocks[last], last, after=end.i)]
        else:
            again.add(last)
    return found


def _running(block: DocSpan, number: int, end: Token | None = None) -> Quote:
    return Quote(start=block.start, end=end.i if end else block.end, block=number, open=end is None, running=True)


def _closing(blocks: list[DocSpan], *, again: bool) -> tuple[int, Token] | None:
    """Which of the paragraphs closes a quotation, and the mark; None where another is opened before.

    One that a mark opens again, and that closes nothing, goes on with it; so does the last one, behind such a one.
    """
    for number, block in enumerate(blocks):
        if block.label_ not in {"", BlockKind.PARAGRAPH.value}:
            return None
        first = _first(block)
        if first is None:
            continue
        if first.i == block.start and (again or [q.open for q in pairs(block, 0)] == [True]):
            return number, first
        return (number, first) if _shuts(first, block) else None
    return None


def _first(block: DocSpan) -> Token | None:
    """The first mark of a paragraph that is no single one."""
    return next((t for t in marks(block) if t.text in BOTH | OPEN or t.text[0] in CLOSE), None)


def _opens_singly(block: DocSpan) -> bool:
    """Whether a single mark opens a paragraph, and none behind it can close it."""
    first = block.doc.tokens[block.start]
    return first.text in SINGLE_OPEN and not any(_shuts_singly(t) for t in marks(block)[1:])


def _closing_singly(blocks: list[DocSpan]) -> tuple[int, Token] | None:
    for number, block in enumerate(blocks):
        first = block.doc.tokens[block.start]
        if block.label_ not in {"", BlockKind.PARAGRAPH.value} or first.text in SINGLE_OPEN:
            return None
        found = next((t for t in marks(block) if _shuts_singly(t)), None)
        if found is not None:
            return number, found
    return None


def _shuts_singly(mark: Token) -> bool:
    """Whether a single mark stands behind a stop or comma, where no apostrophe does."""
    text, end = mark.doc.text, mark.idx + len(mark.text)
    return mark.text in SINGLE_CLOSE and text[mark.idx - 1] in _STOPS and not text[end : end + 1].isalnum()


def _shuts(mark: Token, block: DocSpan) -> bool:
    """Whether a mark closes what stands before it: it sticks to that, and not to what follows."""
    if mark.i == block.start:
        return False
    text, end = mark.doc.text, mark.idx + len(mark.text)
    if not any(t.is_alpha for t in mark.doc.tokens[mark.i + 1 : block.end]) and mark.text in BOTH | CLOSE:
        return True
    sticks = not text[mark.idx - 1].isspace()
    return sticks and (mark.text in CLOSE or (mark.text in BOTH and not text[end : end + 1].isalnum()))
