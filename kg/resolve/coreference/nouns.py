"""Sieves over nouns: role noun, the noun of a body, predicate noun, the same words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import document_id, slug
from kg.model import MentionKind
from kg.resolve.linking import Link, acting
from kg.resolve.places import Covers, Placed
from kg.resolve.spelling import add_nothing, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.model import Affiliation, EntityMention, Extraction, Span

_NOMINAL, _NAMED, _PRONOMINAL = MentionKind.NOMINAL, MentionKind.NAMED, MentionKind.PRONOMINAL
_SPEAKING_ROLES = re.compile(r"\b(spokes(man|woman|person)|representative|official|press secretary)\b")
_PERSON, _THING = "Person", "Thing"
_LOCAL = "same words"
# Whose a thing is, by name: "[Dahl]'s plan".
_OWNER = re.compile(r"(?:the |The )?([A-Z][^'’\n]{1,40})['’]s? ")
# "One of the guards" is not all of them; so many characters before a mention are looked at.
_ONE_OF, _BEFORE = re.compile(r"\bone of $", re.IGNORECASE), 8
# "Another man" is not the man of whom the text spoke before; nor is "any man", of whom it speaks no further.
_FURTHER = re.compile(r"(another|any|each|either|every|neither|no) ", re.IGNORECASE)
_ANY = re.compile(r"(?:any|each|either|every|neither|no) ", re.IGNORECASE)
# What follows a definite noun that its own words tell: "the network of …", "the network that …", "the network I saw".
_OF_ITS_OWN = re.compile(r" (?:of|that|which|who|whom|whose|where|[A-Z][a-z])")
# "His lawyer" is not the lawyer of whom the text spoke before.
_OF_SOMEBODY = re.compile(r"(?:her|his|its|my|our|their|your) ", re.IGNORECASE)
# "Whose office", "a manager's office": one that only they have.
_WHOSE = re.compile(r"(?:whose|an?) ", re.IGNORECASE)
_NOBODY = "?"  # no entity: the role is in a body that leads nowhere
_NEAR = 5  # characters: "of the"
_LONG_BEFORE = 1_500  # characters: some ten sentences
_BODIES = frozenset({"GovernmentBody", "IntergovernmentalOrganization", "NonGovernmentalOrganization", "Organization"})
_PARTIES = _BODIES | {_PERSON}
# What makes another office of one: the former president is not the president.
_OTHER_OFFICE = frozenset(
    {"acting", "assistant", "associate", "deputy", "designate", "elect", "ex", "former", "late", "vice"}
)


def role_nouns(
    mentions: Sequence[EntityMention],
    affiliations: Iterable[Affiliation],
    found: dict[Span, Link],
    text: str,
    kin: Mapping[str, str],
) -> None:
    """As in "the spokesperson", "the State Department representative": the one person whom the text gave that role.

    ``kin`` tells what else a role is called: the judge may be a justice.
    """
    holders = [(a, found[a.person]) for a in affiliations if a.person in found and found[a.person].type == _PERSON]
    if not holders:
        return
    placed = Placed((mention.span, mention.span) for mention in mentions)
    for mention in mentions:
        if mention.kind is not _NOMINAL or mention.span in found or mention.number != "singular":
            continue
        called = [
            pair
            for pair in holders
            if mention.definite
            and pair[0].person < mention.span
            and _is_called(mention, pair[0], kin)
            and not _OF_SOMEBODY.match(text, mention.span.start)
        ]
        if not called:
            continue
        body = _body_within(mention, placed, found) or _body_after(mention, mentions, found, text)
        fitting = {person.entity: person for a, person in called if body is None or body == _entity(a.body, found)}
        if len(fitting) == 1:
            found[mention.span] = replace(next(iter(fitting.values())), sieve="role noun")


def _is_called(mention: EntityMention, affiliation: Affiliation, kin: Mapping[str, str]) -> bool:
    return _same_role(affiliation.role, mention.name) or _same_role(
        *(_otherwise(role, kin) for role in (affiliation.role, mention.name))
    )


def _otherwise(role: str, kin: Mapping[str, str]) -> str:
    return " ".join(kin.get(word, word) for word in role.lower().split())


@lru_cache(maxsize=65_536)  # nouns recur
def _same_role(role: str, name: str) -> bool:
    """Whether two names of a role agree: one noun with nothing added to it, or both of who speaks for a body.

    "The nominee" may be the Republican nominee; "the Democratic nominee" is another one.
    """
    given, said = role.lower().replace("ex-", "ex ").split(), name.lower().replace("ex-", "ex ").split()
    if _OTHER_OFFICE & (set(given) ^ set(said)):
        return False
    if given[-1] == said[-1] and set(said) <= set(given):
        return True
    return bool(_SPEAKING_ROLES.search(role) and _SPEAKING_ROLES.search(name))


def _body_within(mention: EntityMention, placed: Placed[Span], found: Mapping[Span, Link]) -> str | None:
    inner = (span for span in placed.within(mention.span) if span != mention.span)
    return next((found[span].entity for span in inner if span in found), None)


def _body_after(
    mention: EntityMention, mentions: Sequence[EntityMention], found: Mapping[Span, Link], text: str
) -> str | None:
    """The body of "the chairman of the Port Authority"; one that leads nowhere is nobody's."""
    if not re.match(r" (?:of|for|at|from) ", text[mention.span.end :]):
        return None
    start = mention.span.end + 1
    after = (m.span for m in mentions if start < m.span.start <= start + _NEAR)
    return next((found[span].entity for span in after if span in found), _NOBODY)


