"""Parse → text layer: entity and event mentions, attributions, quantities, affiliations, propositions. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract import (
    affiliations,
    attribution,
    entities,
    events,
    factuality,
    lemmas,
    propositions,
    quantities,
    quotes,
    repairs,
    standing,
    triggers,
)
from kg.extract.attribution.granted import is_granted
from kg.extract.attribution.supplements import afterthought, supplement
from kg.extract.attribution.themes import with_themes
from kg.extract.clauses import passed_over
from kg.extract.tree import tree
from kg.model import Certainty, Extraction, MentionKind, Modality, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kg.extract.tree import Token
    from kg.model import Attribution, Document, EntityMention, EventMention, Parse
    from kg.ontology import Lexicon

_CERTAIN, _ASSERTED = Certainty.CERTAIN, Modality.ASSERTED
# Classes of cues whose content is wanted and not told.
_AIMS = frozenset({"ask-whether", "plan", "promise", "request", "want"})
_HELD = frozenset({"believe", "doubt"})

__all__ = ["extraction", "passed_over"]


def extraction(parses: Iterable[Parse], document: Document, lexicon: Lexicon) -> Extraction:
    """All that a document says, as its words say it.

    ``parses`` are what ``annotate`` makes of the blocks of ``document``. They become one tree, in which known slips of
    the pipeline are mended first. Every tuple of the result is sorted by place.
    """
    doc = tree(document.text, parses)
    lemmas.mend(doc, lexicon)
    repairs.repair(doc, lexicon)
    quotes.introduce(doc, lexicon)
    mentions = standing.standings(doc, entities.entities(doc, lexicon), lexicon)
    known = triggers.triggers(doc, lexicon)
    found = events.events(doc, mentions, known, lexicon, published=document.date)
    tokens = {token.idx: token for token in known.values()}
    told, added = _background(found, tokens, lexicon), _added(found, tokens)
    found = [replace(each, cue=None, cue_class=None) if _is_own(each, told, added) else each for each in found]
    said = _with_events(attribution.attributions(doc, mentions, known, lexicon), found, told, added, lexicon)
    found = [_freed(event, said) for event in _undecided(found, said, tokens)]
    found = with_themes(found, said, document.text, lexicon)
    dropped = Counter("event without participant" for event in found if not event.roles)
    extracted = Extraction(
        document=document,
        sentences=tuple(s.place for block in doc.spans["blocks"] for s in block.sents),
        entities=tuple(sorted(_with_speakers(mentions.values(), said), key=attrgetter("span", "head"))),
        events=tuple(found),
        attributions=tuple(said),
        quantities=tuple(quantities.quantities(doc, mentions, known)),
        affiliations=tuple(affiliations.affiliations(doc, mentions, lexicon)),
        propositions=tuple(propositions.propositions(doc)),
        dropped=tuple(sorted(dropped.items())),
    )
    doc.dissolve()
    return extracted


def _background(found: Sequence[EventMention], tokens: Mapping[int, Token], lexicon: Lexicon) -> frozenset[Span]:
    """The certain events that no wish, plan, request or accusation is about, though they stand within one."""
    return frozenset(
        e.span
        for e in found
        if _is_sure(e)
        and not e.quoted
        and (e.cue is None or e.cue_class in _AIMS)
        and (factuality.is_background(tokens[e.span.start], lexicon) or is_granted(tokens[e.span.start], lexicon))
    )


def _added(found: Sequence[EventMention], tokens: Mapping[int, Token]) -> dict[Span, Span]:
    """The events in brackets, and the certain ones in another supplement of the writer's, each with its stretch."""
    near = ((e, supplement(tokens[e.span.start])) for e in found if not e.quoted)
    return {e.span: added.place for e, added in near if added is not None and (added.apart or _is_sure(e))}


def _is_own(event: EventMention, background: Collection[Span], added: Mapping[Span, Span]) -> bool:
    """Whether an event is the writer's own, whatever cue it stands under."""
    if event.span in background:
        return True
    place = added.get(event.span)
    return place is not None and event.cue is not None and not place.covers(event.cue)


def _is_sure(event: EventMention) -> bool:
    return event.certainty is _CERTAIN and event.modality is _ASSERTED and not event.future


