"""What things have of their properties."""

from __future__ import annotations

import pyarrow as pa
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.analyse import properties
from kg.analyse.answers import NUMBER
from kg.analyse.properties import all_values, first_value, gathered, things, told
from kg.ids import KG, VOCABULARIES, Ids
from kg.store import Graph

IDS = Ids()
EVENTS = pa.array(["event:a", "event:b"])


@pytest.fixture
def graph() -> Graph:
    """Two events and a claim; of the events only the second has actions, two of them, and a count."""
    kind = NamedNode(VOCABULARIES["rdf"] + "type")
    event, claim = NamedNode(VOCABULARIES["sem"] + "Event"), NamedNode(KG + "Claim")
    action, count = NamedNode(KG + "action"), NamedNode(KG + "reportCount")
    said: list[tuple[str, NamedNode, NamedNode | Literal]] = [
        ("a", kind, event),
        ("b", kind, event),
        ("c", kind, claim),
    ]
    said += [(name, action, Literal(verb)) for name in ("b", "c") for verb in ("visit", "meet")]
    said += [("b", count, Literal(10)), ("b", count, Literal(9))]
    graph = Graph.memory()
    world, space = NamedNode(IDS.graph("world")), IDS.prefixes["event"]
    graph.bulk({Quad(NamedNode(space + name), predicate, value, world) for name, predicate, value in said})
    return graph


def test_things_of_a_class(graph: Graph) -> None:
    """The things of a class come by id, sorted."""
    assert things(graph, IDS, "sem:Event").to_pylist() == ["event:a", "event:b"]


def test_other_things_are_left_out(graph: Graph) -> None:
    """What is told is told of the things in question, whatever else has the property."""
    rows, values = told(graph, IDS, "kg:action", EVENTS)
    assert sorted(zip(rows.tolist(), values.to_pylist(), strict=True)) == [(1, "meet"), (1, "visit")]


def test_the_first_value_stands(graph: Graph) -> None:
    """Of several values the least by spelling stands, and what has none has null."""
    assert first_value(graph, IDS, "kg:action", EVENTS).to_pylist() == [None, "meet"]


def test_what_is_made_of_values_is_in_order_as_it_is_spelt(graph: Graph) -> None:
    """Of the numbers 9 and 10 the second is spelt first."""
    assert first_value(graph, IDS, "kg:reportCount", EVENTS, NUMBER).to_pylist() == [None, 10]


def test_all_values_are_sorted(graph: Graph) -> None:
    """All values of a property are listed, sorted, and what has none has an empty list."""
    assert all_values(graph, IDS, "kg:action", EVENTS).to_pylist() == [[], ["meet", "visit"]]


def test_a_property_that_nothing_has(graph: Graph) -> None:
    """Where nothing has a property, every value is null."""
    assert first_value(graph, IDS, "kg:place", EVENTS).to_pylist() == [None, None]


def test_blocks_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks are put together until there are rows enough, and none is lost."""
    monkeypatch.setattr(properties, "_AT_ONCE", 3)
    blocks = [pa.record_batch({"a": list(range(start, start + 2))}) for start in (0, 2, 4)]
    assert [table["a"].to_pylist() for table in gathered(iter(blocks))] == [[0, 1, 2, 3], [4, 5]]
