"""Pages under the IRIs of things: HTML for people, triples for machines, 308 for an id that lost its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from msgspec import Struct
from starlette.responses import RedirectResponse

from kg.errors import QueryError
from kg.ids import VOCABULARIES
from kg.serve.answers import respond
from kg.serve.pages import anything, articles, entities, happenings
from kg.serve.pages.addresses import Addresses
from kg.serve.pages.reading import asked, filled, records, results
from kg.serve.pages.rendering import page, refused
from kg.serve.problems import Problem
from kg.serve.protocol import accept
from kg.serve.workers.tasks import Query

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pyoxigraph import NamedNode
    from starlette.requests import Request
    from starlette.responses import Response

_STATE = """
SELECT DISTINCT ?type ?stays
WHERE {
  { $it a ?type }
  UNION { $it dcterms:isReplacedBy+ ?stays FILTER NOT EXISTS { ?stays dcterms:isReplacedBy ?next } }
}
ORDER BY ?type ?stays LIMIT 100
"""
_OCCURS = "ASK { { $it ?p ?o } UNION { ?s ?p $it } UNION { ?s $it ?o } UNION { GRAPH $it { ?s ?p ?o } } }"
# All that is said of a thing, and where it stands in what is said of others; labels of what is named, and the
# factuality of every event.
_DATA = """
CONSTRUCT {
  $it ?p ?o . ?o rdfs:label ?label . ?o kg:factuality ?held .
  ?s ?q $it . ?s kg:factuality ?amounts .
  ?part ?property ?value
}
WHERE {
  { $it ?p ?o OPTIONAL { ?o rdfs:label ?label } OPTIONAL { ?o kg:factuality ?held } }
  UNION { ?s ?q $it OPTIONAL { ?s kg:factuality ?amounts } }
  %s
}
"""
FORMATS = (accept.HTML, *accept.TRIPLES)
_EVENT, _DOCUMENT = VOCABULARIES["sem"] + "Event", VOCABULARIES["nif"] + "Context"
# What belongs to a thing, and is told with it.
_PARTS = {
    _EVENT: "UNION { { ?part kg:claims $it } UNION { $it gaf:denotedBy ?part } ?part ?property ?value }",
    _DOCUMENT: "UNION { ?part nif:referenceContext $it ; ?property ?value }",
}


class State(Struct, kw_only=True):
    """A class of a thing, or the id that took its place."""

    type: str = ""
    stays: str = ""


class Thing(Struct, frozen=True, kw_only=True):
    """A thing of the graph, with its classes."""

    iri: Any
    types: frozenset[str]
    entity: bool

    @property
    def shown(self) -> tuple[str, Callable[[Request, NamedNode], Awaitable[dict[str, Any]]]]:
        """The template of its page, and what fills that."""
        if _EVENT in self.types:
            return "event.html", happenings.context
        if _DOCUMENT in self.types:
            return "document.html", articles.context
        return ("entity.html", entities.context) if self.entity else ("anything.html", anything.context)

    @property
    def data(self) -> str:
        """The query for its data."""
        parts = next((_PARTS[each] for each in (_EVENT, _DOCUMENT) if each in self.types), "")
        return filled(_DATA % parts, it=self.iri)


async def thing(request: Request) -> Response:
    """Answer for the thing whose IRI has this path."""
    ending = accept.extension(request.url.path)
    name = request.path_params["name"].removesuffix(f".{ending}" if ending else "")
    kind = request.scope["path"].split("/")[1]
    return await _answered(request, lambda: _addresses(request).named(kind, name))


async def resource(request: Request) -> Response:
    """Answer for the thing whose IRI the parameter ``iri`` is."""
    wanted = request.query_params.getlist("iri")
    return await _answered(request, lambda: _addresses(request).meant(wanted[0] if len(wanted) == 1 else ""))


async def _answered(request: Request, made: Callable[[], NamedNode]) -> Response:
    """A refusal is a page where a page is wanted."""
    media_type = accept.chosen(request, FORMATS)
    if media_type is None:
        message = f"nothing acceptable; expected one of: {', '.join(FORMATS)}"
        raise Problem(406, detail=message)
    try:
        return await _found(request, made, media_type)
    except Problem as problem:
        if media_type != accept.HTML:
            raise
        return await refused(request, problem)


async def _found(request: Request, made: Callable[[], NamedNode], media_type: str) -> Response:
    try:
        it = made()
    except QueryError as error:
        raise Problem(400, detail=str(error)) from error
    states = await records(request, State, _STATE, it=it)
    types = frozenset(state.type for state in states if state.type)
    stays = next((state.stays for state in states if state.stays), "")
    if stays and not types:
        return RedirectResponse(_moved(request, stays), status_code=308)
    if not states and not (await results(request, _OCCURS, it=it)).boolean:
        message = (
            f"the graph holds no {_addresses(request).short(it.value)}; GET /search?q=… finds things by their names"
        )
        raise Problem(404, detail=message)
    entity = it.value.startswith(request.app.state.ids.entity(""))
    return await _shown(request, Thing(iri=it, types=types, entity=entity), media_type)


async def _shown(request: Request, found: Thing, media_type: str) -> Response:
    if media_type == accept.HTML:
        template, context = found.shown
        return await page(request, template, **await context(request, found.iri))
    query = Query(text=found.data, triples=media_type, gzip=accept.compressed(request))
    return respond(request, await asked(request, query))


def _moved(request: Request, stays: str) -> str:
    """The address of what took a place, in the format that was asked for."""
    address = _addresses(request).page(stays)
    if not (wanted := accept.named(request)):
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'format': wanted})}"


def _addresses(request: Request) -> Addresses:
    return Addresses(ids=request.app.state.ids)
