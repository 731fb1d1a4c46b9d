"""GET, HEAD, PUT, POST and DELETE of graphs. Reading is done by the workers, writing by the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.answers import respond, unchanged
from kg.serve.graphstore import naming
from kg.serve.graphstore.bodies import DATA_SETS, payloads
from kg.serve.pages.things import thing
from kg.serve.problems import Problem
from kg.serve.protocol import accept
from kg.serve.safety import writing
from kg.serve.workers.tasks import Dump

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.writer.tasks import Delete, Post, Put

READING = {"GET", "HEAD"}
CREATED = 201


async def graphs(request: Request) -> Response:
    """``/graphs``: the graph that a parameter names, or all of them."""
    name = naming.indirect(request)
    if name is None and request.method in READING:
        return await _read(request, None)
    if name is not None:
        return await _one(request, name)
    if request.method != "POST":
        detail = f"{request.method} of all graphs at once; expected one to be named: {naming.ENDPOINT}?graph=IRI"
        raise Problem(405, detail=detail, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
    return await _posted(request)


async def graph(request: Request) -> Response:
    """The graph that the address names."""
    return await _one(request, naming.direct(request))


async def own(request: Request) -> Response:
    """A graph of the project's own: its page for a browser, else what it holds; an extension names the format."""
    if request.method not in READING:
        return await graph(request)
    if accept.chosen(request, (*accept.TRIPLES, accept.HTML)) == accept.HTML:
        return await thing(request)
    ending = accept.extension(request.scope["path"])
    name = naming.direct(request)
    return await _read(request, name.removesuffix(f".{ending}") if ending else name, named=accept.named(request))


async def _one(request: Request, name: str) -> Response:
    if request.method in READING:
        return await _read(request, name)
    from kg.serve.writer.tasks import Delete, Post, Put  # noqa: PLC0415 (not needed to read)

    writing(request)
    there = _there(request)
    if request.method == "DELETE":
        return await _written(request, Delete(graph=name, there=there))
    base = name or naming.root(request) + naming.ENDPOINT
    async with payloads(request, base=base) as sent:
        kind = Put if request.method == "PUT" else Post
        return await _written(request, kind(graph=name, payloads=sent, there=there))


async def _posted(request: Request) -> Response:
    """What is posted without a name: a data set is added to the graphs that it names, else a new graph is made."""
    from kg.serve.writer.tasks import Post  # noqa: PLC0415 (not needed to read)

    writing(request)
    name = naming.new(request)
    async with payloads(request, base=name) as sent:
        if any(each.media_type in DATA_SETS for each in sent):
            return await _written(request, Post(graph=None, payloads=sent))
        response = await _written(request, Post(graph=name, payloads=sent))
        response.headers["Location"] = name
        return response


async def _read(request: Request, name: str | None, *, named: str | None = None) -> Response:
    """A graph, or all of them, in the format ``named``, else one that the client likes.

    Below /graphs an extension is a part of the graph's name, and names no format.
    """
    kinds = accept.QUADS if name is None else accept.TRIPLES
    format_ = accept.parameter(request) if named is None else named
    media_type = accept.resolved(accept.accepted(request), kinds, named=format_)
    if media_type is None:
        raise Problem(406, detail=f"nothing acceptable; expected one of {', '.join(kinds)}")
    if "*" not in request.headers.get("if-none-match", "") and (known := unchanged(request, (media_type,))):
        return known
    state = request.app.state
    task = Dump(graph=name, media_type=media_type, gzip=accept.compressed(request))
    return respond(request, await state.pool.ask(task, seconds=state.settings.config.longest_seconds))


def _there(request: Request) -> bool | None:
    """Whether the graph must be there, as If-Match and If-None-Match say (RFC 9110, section 13.1); None: either.

    :raises Problem: 412 for an ETag, which is weak here, and so matches no write.
    """
    match, none = request.headers.get("if-match"), request.headers.get("if-none-match")
    if any(value is not None and value.strip() != "*" for value in (match, none)):
        raise Problem(412, detail="an ETag is no condition of a write here; expected If-Match: * or If-None-Match: *")
    return True if match else False if none else None


async def _written(request: Request, task: Put | Post | Delete) -> Response:
    state = request.app.state
    return respond(request, await state.writer.do(task, seconds=state.settings.config.longest_seconds))
