"""Events, claims and documents as lines of a list: each event with its factuality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, structs

from kg.serve.pages.names import Name, names, nodes
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

# An event of a first glance: some actions are named anew by a reading, so one is taken.
_EVENTS = """
SELECT ?event (MIN(?did) AS ?action) (MIN(?amounts) AS ?factuality) (MIN(?first) AS ?earliest) (MAX(?last) AS ?latest)
  (MIN(?exact) AS ?precision) (MAX(?counted) AS ?reports)
WHERE {
  VALUES ?event { $events }
  ?event kg:action ?did ; kg:factuality ?amounts .
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?first }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?last }
  OPTIONAL { ?event kg:timePrecision ?exact }
  OPTIONAL { ?event kg:reportCount ?counted }
}
GROUP BY ?event
"""
_PARTIES = """
SELECT DISTINCT ?event ?role ?party
WHERE {
  VALUES ?event { $events }
  ?event ?role ?party .
  FILTER(?role IN (kg:actor, kg:recipient, kg:theme, kg:place, kg:themeText))
}
ORDER BY ?event ?role ?party
"""
_CLAIMS = """
SELECT DISTINCT ?claim ?authority ?behalf ?event ?modality ?polarity ?certainty ?future ?quotation ?text ?document
  ?title ?date ?said
WHERE {
  VALUES ?claim { $claims }
  ?claim kg:authority ?authority ; kg:modality ?modality ; kg:polarity ?polarity ; kg:certainty ?certainty ;
    kg:future ?future ; kg:document ?document .
  OPTIONAL { ?claim kg:onBehalfOf ?behalf }
  OPTIONAL { ?claim kg:claims ?event }
  OPTIONAL { ?claim kg:quotation ?quotation }
  OPTIONAL { ?claim kg:text ?text }
  OPTIONAL { ?claim kg:saidIn ?said }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
}
ORDER BY DESC(?date) ?document ?claim ?event
"""
_DOCUMENTS = """
SELECT DISTINCT ?document ?title ?date ?publisher ?genre
WHERE {
  VALUES ?document { $documents }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:publisher ?publisher }
  OPTIONAL { ?document kg:genre ?genre }
}
ORDER BY DESC(?date) ?document ?title
"""


class Party(Struct, kw_only=True):
    """What fills a role of an event: an entity, another event with its own factuality, or only words."""

    event: str
    role: str
    party: str
    label: str = ""
    action: str = ""
    factuality: str = ""


class EventLine(Struct, kw_only=True):
    """An event at a glance."""

    event: str
    action: str
    factuality: str
    earliest: str = ""
    latest: str = ""
    precision: str = ""
    reports: int = 0
    parties: dict[str, list[Party]] = {}


class ClaimLine(Struct, kw_only=True):
    """A claim at a glance; ``event`` is empty for a quotation that holds none, else it has its ``factuality``."""

    claim: str
    authority: str
    authorityName: str = ""  # noqa: N815 (named as the variable of the query)
    behalf: str = ""
    behalfName: str = ""  # noqa: N815
    event: str = ""
    action: str = ""
    factuality: str = ""
    modality: str
    polarity: str
    certainty: str
    future: bool
    quotation: str = ""
    text: str = ""
    document: str
    title: str = ""
    date: str = ""
    said: str = ""


class DocumentLine(Struct, kw_only=True):
    """A document at a glance."""

    document: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    outlet: str = ""
    genre: str = ""


async def events(request: Request, wanted: Sequence[str]) -> list[EventLine]:
    """The lines of events, in the order they are wanted in; what has no factuality is no event, and is left out."""
    if not wanted:
        return []
    found = {each.event: each for each in await records(request, EventLine, _EVENTS, events=nodes(wanted))}
    parties: dict[str, dict[str, list[Party]]] = {}
    told = await records(request, Party, _PARTIES, events=nodes(wanted))
    known = await names(request, [each.party for each in told if not each.role.endswith("Text")])
    for party in told:
        name = known.get(party.party) or Name(iri="")
        party.label, party.action, party.factuality = name.label, name.action, name.factuality
        parties.setdefault(party.event, {}).setdefault(party.role.rsplit("/", 1)[-1], []).append(party)
    return [structs.replace(found[each], parties=parties.get(each, {})) for each in wanted if each in found]


async def claims(request: Request, wanted: Sequence[str]) -> list[ClaimLine]:
    """The lines of claims, those of the latest documents first."""
    if not wanted:
        return []
    found = await records(request, ClaimLine, _CLAIMS, claims=nodes(wanted))
    known = await names(request, [named for each in found for named in (each.authority, each.behalf, each.event)])
    for each in found:
        each.authorityName, each.behalfName = known[each.authority].label, known[each.behalf].label
        each.action, each.factuality = known[each.event].action, known[each.event].factuality
        if not each.factuality:  # no event is shown without it
            each.event = ""
    return found


async def documents(request: Request, wanted: Sequence[str]) -> list[DocumentLine]:
    """The lines of documents, the latest first."""
    if not wanted:
        return []
    found = await records(request, DocumentLine, _DOCUMENTS, documents=nodes(wanted))
    outlets = await names(request, [each.publisher for each in found])
    return [structs.replace(each, outlet=outlets[each.publisher].label) for each in found]
