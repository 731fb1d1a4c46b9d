"""Why the graph does not say it: what became of every clause of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import NotFoundError
from kg.ids import Ids, action
from kg.model import Factuality, MentionRef, RoleName, Span
from kg.why.wording import local, marks, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.model import Event, EventMention, EventReading, Extraction
    from kg.pipeline import World

    PassedOver = Callable[[Extraction], Sequence[tuple[Span, str]]]


def explain(sentence: str, world: World, ids: Ids, *, passed_over: PassedOver) -> str:
    """A text that says of each clause of ``sentence``, a stretch of a document of the graph, what became of it.

    White space need not agree with the document's. ``passed_over`` gives the words of a document that name no event,
    with the reason.

    :raises NotFoundError: when no document of the graph holds the words.
    """
    wanted = pattern(sentence)
    found = [
        (ident, Span(*match.span()))
        for ident, extraction in sorted(world.extractions.items())
        if wanted is not None and (match := wanted.search(extraction.document.text))
    ]
    if not found:
        message = f"no document of this graph holds {sentence!r}; copy a sentence, or part of one, from a document"
        raise NotFoundError(message)
    return "\n\n".join("\n".join(_document(ident, span, world, ids, passed_over)) for ident, span in found)


def pattern(sentence: str) -> re.Pattern[str] | None:
    """What finds a stretch of a text, whatever its white space; None where no word is given."""
    words = sentence.split()
    return re.compile(r"\s+".join(map(re.escape, words))) if words else None


def _document(ident: str, span: Span, world: World, ids: Ids, passed_over: PassedOver) -> Iterator[str]:
    extraction = world.extractions[ident]
    text = extraction.document.text
    yield f"{extraction.document.name}, characters {span.start}-{span.end}:"
    told = [(e.span, list(_mention(e, ident, world, ids))) for e in extraction.events if span.covers(e.span)]
    told += [(at, [f"no event: {reason}"]) for at, reason in passed_over(extraction) if span.covers(at)]
    if not told:
        yield "  nothing in it is a verb or a noun that names an event"
    for at, (first, *rest) in sorted(told):
        yield f"  {at.of(text)!r} ({at.start}-{at.end}): {first}"
        yield from (f"      {line}" for line in rest)


def _mention(mention: EventMention, ident: str, world: World, ids: Ids) -> Iterator[str]:
    ref = MentionRef(document=ident, span=mention.span)
    left_out = dict(world.resolutions[ident].left_out)
    event = next((e for e in world.events if any(r.mention == ref for r in e.readings)), None)
    if mention.span in left_out or event is None:
        yield f"left out of the graph: {left_out.get(mention.span, 'it denotes no event')}"
    else:
        yield f"kept: event:{local(ids.event(event.id))} is {event.factuality.value.upper()}"
        yield from _triples(event, ref, world, ids)
    text = world.extractions[ident].document.text
    yield f"action {typed(mention)}"
    for role in mention.roles:
        yield f"{role.name.value} {role.words.of(text)!r}  [{role.pattern}]"
    yield from marks(mention)


def _triples(event: Event, ref: MentionRef, world: World, ids: Ids) -> Iterator[str]:
    made = [fact for fact in world.facts if fact.mention == ref]
    for fact in made:
        one, other = ids.entity(fact.subject), ids.entity(fact.object)
        yield f"plain triple ent:{local(one)} act:{local(action(fact.action))} ent:{local(other)}"
    if not made:
        reading = next(r for r in event.readings if r.mention == ref)
        yield f"no plain triple: {_hindrance(event, reading, world)}"


def _hindrance(event: Event, reading: EventReading, world: World) -> str:
    """What keeps a mention from giving a plain triple."""
    claims = [c for c in world.resolutions[reading.mention.document].claims if c.event == reading.mention]
    if event.factuality is not Factuality.FACT:
        who = ", ".join(sorted({c.authority for c in claims if not c.own_voice}))
        return f"the event is {event.factuality.value}, no fact" + (f"; claimed by {who}" if who else "")
    if not any(c.own_voice for c in claims):
        return "this document does not say it in its own voice"
    actors = {p.entity for p in reading.participants if p.role is RoleName.ACTOR and p.entity}
    others = {p.entity for p in reading.participants if p.role in {RoleName.RECIPIENT, RoleName.THEME} and p.entity}
    if not actors:
        return "no actor that leads to an entity"
    return "this mention is not put forward as certain" if others - actors else "no other party that leads to an entity"
