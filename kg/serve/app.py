"""The application: the routes of all parts behind one gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg import query
from kg.serve import answers, description, graphstore
from kg.serve.page import page
from kg.serve.protocol import accept, endpoint
from kg.serve.safety.gate import Gate
from kg.serve.safety.keeper import Keeper

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.ids import Ids
    from kg.serve.settings import Settings
    from kg.serve.workers import Pool
    from kg.serve.writer import Writer


def app(settings: Settings, *, pool: Pool, ids: Ids, writer: Writer | None = None) -> Gate:
    """The ASGI application that answers by the workers of ``pool``.

    Handlers find ``settings``, ``pool``, ``writer`` (None: nobody may write), ``ids`` and ``keeper`` in
    ``request.app.state``.
    """
    inner = Starlette(routes=_routes())
    inner.router.redirect_slashes = False
    keeper = Keeper(settings)
    for name, value in {"settings": settings, "pool": pool, "writer": writer, "ids": ids, "keeper": keeper}.items():
        setattr(inner.state, name, value)
    inner.state.described = description.described
    return Gate(inner, settings, keeper)


def _routes() -> list[BaseRoute]:
    return [*endpoint.routes(), *graphstore.routes, *description.routes, Route("/", _home), Route("/health", _health)]


async def _home(request: Request) -> Response:
    content = page(query.questions(), endpoint=endpoint.ENDPOINT).encode()
    return answers.made(request, content, f"{accept.HTML}; charset=utf-8")


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})
