"""Coreference in a document by deterministic sieves: each link says which sieve made it.

Sieves run from sure to less sure, after Lee et al. (2013): exact name, acronym, surname, apposition, role noun, speaker
of a quotation, pronoun. A mention that no sieve takes, and that plays a part in an event, denotes a thing of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import document_id, slug
from kg.model import MentionKind
from kg.resolve.linking import Link, acting, named
from kg.resolve.places import within
from kg.resolve.pronouns import pronouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.model import Affiliation, EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

_SPEAKING_ROLES = re.compile(r"\b(spokes(man|woman|person)|representative|official|press secretary)\b")
_PERSON = "Person"
_PLACES = frozenset({"GPE", "LOC"})


def links(
    extraction: Extraction, knowledge: KnowledgeBase, *, country: str | None, config: ResolveConfig
) -> dict[Span, Link]:
    """Where each mention leads, by its span; mentions that lead nowhere are left out."""
    mentions = sorted(extraction.entities, key=lambda m: (m.span, m.head))
    found = named(extraction, mentions, knowledge, country=country, config=config)
    _acronyms(mentions, found)
    _surnames(mentions, found, knowledge)
    _appositions(mentions, found)
    _role_nouns(mentions, extraction.affiliations, found)
    _own_ids(extraction, mentions, found)
    pronouns(extraction, mentions, found, knowledge, config.pronoun_sentences)
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


def _surnames(mentions: Sequence[EntityMention], found: dict[Span, Link], knowledge: KnowledgeBase) -> None:
    """So "Mr Miller" is the one man of the document whose whole name ends in Miller, "the Union" the one body.

    A given name alone leads to the one person who bears it, if it is nobody's surname.
    """
    whole: dict[tuple[bool, str], dict[str, Link]] = {}
    given: dict[str, dict[str, Link]] = {}
    others: dict[str, dict[str, Link]] = {}
    for mention in mentions:
        own = found.get(mention.span)
        if own is None or own.type == "Place" or not (" " in mention.name or own.sieve == "title and surname"):
            continue
        last = mention.name.split()[-1]
        whole.setdefault((own.type == _PERSON, last.lower() if own.type == _PERSON else last), {})[own.entity] = own
        if own.type == _PERSON and " " in mention.name:
            first, *middle = mention.name.split()[:-1]
            given.setdefault(first, {})[own.entity] = own
            for part in middle:
                others.setdefault(part, {})[own.entity] = own
    for mention in mentions:
        own = found.get(mention.span)
        settled = own is not None and ((own.known and mention.type != "PERSON") or " " in mention.name)
        if settled or mention.kind is not MentionKind.NAMED or (own and own.sieve == "title and surname"):
            continue
        shared = whole.get((True, mention.name.split()[-1].lower()), {}) if mention.name[:1].isupper() else {}
        persons = {key: each for key, each in shared.items() if _of_gender(each, mention.gender, knowledge)}
        bodies = whole.get((False, mention.name), {}) if mention.definite else {}
        seen = mention.type == "PERSON" and not shared
        called = (given.get(mention.name) or others.get(mention.name, {})) if seen else {}
        for candidates, sieve in ((bodies, "last word"), (persons, "surname"), (called, "given name")):
            if candidates:
                if len(candidates) == 1:
                    found[mention.span] = replace(next(iter(candidates.values())), sieve=sieve)
                break


def _of_gender(person: Link, gender: str | None, knowledge: KnowledgeBase) -> bool:
    """Whether a title may go with a person: "Mr Miller" is not Ann Miller."""
    return gender is None or knowledge.genders.get(person.label.split(maxsplit=1)[0]) in {None, gender}


def _unlike(mention: EntityMention, link: Link | None) -> bool:
    """Whether a plural stands beside one person or body: "the talks with Miller, events that …"."""
    return link is not None and link.type == _PERSON and mention.number == "plural"


def _appositions(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    numbers = {mention.span: mention for mention in mentions if mention.kind is MentionKind.NOMINAL}
    types = {mention.span: mention.type for mention in mentions if mention.kind is MentionKind.NAMED}
    for mention in mentions:
        other = mention.apposition
        if other is None or (mention.type in _PLACES and types.get(other) in _PLACES):
            continue  # "Moscow, Idaho" are two places
        if _unlike(mention, found.get(other)) or (
            other in numbers and _unlike(numbers[other], found.get(mention.span))
        ):
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
    """Whether two names of a role agree: one noun with nothing added to it, or both of who speaks for a body.

    "The nominee" may be the Republican nominee; "the Democratic nominee" is another one.
    """
    given, said = role.lower().split(), name.lower().split()
    if given[-1] == said[-1] and set(said) <= set(given):
        return True
    return bool(_SPEAKING_ROLES.search(role) and _SPEAKING_ROLES.search(name))


def _body_within(mention: EntityMention, mentions: Sequence[EntityMention], found: Mapping[Span, Link]) -> str | None:
    inner = [m.span for m in within(mentions, mention.span) if m.span != mention.span]
    return next((found[span].entity for span in inner if span in found), None)


def _entity(span: Span | None, found: Mapping[Span, Link]) -> str | None:
    return found[span].entity if span is not None and span in found else None


def _own_ids(extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """Persons and parties that nothing else explains: "the protesters", a lone surname.

    One of the same words stands for all.
    """
    parties = acting(extraction) | {q.counts for q in extraction.quantities if q.counts}
    document = document_id(extraction.document)
    # A surname of several persons is not known to be any of them, nor one more.
    surnames = {m.name.split()[-1] for m in mentions if m.span in found and found[m.span].type == _PERSON}
    for mention in mentions:
        if mention.span in found or mention.kind is MentionKind.PRONOMINAL:
            continue
        if mention.span not in parties and (mention.type != "PERSON" or mention.name.split()[-1] in surnames):
            continue
        name = slug(mention.name) or "it"
        kind = {"PERSON": _PERSON, "ORG": "Organization", "NORP": "PopulationGroup"}.get(mention.type or "", "Thing")
        found[mention.span] = Link(entity=f"{name}-{document}", label=mention.name, type=kind, sieve="same words")
