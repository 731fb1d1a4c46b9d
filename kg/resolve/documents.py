"""One document resolved: its mentions led to entities, its event mentions to readings, its attributions to claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.ids import document_id
from kg.model import (
    BlockKind,
    EventReading,
    Membership,
    MentionRef,
    Modality,
    Participant,
    Polarity,
    Resolution,
    RoleName,
)
from kg.ontology import Vocabulary
from kg.resolve.claims import Claims, outlet, own_voice, unowned
from kg.resolve.coreference import links, others
from kg.resolve.denoted import entities, topics
from kg.resolve.headlines import is_headline
from kg.resolve.linking import WEIGHED
from kg.resolve.stories import Around, story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.config import ResolveConfig
    from kg.model import Affiliation, EventMention, Extraction, Role, Span, Surroundings
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_BODIES = frozenset({"GovernmentBody", "IntergovernmentalOrganization", "NonGovernmentalOrganization", "Organization"})
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
# Verbs that stand for another verb, or only link what stands beside them.
_EMPTY = frozenset({"be", "become", "do", "have", "remain", "seem"})
NO_WEIGHTS = Vocabulary()
# A post with its handles and addresses is no sentence that the pipeline could parse.
_PASTED = re.compile(r"(?:^|[\s.“\"(])@\w{2,}|https?://|pic\.twitter|\bt\.co/")
_SITUATED = frozenset({RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT})


def resolution(
    extraction: Extraction,
    knowledge: KnowledgeBase,
    config: ResolveConfig,
    vocabulary: Vocabulary = NO_WEIGHTS,
) -> Resolution:
    """What the mentions of one document denote.

    ``vocabulary`` weighs the words by which fusion compares documents and mentions.

    Kept are the events with a party that is an actor, or with a type, or with a theme and a place, time or amount. Left
    out are headlines, which the text says better, what says nothing by itself, and what nothing tells to be so or not.
    """
    document, ident = extraction.document, document_id(extraction.document)
    home = outlet(document, knowledge)
    country = _country(home, knowledge)
    found = links(extraction, knowledge, country=country, config=config)
    memberships = tuple(_memberships(extraction, found, ident))
    left_out = _left_out(extraction, found)
    kept = [event for event in extraction.events if event.span not in left_out]
    voice = own_voice(document, knowledge, ident)
    spans = {event.span for event in kept}
    claims = Claims(extraction=extraction, ident=ident, voice=voice, found=found, memberships=memberships)
    said = [*claims.of_events(kept), *claims.of_quotations(frozenset(spans))]
    around = Around(extraction, vocabulary)
    readings = tuple(_reading(event, extraction, found, spans, around.of(event)) for event in kept)
    bare = [event for event in extraction.events if event.span in left_out]
    return Resolution(
        document=ident,
        links=tuple(
            sorted((span, each.entity, each.sieve) for span, each in (found | others(extraction, found)).items())
        ),
        scores=tuple(sorted((span, own.score, own.features) for span, own in found.items() if own.sieve in WEIGHED)),
        entities=entities(extraction, found, readings, said, knowledge, voice),
        readings=readings,
        claims=tuple(sorted(said, key=lambda claim: (claim.mention, claim.authority))),
        memberships=memberships,
        left_out=tuple(sorted(left_out.items())),
        bare=tuple(_reading(event, extraction, found, set(left_out) | spans, around.of(event)) for event in bare),
        story=story(extraction, vocabulary),
        published=document.date,
        genre=document.genre,
    )


def _country(home: str | None, knowledge: KnowledgeBase) -> str | None:
    """The ISO code of an outlet's country; none of an outlet that reports from the whole world."""
    local = home is not None and home in knowledge.actors and home not in knowledge.scopes
    return knowledge.actors[home].country if home is not None and local else None


def _left_out(extraction: Extraction, found: Mapping[Span, Link]) -> dict[Span, str]:
    """The event mentions that denote nothing in the graph, and why."""
    headlines = [b.span for b in extraction.document.blocks if b.kind in _HEADLINES]
    text = extraction.document.text
    headlines += [span for span in extraction.sentences if is_headline(span.of(text))]
    out = {e.span: "in a headline" for e in extraction.events if any(span.covers(e.span) for span in headlines)}
    pasted = {span for span in extraction.sentences if _PASTED.search(span.of(text))}
    out |= {e.span: "in a pasted post" for e in extraction.events if e.sentence in pasted and e.span not in out}
    misread = [event.span for event in extraction.events if event.misread]
    out |= {span: "the parse of its clause contradicts itself" for span in misread if span not in out}
    out |= {span: "nothing tells whose word it is" for span in unowned(extraction, found) if span not in out}
    out |= {e.span: "nothing tells whether it is so" for e in extraction.events if e.span not in out and _is_open(e)}
    out |= {e.span: "says nothing by itself" for e in extraction.events if e.span not in out and _is_empty(e)}
    kept = {e.span for e in extraction.events if e.span not in out and _participates(e, found)}
    # A speech event that gives a kept event its authority is kept with it.
    kept |= {a.saying for a in extraction.attributions if a.saying and (kept & set(a.events) or a.authority in found)}
    reason = "no party, type or setting"
    return {e.span: reason for e in extraction.events if e.span not in kept} | out


