"""The shapes as SPARQL find what pySHACL finds, on graphs in which each constraint is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from kg import verify
from kg.ids import Ids
from kg.shapes import shapes
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

IDS, PLACE = Ids(), ox.NamedNode(Ids().graph("world"))


def planted() -> Iterator[tuple[str, str]]:
    """A name and Turtle for each constraint of each shape: a focus, with what must break it."""
    graph = shapes()
    for shape in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str):
        targets = sorted(graph.objects(shape, SH.targetClass), key=str)
        for target in targets:
            yield f"{shape}-bare-{target}", f"<u:bare> a <{target}> ."
        for prop in sorted(graph.objects(shape, SH.property), key=lambda prop: str(graph.value(prop, SH.message))):
            for number, value in enumerate(_values(prop)):
                name = f"{shape}-{graph.value(prop, SH.message)}-{number}"
                yield name, f"<u:focus> a <{targets[0]}> . {value}"
    yield "a literal as evidence", '<u:x> <http://groundedannotationframework.org/gaf#denotedBy> "words" .'


def _values(prop: Node) -> Iterator[str]:
    """Values of a property of every kind: too many, none of the class, words, numbers, days, pairs in either order."""
    graph = shapes()
    path = graph.value(prop, SH.path)
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        yield f"<u:other> <{inverse}> <u:third> ."
        return
    typed = {"x": "date", "2024-01-01": "date", "P1D": "duration", "n": "integer", "4.5": "double"}
    terms = ['"words"', '""', "<u:one>", "-1", "0", "true", "1.5", '"a"@en']
    terms += [f'"{value}"^^<{rdflib.XSD}{kind}>' for value, kind in typed.items()]
    for each in terms:
        yield f"<u:focus> <{path}> {each} ."
    yield f"<u:focus> <{path}> <u:one>, <u:two>, <u:three> ."
    if (allowed := graph.value(prop, SH["in"])) is not None:
        yield f"<u:focus> <{path}> {', '.join(f'<{each}>' for each in Collection(graph, allowed))} ."
    other = graph.value(prop, SH.lessThan) or graph.value(prop, SH.lessThanOrEquals)
    if other is not None:
        for one, two in (("1", "2"), ("2", "1"), ("1", "1"), ('"a"', "1"), ("<u:one>", "1")):
            yield f"<u:focus> <{path}> {one} ; <{other}> {two} ."


CASES = dict(planted())


def of_turtle(text: str) -> Graph:
    """A graph of Turtle, in the world graph."""
    made = Graph.memory()
    triples = ox.parse(text, ox.RdfFormat.TURTLE)
    made.bulk(ox.Quad(each.subject, each.predicate, each.object, PLACE) for each in triples)
    return made


def both(text: str) -> tuple[set[verify.Violation], set[verify.Violation]]:
    """What the queries find, and what pySHACL finds."""
    graph = of_turtle(text)
    return set(verify._shaped(graph, IDS)), set(verify._shapes(graph, IDS))


def everything() -> str:
    """All cases in one graph, each with nodes of its own."""
    return "\n".join(text.replace("<u:", f"<u:{number}-") for number, text in enumerate(CASES.values()))


def test_same_findings() -> None:
    """Each constraint broken in every way that was thought of, the queries find what the reference finds."""
    found, wanted = both(everything())
    assert found ^ wanted == set()


def test_every_constraint_is_broken() -> None:
    """Each message of the shapes is among the findings, so no constraint is left untested."""
    graph = shapes()
    said = {
        str(message)
        for shape in graph.subjects(RDF.type, SH.NodeShape)
        for part in (shape, *graph.objects(shape, SH.property))
        for message in graph.objects(part, SH.message)
    }
    assert said - {violation.rule for violation in both(everything())[0]} == set()


def test_subclasses_are_targets() -> None:
    """An instance of a subclass is held to the shape of the class, in both."""
    kind = "<https://w3id.org/newskg/term/Person>"
    found, wanted = both(f"<u:Mayor> <{rdflib.RDFS.subClassOf}> {kind} . <u:jo> a <u:Mayor> .")
    assert found == wanted
    assert {violation.focus for violation in found} == {"u:jo"}


@pytest.mark.parametrize("text", ["", "<u:a> <u:b> <u:c> ."])
def test_nothing_to_find(text: str) -> None:
    """A graph without instances of the classes breaks nothing."""
    assert both(text) == (set(), set())
