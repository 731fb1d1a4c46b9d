"""The shapes as SPARQL find what pySHACL finds, on graphs in which each constraint is broken."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from kg import verify
from kg.errors import OntologyError
from kg.ids import Ids
from kg.shapes import Check, checks, shapes
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
            yield f"{shape}-bare-{target}", f"<u:bare> a <{target}>."
        kind = f"<u:focus> a <{targets[0]}> ." if targets else ""
        for prop in sorted(graph.objects(shape, SH.property), key=lambda prop: str(graph.value(prop, SH.message))):
            for number, value in enumerate(_values(prop)):
                yield f"{shape}-{graph.value(prop, SH.message)}-{number}", f"{kind} {value}"
        for number, value in enumerate(_alternatives(shape)):
            yield f"{shape}-or-{number}", f"{kind} {value}"
        for pointing in graph.objects(shape, SH.targetObjectsOf):
            yield f"{shape}-{pointing}", f'<u:x> <{pointing}> "words" , <u:thing> , 4 .'


def _steps(prop: Node, start: str, end: str) -> str:
    """Turtle that leads along the path of a property shape from one term to another, by as many nodes as it needs."""
    graph = shapes()
    path = graph.value(prop, SH.path)
    if path is not None and (path, RDF.first, None) in graph:
        names = list(Collection(graph, path))
        nodes = [start, *(f"<u:between{n}>" for n in range(len(names) - 1)), end]
        return " ".join(f"{one} <{name}> {two} ." for name, (one, two) in zip(names, pairwise(nodes), strict=True))
    inverse = None if path is None else graph.value(path, SH.inversePath)
    return f"{start} <{path}> {end} ." if inverse is None else f"{end} <{inverse}> {start} ."


def _values(prop: Node) -> Iterator[str]:
    """Values of a property of every kind: too many, none of the class, words, numbers, days, pairs in either order."""
    graph = shapes()
    if not isinstance(path := graph.value(prop, SH.path), rdflib.URIRef):
        yield _steps(prop, "<u:other>", "<u:third>")
    for other in graph.objects(prop, SH.equals):
        yield f"{_steps(prop, '<u:focus>', '<u:one>')} <u:focus> <{other}> <u:two> ."
        yield f"{_steps(prop, '<u:focus>', '<u:one>')} <u:focus> <{other}> <u:one> ."
        yield _steps(prop, "<u:focus>", "<u:one>")
        yield f"<u:focus> <{other}> <u:two> ."
    if not isinstance(path, rdflib.URIRef):
        return
    typed = {"x": "date", "2024-01-01": "date", "P1D": "duration", "n": "integer", "4.5": "double"}
    terms = ['"words"', '""', "<u:one>", "-1", "0", "true", "1.5", '"a"@en']
    terms += [f'"{value}"^^<{rdflib.XSD}{kind}>' for value, kind in typed.items()]
    for each in terms:
        yield f"<u:focus> <{path}> {each} ."
    yield f"<u:focus> <{path}> <u:one>, <u:two>, <u:three> ."
    for kind in sorted(_classes(prop), key=str):
        yield f"<u:focus> <{path}> <u:of> . <u:of> a <{kind}> ."
    if (allowed := graph.value(prop, SH["in"])) is not None:
        yield f"<u:focus> <{path}> {', '.join(f'<{each}>' for each in Collection(graph, allowed))} ."
    bound = graph.value(prop, SH.lessThan) or graph.value(prop, SH.lessThanOrEquals)
    if bound is not None:
        for less, more in (("1", "2"), ("2", "1"), ("1", "1"), ('"a"', "1"), ("<u:one>", "1")):
            yield f"<u:focus> <{path}> {less} ; <{bound}> {more} ."


def _classes(prop: Node) -> set[Node]:
    """The classes that a property shape names, in sh:or or not."""
    graph = shapes()
    listed = [each for head in graph.objects(prop, SH["or"]) for each in Collection(graph, head)]
    return {kind for each in (prop, *listed) for kind in graph.objects(each, SH["class"])}


def _alternatives(shape: Node) -> Iterator[str]:
    """Of a shape that lists alternatives: what each asks for, alone, and two of them together."""
    graph = shapes()
    listed = [each for head in graph.objects(shape, SH["or"]) for each in Collection(graph, head)]
    parts = [[prop for prop in graph.objects(each, SH.property)] for each in listed]  # noqa: C416 (read more than once)
    made = [" ".join(_steps(prop, "<u:focus>", "<u:held>") for prop in props) for props in parts]
    yield from filter(None, made)
    yield from (f"{one} {two}" for one, two in combinations(filter(None, made), 2))
    yield from (_steps(prop, "<u:focus>", "<u:held>") for props in parts for prop in props)


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
    apart = (text.replace("<u:", f"<u:{number}-") for number, text in enumerate(CASES.values()))
    return "\n".join(apart)


@pytest.fixture(scope="module")
def whole() -> ox.Store:
    """All cases, and a blank node of each class, which a graph of ours would refuse."""
    store = ox.Store()
    targets = sorted(shapes().objects(None, SH.targetClass), key=str)
    store.load(everything().encode(), ox.RdfFormat.TURTLE)
    store.load("\n".join(f"[] a <{target}> ." for target in targets).encode(), ox.RdfFormat.TURTLE)
    return store


def test_same_findings() -> None:
    """Each constraint broken in every way that was thought of, the queries find what the reference finds."""
    found, wanted = both(everything())
    assert found ^ wanted == set()


@pytest.mark.parametrize("check", checks({}), ids=lambda check: f"{check.message}, {check.path}")
def test_every_constraint_is_broken(check: Check, whole: ox.Store) -> None:
    """Each query finds something among the cases, so no constraint is left untested."""
    found = whole.query(check.sparql)
    assert isinstance(found, ox.QuerySolutions)
    assert list(found)


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


# ------------------------------------------------------------------------------------------------ other shapes

HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . <u:shape> a sh:NodeShape ; sh:targetClass <u:C> ; "
REFUSED = {
    "sh:closed of <u:shape>": "sh:closed true .",
    "sh:sparql of <u:shape>": 'sh:sparql [ sh:select "SELECT $this {}" ] .',
    "sh:not of <u:shape>": "sh:not [ sh:class <u:D> ] .",
    "sh:maxLength of 'short'": 'sh:property [ sh:path <u:p> ; sh:maxLength 3 ; sh:message "short" ] .',
    "sh:severity of 'soft'": 'sh:property [ sh:path <u:p> ; sh:severity sh:Info ; sh:message "soft" ] .',
    "sh:flags of 'low'": 'sh:property [ sh:path <u:p> ; sh:pattern "a" ; sh:flags "i" ; sh:message "low" ] .',
    "sh:hasValue of ": "sh:or ( [ sh:hasValue <u:p> ] [ sh:class <u:D> ] ) .",
    "a path": "sh:property [ sh:path [ sh:zeroOrMorePath <u:p> ] ; sh:minCount 1 ] .",
    "a count of 2 inside sh:or": "sh:or ( [ sh:property [ sh:path <u:p> ; sh:minCount 2 ] ] [ sh:class <u:D> ] ) .",
    "a literal in sh:in": "sh:property [ sh:path <u:p> ; sh:in ( 1 2 ) ] .",
    "sh:nodeKind http": "sh:nodeKind sh:BlankNodeOrIRI .",
    "sh:path of <u:alone>": "sh:nodeKind sh:IRI . <u:alone> a sh:PropertyShape ; sh:path <u:p> .",
    "sh:targetClass of <u:untyped>": "sh:nodeKind sh:IRI . <u:untyped> sh:targetClass <u:D> .",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_has_no_query_is_refused(what: str) -> None:
    """A constraint that no query is made of is an error that names it, wherever it stands."""
    other = rdflib.Graph().parse(data=HEAD + REFUSED[what], format="turtle")
    with pytest.raises(OntologyError, match=re.escape(f"no query can be made of {what}")):
        checks({}, other)


def test_words_need_no_query() -> None:
    """Names, descriptions and messages are no constraints."""
    words = 'sh:nodeKind sh:IRI ; sh:name "a" ; sh:description "b" ; sh:message "c" .'
    (check,) = checks({}, rdflib.Graph().parse(data=HEAD + words, format="turtle"))
    assert check.message == "c"


def test_a_constraint_that_stands_twice() -> None:
    """Of two values of one constraint both become queries."""
    twice = 'sh:property [ sh:path <u:p> ; sh:class <u:D> , <u:E> ; sh:message "c" ] .'
    found = checks({}, rdflib.Graph().parse(data=HEAD + twice, format="turtle"))
    assert [kind in check.sparql for check in found for kind in ("<u:D>", "<u:E>")] == [True, False, False, True]
