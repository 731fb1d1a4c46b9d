"""What the named questions answer, over a small graph in the shape that the stages write."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).parent.parent

Value = ox.NamedNode | ox.Literal
Row = dict[str, str]


@cache
def store() -> ox.Store:
    """The graph."""
    made = ox.Store()
    made.load(path=ROOT / "tests" / "data" / "shape.trig", format=ox.RdfFormat.TRIG)
    return made


def asked(name: str, **values: Value) -> list[Row]:
    """The rows that answer a question, in order; empty cells are left out."""
    text = (ROOT / "queries" / f"{name}.rq").read_text()
    substitutions: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(key): value for key, value in values.items()
    }
    answer = store().query(text, use_default_graph_as_union=True, substitutions=substitutions)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [
        {key: term.value for key in names if isinstance(term := row[key], ox.NamedNode | ox.Literal)} for row in answer
    ]


def column(name: str, rows: list[Row]) -> list[str]:
    """The last part of each value of a column, in the order of the rows."""
    return [row[name].rsplit("/", 1)[-1] for row in rows if name in row]


def entity(name: str) -> ox.NamedNode:
    """An entity of the graph."""
    return ox.NamedNode(f"https://w3id.org/newskg/entity/{name}")


def day(text: str) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(text, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))


def test_within_lifts_doer() -> None:
    """A state as ``within`` finds what one of its ministries did."""
    found = asked("who-urges-whom", within=entity("state-norland"))
    assert set(column("actor", found)) == {"gov-norland-foreign-ministry"}


def test_within_does_not_widen() -> None:
    """A body as ``within`` leaves out what its state did."""
    found = asked("who-did-what-to-whom", within=entity("gov-norland-government"))
    assert column("action", found) == ["urge"]


def test_actor_is_exact() -> None:
    """A state as ``actor`` leaves out what one of its ministries did."""
    assert column("action", asked("who-did-what-to-whom", actor=entity("state-norland"))) == ["give", "warn"]


def test_within_lifts_speaker() -> None:
    """A state as ``within`` finds the words of a spokesperson of one of its ministries."""
    found = asked("quotations-of-a-speaker", within=entity("state-norland"))
    assert column("speaker", found) == ["ada-holm"]


def test_within_keeps_claims_apart() -> None:
    """What one claim says on behalf of a state lifts no other claim."""
    assert asked("what-an-actor-threatened", within=entity("gov-norland-government")) == []


def test_within_counts() -> None:
    """A state as ``within`` lifts what is counted, too."""
    found = asked("most-active-actors", within=entity("state-norland"))
    assert set(column("actor", found)) == {"state-norland", "gov-norland-foreign-ministry"}


def test_since() -> None:
    """``since`` leaves out what was over before that day."""
    found = asked("timeline-of-a-pair", one=entity("state-norland"), since=day("2024-03-06"))
    assert column("action", found) == ["warn", "meet"]


def test_until() -> None:
    """``until`` keeps what had begun by that day."""
    values: dict[str, Value] = {
        "one": entity("state-norland"),
        "other": entity("state-sudria"),
        "until": day("2024-03-05"),
    }
    assert column("action", asked("timeline-of-a-pair", **values)) == ["promise", "give", "meet"]


def test_undated_without_limit() -> None:
    """An event without a date shows when no day is asked for."""
    assert "leave" in column("action", asked("what-an-actor-did"))


def test_undated_with_limit() -> None:
    """An event without a date is left out when a day is asked for."""
    assert "leave" not in column("action", asked("what-an-actor-did", since=day("1900-01-01")))


def test_mode_of_type() -> None:
    """A type finds the events of its modes."""
    coerce = ox.NamedNode("https://w3id.org/newskg/event-type/COERCE")
    assert column("mode", asked("events-of-a-type", type=coerce)) == ["COERCE-deport"]


def test_sentence() -> None:
    """The evidence of an event is its whole sentence, read off the text."""
    event = ox.NamedNode("https://w3id.org/newskg/event/d1-295-299")
    found = asked("evidence-of-an-event", event=event)
    assert column("sentence", found) == ["Norland gave Sudria $3 million for wells."]


def test_promise_not_to() -> None:
    """A promise not to do a thing is a promise of negative polarity."""
    found = asked("what-an-actor-promised", actor=entity("state-sudria"))
    assert column("polarity", found) == ["negative", "positive"]


def test_denial_without_event() -> None:
    """A denial whose content is only words shows the words."""
    assert column("what", asked("what-an-actor-denied"))[-1] == "the charges"


def test_case_of_word() -> None:
    """Upper and lower case of a word make no difference."""
    assert asked("quotations-of-a-speaker", word=ox.Literal("FAMILIES"))


def test_reciprocal() -> None:
    """Parties of a reciprocal event stand with one another."""
    values: dict[str, Value] = {
        "one": entity("state-sudria"),
        "other": entity("state-norland"),
        "since": day("2024-03-06"),
    }
    assert column("direction", asked("timeline-of-a-pair", **values)) == ["from", "with"]


def test_only_facts() -> None:
    """Every plain triple is that of a fact."""
    assert set(column("factuality", asked("facts"))) == {"fact"}


def test_unbacked_triple() -> None:
    """What is only promised is no plain triple."""
    assert "deport" not in column("action", asked("facts"))
