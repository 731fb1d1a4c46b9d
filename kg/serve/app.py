"""The application: the routes of all parts behind one gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette

from kg.serve import asking, description, graphstore, metrics, openapi, pages, search
from kg.serve.metrics import Metrics
from kg.serve.protocol import endpoint
from kg.serve.safety.gate import Gate
from kg.serve.safety.keeper import Keeper
from kg.serve.search.index import Index

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.routing import BaseRoute

    from kg.ids import Ids
    from kg.serve.settings import Settings
    from kg.serve.workers import Pool
    from kg.serve.writer import Writer


def app(settings: Settings, *, pool: Pool, ids: Ids, writer: Writer | None = None, actors: Path | None = None) -> Gate:
    """The ASGI application that answers by the workers of ``pool``, and writes by ``writer`` where that is allowed.

    ``actors`` is the file of the graph's own actors. Handlers find ``settings``, ``pool``, ``writer``, ``ids``,
    ``actors``, ``keeper``, ``index`` and ``metrics`` in ``request.app.state``.
    """
    inner = Starlette(routes=_routes())
    inner.router.redirect_slashes = False
    keeper = Keeper(settings)
    state = inner.state
    state.settings, state.pool, state.writer, state.keeper = settings, pool, writer, keeper
    state.ids, state.actors, state.described = ids, actors, description.described
    state.index, state.metrics = Index(pool, base=ids.base), Metrics(state)
    return Gate(inner, settings, keeper, direct={endpoint.ENDPOINT: endpoint.sparql})


def _routes() -> list[BaseRoute]:
    """In this order: the pages come last, as they answer for whatever has an IRI."""
    return [
        *endpoint.routes(),
        *graphstore.routes,
        *description.routes,
        *asking.routes,
        *openapi.routes,
        *search.routes,
        *metrics.routes,
        *pages.routes,
    ]
