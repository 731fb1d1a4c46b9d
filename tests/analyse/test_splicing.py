"""Edges that are spliced after a change are those that are made of the whole graph, byte for byte."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.analyse import edges
from kg.analyse.splicing import spliced
from kg.ids import Ids
from kg.store import Graph
from tests.articles import KNOWLEDGE
from tests.increments import IDS, Archive, report

if TYPE_CHECKING:
    from pathlib import Path

    from tests.articles import Article

MEETING = """
graph:world {
  event:0000000000000001-5-6 a sem:Event ; kg:action act:meet ; kg:factuality kg:fact ; kg:actor ent:a, ent:b ;
    sem:eventType evt:CONSULT ; gaf:denotedBy mention:m .
  event:0000000000000002-5-6 a sem:Event ; kg:action act:fund ; kg:factuality kg:fact ; kg:actor ent:a ;
    kg:recipient ent:c, ent:d ; kg:place ent:p ; gaf:denotedBy mention:n .
  claim:c a kg:Claim ; kg:claims event:0000000000000002-5-6 ; kg:modality kg:asserted ; kg:certainty kg:certain ;
    kg:document doc:d1 .
  ent:a a kg:State ; rdfs:label "Norland" ; gaf:denotedBy mention:a .
  ent:b a kg:State ; rdfs:label "Sudria" ; gaf:denotedBy mention:b .
  ent:c a kg:State ; rdfs:label "Estia" ; gaf:denotedBy mention:c ; kg:partOf ent:e .
  ent:d a kg:State ; rdfs:label "Arvenia" . ent:e a kg:State ; rdfs:label "Union" . ent:p rdfs:label "Bay" .
}
graph:facts { ent:a act:meet ent:b . ent:b act:meet ent:a . }
graph:ontology { evt:CONSULT kg:intensity 1.5 . }
<https://w3id.org/newskg/graph/document/d1> {
  mention:m kg:actorMention mention:a, mention:b . mention:n kg:actorMention mention:a ; kg:recipientMention mention:c .
  doc:d1 dcterms:publisher ent:post .
}
"""
CHANGES = {
    "a plain triple goes": ("graph:facts { ent:b act:meet ent:a . }", ""),
    "a plain triple comes": ("", "graph:facts { ent:a act:greet ent:b . ent:b act:greet ent:a . }"),
    "a claim goes": ("graph:world { claim:c kg:claims event:0000000000000002-5-6 . }", ""),
    "a claim is less certain": (
        "graph:world { claim:c kg:certainty kg:certain . }", "graph:world { claim:c kg:certainty kg:possible . }",
    ),
    "a claim comes": (
        "", "graph:world { claim:e kg:claims event:0000000000000002-5-6 ; kg:modality kg:alleged . }",
    ),
    "a mention is of another entity": (
        "graph:world { ent:c gaf:denotedBy mention:c . }", "graph:world { ent:d gaf:denotedBy mention:c . }",
    ),
    "a name": ('graph:world { ent:a rdfs:label "Norland" . }', 'graph:world { ent:a rdfs:label "Old Norland" . }'),
    "a class": ("graph:world { ent:a a kg:State . }", "graph:world { ent:a a kg:Person . }"),
    "a whole": ("graph:world { ent:c kg:partOf ent:e . }", "graph:world { ent:a kg:partOf ent:e . }"),
    "an outlet": (
        "<https://w3id.org/newskg/graph/document/d1> { doc:d1 dcterms:publisher ent:post . }",
        "<https://w3id.org/newskg/graph/document/d1> { doc:d1 dcterms:publisher ent:d . }",
    ),
    "a part of a mention": (
        "", "<https://w3id.org/newskg/graph/document/d1> { mention:m kg:recipientMention mention:c . }",
    ),
    "an event is no fact": (
        "graph:world { event:0000000000000001-5-6 kg:factuality kg:fact . }",
        "graph:world { event:0000000000000001-5-6 kg:factuality kg:disputed . }",
    ),
}  # fmt: skip


def parsed(trig: str) -> list[ox.Quad]:
    """The quads of TriG with the project's prefixes."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    return list(ox.parse(prefixes + trig, ox.RdfFormat.TRIG))


def content(made: edges.Edges, folder: Path) -> bytes:
    """The file that is made of edges."""
    edges.write(folder / edges.FILE, made)
    return (folder / edges.FILE).read_bytes()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_one_thing(name: str, tmp_path: Path) -> None:
    """Whatever changes of what edges are made of, the spliced file is that of the whole graph."""
    gone, new = map(parsed, CHANGES[name])
    graph = Graph.memory()
    graph.bulk(parsed(MEETING))
    old = edges.edges(graph, Ids())
    before = content(old, tmp_path)
    graph.change(gone=gone, new=new)
    whole = content(edges.edges(graph, Ids()), tmp_path)
    assert content(spliced(old, graph, Ids(), [*gone, *new]), tmp_path) == whole
    assert (before == whole) == (name == "a plain triple comes")


def quads(archive: Archive) -> set[ox.Quad]:
    """All that readers of an archive see."""
    with Graph.read(archive.folder) as graph:
        return set(graph.quads())


def graphs(found: set[ox.Quad]) -> set[str]:
    """The names of the named graphs of quads."""
    return {getattr(quad.graph_name, "value", "") for quad in found}


def pool(number: int, seed: int) -> list[Article]:
    """Some reports, no two alike."""
    random = Random(seed)  # noqa: S311 (no secret)
    found = {article.ident: article for article in (report(random) for _ in range(3 * number))}
    return list(found.values())[:number]


@pytest.mark.parametrize("seed", range(3))
def test_documents_come_and_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """After any sequence of additions and removals, the spliced file is that of the whole graph, byte for byte."""
    monkeypatch.setattr("kg.pipeline.keeping.knowledge", lambda _: KNOWLEDGE)
    random, articles = Random(seed), pool(12, seed)  # noqa: S311 (no secret)
    names = sorted(article.ident for article in articles)
    archive = Archive(tmp_path / "grown.kg", articles)
    held = set(random.sample(names, 4))
    archive.anew(held)
    before = quads(archive)
    with Graph.read(archive.folder) as graph:
        made = edges.edges(graph, IDS)
    for _ in range(6):
        new = set(random.sample(sorted(set(names) - held), min(len(names) - len(held), random.randint(0, 3))))
        gone = set(random.sample(sorted(held), random.randint(0, min(2, len(held) - 1))))
        archive.change(new=new, gone=gone)
        held = (held | new) - gone
        after = quads(archive)
        dropped = graphs(before) - graphs(after)
        changed = {quad for quad in before ^ after if getattr(quad.graph_name, "value", "") not in dropped}
        with Graph.read(archive.folder) as graph:
            made = spliced(made, graph, IDS, changed)
            assert content(made, tmp_path) == content(edges.edges(graph, IDS), tmp_path)
        before = after
    assert len(made.table) > 3
