"""``/sparql``: queries go to the workers, updates to the writer; without either, the service is described."""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.routing import Route

from kg.serve.answers import respond, unchanged
from kg.serve.problems import Problem
from kg.serve.protocol import accept
from kg.serve.protocol.asked import asked
from kg.serve.safety.connections import TASK
from kg.serve.workers.tasks import Query
from kg.serve.writer.tasks import Update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.protocol.asked import Asked

ENDPOINT = "/sparql"
EXTENSIONS = "json|xml|srj|srx|csv|tsv|ttl|nt|nq|trig|rdf|jsonld"
# What these give depends on more than the graph, so that no answer with one of them is to be kept. (An escape could
# spell any of them.)
FLEETING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|SERVICE)\b|\\u", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


def routes() -> list[Route]:
    """The addresses of the endpoint: itself, with a slash, and with an extension that names the format."""
    addresses = [ENDPOINT, f"{ENDPOINT}/", *(f"{ENDPOINT}.{name}" for name in EXTENSIONS.split("|"))]
    return [Route(address, sparql, methods=["GET", "POST"]) for address in addresses]


async def sparql(request: Request) -> Response:
    """The answer to a request at the endpoint."""
    wanted = await asked(request)
    if wanted is None:
        described: Callable[[Request], Awaitable[Response]] = request.app.state.described
        return await described(request)
    if wanted.update is not None:
        return await _updated(request, wanted)
    return await _queried(request, wanted)


async def _queried(request: Request, wanted: Asked) -> Response:
    text = wanted.query or ""
    request.scope["kg.query"] = text
    named = wanted.named or accept.extension(request.scope["path"])
    accepted = accept.accepted(request)
    rows = accept.resolved(accepted, accept.ROWS, named=named)
    triples = accept.resolved(accepted, accept.TRIPLES, named=named)
    if rows is None and triples is None:
        expected = ", ".join(dict.fromkeys((*accept.ROWS, *accept.TRIPLES)))
        raise Problem(406, detail=f"nothing acceptable; expected one of {expected}")
    kept = FLEETING.search(text) is None
    if kept and (known := unchanged(request, (rows, triples))) is not None:
        return known
    state = request.app.state
    task = Query(
        text=text,
        rows=rows,
        triples=triples,
        dataset=wanted.dataset,
        union=wanted.union,
        most_rows=wanted.most_rows,
        most_bytes=wanted.most_bytes,
        gzip=accept.compressed(request),
        base=base(request),
        federation=state.settings.federation,
    )
    request.scope[TASK] = asyncio.current_task()
    try:
        answer = await state.pool.ask(task, seconds=wanted.seconds)
    finally:
        del request.scope[TASK]
    response = respond(request, answer, kept=kept)
    if answer.cut:
        response.headers["X-Truncated"] = ", ".join(
            name for name, most in (("rows", wanted.most_rows), ("bytes", wanted.most_bytes)) if most is not None
        )
    return response


async def _updated(request: Request, wanted: Asked) -> Response:
    text = wanted.update or ""
    request.scope["kg.query"] = text
    task = Update(
        text=text,
        using=wanted.dataset,
        base=base(request),
        federation=request.app.state.settings.federation,
    )
    return respond(request, await request.app.state.writer.do(task, seconds=wanted.seconds))


def base(request: Request) -> str | None:
    """What relative IRIs of a request are relative to: the address of the endpoint, as the client named it."""
    return _base(request.scope["scheme"], accept.header(request, b"host"))


@lru_cache(maxsize=256)
def _base(scheme: str, host: str) -> str | None:
    return f"{scheme}://{host}{ENDPOINT}" if _HOST.fullmatch(host) else None
