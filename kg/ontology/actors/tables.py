"""Actors as rows of CSV, and what a file of them must hold to."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import OntologyError
from kg.ontology.actors.knowledge import Actor

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

REQUIRED = ("id", "type", "name")
LISTS = ("aliases", "metonyms", "demonyms")
COLUMNS = (
    *REQUIRED,
    *LISTS,
    *("country", "parent", "wikidata", "code", "valid_from", "valid_to", "source", "licence", "origin"),
)
TYPES = (
    *("State", "Territory", "City", "Place", "GovernmentBody", "IntergovernmentalOrganization"),
    *("NonGovernmentalOrganization", "ArmedGroup", "PoliticalParty", "MediaOrganization", "Company"),
    *("Organization", "Person", "PopulationGroup"),
)
_ID = re.compile(r"[a-z]+:[a-z0-9-]+")
_SHOWN = 5  # lines that an error names before it counts the rest


class Row(NamedTuple):
    """One row: the number of its first line in the file, from 1 (the header), and its cells by column."""

    line: int
    cells: dict[str, str]


def read(path: Path) -> list[Row]:
    """The rows of a CSV file of actors.

    :raises OntologyError: when it cannot be read, lacks a column, or has one that means nothing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", restval="", strict=True)
            _columns(path, reader.fieldnames or ())
            return list(_rows(path, reader))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: cannot be read as CSV ({error}); give a UTF-8 file with the columns {', '.join(REQUIRED)} …"
        raise OntologyError(message) from error


def _columns(path: Path, names: Sequence[str]) -> None:
    if missing := [name for name in REQUIRED if name not in names]:
        message = f"{path}, line 1: no column {', '.join(missing)}; expected {','.join(COLUMNS)}"
        raise OntologyError(message)
    if unknown := [name for name in names if name not in COLUMNS]:
        shown = ", ".join(map(repr, unknown))
        message = f"{path}, line 1: unknown column {shown}; expected some of {','.join(COLUMNS)}"
        raise OntologyError(message)


def _rows(path: Path, reader: csv.DictReader[str]) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        if "" in cells:
            message = f"{path}, line {line}: more cells than columns; quote a cell that holds a comma"
            raise OntologyError(message)
        yield Row(line, {name: " ".join((cell or "").split()) for name, cell in cells.items()})
        line = reader.line_num + 1


def check(path: Path, rows: Iterable[Row], *, known: Container[str]) -> None:
    """Refuses rows of ``path`` that contradict themselves or the actors ``known``, the ids that stand elsewhere.

    :raises OntologyError: for an empty cell, an unknown type, an id of another form, that stands twice or that is known
        already, an unknown parent or origin, or a circle of parents; the message names the lines.
    """
    rows = list(rows)
    empty = [r for r in rows if not all(r.cells[name] for name in REQUIRED)]
    _refuse(path, empty, f"{', '.join(REQUIRED)} must be filled")
    odd = [r for r in rows if not _ID.fullmatch(r.cells["id"])]
    _refuse(path, odd, "an id is a kind, a colon, and small letters, digits and hyphens: org:harbour-board")
    untyped = [r for r in rows if r.cells["type"] not in TYPES]
    _refuse(path, untyped, f"unknown type; expected one of {', '.join(TYPES)}")
    counts = Counter(r.cells["id"] for r in rows)
    twice = [r for r in rows if counts[r.cells["id"]] > 1]
    _refuse(path, twice, "an id stands for one actor, and here for several; give each an id of its own", name="id")
    held = [r for r in rows if r.cells["id"] in known]
    _refuse(path, held, "the knowledge base has this id already; rows are added, never overwritten", name="id")
    for name in ("parent", "origin"):
        lost = [r for r in rows if (to := r.cells.get(name)) and to not in counts and to not in known]
        _refuse(path, lost, f"the {name} is no id of this file or of the knowledge base", name=name)
    parents = {r.cells["id"]: r.cells.get("parent", "") for r in rows}
    circle = _circle(parents)
    _refuse(path, [r for r in rows if r.cells["id"] in circle], "the parents run in a circle; leave one out", name="id")


def _refuse(path: Path, rows: Sequence[Row], why: str, *, name: str | None = None) -> None:
    if not rows:
        return
    lines = ", ".join(str(row.line) for row in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    shown = sorted({row.cells[name] for row in rows[:_SHOWN]}) if name else []
    what = f" ({', '.join(shown)})" if shown else ""
    message = f"{path}, line{'s' if len(rows) > 1 else ''} {lines}{more}{what}: {why}"
    raise OntologyError(message)


def _circle(parents: Mapping[str, str]) -> Collection[str]:
    """The ids of one circle of parents, or none; each id is looked at once."""
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        actor = start
        while actor in parents and actor not in done:
            if actor in path:
                walked = list(path)
                return walked[walked.index(actor) :]
            path[actor] = None
            actor = parents[actor]
        done.update(path)
    return ()


def actor(cells: Mapping[str, str]) -> Actor:
    """The actor of a row's cells; lists are split at the bar, empty cells are None."""

    def listed(name: str) -> tuple[str, ...]:
        return tuple(word for word in (cells.get(name) or "").split("|") if word)

    return Actor(
        id=cells["id"],
        type=cells["type"],
        name=cells["name"],
        aliases=listed("aliases"),
        metonyms=listed("metonyms"),
        demonyms=listed("demonyms"),
        country=cells.get("country") or None,
        parent=cells.get("parent") or None,
        origin=cells.get("origin") or None,
        wikidata=cells.get("wikidata") or None,
    )
