"""Drafts → attributions: the stretches of text that cue, authority and content cover, and how much of it is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import NOMINAL, span_of
from kg.model import Attribution, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.extract.drafts import Draft
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention

_MOSTLY = 0.9


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
        quotation=_quotation(doc, draft.content, quoted),
        cue=_cue_span(cue) if cue is not None else None,
        authority=mention.span if mention else span_of([authority]) if authority is not None else None,
        saying=span_of([trigger]) if trigger is not None else None,
        head=_head(doc, draft.content),
        pattern=draft.pattern,
    )


def _head(doc: Doc, content: set[int]) -> Span | None:
    """The verb of the content that hangs on nothing else in it."""
    for i in sorted(content):
        token = doc[i]
        if token.pos_ in {"VERB", "AUX"} and (token.head.i not in content or token.head.i == i):
            return span_of([token])
    return None


def _cue_span(cue: Token) -> Span:
    particles = [c for c in cue.children if c.dep_ in {"prt", "prep"} and c.i == cue.i + 1]
    return span_of(
        [cue, *(particles if cue.lower_ == "according" or (particles and particles[0].dep_ == "prt") else [])]
    )


def _stretches(doc: Doc, indices: Iterable[int]) -> Iterator[Span]:
    """The contiguous stretches of tokens, their edges free of punctuation and white space."""
    run: list[Token] = []
    for i in sorted(indices):
        if run and i > run[-1].i + 1:
            yield from _trimmed(run)
            run = []
        run.append(doc[i])
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[Span]:
    while run and (run[0].is_punct or run[0].is_space or run[0].dep_ == "cc"):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space):
        run = run[:-1]
    if run:
        yield span_of(run)


def _quotation(doc: Doc, content: set[int], quoted: set[int]) -> Quotation:
    words = [i for i in content if doc[i].is_alpha]
    share = sum(i in quoted for i in words) / max(len(words), 1)
    if share >= _MOSTLY:
        return Quotation.DIRECT
    return Quotation.MIXED if share else Quotation.INDIRECT
