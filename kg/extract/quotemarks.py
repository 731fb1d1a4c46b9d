"""Quotation marks, paired in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan

OPEN, CLOSE, BOTH = frozenset("“„«"), frozenset("”»"), frozenset({'"', "''", "``"})
SINGLE_OPEN, SINGLE_CLOSE = frozenset({"‘", "'"}), frozenset({"’", "'"})
_MARKS = frozenset(mark[0] for mark in OPEN | CLOSE | BOTH | SINGLE_OPEN | SINGLE_CLOSE)
_STOPS = frozenset(".,!?…")
_MARKED = "kg.marks"  # the key of what is worked out once for a Doc


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """The tokens ``start`` to ``end`` (excluded) between two quotation marks of the block ``block``.

    ``open`` is a quotation that the block does not close, since it goes on in the next one. ``running`` is what goes on
    from the block before without a mark of its own. ``introduced`` is a whole block without marks, after a paragraph
    that ends in a cue and a colon.
    """

    start: int
    end: int
    block: int
    open: bool = False
    running: bool = False
    introduced: bool = False

    def __contains__(self, token: Token) -> bool:
        return self.start <= token.i < self.end

    def tokens(self, doc: Doc) -> list[Token]:
        """The tokens between the marks."""
        return doc.tokens[self.start : self.end]


def pairs(block: DocSpan, number: int, *, after: int = -1) -> Iterator[Quote]:
    """The quotations of a paragraph, of what stands behind the token ``after``."""
    start: int | None = None
    single = whole = False
    depth = 0
    for token in (mark for mark in marks(block) if mark.i > after):
        if start is None:
            if opens(token, block):
                start, single = token.i + 1, token.text in SINGLE_OPEN
                # Within straight marks around a whole paragraph, curly ones are those of another.
                whole = token.i == block.start and token.text in BOTH
        elif (whole and token.text in OPEN) or _is_within(token, block):
            depth += 1
        elif depth and token.text in CLOSE:
            depth -= 1
        elif (token.text in OPEN and not _is_last(token, block)) or (single and token.text in BOTH):
            start, single = token.i + 1, False
        elif _closes(token, single=single) or token.text in OPEN:
            if token.i > start:
                yield Quote(start=start, end=token.i, block=number)
            start = None
    # Who opens with a single mark closes it; one that stays open was an apostrophe, or closes what no mark opens.
    if start is not None and start < block.end and not (single or _hangs_behind(block.doc.tokens[start - 1])):
        yield Quote(start=start, end=block.end, block=number, open=True)


def marks(block: DocSpan) -> list[Token]:
    """The quotation marks of a paragraph; worked out once for a Doc."""
    known: dict[int, list[Token]] = block.doc.user_data.setdefault(_MARKED, {})
    if block.start not in known:
        known[block.start] = [t for t in block.doc.tokens[block.start : block.end] if t.text[0] in _MARKS]
    return known[block.start]


def opens(token: Token, block: DocSpan) -> bool:
    """Whether a token opens a quotation; a closing mark does so at the head of a line, where it was mistyped."""
    text = token.text
    if text in CLOSE:
        return token.i == block.start or token.nbor(-1).is_space
    return text in OPEN or text in BOTH or text == "‘" or (text in SINGLE_OPEN and token.tag_ == "``")


def _hangs_behind(mark: Token) -> bool:
    """Whether a straight mark sticks to what stands before it and not to what follows."""
    if mark.text not in BOTH:
        return False
    text, end = mark.doc.text, mark.idx + len(mark.text)
    before = text[mark.idx - 1 : mark.idx]
    return (before.isalnum() or before in _STOPS) and (text[end : end + 1].isspace() or end == len(text))


def _closes(token: Token, *, single: bool) -> bool:
    if single:
        return token.text in SINGLE_CLOSE and token.tag_ != "POS"
    # A dash may stick to the mark: "”―".
    return token.text[0] in CLOSE or token.text in BOTH


def _is_within(token: Token, block: DocSpan) -> bool:
    """Whether an opening mark within a quotation has a closing one of its own before that of the quotation."""
    if token.text not in OPEN or token.i == block.start or not token.nbor(-1).is_alpha:
        return False
    marks = [t for t in token.doc[token.i + 1 : block.end] if t.text in OPEN or t.text[0] in CLOSE]
    return len(marks) > 1 and all(t.text[0] in CLOSE for t in marks[:2])


def _is_last(token: Token, block: DocSpan) -> bool:
    """Whether only white space follows in the paragraph: an opening mark there was mistyped."""
    return not any(t.is_alpha for t in token.doc[token.i + 1 : block.end])
