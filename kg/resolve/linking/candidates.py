"""Whom a mention may mean: the actors that bear its name, that it stands for, or that held an office under it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from kg.model import MentionKind
from kg.ontology.actors import LEADING, fold, loose
from kg.resolve.linking import context

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from kg.model import EntityMention
    from kg.ontology import Actor, KnowledgeBase
    from kg.resolve.linking.surroundings import Surroundings

TITLED, LEADER = "title and surname", "surname of a leader"
OFFICES = frozenset({TITLED, LEADER})  # the sieves by which a surname alone is a person's
WEIGHED = frozenset({"name", "metonym", TITLED, LEADER})  # the sieves that weigh features
_OWNED = re.compile(r"['’]s?\s+")
_PERSON, _GROUP = "Person", "PopulationGroup"
_TOWNS = frozenset({"City", "GovernmentBody"})
_NO_TOWN = frozenset({"downstate", "rural", "upstate"})
_PART_OF_LAND = re.compile(
    r"\b(upstate|downstate|rural|(?:north|south)?(?:east|west)ern|(?:north|south)ern|coastal|mainland)\s$",
    re.IGNORECASE,
)
_ALIKE = 75  # per cent of letters that two forms of a given name share
_NAMES = 3  # given names and surname
_MANY = 6  # owners of one name from which only those of a country that the text speaks of are looked at


class Beside(Struct, frozen=True, kw_only=True, dict=True, eq=False):  # a dict: what stands ahead is kept
    """A mention with its words and those on both sides of it; ``acts`` says that it takes part as a party.

    ``within`` are the words between it and the head of a longer mention that it is a part of.
    """

    mention: EntityMention
    inside: str
    before: str = ""
    after: str = ""
    acts: bool = False
    within: str | None = None

    @cached_property
    def ahead(self) -> str:
        """What stands before the name, the words of the mention before it among them."""
        at = self.inside.rfind(self.mention.name)
        return self.before + self.inside[: max(at, 0)]


class Candidate(Struct, frozen=True, kw_only=True):
    """An actor that a mention may mean, by which sieve, and under which name, a part of its own, or title."""

    actor: Actor
    sieve: str
    name: str
    part: bool = False


def candidates(
    beside: Beside, knowledge: KnowledgeBase, *, near: Callable[[], Collection[str]], around: Surroundings
) -> list[Candidate]:
    """The actors that a mention may mean, in a fixed order; ``near`` gives the countries around it.

    Where the words around a mention make a longer name of it, that one is meant.
    """
    mention = beside.mention
    longer = whole_name(beside, knowledge)
    if longer is not None:
        return [*_named(longer, mention, knowledge, near)]
    found = [*_metonyms(beside, knowledge), *_named(mention.name, mention, knowledge, near)]
    found = _of_region(found, beside)
    person = mention.type == _PERSON.upper()
    if not found and not person and (name := _part(mention, knowledge)) is not None:
        found = [replace(each, part=True) for each in _named(name, mention, knowledge, near)]
    if (person or mention.type is None) and mention.kind is MentionKind.NAMED:
        titled = [*_titled(beside, knowledge, {each.actor.id for each in found})]
        found += titled or ([] if found else [*_leaders(beside, knowledge, around)])
    return found


def _of_region(found: list[Candidate], beside: Beside) -> list[Candidate]:
    """Without the towns where a part of the country around is named: "upstate [Port Vell]", "western [Port Vell]"."""
    lands = [each for each in found if each.actor.type not in _TOWNS]
    part = _PART_OF_LAND.search(beside.ahead) if len(lands) < len(found) else None
    return lands if part is not None and (lands or part[1].lower() in _NO_TOWN) else found


def whole_name(beside: Beside, knowledge: KnowledgeBase) -> str | None:
    """The longest known name that a mention makes with words beside it: "Save the [Children]", "[UN] refugees"."""
    name = beside.mention.name
    left, right = context.joined(
        beside.ahead, beside.after if beside.within is None else beside.within, lowered=beside.mention.type == "ORG"
    )
    if not left and not right:
        return None
    best: str | None = None
    for before in range(len(left), -1, -1):
        for behind in range(len(right), -1, -1):
            words = " ".join([*left[len(left) - before :], name, *right[:behind]])
            if before + behind and words[:1].isupper() and (best is None or len(words) > len(best)):
                best = words if fold(words) in knowledge.names else best
    return best


def _metonyms(beside: Beside, knowledge: KnowledgeBase) -> Iterator[Candidate]:
    name = beside.mention.name
    body = knowledge.metonym(name) if beside.mention.type != _PERSON.upper() else None
    if body is not None:
        yield Candidate(actor=knowledge.actors[body], sieve="metonym", name=name)


def _named(
    name: str, mention: EntityMention, knowledge: KnowledgeBase, near: Callable[[], Collection[str]]
) -> Iterator[Candidate]:
    owners = [knowledge.actors[each] for each in knowledge.owners(name)]
    if len(owners) > _MANY:
        best, countries = knowledge.preference(name), near()
        owners = [actor for actor in owners if actor.country in countries or actor.id == best]
    yield from (Candidate(actor=actor, sieve="name", name=name) for actor in owners if _agrees(mention, actor))


def _agrees(mention: EntityMention, actor: Actor) -> bool:
    """A person's name must be seen as one and be whole; nothing else may be taken for a person, nor one for many."""
    if actor.type == _GROUP and f"{mention.name}s".lower() == actor.name.lower():
        return mention.number == "plural"
    if actor.type == _PERSON:
        return mention.type in {"PERSON", None} and " " in mention.name.strip()
    return mention.type != "PERSON" or " " not in mention.name.strip()


