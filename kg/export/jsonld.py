"""JSON-LD for people: compact, with a local ``@context``; the union of all named graphs.

The context is made from what occurs: a plain term for each property of ours, a prefixed one for others, and the type of
its values where all of them share one. It is the compaction that JSON-LD 1.1 describes, for data in which no node
stands inside another, made in one pass over the sorted triples.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.export.names import Names
from kg.export.order import TYPE, Statement, Term, by_predicate, by_subject, distinct
from kg.ids import KG, VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

    >>> a, term = ox.NamedNode("https://w3id.org/newskg/entity/a"), "https://w3id.org/newskg/term/"
    >>> quads = [ox.Quad(a, ox.NamedNode(term + "state"), a)]
    >>> document = json.loads("".join(text(quads, {"ent": "https://w3id.org/newskg/entity/", "kg": term})))
    >>> document["@context"]["state"], document["@graph"]
    ({'@id': 'kg:state', '@type': '@id'}, [{'@id': 'ent:a', 'state': 'ent:a'}])
    """
    names = Names(prefixes)
    statements = distinct(quads)
    properties = {iri: _property(iri, kinds, prefixes, names) for iri, kinds in _kinds(statements).items()}
    nodes = [_indented(_node(subject, group, properties, names), 4) for subject, group in by_subject(statements)]
    yield '{\n  "@context": ' + _indented(_context(properties.values(), names), 2) + ',\n  "@graph": ['
    for number, node in enumerate(nodes):
        yield (",\n    " if number else "\n    ") + node
    yield "\n  ]\n}\n"


def _kinds(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """Property IRI → the kinds of its values: ``@id`` or the IRI of a datatype."""
    found: dict[str, set[str]] = {}
    for _, predicate, term in statements:
        kind = term.datatype.value if isinstance(term, ox.Literal) else "@id"
        found.setdefault(predicate.value, set()).add(kind)
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
    return Property(key=key, name=name, type=kind if kind == "@id" else _iri(ox.NamedNode(kind), names))


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
    subject: ox.NamedNode | ox.BlankNode, statements: list[Statement], properties: Mapping[str, Property], names: Names
) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _iri(subject, names)}
    for predicate, terms in by_predicate(statements):
        prop = properties[predicate]
        written = [_value(term, prop, names) for term in terms]
        node[prop.key] = written[0] if len(written) == 1 else written
    return node


def _value(term: Term, prop: Property, names: Names) -> Any:  # noqa: ANN401  (a JSON value)
    if not isinstance(term, ox.Literal):
        name = _iri(term, names)
        return name if prop.type == "@id" else {"@id": name}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == BOOLEAN and term.value in {"true", "false"}:
        return term.value == "true"
    if datatype == INTEGER and _is_json_integer(term.value):
        return int(term.value)
    if datatype == STRING or prop.type is not None:
        return term.value
    return {"@value": term.value, "@type": _iri(term.datatype, names)}


def _is_json_integer(spelling: str) -> bool:
    """Whether JSON gives the same spelling back: no sign +, no leading zero, and small enough."""
    digits = spelling.removeprefix("-")
    return digits.isdecimal() and len(digits) <= SAFE_DIGITS and str(int(spelling)) == spelling


def _iri(term: ox.NamedNode | ox.BlankNode, names: Names) -> str:
    return str(term) if isinstance(term, ox.BlankNode) else names.name(term.value) or term.value


def _indented(value: dict[str, Any], by: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n" + " " * by)
