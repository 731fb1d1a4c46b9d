"""Full-text search at ``/search?q=…``: names of entities, words of events, titles and sentences of documents."""

from __future__ import annotations

from html import escape
from time import perf_counter
from typing import TYPE_CHECKING

import msgspec
from starlette.routing import Route

from kg.errors import QueryError
from kg.serve.answers import made
from kg.serve.pages.paging import address, paging
from kg.serve.pages.rendering import page, refused
from kg.serve.problems import Problem
from kg.serve.protocol import accept
from kg.serve.search.index import Index
from kg.serve.search.syntax import expression
from kg.serve.search.table import KINDS, Hit, TimeIsUpError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.pages.paging import Paging

FORMATS = (accept.JSON, accept.HTML)
FEW, MANY = 20, 100
RETRY_SECONDS = "3"
WAIT = 10.0  # seconds that a search waits for the first index


async def search(request: Request) -> Response:
    """What is found, the best first: JSON, or a page for people.

    :raises Problem: 400 for words that cannot be looked for, 503 until there is an index, 504 when it takes too long.
    """
    media_type = accept.chosen(request, FORMATS)
    if media_type is None:
        message = f"nothing acceptable; expected one of: {', '.join(FORMATS)}"
        raise Problem(406, detail=message)
    try:
        return await _found(request, html=media_type == accept.HTML)
    except Problem as problem:
        if media_type == accept.HTML:
            return await refused(request, problem)
        raise


routes = [Route("/search", search)]


def index_of(request: Request) -> Index:
    """The index of the application, made when it is first asked for."""
    state = request.app.state
    found: Index | None = getattr(state, "index", None)
    if found is None:
        found = state.index = Index(state.pool, base=state.ids.base)
    return found


async def _found(request: Request, *, html: bool) -> Response:
    typed, kinds = _wanted(request)
    part = paging(request, default=FEW, most=MANY)
    begun = perf_counter()
    try:
        looked_for = expression(typed)
        searched = await _ready(index_of(request))
        total, hits = await searched.find(looked_for, kinds=kinds, limit=part.limit, offset=part.offset)
    except QueryError as error:
        raise Problem(400, detail=str(error)) from error
    except TimeIsUpError as error:
        raise Problem(504, detail=str(error)) from error
    seconds = perf_counter() - begun
    if html:
        return await _page(request, typed, total, hits, paging(request, default=FEW, most=MANY, total=total), seconds)
    told = {"query": typed, "total": total, "offset": part.offset, "hits": [_told(hit) for hit in hits]}
    return made(request, msgspec.json.encode(told), accept.JSON)


def _wanted(request: Request) -> tuple[str, tuple[str, ...]]:
    values = request.query_params
    typed, kinds = values.getlist("q"), tuple(kind for kind in values.getlist("kind") if kind)
    if len(typed) != 1:
        message = f"q is given {len(typed)} times; expected the words to look for, once"
        raise Problem(400, detail=message)
    if wrong := sorted(set(kinds) - set(KINDS)):
        message = f"kind is {wrong[0][:40]!r}; expected one of: {', '.join(KINDS)}"
        raise Problem(400, detail=message)
    return typed[0], kinds


async def _ready(found: Index) -> Index:
    if found.look() or await found.made(WAIT):
        return found
    message = found.problem or "the index for searching is being made; try again in a moment"
    raise Problem(503, detail=message, headers={"Retry-After": RETRY_SECONDS})


def _told(hit: Hit) -> dict[str, object]:
    """A hit for programs: ``text`` as it stands, ``snippet`` as HTML, escaped, with what was found in ``<mark>``."""
    snippet = "".join(f"<mark>{escape(text)}</mark>" if found else escape(text) for text, found in hit.pieces)
    said = {
        "iri": hit.iri,
        "kind": hit.kind,
        "text": "".join(text for text, _ in hit.pieces),
        "snippet": snippet,
        "score": hit.score,
    }
    more = {"factuality": hit.factuality, "document": hit.document, "title": hit.title}
    return said | {name: value for name, value in more.items() if value}


async def _page(  # noqa: PLR0913, PLR0917 (what the page shows)
    request: Request, typed: str, total: int, hits: list[Hit], part: Paging, seconds: float
) -> Response:
    kinds = [(kind, address(request, kind=kind, offset="")) for kind in ("", *KINDS)]
    return await page(
        request,
        "search.html",
        words=typed,
        total=total,
        hits=hits,
        kinds=kinds,
        kind=request.query_params.get("kind", ""),
        paging=part,
        seconds=seconds,
    )