def body_nouns(mentions: Sequence[EntityMention], found: dict[Span, Link], text: str) -> None:
    """As in "the church", "the navy": the one body named before whose name ends in that noun.

    One that is named but once, and long before, was spoken of by the way: "the network" may be any.
    """
    named: dict[str, dict[str, tuple[Link, tuple[str, ...]]]] = {}
    times: Counter[str] = Counter()
    last: dict[str, int] = {}
    for mention in mentions:
        own = found.get(mention.span)
        if mention.kind is _NAMED and own is not None and own.type in _BODIES:
            name = words(mention.name)
            times[own.entity] += 1
            last[own.entity] = mention.span.end
            if len(name) > 1 and own.sieve != "metonym":
                named.setdefault(name[-1], {})[own.entity] = (own, name)
        elif mention.kind is _NOMINAL and own is None and mention.definite and mention.type == "ORG":
            bodies = [
                link for link, name in named.get(mention.lemma, {}).values() if set(words(mention.name)) <= set(name)
            ]
            if len(bodies) != 1 or mention.number != "singular" or _is_told_apart(mention, text):
                continue
            if times[bodies[0].entity] > 1 or mention.span.start - last[bodies[0].entity] < _LONG_BEFORE:
                found[mention.span] = replace(bodies[0], sieve="body noun")
                last[bodies[0].entity] = mention.span.end


def _is_told_apart(mention: EntityMention, text: str) -> bool:
    """Whether the words of a noun tell themselves which is meant: "the network that …", "whose office"."""
    return bool(_OF_ITS_OWN.match(text, mention.span.end) or _WHOSE.match(text, mention.span.start))


def _entity(span: Span | None, found: Mapping[Span, Link]) -> str | None:
    return found[span].entity if span is not None and span in found else None


