"""Quotation marks, paired paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan

_OPEN, _CLOSE, _BOTH = frozenset("“„«"), frozenset("”»"), frozenset({'"', "''", "``"})
_SINGLE_OPEN, _SINGLE_CLOSE = frozenset({"‘", "'"}), frozenset({"’", "'"})
_FEW_WORDS = 4
_QUOTED = "kg.quoted"  # the key of what is worked out once for a Doc


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """The tokens ``start`` to ``end`` (excluded) between two quotation marks of the block ``block``.

    ``open`` is a quotation that the block does not close, since it goes on in the next one.
    """

    start: int
    end: int
    block: int
    open: bool = False

    def __contains__(self, token: Token) -> bool:
        return self.start <= token.i < self.end

    def tokens(self, doc: Doc) -> list[Token]:
        """The tokens between the marks."""
        return [doc[i] for i in range(self.start, self.end)]


def quotes(doc: Doc) -> list[Quote]:
    """The quotations of the parsed blocks, in the order of the text; names and single words in marks are none.

    A quotation that a paragraph opens and does not close goes on to the paragraph's end, as long quotations do.
    """
    found: list[Quote] = []
    for number, block in enumerate(doc.spans["blocks"]):
        found += (q for q in _pairs(block, number) if _is_speech(q, doc))
    return found


def in_quotes(token: Token) -> bool:
    """Whether a token stands between the quotation marks of its paragraph; worked out once for a Doc."""
    known = token.doc.user_data
    if _QUOTED not in known:
        pairs = (quote for block in token.doc.spans["blocks"] for quote in _pairs(block, 0))
        known[_QUOTED] = frozenset(i for quote in pairs for i in range(quote.start, quote.end))
    return token.i in known[_QUOTED]


def _pairs(block: DocSpan, number: int) -> Iterator[Quote]:
    start: int | None = None
    single = False
    for token in block:
        if start is None:
            if _opens(token, block):
                start, single = token.i + 1, token.text in _SINGLE_OPEN
        elif token.text in _OPEN or (single and token.text in _BOTH):
            start, single = token.i + 1, False
        elif _closes(token, single=single):
            if token.i > start:
                yield Quote(start=start, end=token.i, block=number)
            start = None
    # Who opens with a single mark closes it; one that stays open was an apostrophe.
    if start is not None and start < block.end and not single:
        yield Quote(start=start, end=block.end, block=number, open=True)


def _opens(token: Token, block: DocSpan) -> bool:
    """Whether a token opens a quotation; a closing mark does so at the head of a line, where it was mistyped."""
    text = token.text
    if text in _CLOSE:
        return token.i == block.start or token.nbor(-1).is_space
    return text in _OPEN or text in _BOTH or text == "‘" or (text in _SINGLE_OPEN and token.tag_ == "``")


def _closes(token: Token, *, single: bool) -> bool:
    if single:
        return token.text in _SINGLE_CLOSE and token.tag_ != "POS"
    return token.text in _CLOSE or token.text in _BOTH


def _is_speech(quote: Quote, doc: Doc) -> bool:
    tokens = quote.tokens(doc)
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    return len(words) >= _FEW_WORDS or any(t.pos_ in {"VERB", "AUX"} for t in words)
