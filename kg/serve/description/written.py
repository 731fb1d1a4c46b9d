"""Triples of a description, and how they go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.ids import VOCABULARIES
from kg.serve.answers import made
from kg.serve.problems import Problem
from kg.serve.protocol import accept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
FOAF = "http://xmlns.com/foaf/0.1/"
PREFIXES = {
    "dcterms": VOCABULARIES["dcterms"],
    "foaf": FOAF,
    "format": FORMATS,
    "prov": VOCABULARIES["prov"],
    "rdf": VOCABULARIES["rdf"],
    "sd": SD,
    "void": VOID,
    "xsd": VOCABULARIES["xsd"],
}
# How the W3C names the formats: https://www.w3.org/ns/formats/
ROWS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")

Node = NamedNode | BlankNode


class Description:
    """Collects triples; names are prefixed, or IRIs as terms."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.triples: list[Triple] = []

    def say(self, subject: Node, predicate: str, *things: Node | Literal) -> None:
        """A triple for each of the things."""
        self.triples += [Triple(subject, term(predicate), thing) for thing in things]

    def node(self, label: str, kind: str) -> BlankNode:
        """A new thing of a class; the label is unique in the description, so that it is the same each time."""
        found = BlankNode(label)
        self.say(found, "rdf:type", term(kind))
        return found


def term(name: str) -> NamedNode:
    """The IRI of a prefixed name.

    >>> term("sd:Service").value
    'http://www.w3.org/ns/sparql-service-description#Service'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def number(value: int) -> Literal:
    """A count."""
    return Literal(value)


def _gathered(triples: Sequence[Triple]) -> list[Triple]:
    """The triples of one subject together, the subjects in the order in which they come."""
    places = {subject: place for place, subject in enumerate(dict.fromkeys(triple.subject for triple in triples))}
    return sorted(triples, key=lambda triple: places[triple.subject])


def _used(triples: Sequence[Triple]) -> dict[str, str]:
    named = {each.value for triple in triples for each in triple if isinstance(each, NamedNode)}
    return {prefix: space for prefix, space in PREFIXES.items() if any(name.startswith(space) for name in named)}


def written(request: Request, triples: Sequence[Triple], media_type: str | None) -> Response:
    """A description in a format that the client likes.

    :raises Problem: 406 when there is none.
    """
    form = RdfFormat.from_media_type(media_type) if media_type else None
    if form is None or media_type is None:
        raise Problem(406, detail=f"nothing acceptable; expected one of {', '.join(accept.TRIPLES)}")
    plain = {RdfFormat.TRIG: RdfFormat.TURTLE, RdfFormat.N_QUADS: RdfFormat.N_TRIPLES}.get(form, form)
    content = serialize(_gathered(triples), format=plain, prefixes=_used(triples)) or b""
    return made(request, content, f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type)
