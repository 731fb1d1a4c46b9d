"""Which of our types the classes of other bases are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.ontology.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# By format and class, our type: ("wikidata", "Q5") → Person.
Classes: TypeAlias = "Mapping[tuple[str, str], str]"


def classes(path: Path) -> dict[tuple[str, str], str]:
    """The table of classes that ships as ``ontology/imports/classes.csv``.

    :raises OntologyError: when it is missing.
    """
    return {(row["format"], row["class"]): row["type"] for row in rows(path)}
