"""Actors by id, and what each name may mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kg.ontology.actors.names import fold, loose, spoken
from kg.ontology.actors.namesakes import bearers, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


_REMEMBERED = 65_536  # names whose owners stay in memory: names recur
LEADING = "=leader"  # among the titles of ``KnowledgeBase.holders``: of those who lead a state or the United Nations


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One row of the knowledge base. ``parent`` is the id it is directly part of, ``country`` in ISO 3166-1 alpha-2."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    origin: str | None = None
    wikidata: str | None = None


class Tenure(NamedTuple):
    """Who held an office from when until when, in ISO 8601; ``end`` is empty where it is not known."""

    person: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether a day lies in the term, as far as its bounds are known.

        >>> Tenure("person:a", "2001-05", "2004").covers("2004-11-30"), Tenure("person:a", "2001-05", "").covers("2001")
        (True, True)
        """
        width = min(len(self.start), len(day))
        return self.start[:width] <= day[:width] and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """Actors by id, and the ids that each folded name, metonym and demonym may mean.

    ``preferred`` holds the owner of names that several actors claim: an id, or None where only context can tell;
    ``generic`` all that may be meant by them. ``loosened`` holds the ids by normalised names. ``holders`` are the
    persons who bear an office and a surname ("president", "miller"), with the days they held it, and ``titles`` the
    offices among them.

    Words that tell: ``genders`` holds given names (capitalised) and nouns of persons that show whether a man or a
    woman is meant, ``levels`` words that go with a State, a Territory or a City ("governor"), ``roles`` nouns of
    persons that are "official" or "private", ``scopes`` the outlets that report from the "world", not from their
    country, and ``place_verbs`` verbs whose object, if it is a town, is not whom it stands for ("reach", "shell"),
    ``role_kin`` nouns and adjectives of a role with what else it is called ("justice", a *judge*).
    ``given_names`` and ``surnames`` count the persons who bear them, as ``kg.ontology.actors.namesakes`` does.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    loosened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preferred: Mapping[str, str | None] = field(default_factory=dict)
    generic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    scopes: Mapping[str, str] = field(default_factory=dict)
    place_verbs: Mapping[str, str] = field(default_factory=dict)
    role_kin: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]] = field(default_factory=dict)
    given_names: Mapping[str, int] = field(default_factory=dict)
    surnames: Mapping[str, int] = field(default_factory=dict)
    _remembered: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _lists: dict[str, bool] = field(default_factory=dict, init=False, compare=False, repr=False)

    def terms(self, title: str, surname: str, day: str | None = None) -> tuple[Tenure, ...]:
        """The terms of those of a surname who held an office, of all days or of one (in ISO 8601)."""
        found = self.holders.get((title.lower(), surname.lower()), ())
        return found if day is None else tuple(term for term in found if term.covers(day))

    def holder(self, title: str, surname: str, day: str | None = None) -> str | None:
        """The one person of a surname who held an office, or who held it on a day (in ISO 8601)."""
        terms = self.terms(title, surname)
        if day is not None and len({term.person for term in terms}) > 1:
            terms = self.terms(title, surname, day)
        persons = {term.person for term in terms}
        return next(iter(persons)) if len(persons) == 1 else None

    def owners(self, name: str) -> tuple[str, ...]:
        """The ids that bear ``name``: as it is written, else where nobody does, in its normalised form."""
        found = self._remembered.get(name)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[name] = self._owners(name)
        return found

    def _owners(self, name: str) -> tuple[str, ...]:
        key = fold(name)
        found = self.names.get(key, ())
        if key in self.generic:
            found = tuple(sorted({*found, *self.generic[key]}))
        if found:
            return found
        # An acronym is written as a word only with a capital: Nato.
        return self.loosened.get(loose(name), ()) if name[:1].isupper() or " " in name else ()

    def preference(self, name: str) -> str | None:
        """The id that a name of several actors means where nothing else tells; None where only context can tell."""
        return self.preferred.get(fold(name)) or self.preferred.get(loose(name))

    def named(self, name: str, *, country: str | None = None) -> str | None:
        """The id that ``name`` means; with several owners that of ``country``, else the preferred one, else None."""
        owners = self.owners(name)
        if len(owners) == 1 and not self._listed(name):
            return owners[0]
        local = [owner for owner in owners if country and self.actors[owner].country == country]
        return local[0] if len(local) == 1 else self.preference(name)

    def shared(self, name: str) -> bool:
        """Whether several actors bear ``name``, so that no id may be made of the name alone."""
        return self._listed(name) or len(self.owners(name)) > 1

    def bearers(self, name: str) -> float:
        """How many persons in a million may bear a whole name: of many, the name alone does not tell one."""
        return bearers(name, self.given_names, self.surnames)

    def _listed(self, name: str) -> bool:
        found = self._lists.get(name)
        if found is None:
            if len(self._lists) >= _REMEMBERED:
                self._lists.clear()
            keys = {fold(name), loose(name)}
            found = self._lists[name] = any(key in self.preferred or key in self.generic for key in keys)
        return found

    def metonym(self, name: str) -> str | None:
        """The id of the body that ``name`` stands for when it acts: Washington → the United States' government."""
        owners = self.metonyms.get(fold(name), ())
        return owners[0] if len(owners) == 1 else None

    def demonym(self, word: str) -> str | None:
        """The id of the state whose people ``word`` calls: Afghan, Pakistanis."""
        owners = self.demonyms.get(fold(word), ())
        return owners[0] if len(owners) == 1 else None

    def ancestors(self, actor: str) -> Iterator[str]:
        """The ids that an actor is part of, nearest first."""
        seen = {actor}
        parent = self.actors[actor].parent
        while parent and parent in self.actors and parent not in seen:
            yield parent
            seen.add(parent)
            parent = self.actors[parent].parent

    def state(self, actor: str) -> str | None:
        """The id of the state that an actor is, or belongs to."""
        for candidate in (actor, *self.ancestors(actor)):
            if self.actors[candidate].type == "State":
                return candidate
        return None


