"""Python values become RDF terms, and a writer's quads come out sorted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.ids import KG, VOCABULARIES
from kg.rdf.terms import TYPE, Writer, kg, literal, node, offset

XSD = VOCABULARIES["xsd"]
GRAPH = "https://example.org/graph"
ONE, TWO = "https://example.org/1", "https://example.org/2"


def typed(value: str, datatype: str) -> Literal:
    """A literal of a type of XML Schema."""
    return Literal(value, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("25", Literal("25")),
        ("", Literal("")),
        (True, typed("true", "boolean")),
        (False, typed("false", "boolean")),
        (25, typed("25", "integer")),
        (250000.0, typed("250000", "integer")),
        (-3.0, typed("-3", "integer")),
        (2.5, typed("2.5", "decimal")),
        (0.05, typed("0.05", "decimal")),
        (1234567.89, typed("1234567.89", "decimal")),
        (date(2024, 3, 5), typed("2024-03-05", "date")),
    ],
    ids=str,
)
def test_literal(value: str | float | date, expected: Literal) -> None:
    """Words stay words, whole numbers are integers, others decimals, days xsd:date."""
    assert literal(value) == expected


@given(st.integers(-(10**15), 10**15), st.integers(0, 2))
@settings(deadline=None)
def test_number_keeps_its_value(cents: int, places: int) -> None:
    """A sum to the cent is written with its very value, never with an exponent."""
    value = round(cents / 10**places, places)
    written = literal(value).value
    assert float(written) == value
    assert "e" not in written.lower()


def test_offset() -> None:
    """An offset is a whole number that is not negative."""
    assert offset(12) == typed("12", "nonNegativeInteger")


def test_node() -> None:
    """A prefixed name is the vocabulary's IRI."""
    assert node("dcterms:title") == NamedNode("http://purl.org/dc/terms/title")


def test_unknown_prefix() -> None:
    """A prefix that is none of the vocabularies is refused."""
    with pytest.raises(KeyError):
        node("foaf:name")


def test_own_term() -> None:
    """A term of our own stands under its fixed address."""
    assert kg("actor") == NamedNode(KG + "actor")


def test_writer_predicates() -> None:
    """A predicate may be a prefixed name or a term."""
    writer = Writer(GRAPH)
    writer.add(ONE, "rdfs:label", "one")
    writer.add(ONE, node("rdfs:label"), "one")
    assert list(writer) == [Quad(NamedNode(ONE), node("rdfs:label"), Literal("one"), NamedNode(GRAPH))]


def test_writer_passes_over_none() -> None:
    """A value that is not known gives no quad."""
    writer = Writer(GRAPH)
    writer.add(ONE, "rdfs:label", None)
    assert len(writer) == 0


@pytest.mark.parametrize("value", [False, 0, ""])
def test_writer_keeps_what_is_empty(value: str | float) -> None:
    """No, nought and an empty string are values."""
    writer = Writer(GRAPH)
    writer.add(ONE, "rdfs:label", value)
    assert len(writer) == 1


def test_writer_classes() -> None:
    """A subject may have several classes."""
    writer = Writer(GRAPH)
    writer.a(ONE, kg("State"), kg("Entity"))
    assert {quad.object for quad in writer if quad.predicate == TYPE} == {kg("State"), kg("Entity")}


@given(st.permutations([(ONE, "b"), (ONE, "a"), (TWO, "a"), (TWO, "ä"), (ONE, "a")]))
@settings(deadline=None)
def test_writer_order(pairs: list[tuple[str, str]]) -> None:
    """Whatever the order of writing, the quads come out sorted, each once."""
    writer = Writer(GRAPH)
    for subject, label in pairs:
        writer.add(subject, "rdfs:label", label)
    assert [str(quad) for quad in writer] == sorted({str(quad) for quad in writer})
    expected = [(ONE, "a"), (ONE, "b"), (TWO, "a"), (TWO, "ä")]
    assert [(quad.subject, quad.object) for quad in writer] == [(NamedNode(s), Literal(o)) for s, o in expected]
