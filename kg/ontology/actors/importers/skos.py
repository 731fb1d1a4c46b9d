"""A SKOS vocabulary in RDF: which files are one, and its actors, by ``kg.ontology.actors.importers.concepts``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.ontology.actors.importers.classes import Classes
    from kg.ontology.actors.tables import Row

SUFFIXES = frozenset({".ttl", ".turtle", ".rdf", ".xml", ".nt", ".jsonld", ".skos"})
_BEGINNINGS = ("@prefix", "@base", "PREFIX", "BASE", "<?xml", "<rdf:RDF", "<http", "#")


def begins(line: str) -> bool:
    """A prefix, a base, a comment of Turtle, XML or an IRI; JSON-LD begins with its context."""
    return line.startswith(_BEGINNINGS) or (line.startswith("{") and '"@' in line)


def rows(path: Path, classes: Classes, countries: Mapping[str, str]) -> Iterator[Row]:
    """As ``concepts.rows``."""
    from kg.ontology.actors.importers import concepts  # noqa: PLC0415 (its RDF library takes memory that few need)

    return concepts.rows(path, classes, countries)
