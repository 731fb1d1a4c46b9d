"""Each filter both ways, in every projection: of two events that differ in all, the one stays and the other goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.analyse import Filters, actors, bipartite, edges, participation, speakers
from kg.analyse.filters import filtering
from kg.analyse.occurrences import occurrences
from kg.analyse.selecting import each_alone
from kg.analyse.speaking import speaking_for
from kg.errors import ConfigError
from kg.ids import Ids
from kg.store import Graph

if TYPE_CHECKING:
    from pathlib import Path

ALL = ("fact", "counterfact", "disputed", "uncommitted")

# In the Gazette, certainly, twice: Norland's ministry fed the village of Lorian in March. In the Courier, possibly,
# once, and disputed: Sudria's police deported refugees from the port in April. Each is told on behalf of a body.
TRIG = """
graph:knowledge-base {
  ent:gov-norland a kg:Government ; rdfs:label "Government of Norland" ; kg:partOf ent:state-norland .
  ent:gov-norland-ministry a kg:Government ; rdfs:label "Ministry" ; kg:partOf ent:gov-norland .
  ent:state-norland a kg:State ; rdfs:label "Norland" .
  ent:police a kg:Organization ; rdfs:label "Police" ; kg:partOf ent:ministry-sudria .
  ent:ministry-sudria a kg:Organization ; rdfs:label "Ministry of Sudria" .
  ent:village a kg:Place ; rdfs:label "Lorian" . ent:port a kg:Place ; rdfs:label "Port" .
  ent:gazette a kg:Organization ; rdfs:label "Gazette" . ent:courier a kg:Organization ; rdfs:label "Courier" .
  ent:villagers a kg:PopulationGroup ; rdfs:label "villagers" .
  ent:refugees a kg:PopulationGroup ; rdfs:label "refugees" .
  ent:rosa a kg:Person ; rdfs:label "Rosa" . ent:marek a kg:Person ; rdfs:label "Marek" .
}
graph:world {
  doc:a dcterms:publisher ent:gazette . doc:b dcterms:publisher ent:courier .
  mention:a1 nif:referenceContext doc:a ; kg:actorMention mention:a2 ; kg:recipientMention mention:a3 .
  mention:b1 nif:referenceContext doc:b ; kg:actorMention mention:b2 ; kg:recipientMention mention:b3 .
  ent:gov-norland-ministry gaf:denotedBy mention:a2 . ent:villagers gaf:denotedBy mention:a3 .
  ent:police gaf:denotedBy mention:b2 . ent:refugees gaf:denotedBy mention:b3 .
  event:fed a sem:Event ; sem:eventType evt:AID-food ; kg:action act:feed ; kg:factuality kg:fact ;
    kg:actor ent:gov-norland-ministry ; kg:recipient ent:villagers ; kg:place ent:village ; gaf:denotedBy mention:a1 ;
    kg:reportCount 3 ; kg:independentReportCount 2 ; sem:hasEarliestBeginTimeStamp "2024-03-01"^^xsd:date ;
    sem:hasLatestEndTimeStamp "2024-03-31"^^xsd:date .
  event:deported a sem:Event ; sem:eventType evt:COERCE-deport ; kg:action act:deport ; kg:factuality kg:disputed ;
    kg:actor ent:police ; kg:recipient ent:refugees ; kg:place ent:port ; gaf:denotedBy mention:b1 ;
    kg:reportCount 1 ; kg:independentReportCount 1 ; sem:hasLatestEndTimeStamp "2024-04-05"^^xsd:date .
  claim:a a kg:Claim ; kg:authority ent:rosa ; kg:onBehalfOf ent:gov-norland-ministry ; kg:document doc:a ;
    kg:modality kg:asserted ; kg:certainty kg:certain ; kg:claims event:fed ; gaf:denotedBy mention:a1 .
  claim:b a kg:Claim ; kg:authority ent:marek ; kg:onBehalfOf ent:police ; kg:document doc:b ;
    kg:modality kg:alleged ; kg:certainty kg:possible ; kg:claims event:deported ; gaf:denotedBy mention:b1 .
  claim:c a kg:Claim ; kg:authority ent:marek ; kg:onBehalfOf ent:ministry-sudria ; kg:document doc:b ;
    kg:modality kg:asserted ; kg:certainty kg:certain .
}
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The two events in memory."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = Graph.memory()
    graph.bulk(ox.parse(prefixes + TRIG, ox.RdfFormat.TRIG))
    return graph


