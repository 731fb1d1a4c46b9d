"""Turtle for people: sorted, prefixed, a paragraph for each subject; the union of all named graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export.names import Names
from kg.export.order import TYPE, Statement, Term, by_predicate, by_subject, distinct
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

XSD = VOCABULARIES["xsd"]

# The literals that Turtle writes bare; each keeps its spelling, so 2.50 stays 2.50.
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The distinct triples of all graphs as Turtle; only prefixes that occur are declared.

    >>> a, term = ox.NamedNode("https://w3id.org/newskg/entity/a"), "https://w3id.org/newskg/term/"
    >>> quads = [ox.Quad(a, ox.NamedNode(TYPE), ox.NamedNode(term + "State")),
    ...          ox.Quad(a, ox.NamedNode(term + "reportCount"), ox.Literal(2))]
    >>> print("".join(text(quads, {"ent": "https://w3id.org/newskg/entity/", "kg": term})), end="")
    @prefix ent: <https://w3id.org/newskg/entity/> .
    @prefix kg: <https://w3id.org/newskg/term/> .
    <BLANKLINE>
    ent:a a kg:State ;
        kg:reportCount 2 .
    """
    names = Names(prefixes)
    body = list(paragraphs(distinct(quads), names))
    yield header(names)
    for paragraph in body:
        yield "\n" + paragraph


def header(names: Names) -> str:
    """The declarations of the prefixes in use, sorted."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.used.items())


def paragraphs(statements: Iterable[Statement], names: Names) -> Iterator[str]:
    """A paragraph for each subject of sorted statements: a line for each predicate, its objects joined by commas."""
    for subject, group in by_subject(statements):
        lines = (
            f"{'a' if predicate == TYPE else names.term(ox.NamedNode(predicate))} {_objects(objects, names)}"
            for predicate, objects in by_predicate(group)
        )
        yield f"{names.term(subject)} " + " ;\n    ".join(lines) + " .\n"


def _objects(objects: list[Term], names: Names) -> str:
    return ", ".join(_literal(term, names) if isinstance(term, ox.Literal) else names.term(term) for term in objects)


def _literal(literal: ox.Literal, names: Names) -> str:
    datatype = literal.datatype.value
    if datatype in _BARE and _BARE[datatype].fullmatch(literal.value):
        return literal.value
    written = str(literal)  # pyoxigraph escapes as N-Triples does
    tail = f"^^<{datatype}>"
    return written.removesuffix(tail) + "^^" + names.term(literal.datatype) if written.endswith(tail) else written
