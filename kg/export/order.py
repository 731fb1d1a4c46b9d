"""The order in which triples leave: by subject, then ``rdf:type``, then the other predicates, then by object."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Statement = tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, Term]

TYPE = VOCABULARIES["rdf"] + "type"


def distinct(quads: Iterable[ox.Quad]) -> list[Statement]:
    """The distinct triples of all graphs together, sorted.

    IRIs come before literals; terms of a kind are compared by code point.

    >>> a, kind, name = ox.NamedNode("u:a"), ox.NamedNode(TYPE), ox.NamedNode("u:name")
    >>> quads = [ox.Quad(a, name, ox.Literal("x")), ox.Quad(a, kind, name), ox.Quad(a, kind, name, a)]
    >>> [str(statement[2]) for statement in distinct(quads)]
    ['<u:name>', '"x"']

    :raises StoreError: when a quad holds a triple as a term, which RDF 1.1 does not know.
    """
    return sorted({_statement(quad) for quad in quads}, key=_key)


def by_subject(statements: Iterable[Statement]) -> Iterator[tuple[ox.NamedNode | ox.BlankNode, list[Statement]]]:
    """Sorted statements, a group for each subject."""
    for subject, group in groupby(statements, key=lambda statement: statement[0]):
        yield subject, list(group)


def by_predicate(statements: Iterable[Statement]) -> Iterator[tuple[str, list[Term]]]:
    """The sorted statements of one subject: each predicate's IRI with its objects."""
    for predicate, group in groupby(statements, key=lambda statement: statement[1]):
        yield predicate.value, [statement[2] for statement in group]


def _statement(quad: ox.Quad) -> Statement:
    subject, predicate, object_ = quad.subject, quad.predicate, quad.object
    if isinstance(subject, ox.Triple) or isinstance(object_, ox.Triple):
        message = f"{quad} holds a triple as a term; expected RDF 1.1, so remove the quad"
        raise StoreError(message)
    return subject, predicate, object_


def _key(statement: Statement) -> tuple[str, bool, str, int, str, str]:
    subject, predicate, object_ = statement
    kind, kind_of_literal = 0, ""
    if isinstance(object_, ox.Literal):
        kind, kind_of_literal = 1, f"{object_.datatype.value}@{object_.language or ''}"
    name = predicate.value
    return subject.value, name != TYPE, name, kind, object_.value, kind_of_literal
