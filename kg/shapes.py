"""The shapes of the ontology as SPARQL: each constraint of SHACL Core that they use becomes a query for what breaks it.

What each constraint means is told in the W3C Recommendation "Shapes Constraint Language (SHACL)", section 4. A
processor of SHACL holds the graph in memory; these queries run in the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD

from kg import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib.term import Node

    Classes = Mapping[str, frozenset[str]]

NO_MESSAGE = "it is of another kind than its shape says"
_CAST = frozenset({XSD.date, XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.duration})


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query whose rows (``?focus``, and ``?value`` where one is to blame) break a constraint.

    ``path`` is the IRI of the property, empty where the node itself is meant or the path is an inverse one.
    """

    message: str
    path: str
    sparql: str


@cache
def shapes() -> rdflib.Graph:
    """``ontology/shapes.ttl``, read once."""
    return rdflib.Graph().parse(data.folder("ontology") / "shapes.ttl", format="turtle")


def checks(classes: Classes) -> Iterator[Check]:
    """A query for each constraint of the shapes; ``classes`` gives the subclasses of a class, itself among them.

    >>> len({check.message for check in checks({})}) > 50
    True
    """
    graph = shapes()
    for shape in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str):
        focus = _focus(shape, classes)
        bad = [_bad(graph, shape, part, "?focus", classes) for part in (SH.nodeKind, SH["class"], SH["or"])]
        for filters in filter(None, bad):
            sparql = f"SELECT DISTINCT ?focus (?focus AS ?value) {{ {focus} FILTER ({filters}) }}"
            yield Check(message=message(shape), path="", sparql=sparql)
        for prop in sorted(graph.objects(shape, SH.property), key=message):
            for sparql in _of_property(prop, focus, classes):
                path = graph.value(prop, SH.path)
                yield Check(message=message(prop), path=str(path) * isinstance(path, rdflib.URIRef), sparql=sparql)


def message(shape: Node | None) -> str:
    """What a shape says of what breaks it."""
    said = None if shape is None else shapes().value(shape, SH.message)
    return NO_MESSAGE if said is None else str(said)


def _focus(shape: Node, classes: Classes) -> str:
    graph = shapes()
    named = {str(each) for each in graph.objects(shape, SH.targetClass)}
    every = sorted({sub for name in named for sub in classes.get(name, {name})})
    ways = [f"{{ VALUES ?class {{ {' '.join(f'<{name}>' for name in every)} }} ?focus a ?class }}"] if every else []
    ways += [f"{{ ?any <{each}> ?focus }}" for each in sorted(map(str, graph.objects(shape, SH.targetObjectsOf)))]
    return f"{{ SELECT DISTINCT ?focus {{ {' UNION '.join(ways)} }} }}"


def _of_property(prop: Node, focus: str, classes: Classes) -> Iterator[str]:
    """The queries of a property shape."""
    graph = shapes()
    triple = _path(prop, "?value")
    least, most = (graph.value(prop, part) for part in (SH.minCount, SH.maxCount))
    if least is not None:
        yield _counted(focus, triple, f"< {least}")
    if most is not None:
        yield _counted(focus, triple, f"> {most}")
    for part in (SH.datatype, SH.nodeKind, SH["in"], SH["class"], SH.pattern, SH.minInclusive, SH["or"]):
        if filters := _bad(graph, prop, part, "?value", classes):
            yield f"SELECT DISTINCT ?focus ?value {{ {focus} {triple} FILTER ({filters}) }}"
    for part, sign in ((SH.lessThan, "<"), (SH.lessThanOrEquals, "<=")):
        if (other := graph.value(prop, part)) is not None:
            pair = f"{triple} ?focus <{other}> ?other FILTER (!COALESCE(?value {sign} ?other, false))"
            yield f"SELECT DISTINCT ?focus ?value {{ {focus} {pair} }}"


def _counted(focus: str, triple: str, limit: str) -> str:
    if limit == "< 1":
        return f"SELECT ?focus {{ {focus} FILTER NOT EXISTS {{ {triple} }} }}"
    return (
        f"SELECT ?focus {{ {focus} OPTIONAL {{ {triple} }} }} GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) {limit})"
    )


def _path(prop: Node, value: str) -> str:
    graph = shapes()
    path = graph.value(prop, SH.path)
    inverse = None if path is None else graph.value(path, SH.inversePath)
    return f"?focus <{path}> {value} ." if inverse is None else f"{value} <{inverse}> ?focus ."


def _bad(graph: rdflib.Graph, shape: Node, part: Node, value: str, classes: Classes) -> str:
    """When a value breaks a constraint, as an expression; empty where the shape has none of that kind."""
    wanted = graph.value(shape, part)
    if wanted is None:
        return ""
    if part == SH.datatype:
        same = f"DATATYPE({value}) = <{wanted}>"
        formed = f' && STR(<{wanted}>(STR({value}))) != ""' if wanted in _CAST else ""
        return f"!COALESCE({same}{formed}, false)"
    if part == SH.nodeKind:
        return f"!isIRI({value})"  # the only kind in use
    if part == SH["in"]:
        return f"{value} NOT IN ({', '.join(f'<{each}>' for each in Collection(graph, wanted))})"
    if part == SH["class"]:
        every = " ".join(f"<{name}>" for name in sorted(classes.get(str(wanted), {str(wanted)})))
        return f"NOT EXISTS {{ VALUES ?kind {{ {every} }} {value} a ?kind }}"
    if part == SH.pattern:
        return f"!COALESCE(REGEX(STR({value}), {rdflib.Literal(str(wanted)).n3()}), false)"
    if part == SH.minInclusive:
        return f"!COALESCE({value} >= {wanted}, false)"
    return " && ".join(f"!({_good(graph, each, value, classes)})" for each in Collection(graph, wanted))


def _good(graph: rdflib.Graph, shape: Node, value: str, classes: Classes) -> str:
    """When a value conforms to one of the shapes that sh:or lists, as an expression."""
    said = [_bad(graph, shape, part, value, classes) for part in (SH.datatype, SH["class"])]
    held = [f"!({filters})" for filters in said if filters]
    for prop in graph.objects(shape, SH.property):
        exists = f"EXISTS {{ {_path(prop, '?held')} }}"
        held += [exists] if graph.value(prop, SH.minCount) is not None else []
        held += [f"NOT {exists}"] if graph.value(prop, SH.maxCount) is not None else []
    return " && ".join(held)
