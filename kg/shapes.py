"""The shapes of the ontology as SPARQL: each constraint of SHACL Core that they use becomes a query for what breaks it.

What each constraint means is told in the W3C Recommendation "Shapes Constraint Language (SHACL)", section 4. A
processor of SHACL holds the graph in memory; these queries run in the store. Whatever a shape says must become part of
a query: a constraint that is not known here is an error, so that none is ever left out in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg import data
from kg.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rdflib.term import Node

    Classes = Mapping[str, frozenset[str]]

NO_MESSAGE = "it is of another kind than its shape says"
_CAST = frozenset({XSD.date, XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.duration})
_KINDS: dict[Node, str] = {SH.IRI: "isIRI", SH.BlankNode: "isBlank", SH.Literal: "isLiteral"}
_VALUES = (SH.datatype, SH.nodeKind, SH["in"], SH["class"], SH.pattern, SH.minInclusive, SH["or"])
_PAIRS = {SH.lessThan: "<", SH.lessThanOrEquals: "<="}
_WORDS = (SH.message, SH.name, SH.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query whose rows (``?focus``, and ``?value`` where one is to blame) break a constraint.

    ``path`` is the IRI of the property, empty where the node itself is meant or the path is longer or an inverse one.
    """

    message: str
    path: str
    sparql: str


@cache
def shapes() -> rdflib.Graph:
    """``ontology/shapes.ttl``, read once.

    :raises OntologyError: when it is no Turtle.
    """
    path = data.folder("ontology") / "shapes.ttl"
    try:
        return rdflib.Graph().parse(path, format="turtle")
    except BadSyntax as error:
        message = f"{path}: line {error.lines + 1} is no Turtle; expected shapes of SHACL"
        raise OntologyError(message) from error


def checks(classes: Classes, graph: rdflib.Graph | None = None) -> tuple[Check, ...]:
    """A query for each constraint of the shapes; ``classes`` gives the subclasses of a class, itself among them.

    ``graph`` holds the shapes, those of the ontology by default.

    >>> len({check.message for check in checks({})}) > 50
    True

    :raises OntologyError: when a shape says what has no query here; the message names it and what may be used.
    """
    made = _Compiler(shapes() if graph is None else graph, classes)
    found = tuple(made.checks())
    made.must_be_whole()
    return found


def message(shape: Node | None, graph: rdflib.Graph | None = None) -> str:
    """What a shape says of what breaks it."""
    said = None if shape is None else (shapes() if graph is None else graph).value(shape, SH.message)
    return NO_MESSAGE if said is None else str(said)


