"""Actors of a user's own, kept in a file beside a graph: they are added to the packaged ones, and overwrite none."""

from __future__ import annotations

import csv
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.ontology.actors import importers, tables
from kg.ontology.actors.folder import packaged
from kg.ontology.actors.importers.classes import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.ontology.actors.knowledge import Actor
    from kg.ontology.actors.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What became of a file of actors: the ids that were added, and the known ids that rows stand for already.

    A row is known already when an actor of the knowledge base has its Wikidata id.
    """

    format: str
    added: tuple[str, ...]
    known: tuple[str, ...]


def add(path: Path, target: Path, *, folder: Path, format: str | None = None) -> Addition:  # noqa: A002 (the name of the option)
    """Adds the actors of a file to ``target``, a CSV that is made where it is missing.

    ``folder`` holds the packaged actors. The format is told by the file where it is not given.

    :raises OntologyError: when the file cannot be read, contradicts itself or what is known; nothing is changed then.
    """
    form = importers.told(path) if format is None else format
    base = packaged(folder)
    had = tables.read(target) if target.exists() else []
    countries = {a.wikidata: a.country for a in base.values() if a.type == "State" and a.wikidata and a.country}
    given = list(importers.FORMATS[form].rows(path, classes(folder.parent / "imports" / "classes.csv"), countries))
    rows, same = _new(given, base)
    if not given:
        message = f"{path}: holds no actors; expected {form} with persons, bodies, places or groups"
        raise OntologyError(message)
    tables.check(path, rows, known=base.keys() | {row.cells["id"] for row in had})
    written = [*(row.cells for row in had), *({"source": path.name} | _filled(row.cells) for row in rows)]
    _write(target, written)
    return Addition(format=form, added=tuple(row.cells["id"] for row in rows), known=tuple(sorted(set(same.values()))))


def _new(given: Sequence[Row], base: dict[str, Actor]) -> tuple[list[Row], dict[str, str]]:
    """The rows that are not known by their Wikidata id, and what the others are known as.

    A parent that is known already is led to the known one.
    """
    by_outside = {actor.wikidata: actor.id for actor in base.values() if actor.wikidata}
    ids = [(row.cells["id"], by_outside.get(row.cells.get("wikidata", ""))) for row in given]
    same = {ident: known for ident, known in ids if known is not None and ident != known}
    rows = []
    for row in given:
        if row.cells["id"] not in same:
            parent = row.cells.get("parent", "")
            rows.append(tables.Row(row.line, row.cells | {"parent": same.get(parent, parent)}))
    return rows, same


def _filled(cells: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if cell}


def _write(target: Path, rows: Sequence[dict[str, str]]) -> None:
    """Writes the whole file beside its place, then renames it: nobody sees half of it."""
    name = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, tables.COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        Path(name).replace(target)
    except OSError as error:
        if name is not None:
            with suppress(OSError):
                Path(name).unlink(missing_ok=True)
        message = f"{target}: cannot be written ({error.strerror}); free some space or choose another --graph"
        raise OntologyError(message) from error
