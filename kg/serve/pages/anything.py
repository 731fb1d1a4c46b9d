"""The page of anything else in the graph: what is said of it, where it occurs, the text behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.ids import ACTION, EVENT_TYPE
from kg.serve.pages import lines
from kg.serve.pages.happenings import evidence
from kg.serve.pages.names import names
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import Body, Cell, records, results

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

FEW = 10

# Not ordered: a term of the vocabulary stands in a great part of all statements.
_SAID = "SELECT DISTINCT ?property ?value { $it ?property ?value } LIMIT $limit OFFSET $offset"
_POINTS = "SELECT DISTINCT ?subject ?property { ?subject ?property $it } LIMIT $limit OFFSET $offset"
_ACTION = "SELECT DISTINCT ?thing { ?thing kg:action $it ; kg:factuality ?amounts } LIMIT $limit OFFSET $offset"
_TYPE = """
SELECT DISTINCT ?thing
WHERE { ?kind skos:broader* $it . ?thing sem:eventType ?kind }
LIMIT $limit OFFSET $offset
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
    said = await _statements(request, _SAID, it, part)
    points = await _statements(request, _POINTS, it, part)
    mentions = [each.thing for each in await records(request, Found, _MENTIONS, it=it, limit=FEW)]
    query = _ACTION if it.value.startswith(ACTION) else _TYPE if it.value.startswith(EVENT_TYPE) else ""
    events = [each.thing for each in await records(request, Found, query, it=it, **part)] if query else []
    full = paged.limit in {len(said), len(points), len(events)}
    return {
        "it": it.value,
        "said": said,
        "points": points,
        "evidence": await evidence(request, mentions),
        "events": await lines.events(request, events),
        "claims": await lines.claims(request, [it.value]),
        "paging": paged,
        "full": full,
    }


async def _statements(request: Request, query: str, it: NamedNode, part: dict[str, int]) -> list[dict[str, Cell]]:
    """Statements, in order, with the labels of their ends."""
    found = ((await results(request, query, it=it, **part)).results or Body()).bindings
    ends = [row.get("value") or row["subject"] for row in found]
    known = await names(request, [end.value for end in ends if end.type == "uri"])
    for row, end in zip(found, ends, strict=True):
        if end.type == "uri" and (label := known[end.value].label):
            row["label"] = Cell(type="literal", value=label)
    return sorted(found, key=lambda row: [str(cell.value) for _, cell in sorted(row.items())])
