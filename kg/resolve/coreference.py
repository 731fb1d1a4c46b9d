"""Coreference in a document by deterministic sieves: each link says which sieve made it.

Sieves run from sure to less sure, after Lee et al. (2013): exact name, acronym, surname, apposition, role noun, speaker
of a quotation, pronoun. A mention that no sieve takes, and that plays a part in an event, denotes a thing of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.ids import document_id, slug
from kg.model import Genre, MentionKind, Quotation, RoleName
from kg.resolve.linking import Link, acting, link
from kg.resolve.places import covering, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Affiliation, Document, EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

_SPEAKING_ROLES = re.compile(r"\b(spokes(man|woman|person)|representative|official|press secretary)\b")
_SUBJECTS = frozenset({"subject", "subject of a passive", "shared subject"})
_PERSON = "Person"


def links(extraction: Extraction, knowledge: KnowledgeBase, *, country: str | None, sentences: int) -> dict[Span, Link]:
    """Where each mention leads, by its span; mentions that lead nowhere are left out.

    ``sentences`` is how far back the antecedent of a pronoun may stand.
    """
    acts = acting(extraction)
    mentions = sorted(extraction.entities, key=lambda m: (m.span, m.head))
    found: dict[Span, Link] = {}
    for mention in mentions:
        after = extraction.document.text[mention.span.end : mention.span.end + 60]
        own = link(mention, knowledge, acts=mention.span in acts, country=country, after=after)
        if own is not None:
            found[mention.span] = own
    _acronyms(mentions, found)
    _surnames(mentions, found)
    _appositions(mentions, found)
    _role_nouns(mentions, extraction.affiliations, found)
    _own_ids(extraction, mentions, found)
    _pronouns(extraction, mentions, found, sentences)
    return found


def _acronyms(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """As in "World Water Board" … "WWB": capitals of a longer name that stands before."""
    named: dict[str, Span] = {}
    for mention in mentions:
        own = found.get(mention.span)
        acronym = mention.name.isupper() and len(mention.name) > 1
        if acronym and not (own and own.known) and mention.name in named:
            found[mention.span] = replace(found[named[mention.name]], sieve="acronym")
        if mention.span in found and " " in mention.name:
            named["".join(word[0] for word in mention.name.split() if word[0].isupper())] = mention.span


def _surnames(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """So "Mr Miller" is the one person of the document whose whole name ends in Miller, "the Union" the one body."""
    whole: dict[tuple[bool, str], dict[str, Link]] = {}
    for mention in mentions:
        own = found.get(mention.span)
        if own is not None and " " in mention.name and own.type != "Place":
            whole.setdefault((own.type == _PERSON, mention.name.split()[-1]), {})[own.entity] = own
    for mention in mentions:
        own = found.get(mention.span)
        settled = own is not None and ((own.known and mention.type != "PERSON") or " " in mention.name)
        if settled or mention.kind is not MentionKind.NAMED:
            continue
        persons = whole.get((True, mention.name.split()[-1]), {})
        bodies = whole.get((False, mention.name), {}) if mention.definite else {}
        candidates = bodies or persons
        if len(candidates) == 1:
            sieve = "last word" if bodies else "surname"
            found[mention.span] = replace(next(iter(candidates.values())), sieve=sieve)


def _appositions(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    for mention in mentions:
        other = mention.apposition
        if other is None:
            continue
        if mention.span in found and other not in found:
            found[other] = replace(found[mention.span], sieve="apposition")
        elif other in found and mention.span not in found:
            found[mention.span] = replace(found[other], sieve="apposition")


def _role_nouns(
    mentions: Sequence[EntityMention], affiliations: Iterable[Affiliation], found: dict[Span, Link]
) -> None:
    """As in "the spokesperson", "the State Department representative": the one person whom the text gave that role."""
    holders = [(a, found[a.person]) for a in affiliations if a.person in found and found[a.person].type == _PERSON]
    for mention in mentions:
        if mention.kind is not MentionKind.NOMINAL or mention.span in found or mention.number != "singular":
            continue
        if not mention.definite:
            continue
        body = _body_within(mention, mentions, found)
        fitting = {
            person.entity: person
            for a, person in holders
            if a.person < mention.span
            and _same_role(a.role, mention.name)
            and (body is None or body == _entity(a.body, found))
        }
        if len(fitting) == 1:
            found[mention.span] = replace(next(iter(fitting.values())), sieve="role noun")


def _same_role(role: str, name: str) -> bool:
    """Whether two names of a role agree: one noun, or both ways of saying who speaks for a body."""
    if role.rsplit(maxsplit=1)[-1] == name.rsplit(maxsplit=1)[-1]:
        return True
    return bool(_SPEAKING_ROLES.search(role) and _SPEAKING_ROLES.search(name))


def _body_within(mention: EntityMention, mentions: Sequence[EntityMention], found: Mapping[Span, Link]) -> str | None:
    inner = [m.span for m in within(mentions, mention.span) if m.span != mention.span]
    return next((found[span].entity for span in inner if span in found), None)


def _entity(span: Span | None, found: Mapping[Span, Link]) -> str | None:
    return found[span].entity if span is not None and span in found else None


def _own_ids(extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """Parties that nothing else explains: "the protesters", a lone surname. One of the same words stands for all."""
    parties = acting(extraction) | {q.counts for q in extraction.quantities if q.counts}
    document = document_id(extraction.document)
    for mention in mentions:
        if mention.span in found or mention.span not in parties or mention.kind is MentionKind.PRONOMINAL:
            continue
        name = slug(mention.name) or "it"
        kind = {"PERSON": _PERSON, "ORG": "Organization", "NORP": "PopulationGroup"}.get(mention.type or "", "Thing")
        found[mention.span] = Link(entity=f"{name}-{document}", label=mention.name, type=kind, sieve="same words")


def _pronouns(
    extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link], sentences: int
) -> None:
    subjects = {r.mention for e in extraction.events for r in e.roles if r.mention and r.pattern in _SUBJECTS}
    doers = _doers(extraction)
    place = {m.span: covering(extraction.sentences, m.head) for m in mentions}
    standing: dict[int, list[EntityMention]] = {}
    for mention in mentions:
        standing.setdefault(place[mention.span], []).append(mention)
    rivals = _co_arguments(extraction)
    author = _author(extraction.document)
    for mention in mentions:
        if mention.kind is not MentionKind.PRONOMINAL or mention.span in found:
            continue
        if mention.gender in {"first", "second"}:
            if mention.speaker in found:
                found[mention.span] = replace(found[mention.speaker], sieve="speaker")
            elif mention.speaker is None and mention.number == "singular" and author is not None:
                found[mention.span] = author
            continue
        if mention.lemma == "it" and mention.span not in doers and mention.name.lower() != "its":
            continue
        speakers = _quoting(extraction, mention.span)
        # "The hospital was closed, it said": who says it stands outside of what is said.
        said = [part for a in extraction.attributions if a.authority == mention.span for part in a.content]
        here = place[mention.span]
        candidates = [
            m
            for n in range(max(here - sentences, -1), here + 1)
            for m in standing.get(n, ())
            if m.span.end <= mention.span.start
            and m.span in found
            and m.span not in rivals.get(mention.span, ())
            and m.span not in speakers
            and not any(part.covers(m.span) for part in said)
            and _fits(mention, m, found[m.span])
        ]
        if candidates:
            best = max(candidates, key=lambda m: (place[m.span], m.span in subjects, _rank(m, place, mention), m.span))
            found[mention.span] = replace(found[best.span], sieve="pronoun")


def _doers(extraction: Extraction) -> set[Span]:
    """What does something, says something or is asked to do it; any other "it" may be a thing or a whole clause."""
    passive = "subject of a passive"
    roles = (r for e in extraction.events for r in e.roles if r.name in {RoleName.ACTOR, RoleName.RECIPIENT})
    spans = {r.mention for r in roles if r.mention and r.pattern != passive}
    return spans | {a.authority for a in extraction.attributions if a.authority}


def _author(document: Document) -> Link | None:
    """Whom "I" means outside quotations: the author of an opinion or a letter."""
    if document.author is None or document.genre not in {Genre.OPINION, Genre.LETTER}:
        return None
    return Link(entity=slug(document.author), label=document.author, type=_PERSON, sieve="author")


def _rank(candidate: EntityMention, place: Mapping[Span, int], pronoun: EntityMention) -> int:
    """Among subjects of the same sentence the nearest one, else the first: what a sentence is about comes early."""
    return candidate.span.start if place[candidate.span] == place[pronoun.span] else -candidate.span.start


def _fits(pronoun: EntityMention, candidate: EntityMention, target: Link) -> bool:
    """Number, gender and animacy; a thing of no known kind is nobody's antecedent."""
    person = target.type == _PERSON or target.sieve == "role noun"
    if pronoun.number == "singular" and pronoun.gender in {"masculine", "feminine"}:
        return person and candidate.gender in {None, pronoun.gender}
    if pronoun.number == "plural":
        group = target.type in {"PopulationGroup", "Organization", "ArmedGroup"} or candidate.number == "plural"
        return group and not (person and candidate.number != "plural")
    return not person and target.type not in {"Thing", "PopulationGroup"} and candidate.number != "plural"


def _co_arguments(extraction: Extraction) -> dict[Span, set[Span]]:
    """A pronoun is none of the other parties of its own event: "X met him" is not about X meeting X."""
    out: dict[Span, set[Span]] = {}
    for event in extraction.events:
        spans = {r.mention for r in event.roles if r.mention and r.name in {RoleName.ACTOR, RoleName.RECIPIENT}}
        for span in spans:
            out.setdefault(span, set()).update(spans - {span})
    return out


def _quoting(extraction: Extraction, span: Span) -> set[Span]:
    """Nobody says "he" of himself in his own quotation."""
    return {
        a.authority
        for a in extraction.attributions
        if a.authority and a.quotation is Quotation.DIRECT and any(part.covers(span) for part in a.content)
    }