FED = [
    {"factuality": "fact"},
    {"since": date(2024, 2, 1), "until": date(2024, 3, 1)},
    {"until": date(2024, 4, 4)},
    {"types": "AID"},
    {"types": "AID-food"},
    {"places": "Lorian"},
    {"places": "ent:village"},
    {"outlets": "gazette"},
    {"certainty": "certain"},
    {"reports": 2},
]
DEPORTED = [
    {"factuality": "disputed"},
    {"since": date(2024, 4, 1)},
    {"since": date(2024, 4, 5), "until": date(2024, 4, 5)},
    {"types": "COERCE"},
    {"types": ["COERCE-deport", "COERCE-arrest"]},
    {"places": "port"},
    {"outlets": "ent:courier"},
    {"certainty": ["possible", "unknown"]},
]
BOTH = [{}, {"reports": 1}, {"types": ["AID", "COERCE"]}, {"places": ["Port", "Lorian"]}, {"since": date(2024, 3, 31)}]
NEITHER = [
    {"factuality": "counterfact"},
    {"until": date(2024, 2, 29)},
    {"since": date(2024, 4, 6)},
    {"types": "ASSAULT"},
    {"types": "COERCE-arrest"},
    {"certainty": "probable"},
    {"reports": 3},
]
CASES = [(fields, {"event:fed"}) for fields in FED] + [(fields, {"event:deported"}) for fields in DEPORTED]
CASES += [(fields, {"event:fed", "event:deported"}) for fields in BOTH] + [(fields, set[str]()) for fields in NEITHER]


@pytest.mark.parametrize(("fields", "kept"), CASES, ids=str)
def test_which_events_stay(graph: Graph, tmp_path: Path, fields: dict[str, Any], kept: set[str]) -> None:
    """In every projection, from the store and from Parquet, the events that a filter keeps are there, and no other."""
    filters = filtering(**{"factuality": ALL} | fields)
    acted = actors(graph, Ids(), filters)
    assert {event for _, _, event in acted.edges(keys=True)} == kept
    edges.write(tmp_path / edges.FILE, edges.edges(graph, Ids()))
    read = actors(edges.read(tmp_path / edges.FILE), Ids(), filters)
    assert list(read.edges(keys=True, data=True)) == list(acted.edges(keys=True, data=True))
    together = participation(graph, Ids(), filters)
    assert {event for *_, data in together.edges(data=True) for event in data["events"]} == kept
    assert {name for name, side in bipartite(graph, Ids(), filters).nodes(data="bipartite") if side} == kept
    assert {each.event for each in occurrences(graph, Ids(), filters).events} == kept
    told = {"ent:rosa": "event:fed", "ent:marek": "event:deported"}
    assert {told[authority] for authority, _ in speakers(graph, Ids(), filters).edges} == kept


@pytest.mark.parametrize(
    ("lift", "doer"),
    [
        ("none", "ent:gov-norland-ministry"),
        ("government", "ent:gov-norland"),
        ("state", "ent:state-norland"),
        ("whole", "ent:state-norland"),
    ],
)
def test_whom_each_lift_puts_in_place(graph: Graph, lift: Any, doer: str) -> None:  # noqa: ANN401 (a choice of words)
    """A ministry stays, or becomes its government or state, in every projection."""
    filters = Filters(lift=lift)
    assert list(actors(graph, Ids(), filters).edges) == [(doer, "ent:villagers", "event:fed")]
    assert list(participation(graph, Ids(), filters).edges) == [(doer, "ent:villagers")]
    assert doer in bipartite(graph, Ids(), filters)
    assert occurrences(graph, Ids(), filters).events[0].entities == tuple(sorted((doer, "ent:villagers")))
    assert speakers(graph, Ids(), filters).has_edge("ent:rosa", doer)
    assert [row.body for row in speaking_for(graph, Ids(), filters)] == [doer]


