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


def question(name: str) -> Path:
    """The file of one question."""
    return GRAPH.parent.parent.parent / "queries" / f"{name}.rq"


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


def column(name: str, table: list[Row]) -> list[str]:
    """The last part of each value of a column, in the order of the rows; empty cells are left out."""
    return [dict(row)[name].rsplit("/", 1)[-1] for row in table if name in dict(row)]


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


def test_within_lifts_doer() -> None:
    """A state as ``within`` finds what one of its ministries did."""
    found = rows(question("who-urges-whom"), within=entity("state-norland"))
    assert column("actor", found) == ["gov-norland-foreign-ministry"]


def test_within_does_not_widen() -> None:
    """A body as ``within`` leaves out what its state did."""
    found = rows(question("who-did-what-to-whom"), within=entity("gov-norland-government"))
    assert column("action", found) == ["urge"]


def test_actor_is_exact() -> None:
    """A state as ``actor`` leaves out what one of its ministries did."""
    assert column("action", rows(question("who-did-what-to-whom"), actor=entity("state-norland"))) == ["give", "warn"]


def test_within_lifts_speaker() -> None:
    """A state as ``within`` finds the words of a spokesperson of one of its ministries."""
    found = rows(question("quotations-of-a-speaker"), within=entity("state-norland"))
    assert column("speaker", found) == ["ada-holm"]


def test_within_keeps_claims_apart() -> None:
    """What one claim says on behalf of a state lifts no other claim."""
    assert rows(question("what-an-actor-threatened"), within=entity("gov-norland-government")) == []


def test_within_counts() -> None:
    """A state as ``within`` lifts what is counted, too."""
    found = rows(question("most-active-actors"), within=entity("state-norland"))
    assert set(column("actor", found)) == {"state-norland", "gov-norland-foreign-ministry"}


def test_since() -> None:
    """``since`` leaves out what was over before that day."""
    found = rows(question("timeline-of-a-pair"), one=entity("state-norland"), since=day("2024-03-06"))
    assert column("action", found) == ["warn", "meet"]


def test_until() -> None:
    """``until`` keeps what had begun by that day."""
    values: dict[str, Value] = {
        "one": entity("state-norland"),
        "other": entity("state-sudria"),
        "until": day("2024-03-05"),
    }
    assert column("action", rows(question("timeline-of-a-pair"), **values)) == ["promise", "give", "meet"]


def test_undated_without_limit() -> None:
    """An event without a date shows when no day is asked for."""
    assert "leave" in column("action", rows(question("what-an-actor-did")))


def test_undated_with_limit() -> None:
    """An event without a date is left out when a day is asked for."""
    assert "leave" not in column("action", rows(question("what-an-actor-did"), since=day("1900-01-01")))


def test_mode_of_type() -> None:
    """A type finds the events of its modes."""
    coerce = ox.NamedNode("https://w3id.org/newskg/event-type/COERCE")
    assert column("mode", rows(question("events-of-a-type"), type=coerce)) == ["COERCE-deport"]


def test_sentence() -> None:
    """The evidence of an event is its whole sentence, read off the text."""
    event = ox.NamedNode("https://w3id.org/newskg/event/d1-295-299")
    found = rows(question("evidence-of-an-event"), event=event)
    assert column("sentence", found) == ["Norland gave Sudria $3 million for wells."]


def test_promise_not_to() -> None:
    """A promise not to do a thing is a promise of negative polarity."""
    found = rows(question("what-an-actor-promised"), actor=entity("state-sudria"))
    assert column("polarity", found) == ["negative", "positive"]


def test_denial_without_event() -> None:
    """A denial whose content is only words shows the words."""
    assert column("what", rows(question("what-an-actor-denied")))[-1] == "the charges"


def test_case_of_word() -> None:
    """Upper and lower case of a word make no difference."""
    assert rows(question("quotations-of-a-speaker"), word=ox.Literal("FAMILIES"))


def test_reciprocal() -> None:
    """Parties of a reciprocal event stand with one another."""
    values: dict[str, Value] = {
        "one": entity("state-sudria"),
        "other": entity("state-norland"),
        "since": day("2024-03-06"),
    }
    assert column("direction", rows(question("timeline-of-a-pair"), **values)) == ["from", "with"]


def test_only_facts() -> None:
    """Every plain triple is that of a fact."""
    assert set(column("factuality", rows(question("facts")))) == {"fact"}


def test_unbacked_triple() -> None:
    """What is only promised is no plain triple."""
    assert "deport" not in column("action", rows(question("facts")))
