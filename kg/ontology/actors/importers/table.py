"""Our own CSV, as in ``ontology/actors/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ontology.actors import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.ontology.actors.importers.classes import Classes

SUFFIXES = frozenset({".csv"})


def begins(line: str) -> bool:
    """A header that holds at least one of the columns that must be there."""
    return bool(set(line.replace('"', "").split(",")) & set(tables.REQUIRED)) and not line.startswith(("{", "["))


def rows(path: Path, classes: Classes, countries: Mapping[str, str]) -> Iterator[tables.Row]:  # noqa: ARG001 (as every format)
    """The rows as they stand.

    :raises OntologyError: when the file cannot be read, lacks a column, or has one that means nothing.
    """
    yield from tables.read(path)
