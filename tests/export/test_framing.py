"""JSON-LD framed per event: what an event object holds, beside what pyld makes of the graph with the same frame."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld as pyld

from kg import data, export
from kg.export import jsonld
from kg.export.frame import FILE
from kg.ids import Ids
from kg.store import Graph
from tests.export.conftest import parsed, unordered

if TYPE_CHECKING:
    from collections.abc import Iterable

STORY = """
graph:world {
  event:d1-5-6 a sem:Event ; kg:action act:urge ; kg:factuality kg:fact ; kg:actor ent:norland ;
    kg:recipient ent:sudria ; kg:theme event:d1-9-10 ;
    kg:themeText "to open its wells" ; gaf:denotedBy mention:d1-5-6, mention:d2-1-2 .
  event:d1-9-10 a sem:Event ; kg:action act:open ; kg:factuality kg:uncommitted ; gaf:denotedBy mention:d1-9-10 .
  claim:d1-5-6-post a kg:Claim ; kg:claims event:d1-5-6 ; kg:authority ent:post ; kg:modality kg:asserted ;
    kg:polarity kg:positive ; kg:quantity quantity:d1-7-8 ; kg:document doc:d1 .
  claim:d1-both a kg:Claim ; kg:claims event:d1-5-6, event:d1-9-10 ; kg:authority ent:norland .
  claim:d1-quote a kg:Claim ; kg:text "Our wells are dry." ; kg:authority ent:norland .
  quantity:d1-7-8 a schema:QuantitativeValue ; schema:value 25 ; kg:counts ent:wells .
  ent:norland a kg:State ; rdfs:label "Norland" ; kg:partOf ent:union . ent:sudria a kg:State ; rdfs:label "Sudria" .
  ent:post a kg:MediaOrganization ; rdfs:label "The Post" . ent:wells a kg:Thing ; rdfs:label "wells" .
}
<https://w3id.org/newskg/graph/document/d1> {
  doc:d1 a nif:Context ; nif:isString "Norland urged Sudria." ; dcterms:title "Wells" .
  mention:d1-5-6 a kg:EventMention ; nif:beginIndex 5 ; nif:endIndex 6 ; nif:sentence mention:d1-0-20 ;
    kg:actorMention mention:d1-0-4 .
  mention:d1-0-20 a nif:Sentence ; nif:beginIndex 0 ; nif:endIndex 20 .
  mention:d1-0-4 a kg:EntityMention ; nif:anchorOf "Norland" .
}
"""
NODES = [ox.NamedNode(Ids().base + name) for name in ("event/a", "event/b", "claim/c", "mention/m", "entity/e")]
FRAME = json.loads((data.folder("ontology") / FILE).read_text())
KINDS = ["sem:Event", "kg:Claim", "kg:State"]
LINKS = [
    "kg:actor", "kg:theme", "kg:claims", "kg:authority", "gaf:denotedBy", "nif:sentence", "kg:actorMention",
    "kg:quantity", "kg:partOf",
]  # fmt: skip


def named(name: str) -> ox.NamedNode:
    """The IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(Ids().prefixes[prefix] + local)


def document(quads: Iterable[ox.Quad]) -> dict[str, Any]:
    """The quads as JSON-LD, read."""
    found: dict[str, Any] = json.loads("".join(jsonld.text(list(quads), Ids().prefixes)))
    return found


