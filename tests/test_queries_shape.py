"""The named questions, over a small graph in the shape that the stages write."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

QUERIES = sorted((Path(__file__).parent.parent / "queries").glob("*.rq"))
GRAPH = Path(__file__).parent / "data" / "shape.trig"
PARAM = re.compile(r"# param (\w+): (entity|event|document|action|type|date|text|integer) - (.+); left out: (.+)")
XSD = "http://www.w3.org/2001/XMLSchema#"
# Parameters that narrow the rows by something else than a column that shows their value.
NARROWING = {"within", "since", "until", "word"}

Value = ox.NamedNode | ox.Literal
Row = frozenset[tuple[str, str]]
each_query = pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)


def entity(name: str) -> ox.NamedNode:
    """An entity of the graph."""
    return ox.NamedNode(f"https://w3id.org/newskg/entity/{name}")


def day(text: str) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(text, datatype=ox.NamedNode(f"{XSD}date"))


@cache
def store() -> ox.Store:
    """The graph in Oxigraph."""
    made = ox.Store()
    made.load(path=GRAPH, format=ox.RdfFormat.TRIG)
    return made


@cache
def dataset() -> rdflib.Dataset:
    """The graph in rdflib."""
    made = rdflib.Dataset(default_union=True)
    made.parse(GRAPH)
    return made


def terms(path: Path, **values: Value) -> list[dict[str, Value]]:
    """Oxigraph's rows, in order, as terms."""
    substitutions: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): value for name, value in values.items()
    }
    answer = store().query(path.read_text(), use_default_graph_as_union=True, substitutions=substitutions)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [
        {name: term for name in names if isinstance(term := row[name], ox.NamedNode | ox.Literal)} for row in answer
    ]


def rows(path: Path, **values: Value) -> list[Row]:
    """Oxigraph's rows, in order, as the text of their terms."""
    return [frozenset((name, term.value) for name, term in row.items()) for row in terms(path, **values)]


def in_rdflib(value: Value) -> rdflib.term.Identifier:
    """A term of rdflib, where a plain string has no datatype."""
    if isinstance(value, ox.NamedNode):
        return rdflib.URIRef(value.value)
    datatype = value.datatype.value
    return rdflib.Literal(value.value, datatype=None if datatype == f"{XSD}string" else rdflib.URIRef(datatype))


def rdflib_rows(path: Path, **values: Value) -> list[Row]:
    """The rows of rdflib, without the empty one that it gives for GROUP BY over nothing."""
    bindings = {name: in_rdflib(value) for name, value in values.items()}
    answer = dataset().query(path.read_text(), initBindings=bindings)
    names = {str(name) for name in answer.vars or ()}
    found = [
        frozenset((str(name), str(term)) for name, term in row.items() if str(name) in names and term is not None)
        for row in answer.bindings
    ]
    return [row for row in found if row]


def params(path: Path) -> dict[str, str]:
    """Name and kind of the declared parameters."""
    return {match[1]: match[2] for line in path.read_text().splitlines() if (match := PARAM.fullmatch(line))}


def projected(path: Path) -> set[str]:
    """The variables that SELECT shows."""
    answer = store().query(path.read_text())
    assert isinstance(answer, ox.QuerySolutions)
    return {variable.value for variable in answer.variables}


def test_enough() -> None:
    """There are at least eighteen questions."""
    assert len(QUERIES) >= 18


@each_query
def test_question(path: Path) -> None:
    """The first line is the question."""
    first = path.read_text().splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith("?")


@each_query
def test_params_declared(path: Path) -> None:
    """Every parameter line names its parameter, its kind, what it is, and what happens without it."""
    lines = [line for line in path.read_text().splitlines() if line.startswith("# param")]
    assert [line for line in lines if not PARAM.fullmatch(line)] == []


@each_query
def test_params_follow_question(path: Path) -> None:
    """The parameter lines stand in one block below the question."""
    lines = path.read_text().splitlines()[1:]
    declared = [number for number, line in enumerate(lines) if line.startswith("# param")]
    assert declared == list(range(len(declared)))


@each_query
def test_params_projected(path: Path) -> None:
    """Every parameter is a projected variable."""
    assert params(path).keys() <= projected(path)


@each_query
def test_factuality_projected(path: Path) -> None:
    """A query that shows an event shows its factuality."""
    text = path.read_text()
    if "sem:Event" in text or "kg:claims" in text or "?event" in text:
        assert "factuality" in projected(path)


@each_query
def test_answers(path: Path) -> None:
    """The question has an answer in the graph."""
    assert rows(path)


@each_query
def test_engines_agree(path: Path) -> None:
    """Oxigraph and rdflib give the same multiset of rows."""
    assert Counter(rows(path)) == Counter(rdflib_rows(path))


@each_query
def test_no_row_twice(path: Path) -> None:
    """No row comes twice."""
    assert max(Counter(rows(path)).values()) == 1


@each_query
def test_full_order(path: Path) -> None:
    """ORDER BY leaves no tie: no two rows agree in all the columns that it names."""
    keys = set(re.findall(r"\?(\w+)", path.read_text().rsplit("ORDER BY", 1)[1]))
    table = rows(path)
    assert len({frozenset((name, value) for name, value in row if name in keys) for row in table}) == len(table)


@each_query
def test_param_selects(path: Path) -> None:
    """A parameter gives those rows, in both engines, that show its value when it is left out."""
    everything = terms(path)
    for name in params(path).keys() - NARROWING:
        value = next(row[name] for row in everything if name in row)
        expected = Counter(
            frozenset((key, term.value) for key, term in row.items()) for row in everything if row.get(name) == value
        )
        assert Counter(rows(path, **{name: value})) == expected
        assert Counter(rdflib_rows(path, **{name: value})) == expected


@each_query
def test_unknown_value(path: Path) -> None:
    """A value that the graph does not hold gives no row."""
    for name, kind in params(path).items():
        if kind == "date":
            continue
        value = ox.Literal("absent") if kind == "text" else ox.NamedNode("https://w3id.org/newskg/entity/absent")
        assert rows(path, **{name: value}) == []
        assert rdflib_rows(path, **{name: value}) == []


@each_query
def test_narrowing_agrees(path: Path) -> None:
    """The engines agree on what lies within a state, and in a span of days."""
    values: dict[str, Value] = {"within": entity("state-norland"), "since": day("2024-03-06")}
    values |= {"until": day("2024-03-05"), "word": ox.Literal("FAMILIES")}
    for name in params(path).keys() & values.keys():
        assert Counter(rows(path, **{name: values[name]})) == Counter(rdflib_rows(path, **{name: values[name]}))
