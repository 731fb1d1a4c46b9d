from __future__ import annotations

from datetime import date

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.analyse import Filters, bipartite, measures, participation, project
from kg.analyse.evidence import evidence, told
from kg.analyse.occurrences import Occurrence, occurrences
from kg.errors import ConfigError
from kg.ids import Ids
from kg.store import Graph


def test_who_takes_part_together(graph: Graph) -> None:
    """Estia and Westia met, protested, and took part in the demand: three events join them."""
    network = participation(graph, Ids())
    data = network.edges["ent:state-estia", "ent:state-westia"]
    assert (data["weight"], data["events"]) == (3, ("event:d1-10-15", "event:d2-40-43", "event:d2-70-75"))


def test_actors_and_events(graph: Graph) -> None:
    """An actor stands on one side, its event on the other, and the edge says what part it plays."""
    network = bipartite(graph, Ids(), Filters(types=("CONSULT",)))
    assert [(node, data["bipartite"]) for node, data in network.nodes(data=True)] == [
        ("ent:state-estia", 0),
        ("ent:state-westia", 0),
        ("event:d2-40-43", 1),
    ]
    assert network.edges["ent:state-estia", "event:d2-40-43"] == {"role": "actor"}
    assert network.nodes["event:d2-40-43"]["factuality"] == "fact"


def test_unknown_projection(graph: Graph) -> None:
    """A projection that does not exist is refused with the nearest."""
    with pytest.raises(ConfigError, match="did you mean 'actors'"):
        project(graph, Ids(), "actor")


def test_a_mention_without_text_has_no_evidence(graph: Graph) -> None:
    """A mention whose document has no text in the graph is left out."""
    assert evidence(graph, Ids(), ["mention:d1-10-15"]) == ()


# A text of two sentences: in the first Norland urged Sudria.
TEXT = """
graph:world {
  doc:d nif:isString "Norland  urged\\nSudria. It rained." ; dcterms:date "2024-03-02"^^xsd:date ;
    dcterms:title "News" .
  mention:d-9-14 nif:referenceContext doc:d ; nif:sentence mention:d-0-22 ; nif:beginIndex 9 ; nif:endIndex 14 .
  mention:d-0-22 nif:beginIndex 0 ; nif:endIndex 22 .
  mention:d-23-33 nif:referenceContext doc:d ; nif:beginIndex 23 ; nif:endIndex 33 .
}
"""


def with_text() -> Graph:
    """The text in memory."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = Graph.memory()
    graph.bulk(ox.parse(prefixes + TEXT, ox.RdfFormat.TRIG))
    return graph


def test_evidence_is_the_sentence() -> None:
    """A mention leads to its sentence, white space as single spaces, and its document; without one to its own words."""
    found = evidence(with_text(), Ids(), ["mention:d-9-14", "mention:d-23-33"])
    assert [each.sentence for each in found] == ["Norland urged Sudria.", "It rained."]
    assert (found[0].document, found[0].date, found[0].title) == ("doc:d", "2024-03-02", "News")


def test_each_step_of_a_path_is_told() -> None:
    """A step keeps all that it had, and has the sentences of its mentions."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_edge("a", "b", "event:1", action="urge", evidence=("mention:d-9-14", "mention:lost"))
    (step,) = found = told(with_text(), Ids(), measures.path(network, "b", "a"))
    assert (step.source, step.action, step.evidence) == ("a", "urge", ("mention:d-9-14", "mention:lost"))
    assert [each.sentence for each in step.sentences] == ["Norland urged Sudria."]
    assert found.to_arrow().to_pylist()[0]["sentences"][0]["document"] == "doc:d"


def test_what_an_event_is_about() -> None:
    """An event is about its participants and what its theme names, never another event; words stand beside."""
    told_ = """graph:world {
      ent:n rdfs:label "Norland" . ent:s rdfs:label "Sudria" . ent:r rdfs:label "refugees" .
      event:1 a sem:Event ; kg:factuality kg:fact ; sem:eventType evt:REQUEST ; kg:actor ent:n ; kg:recipient ent:s ;
        kg:theme event:2 ; kg:about ent:r ; kg:themeText "to admit the refugees" ;
        sem:hasEarliestBeginTimeStamp "2024-03-02"^^xsd:date ; sem:hasLatestEndTimeStamp "2024-03-09"^^xsd:date .
      event:2 a sem:Event ; kg:factuality kg:uncommitted ; kg:actor ent:s . }"""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = Graph.memory()
    graph.bulk(ox.parse(prefixes + told_, ox.RdfFormat.TRIG))
    found = occurrences(graph, Ids())
    assert found.events == (
        Occurrence(
            event="event:1",
            on=date(2024, 3, 2),
            type="REQUEST",
            entities=("ent:n", "ent:r", "ent:s"),
            words=("to admit the refugees",),
        ),
    )
    assert found.labels == {"ent:n": "Norland", "ent:r": "refugees", "ent:s": "Sudria"}
