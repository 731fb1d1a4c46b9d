"""A SKOS vocabulary in RDF (Turtle, RDF/XML, N-Triples, JSON-LD): a concept with a preferred label is an actor.

See https://www.w3.org/TR/skos-reference/. ``skos:broader`` is the parent, ``skos:altLabel`` and ``skos:hiddenLabel``
are aliases, in English or in no language. The type comes from an ``rdf:type`` beside ``skos:Concept``, else from the
nearest broader concept that has one; a concept without any is an Organization.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, SKOS
from rdflib.term import Literal
from rdflib.util import guess_format

from kg.errors import OntologyError
from kg.ontology.actors.importers.streams import ident, opened
from kg.ontology.actors.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rdflib.term import Node

    from kg.ontology.actors.importers.classes import Classes

_SAME = (SKOS.exactMatch, OWL.sameAs, URIRef("http://schema.org/sameAs"), URIRef("https://schema.org/sameAs"))
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)")
_COUNTRIES = (URIRef("http://schema.org/addressCountry"), URIRef("https://schema.org/addressCountry"))
_CODE = re.compile(r"[A-Z]{2}")
_DEFAULT = "Organization"


def rows(path: Path, classes: Classes, countries: Mapping[str, str]) -> Iterator[Row]:  # noqa: ARG001 (as every format)
    """An actor for each concept with a label, by IRI.

    :raises OntologyError: when the file is no RDF.
    """
    with opened(path) as stream:
        text = stream.read()
    graph = _graph(path, text)
    numbered = reversed(list(enumerate(text.splitlines(), 1)))
    where = {name: number for number, line in numbered for name in re.findall(r"[\w-]+", line)}
    concepts = sorted(s for s in set(graph.subjects(SKOS.prefLabel)) if isinstance(s, URIRef))
    held = set(concepts)
    for concept in concepts:
        cells = _cells(concept, graph, classes, held)
        yield Row(where.get(_local(concept), 1), cells)


def _graph(path: Path, text: str) -> Graph:
    form = guess_format(path.name.removesuffix(".gz").removesuffix(".bz2")) or "turtle"
    try:
        return Graph().parse(data=text, format=form)
    except Exception as error:  # rdflib's readers raise errors of many kinds that share no class
        message = f"{path}: cannot be read as {form} ({error}); give SKOS as Turtle, RDF/XML, N-Triples or JSON-LD"
        raise OntologyError(" ".join(message.split())) from error


def _cells(concept: URIRef, graph: Graph, classes: Classes, held: set[URIRef]) -> dict[str, str]:
    name, *others = _labels(graph, concept, SKOS.prefLabel)
    aliases = [*others, *_labels(graph, concept, SKOS.altLabel), *_labels(graph, concept, SKOS.hiddenLabel)]
    codes = (str(code) for prop in _COUNTRIES for code in sorted(graph.objects(concept, prop), key=str))
    same = (_WIKIDATA.fullmatch(str(each)) for prop in _SAME for each in sorted(graph.objects(concept, prop), key=str))
    parent = next((each for each in _broader(graph, concept) if each in held), None)
    return {
        "id": ident("skos", _local(concept)),
        "type": _type(graph, concept, classes),
        "name": name,
        "aliases": "|".join(dict.fromkeys(each.replace("|", " ") for each in aliases if each != name)),
        "country": next((code for code in codes if _CODE.fullmatch(code)), ""),
        "parent": ident("skos", _local(parent)) if parent is not None else "",
        "wikidata": next((match[1] for match in same if match), ""),
        "source": str(concept),
    }


def _labels(graph: Graph, concept: Node, prop: URIRef) -> list[str]:
    """The labels in English, then those in no language; where a preferred label has neither, those there are."""
    given = sorted(each for each in graph.objects(concept, prop) if isinstance(each, Literal))
    by = [[str(each) for each in given if (each.language or "")[:2] == code] for code in ("en", "")]
    plain = [label for labels in by for label in labels]
    return plain or ([str(each) for each in given] if prop == SKOS.prefLabel else [])


def _broader(graph: Graph, concept: Node) -> list[URIRef]:
    found = {*graph.objects(concept, SKOS.broader), *graph.subjects(SKOS.narrower, concept)}
    return sorted(each for each in found if isinstance(each, URIRef))


def _type(graph: Graph, concept: Node, classes: Classes) -> str:
    """The type of a concept, else of the nearest broader one that has one."""
    level, seen = [concept], {concept}
    while level:
        kinds = sorted(_local(kind) for each in level for kind in graph.objects(each, RDF.type))
        found = (classes.get(("skos", kind)) for kind in kinds)
        if kind := next((each for each in found if each), None):
            return kind
        above = (up for each in level for up in _broader(graph, each))
        level = [up for up in dict.fromkeys(above) if up not in seen]
        seen.update(level)
    return _DEFAULT


def _local(iri: Node) -> str:
    return re.split(r"[/#:]", str(iri).rstrip("/#"))[-1]
