"""One document resolved: its mentions led to entities, its event mentions to readings, its attributions to claims."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.ids import document_id
from kg.model import (
    BlockKind,
    EventReading,
    MentionRef,
    Modality,
    Participant,
    Resolution,
    RoleName,
)
from kg.ontology import Vocabulary
from kg.resolve.claims import Claims, supposed, unowned
from kg.resolve.coreference import links, others
from kg.resolve.denoted import Denoting, entities
from kg.resolve.linking import WEIGHED
from kg.resolve.memberships import in_bodies, memberships
from kg.resolve.places import Placed
from kg.resolve.stories import Around, story
from kg.resolve.voices import outlet, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.config import ResolveConfig
    from kg.model import EventMention, Extraction, Role, Span, Surroundings
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_PLACE, _THEME, _RECIPIENT = RoleName.PLACE, RoleName.THEME, RoleName.RECIPIENT
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_WHEN_OR_WHERE = frozenset({RoleName.TIME, RoleName.PLACE})
# Verbs that stand for another verb, or only link what stands beside them.
_EMPTY = frozenset({"be", "become", "do", "have", "remain", "seem"})
_MEASURING = frozenset({"burst", "flurry", "torrent", "trickle"})
_RAISING = frozenset({"happen"})
NO_WEIGHTS = Vocabulary()
# Words of a headline that may be written small have so many letters at most; a sentence of fewer words may be a name.
_SHORT = 3
# A sentence of more long words, all with a capital, is a headline even with a full stop.
_LONG = 6
_CUT = re.compile(r"^[^()]*\([^()]*[^().?!\"”’:;]\)$")
# A post with its handles and addresses is no sentence that the pipeline could parse.
_PASTED = re.compile(r"(?:^|[\s.“\"(])@\w{2,}|https?://|pic\.twitter|\bt\.co/")
_SIGNS = ("@", "http", "pic.twitter", "t.co/")  # one of them is in every such post
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SITUATED = frozenset({RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT})


def resolution(
    extraction: Extraction,
    knowledge: KnowledgeBase,
    config: ResolveConfig,
    vocabulary: Vocabulary = NO_WEIGHTS,
    *,
    sketched: bool = True,
) -> Resolution:
    """What the mentions of one document denote.

    ``vocabulary`` weighs the words by which fusion compares documents and mentions; ``sketched`` says that copies are
    looked for too.

    Kept are the events with a party that is an actor, or with a type, or with a theme and a place, time or amount. Left
    out are headlines, which the text says better, what says nothing by itself, and what nothing tells to be so or not.
    """
    document, ident = extraction.document, document_id(extraction.document)
    country = _country(outlet(document, knowledge), knowledge)
    found = links(extraction, knowledge, country=country, config=config)
    sure = {span: own for span, own in found.items() if not own.doubtful}
    holding = tuple(memberships(extraction, sure, ident))
    left_out = _left_out(extraction, found, sure)
    kept = [event for event in extraction.events if event.span not in left_out]
    own = voices(document, knowledge, ident)
    spans = {event.span for event in kept}
    claims = Claims(extraction=extraction, ident=ident, voices=own, found=sure, memberships=holding)
    said = [*claims.of_events(kept), *claims.of_quotations(frozenset(spans))]
    around = Around(extraction, vocabulary)
    denoting = Denoting(extraction, ident, sure, spans)
    bare = [event for event in extraction.events if event.span in left_out]
    return Resolution(
        document=ident,
        links=_links(found | others(extraction, found)),
        scores=tuple(sorted((span, own.score, own.features) for span, own in found.items() if own.sieve in WEIGHED)),
        entities=entities(denoting, said, knowledge, own),
        readings=_readings(kept, denoting, around),
        claims=tuple(sorted(said, key=lambda claim: (claim.mention, claim.authority))),
        memberships=tuple(in_bodies(holding, sure)),
        left_out=tuple(sorted(left_out.items())),
        bare=_readings(bare, Denoting(extraction, ident, sure, spans.union(left_out)), around),
        story=story(extraction, vocabulary, sketched=sketched),
        published=document.date,
        genre=document.genre,
    )


def _links(found: Mapping[Span, Link]) -> tuple[tuple[Span, str, str], ...]:
    return tuple(sorted((span, each.entity, each.sieve) for span, each in found.items()))


def _country(home: str | None, knowledge: KnowledgeBase) -> str | None:
    """The ISO code of an outlet's country; none of an outlet that reports from the whole world."""
    local = home is not None and home in knowledge.actors and home not in knowledge.scopes
    return knowledge.actors[home].country if home is not None and local else None


