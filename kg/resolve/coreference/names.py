"""Sieves over names: acronym, fuller name, surname, given name, last word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import MentionKind
from kg.resolve.linking import OFFICES
from kg.resolve.spelling import persons, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import EntityMention, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_NAMED = MentionKind.NAMED
_PERSON = "Person"
_ARTICLE = "the "
_TEAMS = frozenset({"NORP", "ORG"})
_GOES_ON = re.compile(r" of(?: the)? [A-Z]")  # "Veterans of Norland": the words before it are no name's last ones
_MISTAKEN = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", None})  # what a lone surname is often taken for


def seen_as_persons(mentions: Iterable[EntityMention]) -> list[EntityMention]:
    """The mentions, each name that is seen as a person's elsewhere in the document seen so here.

    So "Dahl" is a person where "Mira Dahl" is, though it was taken for a body once; a place stays a place.
    """
    every = list(mentions)
    seen = Counter(m.name for m in every if m.type == "PERSON" and m.kind is _NAMED)
    surnames = {name.split()[-1] for name in seen if " " in name}
    others = Counter(m.name for m in every if m.type not in {"PERSON", None} and m.kind is _NAMED)
    sure = {name for name, times in seen.items() if times >= others[name]} | surnames
    return [
        replace(m, type="PERSON")
        if m.kind is _NAMED and m.type in _MISTAKEN and m.name in sure and not m.definite
        else m
        for m in every
    ]


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
        if len(like) == 1:
            stands[entity] = stands.get(like[0], like[0])
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


def surnames(mentions: Sequence[EntityMention], found: dict[Span, Link], knowledge: KnowledgeBase, text: str) -> None:
    """So "Mr Miller" is the one man of the document whose whole name ends in Miller, "the Union" the one body.

    A given name alone leads to the one person who bears it, if it is nobody's surname.
    """
    whole: dict[tuple[bool, str], dict[str, Link]] = {}
    given: dict[str, dict[str, Link]] = {}
    others: dict[str, dict[str, Link]] = {}
    for mention in mentions:
        own = found.get(mention.span)
        if own is None or not _is_whole(mention, own, text):
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
        if settled or mention.kind is not _NAMED or (own and own.sieve in OFFICES):
            continue
        shared = whole.get((True, mention.name.split()[-1].lower()), {}) if mention.name[:1].isupper() else {}
        bearers = {key: each for key, each in shared.items() if _of_gender(each, mention.gender, knowledge)}
        # "The Union" may be a fuller name's last word; in "the rosy Justice for All Act" it is not.
        alone = mention.span.end - mention.span.start <= len(_ARTICLE) + len(mention.name)
        bodies = whole.get((False, mention.name), {}) if alone and (mention.definite or _is_plural(mention)) else {}
        seen = mention.type == "PERSON" and not shared
        called = (given.get(mention.name) or others.get(mention.name, {})) if seen else {}
        for candidates, sieve in ((bodies, "last word"), (bearers, "surname"), (called, "given name")):
            if candidates:
                if len(candidates) == 1:
                    found[mention.span] = replace(next(iter(candidates.values())), sieve=sieve)
                break


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
