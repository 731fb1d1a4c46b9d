"""What pages read: rows of queries, asked of the workers, as records."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct
from pyoxigraph import NamedNode

from kg.serve.problems import Problem
from kg.serve.safety.connections import TASK
from kg.serve.workers.tasks import Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from kg.serve.workers.tasks import Answer

    Term = NamedNode | int | Sequence[NamedNode]

JSON = "application/sparql-results+json"
Record = TypeVar("Record")


class Cell(Struct):
    """A term as SPARQL 1.1 Query Results JSON has it; ``value`` is no string where a triple is quoted."""

    type: str
    value: Any
    datatype: str = ""
    lang: str = msgspec.field(default="", name="xml:lang")


class Head(Struct):
    """The variables of the rows."""

    vars: list[str] = []


class Body(Struct):
    """The rows."""

    bindings: list[dict[str, Cell]] = []


class Results(Struct):
    """An answer: rows, or a boolean."""

    head: Head
    results: Body | None = None
    boolean: bool | None = None


_DECODER = msgspec.json.Decoder(Results)


def filled(text: str, **terms: Term) -> str:
    """A query with terms in the place of its ``$name``: IRIs as N-Triples has them, and whole numbers.

    Nothing else can go in, so nobody's words become syntax; several IRIs stand side by side, as VALUES has them.

    >>> filled("ASK { $it ?p ?o }", it=NamedNode("urn:x"))
    'ASK { <urn:x> ?p ?o }'
    """
    written = {name: " ".join(map(_written, _each(term))) for name, term in terms.items()}
    return Template(text).substitute(written)


def _each(term: Term) -> Sequence[NamedNode | int]:
    return (term,) if isinstance(term, NamedNode | int) else term


def _written(term: NamedNode | int) -> str:
    return str(int(term)) if isinstance(term, int) else str(term)


async def asked(request: Request, query: Query, *, seconds: float | None = None) -> Answer:
    """The answer of the workers.

    :raises Problem: when there is none: as the workers say.
    """
    answer = await waited(request, query, seconds=seconds)
    if answer.status >= 400:  # noqa: PLR2004 (RFC 9110: from here on, a refusal)
        await content(answer)
        headers = {"Retry-After": "1"} if answer.status == 503 else {}  # noqa: PLR2004 (unavailable)
        raise Problem(answer.status, detail=answer.detail, headers=headers)
    return answer


async def waited(request: Request, query: Query, *, seconds: float | None = None) -> Answer:
    """The answer of the workers, whatever it says; a client that leaves has the query ended."""
    request.scope[TASK] = asyncio.current_task()
    try:
        answer: Answer = await request.app.state.pool.ask(query, seconds=seconds)
    finally:
        request.scope.pop(TASK, None)
    return answer


async def content(answer: Answer) -> bytes:
    """The body of an answer; a file is read and removed."""
    if isinstance(answer.body, Path):
        return await asyncio.to_thread(taken, answer.body)
    return answer.body


def taken(path: Path) -> bytes:
    """The content of a file, which is removed."""
    try:
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


def decoded(body: bytes) -> Results:
    """The rows of a JSON answer."""
    return _DECODER.decode(body)


async def results(request: Request, text: str, **terms: Term) -> Results:
    """The rows of a query of ours."""
    answer = await asked(request, Query(text=filled(text, **terms), rows=JSON))
    return decoded(await content(answer))


async def records(request: Request, form: type[Record], text: str, **terms: Term) -> list[Record]:
    """The same as records: each variable gives the field of its name; unbound ones keep the default of the field.

    A row that does not fit the record is left out: a user's own graph may say anything.
    """
    found = (await results(request, text, **terms)).results or Body()
    made = []
    for row in found.bindings:
        with suppress(msgspec.ValidationError):
            made.append(msgspec.convert({name: cell.value for name, cell in row.items()}, form, strict=False))
    return made
