"""Questions are files: the question, its parameters, and the SPARQL that answers it.

::

    # Who urges whom to do what?
    # param actor: entity - the one who urges
    # param since: date - only what happened on this day or later
    SELECT ?actor ?recipient ?since WHERE { … }

A parameter is a variable of the query, and one that it selects: its value goes in as an RDF term. One that is not given
leaves its variable free, so a filter reads it with COALESCE. (BOUND of a value put in is true only where a pattern of
the query has the variable too.)
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import data
from kg.errors import NotFoundError, QueryError
from kg.store import Graph, Rows

if TYPE_CHECKING:
    from pathlib import Path

PARAMETER = re.compile(r"# param (?P<name>[A-Za-z]\w*): (?P<kind>\w+) - (?P<about>\S.*)")
ALIKE = 0.4


class Kind(StrEnum):
    """What the value of a parameter is, which decides the RDF term that is made of it."""

    ENTITY = "entity"
    EVENT = "event"
    DOCUMENT = "document"
    ACTION = "action"
    TYPE = "type"
    DATE = "date"
    TEXT = "text"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of a question that its asker may set; ``about`` says what for."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question: ``text`` is the question itself, ``sparql`` the SELECT query that answers it."""

    name: str
    text: str
    parameters: tuple[Parameter, ...] = ()
    sparql: str


def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """The questions of a folder, sorted by name; without one, those that ship with the package.

    >>> "who-urges-whom" in [question.name for question in questions()]
    True

    :raises QueryError: when a file is not in the format, or its query is wrong.
    """
    return _loaded(data.folder("queries") if folder is None else folder)


def question(name: str, folder: Path | None = None) -> Question:
    """One question by its name.

    >>> question("who-urges-whom").parameters[0].kind
    <Kind.ENTITY: 'entity'>

    :raises NotFoundError: when there is none of that name; it names the nearest.
    :raises QueryError: when a file is not in the format, or its query is wrong.
    """
    known = {item.name: item for item in questions(folder)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=ALIKE)
    hint = f"did you mean {near[0]}?" if near else f"expected one of: {', '.join(known)}"
    message = f"there is no question {name!r}; {hint}"
    raise NotFoundError(message)


def parsed(name: str, text: str) -> Question:
    r"""The question in the text of a file.

    >>> parsed("all", "# What is there?\n# param it: entity - the thing\nSELECT ?it { ?it ?p ?o }").parameters
    (Parameter(name='it', kind=<Kind.ENTITY: 'entity'>, about='the thing'),)

    :raises QueryError: when it is not in the format, or its query is wrong.
    """
    first, *lines = text.splitlines() or [""]
    if not re.fullmatch(r"# \S.*\?", first):
        message = f"{name}.rq begins with {first!r}; expected a comment that ends in a question mark"
        raise QueryError(message)
    parameters: list[Parameter] = []
    while lines and lines[0].startswith("# param"):
        parameters.append(_parameter(name, lines.pop(0)))
    sparql = "\n".join(lines).strip() + "\n"
    made = Question(name=name, text=first.removeprefix("# "), parameters=tuple(parameters), sparql=sparql)
    _check(made)
    return made


@cache
def _loaded(folder: Path) -> tuple[Question, ...]:
    files = sorted(folder.glob("*.rq"), key=lambda file: file.stem)
    return tuple(parsed(file.stem, file.read_text(encoding="utf-8")) for file in files)


def _parameter(name: str, line: str) -> Parameter:
    found = PARAMETER.fullmatch(line.rstrip())
    if found is None:
        message = f"{name}.rq says {line!r}; expected '# param NAME: KIND - what it is'"
        raise QueryError(message)
    if found["kind"] not in list(Kind):
        message = (
            f"{name}.rq: parameter {found['name']} is of kind {found['kind']!r}; expected one of: {', '.join(Kind)}"
        )
        raise QueryError(message)
    return Parameter(name=found["name"], kind=Kind(found["kind"]), about=found["about"])


def _check(made: Question) -> None:
    """Ask the question of an empty graph, with every parameter set.

    :raises QueryError: when that fails, as it does for a parameter that is not selected.
    """
    names = [parameter.name for parameter in made.parameters]
    if len(set(names)) < len(names):
        message = f"{made.name}.rq has two parameters of one name; expected different ones among: {', '.join(names)}"
        raise QueryError(message)
    values = {parameter.name: _any_value(parameter.kind) for parameter in made.parameters}
    try:
        rows = Graph.memory().query(made.sparql, substitutions=values)
    except QueryError as error:
        message = f"{made.name}.rq: {error}"
        raise QueryError(message) from error
    if not isinstance(rows, Rows):
        message = f"{made.name}.rq gives no rows; expected a SELECT query"
        raise QueryError(message)


def _any_value(kind: Kind) -> NamedNode | Literal:
    return Literal("1") if kind in {Kind.DATE, Kind.TEXT, Kind.INTEGER} else NamedNode("urn:anything")