def from_actors(  # noqa: PLR0913 (all that is known)
    actors: Mapping[str, Actor],
    *,
    preferred: Mapping[str, str | None] | None = None,
    generic: Mapping[str, tuple[str, ...]] | None = None,
    genders: Mapping[str, str] | None = None,
    levels: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    scopes: Mapping[str, str] | None = None,
    place_verbs: Mapping[str, str] | None = None,
    role_kin: Mapping[str, str] | None = None,
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]] | None = None,
) -> KnowledgeBase:
    """The knowledge base of ``actors``, indexed."""
    given_names, surnames = counted(actors.values())
    return KnowledgeBase(
        actors=actors,
        names=_index(actors, lambda actor: (fold(word) for word in (actor.name, *actor.aliases))),
        metonyms=_index(actors, lambda actor: map(fold, actor.metonyms)),
        demonyms=_index(actors, lambda actor: map(fold, actor.demonyms)),
        loosened=_index(actors, _loosened, [(loose(key), ids) for key, ids in (generic or {}).items()]),
        preferred=preferred or {},
        generic=generic or {},
        genders=genders or {},
        levels=levels or {},
        roles=roles or {},
        scopes=scopes or {},
        place_verbs=place_verbs or {},
        role_kin=role_kin or {},
        titles={title: "" for title, _ in holders or {}},
        holders=holders or {},
        given_names=given_names,
        surnames=surnames,
    )


def _loosened(actor: Actor) -> Iterator[str]:
    """The forms in which an actor's names are looked up where nobody bears them as they are written."""
    for word in (actor.name, *actor.aliases):
        yield from filter(None, (loose(word), spoken(word)))


def _index(
    actors: Mapping[str, Actor],
    forms: Callable[[Actor], Iterable[str]],
    more: Iterable[tuple[str, Iterable[str]]] = (),
) -> dict[str, tuple[str, ...]]:
    """The ids of actors, sorted, by their forms; ``more`` holds ids by forms of no single actor."""
    table: dict[str, set[str]] = {}
    for form, ids in more:
        table.setdefault(form, set()).update(ids)
    for actor in actors.values():
        for form in forms(actor):
            table.setdefault(form, set()).add(actor.id)
    return {form: tuple(sorted(ids)) for form, ids in table.items()}
