"""Attributions in the making, and the speaker of each quotation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.factuality import cue_class
from kg.extract.syntax import children, is_passive, objects_of, subjects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.quotes import Quote
    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan
    from kg.model import EntityMention
    from kg.ontology import Lexicon


@dataclass(slots=True, kw_only=True)
class Draft:
    """An attribution in the making: ``content`` holds indices of tokens."""

    cue: Token | None
    authority: Token | None
    pattern: str
    content: set[int] = field(default_factory=set)
    speech: bool = False


def authority_of(verb: Token) -> Token | None:
    """Who says it: the subject of a cue, or the agent of a passive one."""
    if is_passive(verb):
        agents = [thing for p in children(verb, "agent") for thing in objects_of(p)]
        return agents[0] if agents else None
    doers, _ = subjects(verb)
    return doers[0] if doers else None


def quoted(
    doc: Doc, drafts: list[Draft], found: list[Quote], mentions: Mapping[int, EntityMention], lexicon: Lexicon
) -> list[Draft]:
    """Gives each quotation to a draft, and returns the drafts that had to be made for the others."""
    made: list[Draft] = []
    speakers: dict[int, Token] = {}
    for quote in found:
        body = {t.i for t in quote.tokens(doc)}
        draft = _overlapping(body, drafts) or _nearby(doc, quote, body, [*drafts, *made], mentions, lexicon)
        if draft is None and _alone(doc, quote):
            draft = _continued(doc, quote, speakers, mentions, lexicon)
        if draft is None:
            continue
        draft.content |= body
        if not any(draft is other for other in (*drafts, *made)):
            made.append(draft)
        if draft.authority is not None:
            speakers[quote.block] = draft.authority
    return made


def _continued(
    doc: Doc, quote: Quote, speakers: dict[int, Token], mentions: Mapping[int, EntityMention], lexicon: Lexicon
) -> Draft | None:
    """A paragraph that is nothing but a quotation belongs to whoever spoke in the paragraph before."""
    before = quote.block - 1
    if before < 0:
        return None
    speaker = speakers.get(before)
    if speaker is None:
        cues = _bare_cues(doc.spans["blocks"][before], set(), mentions, lexicon)
        speaker = cues[-1][1] if cues else None
    return Draft(cue=None, authority=speaker, pattern="quotation goes on", speech=True) if speaker is not None else None


def _overlapping(body: set[int], drafts: list[Draft]) -> Draft | None:
    """The innermost speech whose cue stands outside the marks and whose content lies mostly within them."""
    fitting = [
        d
        for d in drafts
        if d.cue is not None and d.cue.i not in body and len(d.content & body) * 2 > min(len(body), len(d.content))
    ]
    return min(fitting, key=lambda d: (not d.speech, len(d.content - body)), default=None)


def _nearby(  # noqa: PLR0913, PLR0917 (what a quotation is held against)
    doc: Doc,
    quote: Quote,
    body: set[int],
    drafts: list[Draft],
    mentions: Mapping[int, EntityMention],
    lexicon: Lexicon,
) -> Draft | None:
    """The speech of the same paragraph: first one already known, nearest first, then a bare "…," X said."""
    block = doc.spans["blocks"][quote.block]
    known = [
        d
        for d in drafts
        if d.speech and d.cue is not None and block.start <= d.cue.i < block.end and d.cue.i not in body
    ]
    if known:
        return min(known, key=lambda d: _distance(d.cue, quote))
    cues = _bare_cues(block, body, mentions, lexicon)
    if not cues:
        return None
    cue, speaker = min(cues, key=lambda pair: _distance(pair[0], quote))
    return Draft(cue=cue, authority=speaker, pattern="cue beside the quotation", speech=True)


def _bare_cues(
    block: DocSpan, body: set[int], mentions: Mapping[int, EntityMention], lexicon: Lexicon
) -> list[tuple[Token, Token]]:
    """The verbs of saying of a block outside a quotation, each with the party that says it."""
    cues = []
    for token in block:
        kind = cue_class(token, lexicon) if token.pos_ == "VERB" and token.i not in body else None
        speaker = authority_of(token) if kind is not None and kind.name == "say" else None
        if speaker is not None and is_agent(speaker, mentions.get(speaker.i), lexicon):
            cues.append((token, speaker))
    return cues


def _distance(cue: Token | None, quote: Quote) -> int:
    if cue is None:
        return quote.end
    return min(abs(cue.i - quote.start), abs(cue.i - quote.end))


def _alone(doc: Doc, quote: Quote) -> bool:
    """Whether a paragraph holds nothing but the quotation."""
    block = doc.spans["blocks"][quote.block]
    return not any(t.is_alpha for t in block if t.i < quote.start or t.i >= quote.end)