def _part(mention: EntityMention, knowledge: KnowledgeBase) -> str | None:
    """The name of a body without whose it is: "Sudrian Wool Board", "Wool Board of Sudria", "Dahl's Wool Board"."""
    name = mention.name
    owner, *owned = _OWNED.split(name)
    if owned and mention.head.start - mention.span.start >= len(owner) and knowledge.owners(owned[-1]):
        return owned[-1]
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

    The title may be a part of the mention, or all of it; given names between the two must be the person's.
    """
    words = beside.inside.split()
    cut = context.next_name(beside.after) if beside.mention.type is None else None
    words += [cut] if cut else []
    for named in range(1, min(len(words), _NAMES) + 1):
        given, surname = words[-named:-1], words[-1]
        ahead = beside.before + "".join(f"{word} " for word in words[:-named])
        for title in context.titles(ahead, knowledge):
            persons = dict.fromkeys(term.person for term in knowledge.terms(title, surname))
            fitting = [p for p in persons if p not in have and _bears(given, knowledge.actors[p])]
            yield from (Candidate(actor=knowledge.actors[p], sieve=TITLED, name=f"{title}|{surname}") for p in fitting)
            if fitting:
                return


def _leaders(beside: Beside, knowledge: KnowledgeBase, around: Surroundings) -> Iterator[Candidate]:
    """Who leads a state on the document's day and is so well known that the surname is enough.

    Of a document without a day, it is who ever did, if nobody else that is known bears the name.
    """
    surname = beside.mention.name
    if beside.mention.type is None or " " in surname or surname in around.bearers:
        return
    if context.honoured(beside.ahead):
        return
    persons = dict.fromkeys(term.person for term in knowledge.terms(LEADING, surname, around.day))
    alone = len(persons) == 1 and knowledge.surnames.get(surname.lower(), 1) == 1
    for person in persons if around.day is not None or alone else ():
        yield Candidate(actor=knowledge.actors[person], sieve=LEADER, name=f"{LEADING}|{surname}")


def _bears(given: Sequence[str], actor: Actor) -> bool:
    """Whether given names are the person's, as they stand or in another form: Chris for Christopher, Sergei, Sergey."""
    parts = {loose(word) for name in (actor.name, *actor.aliases) for word in name.split()}
    return all(any(_same_given(loose(word), part) for part in parts) for word in given)


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other), key=len)
    return long.startswith(short) or fuzz.ratio(one, other) >= _ALIKE
