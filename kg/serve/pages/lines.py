"""Events, claims and mentions as lines of a list: each event with its factuality, each mention with its sentence."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from kg.errors import QueryError
from kg.serve.pages.addresses import iri
from kg.serve.pages.highlighting import Highlight, Piece, marked
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import NamedNode
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
SELECT DISTINCT ?event ?role ?party ?label ?action ?factuality
WHERE {
  VALUES ?event { $events }
  VALUES ?role { kg:actor kg:recipient kg:theme kg:place kg:themeText }
  ?event ?role ?party .
  OPTIONAL { ?party rdfs:label ?label }
  OPTIONAL { ?party kg:action ?action ; kg:factuality ?factuality }
}
ORDER BY ?event ?role ?label ?party
"""
_CLAIMS = """
SELECT DISTINCT ?claim ?authority ?authorityName ?behalf ?behalfName ?event ?action ?factuality ?modality ?polarity
  ?certainty ?future ?quotation ?text ?document ?title ?date ?said
WHERE {
  VALUES ?claim { $claims }
  ?claim kg:authority ?authority ; kg:modality ?modality ; kg:polarity ?polarity ; kg:certainty ?certainty ;
    kg:future ?future ; kg:document ?document .
  OPTIONAL { ?authority rdfs:label ?authorityName }
  OPTIONAL { ?claim kg:onBehalfOf ?behalf . OPTIONAL { ?behalf rdfs:label ?behalfName } }
  OPTIONAL { ?claim kg:claims ?event . ?event kg:action ?action ; kg:factuality ?factuality }
  OPTIONAL { ?claim kg:quotation ?quotation }
  OPTIONAL { ?claim kg:text ?text }
  OPTIONAL { ?claim kg:saidIn ?said }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
}
ORDER BY DESC(?date) ?document ?claim ?event
"""
# Where no sentence is kept, what stands around a mention is shown.
_MENTIONS = """
SELECT DISTINCT ?mention ?document ?title ?outlet ?date ?start ?end ?first ?sentence ?words
WHERE {
  VALUES ?mention { $mentions }
  ?mention nif:referenceContext ?document ; nif:beginIndex ?start ; nif:endIndex ?end .
  ?document nif:isString ?whole .
  OPTIONAL {
    ?stretch nif:referenceContext ?document ; a nif:Sentence ; nif:beginIndex ?begins ; nif:endIndex ?ends .
    FILTER(?begins <= ?start && ?end <= ?ends)
  }
  BIND(BOUND(?begins) AS ?sentence)
  BIND(COALESCE(?begins, IF(?start > $around, ?start - $around, 0)) AS ?first)
  BIND(SUBSTR(?whole, ?first + 1, COALESCE(?ends, ?end + $around) - ?first) AS ?words)
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:publisher/rdfs:label ?outlet }
}
ORDER BY DESC(?date) ?document ?start ?first ?end
"""
_DOCUMENTS = """
SELECT DISTINCT ?document ?title ?date ?outlet ?genre
WHERE {
  VALUES ?document { $documents }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:publisher/rdfs:label ?outlet }
  OPTIONAL { ?document kg:genre ?genre }
}
ORDER BY DESC(?date) ?document ?title
"""
AROUND = 120  # code points


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


class MentionLine(Struct, kw_only=True):
    """A mention with its sentence, or with what stands around it; ``first`` is where these words begin."""

    mention: str
    document: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    start: int
    end: int
    first: int
    sentence: bool
    words: str = ""

    def pieces(self, highlights: Sequence[Highlight] = ()) -> tuple[Piece, ...]:
        r"""The words, the mention marked in them, unless other highlights are given.

        >>> line = MentionLine(
        ...     mention="", document="", start=10, end=17, first=2, sentence=False, words="ed\nSaid Norland."
        ... )
        >>> [piece.text for piece in line.pieces()]
        ['Said ', 'Norland', '.']
        """
        given = highlights or [Highlight(start=self.start, end=self.end, name="trigger")]
        first, words = (self.first, self.words) if self.sentence else self._around()
        return marked(words, given, start=first)

    def _around(self) -> tuple[int, str]:
        """Whole words of the line that the mention stands in, and where they begin."""
        before = self.words[: self.start - self.first]
        after = self.words[self.end - self.first :]
        left = before.rfind("\n") + 1 or (before.find(" ") + 1 if self.first else 0)
        line = after.find("\n")
        cut = after.rfind(" ") if line < 0 and len(after) >= AROUND else line
        return self.first + left, before[left:] + self.words[len(before) :][: self.end - self.start] + (
            after if cut < 0 else after[:cut]
        )


class DocumentLine(Struct, kw_only=True):
    """A document at a glance."""

    document: str
    title: str = ""
    date: str = ""
    outlet: str = ""
    genre: str = ""


def nodes(wanted: Iterable[str]) -> list[NamedNode]:
    """The IRIs of things that a query gave; what is none (in a graph of a user's own) is left out."""
    found = []
    for each in wanted:
        with suppress(QueryError):
            found.append(iri(each))
    return found


async def events(request: Request, wanted: Sequence[str]) -> list[EventLine]:
    """The lines of events, in the order they are wanted in; what has no factuality is no event, and is left out."""
    if not wanted:
        return []
    found = {each.event: each for each in await records(request, EventLine, _EVENTS, events=nodes(wanted))}
    parties: dict[str, dict[str, list[Party]]] = {}
    for party in await records(request, Party, _PARTIES, events=nodes(wanted)):
        role = party.role.rsplit("/", 1)[-1]
        parties.setdefault(party.event, {}).setdefault(role, []).append(party)
    return [structs.replace(found[each], parties=parties.get(each, {})) for each in wanted if each in found]


async def claims(request: Request, wanted: Sequence[str]) -> list[ClaimLine]:
    """The lines of claims, those of the latest documents first."""
    if not wanted:
        return []
    return await records(request, ClaimLine, _CLAIMS, claims=nodes(wanted))


async def mentions(request: Request, wanted: Iterable[str]) -> list[MentionLine]:
    """The lines of mentions, those of the latest documents first; a mention with two sentences has the first."""
    if not (found := nodes(wanted)):
        return []
    lines = await records(request, MentionLine, _MENTIONS, mentions=found, around=AROUND)
    return list({line.mention: line for line in reversed(lines)}.values())[::-1]


async def documents(request: Request, wanted: Sequence[str]) -> list[DocumentLine]:
    """The lines of documents, the latest first."""
    if not wanted:
        return []
    return await records(request, DocumentLine, _DOCUMENTS, documents=nodes(wanted))