def _is_open(event: EventMention) -> bool:
    """Whether no rule could tell how far an event is put forward, and no word of its own does (a negation, a modal)."""
    plain = event.polarity is Polarity.POSITIVE and event.modality is Modality.ASSERTED
    return event.undecided and plain


def _is_empty(event: EventMention) -> bool:
    """Whether a statement says nothing by itself: "did so", "has a plan", "is a liar", "her efforts".

    A copula says something where it tells who holds an office or who is where.
    """
    if event.nominal:
        return _is_thin(event)
    if event.type is None and _is_described(event):
        return True
    if event.action not in _EMPTY or event.type is not None:
        return False
    named = any(role.name is RoleName.PLACE or role.pattern == "office" for role in event.roles)
    return event.action in {"do", "have", "seem"} or not named


def _is_thin(event: EventMention) -> bool:
    """Whether an event noun tells of one party only what may be no deed: "the country's challenges", "her campaign".

    To whom it was done, when and where tell more: "the arrest of X", "the visit of X on Friday".
    """
    done_to = any(role.name is RoleName.RECIPIENT for role in event.roles)
    return len(event.roles) < 2 and not (done_to and event.type is not None)  # noqa: PLR2004 (one party is too few)


def _is_described(event: EventMention) -> bool:
    """Whether an adjective or a participle only describes one: "a developed nation", "the court is aware"."""
    parts = [role for role in event.roles if role.name not in {RoleName.TIME, RoleName.PLACE}]
    return len(parts) <= 1 and (
        event.action.startswith("be ") or any(r.pattern.startswith("noun that the") for r in parts)
    )


def _participates(event: EventMention, found: Mapping[Span, Link]) -> bool:
    parties = [found[r.mention] for r in event.roles if r.name in _PARTIES and r.mention and r.mention in found]
    themes = [r for r in event.roles if r.name is RoleName.THEME]
    if any(party.type != "Thing" for party in parties):
        return True
    if event.type is not None:
        return bool(parties or themes)
    return bool(themes) and any(r.name in _SITUATED for r in event.roles)


def _reading(
    event: EventMention, extraction: Extraction, found: Mapping[Span, Link], kept: set[Span], around: Surroundings
) -> EventReading:
    ident = document_id(extraction.document)
    return EventReading(
        mention=MentionRef(document=ident, span=event.span),
        action=event.action,
        type=event.type,
        mode=event.mode,
        participants=tuple(_participant(role, extraction, found, kept, ident) for role in event.roles),
        reciprocal=event.reciprocal,
        time=event.time,
        published=extraction.document.date,
        around=around,
    )


def _participant(
    role: Role, extraction: Extraction, found: Mapping[Span, Link], kept: set[Span], ident: str
) -> Participant:
    linked = found.get(role.mention) if role.mention else None
    about = {found[span].entity for span in topics(role, extraction, found, kept)}
    return Participant(
        role=role.name,
        mention=MentionRef(document=ident, span=role.mention or role.span),
        words=role.words.of(extraction.document.text),
        entity=linked.entity if linked else None,
        event=MentionRef(document=ident, span=role.event) if role.event is not None and role.event in kept else None,
        about=tuple(sorted(about - ({linked.entity} if linked else set()))),
    )


def _body_named_in(affiliation: Affiliation, found: Mapping[Span, Link]) -> Link | None:
    """The body of "ministry spokesperson": the one ministry that the text named before."""
    words = {word.lower() for word in affiliation.role.split()[:-1]}
    bodies = {
        each.entity: each
        for span, each in found.items()
        if span < affiliation.person and each.type in _BODIES and words & set(re.findall(r"\w+", each.label.lower()))
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _memberships(extraction: Extraction, found: Mapping[Span, Link], ident: str) -> Iterable[Membership]:
    for affiliation in extraction.affiliations:
        person = found.get(affiliation.person)
        body = found.get(affiliation.body) if affiliation.body else _body_named_in(affiliation, found)
        if person is not None and person.type == "Person":
            yield Membership(
                person=person.entity,
                role=affiliation.role,
                body=body.entity if body else None,
                mention=MentionRef(document=ident, span=affiliation.span),
            )