class _Compiler:
    """Shapes on their way to queries, with what was read of them."""

    def __init__(self, graph: rdflib.Graph, classes: Classes) -> None:
        self.graph, self.classes = graph, classes
        self.read: set[tuple[Node, Node]] = set()

    def objects(self, shape: Node, part: Node) -> list[Node]:
        """What a shape says by a term of SHACL, sorted; it counts as read."""
        self.read.add((shape, part))
        return sorted(self.graph.objects(shape, part), key=str)

    def must_be_whole(self) -> None:
        """Refuses what no query was made of."""
        said = ((s, p) for s, p in self.graph.subject_predicates() if str(p).startswith(str(SH)) and p not in _WORDS)
        left = [(isinstance(s, rdflib.BNode), self.told(s), _name(p)) for s, p in said if (s, p) not in self.read]
        if left:
            _, shape, part = min(left)  # a shape with a name, if there is one: the others may be parts of it
            error = _refused(f"{part} of {shape}", "what the head of the file lists, where it does")
            raise OntologyError(error)

    def told(self, shape: Node) -> str:
        """A shape by its name, or by what it says."""
        return repr(message(shape, self.graph)) if isinstance(shape, rdflib.BNode) else f"<{shape}>"

    # -------------------------------------------------------------------------------------------- shapes

    def checks(self) -> Iterator[Check]:
        for shape in sorted(self.graph.subjects(RDF.type, SH.NodeShape), key=str):
            focus = self.focus(shape)
            for filters in self.bad(shape, "?focus", (SH.nodeKind, SH["class"], SH["or"])):
                sparql = f"SELECT DISTINCT ?focus (?focus AS ?value) {{ {focus} FILTER ({filters}) }}"
                yield Check(message=message(shape, self.graph), path="", sparql=sparql)
            for prop in sorted(self.objects(shape, SH.property), key=lambda prop: message(prop, self.graph)):
                path = self.objects(prop, SH.path)[0]
                name = str(path) if isinstance(path, rdflib.URIRef) else ""
                for sparql in self.of_property(prop, focus, self.steps(path)):
                    yield Check(message=message(prop, self.graph), path=name, sparql=sparql)

    def focus(self, shape: Node) -> str:
        """The nodes that a shape is for."""
        named = set(map(str, self.objects(shape, SH.targetClass)))
        every = sorted({sub for name in named for sub in self.classes.get(name, {name})})
        ways = [f"{{ VALUES ?class {{ {_iris(every)} }} ?focus a ?class }}"] if every else []
        ways += [f"{{ ?any <{each}> ?focus }}" for each in self.objects(shape, SH.targetObjectsOf)]
        ways += [f"{{ ?focus <{each}> ?any }}" for each in self.objects(shape, SH.targetSubjectsOf)]
        return f"{{ SELECT DISTINCT ?focus {{ {' UNION '.join(ways)} }} }}" if ways else "VALUES ?focus {}"

    def steps(self, path: Node) -> str:
        """A path of SHACL as one of SPARQL: a property, an inverse one, or several one after the other."""
        if isinstance(path, rdflib.URIRef):
            return f"<{path}>"
        if inverse := self.objects(path, SH.inversePath):
            return f"^{self.steps(inverse[0])}"
        if (path, RDF.first, None) in self.graph:
            return "/".join(map(self.steps, Collection(self.graph, path)))
        error = _refused("a path", "a property, an inverse one, or a list of these")
        raise OntologyError(error)

    def of_property(self, prop: Node, focus: str, steps: str) -> Iterator[str]:
        """The queries of a property shape."""
        triple = f"?focus {steps} ?value ."
        for least in self.objects(prop, SH.minCount):
            yield _counted(focus, triple, f"< {least}")
        for most in self.objects(prop, SH.maxCount):
            yield _counted(focus, triple, f"> {most}")
        for filters in self.bad(prop, "?value", _VALUES):
            yield f"SELECT DISTINCT ?focus ?value {{ {focus} {triple} FILTER ({filters}) }}"
        for part, sign in _PAIRS.items():
            for other in self.objects(prop, part):
                pair = f"{triple} ?focus <{other}> ?other FILTER (!COALESCE(?value {sign} ?other, false))"
                yield f"SELECT DISTINCT ?focus ?value {{ {focus} {pair} }}"
        for other in self.objects(prop, SH.equals):
            twin = f"?focus <{other}> ?value ."
            for one, two in ((triple, twin), (twin, triple)):
                yield f"SELECT DISTINCT ?focus ?value {{ {focus} {one} FILTER NOT EXISTS {{ {two} }} }}"

    # -------------------------------------------------------------------------------------------- values

    def bad(self, shape: Node, value: str, parts: Sequence[Node]) -> Iterator[str]:
        """When a value breaks a constraint, as an expression for each."""
        for part in parts:
            for wanted in self.objects(shape, part):
                yield self.breaks(part, wanted, value)

    def breaks(self, part: Node, wanted: Node, value: str) -> str:
        """When a value breaks one constraint."""
        match _name(part):
            case "sh:datatype":
                formed = f' && STR(<{wanted}>(STR({value}))) != ""' if wanted in _CAST else ""
                return f"!COALESCE(DATATYPE({value}) = <{wanted}>{formed}, false)"
            case "sh:nodeKind" if wanted in _KINDS:
                return f"!{_KINDS[wanted]}({value})"
            case "sh:in":
                return f"{value} NOT IN ({', '.join(each.n3() for each in _list(self.graph, wanted))})"
            case "sh:class":
                every = _iris(sorted(self.classes.get(str(wanted), {str(wanted)})))
                return f"NOT EXISTS {{ VALUES ?kind {{ {every} }} {value} a ?kind }}"
            case "sh:pattern":
                return f"!COALESCE(REGEX(STR({value}), {rdflib.Literal(str(wanted)).n3()}), false)"
            case "sh:minInclusive":
                return f"!COALESCE({value} >= {rdflib.Literal(wanted).n3()}, false)"
            case "sh:or":
                return " && ".join(f"!({self.good(each, value)})" for each in Collection(self.graph, wanted))
        error = _refused(f"{_name(part)} {wanted}", ", ".join(map(_name, _KINDS)))
        raise OntologyError(error)

    def good(self, shape: Node, value: str) -> str:
        """When a value conforms to one of the shapes that sh:or lists, as an expression."""
        held = [f"!({filters})" for filters in self.bad(shape, value, (SH.datatype, SH["class"]))]
        for prop in self.objects(shape, SH.property):
            exists = f"EXISTS {{ {value} {self.steps(self.objects(prop, SH.path)[0])} ?held }}"
            for part, wanted, said in ((SH.minCount, "1", exists), (SH.maxCount, "0", f"NOT {exists}")):
                found = self.objects(prop, part)
                if found and str(found[0]) != wanted:
                    error = _refused(f"a count of {found[0]} inside sh:or", wanted)
                    raise OntologyError(error)
                held += [said] * len(found)
        return " && ".join(held) or "true"


def _name(term: Node) -> str:
    return f"sh:{str(term).removeprefix(str(SH))}"


def _refused(what: str, expected: str) -> str:
    return f"shapes.ttl: no query can be made of {what}; expected {expected}"


def _counted(focus: str, triple: str, limit: str) -> str:
    if limit == "< 1":
        return f"SELECT ?focus {{ {focus} FILTER NOT EXISTS {{ {triple} }} }}"
    return (
        f"SELECT ?focus {{ {focus} OPTIONAL {{ {triple} }} }} GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) {limit})"
    )


def _iris(names: Sequence[str]) -> str:
    return " ".join(f"<{name}>" for name in names)


def _list(graph: rdflib.Graph, head: Node) -> list[rdflib.URIRef]:
    """The IRIs of a list."""
    found = list(Collection(graph, head))
    names = [each for each in found if isinstance(each, rdflib.URIRef)]
    if len(names) < len(found):
        error = _refused("a literal in sh:in", "IRIs")
        raise OntologyError(error)
    return names
