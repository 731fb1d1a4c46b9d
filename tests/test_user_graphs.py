"""Graphs of the user's own beside those that a build writes."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

import kg
from kg.ids import Ids
from kg.store import Graph, Ledger, Rows, only, updating

if TYPE_CHECKING:
    from pathlib import Path

    from kg.newsgraph import NewsGraph

TRAWLER = "Norland urged Sudria on Monday to free the crew of a trawler. Sudria denied that it held anyone."
ROADS = "Kenya gave Uganda $3 million for roads. Uganda thanked Kenya and promised to pave them by June."
MINE = "http://example.org/graph/document/mine"
NOTES = f"""INSERT DATA {{ <urn:a> <urn:b> <urn:c>
    GRAPH <{MINE}> {{ _:note <urn:about> "the trawler" . <urn:e> a sem:Event }} }}"""


def updated(graph: Graph, text: str) -> None:
    """Does an update."""
    updating.update(graph, text, prefixes=Ids().prefixes)


def added(folder: Path) -> None:
    """Writes a graph with a blank node and an event of the user's own, and a triple into the default graph."""
    with Graph.open(folder) as graph:
        updated(graph, NOTES)


def mine(graph: Graph) -> list[str]:
    """What a user wrote, as it stands there."""
    return sorted(str(quad) for name in (MINE, "") for quad in graph.quads(name))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents, the graph of the first, and what a user added to it."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "trawler.txt").write_text(TRAWLER)
    (folder / "roads.txt").write_text(ROADS)
    with kg.open(folder / "news.kg") as graph:
        graph.build([folder / "trawler.txt"])
    shutil.copytree(folder / "news.kg", folder / "plain.kg")
    added(folder / "news.kg")
    return folder


