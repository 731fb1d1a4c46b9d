"""The page of anything else in the graph: what is said of it, where it occurs, the text behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.serve.pages import lines
from kg.serve.pages.happenings import evidence
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import Body, records, results

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

FEW = 10

_SAID = """
SELECT DISTINCT ?property ?value ?label
WHERE {
  $it ?property ?value
  OPTIONAL { ?value rdfs:label|skos:prefLabel|dcterms:title ?label }
}
ORDER BY ?property ?value ?label LIMIT $limit OFFSET $offset
"""
_POINTS = """
SELECT DISTINCT ?subject ?property ?label
WHERE { ?subject ?property $it OPTIONAL { ?subject rdfs:label|skos:prefLabel|dcterms:title ?label } }
ORDER BY ?property ?subject ?label LIMIT $limit OFFSET $offset
"""
_EVENTS = """
SELECT DISTINCT ?thing ?date
WHERE {
  { ?thing kg:action $it } UNION { ?thing sem:eventType/skos:broader* $it }
  ?thing a sem:Event .
  OPTIONAL { ?thing sem:hasLatestEndTimeStamp ?date }
}
ORDER BY DESC(?date) ?thing LIMIT $limit OFFSET $offset
"""
_MENTIONS = """
SELECT DISTINCT ?thing
WHERE { { $it gaf:denotedBy ?thing } UNION { $it nif:referenceContext ?document BIND($it AS ?thing) } }
ORDER BY ?thing LIMIT $limit
"""


class Found(Struct, kw_only=True):
    """A thing of a list."""

    thing: str


async def context(request: Request, it: NamedNode) -> dict[str, Any]:
    """What the template ``anything.html`` shows: statements from and to it, in pages, and the evidence."""
    paged = paging(request, default=100, most=500)
    part = {"limit": paged.limit, "offset": paged.offset}
    said = (await results(request, _SAID, it=it, **part)).results or Body()
    points = (await results(request, _POINTS, it=it, **part)).results or Body()
    mentions = [each.thing for each in await records(request, Found, _MENTIONS, it=it, limit=FEW)]
    events = [each.thing for each in await records(request, Found, _EVENTS, it=it, **part)]
    full = paged.limit in {len(said.bindings), len(points.bindings), len(events)}
    return {
        "it": it.value,
        "said": said.bindings,
        "points": points.bindings,
        "evidence": await evidence(request, mentions),
        "events": await lines.events(request, events),
        "claims": await lines.claims(request, [it.value]),
        "paging": paged,
        "full": full,
    }
