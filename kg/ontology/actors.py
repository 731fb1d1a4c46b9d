"""The knowledge base of actors: who has which names, stands where, and is part of what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.ontology.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_TITLE = re.compile(r"\s+(?:of|for|to|from)\s+|,")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


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


@lru_cache(maxsize=65_536)  # names recur
def fold(name: str) -> str:
    """The form under which a name is looked up: without article, points, possessive; acronyms keep their case.

    >>> fold("The U.S. State Department"), fold("the Taliban"), fold("WHO"), fold("who")
    ('us state department', 'taliban', 'WHO', 'who')
    """
    plain = _ARTICLE.sub("", " ".join(name.split())).replace(".", "").replace("’", "'").removesuffix("'s")
    return plain if plain.isupper() and len(plain) <= 6 else plain.lower()  # noqa: PLR2004 (acronyms are short)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """Actors by id, and the ids that each folded name, metonym and demonym may mean.

    ``preferred`` holds the owner of names that several actors claim: an id, or None where only context can tell.
    ``holders`` are the persons who bear an office and a surname ("president", "miller"), with the days they held it.
    ``genders`` holds given names (capitalised) and nouns of persons that show whether a man or a woman is meant.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    preferred: Mapping[str, str | None] = field(default_factory=dict)
    generic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]] = field(default_factory=dict)

    def holder(self, title: str, surname: str, day: str | None = None) -> str | None:
        """The one person of a surname who held an office, or who held it on a day (in ISO 8601)."""
        terms = self.holders.get((title.lower(), surname.lower()), ())
        if day is not None and len({term.person for term in terms}) > 1:
            terms = tuple(term for term in terms if term.start <= day and (not term.end or day <= term.end))
        persons = {term.person for term in terms}
        return next(iter(persons)) if len(persons) == 1 else None

    def named(self, name: str, *, country: str | None = None) -> str | None:
        """The id that ``name`` means; with several owners that of ``country``, else the preferred one, else None."""
        key = fold(name)
        owners = self.names.get(key) or self.generic.get(key, ())
        if len(owners) == 1 and key not in self.preferred:
            return owners[0]
        local = [owner for owner in owners if country and self.actors[owner].country == country]
        if len(local) == 1:
            return local[0]
        return self.preferred.get(key)

    def shared(self, name: str) -> bool:
        """Whether several actors bear ``name``, so that no id may be made of the name alone."""
        key = fold(name)
        return key in self.preferred or key in self.generic or len(self.names.get(key, ())) > 1

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


def load(folder: Path) -> KnowledgeBase:
    """The knowledge base of a folder of CSV files laid out as the package's ``ontology/actors/``.

    :raises OntologyError: when a file is missing.
    """
    actors: dict[str, Actor] = {}
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in {"offices", "ambiguous"}:
            actors.update((row["id"], _actor(row)) for row in rows(path))
    preferred: dict[str, str | None] = {}
    generic: dict[str, tuple[str, ...]] = {}
    for row in rows(folder / "ambiguous.csv"):
        preferred[fold(row["surface"])] = row["preferred_id"] if row["preferred_id"] in actors else None
        generic[fold(row["surface"])] = tuple(i for i in row["ids"].split("|") if i in actors)
    genders = {row["word"]: row["gender"] for row in _optional(folder.parent / "names" / "genders.csv")}
    holders = _holders(_optional(folder / "offices.csv"), actors)
    return from_actors(actors, preferred=preferred, generic=generic, genders=genders, holders=holders)


def _optional(path: Path) -> Iterable[dict[str, str]]:
    return rows(path) if path.exists() else ()


def from_actors(
    actors: Mapping[str, Actor],
    *,
    preferred: Mapping[str, str | None] | None = None,
    generic: Mapping[str, tuple[str, ...]] | None = None,
    genders: Mapping[str, str] | None = None,
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]] | None = None,
) -> KnowledgeBase:
    """The knowledge base of ``actors``, indexed."""
    names: dict[str, set[str]] = {}
    metonyms: dict[str, set[str]] = {}
    demonyms: dict[str, set[str]] = {}
    for actor in actors.values():
        for table, words in (
            (names, (actor.name, *actor.aliases)),
            (metonyms, actor.metonyms),
            (demonyms, actor.demonyms),
        ):
            for word in words:
                table.setdefault(fold(word), set()).add(actor.id)
    return KnowledgeBase(
        actors=actors,
        names=_sorted(names),
        metonyms=_sorted(metonyms),
        demonyms=_sorted(demonyms),
        preferred=preferred or {},
        generic=generic or {},
        genders=genders or {},
        holders=holders or {},
    )


def _holders(
    offices: Iterable[Mapping[str, str]], actors: Mapping[str, Actor]
) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """Who held which office, by the title that goes before a name ("Minister of Trade" → minister) and the surname."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for row in offices:
        person = actors.get(row["person"])
        if person is not None and " " in person.name:
            title = _TITLE.split(row["office"], maxsplit=1)[0].lower()
            key = (title, person.name.rsplit(maxsplit=1)[-1].lower())
            found.setdefault(key, []).append(Tenure(person.id, row["start"] or "", row["end"] or ""))
    return {key: tuple(terms) for key, terms in found.items()}


def _sorted(table: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(ids)) for key, ids in table.items()}


def _actor(row: dict[str, str]) -> Actor:
    def cell(name: str) -> str | None:
        return row.get(name) or None

    def cells(name: str) -> tuple[str, ...]:
        return tuple(word for word in (row.get(name) or "").split("|") if word)

    return Actor(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        aliases=cells("aliases"),
        metonyms=cells("metonyms"),
        demonyms=cells("demonyms"),
        country=cell("country"),
        parent=cell("parent"),
        origin=cell("origin"),
        wikidata=cell("wikidata"),
    )
