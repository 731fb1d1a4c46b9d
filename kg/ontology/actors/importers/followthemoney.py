"""FollowTheMoney entities as JSON Lines: exports of OpenSanctions and Aleph.

See https://followthemoney.tech. Persons and bodies become actors, by their schema and topics; addresses, vessels, and
what only connects two entities (ownerships, directorships) are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from kg.errors import OntologyError
from kg.ontology.actors.importers.streams import ident, lines
from kg.ontology.actors.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.ontology.actors.importers.classes import Classes

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".ijson", ".ftm"})
_NAMES = ("name", "alias", "abbreviation", "weakAlias", "previousName")
_COUNTRIES = ("country", "jurisdiction", "mainCountry", "nationality", "citizenship")
_CODE = re.compile(r"[A-Za-z]{2}")


def begins(line: str) -> bool:
    """An object with a schema and properties."""
    return line.startswith("{") and '"schema"' in line


def rows(path: Path, classes: Classes, countries: Mapping[str, str]) -> Iterator[Row]:  # noqa: ARG001 (as every format)
    """An actor for each entity whose schema or topics make it one.

    :raises OntologyError: when a line is no entity.
    """
    found = list(_rows(path, classes))
    held = {row.cells["id"] for row in found}
    for row in found:
        # An export may hold a part of a base: what lies outside of it is no parent here.
        yield row if row.cells["parent"] in held else Row(row.line, row.cells | {"parent": ""})


def _rows(path: Path, classes: Classes) -> Iterator[Row]:
    for number, line in lines(path):
        try:
            entity = msgspec.json.decode(line)
            schema, properties = entity["schema"], entity["properties"]
            kind = _type(schema, properties, classes)
            if kind is not None:
                yield Row(number, _cells(entity, kind, properties))
        except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
            message = f"{path}, line {number}: no FollowTheMoney entity ({error}); expected id, schema and properties"
            raise OntologyError(message) from error


def _type(schema: str, properties: dict[str, Any], classes: Classes) -> str | None:
    kind = classes.get(("followthemoney", schema))
    if kind is None or kind == "Person":
        return kind
    topics = (classes.get(("followthemoney", topic)) for topic in properties.get("topics", ()))
    return next((topic for topic in topics if topic), kind)


def _cells(entity: dict[str, Any], kind: str, properties: dict[str, Any]) -> dict[str, str]:
    names = [n for key in _NAMES for n in properties.get(key, ()) if isinstance(n, str) and n.strip()]
    name = entity.get("caption") or (names[0] if names else entity["id"])
    codes = (c.upper() for key in _COUNTRIES for c in properties.get(key, ()) if _CODE.fullmatch(str(c)))
    parents = [p if isinstance(p, str) else p["id"] for p in properties.get("parent", ())]
    return {
        "id": ident("ftm", entity["id"]),
        "type": kind,
        "name": name,
        "aliases": "|".join(n.replace("|", " ") for n in dict.fromkeys(names) if n != name),
        "country": next(codes, ""),
        "parent": ident("ftm", parents[0]) if parents else "",
        "wikidata": next(iter(properties.get("wikidataId", ())), ""),
        "source": ", ".join(entity.get("datasets", ())),
    }
