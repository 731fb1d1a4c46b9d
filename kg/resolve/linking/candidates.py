"""Whom a mention may mean: the actors that bear its name, that it stands for, or that held an office under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from kg.ontology.actors import loose
from kg.resolve.linking import context

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.model import EntityMention
    from kg.ontology import Actor, KnowledgeBase

TITLED = "title and surname"
_PERSON = "Person"
_ALIKE = 75  # per cent of letters that two forms of a given name share
_NAMES = 3  # given names and surname
_MANY = 6  # owners of one name from which only those of a country that the text speaks of are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A mention with its words and those on both sides of it; ``acts`` says that it takes part as a party."""

    mention: EntityMention
    inside: str
    before: str = ""
    after: str = ""
    acts: bool = False

    @property
    def ahead(self) -> str:
        """What stands before the name, the words of the mention before it among them."""
        at = self.inside.rfind(self.mention.name)
        return self.before + self.inside[: max(at, 0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An actor that a mention may mean, by which sieve, and under which name or title."""

    actor: Actor
    sieve: str
    name: str


def candidates(beside: Beside, knowledge: KnowledgeBase, *, near: Collection[str]) -> list[Candidate]:
    """The actors that a named mention may mean, in a fixed order; ``near`` are the countries around it."""
    mention = beside.mention
    found = [*_metonyms(beside, knowledge), *_named(mention.name, mention, knowledge, near)]
    if not found and (name := _without_country(mention.name, knowledge)) is not None:
        found = [*_named(name, mention, knowledge, near)]
    if mention.type == _PERSON.upper():
        found += _titled(beside, knowledge, {each.actor.id for each in found})
    return found


def _metonyms(beside: Beside, knowledge: KnowledgeBase) -> Iterator[Candidate]:
    name = beside.mention.name
    body = knowledge.metonym(name) if beside.mention.type != _PERSON.upper() else None
    if body is not None:
        yield Candidate(actor=knowledge.actors[body], sieve="metonym", name=name)


def _named(name: str, mention: EntityMention, knowledge: KnowledgeBase, near: Collection[str]) -> Iterator[Candidate]:
    owners = [knowledge.actors[each] for each in knowledge.owners(name)]
    many = len(owners) > _MANY
    best = knowledge.preference(name)
    for actor in owners:
        if _agrees(mention, actor.type) and (not many or actor.country in near or actor.id == best):
            yield Candidate(actor=actor, sieve="name", name=name)


def _agrees(mention: EntityMention, kind: str) -> bool:
    """A person's name must be seen as one and be whole; nothing else may be taken for a person."""
    if kind == _PERSON:
        return mention.type in {"PERSON", None} and " " in mention.name.strip()
    return mention.type != "PERSON" or " " not in mention.name.strip()


def _without_country(name: str, knowledge: KnowledgeBase) -> str | None:
    """The name of a body without the country in it: "Sudrian Wool Board", "Wool Board of Sudria"."""
    words = name.split()
    for n in range(1, len(words)):
        if context.country_of(" ".join(words[:n]), knowledge):
            return " ".join(words[n:])
    rest, _, country = name.rpartition(" of ")
    return rest if rest and context.country_of(country.removeprefix("the "), knowledge) else None


def country_within(name: str, knowledge: KnowledgeBase) -> str | None:
    """The country that the name of a body begins or ends with, unless it is all there is of the name."""
    words = name.split()
    rest, _, last = name.rpartition(" of ")
    parts = [*(" ".join(words[:n]) for n in range(1, len(words))), *([last.removeprefix("the ")] if rest else [])]
    return next((code for part in parts if (code := context.country_of(part, knowledge))), None)


def _titled(beside: Beside, knowledge: KnowledgeBase, have: Collection[str]) -> Iterator[Candidate]:
    """The persons of a surname who held the office of the title that stands before it.

    The title may be a part of the mention; given names between the two must be the person's.
    """
    words = beside.inside.split()
    for named in range(1, min(len(words), _NAMES) + 1):
        given, surname = words[-named:-1], words[-1]
        for title in context.titles(beside.before, " ".join(words[:-named])):
            persons = dict.fromkeys(term.person for term in knowledge.terms(title, surname))
            fitting = [p for p in persons if p not in have and _bears(given, knowledge.actors[p])]
            yield from (Candidate(actor=knowledge.actors[p], sieve=TITLED, name=title) for p in fitting)
            if fitting:
                return


def _bears(given: Sequence[str], actor: Actor) -> bool:
    """Whether given names are the person's, as they stand or in another form: Chris for Christopher, Sergei, Sergey."""
    parts = {loose(word) for name in (actor.name, *actor.aliases) for word in name.split()}
    return all(any(_same_given(loose(word), part) for part in parts) for word in given)


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other), key=len)
    return long.startswith(short) or fuzz.ratio(one, other) >= _ALIKE
