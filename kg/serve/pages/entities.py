"""The page of an entity: what it is, what it did and what was done to it, what it claims, where it is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.serve.pages import lines
from kg.serve.pages.names import names
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import records
from kg.serve.pages.sentences import mentions
from kg.serve.problems import Problem

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

    from kg.serve.pages.paging import Paging

FEW = 10  # lines of a part, where a page shows all parts

_ABOUT = """
SELECT DISTINCT ?property ?value
WHERE {
  VALUES ?property { rdf:type rdfs:label skos:altLabel kg:partOf kg:state kg:origin schema:sameAs owl:sameAs }
  $it ?property ?value .
}
ORDER BY ?property ?value
"""
_ABOVE = """
SELECT DISTINCT ?lower ?upper
WHERE { $it kg:partOf* ?lower . ?lower kg:partOf ?upper }
"""
_PARTS = "SELECT DISTINCT ?iri ?label { ?iri kg:partOf $it ; rdfs:label ?label } ORDER BY ?label ?iri LIMIT 30"
_SIZES = """
SELECT ?part (COUNT(DISTINCT ?thing) AS ?number)
WHERE {
  { ?thing kg:actor $it BIND("did" AS ?part) }
  UNION { ?thing kg:recipient $it BIND("undergone" AS ?part) }
  UNION { ?thing kg:theme $it BIND("concerned" AS ?part) }
  UNION { ?thing kg:about $it BIND("concerned" AS ?part) }
  UNION { ?thing kg:place $it BIND("concerned" AS ?part) }
  UNION { ?thing kg:authority $it BIND("claimed" AS ?part) }
  UNION { ?thing kg:onBehalfOf $it BIND("claimed" AS ?part) }
  UNION { $it gaf:denotedBy ?thing . BIND("mentioned" AS ?part) }
  UNION { ?thing dcterms:publisher $it . BIND("published" AS ?part) }
}
GROUP BY ?part
"""
_MEMBERSHIPS = """
SELECT DISTINCT ?membership ?role ?person ?body ?mention
WHERE {
  { ?membership org:member $it ; org:member ?person ; rdfs:label ?role ; gaf:denotedBy ?mention }
  UNION { ?membership org:organization $it ; org:member ?person ; rdfs:label ?role ; gaf:denotedBy ?mention }
  OPTIONAL { ?membership org:organization ?body }
}
ORDER BY ?role ?person ?membership ?mention
LIMIT 60
"""
_LATEST = """
SELECT DISTINCT ?thing ?date
WHERE {{ {pattern} OPTIONAL {{ {day} }} }}
ORDER BY DESC(?date) LIMIT $limit OFFSET $offset
"""
_EVENT_DAY = "?thing sem:hasLatestEndTimeStamp ?date"


def _latest(pattern: str, day: str = _EVENT_DAY) -> str:
    return _LATEST.format(pattern=pattern, day=day)


# The parts of the page in the order they stand there: title, kind of its lines, and what is in it, the latest first.
PARTS = {
    "did": ("What it did and said", "events", _latest("?thing kg:actor $it .")),
    "undergone": ("What was done to it", "events", _latest("?thing kg:recipient $it .")),
    "concerned": (
        "What concerns it, or took place there",
        "events",
        _latest("{ ?thing kg:theme $it } UNION { ?thing kg:about $it } UNION { ?thing kg:place $it }"),
    ),
    "claimed": (
        "What it claims",
        "claims",
        _latest(
            "{ ?thing kg:authority $it ; kg:document ?at } UNION { ?thing kg:onBehalfOf $it ; kg:document ?at }",
            "?at dcterms:date ?date",
        ),
    ),
    "published": (
        "What it published",
        "documents",
        _latest("?thing dcterms:publisher $it .", "?thing dcterms:date ?date"),
    ),
    "mentioned": (
        "Where it is mentioned",
        "mentions",
        _latest("$it gaf:denotedBy ?thing . ?thing nif:referenceContext ?at .", "?at dcterms:date ?date"),
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
    label: str = ""


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
    known = await names(request, [each.value for each in about])
    for each in about:
        each.label = known[each.value].label
    return {
        "it": it.value,
        "about": about,
        "title": next((each.value for each in about if each.property.endswith("#label")), ""),
        "above": await _above(request, it),
        "members": [] if wanted else await records(request, Named, _PARTS, it=it),
        "memberships": [] if wanted else await _memberships(request, it),
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
        "lines": await listed(request, kind, list(dict.fromkeys(each.thing for each in found))),
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
            return await mentions(request, wanted)


async def _memberships(request: Request, it: NamedNode) -> list[MembershipLine]:
    found = await records(request, MembershipLine, _MEMBERSHIPS, it=it)
    known = await names(request, [named for each in found for named in (each.person, each.body)])
    for each in found:
        each.personName, each.bodyName = known[each.person].label, known[each.body].label
    return found


async def _above(request: Request, it: NamedNode) -> list[Above]:
    """What it is part of, the next larger first; a circle ends where it began."""
    found = {each.lower: each for each in await records(request, Above, _ABOVE, it=it)}
    known = await names(request, [each.upper for each in found.values()])
    chain: list[Above] = []
    here = it.value
    while (upper := found.pop(here, None)) is not None:
        upper.label = known[upper.upper].label
        chain.append(upper)
        here = upper.upper
    return chain
