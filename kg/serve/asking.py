"""The named questions at ``/ask/NAME``: what the address gives becomes RDF terms, rows come in the format asked for."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec
from pyoxigraph import QueryResultsFormat, parse_query_results
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from kg import query
from kg.errors import NotFoundError, QueryError
from kg.query.asking import term
from kg.serve.answers import made, respond
from kg.serve.knowledge import knowledge
from kg.serve.pages.paging import number
from kg.serve.pages.reading import JSON, asked, content, decoded, taken
from kg.serve.pages.rendering import page, refused
from kg.serve.problems import Problem
from kg.serve.protocol import accept
from kg.serve.workers.tasks import Query
from kg.store import sparql

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from pyoxigraph import Literal, NamedNode
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.ids import Ids
    from kg.query import Question
    from kg.serve.workers import Pool
    from kg.serve.workers.tasks import Answer

FORMATS = (*accept.ROWS, accept.HTML)
SHOWN = 1000  # rows, on a page
LONGEST, MOST = 3600, 10_000_000
# What the address may say beside the parameters of a question.
OPTIONS = {
    "format": "the format of the answer, by name or media type, in the place of Accept",
    "limit": "the most rows to give; without it all of them",
    "timeout": "the most seconds that the question may take",
}
LINKS = (("JSON", "json"), ("CSV", "csv"), ("TSV", "tsv"), ("XML", "xml"))


async def asking(request: Request) -> Response:
    """The rows that answer a question.

    :raises Problem: 404 for a question, 400 for a parameter that there is not or that means nothing.
    """
    media_type = accept.chosen(request, FORMATS)
    if media_type is None:
        message = f"nothing acceptable; expected one of: {', '.join(FORMATS)}"
        raise Problem(406, detail=message)
    ending = accept.extension(request.url.path)
    name = request.path_params["name"].removesuffix(f".{ending}" if ending else "")
    try:
        question = query.question(name)
    except NotFoundError as error:
        problem = Problem(404, detail=str(error))
        if media_type == accept.HTML:
            return await refused(request, problem)
        raise problem from error
    if media_type == accept.HTML:
        return await _page(request, question)
    task, seconds = await _task(request, question, media_type)
    return respond(request, await asked(request, task, seconds=seconds))


async def listing(request: Request) -> Response:
    """The named questions with their parameters, as JSON."""
    told = [
        {
            "name": each.name,
            "question": each.text,
            "parameters": [{"name": p.name, "kind": p.kind.value, "about": p.about} for p in each.parameters],
        }
        for each in query.questions()
    ]
    return made(request, msgspec.json.encode(told), "application/json")


routes = [Route("/ask", listing), Route("/ask/{name}", asking)]


async def _page(request: Request, question: Question) -> Response:
    """The rows as a table, below the form; what is wrong with a parameter is told there too."""
    shown = partial(page, request, "ask.html", question=question, given=request.query_params)
    try:
        task, seconds = await _task(request, question, JSON, most=SHOWN)
        answer: Answer = await asked(request, task, seconds=seconds)
    except Problem as problem:
        response = await shown(status=problem.status, refused=problem.detail)
        response.headers.update(problem.headers)
        return response
    table = decoded(await content(answer))
    links = [(name, _address(request, form)) for name, form in LINKS]
    return await shown(refused="", table=table, seconds=answer.seconds, cut=answer.cut, links=links)


def _address(request: Request, form: str) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if value and name != "format"]
    return f"?{urlencode([*kept, ('format', form)])}"


async def _task(
    request: Request, question: Question, media_type: str, *, most: int | None = None
) -> tuple[Query, float | None]:
    """The query, and the seconds it is given.

    :raises Problem: 400.
    """
    values = request.query_params
    twice = [name for name, count in Counter(name for name, _ in values.multi_items()).items() if count > 1]
    if twice:
        message = f"{twice[0][:40]!r} is given twice; expected one value"
        raise Problem(400, detail=message)
    limit = number(values, "limit", default=0, least=1, most=MOST) or most
    seconds = number(values, "timeout", default=0, least=1, most=LONGEST)
    given = {name: value for name, value in values.items() if name not in OPTIONS and value.strip()}
    try:
        terms = await _terms(request, question, given)
    except (QueryError, NotFoundError) as error:
        raise Problem(400, detail=str(error)) from error
    task = Query(
        text=question.sparql,
        rows=media_type,
        triples=None,
        most_rows=limit,
        gzip=most is None and accept.compressed(request),
        substitutions={name: str(value) for name, value in terms.items()},
    )
    return task, seconds or None


async def _terms(request: Request, question: Question, given: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """The terms that the words of an address mean; names of entities are looked up in a thread.

    :raises NotFoundError: when there is no such entity.
    :raises QueryError: when a parameter is unknown or its value means nothing.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(set(given) - set(known)):
        message = f"{question.name} has no parameter {unknown[0][:40]!r}; expected one of: {', '.join(known) or 'none'}"
        raise QueryError(message)
    state = request.app.state
    graph = _Graph(state.pool, asyncio.get_running_loop(), _labels(request))
    entity = partial(_entity, graph, ids=state.ids, actors=getattr(state, "actors", None))

    def made_of() -> dict[str, NamedNode | Literal]:
        return {name: term(known[name], value, entity=entity, ids=state.ids) for name, value in given.items()}

    return await run_in_threadpool(made_of) if given else {}


def _entity(graph: _Graph, name: str, *, ids: Ids, actors: Path | None) -> str:
    return query.entity(graph, name, knowledge=knowledge(actors), ids=ids)


def _labels(request: Request) -> dict[str, object]:
    """The answers to queries without substitutions (all labels), kept for one snapshot of the graph."""
    state = request.app.state
    tag = state.pool.generation.tag
    if getattr(state, "labels", ("", {}))[0] != tag:
        state.labels = (tag, {})
    found: dict[str, object] = state.labels[1]
    return found


class _Graph:
    """The graph behind the pool, to be asked by a thread that may wait."""

    def __init__(self, pool: Pool, loop: asyncio.AbstractEventLoop, known: dict[str, object]) -> None:
        self._pool, self._loop, self._known = pool, loop, known

    def query(
        self,
        text: str,
        *,
        substitutions: Mapping[str, NamedNode | Literal] | None = None,
        prefixes: Mapping[str, str] | None = None,  # noqa: ARG002 (the workers know them)
    ) -> object:
        """The rows of a query of ours.

        :raises Problem: when no worker answers.
        """
        if substitutions:
            return self._asked(text, substitutions)
        if text not in self._known:
            self._known[text] = self._asked(text, {})
        return self._known[text]

    def _asked(self, text: str, substitutions: Mapping[str, NamedNode | Literal]) -> object:
        task = Query(text=text, rows=JSON, substitutions={name: str(value) for name, value in substitutions.items()})
        waiting: Future[Answer] = asyncio.run_coroutine_threadsafe(self._pool.ask(task), self._loop)
        answer = waiting.result()
        if answer.status != 200:  # noqa: PLR2004 (only then is the body an answer)
            raise Problem(answer.status, detail=answer.detail)
        body = answer.body if isinstance(answer.body, bytes) else taken(answer.body)
        return sparql.read(parse_query_results(body, format=QueryResultsFormat.JSON))