def predicate_nouns(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """As in "Mira Dahl is a guard who …": the person or body who is said to be what plays a part.

    A pronoun may be told so too, unless it may well mean another: "I am the guard who …", "He is a guard who …".
    """
    parties = {m.span: m for m in mentions}
    for mention in mentions:
        own, standing = found.get(mention.span), mention.standing
        if mention.kind is not MentionKind.NOMINAL or own is None or own.sieve != _LOCAL or standing is None:
            continue
        for span in standing.subjects:
            subject = found.get(span) if parties[span].kind is not _NOMINAL else None
            if subject is None or subject.doubtful or parties[span].number == "plural":
                continue
            named = parties[span].kind is _NAMED
            if subject.type in _PARTIES if named else subject.type == _PERSON and mention.type == "PERSON":
                found[mention.span] = replace(subject, sieve="predicate noun")


def own_names(extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """Persons named by one word that nothing else explains: one person of the document for each."""
    document = document_id(extraction.document)
    # A surname of several persons is not known to be any of them, nor one more.
    surnames = {m.name.split()[-1] for m in mentions if m.span in found and found[m.span].type == _PERSON}
    for mention in mentions:
        person = mention.kind is _NAMED and mention.type == "PERSON"
        if person and mention.span not in found and mention.name.split()[-1] not in surnames:
            found[mention.span] = _own(mention, document, extraction.document.text)


def own_ids(extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """Parties that nothing else explains: "the protesters". One of the same words stands for all.

    "The gunman" is the one gunman of the document: "a masked gunman".
    """
    parties = acting(extraction) | {q.counts for q in extraction.quantities if q.counts}
    rest = [m for m in mentions if m.span not in found and m.kind is not _PRONOMINAL]
    asked = [m for m in rest if m.span in parties or (m.type == "PERSON" and m.kind is _NOMINAL)]
    bodies = {words(m.name) for m in mentions if m.kind is _NAMED and m.type == "ORG"}
    found |= _by_noun(asked, extraction, bodies)


def others(extraction: Extraction, found: Mapping[Span, Link]) -> dict[Span, Link]:
    """Where the mentions lead that nothing in the graph asks for: those of one noun to one thing of the document."""
    rest = [m for m in extraction.entities if m.span not in found and m.kind is not _PRONOMINAL]
    return _by_noun(rest, extraction, frozenset())


def _by_noun(
    mentions: Sequence[EntityMention], extraction: Extraction, bodies: AbstractSet[tuple[str, ...]]
) -> dict[Span, Link]:
    """A thing of the document for each noun phrase; a definite one is the one before that says the same and more.

    A definite thing is one of its sentence or the one before: "the issue" far from it may be any. "The court" is no
    appeals court where one of the ``bodies``, by the words of their names, is the Supreme Court.
    """
    document, text = document_id(extraction.document), extraction.document.text
    sentences = Covers(extraction.sentences)
    out: dict[Span, Link] = {}
    before: dict[tuple[str, str | None], dict[str, tuple[Link, tuple[str, ...], int]]] = {}
    for mention in mentions:
        own, said = _own(mention, document, text), words(mention.name)
        heads = before.setdefault((mention.lemma, mention.number), {})
        owned = own.entity != f"{slug(mention.name) or 'it'}-{document}"
        if mention.definite and not owned and own.entity not in heads and mention.number == "singular" and heads:
            here = sentences.number(mention.head)
            like = [
                link
                for link, more, place in heads.values()
                if set(said) <= set(more) and add_nothing(said, more) and (link.type != _THING or here - place <= 1)
            ]
            named = mention.type == "ORG" and any(name[-1:] == said[-1:] and set(said) <= set(name) for name in bodies)
            if len(like) == 1 and not named and not _OF_ITS_OWN.match(text, mention.span.end):
                out[mention.span] = replace(like[0], sieve="same noun")
                continue
        out[mention.span] = own
        if _ANY.match(text, mention.span.start):
            continue
        first = heads.get(own.entity, (own, said, 0))
        heads[own.entity] = (first[0], first[1], sentences.number(mention.head))
    return out


def _own(mention: EntityMention, document: str, text: str) -> Link:
    """A thing of the document by its words: "Dahl's plan" is not Miller's, "one of the guards" not all of them."""
    kind = {"PERSON": _PERSON, "ORG": "Organization", "NORP": "PopulationGroup"}.get(mention.type or "", _THING)
    name = mention.name
    if mention.number == "plural" and _ONE_OF.search(text[max(0, mention.span.start - _BEFORE) : mention.span.start]):
        kind = _PERSON if kind == "PopulationGroup" else kind
        one = f"one of the {name}"
        return Link(entity=f"{slug(one)}-{document}", label=one, type=kind, sieve=_LOCAL)
    if kind == _THING and mention.definite and mention.kind is _NOMINAL:
        owner = _OWNER.match(text, mention.span.start, mention.head.start)
        name = f"{owner[1]} {name}" if owner else name
    further = _FURTHER.match(text, mention.span.start, mention.head.start) if mention.number == "singular" else None
    name = f"{further[1]} {name}" if further and not mention.definite else name
    return Link(entity=f"{slug(name) or 'it'}-{document}", label=mention.name, type=kind, sieve=_LOCAL)