def _left_out(extraction: Extraction, found: Mapping[Span, Link], sure: Mapping[Span, Link]) -> dict[Span, str]:
    """The event mentions that denote nothing in the graph, and why; ``sure`` are the links that are not doubtful."""
    unread, empty = _unread(extraction), _empty(extraction)
    out = _out(extraction, sure, unread, empty)
    if len(sure) < len(found):
        told = _out(extraction, found, unread, empty)
        out |= dict.fromkeys((span for span in out if span not in told), "its pronoun may mean one or another")
    return out


def _out(
    extraction: Extraction, found: Mapping[Span, Link], unread: Mapping[Span, str], empty: Mapping[Span, str]
) -> dict[Span, str]:
    """The event mentions that denote nothing by what their parties lead to, and why.

    Nor do those that are ``unread`` or ``empty``, whoever takes part in them.
    """
    nobodys = dict.fromkeys(unowned(extraction, found), "nothing tells whose word it is")
    out = {**empty, **nobodys, **unread}
    kept = {event.span for event in extraction.events if event.span not in out and _participates(event, found)}
    # A speech event that gives a kept event its authority is kept with it.
    saying = [
        a for a in extraction.attributions if a.saying and (a.authority in found or not kept.isdisjoint(a.events))
    ]
    kept.update(a.saying for a in saying if a.saying)
    reason = "no party, type or setting"
    return {e.span: reason for e in extraction.events if e.span not in kept} | out


def _unread(extraction: Extraction) -> dict[Span, str]:
    """The event mentions whose words cannot be read for what they say, and why."""
    text, events = extraction.document.text, extraction.events
    posts = extraction.sentences if any(sign in text for sign in _SIGNS) else ()
    pasted = {span: "in a pasted post" for span in posts if _PASTED.search(span.of(text))}
    broken = pasted | dict.fromkeys(_cut(extraction), "in a sentence that is cut")
    torn = {event.span for event in events if event.misread}
    out = {e.span: "the parse of its clause contradicts itself" for e in events if e.misread or e.cue in torn}
    if broken:
        out |= {event.span: broken[event.sentence] for event in events if event.sentence in broken}
    headlines = [b.span for b in extraction.document.blocks if b.kind in _HEADLINES]
    headlines += [span for span in extraction.sentences if _is_headline(span.of(text))]
    placed = Placed((event.span, event.span) for event in events)
    titled = [span for headline in headlines for span in placed.within(headline)]
    shouted = [event.span for event in events if _is_shouted(event.span.of(text))]
    return out | dict.fromkeys((*titled, *shouted), "in a headline")


def _empty(extraction: Extraction) -> dict[Span, str]:
    """The event mentions that say nothing by themselves, or not whether it is so, and why."""
    events = extraction.events
    out = dict.fromkeys(supposed(extraction), "stands within what is only wanted")
    out |= {event.span: "says nothing by itself" for event in events if _is_empty(event) or _is_raised(event)}
    out |= {event.span: "its verb lacks what it says little without" for event in events if _is_lacking(event)}
    return out | {event.span: "nothing tells whether it is so" for event in events if _is_open(event)}


def _is_lacking(event: EventMention) -> bool:
    """Whether a verb says little without a complement that no rule found, nor an attribution told later."""
    return event.lacking and not any(role.name in {_RECIPIENT, _THEME} for role in event.roles)


