"""The addresses: ``/sparql`` for programs, ``/`` for people, ``/health`` for whoever watches."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, serialize
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg import query
from kg.errors import QueryError, StoreError
from kg.serve.accept import ROWS, TRIPLES, Format, chosen
from kg.serve.asked import Asked, asked
from kg.serve.page import page
from kg.store import reported

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from kg.ids import Ids
    from kg.query import Question
    from kg.store import Graph, Results

ENDPOINT = "/sparql"
# A page elsewhere that gives its own name this machine's address must not read the graph (DNS rebinding).
LOCAL = ("localhost", "127.0.0.1", "::1", "[::1]")
SAFE = {
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def app(
    graph: Graph, ids: Ids, *, questions: Sequence[Question] | None = None, hosts: Sequence[str] = LOCAL
) -> Starlette:
    """The application that answers for ``graph``, to requests that name one of ``hosts`` ("*": any).

    ``questions`` are those that the page lists; without them, those that ship with the package. The prefixes of ``ids``
    need not be declared in a query.
    """
    listed = query.questions() if questions is None else questions

    async def sparql(request: Request) -> Response:
        wanted = await asked(request)
        accept = ",".join(request.headers.getlist("accept"))
        return await run_in_threadpool(answered, graph, wanted, accept=accept, ids=ids)

    async def home(_: Request) -> Response:
        return HTMLResponse(page(listed, endpoint=ENDPOINT), headers=SAFE)

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    return Starlette(
        routes=[Route(ENDPOINT, sparql, methods=["GET", "POST"]), Route("/", home), Route("/health", health)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
        exception_handlers={HTTPException: _refused},
    )


def answered(graph: Graph, wanted: Asked, *, accept: str, ids: Ids) -> Response:
    """The whole answer to a query, in the format that the client likes best: never a part of one.

    Errors become answers here, as Oxigraph's results must not leave their thread, not even in a traceback.
    """
    try:
        return _answered(graph, wanted, accept=accept, ids=ids)
    except QueryError as error:
        return _said(400, str(error))
    except StoreError as error:
        return _said(503, str(error))


def _answered(graph: Graph, wanted: Asked, *, accept: str, ids: Ids) -> Response:
    found = graph.results(wanted.query, prefixes=ids.prefixes, dataset=wanted.dataset)
    formats = TRIPLES if isinstance(found, QueryTriples) else ROWS
    form = chosen(accept, formats)
    if form is None:
        message = f"no answer of type {accept!r}; expected one of: {', '.join(each.media_type for each in formats)}"
        return _said(406, message)
    with reported():
        content = _written(found, form, ids)
    return Response(content, headers={"Content-Type": form.content_type, "Vary": "Accept", **SAFE})


def _written(found: Results, form: Format, ids: Ids) -> bytes | None:
    if isinstance(found, QueryTriples):
        return serialize(found, format=cast("RdfFormat", form.written), prefixes=ids.prefixes)
    return found.serialize(format=cast("QueryResultsFormat", form.written))


def _refused(_: Request, error: Exception) -> Response:
    refusal = cast("HTTPException", error)
    response = _said(refusal.status_code, refusal.detail)
    response.headers.update(refusal.headers or {})
    return response


def _said(status: int, message: str) -> Response:
    return PlainTextResponse(message + "\n", status_code=status, headers=SAFE)
