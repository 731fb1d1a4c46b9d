"""Drafts → attributions: the stretches of text that cue, authority and content cover, and how much of it is quoted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.syntax import NOMINAL, children, own_span, span_of
from kg.model import Attribution, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.extract.drafts import Draft
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention

_MOSTLY = 0.9
_MARKS = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„"})


def finish(
    doc: Doc,
    draft: Draft,
    mentions: Mapping[int, EntityMention],
    triggers: Mapping[int, Token],
    quoted: set[int],
) -> Attribution | None:
    """The attribution of a draft, or None where its content holds no word; ``quoted`` holds the tokens in marks."""
    content = tuple(_stretches(doc, draft.content))
    authority = draft.authority
    if authority is not None and authority.i in draft.content:
        # Nobody stands within his own words as the one who says them: there the parse gave the cue a subject of theirs.
        if not draft.content & quoted:
            return None
        authority = None
    if not content:
        return None
    mention = mentions.get(authority.i) if authority is not None and authority.pos_ in NOMINAL | {"DET"} else None
    cue = draft.cue
    trigger = triggers.get(cue.i) if cue is not None else None
    return Attribution(
        content=content,
        quotation=_quotation(doc, draft.content, quoted) if not _is_retold(draft, doc, quoted) else Quotation.INDIRECT,
        cue=_cue_span(cue) if cue is not None else None,
        authority=mention.span if mention else _named_by(authority) if authority is not None else None,
        saying=own_span(trigger) if trigger is not None else None,
        head=_head(doc, draft.content),
        pattern=draft.pattern,
    )


def _named_by(authority: Token) -> Span:
    """The words for an authority without a mention; with its own modifiers where it is one of another noun itself."""
    return span_of([*authority.subtree]) if authority.dep_ == "compound" else own_span(authority)


def _head(doc: Doc, content: set[int]) -> Span | None:
    """The verb of the content that hangs on nothing else in it."""
    tokens = doc.tokens
    for i in sorted(content):
        token = tokens[i]
        if token.pos_ in {"VERB", "AUX"} and (token.head.i not in content or token.head.i == i):
            return own_span(token)
    return None


def _cue_span(cue: Token) -> Span:
    particles = [c for c in children(cue, "prt", "prep") if c.i == cue.i + 1]
    if particles and (cue.lower_ == "according" or particles[0].dep_ == "prt"):
        return span_of([cue, *particles])
    return own_span(cue)


def _stretches(doc: Doc, indices: Iterable[int]) -> Iterator[Span]:
    """The contiguous stretches of tokens, their edges free of punctuation and white space."""
    ordered = sorted(indices)
    breaks = [n for n, (i, following) in enumerate(pairwise(ordered), 1) if following > i + 1]
    for first, end in pairwise([0, *breaks, len(ordered)]):
        if end > first:
            yield from _trimmed(doc.tokens[ordered[first] : ordered[end - 1] + 1])


def _trimmed(run: list[Token]) -> Iterator[Span]:
    while run and (run[0].is_punct or run[0].is_space or run[0].dep_ == "cc"):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space):
        run = run[:-1]
    if run:
        yield Span(run[0].idx, run[-1].idx + len(run[-1].text))


def _is_retold(draft: Draft, doc: Doc, quoted: set[int]) -> bool:
    """Whether a cue and its content stand between the same marks: "“Bell *said* he *left*,” Cole told us"."""
    if draft.cue is None or draft.cue.pos_ != "VERB" or draft.cue.i not in quoted or not draft.content <= quoted:
        return False
    first, last = min(draft.cue.i, *draft.content), max(draft.cue.i, *draft.content)
    return not any(token.text in _MARKS for token in doc.tokens[first:last])


def _quotation(doc: Doc, content: set[int], quoted: set[int]) -> Quotation:
    tokens = doc.tokens
    words = [i for i in content if tokens[i].is_alpha]
    share = len(quoted.intersection(words)) / max(len(words), 1)
    if share >= _MOSTLY:
        return Quotation.DIRECT
    return Quotation.MIXED if share else Quotation.INDIRECT
