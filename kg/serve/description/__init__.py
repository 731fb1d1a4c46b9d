"""What the server tells of itself: the SPARQL 1.1 Service Description at its endpoint, and VoID of the data.

What must be counted is counted in the background, once for each snapshot: a description never waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from kg.serve.description import dataset, service
from kg.serve.description.census import censuses
from kg.serve.description.dataset import WELL_KNOWN
from kg.serve.description.written import written
from kg.serve.graphstore.naming import root
from kg.serve.protocol import accept

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

WAIT = 1.0  # seconds that VoID waits for what is being counted


async def described(request: Request) -> Response:
    """The description of the service; for a browser, the page with the form for queries.

    :raises Problem: 406 when no format of RDF is acceptable.
    """
    media_type = accept.chosen(request, (*accept.TRIPLES, accept.HTML))
    if media_type == accept.HTML:
        return RedirectResponse("/", status_code=303)
    state = request.app.state
    census = await censuses(state).known(wait=0)
    return written(request, service.triples(root(request), state.settings, state.ids, census), media_type)


async def void(request: Request) -> Response:
    """The description of the data, with what was counted so far.

    :raises Problem: 406 when no format of RDF is acceptable.
    """
    state = request.app.state
    census = await censuses(state).known(wait=WAIT)
    found = dataset.triples(root(request), state.settings, state.ids, state.pool.generation, census)
    return written(request, found, accept.chosen(request, accept.TRIPLES))


async def elsewhere(_: Request) -> Response:
    """Where the description of the data stands."""
    return RedirectResponse(WELL_KNOWN, status_code=303)


routes = [Route(WELL_KNOWN, void), Route("/void", elsewhere)]
