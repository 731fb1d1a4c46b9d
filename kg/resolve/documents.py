"""One document resolved: its mentions led to entities, its event mentions to readings, its attributions to claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import document_id, slug
from kg.model import (
    BlockKind,
    Entity,
    EventReading,
    Membership,
    MentionKind,
    MentionRef,
    Participant,
    Resolution,
    RoleName,
)
from kg.resolve.claims import Claims, outlet, own_voice
from kg.resolve.coreference import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.model import Claim, Document, EventMention, Extraction, Role, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_SITUATED = frozenset({RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT})


def resolution(extraction: Extraction, knowledge: KnowledgeBase, config: ResolveConfig) -> Resolution:
    """What the mentions of one document denote.

    Kept are the events with a party that is an actor, or with a type, or with a theme and a place, time or amount;
    headlines repeat what the text says better and are left out.
    """
    document, ident = extraction.document, document_id(extraction.document)
    home = outlet(document, knowledge)
    country = knowledge.actors[home].country if home and home in knowledge.actors else None
    found = links(extraction, knowledge, country=country, sentences=config.pronoun_sentences)
    memberships = tuple(_memberships(extraction, found, ident))
    kept = _kept(extraction, found)
    voice = own_voice(document, knowledge, ident)
    claims = Claims(extraction=extraction, ident=ident, voice=voice, found=found, memberships=memberships)
    said = [*claims.of_events(kept), *claims.of_quotations(frozenset(e.span for e in kept))]
    readings = tuple(_reading(event, extraction, found, kept, ident) for event in kept)
    return Resolution(
        document=ident,
        links=tuple(sorted((span, each.entity, each.sieve) for span, each in found.items())),
        entities=_entities(extraction, found, readings, said, memberships, knowledge, voice),
        readings=readings,
        claims=tuple(sorted(said, key=lambda claim: (claim.mention, claim.authority))),
        memberships=memberships,
    )


def _kept(extraction: Extraction, found: Mapping[Span, Link]) -> list[EventMention]:
    headlines = [b.span for b in extraction.document.blocks if b.kind in _HEADLINES]
    body = [e for e in extraction.events if not any(span.covers(e.span) for span in headlines)]
    kept = {e.span for e in body if _participates(e, found)}
    # A speech event that gives a kept event its authority is kept with it.
    kept |= {a.saying for a in extraction.attributions if a.saying and (kept & set(a.events) or a.authority in found)}
    return [event for event in body if event.span in kept]


def _participates(event: EventMention, found: Mapping[Span, Link]) -> bool:
    parties = [found[r.mention] for r in event.roles if r.name in _PARTIES and r.mention and r.mention in found]
    themes = [r for r in event.roles if r.name is RoleName.THEME]
    if any(party.type != "Thing" for party in parties):
        return True
    if event.type is not None:
        return bool(parties or themes)
    return bool(themes) and any(r.name in _SITUATED for r in event.roles)


def _reading(
    event: EventMention, extraction: Extraction, found: Mapping[Span, Link], kept: Sequence[EventMention], ident: str
) -> EventReading:
    spans = {other.span for other in kept}
    return EventReading(
        mention=MentionRef(document=ident, span=event.span),
        action=event.action,
        type=event.type,
        mode=event.mode,
        participants=tuple(_participant(role, extraction, found, spans, ident) for role in event.roles),
        reciprocal=event.reciprocal,
        time=event.time,
        published=extraction.document.date,
    )


def _participant(
    role: Role, extraction: Extraction, found: Mapping[Span, Link], kept: set[Span], ident: str
) -> Participant:
    linked = found.get(role.mention) if role.mention else None
    about = {found[m.span].entity for m in extraction.entities if m.span in found and role.words.covers(m.span)}
    own = {linked.entity} if linked else set()
    return Participant(
        role=role.name,
        mention=MentionRef(document=ident, span=role.mention or role.span),
        words=role.words.of(extraction.document.text),
        entity=linked.entity if linked else None,
        event=MentionRef(document=ident, span=role.event) if role.event is not None and role.event in kept else None,
        about=tuple(sorted(about - own)) if role.name is RoleName.THEME else (),
    )


def _memberships(extraction: Extraction, found: Mapping[Span, Link], ident: str) -> Iterable[Membership]:
    for affiliation in extraction.affiliations:
        person = found.get(affiliation.person)
        body = found.get(affiliation.body) if affiliation.body else None
        if person is not None and person.type == "Person":
            yield Membership(
                person=person.entity,
                role=affiliation.role,
                body=body.entity if body else None,
                mention=MentionRef(document=ident, span=affiliation.span),
            )


def _entities(  # noqa: PLR0913, PLR0917 (all that can refer to an entity)
    extraction: Extraction,
    found: Mapping[Span, Link],
    readings: Sequence[EventReading],
    said: Sequence[Claim],
    memberships: Sequence[Membership],
    knowledge: KnowledgeBase,
    voice: str,
) -> tuple[Entity, ...]:
    """The entities that readings, claims and memberships refer to, each with the mentions that denote it."""
    document = extraction.document
    ident = document_id(document)
    used = {p.entity for r in readings for p in r.participants} | {
        a for r in readings for p in r.participants for a in p.about
    }
    used |= {c.authority for c in said} | {c.on_behalf_of for c in said}
    used |= {m.person for m in memberships} | {m.body for m in memberships}
    counted = {q.counts for c in said for q in c.quantities if q.counts}
    used |= {found[span].entity for span in counted if span in found}
    by_entity: dict[str, list[tuple[Span, Link]]] = {}
    for span, linked in found.items():
        by_entity.setdefault(linked.entity, []).append((span, linked))
    out = [_entity(ident, name, places) for name, places in by_entity.items() if name in used]
    out += _without_mention(document, knowledge, voice, {e.id for e in out})
    out += _unlinked(extraction, found, used, {e.id for e in out}, ident)
    return tuple(sorted(out, key=lambda entity: entity.id))


def _entity(ident: str, name: str, places: list[tuple[Span, Link]]) -> Entity:
    ordered = sorted(places, key=lambda pair: pair[0])
    link = next((each for _, each in ordered if each.sieve not in {"pronoun", "speaker"}), ordered[0][1])
    return Entity(
        id=name,
        label=link.label,
        type=link.type,
        known=link.known,
        origin=link.origin,
        mentions=tuple(MentionRef(document=ident, span=span) for span, _ in ordered),
        links=tuple(each.sieve for _, each in ordered),
    )


def _without_mention(document: Document, knowledge: KnowledgeBase, voice: str, have: set[str]) -> Iterable[Entity]:
    """The outlet and the author of a document, which its text need not mention."""
    home = outlet(document, knowledge)
    if home and home not in have and home in knowledge.actors:
        row = knowledge.actors[home]
        yield Entity(id=home, label=row.name, type=row.type, known=True)
    elif home and home not in have:
        yield Entity(id=home, label=document.outlet or home, type="MediaOrganization")
    if document.author and slug(document.author) == voice and voice not in have:
        yield Entity(id=voice, label=document.author, type="Person")


def _unlinked(
    extraction: Extraction, found: Mapping[Span, Link], used: set[str | None], have: set[str], ident: str
) -> Iterable[Entity]:
    """Authorities whom no sieve could name: "he" without antecedent, "officials"."""
    text = extraction.document.text
    places: dict[str, list[Span]] = {}
    for attribution in extraction.attributions:
        span = attribution.authority
        if span is not None and span not in found:
            places.setdefault(f"{slug(span.of(text)) or 'somebody'}-{ident}", []).append(span)
    kinds = {m.span: m.kind for m in extraction.entities}
    for name, spans in places.items():
        if name in used and name not in have:
            refs = tuple(MentionRef(document=ident, span=s) for s in sorted(set(spans)) if s in kinds)
            pronoun = all(kinds.get(s) is MentionKind.PRONOMINAL for s in spans)
            label = spans[0].of(text)
            yield Entity(id=name, label=label, type="Person" if pronoun else "Thing", mentions=refs)