def events(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The event objects of a document: they come first."""
    return [node for node in found["@graph"] if "sem:Event" in listed(node.get("@type"))]


def listed(value: Any) -> list[Any]:  # noqa: ANN401 (JSON)
    """A value of compact JSON-LD as the list that it stands for."""
    return value if isinstance(value, list) else [value]


def framed(found: dict[str, Any]) -> list[Any]:
    """What pyld makes of a document with the frame that the project publishes."""
    frame = {**FRAME, "@context": {**FRAME["@context"], **found["@context"]}}
    made = pyld.frame(found, frame, {"omitDefault": True, "omitGraph": False})
    return unordered(made["@graph"])  # type: ignore[no-any-return]  # a list stays one


def triples(found: dict[str, Any]) -> set[ox.Triple]:
    """The triples that pyld reads from a document."""
    lines = pyld.to_rdf(found, {"format": "application/n-quads"})
    return {quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_QUADS)}


def test_event_objects_are_those_of_pyld() -> None:
    """With the frame that is published, pyld's own framing makes the same event objects."""
    found = document(parsed(STORY))
    assert unordered(events(found)) == framed(found)


def test_no_triple_is_lost_or_made_up() -> None:
    """All nodes together hold the triples of the graph, no more and no fewer."""
    assert triples(document(parsed(STORY))) == {quad.triple for quad in parsed(STORY)}


def test_an_event_reads_by_itself() -> None:
    """An event object holds labels, claims with their numbers, and mentions with sentence and roles."""
    event = events(document(parsed(STORY)))[0]
    assert event["actor"] == {"@id": "ent:norland", "@type": "kg:State", "rdfs:label": "Norland"}
    claim = next(claim for claim in event["claimedIn"] if claim["@id"] == "claim:d1-5-6-post")
    assert (claim["authority"]["rdfs:label"], claim["kg:quantity"]["counts"]["rdfs:label"]) == ("The Post", "wells")
    assert event["gaf:denotedBy"][0]["nif:sentence"]["nif:endIndex"] == 20
    assert event["gaf:denotedBy"][0]["actorMention"]["nif:anchorOf"] == "Norland"


def test_an_event_inside_another_has_its_factuality() -> None:
    """An event that is the theme of another is shown with its action and factuality, and no more."""
    theme = events(document(parsed(STORY)))[0]["theme"]
    assert theme == {
        "@id": "event:d1-9-10", "@type": "sem:Event", "action": "act:open", "factuality": "kg:uncommitted",
    }  # fmt: skip


def test_what_an_event_holds_stands_once() -> None:
    """What is whole inside an event stands nowhere else; entities, documents and what is shown in part stand beside."""
    beside = [node["@id"] for node in document(parsed(STORY))["@graph"]]
    assert beside == [
        "event:d1-5-6", "event:d1-9-10", "claim:d1-both", "claim:d1-quote", "doc:d1", "ent:norland", "ent:post",
        "ent:sudria", "ent:wells",
    ]  # fmt: skip


def test_what_the_frame_does_not_name_is_kept() -> None:
    """A property that the frame has no place for keeps its node beside the events, with all that it has."""
    own = ox.Quad(named("event:d1-9-10"), ox.NamedNode("https://example.org/note"), ox.Literal("mine"))
    found = document([*parsed(STORY), own])
    assert [node["@id"] for node in found["@graph"]].count("event:d1-9-10") == 2
    assert triples(found) == {quad.triple for quad in [*parsed(STORY), own]}


def test_the_reverse_term_is_not_hidden() -> None:
    """A property of a user's own that is called as the reverse term keeps its prefixed name."""
    own = ox.Quad(named("ent:norland"), named("kg:claimedIn"), named("ent:sudria"))
    found = document([*parsed(STORY), own])
    assert triples(found) == {quad.triple for quad in [*parsed(STORY), own]}


def test_a_graph_without_events_is_flat() -> None:
    """Without events there are only nodes beside, and no reverse term."""
    found = document(quad for quad in parsed(STORY) if "ent:" in str(quad) or "entity/" in quad.subject.value)  # type: ignore[union-attr]  # no triples here
    assert "claimedIn" not in found["@context"]
    assert [node["@id"] for node in found["@graph"]] == ["ent:norland", "ent:post", "ent:sudria", "ent:wells"]


def test_text_stays_behind_in_events_too() -> None:
    """Without text, a long quotation is in no event object either."""
    graph, stream = Graph.memory(), BytesIO()
    quote = '{ claim:d1-5-6-post kg:text "What the ministry calls a plan is a list of wishes." }'
    graph.bulk(parsed(STORY + "graph:world " + quote))
    export.write(graph, format="jsonld", target=stream, ids=Ids(), long=30)
    assert b"list of wishes" not in stream.getvalue()
    assert b"claim:d1-5-6-post" in stream.getvalue()


@given(
    links=st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(LINKS), st.sampled_from(NODES)), max_size=12),
    kinds=st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(KINDS)), max_size=4),
)
@settings(deadline=None, max_examples=150)
def test_any_graph_is_framed_as_pyld_frames_it(
    links: list[tuple[ox.NamedNode, str, ox.NamedNode]], kinds: list[tuple[ox.NamedNode, str]]
) -> None:
    """Whatever leads where, in circles too: no triple is lost or made up, and the events are those of pyld."""
    quads = [ox.Quad(start, named(link), end) for start, link, end in links]
    quads += [ox.Quad(node, named("rdf:type"), named(kind)) for node, kind in kinds]
    found = document(quads)
    assert triples(found) == {quad.triple for quad in quads}
    assert unordered(events(found)[: len({node for node, kind in kinds if kind == KINDS[0]})]) == framed(found)


@pytest.mark.parametrize("number", range(2))
def test_blank_nodes_are_read_back(number: int) -> None:
    """Blank nodes, which a user's own file may have, come back as such, inside an event as well."""
    blank = ox.BlankNode("b1")
    link = ox.Quad(named("event:d1-5-6"), named(["kg:actor", "kg:partOf"][number]), blank)
    label = ox.Quad(blank, named("rdfs:label"), ox.Literal("somebody"))
    assert len(triples(document([*parsed(STORY), link, label]))) == len(parsed(STORY)) + 2
