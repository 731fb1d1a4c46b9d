"""A graph of two reports on one event, built by hand: no text is parsed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.ids import Ids
from kg.newsgraph import NewsGraph
from kg.store import Graph
from tests.report.page import Page, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE, TWO = "00000000000000d1", "00000000000000d2"
TEXTS = {ONE: "Norland urged Sudria to pay.\n", TWO: 'Norland has urged Sudria, envoy Ada Ruker said: "Pay <now>."\n'}
HOSTILE = 'Talks <script>alert(1)</script> & "more"'


def span(document: str, words: str) -> str:
    """The start and end of words in a text, as the name of a mention has them."""
    begin = TEXTS[document].index(words)
    return f"{document}-{begin}-{begin + len(words)}"


def mention(document: str, words: str) -> str:
    """A mention of words, in Turtle, with the line that it stands in as its sentence."""
    name, last = span(document, words), len(TEXTS[document]) - 1
    _, begin, end = name.split("-")
    return (
        f"mention:{name} nif:referenceContext doc:{document} ; nif:beginIndex {begin} ; nif:endIndex {end} ;"
        f" nif:sentence mention:{document}-0-{last} ."
        f"mention:{document}-0-{last} a nif:Sentence ; nif:beginIndex 0 ; nif:endIndex {last} ."
    )


def document(ident: str, about: str, *words: str) -> str:
    """A document graph."""
    mentions = " ".join(mention(ident, each) for each in words)
    urged, actor, recipient = (span(ident, each) for each in ("urged", "Norland", "Sudria"))
    return (
        f"<https://w3id.org/newskg/graph/document/{ident}> {{ doc:{ident} a schema:NewsArticle ; {about} ;"
        f" nif:isString {ox.Literal(TEXTS[ident])} . {mentions}"
        f" mention:{urged} kg:actorMention mention:{actor} ; kg:recipientMention mention:{recipient} . }}"
    )


EVENT, TO_PAY = f"event:{span(ONE, 'urged')}", f"event:{span(ONE, 'pay')}"
CLAIM = "kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ; kg:future false"
TRIG = f"""
graph:ontology {{ evt:REQUEST kg:quadClass kg:verbalConflict . }}
graph:knowledge-base {{
  ent:state-norland a kg:State ; rdfs:label "Norland" .
  ent:state-sudria a kg:State ; rdfs:label "Sudria" .
  ent:harbour-post rdfs:label "Harbour Post" .
}}
{
    document(
        ONE,
        f'dcterms:title {ox.Literal(HOSTILE)} ; dcterms:date "2024-03-02"^^xsd:date ; dcterms:language "sv" ;'
        ' schema:url "https://example.org/talks?a=1&b=2" ; dcterms:publisher ent:harbour-post ; kg:genre kg:report',
        "Norland",
        "urged",
        "Sudria",
        "pay",
    )
}
{document(TWO, 'schema:url "javascript:alert(1)"', "Norland", "urged", "Sudria", "Ada Ruker", "said", "Pay <now>.")}
graph:world {{
  ent:state-norland gaf:denotedBy mention:{span(ONE, "Norland")}, mention:{span(TWO, "Norland")} .
  ent:state-sudria gaf:denotedBy mention:{span(ONE, "Sudria")}, mention:{span(TWO, "Sudria")} .
  ent:ada-ruker a kg:Person ; rdfs:label "Ada Ruker" ; gaf:denotedBy mention:{span(TWO, "Ada Ruker")} .
  {EVENT} a sem:Event ; sem:eventType evt:REQUEST ; kg:action act:urge ; kg:factuality kg:fact ;
    kg:actor ent:state-norland ; kg:recipient ent:state-sudria ; kg:theme {TO_PAY} ; kg:themeText "to pay" ;
    gaf:denotedBy mention:{span(ONE, "urged")}, mention:{span(TWO, "urged")} ; kg:reportCount 2 ;
    sem:hasLatestEndTimeStamp "2024-03-02"^^xsd:date .
  {TO_PAY} a sem:Event ; kg:action act:pay ; kg:factuality kg:uncommitted ; kg:actor ent:state-sudria ;
    gaf:denotedBy mention:{span(ONE, "pay")} ; kg:reportCount 1 .
  claim:1 a kg:Claim ; kg:claims {EVENT} ; kg:authority ent:harbour-post ; kg:document doc:{ONE} ; {CLAIM} ;
    gaf:denotedBy mention:{span(ONE, "urged")} .
  claim:2 a kg:Claim ; kg:claims {EVENT} ; kg:authority doc:{TWO} ; kg:document doc:{TWO} ; {CLAIM} ;
    gaf:denotedBy mention:{span(TWO, "urged")} .
  claim:3 a kg:Claim ; kg:authority ent:ada-ruker ; kg:onBehalfOf ent:state-norland ; kg:document doc:{TWO} ; {CLAIM} ;
    kg:text "Pay <now>." ; kg:quotation kg:direct ; gaf:denotedBy mention:{span(TWO, "Pay <now>.")} .
  membership:1 a org:Membership ; org:member ent:ada-ruker ; rdfs:label "envoy" ;
    gaf:denotedBy mention:{span(TWO, "Ada Ruker")} .
}}
graph:facts {{ ent:state-norland act:urge ent:state-sudria . }}
"""


def opened(folder: Path, trig: str = TRIG) -> NewsGraph:
    """The graph of some TriG, in memory."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = NewsGraph(folder)
    graph._graph = Graph.memory()
    graph._graph.bulk(ox.parse(prefixes + trig, ox.RdfFormat.TRIG))
    return graph


@pytest.fixture
def news(tmp_path: Path) -> NewsGraph:
    """The graph of two reports."""
    return opened(tmp_path)


@pytest.fixture
def page(news: NewsGraph) -> Callable[[str], Page]:
    """Makes a report and reads it."""
    return lambda what: Page(read(news, what))
