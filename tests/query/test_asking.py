"""Asking questions: what becomes of the words given for parameters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import NotFoundError, QueryError
from kg.ids import Ids
from kg.query import Kind, Parameter, ask
from kg.query.asking import term
from kg.query.files import parsed
from kg.store import Graph, Rows

IDS = Ids(base="https://news.example/")
DAY = NamedNode("http://www.w3.org/2001/XMLSchema#date")
QUESTION = parsed("said", "# What is said?\n# param who: entity - who\nSELECT ?who ?what { ?who <urn:says> ?what }")


def entity(name: str) -> str:
    """A knowledge base that knows Norway only."""
    if name != "Norway":
        message = f"no entity {name!r}; did you mean Norway?"
        raise NotFoundError(message)
    return IDS.entity("state:no")


def made(kind: Kind, value: str) -> NamedNode | Literal:
    """The term of a value."""
    return term(Parameter(name="x", kind=kind, about="it"), value, entity=entity, ids=IDS)


@pytest.fixture
def graph() -> Graph:
    """Norway says yes and Iceland says no."""
    graph = Graph.memory()
    said = {"state:no": "yes", "state:is": "no"}
    graph.bulk(
        Quad(NamedNode(IDS.entity(who)), NamedNode("urn:says"), Literal(what), NamedNode(IDS.graph("world")))
        for who, what in said.items()
    )
    return graph


@pytest.mark.parametrize(
    ("kind", "value", "iri"),
    [
        (Kind.ENTITY, "Norway", "https://news.example/entity/state-no"),
        (Kind.ENTITY, "  Norway ", "https://news.example/entity/state-no"),
        (Kind.ENTITY, "ent:state-no", "https://news.example/entity/state-no"),
        (Kind.ENTITY, "doc:0123", "https://news.example/document/0123"),
        (Kind.ENTITY, "http://example.org/x", "http://example.org/x"),
        (Kind.ENTITY, "<urn:x:y>", "urn:x:y"),
        (Kind.EVENT, "0123-4-9", "https://news.example/event/0123-4-9"),
        (Kind.EVENT, "event:0123-4-9", "https://news.example/event/0123-4-9"),
        (Kind.EVENT, "https://news.example/event/0123-4-9", "https://news.example/event/0123-4-9"),
        (Kind.DOCUMENT, "0123", "https://news.example/document/0123"),
        (Kind.ACTION, "call on", "https://w3id.org/newskg/action/call-on"),
        (Kind.ACTION, "act:call-on", "https://w3id.org/newskg/action/call-on"),
        (Kind.TYPE, "REQUEST", "https://w3id.org/newskg/event-type/REQUEST"),
        (Kind.TYPE, "coerce-Deport", "https://w3id.org/newskg/event-type/COERCE-deport"),
        (Kind.TYPE, "evt:AID", "https://w3id.org/newskg/event-type/AID"),
    ],
)
def test_iri(kind: Kind, value: str, iri: str) -> None:
    """Names, bare ids, prefixed names and whole IRIs all lead to an IRI."""
    assert made(kind, value) == NamedNode(iri)


@pytest.mark.parametrize(
    ("kind", "value", "literal"),
    [
        (Kind.DATE, "2023-11-23", Literal("2023-11-23", datatype=DAY)),
        (Kind.DATE, " 20231123", Literal("2023-11-23", datatype=DAY)),
        (Kind.INTEGER, "25000", Literal(25000)),
        (Kind.TEXT, " as it is ", Literal(" as it is ")),
        (Kind.TEXT, "http://example.org/x", Literal("http://example.org/x")),
    ],
)
def test_literal(kind: Kind, value: str, literal: Literal) -> None:
    """Dates, numbers and text become literals of their datatype."""
    assert made(kind, value) == literal


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Kind.DATE, "23 November", "which is no date; expected a day such as 2023-11-23"),
        (Kind.DATE, "2023-11", "which is no date"),
        (Kind.INTEGER, "many", "which is no integer; expected a whole number"),
        (Kind.EVENT, "a b", "which is no event; expected an IRI"),
        (Kind.DOCUMENT, "{x}", "which is no document"),
        (Kind.ENTITY, "ent:a>b", "which is no entity"),
        (Kind.ACTION, " ", "parameter x is empty; expected it"),
    ],
)
def test_value_that_means_nothing(kind: Kind, value: str, said: str) -> None:
    """A value that means nothing is refused with what was expected."""
    with pytest.raises(QueryError, match=said):
        made(kind, value)


def test_prefix_of_a_vocabulary_is_a_name() -> None:
    """An id of the knowledge base whose kind is also a vocabulary's prefix is looked up as a name."""
    with pytest.raises(NotFoundError, match="no entity 'org:unhcr'"):
        made(Kind.ENTITY, "org:unhcr")


@given(st.sampled_from(Kind), st.text())
def test_any_value_is_a_term_or_refused(kind: Kind, value: str) -> None:
    """No words bring anything but a term or one of our errors."""
    try:
        found = made(kind, value)
    except (QueryError, NotFoundError):
        return
    assert isinstance(found, NamedNode | Literal)


def test_parameter_narrows(graph: Graph) -> None:
    """Only rows with the value of a parameter come."""
    rows = ask(graph, QUESTION, {"who": "Norway"}, entity=entity, ids=IDS)
    assert rows == Rows(("who", "what"), ((NamedNode(IDS.entity("state:no")), Literal("yes")),))


def test_parameter_left_out_is_free(graph: Graph) -> None:
    """Without a value, all rows come."""
    assert len(ask(graph, QUESTION, {}, entity=entity, ids=IDS).rows) == 2


def test_question_by_name(graph: Graph) -> None:
    """A question that ships can be asked by its name."""
    assert ask(graph, "documents", {}, entity=entity, ids=IDS).rows == ()


def test_unknown_parameter_is_said(graph: Graph) -> None:
    """A parameter that the question does not have is refused with those it has."""
    with pytest.raises(QueryError, match=r"said has no parameter 'whom'; expected one of: who$"):
        ask(graph, QUESTION, {"whom": "Norway"}, entity=entity, ids=IDS)


def test_unknown_question_is_said(graph: Graph) -> None:
    """A question that does not exist brings the nearest one."""
    with pytest.raises(NotFoundError, match="did you mean who-urges-whom"):
        ask(graph, "who-urge-whom", {}, entity=entity, ids=IDS)


def test_unknown_entity_is_said(graph: Graph) -> None:
    """An entity that nobody knows is refused by whoever looks names up."""
    with pytest.raises(NotFoundError, match="did you mean Norway"):
        ask(graph, QUESTION, {"who": "Norwya"}, entity=entity, ids=IDS)
