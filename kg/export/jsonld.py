"""JSON-LD for people: compact, with a local ``@context``; the union of all named graphs.

The context is made from what occurs: a plain term for each property of ours, a prefixed one for others, and the type of
its values where all of them share one. It is the compaction that JSON-LD 1.1 describes, for data in which no node
stands inside another, made in one pass over the sorted triples.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from kg.export.names import Names
from kg.export.order import LITERAL, TYPE, literal, nodes, rows_of, spooled, triple_keys, unspooled
from kg.ids import KG, VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

XSD = VOCABULARIES["xsd"]
STRING, LANGUAGE_STRING = XSD + "string", VOCABULARIES["rdf"] + "langString"
INTEGER, BOOLEAN = XSD + "integer", XSD + "boolean"

# Integers with more digits lose some in readers that keep numbers as IEEE 754 doubles.
SAFE_DIGITS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """How a property is written: its key, its prefixed name, and the type that all its values share, if they do."""

    key: str
    name: str
    type: str | None


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The distinct triples of all graphs as JSON-LD: one object, its ``@graph`` sorted by id.

    >>> import pyoxigraph as ox
    >>> a, term = ox.NamedNode("https://w3id.org/newskg/entity/a"), "https://w3id.org/newskg/term/"
    >>> quads = [ox.Quad(a, ox.NamedNode(term + "state"), a)]
    >>> document = json.loads("".join(text(quads, {"ent": "https://w3id.org/newskg/entity/", "kg": term})))
    >>> document["@context"]["state"], document["@graph"]
    ({'@id': 'kg:state', '@type': '@id'}, [{'@id': 'ent:a', 'state': 'ent:a'}])
    """
    names = Names(prefixes)
    kinds: dict[str, set[str]] = {}
    rows = rows_of(quads, partial(_watched, kinds))  # sorted, so all kinds are known when the first row comes
    properties: dict[str, Property] = {}
    with spooled() as body:
        for number, (subject, predicates) in enumerate(nodes(rows)):
            properties = properties or {iri: _property(iri, kinds[iri], prefixes, names) for iri in sorted(kinds)}
            body.write(
                (",\n    " if number else "\n    ") + _indented(_node(subject, predicates, properties, names), 4)
            )
        yield '{\n  "@context": ' + _indented(_context(properties.values(), names), 2) + ',\n  "@graph": ['
        yield from unspooled(body)
    yield "\n  ]\n}\n"


def _watched(kinds: dict[str, set[str]], lines: list[bytes]) -> list[bytes]:
    """The keys of lines; notes in ``kinds`` the values of each property: ``@id`` or the IRI of a datatype."""
    found = triple_keys(lines)
    for line in found:
        _, _, predicate, term = line[:-1].decode().split("\x01", 3)
        kinds.setdefault(predicate or TYPE, set()).add(literal(term)[1] if term[0] == LITERAL else "@id")
    return found


def _property(iri: str, kinds: set[str], prefixes: Mapping[str, str], names: Names) -> Property:
    """A property of ours goes by its local name, unless that is a prefix; one without a prefix has no type."""
    if iri == TYPE:
        return Property(key="@type", name="@type", type="@id")
    name = names.name(iri)
    if name is None:
        return Property(key=iri, name=iri, type=None)
    local = iri.removeprefix(KG)
    key = local if iri.startswith(KG) and local not in prefixes else name
    kind = next(iter(kinds)) if len(kinds) == 1 else STRING
    if kind in {STRING, LANGUAGE_STRING, INTEGER, BOOLEAN}:  # JSON and value objects say these by themselves
        return Property(key=key, name=name, type=None)
    return Property(key=key, name=name, type=kind if kind == "@id" else _iri(kind, names))


def _context(properties: Iterable[Property], names: Names) -> dict[str, Any]:
    """The prefixes in use, then the terms that differ from their prefixed names or have a type; both sorted."""
    context: dict[str, Any] = dict(names.used)
    for prop in sorted(properties, key=lambda prop: prop.key):
        if prop.type is not None and prop.key != "@type":
            context[prop.key] = {"@id": prop.name, "@type": prop.type}
        elif prop.key != prop.name:
            context[prop.key] = prop.name
    return context


def _node(
    subject: str, predicates: list[tuple[str, list[str]]], properties: Mapping[str, Property], names: Names
) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _iri(subject, names)}
    for predicate, terms in predicates:
        prop = properties[predicate]
        written = [_value(term, prop, names) for term in terms]
        node[prop.key] = written[0] if len(written) == 1 else written
    return node


def _value(term: str, prop: Property, names: Names) -> Any:  # noqa: ANN401  (a JSON value)
    if term[0] != LITERAL:
        name = _iri(term, names)
        return name if prop.type == "@id" else {"@id": name}
    value, datatype, language = literal(term)
    if language:
        return {"@value": value, "@language": language}
    if datatype == BOOLEAN and value in {"true", "false"}:
        return value == "true"
    if datatype == INTEGER and _is_json_integer(value):
        return int(value)
    if datatype == STRING or prop.type is not None:
        return value
    return {"@value": value, "@type": _iri(datatype, names)}


def _is_json_integer(spelling: str) -> bool:
    """Whether JSON gives the same spelling back: no sign +, no leading zero, and small enough."""
    digits = spelling.removeprefix("-")
    return digits.isdecimal() and len(digits) <= SAFE_DIGITS and str(int(spelling)) == spelling


def _iri(iri: str, names: Names) -> str:
    return names.name(iri) or iri


def _indented(value: dict[str, Any], by: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n" + " " * by)
