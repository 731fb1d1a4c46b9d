"""The page of an entity: what it is, what it did and what was done to it, what it claims, where it is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.serve.pages import lines
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import records
from kg.serve.problems import Problem

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

    from kg.serve.pages.paging import Paging

FEW = 10  # lines of a part, where a page shows all parts

_ABOUT = """
SELECT DISTINCT ?property ?value ?label
WHERE {
  VALUES ?property { rdf:type rdfs:label skos:altLabel kg:partOf kg:state kg:origin schema:sameAs owl:sameAs }
  $it ?property ?value .
  OPTIONAL { ?value rdfs:label ?label }
}
ORDER BY ?property ?value ?label
"""
_ABOVE = """
SELECT DISTINCT ?lower ?upper ?label
WHERE { $it kg:partOf* ?lower . ?lower kg:partOf ?upper . ?upper rdfs:label ?label }
"""
_PARTS = "SELECT DISTINCT ?iri ?label { ?iri kg:partOf $it ; rdfs:label ?label } ORDER BY ?label ?iri LIMIT 30"
_SIZES = """
SELECT ?part (COUNT(DISTINCT ?thing) AS ?number)
WHERE {
  { ?thing kg:actor $it ; a sem:Event . BIND("did" AS ?part) }
  UNION { ?thing kg:recipient $it ; a sem:Event . BIND("undergone" AS ?part) }
  UNION { ?thing kg:theme|kg:about|kg:place $it ; a sem:Event . BIND("concerned" AS ?part) }
  UNION { ?thing kg:authority|kg:onBehalfOf $it ; a kg:Claim . BIND("claimed" AS ?part) }
  UNION { $it gaf:denotedBy ?thing . BIND("mentioned" AS ?part) }
  UNION { ?thing dcterms:publisher $it . BIND("published" AS ?part) }
}
GROUP BY ?part
"""
_MEMBERSHIPS = """
SELECT DISTINCT ?membership ?role ?person ?personName ?body ?bodyName ?mention ?date
WHERE {
  { ?membership org:member $it } UNION { ?membership org:organization $it }
  ?membership a org:Membership ; org:member ?person ; rdfs:label ?role ; gaf:denotedBy ?mention .
  OPTIONAL { ?person rdfs:label ?personName }
  OPTIONAL { ?membership org:organization ?body . OPTIONAL { ?body rdfs:label ?bodyName } }
  OPTIONAL { ?mention nif:referenceContext/dcterms:date ?date }
}
ORDER BY DESC(?date) ?role ?person ?membership
LIMIT 60
"""
_LATEST = """
SELECT ?thing (MAX(?day) AS ?date)
WHERE {{ {pattern} OPTIONAL {{ {day} }} }}
GROUP BY ?thing ORDER BY DESC(?date) ?thing LIMIT $limit OFFSET $offset
"""
_EVENT_DAY = "?thing sem:hasLatestEndTimeStamp ?day"


def _latest(pattern: str, day: str = _EVENT_DAY) -> str:
    return _LATEST.format(pattern=pattern, day=day)


# The parts of the page in the order they stand there: title, kind of its lines, and what is in it, the latest first.
PARTS = {
    "did": ("What it did and said", "events", _latest("?thing kg:actor $it ; a sem:Event .")),
    "undergone": ("What was done to it", "events", _latest("?thing kg:recipient $it ; a sem:Event .")),
    "concerned": (
        "What concerns it, or took place there",
        "events",
        _latest("?thing kg:theme|kg:about|kg:place $it ; a sem:Event ."),
    ),
    "claimed": (
        "What it claims",
        "claims",
        _latest("?thing kg:authority|kg:onBehalfOf $it ; a kg:Claim .", "?thing kg:document/dcterms:date ?day"),
    ),
    "published": (
        "What it published",
        "documents",
        _latest("?thing dcterms:publisher $it .", "?thing dcterms:date ?day"),
    ),
    "mentioned": (
        "Where it is mentioned",
        "mentions",
        _latest("$it gaf:denotedBy ?thing .", "?thing nif:referenceContext/dcterms:date ?day"),
    ),
}


class Said(Struct, kw_only=True):
    """A property with its value, and the value's label."""

    property: str
    value: str
    label: str = ""


class Above(Struct, kw_only=True):
    """What a body is directly part of."""

    lower: str
    upper: str
    label: str


class Named(Struct, kw_only=True):
    """A thing with its label."""

    iri: str
    label: str


class Size(Struct, kw_only=True):
    """How many lines a part has."""

    part: str = ""
    number: int = 0


class Found(Struct, kw_only=True):
    """A thing of a list, and its day."""

    thing: str
    date: str = ""


class MembershipLine(Struct, kw_only=True):
    """Who holds which office or role, where."""

    membership: str
    role: str
    person: str
    personName: str = ""  # noqa: N815 (named as the variable of the query)
    body: str = ""
    bodyName: str = ""  # noqa: N815
    mention: str
    date: str = ""


async def context(request: Request, it: NamedNode) -> dict[str, Any]:
    """What the template ``entity.html`` shows: all parts in short, or the one that ``?part=`` names, in pages.

    :raises Problem: 400 for a part that there is not.
    """
    wanted = request.query_params.get("part", "")
    if wanted and wanted not in PARTS:
        message = f"part is {wanted[:40]!r}; expected one of: {', '.join(PARTS)}"
        raise Problem(400, detail=message)
    sizes = {size.part: size.number for size in await records(request, Size, _SIZES, it=it)}
    shown = [wanted] if wanted else [part for part in PARTS if sizes.get(part)]
    paged = paging(request, default=50 if wanted else FEW, total=sizes.get(wanted, 0) if wanted else None)
    about = await records(request, Said, _ABOUT, it=it)
    return {
        "it": it.value,
        "about": about,
        "title": next((each.value for each in about if each.property.endswith("#label")), ""),
        "above": await _above(request, it),
        "members": [] if wanted else await records(request, Named, _PARTS, it=it),
        "memberships": [] if wanted else await records(request, MembershipLine, _MEMBERSHIPS, it=it),
        "parts": [await _part(request, it, part, sizes.get(part, 0), paged) for part in shown],
        "paging": paged if wanted else None,
        "part": wanted,
    }


async def _part(request: Request, it: NamedNode, part: str, size: int, paged: Paging) -> dict[str, Any]:
    title, kind, query = PARTS[part]
    found = await records(request, Found, query, it=it, limit=paged.limit, offset=paged.offset)
    return {
        "name": part,
        "title": title,
        "kind": kind,
        "size": size,
        "lines": await listed(request, kind, [each.thing for each in found]),
    }


async def listed(request: Request, kind: str, wanted: list[str]) -> list[Any]:
    """The lines of a list: events, claims, documents or mentions."""
    match kind:
        case "events":
            return await lines.events(request, wanted)
        case "claims":
            return await lines.claims(request, wanted)
        case "documents":
            return await lines.documents(request, wanted)
        case _:
            return await lines.mentions(request, wanted)


async def _above(request: Request, it: NamedNode) -> list[Above]:
    """What it is part of, the next larger first; a circle ends where it began."""
    found = {each.lower: each for each in await records(request, Above, _ABOVE, it=it)}
    chain: list[Above] = []
    here = it.value
    while (upper := found.pop(here, None)) is not None:
        chain.append(upper)
        here = upper.upper
    return chain
