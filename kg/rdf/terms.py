"""RDF terms from Python values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.ids import KG, VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterator

_XSD = VOCABULARIES["xsd"]
TYPE = NamedNode(VOCABULARIES["rdf"] + "type")
_DATE = NamedNode(_XSD + "date")
_DECIMAL = NamedNode(_XSD + "decimal")
_DURATION = NamedNode(_XSD + "duration")
_OFFSET = NamedNode(_XSD + "nonNegativeInteger")


def node(name: str) -> NamedNode:
    """The IRI of a prefixed vocabulary name.

    >>> node("gaf:denotedBy").value
    'http://groundedannotationframework.org/gaf#denotedBy'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(VOCABULARIES[prefix] + local)


def kg(local: str) -> NamedNode:
    """A term of the project's own vocabulary."""
    return NamedNode(KG + local)


def literal(value: str | bool | float | date) -> Literal:  # noqa: FBT001 (a value, not a switch)
    """A literal: strings plain, dates as xsd:date, whole numbers as xsd:integer, others as xsd:decimal.

    >>> literal(250000.0)
    <Literal value=250000 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#integer>>
    """
    if isinstance(value, bool | str):
        return Literal(value)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    if float(value).is_integer():
        return Literal(int(value))
    return Literal(format(value, "f").rstrip("0"), datatype=_DECIMAL)


def offset(value: int) -> Literal:
    """A count of code points."""
    return Literal(str(value), datatype=_OFFSET)


def duration(value: str) -> Literal:
    """How long something took, as xsd:duration: "P3M"."""
    return Literal(value, datatype=_DURATION)


Object = NamedNode | Literal | str | bool | int | float | date | None


class Writer:
    """Collects the quads of one named graph; a value of None gives no quad."""

    def __init__(self, graph: str) -> None:
        """An empty writer to the graph of that IRI."""
        self._graph = NamedNode(graph)
        self.quads: set[Quad] = set()

    def add(self, subject: str, predicate: str | NamedNode, value: Object) -> None:
        """One quad; ``predicate`` may be a prefixed name, and a plain Python ``value`` becomes a literal."""
        if value is None:
            return
        verb = node(predicate) if isinstance(predicate, str) else predicate
        thing = value if isinstance(value, NamedNode | Literal) else literal(value)
        self.quads.add(Quad(NamedNode(subject), verb, thing, self._graph))

    def a(self, subject: str, *types: NamedNode) -> None:
        """The classes of a subject."""
        for each in types:
            self.quads.add(Quad(NamedNode(subject), TYPE, each, self._graph))

    def __iter__(self) -> Iterator[Quad]:
        """The quads, sorted by their N-Quads form."""
        return iter(sorted(self.quads, key=str))

    def __len__(self) -> int:
        return len(self.quads)