def test_what_has_no_state_is_not_lifted_to_one(graph: Graph) -> None:
    """Police that is part of a ministry, and of no state, stays itself; lifted to the whole it is the ministry."""
    lifted = {lift: actors(graph, Ids(), filtering(factuality="disputed", lift=lift)) for lift in ("state", "whole")}
    assert [next(iter(network.edges))[0] for network in lifted.values()] == ["ent:police", "ent:ministry-sudria"]


def test_all_filters_together(graph: Graph) -> None:
    """An event has to pass every filter: one that says no is enough."""
    passing = filtering(types="AID", places="Lorian", outlets="Gazette", certainty="certain", reports=2)
    assert len(actors(graph, Ids(), passing)) == 2
    assert not actors(graph, Ids(), filtering(types="AID", places="Port"))


def test_how_many_each_filter_keeps_alone(graph: Graph) -> None:
    """The filters that are set are counted each by itself."""
    made = edges.edges(graph, Ids())
    filters = filtering(types="AID", since=date(2024, 3, 31), reports=3, lift="state")
    assert each_alone(made.table, made.nodes, filters) == {"factuality": 1, "types": 1, "since": 2, "reports": 0}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"types": "COERC"}, "did you mean 'COERCE'"),
        ({"types": "XQ"}, "there are .*, such as ACCUSE, AGREE, AID, ASSAULT, COERCE"),
        ({"places": "Lorien"}, "did you mean 'Lorian'"),
        ({"outlets": "Gazete"}, "did you mean 'Gazette'"),
    ],
)
def test_what_there_is_none_of(graph: Graph, fields: dict[str, Any], told: str) -> None:
    """A type, place or outlet that does not exist is refused with the nearest, types before their modes."""
    with pytest.raises(ConfigError, match=told):
        actors(graph, Ids(), Filters(**fields))


# ------------------------------------------------------------------------------------------------ who speaks


def test_who_speaks_for_whom(graph: Graph) -> None:
    """Every claim on behalf of a body counts, also one of no event."""
    rows = speaking_for(graph, Ids())
    assert [(row.rank, row.speaker_label, row.body_label, row.claims, row.documents) for row in rows] == [
        (1, "Marek", "Ministry of Sudria", 1, 1),
        (2, "Marek", "Police", 1, 1),
        (3, "Rosa", "Ministry", 1, 1),
    ]


def test_who_speaks_for_a_whole(graph: Graph) -> None:
    """Lifted, what Marek says for the police and for its ministry is for the ministry: two claims, the most."""
    first, *_ = speaking_for(graph, Ids(), Filters(factuality=ALL, lift="whole"))
    assert (first.speaker, first.body, first.claims, first.documents) == ("ent:marek", "ent:ministry-sudria", 2, 1)


def test_who_speaks_for_whom_of_facts(graph: Graph) -> None:
    """With a filter that leaves events out, those alone count who claim what is left."""
    assert [row.speaker for row in speaking_for(graph, Ids(), Filters())] == ["ent:rosa"]


def test_nobody_speaks_for_anybody() -> None:
    """Without such a claim there is no row, and that is said."""
    rows = speaking_for(Graph.memory(), Ids())
    assert (rows, rows.note) == ((), "no claim is made on behalf of another")


@pytest.mark.parametrize("filters", [None, Filters(factuality=ALL)])
def test_every_claim_counts_of_speakers(graph: Graph, filters: Filters | None) -> None:
    """Without filters, and with ones that keep every event, the network of speakers is the same."""
    assert sorted(speakers(graph, Ids(), filters).edges) == [
        ("ent:marek", "ent:police"),
        ("ent:marek", "ent:refugees"),
        ("ent:rosa", "ent:gov-norland-ministry"),
        ("ent:rosa", "ent:villagers"),
    ]