def _is_headline(sentence: str) -> bool:
    """Whether every long word has a capital: another story's headline, a heading; not a few before a full stop."""
    words = 0
    for word in _WORD.finditer(sentence):
        small = sentence[word.start()].islower()
        if small and word.end() - word.start() > _SHORT:
            return False
        words += not small
    return words > _LONG or (words > _SHORT and not sentence.rstrip("\"'”’ ").endswith("."))


def _is_shouted(word: str) -> bool:
    """Whether a word stands in capitals, as the first words of a paragraph that serve for a heading."""
    return len(word) > _SHORT and word.isupper()


def _cut(extraction: Extraction) -> Iterable[Span]:
    """The sentences that the pipeline ends at a bracket in their midst: "Did she help (see the film) | Bell win"."""
    text = extraction.document.text
    for sentence, following in pairwise(extraction.sentences) if "(" in text else ():
        if _CUT.search(sentence.of(text)) and not text[sentence.end : following.start].strip(" "):
            yield sentence
            yield following


def _is_open(event: EventMention) -> bool:
    """Whether no rule could tell how far an event is put forward, and no condition or order of its own does."""
    return event.undecided and event.modality is Modality.ASSERTED


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
    named = any(role.name is _PLACE or role.pattern == "office" for role in event.roles)
    return event.action in {"do", "have", "seem"} or not named


def _is_raised(event: EventMention) -> bool:
    """Whether a verb only lends its subject to another verb, or fills a pause: "happened to be there", "I mean, …"."""
    themes = [role.pattern for role in event.roles if role.name is _THEME]
    return (event.action in _RAISING and themes == ["clause"]) or (event.action == "mean" and not themes)


def _is_thin(event: EventMention) -> bool:
    """Whether an event noun tells of one party only what may be no deed: "the country's challenges", "her campaign".

    To whom it was done, when and where tell more: "the arrest of X", "the visit of X on Friday".
    """
    if event.action in _MEASURING and event.type is None:
        # "A flurry of tweets" is a number of them.
        return True
    done_to = any(role.name is _RECIPIENT for role in event.roles)
    return len(event.roles) < 2 and not (done_to and event.type is not None)  # noqa: PLR2004 (one party is too few)


def _is_described(event: EventMention) -> bool:
    """Whether an adjective or a participle only describes one: "a developed nation", "the court is aware"."""
    parts = [role for role in event.roles if role.name not in _WHEN_OR_WHERE]
    return len(parts) <= 1 and (
        event.action.startswith("be ") or any(r.pattern.startswith("noun that the") for r in parts)
    )


def _participates(event: EventMention, found: Mapping[Span, Link]) -> bool:
    parties = [found[r.mention] for r in event.roles if r.name in _PARTIES and r.mention and r.mention in found]
    themes = [r for r in event.roles if r.name is _THEME]
    if any(party.type != "Thing" for party in parties):
        return True
    if event.type is not None:
        return bool(parties or themes)
    return bool(themes) and any(r.name in _SITUATED for r in event.roles)


def _readings(events: Iterable[EventMention], denoting: Denoting, around: Around) -> tuple[EventReading, ...]:
    return tuple([_reading(event, denoting, around.of(event)) for event in events])


def _reading(event: EventMention, denoting: Denoting, around: Surroundings) -> EventReading:
    return EventReading(
        mention=MentionRef(document=denoting.ident, span=event.span),
        action=event.action,
        type=event.type,
        mode=event.mode,
        participants=tuple([_participant(role, denoting) for role in event.roles]),
        reciprocal=event.reciprocal,
        time=event.time,
        published=denoting.extraction.document.date,
        around=around,
    )


def _participant(role: Role, denoting: Denoting) -> Participant:
    linked = denoting.found.get(role.mention) if role.mention else None
    entity = linked.entity if linked else None
    about = {denoting.found[span].entity for span in denoting.topics(role)}
    filled = role.event is not None and role.event in denoting.kept
    return Participant(
        role=role.name,
        mention=MentionRef(document=denoting.ident, span=role.mention or role.span),
        words=role.words.of(denoting.text),
        entity=entity,
        event=MentionRef(document=denoting.ident, span=role.event) if filled and role.event else None,
        about=tuple(sorted(about - {entity})) if about else (),
    )
