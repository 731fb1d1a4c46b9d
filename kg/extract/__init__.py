"""Parse → text layer: entity and event mentions, attributions, quantities, affiliations, propositions. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import (
    affiliations,
    attribution,
    entities,
    events,
    lemmas,
    propositions,
    quantities,
    repairs,
    standing,
    triggers,
)
from kg.extract.clauses import passed_over
from kg.extract.tree import tree
from kg.model import Extraction, MentionKind, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Attribution, Document, EntityMention, EventMention, Parse
    from kg.ontology import Lexicon

__all__ = ["extraction", "passed_over"]


def extraction(parses: Iterable[Parse], document: Document, lexicon: Lexicon) -> Extraction:
    """All that a document says, as its words say it.

    ``parses`` are what ``annotate`` makes of the blocks of ``document``. They become one tree, in which known slips of
    the pipeline are mended first. Every tuple of the result is sorted by place.
    """
    doc = tree(document.text, parses)
    lemmas.mend(doc, lexicon)
    repairs.repair(doc, lexicon)
    mentions = standing.standings(doc, entities.entities(doc, lexicon), lexicon)
    known = triggers.triggers(doc, lexicon)
    found = events.events(doc, mentions, known, lexicon, published=document.date)
    said = _with_events(attribution.attributions(doc, mentions, known, lexicon), found)
    dropped = Counter("event without participant" for event in found if not event.roles)
    return Extraction(
        document=document,
        sentences=tuple(Span(s.start_char, s.end_char) for block in doc.spans["blocks"] for s in block.sents),
        entities=tuple(sorted(_with_speakers(mentions.values(), said), key=lambda m: (m.span, m.head))),
        events=tuple(found),
        attributions=tuple(said),
        quantities=tuple(quantities.quantities(doc, mentions, known)),
        affiliations=tuple(affiliations.affiliations(doc, mentions, lexicon)),
        propositions=tuple(propositions.propositions(doc)),
        dropped=tuple(sorted(dropped.items())),
    )


def _with_events(said: Sequence[Attribution], found: Sequence[EventMention]) -> list[Attribution]:
    """The attributions with the events that each is the innermost one of."""
    inside: list[list[Span]] = [[] for _ in said]
    claiming = (n for n, a in enumerate(said) if a.pattern != attribution.ABOUT)
    innermost = sorted(claiming, key=lambda n: (_size(said[n]), n))
    parts = [(n, said[n].cue, part.start, part.end) for n in innermost for part in said[n].content]
    for event in found:
        start, end = event.span.start, event.span.end
        holding = (n for n, cue, begin, stop in parts if begin <= start and end <= stop and cue != event.span)
        if (n := next(holding, None)) is not None:
            inside[n].append(event.span)
    return [replace(a, events=tuple(spans)) for a, spans in zip(said, inside, strict=True)]


def _size(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _with_speakers(mentions: Iterable[EntityMention], said: Sequence[Attribution]) -> list[EntityMention]:
    """The mentions; "we" and "I" inside a quotation stand for its authority."""
    quoted = [a for a in said if a.quotation is not Quotation.INDIRECT and a.authority is not None]
    return [_with_speaker(mention, quoted) for mention in mentions]


def _with_speaker(mention: EntityMention, quoted: Sequence[Attribution]) -> EntityMention:
    if mention.kind is not MentionKind.PRONOMINAL or mention.gender != "first":
        return mention
    holding = [a for a in quoted if any(part.covers(mention.span) for part in a.content)]
    return replace(mention, speaker=min(holding, key=_size).authority) if holding else mention
