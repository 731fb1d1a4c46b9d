"""The first page: what the graph holds, where to ask, the named questions as forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from pyoxigraph import NamedNode

from kg import query
from kg.serve.pages.reading import records
from kg.serve.pages.rendering import page
from kg.serve.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

_COUNTS = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number)
WHERE {
  { ?thing a nif:Context BIND("documents" AS ?kind) }
  UNION { ?thing a sem:Event BIND("events" AS ?kind) }
  UNION { ?thing kg:factuality kg:fact BIND("facts" AS ?kind) }
  UNION { ?thing a kg:Claim BIND("claims" AS ?kind) }
  UNION { ?thing rdfs:label ?label FILTER(STRSTARTS(STR(?thing), STR($entities))) BIND("entities" AS ?kind) }
}
GROUP BY ?kind
"""
KINDS = ("documents", "events", "facts", "claims", "entities")
EXAMPLE = """SELECT ?event ?actorName ?action ?recipientName ?factuality
WHERE {
  ?event kg:actor ?actor ; kg:recipient ?recipient ; kg:action ?action ; kg:factuality ?factuality .
  ?actor rdfs:label ?actorName .
  ?recipient rdfs:label ?recipientName .
}
ORDER BY ?event
LIMIT 20
"""


class Count(Struct, kw_only=True):
    """How many things of a kind the graph holds."""

    kind: str = ""
    number: int = 0


async def home(request: Request) -> Response:
    """The page at ``/``."""
    return await page(
        request,
        "home.html",
        counts=await counts(request),
        questions=query.questions(),
        example=EXAMPLE,
        generation=request.app.state.pool.generation,
    )


async def counts(request: Request) -> Sequence[Count]:
    """How many things of each kind there are, counted once for each snapshot; none where that takes too long."""
    state = request.app.state
    tag = state.pool.generation.tag
    known: tuple[str, Sequence[Count]] | None = getattr(state, "counted", None)
    if known is not None and known[0] == tag:
        return known[1]
    entities = NamedNode(state.ids.entity(""))
    try:
        found = {each.kind: each.number for each in await records(request, Count, _COUNTS, entities=entities)}
    except Problem:
        return ()
    made = [Count(kind=kind, number=found.get(kind, 0)) for kind in KINDS]
    state.counted = (tag, made)
    return made
