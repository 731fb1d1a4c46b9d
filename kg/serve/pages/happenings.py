"""The page of an event: what happened by which reports, who claims it and how, and the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.serve.pages import lines
from kg.serve.pages.highlighting import Highlight
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

_ABOUT = """
SELECT DISTINCT ?property ?value ?label
WHERE {
  VALUES ?property {
    kg:action kg:factuality sem:eventType kg:reportCount kg:independentReportCount kg:firstReported kg:themeText
    kg:about sem:hasEarliestBeginTimeStamp sem:hasLatestEndTimeStamp kg:timePrecision schema:duration
  }
  $it ?property ?value .
  OPTIONAL { ?value rdfs:label|skos:prefLabel ?label }
}
ORDER BY ?property ?value ?label
"""
_SIZES = """
SELECT (COUNT(DISTINCT ?mention) AS ?mentions) (COUNT(DISTINCT ?claim) AS ?claims)
WHERE { { $it gaf:denotedBy ?mention } UNION { ?claim kg:claims $it } }
"""
_MENTIONS = "SELECT DISTINCT ?thing { $it gaf:denotedBy ?thing } ORDER BY ?thing LIMIT $limit OFFSET $offset"
_CLAIMS = "SELECT DISTINCT ?thing { ?thing kg:claims $it } ORDER BY ?thing LIMIT $limit OFFSET $offset"
_ROLES = """
SELECT DISTINCT ?mention ?role ?start ?end ?thing ?label ?action ?factuality
WHERE {
  VALUES ?mention { $mentions }
  VALUES ?role { kg:actorMention kg:recipientMention kg:themeMention kg:placeMention kg:timeMention }
  ?mention ?role ?part .
  ?part nif:beginIndex ?start ; nif:endIndex ?end .
  OPTIONAL {
    ?thing gaf:denotedBy ?part
    OPTIONAL { ?thing rdfs:label ?label }
    OPTIONAL { ?thing kg:action ?action ; kg:factuality ?factuality }
    FILTER(BOUND(?action) || (BOUND(?label) && NOT EXISTS { ?thing a org:Membership }))
  }
}
ORDER BY ?mention ?start ?end ?role ?thing
"""
_QUANTITIES = """
SELECT DISTINCT ?claim ?quantity ?value ?least ?most ?currency ?unit ?qualifier ?counts ?countsName ?purpose
WHERE {
  VALUES ?claim { $claims }
  ?claim kg:quantity ?quantity .
  OPTIONAL { ?quantity schema:value ?value }
  OPTIONAL { ?quantity schema:minValue ?least }
  OPTIONAL { ?quantity schema:maxValue ?most }
  OPTIONAL { ?quantity schema:currency ?currency }
  OPTIONAL { ?quantity schema:unitText ?unit }
  OPTIONAL { ?quantity kg:qualifier ?qualifier }
  OPTIONAL { ?quantity kg:counts ?counts . OPTIONAL { ?counts rdfs:label ?countsName } }
  OPTIONAL { ?quantity kg:purpose ?purpose }
}
ORDER BY ?claim ?quantity
"""
_ROUND = """
SELECT DISTINCT ?thing
WHERE { { ?thing kg:theme $it } UNION { ?claim kg:saidIn $it ; kg:claims ?thing } ?thing a sem:Event }
ORDER BY ?thing LIMIT 30
"""


class Said(Struct, kw_only=True):
    """A property with its value, and the value's label."""

    property: str
    value: str
    label: str = ""


class Sizes(Struct, kw_only=True):
    """How many mentions and claims there are."""

    mentions: int = 0
    claims: int = 0


class Found(Struct, kw_only=True):
    """A thing of a list."""

    thing: str


class RoleSpan(Struct, kw_only=True):
    """The span that fills a role in one mention, and what it denotes."""

    mention: str
    role: str
    start: int
    end: int
    thing: str = ""
    label: str = ""
    action: str = ""
    factuality: str = ""


class QuantityLine(Struct, kw_only=True):
    """Money or a count on a claim."""

    claim: str
    quantity: str
    value: str = ""
    least: str = ""
    most: str = ""
    currency: str = ""
    unit: str = ""
    qualifier: str = ""
    counts: str = ""
    countsName: str = ""  # noqa: N815 (named as the variable of the query)
    purpose: str = ""


async def context(request: Request, it: NamedNode) -> dict[str, Any]:
    """What the template ``event.html`` shows; mentions and claims in pages."""
    sizes = (await records(request, Sizes, _SIZES, it=it))[0]
    paged = paging(request, default=20, most=200, total=max(sizes.mentions, sizes.claims))
    part = {"limit": paged.limit, "offset": paged.offset}
    mentions = [each.thing for each in await records(request, Found, _MENTIONS, it=it, **part)]
    claims = [each.thing for each in await records(request, Found, _CLAIMS, it=it, **part)]
    said: defaultdict[str, list[Said]] = defaultdict(list)  # a property that is not there has no values
    for each in await records(request, Said, _ABOUT, it=it):
        said[each.property.replace("#", "/").rsplit("/", 1)[-1]].append(each)
    claimed = await lines.claims(request, claims)
    return {
        "it": it.value,
        "line": next(iter(await lines.events(request, [it.value])), None),
        "said": said,
        "sizes": sizes,
        "mentions": await evidence(request, mentions),
        "claims": claimed,
        "quantities": await quantities(request, [each.claim for each in claimed]),
        "around": await lines.events(request, [e.thing for e in await records(request, Found, _ROUND, it=it)]),
        "paging": paged,
    }


async def evidence(request: Request, mentions: list[str]) -> list[dict[str, Any]]:
    """The sentence of each event mention, with its trigger and roles marked."""
    nodes = lines.nodes(mentions)
    spans = await records(request, RoleSpan, _ROLES, mentions=nodes) if nodes else []
    found = []
    for line in await lines.mentions(request, mentions):
        own = [span for span in spans if span.mention == line.mention]
        highlights = [Highlight(start=line.start, end=line.end, name="trigger"), *map(_highlight, own)]
        found.append({"line": line, "pieces": line.pieces(highlights), "roles": own})
    return found


async def quantities(request: Request, claims: list[str]) -> dict[str, list[QuantityLine]]:
    """The quantities of claims, by claim."""
    found: dict[str, list[QuantityLine]] = {}
    nodes = lines.nodes(claims)
    for each in await records(request, QuantityLine, _QUANTITIES, claims=nodes) if nodes else ():
        found.setdefault(each.claim, []).append(each)
    return found


def _highlight(span: RoleSpan) -> Highlight:
    role = span.role.rsplit("/", 1)[-1].removesuffix("Mention")
    return Highlight(start=span.start, end=span.end, name=role, link=span.thing)
