"""A dump of Wikidata entities in JSON, or a part of one: plain, .gz or .bz2, read as a stream.

See https://www.wikidata.org/wiki/Wikidata:Database_download: an array with an entity a line; lines alone do as well. An
entity is an actor when a class of it (P31), or one above that (P279) as far as the file holds it, is one of our types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from kg.errors import OntologyError
from kg.ontology.actors.importers.streams import lines
from kg.ontology.actors.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.ontology.actors.importers.classes import Classes

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
_CODE = re.compile(r"[A-Z]{2}")
_CLASS, _ABOVE, _COUNTRY, _CITIZEN, _ISO, _DEMONYM, _ENDED = "P31", "P279", "P17", "P27", "P297", "P1549", "P582"
_LANGUAGES = ("en", "en-gb", "mul")
_PARENTS = ("P749", "P361")  # parent organization, part of


def begins(line: str) -> bool:
    """An array, or an object with labels and claims."""
    return line == "[" or (line.startswith(("{", "[{")) and '"labels"' in line)


def rows(path: Path, classes: Classes, countries: Mapping[str, str]) -> Iterator[Row]:
    """An actor for each entity of a class that is one; the file is read twice, the first time for the classes.

    :raises OntologyError: when a line is no entity.
    """
    above: dict[str, list[str]] = {}
    codes = dict(countries)
    for _, entity in _entities(path):
        if up := _items(entity, _ABOVE):
            above[entity["id"]] = up
        codes.update((entity["id"], code) for code in _values(entity, _ISO) if _CODE.fullmatch(str(code)))
    found = []
    for number, entity in _entities(path):
        kind = _type(_items(entity, _CLASS), above, classes)
        if kind is not None:
            found.append((Row(number, _cells(entity, kind, codes)), _parents(entity)))
    held = {row.cells["id"] for row, _ in found}
    for row, parents in found:
        parent = next((each for each in parents if each in held), "")
        yield Row(row.line, row.cells | {"parent": parent})


def _entities(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in lines(path):
        bare = line.removeprefix("[").removesuffix("]").rstrip(",")
        if not bare:
            continue
        try:
            entity = msgspec.json.decode(bare)
            if not isinstance(entity["id"], str) or not isinstance(entity["claims"], dict | list):
                raise TypeError  # noqa: TRY301 (handled as any other line that is no entity)
        except (msgspec.DecodeError, KeyError, TypeError) as error:
            message = f"{path}, line {number}: no Wikidata entity; expected an object with id, labels and claims a line"
            raise OntologyError(message) from error
        yield number, entity


def _values(entity: dict[str, Any], prop: str) -> list[Any]:
    """The values of a property, preferred ones first; deprecated ones and those that have ended are left out."""
    claims = entity["claims"] if isinstance(entity["claims"], dict) else {}  # an empty one is written as a list
    kept = [c for c in claims.get(prop, ()) if c.get("rank") != "deprecated" and _ENDED not in c.get("qualifiers", {})]
    kept.sort(key=lambda claim: claim.get("rank") != "preferred")
    values = (claim.get("mainsnak", {}).get("datavalue", {}).get("value") for claim in kept)
    return [value for value in values if value is not None]


def _items(entity: dict[str, Any], prop: str) -> list[str]:
    return [value["id"] for value in _values(entity, prop) if isinstance(value, dict) and "id" in value]


def _type(given: list[str], above: Mapping[str, list[str]], classes: Classes) -> str | None:
    """The type of the nearest class that has one, going up level by level."""
    level, seen = list(given), set(given)
    while level:
        found = (classes.get(("wikidata", each)) for each in level)
        if kind := next((each for each in found if each), None):
            return kind
        level = [up for each in level for up in above.get(each, ()) if up not in seen]
        seen.update(level)
    return None


def _parents(entity: dict[str, Any]) -> list[str]:
    return [_id(item) for prop in _PARENTS for item in _items(entity, prop) if item != entity["id"]]


def _id(item: str) -> str:
    return f"wd:{item.lower()}"


def _cells(entity: dict[str, Any], kind: str, codes: Mapping[str, str]) -> dict[str, str]:
    labels, aliases = entity.get("labels") or {}, entity.get("aliases") or {}
    label = next((labels[code]["value"] for code in (*_LANGUAGES, *sorted(labels)) if code in labels), entity["id"])
    others = [each["value"] for code in _LANGUAGES for each in aliases.get(code, ())]
    demonyms = [v["text"] for v in _values(entity, _DEMONYM) if isinstance(v, dict) and v.get("language") == "en"]
    states = [codes[item] for prop in (_COUNTRY, _CITIZEN) for item in _items(entity, prop) if item in codes]
    return {
        "id": _id(entity["id"]),
        "type": kind,
        "name": label,
        "aliases": "|".join(dict.fromkeys(each.replace("|", " ") for each in others if each != label)),
        "demonyms": "|".join(dict.fromkeys(demonyms)),
        "country": codes.get(entity["id"]) or next(iter(states), ""),
        "wikidata": entity["id"],
        "source": "Wikidata",
        "licence": "CC0-1.0",
    }