def _with_events(
    said: Sequence[Attribution],
    found: Sequence[EventMention],
    background: Collection[Span],
    added: Mapping[Span, Span],
    lexicon: Lexicon,
) -> list[Attribution]:
    """The attributions with the events that each is the innermost one of.

    What somebody knows or regrets is so for whoever says that he does; what he finds out is his claim. What the writer
    adds behind a cue is not said by it, nor is what a wish or an accusation starts from; what is only supposed to be
    asked for is asked for by nobody.
    """
    finding = lexicon.words.get("finding", ())
    findings = {event.span for event in found if event.action in finding}
    suspicions = {event.span for event in found if event.action == "suspect"}
    supposed = {event.span for event in found if event.modality is Modality.CONDITIONAL}
    inside: list[list[Span]] = [[] for _ in said]
    claiming = (n for n, a in enumerate(said) if a.pattern != attribution.ABOUT and not _is_supposed(a, supposed))
    starts = [event.span.start for event in found]
    given: dict[int, int] = {}
    for n in sorted(claiming, key=lambda n: (_size(said[n]), n)):
        kind = said[n].pattern.partition(" ")[0]
        cue, reported = said[n].cue, said[n].quotation is Quotation.INDIRECT
        aims, knows = kind in _AIMS or _is_accusing(said[n], suspicions), kind == "know" and cue not in findings
        told = kind in _HELD and cue is not None and any(_holds(a, cue) for a in said if a.cue != cue)
        for begin, stop in said[n].content:
            for at in range(bisect_left(starts, begin), bisect_left(starts, stop)):
                span = found[at].span
                if knows and found[at].cue is None and _is_sure(found[at]):
                    continue
                if told and _is_sure(found[at]):
                    continue  # the word of who tells what others believe
                if reported and span in added and cue is not None and not added[span].covers(cue):
                    continue
                if at not in given and span.end <= stop and span != cue and not (aims and span in background):
                    given[at] = n
    for at, n in sorted(given.items()):
        inside[n].append(found[at].span)
    return [replace(a, events=tuple(spans)) for a, spans in zip(said, inside, strict=True)]


def _undecided(
    found: Sequence[EventMention], said: Sequence[Attribution], tokens: Mapping[int, Token]
) -> list[EventMention]:
    """The events, of which those are undecided that a report holds and that the writer may have added to it."""
    cues = {span: a.cue for a in said if a.cue is not None and a.quotation is Quotation.INDIRECT for span in a.events}
    return [replace(e, undecided=True) if _is_afterthought(e, cues.get(e.span), tokens) else e for e in found]


def _freed(event: EventMention, said: Sequence[Attribution]) -> EventMention:
    """What is certain without its cue, a question, where that leaves it out: "asked whether A, *setting* off B"."""
    if event.cue_class != "ask-whether" or not _is_sure(event):
        return event
    asked = [part for a in said if a.cue == event.cue for part in a.content]
    left_out = bool(asked) and not any(part.covers(event.span) for part in asked)
    return replace(event, cue=None, cue_class=None) if left_out else event


def _is_afterthought(event: EventMention, cue: Span | None, tokens: Mapping[int, Token]) -> bool:
    if cue is None or event.quoted or not _is_sure(event):
        return False
    place = afterthought(tokens[event.span.start])
    return place is not None and not place.covers(cue)


def _holds(said: Attribution, cue: Span) -> bool:
    """Whether a cue stands in what somebody else says."""
    return said.pattern != attribution.ABOUT and any(part.covers(cue) for part in said.content)


def _is_supposed(said: Attribution, supposed: Collection[Span]) -> bool:
    """Whether an attribution tells what somebody would ask for, promise or want: "if it requires banks to report"."""
    return said.saying in supposed and said.pattern.partition(" ")[0] in _AIMS


def _is_accusing(said: Attribution, suspicions: Collection[Span]) -> bool:
    """Whether it tells of what somebody is accused or suspected: "of hurting those whom *he was sent* to guard"."""
    accusing = said.pattern.startswith("allege ") or said.cue in suspicions
    return accusing and said.cue is not None and said.cue.end <= said.content[0].start


def _size(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _with_speakers(mentions: Iterable[EntityMention], said: Sequence[Attribution]) -> list[EntityMention]:
    """The mentions; "we" and "I" inside a quotation stand for its authority."""
    quoted = [a for a in said if a.quotation is not Quotation.INDIRECT and a.authority is not None]
    pronoun = MentionKind.PRONOMINAL
    return [_with_speaker(each, quoted) if each.kind is pronoun else each for each in mentions]


def _with_speaker(mention: EntityMention, quoted: Sequence[Attribution]) -> EntityMention:
    if mention.gender != "first":
        return mention
    start, end = mention.span
    holding = [a for a in quoted if any(first <= start and end <= last for first, last in a.content)]
    return replace(mention, speaker=min(holding, key=_size).authority) if holding else mention