@pytest.fixture
def folder(start: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return shutil.copytree(start, tmp_path / "copy")


@pytest.fixture
def graph(folder: Path) -> NewsGraph:
    """The graph with what a user added."""
    return kg.open(folder / "news.kg")


@pytest.mark.model
def test_an_addition_keeps_a_graph_of_the_users_own(graph: NewsGraph, folder: Path) -> None:
    """A build that adds a document by what it touches leaves a user's graphs as they were."""
    before = mine(graph.graph)
    graph.build([folder / "roads.txt"])
    assert (len(before), mine(graph.graph)) == (3, before)


@pytest.mark.model
def test_a_build_of_everything_keeps_a_graph_of_the_users_own(graph: NewsGraph) -> None:
    """A build that derives everything anew leaves a user's graphs as they were."""
    before = mine(graph.graph)
    Ledger.remove(graph.folder)
    graph.build()
    assert mine(graph.graph) == before


@pytest.mark.model
@pytest.mark.parametrize("ledger", [True, False])
def test_remove_keeps_a_graph_of_the_users_own(graph: NewsGraph, folder: Path, ledger: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Taking a document out leaves a user's graphs as they were, in both ways of doing it."""
    before = mine(graph.graph)
    graph.build([folder / "roads.txt"])
    if not ledger:
        Ledger.remove(graph.folder)
    graph.remove(graph.graph.graphs(graph.ids.document_graph(""))[0].rsplit("/", 1)[-1])
    assert mine(graph.graph) == before


@pytest.mark.model
def test_a_first_build_beside_a_graph_of_the_users_own(folder: Path) -> None:
    """What stands in a store before its first build is kept, and is no part of the digest."""
    with kg.open(folder / "plain.kg") as plain:
        digest = plain.build()["digest"]
    added(folder / "new.kg")
    with kg.open(folder / "new.kg") as new:
        assert new.build([folder / "trawler.txt"])["digest"] == digest
        assert len(mine(new.graph)) == 3


@pytest.mark.model
def test_the_digest_is_of_the_projects_own_graphs(graph: NewsGraph, folder: Path) -> None:
    """A user's graph changes the digest of no build, whether by what is touched or of everything."""
    with kg.open(folder / "plain.kg") as plain:
        wanted = plain.build([folder / "roads.txt"])["digest"]
    assert graph.build([folder / "roads.txt"])["digest"] == wanted
    Ledger.remove(graph.folder)
    assert graph.build()["digest"] == wanted


@pytest.mark.model
def test_verify_looks_at_the_projects_own_graphs(graph: NewsGraph) -> None:
    """An event of the user's own, which has neither claim nor mention, breaks no rule of the project."""
    assert graph.verify(shacl=False) == []


@pytest.mark.model
def test_info_counts_the_projects_own_graphs(graph: NewsGraph, folder: Path) -> None:
    """The counts of a graph are those from before a user added to it."""
    with kg.open(folder / "plain.kg") as plain:
        assert graph.info() == plain.info()


@pytest.mark.model
def test_questions_see_a_graph_of_the_users_own(graph: NewsGraph) -> None:
    """The default graph of a query holds what a user added, in a named graph and in the default graph."""
    found = graph.query("SELECT ?o { { ?s <urn:about> ?o } UNION { ?s <urn:b> ?o } }")
    assert isinstance(found, Rows)
    assert len(found.rows) == 2


@pytest.mark.model
def test_an_export_holds_a_graph_of_the_users_own(graph: NewsGraph) -> None:
    """N-Quads of everything have what a user added too."""
    stream = BytesIO()
    graph.export(format="nquads", output=stream)
    quads = set(ox.parse(stream.getvalue(), ox.RdfFormat.N_QUADS))
    assert sum(quad.graph_name == ox.NamedNode(MINE) for quad in quads) == 2


@pytest.mark.model
def test_a_build_mends_a_graph_of_the_project_that_was_written_into(graph: NewsGraph) -> None:
    """Blank nodes that a user put into a graph of the project's own are gone after the next build of everything."""
    world = Ids().graph("world")
    digest = graph.build()["digest"]
    graph.close()
    with Graph.open(graph.folder) as store:
        updated(store, f"INSERT DATA {{ GRAPH <{world}> {{ _:x <urn:p> _:y }} }}")
    Ledger.remove(graph.folder)
    assert graph.build()["digest"] == digest
    assert graph.verify(shacl=False) == []


# ------------------------------------------------------------------------------------------------ a part of a graph


def two(graph: Graph) -> Graph:
    """A graph with one graph of the project's, one of a user's, and a triple in the default graph."""
    updated(
        graph, "INSERT DATA { <urn:a> <urn:b> 1 GRAPH <urn:own/x> { <urn:a> <urn:b> 2 } GRAPH <urn:y> { _:a a 3 } }"
    )
    return graph


def test_a_part_has_nothing_but_its_named_graphs() -> None:
    """A part has no other named graph, and nothing in its default graph."""
    with only(two(Graph.memory()), "urn:own/") as part:
        assert [str(quad.object.value) for quad in part.quads()] == ["2"]  # type: ignore[union-attr]  # a literal


def test_a_part_on_disk_changes_nothing(tmp_path: Path) -> None:
    """A part of a graph on disk is a copy: the graph has all that it had, and its folder no more files."""
    two(Graph.open(tmp_path / "a")).close()
    with Graph.read(tmp_path / "a") as graph:
        before = sorted(tmp_path.rglob("*")), sorted(map(str, graph.quads()))
        with only(graph, "urn:own/") as part:
            assert (part.graphs(), len(part)) == (("urn:own/x",), 1)
        assert (sorted(tmp_path.rglob("*")), sorted(map(str, graph.quads()))) == before


def test_a_part_that_is_all_is_the_graph_itself() -> None:
    """Where a graph holds nothing else, nothing is copied."""
    graph = Graph.memory()
    updated(graph, "INSERT DATA { GRAPH <urn:own/x> { <urn:a> <urn:b> 2 } }")
    with only(graph, "urn:own/") as part:
        assert part is graph
