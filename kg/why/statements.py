"""Why the graph says so: the rule, the words and the evidence behind an event or a plain triple."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.config import Config
from kg.errors import NotFoundError
from kg.ids import Ids, action
from kg.model import MentionRef, Span
from kg.pipeline import fused_pairs
from kg.why.judged import judgements
from kg.why.wording import local, marks, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Claim, Event, EventMention, EventReading, Extraction
    from kg.pipeline import World

_PLACE = re.compile(r"([0-9a-f]{16})-(\d+)-(\d+)$")


def explain(what: str, world: World, ids: Ids, *, config: Config | None = None) -> str:
    """A text that tells of each mention of an event its sentence, roles, type, claims and what they amount to.

    What people judged comes first. Where an event has several mentions, each pair's score is told with the features
    that made it, by ``config``.

    ``what`` is an event or mention ("event:d1-40-45", or its IRI), or a plain triple of three names.

    :raises NotFoundError: when the graph holds no such event or triple.
    """
    if (names := triple(what, ids)) is not None:
        events = _of_triple(names, world, ids)
    else:
        events = [event for event in world.events if mention(what) in {r.mention for r in event.readings}]
    if not events:
        message = (
            f"nothing in this graph is {what!r}; give an event as `kg ask who-did-what-to-whom` shows it, or a fact"
        )
        raise NotFoundError(message)
    effective = config or Config()
    return "\n\n".join("\n".join([*_event(event, world, ids), *_pairs(event, world, effective)]) for event in events)


def triple(what: str, ids: Ids) -> tuple[str, str, str] | None:
    """The IRIs of a plain triple, if that is asked for."""
    words = [_expand(word, ids) for word in what.split()]
    return (words[0], words[1], words[2]) if len(words) == 3 else None  # noqa: PLR2004 (subject, action, object)


def mention(what: str) -> MentionRef | None:
    """The mention that is asked for, by itself or as an event."""
    found = _PLACE.search(what.rstrip(">").removesuffix("/"))
    if found is None or int(found[2]) >= int(found[3]):
        return None
    return MentionRef(document=found[1], span=Span(int(found[2]), int(found[3])))


def _of_triple(names: tuple[str, str, str], world: World, ids: Ids) -> list[Event]:
    mentions = {
        fact.mention
        for fact in world.facts
        if (ids.entity(fact.subject), action(fact.action), ids.entity(fact.object)) == names
    }
    return [event for event in world.events if mentions & {r.mention for r in event.readings}]


def _expand(word: str, ids: Ids) -> str:
    prefix, colon, local = word.strip("<>").partition(":")
    return ids.prefixes[prefix] + local if colon and prefix in ids.prefixes else word.strip("<>")


def _event(event: Event, world: World, ids: Ids) -> Iterator[str]:
    yield f"event:{local(ids.event(event.id))} is {event.factuality.value.upper()}, from {event.reports} document(s)"
    yield from (f"  {line}" for line in judgements(event, world, ids))
    for reading in event.readings:
        extraction = world.extractions[reading.mention.document]
        found = next(e for e in extraction.events if e.span == reading.mention.span)
        yield from _reading(reading, found, extraction, world)


def _pairs(event: Event, world: World, config: Config) -> Iterator[str]:
    """Why its mentions are of one event."""
    for pair in fused_pairs(event, world, config, judgements=world.judgements) if len(event.readings) > 1 else ():
        judged = f", judged {pair.verdict.value}" if pair.verdict else ""
        yield f"  one event by {pair.score:.2f}{judged}: {_place(pair.left, world)} and {_place(pair.right, world)}"
        parts = sorted(pair.features, key=lambda part: (-abs(part[1]), part[0]))
        yield f"    {', '.join(f'{name} {value:+.2f}' for name, value in parts)}"


def _place(mention: MentionRef, world: World) -> str:
    extraction = world.extractions[mention.document]
    words = mention.span.of(extraction.document.text)
    return f"{words!r} in {extraction.document.name}, {mention.span.start}-{mention.span.end}"


def _reading(reading: EventReading, mention: EventMention, extraction: Extraction, world: World) -> Iterator[str]:
    text = extraction.document.text
    yield f"  {extraction.document.name}, characters {mention.span.start}-{mention.span.end}:"
    yield f"    {_marked(mention.sentence, mention.span, text)}"
    yield f"    action    {typed(mention)}"
    resolution = world.resolutions[reading.mention.document]
    told = {entity.id for entity in resolution.entities}  # links that lead to nothing in the graph tell nothing
    sieves = {span: (entity, sieve) for span, entity, sieve in resolution.links if entity in told}
    scores = {span: (score, features) for span, score, features in resolution.scores}
    for role, part in zip(mention.roles, reading.participants, strict=True):
        # A pronoun that may well mean another leads to nobody in the graph.
        entity, sieve = sieves[role.mention] if part.entity and role.mention in sieves else (None, None)
        sure = _score(*scores[role.mention]) if role.mention in scores else ""
        led = f" → {entity} (by {sieve}{sure})" if entity else ""
        yield f"    {role.name.value:<10}{role.words.of(text)!r}{led}  [{role.pattern}]"
    yield from (f"    {mark}" for mark in marks(mention))
    for claim in world.resolutions[reading.mention.document].claims:
        if claim.event == reading.mention:
            yield f"    claimed by {_claim(claim)}"


def _score(score: float, features: Iterable[tuple[str, float]]) -> str:
    """How sure a link is, and what made it so."""
    return f", score {score:.2f}: " + ", ".join(f"{name} {weight:+g}" for name, weight in features)


def _claim(claim: Claim) -> str:
    voice = " in the document's own voice" if claim.own_voice else ""
    when = ", future" if claim.future else ""
    behalf = f" for {claim.on_behalf_of}" if claim.on_behalf_of else ""
    manner = f", {claim.quotation.value} quotation" if claim.quotation else ""
    genre = f" of genre {claim.genre.value}" if claim.genre else ""
    stance = f"{claim.modality.value}, {claim.polarity.value}, {claim.certainty.value}{when}"
    return f"{claim.authority}{behalf}{voice}{genre}: {stance}{manner}"


def _marked(sentence: Span, trigger: Span, text: str) -> str:
    before, after = text[sentence.start : trigger.start], text[trigger.end : sentence.end]
    return " ".join(f"{before}[{trigger.of(text)}]{after}".split())
