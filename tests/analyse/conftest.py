"""A graph of two documents, small enough to read every edge off by hand."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.ids import Ids
from kg.store import Graph

# Two reports of one demand name different pairs: d1 the ministry and Sudria, d2 Estia and Westia.
TRIG = """
graph:ontology {
  evt:REQUEST kg:intensity 3.4 ; rdfs:label "request" .
  evt:COERCE-deport kg:intensity -7.0 .
  evt:CONSULT kg:intensity 1.0 .
}
graph:knowledge-base {
  ent:gov-norland-ministry a kg:Government ; rdfs:label "Ministry of Norland" ; kg:partOf ent:gov-norland .
  ent:gov-norland a kg:Government ; rdfs:label "Government of Norland" ; kg:partOf ent:state-norland .
  ent:state-norland a sem:Actor, kg:State ; rdfs:label "Norland" .
  ent:state-sudria a kg:State ; rdfs:label "Sudria" .
  ent:state-estia a kg:State ; rdfs:label "Estia" .
  ent:state-westia a kg:State ; rdfs:label "Westia" .
  ent:camp kg:state ent:state-sudria .
  ent:igo-agency a kg:Organisation ; rdfs:label "Relief Agency" ; kg:partOf ent:igo-union .
  ent:igo-union a kg:Organisation ; rdfs:label "Union" .
  ent:pop-refugees a kg:PopulationGroup ; rdfs:label "refugees" ; kg:origin ent:state-estia .
}
<https://w3id.org/newskg/graph/document/d1> {
  doc:d1 dcterms:title "A demand" ; a schema:NewsArticle .
  mention:d1-10-15 nif:referenceContext doc:d1 ; kg:actorMention mention:d1-0-9 ;
    kg:recipientMention mention:d1-16-22 ; kg:themeMention mention:d1-30-36 .
  mention:d1-30-36 nif:referenceContext doc:d1 ; kg:actorMention mention:d1-16-22 ;
    kg:recipientMention mention:d1-40-48 .
  mention:d1-60-65 nif:referenceContext doc:d1 ; kg:actorMention mention:d1-50-59 ; kg:themeMention mention:d1-66-74 .
  mention:d1-80-84 nif:referenceContext doc:d1 ; kg:actorMention mention:d1-76-79 ; kg:themeMention mention:d1-30-36 .
}
<https://w3id.org/newskg/graph/document/d2> {
  mention:d2-10-15 nif:referenceContext doc:d2 ; kg:actorMention mention:d2-0-5 ; kg:recipientMention mention:d2-16-22 .
  mention:d2-40-43 nif:referenceContext doc:d2 ;
    kg:actorMention mention:d2-30-35, mention:d2-36-39 .
  mention:d2-70-75 nif:referenceContext doc:d2 ; kg:actorMention mention:d2-60-65, mention:d2-66-69 .
}
graph:facts {
  ent:state-estia act:meet ent:state-westia ; act:urge ent:state-westia .
  ent:state-westia act:meet ent:state-estia .
  ent:igo-agency act:visit ent:camp .
  ent:gov-norland-ministry act:urge ent:state-sudria .
}
graph:world {
  ent:gov-norland-ministry gaf:denotedBy mention:d1-0-9 .
  ent:state-sudria gaf:denotedBy mention:d1-16-22, mention:d1-76-79 .
  ent:pop-refugees gaf:denotedBy mention:d1-40-48 .
  ent:igo-agency gaf:denotedBy mention:d1-50-59 .
  ent:camp a kg:Thing ; rdfs:label "Camp" ; gaf:denotedBy mention:d1-66-74 .
  ent:state-estia gaf:denotedBy mention:d2-0-5, mention:d2-30-35, mention:d2-60-65 .
  ent:state-westia gaf:denotedBy mention:d2-16-22, mention:d2-36-39, mention:d2-66-69 .

  event:d1-10-15 a sem:Event ; sem:eventType evt:REQUEST ; kg:action act:urge ; kg:factuality kg:fact ;
    kg:actor ent:gov-norland-ministry, ent:state-estia ; kg:recipient ent:state-sudria, ent:state-westia ;
    kg:theme event:d1-30-36 ; gaf:denotedBy mention:d1-10-15, mention:d2-10-15 ; kg:reportCount 2 ;
    kg:independentReportCount 1 ; sem:hasLatestEndTimeStamp "2024-03-02"^^xsd:date .
  event:d1-30-36 a sem:Event ; sem:eventType evt:COERCE-deport ; kg:action act:deport ; kg:factuality kg:uncommitted ;
    kg:actor ent:state-sudria ; kg:recipient ent:pop-refugees ; gaf:denotedBy mention:d1-30-36 ; kg:reportCount 1 .
  event:d1-60-65 a sem:Event ; kg:action act:visit ; kg:factuality kg:fact ; kg:actor ent:igo-agency ;
    kg:theme ent:camp ; gaf:denotedBy mention:d1-60-65 .
  event:d1-80-84 a sem:Event ; kg:action act:deny ; kg:factuality kg:fact ; kg:actor ent:state-sudria ;
    kg:theme event:d1-30-36 ; gaf:denotedBy mention:d1-80-84 .
  event:d2-40-43 a sem:Event ; sem:eventType evt:CONSULT ; kg:action act:meet ; kg:factuality kg:fact ;
    kg:actor ent:state-estia, ent:state-westia ; gaf:denotedBy mention:d2-40-43 ;
    sem:hasEarliestBeginTimeStamp "2024-03-05"^^xsd:date ; sem:hasLatestEndTimeStamp "2024-03-07"^^xsd:date .
  event:d2-70-75 a sem:Event ; kg:action act:protest ; kg:factuality kg:fact ;
    kg:actor ent:state-estia, ent:state-westia ; gaf:denotedBy mention:d2-70-75 .

  claim:1 a kg:Claim ; kg:authority ent:gazette ; kg:document doc:d1 ; kg:modality kg:asserted ;
    kg:claims event:d1-10-15 ; gaf:denotedBy mention:d1-10-15 .
  claim:2 a kg:Claim ; kg:authority ent:state-sudria ; kg:document doc:d1 ; kg:modality kg:promised ;
    kg:polarity kg:negative ; kg:claims event:d1-30-36 ; gaf:denotedBy mention:d1-30-36 .
  claim:3 a kg:Claim ; kg:authority ent:gov-norland-ministry ; kg:document doc:d1 ; kg:modality kg:requested ;
    kg:claims event:d1-30-36 ; gaf:denotedBy mention:d1-25-49 .
  claim:4 a kg:Claim ; kg:authority doc:d2 ; kg:document doc:d2 ; kg:modality kg:asserted ;
    kg:claims event:d2-40-43 ; gaf:denotedBy mention:d2-40-43 .
  claim:5 a kg:Claim ; kg:authority ent:gazette ; kg:document doc:d1 ; kg:modality kg:alleged ;
    kg:claims event:d1-30-36 ; gaf:denotedBy mention:d1-30-36 .
}
"""


@pytest.fixture
def graph() -> Graph:
    """The two documents in memory."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = Graph.memory()
    graph.bulk(ox.parse(prefixes + TRIG, ox.RdfFormat.TRIG))
    return graph
