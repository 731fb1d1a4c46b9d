"""The page of a document: what is known of it, and its text with all that is mentioned in it marked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kg.serve.pages import lines
from kg.serve.pages.addresses import Addresses, words
from kg.serve.pages.highlighting import Highlight, marked
from kg.serve.pages.paging import paging
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from pyoxigraph import NamedNode
    from starlette.requests import Request

CHARACTERS = 20_000  # of the text, on one page
CLAIMS = 30

_ABOUT = """
SELECT DISTINCT ?property ?value ?label
WHERE {
  VALUES ?property {
    dcterms:title dcterms:publisher dcterms:creator dcterms:date dcterms:language schema:url kg:genre kg:dateline
    kg:copyOf
  }
  $it ?property ?value .
  OPTIONAL { ?value rdfs:label|dcterms:title ?label }
}
ORDER BY ?property ?value ?label
"""
_TEXT = """
SELECT (STRLEN(?whole) AS ?length) (SUBSTR(?whole, $offset + 1, $limit) AS ?part)
WHERE { $it nif:isString ?whole } ORDER BY ?whole LIMIT 1
"""
_MENTIONS = """
SELECT DISTINCT ?start ?end ?thing ?label ?action ?factuality
WHERE {
  ?mention nif:referenceContext $it ; nif:beginIndex ?start ; nif:endIndex ?end .
  FILTER(?start < $until && ?end > $since)
  ?thing gaf:denotedBy ?mention .
  { ?thing kg:action ?action ; kg:factuality ?factuality }
  UNION { ?thing rdfs:label ?label FILTER NOT EXISTS { ?thing a org:Membership } }
}
ORDER BY ?start ?end ?thing ?label
"""
_COPIES = "SELECT DISTINCT ?thing { ?thing kg:copyOf $it } ORDER BY ?thing LIMIT 30"
_CLAIMED = (
    "SELECT DISTINCT ?thing { ?thing kg:document $it ; a kg:Claim ; kg:quotation ?how } ORDER BY ?thing LIMIT $limit"
)


class Said(Struct, kw_only=True):
    """A property with its value, and the value's label."""

    property: str
    value: str
    label: str = ""


class Text(Struct, kw_only=True):
    """A part of a text, and the length of the whole, in code points."""

    length: int = 0
    part: str = ""


class Mentioned(Struct, kw_only=True):
    """What a span denotes: an entity by its label, or an event by its action, with its factuality."""

    start: int
    end: int
    thing: str
    label: str = ""
    action: str = ""
    factuality: str = ""


class Found(Struct, kw_only=True):
    """A thing of a list."""

    thing: str


async def context(request: Request, it: NamedNode) -> dict[str, Any]:
    """What the template ``document.html`` shows; a long text in parts, by ``limit`` and ``offset`` in code points."""
    part = paging(request, default=CHARACTERS, most=5 * CHARACTERS)
    text = next(iter(await records(request, Text, _TEXT, it=it, limit=part.limit, offset=part.offset)), Text())
    paged = paging(request, default=CHARACTERS, most=5 * CHARACTERS, total=text.length)
    until = paged.offset + len(text.part)
    found = await records(request, Mentioned, _MENTIONS, it=it, since=paged.offset, until=until)
    said: defaultdict[str, list[Said]] = defaultdict(list)  # a property that is not there has no values
    for each in await records(request, Said, _ABOUT, it=it):
        said[each.property.replace("#", "/").rsplit("/", 1)[-1]].append(each)
    addresses = Addresses(ids=request.app.state.ids)
    claimed = [each.thing for each in await records(request, Found, _CLAIMED, it=it, limit=CLAIMS)]
    events = list(dict.fromkeys(each.thing for each in found if each.action))
    return {
        "it": it.value,
        "said": said,
        "length": text.length,
        "pieces": marked(text.part, [_highlight(each, addresses) for each in found], start=paged.offset),
        "events": await lines.events(request, events),
        "claims": await lines.claims(request, claimed),
        "copies": await lines.documents(
            request, [each.thing for each in await records(request, Found, _COPIES, it=it)]
        ),
        "paging": paged,
    }


def _highlight(mention: Mentioned, addresses: Addresses) -> Highlight:
    link = addresses.page(mention.thing)
    if mention.action:
        factuality = words(mention.factuality)
        about = f"{words(mention.action)} ({factuality})"
        return Highlight(start=mention.start, end=mention.end, name=f"event {factuality}", link=link, about=about)
    return Highlight(start=mention.start, end=mention.end, name="entity", link=link, about=mention.label)
