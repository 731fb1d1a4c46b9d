"""A folder of CSV files → knowledge base."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from kg.ontology.actors import tables
from kg.ontology.actors.knowledge import LEADING, Tenure, from_actors
from kg.ontology.actors.names import fold
from kg.ontology.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from kg.ontology.actors.knowledge import Actor, KnowledgeBase

# Files beside those of the actors: of the offices that they held, and of the names that several bear.
_OFFICES, _AMBIGUOUS = "offices.csv", "ambiguous.csv"
# Files of words beside the folder that the knowledge base holds too.
WORDS = ("names/*.csv", "role-nouns.csv")
# Sectors of role nouns by whether those who bear them stand for the public.
_STANDING = {
    **dict.fromkeys(("GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "IGO", "OPP"), "official"),
    **dict.fromkeys(("CVL", "BUS", "LAB", "EDU", "AGR", "ELI", "HLH", "MED", "REF", "CRM"), "private"),
}
_FAMILY_FIRST = frozenset({"CN", "TW", "HK", "KR", "KP", "VN", "KH"})  # where family names come first
# Titles of offices whose holders news calls by the surname alone; nominees of a party are called so too.
_LEADERS = frozenset({"president", "prime minister", "chancellor", "premier", "supreme leader", "secretary of state"})
_NOMINEE = "presidential nominee"
_TITLE = re.compile(r"\s+(?:of|for|to|from)\s+|,\s*")
# Titles that news put the field before, and those they write short.
_SECTORAL = frozenset({"minister", "deputy minister", "secretary", "commissioner", "chief", "director"})
_SHORT = {"prime minister": "pm", "senator": "sen", "representative": "rep", "governor": "gov", "general": "gen"}


def read(folder: Path, added: Path | None) -> KnowledgeBase:
    """The knowledge base of a folder laid out as the package's ``ontology/actors/``, and of a file of more actors.

    :raises OntologyError: when a file is missing, or ``added`` contradicts itself or the folder.
    """
    actors = packaged(folder)
    if added is not None:
        more = tables.read(added)
        tables.check(added, more, known=actors)
        actors.update((row.cells["id"], tables.actor(row.cells)) for row in more)
    preferred: dict[str, str | None] = {}
    generic: dict[str, tuple[str, ...]] = {}
    for cells in rows(folder / _AMBIGUOUS):
        preferred[fold(cells["surface"])] = cells["preferred_id"] if cells["preferred_id"] in actors else None
        generic[fold(cells["surface"])] = tuple(i for i in cells["ids"].split("|") if i in actors)
    sectors = ((cells["noun"], cells["sector"]) for cells in _optional(folder.parent / "role-nouns.csv"))
    roles = {noun: _STANDING[sector] for noun, sector in sectors if sector in _STANDING}
    return from_actors(
        actors,
        preferred=preferred,
        generic=generic,
        genders=_words(folder, "genders", "word", "gender"),
        levels=_words(folder, "levels", "word", "level"),
        roles=roles,
        scopes=_words(folder, "outlets", "id", "scope"),
        place_verbs=_words(folder, "place-verbs", "verb", "verb"),
        role_kin=_words(folder, "role-kin", "noun", "role"),
        holders=_holders(_optional(folder / _OFFICES), actors),
    )


def _words(folder: Path, name: str, key: str, value: str) -> dict[str, str]:
    return {cells[key]: cells[value] for cells in _optional(folder.parent / "names" / f"{name}.csv")}


def packaged(folder: Path) -> dict[str, Actor]:
    """The actors of a folder, by id."""
    paths = (path for path in sorted(folder.glob("*.csv")) if path.name not in {_OFFICES, _AMBIGUOUS})
    return {cells["id"]: tables.actor(cells) for path in paths for cells in rows(path)}


def _optional(path: Path) -> Iterable[dict[str, str]]:
    return rows(path) if path.exists() else ()


def _holders(
    offices: Iterable[Mapping[str, str]], actors: Mapping[str, Actor]
) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """Who held which office, by each title that goes before a name, and the surname."""
    found: dict[tuple[str, str], dict[Tenure, None]] = {}
    states = frozenset(fold(name) for a in actors.values() if a.type == "State" for name in (a.name, *a.aliases))
    for row in offices:
        person = actors.get(row["person"])
        if person is None:
            continue
        tenure = Tenure(person.id, row["start"] or "", row["end"] or "")
        leads = (LEADING,) if _leads(row["office"], states) else ()
        for title, surname in product((*titles(row["office"]), *leads), surnames(person)):
            found.setdefault((title, surname), {})[tenure] = None
    return {key: tuple(terms) for key, terms in found.items()}


def _leads(office: str, states: Container[str]) -> bool:
    """Whether an office is that of who leads a state or stands to: President of Norland, not of the Senate."""
    head, *rest = _TITLE.split(office.lower(), maxsplit=1)
    if not rest or head == "secretary":
        return office.lower() in _LEADERS
    if head == _NOMINEE:
        return True
    return head.removeprefix("federal ") in _LEADERS and (fold(rest[0]) in states or head == "supreme leader")


def surnames(person: Actor) -> tuple[str, ...]:
    """The words that stand for a person after a title, in small letters: the last of each longer name.

    An alias of one word is one too ("Abiy"); where family names come first, so is the first.

    >>> from kg.ontology.actors import Actor
    >>> surnames(Actor(id="person:a", type="Person", name="Mira Dahl", aliases=("Mira Dahl-Lind", "Mimi")))
    ('dahl', 'dahl-lind', 'mimi')
    >>> surnames(Actor(id="person:b", type="Person", name="Li Na", country="CN"))
    ('na', 'li')
    """
    parts = [name.lower().split() for name in (person.name, *person.aliases)]
    found = [words[-1] for words in parts if len(words) > 1 or words[0] != person.name.lower()]
    found += [words[0] for words in parts if len(words) > 1 and person.country in _FAMILY_FIRST]
    return tuple(dict.fromkeys(found))


def titles(office: str) -> tuple[str, ...]:
    """The titles that may go before a name, of an office: of a Minister of Trade, *minister* and *trade minister*.

    >>> titles("Minister of Foreign Affairs")
    ('minister of foreign affairs', 'minister', 'foreign affairs minister', 'foreign minister')
    >>> titles("US Senator from OH"), titles("Prime Minister")
    (('us senator from oh', 'us senator', 'senator', 'sen'), ('prime minister', 'pm'))
    >>> titles("vice presidential nominee of the Wool Party")[1:]
    ('vice presidential nominee', 'wool vice presidential nominee')
    """
    whole = " ".join(office.lower().split())
    head, *rest = _TITLE.split(whole, maxsplit=1)
    plain = head.removeprefix("us ").removeprefix("federal ").removeprefix("union ")
    found = [whole, head, plain]
    if rest and plain in _SECTORAL:
        field = rest[0].removeprefix("the ").strip()
        found += [f"{field} {plain}", f"{field.removesuffix(' affairs')} {plain}"]
    if rest and plain.endswith(_NOMINEE):
        party = rest[0].removeprefix("the ").removesuffix(" party")
        found += [f"{party} {plain}", *((f"{party} nominee",) if plain == _NOMINEE else ())]
    found += [_SHORT[plain]] if plain in _SHORT else []
    return tuple(dict.fromkeys(found))
