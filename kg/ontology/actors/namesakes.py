"""How common the whole name of a person is, told by the names of the persons who are known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.ontology.actors.knowledge import Actor

MILLION = 1_000_000
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ALL = ""  # the key of how many persons were counted


def given_and_surname(name: str) -> tuple[str, str] | None:
    """The first and the last word of a whole name, in small letters; None of a name of one word.

    >>> given_and_surname("Mira K. Dahl Jr."), given_and_surname("Dahl")
    (('mira', 'dahl'), None)
    """
    words = [word for word in name.lower().replace(".", "").replace(",", "").split() if word not in _SUFFIXES]
    return (words[0], words[-1]) if len(words) > 1 else None


def counted(actors: Iterable[Actor]) -> tuple[dict[str, int], dict[str, int]]:
    """How many persons bear a given name, or one with an initial, and how many a surname; those of one are left out."""
    names = [found for actor in actors if actor.type == "Person" and (found := given_and_surname(actor.name))]
    given = Counter(given for given, _ in names) + Counter(given[0] for given, _ in names if len(given) > 1)
    surnames = Counter(surname for _, surname in names)
    often = [{name: n for name, n in sorted(table.items()) if n > 1} for table in (given, surnames)]
    return often[0], {_ALL: len(names)} | often[1] if names else {}


def bearers(name: str, given: Mapping[str, int], surnames: Mapping[str, int]) -> float:
    """How many persons in a million bear a whole name, if given names and surnames went together by chance; from 0.

    ``given`` and ``surnames`` are as ``counted`` gives them; a name that fewer than two known persons bear counts for
    nothing.

    >>> bearers("Mira Dahl", {"mira": 20}, {"": 1000, "dahl": 5})
    100.0
    """
    parts, everybody = given_and_surname(name), surnames.get(_ALL, 0)
    if parts is None or not everybody:
        return 0.0
    return MILLION * given.get(parts[0], 0) * surnames.get(parts[1], 0) / everybody**2
