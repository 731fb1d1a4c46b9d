"""Sieves over names: acronym, fuller name, surname, given name, last word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import MentionKind
from kg.ontology.actors import LEADING
from kg.ontology.actors import surnames as surnames_of
from kg.resolve.coreference.bearers import Told
from kg.resolve.linking import OFFICES
from kg.resolve.linking.groups import is_another
from kg.resolve.spelling import persons, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Document, EntityMention, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_NAMED = MentionKind.NAMED
_PERSON = "Person"
_ARTICLE = "the "
_TEAMS = frozenset({"NORP", "ORG"})
_GOES_ON = re.compile(r" of(?: the)? [A-Z]")  # "Veterans of Norland": the words before it are no name's last ones
_CHAMBER = "House"  # a chamber of a parliament, though a White House was named before
_MISTAKEN = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", None})  # what a lone surname is often taken for


def seen_as_persons(mentions: Iterable[EntityMention], text: str) -> list[EntityMention]:
    """The mentions, each name that is seen as a person's elsewhere in the document seen so here.

    So "Dahl" is a person where "Mira Dahl" is, though it was taken for a body once, and "Page" where "Mira Page" is,
    though it was taken for a noun; a place stays a place.
    """
    every = list(mentions)
    seen = Counter(m.name for m in every if m.type == "PERSON" and m.kind is _NAMED)
    surnames = {name.split()[-1] for name in seen if " " in name}
    every = [
        replace(m, kind=_NAMED, type="PERSON", number=None) if m.name in surnames and _is_surname(m, text) else m
        for m in every
    ]
    others = Counter(m.name for m in every if m.type not in {"PERSON", None} and m.kind is _NAMED)
    sure = {name for name, times in seen.items() if times >= others[name]} | surnames
    return [
        replace(m, type="PERSON")
        if m.kind is _NAMED and m.type in _MISTAKEN and m.name in sure and not m.definite
        else m
        for m in every
    ]


def _is_surname(mention: EntityMention, text: str) -> bool:
    """Whether what was taken for a noun is a name: one word with a capital and no article, or a plural nowhere else."""
    name = mention.name
    if mention.kind is not MentionKind.NOMINAL or mention.type is not None or mention.span.of(text) != name:
        return False
    return name.istitle() and (mention.number != "plural" or re.search(rf"\b{name.lower()}\b", text) is None)


def fuller_names(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """So "Mira Dahl" and "Mira K. Dahl" are one: the one name of the document that holds the words of another.

    The name that stands oftenest stands for all, or the known one.
    """
    times: Counter[str] = Counter()
    names: dict[str, tuple[str, ...]] = {}
    best: dict[str, Link] = {}
    for mention in mentions:
        own = found.get(mention.span)
        if own is not None and own.type == _PERSON and " " in mention.name and mention.kind is _NAMED:
            times[own.entity] += 1
            names.setdefault(own.entity, words(mention.name))
            best.setdefault(own.entity, own)
    order = sorted(names, key=lambda entity: (not best[entity].known, -times[entity], -len(names[entity]), entity))
    stands: dict[str, str] = {}
    for place, entity in enumerate(order):
        if best[entity].known:
            continue
        like = [other for other in order[:place] if persons(names[entity], names[other]) == "part of the name"]
        whole = {stands.get(other, other) for other in like}
        if len(whole) == 1:
            stands[entity] = whole.pop()
    for span, own in list(found.items()):
        if own.entity in stands:
            found[span] = replace(best[stands[own.entity]], sieve="fuller name")


def acronyms(mentions: Sequence[EntityMention], found: dict[Span, Link]) -> None:
    """As in "World Water Board" … "WWB": capitals of a longer name that stands before."""
    named: dict[str, Span] = {}
    for mention in mentions:
        own = found.get(mention.span)
        acronym = mention.name.isupper() and len(mention.name) > 1
        if acronym and not (own and own.known) and mention.name in named:
            found[mention.span] = replace(found[named[mention.name]], sieve="acronym")
        if mention.span in found and " " in mention.name:
            named["".join(word[0] for word in mention.name.split() if word[0].isupper())] = mention.span


def surnames(
    mentions: Sequence[EntityMention], found: dict[Span, Link], knowledge: KnowledgeBase, document: Document
) -> None:
    """So "Mr Miller" is the one man of the document whose whole name ends in Miller, "the Union" the one body.

    Of several who bear a surname, it is the one whom the text speaks of. A given name alone leads to the one person who
    bears it, if it is nobody's surname.
    """
    names = _Whole(mentions, found, document.text, knowledge)
    if called := dict(_called_names(mentions, found, names)):
        found |= called
        names = _Whole(mentions, found, document.text, knowledge)
    for mention in mentions:
        own = found.get(mention.span)
        settled = own is not None and ((own.known and mention.type != "PERSON") or " " in mention.name)
        another = is_another(mention, mention.span.of(document.text))
        if settled or another or mention.kind is not _NAMED or (own and own.sieve in OFFICES):
            continue
        shared = names.last.get((True, mention.name.split()[-1].lower()), {}) if mention.name[:1].isupper() else {}
        bearers = {key: each for key, each in shared.items() if _of_gender(each, mention.gender, knowledge)}
        if len(bearers) > 1 and mention.type == "PERSON":
            leading = _leading(mention.name, bearers, knowledge, document)
            meant = names.told.meant(mention.span.start, bearers, leading)
            bearers = {meant: bearers[meant]} if meant else bearers
        candidates, sieve = next(
            (each for each in ((names.bodies(mention), "last word"), (bearers, "surname")) if each[0]),
            (names.called(mention) if mention.type == "PERSON" and not shared else {}, "given name"),
        )
        if len(candidates) == 1:
            one = next(iter(candidates.values()))
            found[mention.span] = replace(one, sieve=sieve)
            names.told.add(mention.span.start, one.entity)


def _called_names(
    mentions: Sequence[EntityMention], found: Mapping[Span, Link], names: _Whole
) -> Iterator[tuple[Span, Link]]:
    """Known persons of the text who are called something: a word that is no given name stands before theirs."""
    for mention in mentions:
        own = found.get(mention.span)
        if own is None or own.known or own.sieve != "own name" or mention.type != "PERSON" or " " not in mention.name:
            continue
        word, *rest = mention.name.split()
        if len(rest) == 1 and names.knowledge.genders.get(word) is None:
            shared = names.last.get((True, rest[0].lower()), {}) | names.given.get(rest[0], {})
            bearers = [each for each in shared.values() if each.known]
            if len(bearers) == 1:
                yield mention.span, replace(bearers[0], sieve="surname")


class _Whole:
    """The whole names of a document, by whether they are persons' and their last words, and by given names.

    Where family names come first, the first word of a known person's name is one.
    """

    def __init__(
        self, mentions: Sequence[EntityMention], found: Mapping[Span, Link], text: str, knowledge: KnowledgeBase
    ) -> None:
        self.knowledge = knowledge
        self.last: dict[tuple[bool, str], dict[str, Link]] = {}
        self.given: dict[str, dict[str, Link]] = {}
        self.middle: dict[str, dict[str, Link]] = {}
        self.told = Told()
        for mention in mentions:
            own = found.get(mention.span)
            if own is not None and _is_whole(mention, own, text):
                self._add(mention, own)

    def _add(self, mention: EntityMention, own: Link) -> None:
        person, last = own.type == _PERSON, mention.name.split()[-1]
        self.last.setdefault((person, last.lower() if person else last), {})[own.entity] = own
        if not person:
            return
        for family in surnames_of(self.knowledge.actors[own.entity]) if own.known else ():
            self.last.setdefault((True, family), {})[own.entity] = own
        self.told.add(mention.span.start, own.entity)
        if " " in mention.name:
            first, *middle = mention.name.split()[:-1]
            self.given.setdefault(first, {})[own.entity] = own
            for part in middle:
                self.middle.setdefault(part, {})[own.entity] = own

    def bodies(self, mention: EntityMention) -> dict[str, Link]:
        """The bodies that a name may be the last word of: "the Union"; in "the rosy Justice for All Act" it is not."""
        alone = mention.span.end - mention.span.start <= len(_ARTICLE) + len(mention.name) and mention.name != _CHAMBER
        return self.last.get((False, mention.name), {}) if alone and (mention.definite or _is_plural(mention)) else {}

    def called(self, mention: EntityMention) -> dict[str, Link]:
        """The persons who bear a given name."""
        return self.given.get(mention.name) or self.middle.get(mention.name, {})


def _leading(name: str, bearers: Iterable[str], knowledge: KnowledgeBase, document: Document) -> frozenset[str]:
    """Those of the bearers of a surname who lead a state on the document's day, or stand to; undated, on any day."""
    terms = knowledge.terms(LEADING, name, document.date.isoformat() if document.date else None)
    return frozenset(term.person for term in terms).intersection(bearers)


def _is_whole(mention: EntityMention, own: Link, text: str) -> bool:
    """Whether a name is a whole one, the end of which may stand for it: of a body, one that does not go on."""
    if own.type == "Place" or not (" " in mention.name or own.sieve in OFFICES):
        return False
    return own.type == _PERSON or not _GOES_ON.match(text, mention.span.end)


def _is_plural(mention: EntityMention) -> bool:
    """Whether a name is a plural, as that of a team is."""
    return mention.number == "plural" or (mention.name.endswith("s") and mention.type in _TEAMS)


def _of_gender(person: Link, gender: str | None, knowledge: KnowledgeBase) -> bool:
    """Whether a title may go with a person: "Mr Miller" is not Ann Miller."""
    return gender is None or knowledge.genders.get(person.label.split(maxsplit=1)[0]) in {None, gender}
