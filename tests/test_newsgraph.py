from __future__ import annotations

import errno
import os
import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

import kg
from kg import analyse
from kg.errors import ModelError, NotFoundError, StoreError
from kg.ids import Ids
from kg.newsgraph import networks
from kg.store import Graph, Rows, contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.newsgraph import NewsGraph

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parent.parent / "examples"
TRAWLER = "Portugal urged Morocco on Monday to free the crew of a trawler. Morocco denied that it held anyone."
ROADS = "Kenya gave Uganda $3 million for roads. Uganda thanked Kenya and promised to pave them by June."


# ------------------------------------------------------------------------------------------------ fixtures


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents, and the graph of the first of them."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "trawler.txt").write_text(TRAWLER)
    (folder / "roads.txt").write_text(ROADS)
    with kg.open(folder / "news.kg") as graph:
        graph.build([folder / "trawler.txt"])
    return folder


@pytest.fixture
def folder(start: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return shutil.copytree(start, tmp_path / "copy")


@pytest.fixture
def graph(folder: Path) -> Iterator[NewsGraph]:
    """The graph in that copy."""
    with kg.open(folder / "news.kg") as opened:
        yield opened


def digest(graph: NewsGraph) -> str:
    """The digest of what readers see, runs and all."""
    with kg.open(graph.folder) as fresh:
        return fresh.graph.digest()


def nquads(graph: NewsGraph, *, runs: bool = False) -> list[str]:
    """The lines of the export as N-Quads, those of the graph of runs only where asked for."""
    stream = BytesIO()
    graph.export(format="nquads", output=stream)
    of_runs = f"<{graph.ids.graph('runs')}> ."
    return [line for line in stream.getvalue().decode().splitlines() if runs or not line.endswith(of_runs)]


def rows(graph: NewsGraph, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query, as the text of their terms."""
    found = graph.query(sparql)
    assert isinstance(found, Rows)
    return [tuple(getattr(term, "value", "") for term in row) for row in found.rows]


# ------------------------------------------------------------------------------------------------ one input, one graph


def test_same_documents_give_the_same_graph(example_graph: NewsGraph, tmp_path: Path) -> None:
    """Two builds of the same documents have one digest, and equal N-Quads but for the record of runs."""
    with kg.open(tmp_path / "again.kg") as again:
        report = again.build([EXAMPLES])
        assert report["digest"] == example_graph.info()["last build"]["digest"]
        assert nquads(again) == nquads(example_graph)
        assert nquads(again, runs=True) != nquads(example_graph, runs=True)


def test_order_of_documents_makes_no_difference(example_graph: NewsGraph, tmp_path: Path) -> None:
    """Documents given in another order give one digest and equal N-Quads."""
    paths = [path for path in sorted(EXAMPLES.iterdir(), reverse=True) if path.name != "README.md"]
    with kg.open(tmp_path / "backwards.kg") as backwards:
        report = backwards.build(paths)
        assert report["digest"] == example_graph.info()["last build"]["digest"]
        assert nquads(backwards) == nquads(example_graph)


def test_number_of_workers_makes_no_difference(example_graph: NewsGraph, tmp_path: Path) -> None:
    """Two processes that parse give the digest and the N-Quads that one gives, and tell of each document."""
    done: list[None] = []
    (tmp_path / "two.kg").mkdir()
    (tmp_path / "two.kg" / "kg.toml").write_text("[build]\nbatch_documents = 4\n")
    with kg.open(tmp_path / "two.kg") as two:
        report = two.build([EXAMPLES], workers=2, cached=False, progress=lambda _: lambda: done.append(None))
        assert report["digest"] == example_graph.info()["last build"]["digest"]
        assert nquads(two) == nquads(example_graph)
    assert len(done) == report["documents"]


def test_another_document_gives_another_digest(graph: NewsGraph, folder: Path) -> None:
    """The digest tells graphs apart."""
    before = graph.info()["last build"]["digest"]
    assert graph.build([folder / "roads.txt"])["digest"] != before


def test_adding_and_removing_leaves_the_digest(graph: NewsGraph, folder: Path) -> None:
    """A document that is added and removed again leaves the digest and the N-Quads from before."""
    before, lines = graph.info()["last build"]["digest"], nquads(graph)
    held = {row[0] for row in rows(graph, "SELECT ?d { ?d a nif:Context }")}
    graph.build([folder / "roads.txt"])
    (added,) = {row[0] for row in rows(graph, "SELECT ?d { ?d a nif:Context }")} - held
    assert graph.remove(added) == before
    assert nquads(graph) == lines


def test_one_build_or_two_make_no_difference(graph: NewsGraph, folder: Path) -> None:
    """Documents added one after the other give the digest that they give together."""
    second = graph.build([folder / "roads.txt"])
    with kg.open(folder / "together.kg") as together:
        assert together.build([folder / "trawler.txt", folder / "roads.txt"])["digest"] == second["digest"]


def test_what_a_document_touches_is_all_that_a_build_derives(graph: NewsGraph, folder: Path) -> None:
    """A few documents added to others, and taken out again, give the report and the graph of full builds."""
    (graph.folder / "kg.toml").write_text("[build]\nrebuild_share = 1.0\n")
    with kg.open(graph.folder) as grown, kg.open(folder / "together.kg") as together:
        before = grown.build()["digest"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kg.pipeline.kept_world", lambda *_: pytest.fail("everything is derived anew"))
            second = grown.build([folder / "roads.txt"])
        wanted = together.build([folder / "trawler.txt", folder / "roads.txt"])
        assert (second["digest"], second["documents"]) == (wanted["digest"], 2)
        assert [(s["name"], s["left"]) for s in second["stages"]][2:] == [
            (s["name"], s["left"]) for s in wanted["stages"]
        ][2:]
        assert nquads(grown) == nquads(together)
        (added,) = {row[0] for row in rows(grown, "SELECT ?d { ?d nif:isString ?t FILTER (CONTAINS(?t, 'Kenya')) }")}
        assert grown.remove(added) == before


def test_build_without_paths_changes_nothing(graph: NewsGraph) -> None:
    """Resolved anew, the same documents give the digest and the N-Quads from before, and nothing is read."""
    before, lines = graph.info()["last build"]["digest"], nquads(graph)
    report = graph.build()
    assert (report["digest"], report["documents"], report["skipped"]) == (before, 1, [])
    assert [stage["name"] for stage in report["stages"]] == ["resolve", "fuse", "write"]
    assert nquads(graph) == lines


def test_build_without_paths_follows_the_configuration(graph: NewsGraph) -> None:
    """Resolved anew, documents go by what kg.toml says now."""
    (graph.folder / "kg.toml").write_text('[ids]\nbase = "https://example.org/news/"\n')
    with kg.open(graph.folder) as moved:
        moved.build()
        assert all("<https://example.org/news/graph/" in line for line in nquads(moved))


def test_document_twice_in_one_build_is_one(graph: NewsGraph, folder: Path) -> None:
    """One text under two names is one document, and the graph is that of one."""
    before = graph.info()["last build"]["digest"]
    again = shutil.copy(folder / "trawler.txt", folder / "copy.txt")
    report = graph.build([folder / "trawler.txt", again])
    assert (report["documents"], report["digest"]) == (1, before)


def test_base_of_the_configuration_is_that_of_ids(graph: NewsGraph, folder: Path) -> None:
    """After ``ids.base`` was changed, a build names everything under the new base and nothing under the old one."""
    (graph.folder / "kg.toml").write_text('[ids]\nbase = "https://example.org/news/"\n')
    with kg.open(graph.folder) as moved:
        report = moved.build([folder / "trawler.txt"])
        lines = nquads(moved)
    assert report["documents"] == 1
    assert all(line.endswith("> .") and "<https://example.org/news/graph/" in line for line in lines)
    for kind in ("document", "mention", "event", "claim", "entity"):
        assert any(f"<https://example.org/news/{kind}/" in line for line in lines)
        assert not any(f"<{Ids().base}{kind}/" in line for line in lines)


def test_removing_leaves_no_trace(graph: NewsGraph, folder: Path) -> None:
    """No quad names a document that was removed, but for the record of runs."""
    (document,) = rows(graph, "SELECT ?d { ?d a nif:Context }")
    ident = document[0].rsplit("/", 1)[-1]
    graph.build([folder / "roads.txt"])
    assert any(ident in line for line in nquads(graph))
    graph.remove(f"doc:{ident}")
    assert not any(ident in line for line in nquads(graph))


def test_removing_what_is_not_there(graph: NewsGraph) -> None:
    """A document that the graph does not hold cannot be removed; the error says where the ids are listed."""
    with pytest.raises(NotFoundError, match=r"no document '0000000000000000' in .*; `kg ask documents` lists"):
        graph.remove("0000000000000000")


# ------------------------------------------------------------------------------------------------ asking


def test_asking_by_name(example_graph: NewsGraph) -> None:
    """A named question takes an entity by its name, and answers with that entity's rows alone."""
    found = example_graph.ask("who-urges-whom", actor="Norway")
    actors = {row[found.variables.index("actor")] for row in found.rows}
    assert actors == {ox.NamedNode(Ids().entity("state:no"))}


def test_verify_finds_nothing(example_graph: NewsGraph) -> None:
    """Spans, factuality and shapes of the graph of the examples hold."""
    assert example_graph.verify() == []


def test_why_tells_the_words(example_graph: NewsGraph) -> None:
    """The reason of a plain triple is an event, the words that say so, and who claims it."""
    told = example_graph.why("ent:state-no act:urge ent:state-is")
    assert "is FACT" in told
    assert "01-norway-urges-iceland.txt" in told
    assert "claimed by harbour-post" in told


def test_why_not_tells_what_was_dropped(example_graph: NewsGraph) -> None:
    """Of each clause of a sentence it is told whether it was kept, and which rule dropped it."""
    told = example_graph.why_not("Iceland denied that it had broken a 2019 agreement")
    assert "'denied' (760-766): kept: " in told
    assert "no plain triple: the event is uncommitted, no fact; claimed by state:is" in told
    assert "marked by deny under 'denied'" in told


NO_FACTUALITY = """
SELECT ?event { { ?event a sem:Event } UNION { ?any kg:claims ?event } UNION { ?event sem:eventType ?type }
    MINUS { ?event kg:factuality ?said . VALUES ?said { kg:fact kg:counterfact kg:disputed kg:uncommitted } } }
"""
NOT_OF_A_FACT = """
SELECT ?actor ?action ?other { GRAPH graph:facts { ?actor ?action ?other }
    MINUS { ?event kg:factuality kg:fact ; kg:actor ?actor ; (gaf:denotedBy?/kg:action) ?action .
            { ?event kg:recipient ?other } UNION { ?event kg:theme ?other } UNION { ?event kg:actor ?other } } }
"""


def test_no_event_without_factuality(example_graph: NewsGraph) -> None:
    """Each event of the examples, however it is found, is a fact, a counterfact, disputed or uncommitted."""
    assert rows(example_graph, "SELECT ?event { ?event a sem:Event }")
    assert rows(example_graph, NO_FACTUALITY) == []


def test_no_plain_triple_but_of_a_fact(example_graph: NewsGraph) -> None:
    """Each plain triple of the examples is the actor, action and other party of an event that is a fact."""
    assert rows(example_graph, "SELECT ?actor { GRAPH graph:facts { ?actor ?action ?other } }")
    assert rows(example_graph, NOT_OF_A_FACT) == []


EVENT = "event:d-1-2 kg:factuality kg:{} ; kg:actor ent:a ; kg:action act:urge ; kg:recipient ent:b"


@pytest.mark.parametrize(
    ("query", "trig"),
    [
        (NO_FACTUALITY, "graph:world { event:d-1-2 a sem:Event }"),
        (NO_FACTUALITY, "graph:world { claim:d-1-2-x kg:claims event:d-1-2 . event:d-1-2 kg:factuality kg:certain }"),
        (NOT_OF_A_FACT, f"graph:facts {{ ent:a act:urge ent:b }} graph:world {{ {EVENT.format('uncommitted')} }}"),
        (NOT_OF_A_FACT, f"graph:facts {{ ent:b act:urge ent:a }} graph:world {{ {EVENT.format('fact')} }}"),
    ],
)
def test_the_two_queries_see_what_is_wrong(query: str, trig: str) -> None:
    """The queries of the two tests above find an event without factuality and a triple that is of no fact."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in Ids().prefixes.items())
    memory = Graph.memory()
    memory.bulk(ox.parse(prefixes + trig, ox.RdfFormat.TRIG))
    found = memory.query(query, prefixes=Ids().prefixes)
    assert isinstance(found, Rows)
    assert len(found.rows) == 1


# ------------------------------------------------------------------------------------------------ exports


@pytest.fixture(scope="module")
def quads(example_graph: NewsGraph) -> set[tuple[object, ...]]:
    """The quads of the store, as terms of rdflib."""
    text = ox.serialize(example_graph.graph.quads(), format=ox.RdfFormat.N_QUADS)
    return _read(text or b"", "nquads")


def _read(text: bytes, form: str) -> set[tuple[object, ...]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        dataset = rdflib.Dataset()
        dataset.parse(data=text, format=form)
    return {(s, p, o, getattr(g, "identifier", g)) for s, p, o, g in dataset.quads()}


def exported(graph: NewsGraph, form: str) -> bytes:
    """The bytes of an export."""
    stream = BytesIO()
    graph.export(format=form, output=stream)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "form"), [("turtle", "turtle"), ("ntriples", "nt11"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_same_triples(
    example_graph: NewsGraph, quads: set[tuple[object, ...]], name: str, form: str
) -> None:
    """A format without graphs gives rdflib the distinct triples of the store."""
    found = [quad[:3] for quad in _read(exported(example_graph, name), form)]
    assert len(found) == len(set(found))
    assert set(found) == {quad[:3] for quad in quads}


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_rdflib_reads_the_same_quads(example_graph: NewsGraph, quads: set[tuple[object, ...]], name: str) -> None:
    """A format with graphs gives rdflib the quads of the store."""
    assert _read(exported(example_graph, name), name) == quads


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_same_network(example_graph: NewsGraph, name: str) -> None:
    """The formats of graph tools give networkx the nodes and edges of the actor graph."""
    stream = BytesIO(exported(example_graph, name))
    found = (
        nx.read_gexf(stream) if name == "gexf" else nx.read_graphml(stream, edge_key_type=str, force_multigraph=True)
    )
    wanted = analyse.actors(example_graph.graph, example_graph.ids)
    assert wanted.number_of_edges() > 10
    assert {n: found.nodes[n]["label"] for n in found} == {n: wanted.nodes[n]["label"] for n in wanted}
    assert sorted(found.edges(data="event")) == sorted(wanted.edges(keys=True))


# ------------------------------------------------------------------------------------------------ as it was


def full(*_: object, **__: object) -> Any:  # noqa: ANN401 (stands for functions of any kind)
    """A disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def after(number: int, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function itself the first times, then a full disk."""
    left = iter(range(number))
    return lambda *given, **named: full() if next(left, None) is None else function(*given, **named)


FULL: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "text layer": lambda patch: patch.setattr("kg.shards.os.fdopen", full),
    "first named graph": lambda patch: patch.setattr(contents, "exchange", full),
    "third named graph": lambda patch: patch.setattr(contents, "exchange", after(2, contents.exchange)),
    "difference": lambda patch: patch.setattr(contents, "change", full),
    "digest": lambda patch: patch.setattr(contents, "totals", full),
    "report that is begun": lambda patch: patch.setattr(Path, "write_text", full),
    "report": lambda patch: patch.setattr(Path, "write_text", after(1, Path.write_text)),
    "snapshot": lambda patch: patch.setattr(Path, "rename", full),
}
at_each_place = pytest.mark.parametrize("place", FULL)


@at_each_place
def test_full_disk_leaves_the_graph_as_it_was(graph: NewsGraph, folder: Path, place: str) -> None:
    """A build that a full disk ends, wherever that is, changes nothing that a reader sees."""
    before, told = digest(graph), graph.info()
    with pytest.MonkeyPatch.context() as patch:
        FULL[place](patch)
        with pytest.raises(StoreError, match="space"):
            graph.build([folder / "roads.txt"])
    assert digest(graph) == before
    with kg.open(graph.folder) as fresh:
        assert fresh.info() == told


@at_each_place
def test_build_that_was_cut_off_is_no_part_of_the_next(graph: NewsGraph, folder: Path, place: str) -> None:
    """What a build left behind that a full disk ended does not come in with other documents later."""
    before = graph.info()["last build"]["digest"]
    with pytest.MonkeyPatch.context() as patch:
        FULL[place](patch)
        with pytest.raises(StoreError):
            graph.build([folder / "roads.txt"])
    report = graph.build([folder / "trawler.txt"])
    assert (report["documents"], report["digest"]) == (1, before)


@at_each_place
def test_build_that_was_cut_off_can_be_run_again(graph: NewsGraph, folder: Path, place: str) -> None:
    """Run again once there is room, a build gives the digest that it would have given."""
    with kg.open(shutil.copytree(graph.folder, folder / "other.kg")) as other:
        wanted = other.build([folder / "roads.txt"])["digest"]
    with pytest.MonkeyPatch.context() as patch:
        FULL[place](patch)
        with pytest.raises(StoreError):
            graph.build([folder / "roads.txt"])
    assert graph.build([folder / "roads.txt"])["digest"] == wanted


@pytest.mark.parametrize("place", ["difference", "report", "snapshot"])
def test_full_disk_while_removing_leaves_the_graph_as_it_was(graph: NewsGraph, place: str) -> None:
    """A removal that a full disk ends changes nothing, neither for readers nor in what the next build reads."""
    before = digest(graph)
    (document,) = rows(graph, "SELECT ?d { ?d a nif:Context }")
    with pytest.MonkeyPatch.context() as patch:
        FULL[place](patch)
        with pytest.raises(StoreError, match="space"):
            graph.remove(document[0])
    assert digest(graph) == before
    assert len(graph.shards.ids()) == 1


def test_first_build_on_a_full_disk_can_be_run_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first build that was cut off leaves a folder in which the same build works."""
    graph = kg.open(folder / "new.kg")
    with monkeypatch.context() as patch:
        patch.setattr(contents, "checked", full)
        with pytest.raises(StoreError, match="space"):
            graph.build([folder / "trawler.txt"])
    assert graph.build([folder / "trawler.txt"])["documents"] == 1


def test_missing_model_makes_nothing(folder: Path) -> None:
    """With a pipeline that is not installed, a first build ends before it makes a store."""
    (folder / "new.kg").mkdir()
    (folder / "new.kg" / "kg.toml").write_text('[annotate]\nmodel = "no_such_pipeline"\n')
    with pytest.raises(ModelError, match="'no_such_pipeline' is not installed"):
        kg.open(folder / "new.kg").build([folder / "trawler.txt"])
    assert [path.name for path in (folder / "new.kg").iterdir()] == ["kg.toml"]


def test_readers_keep_what_they_opened(graph: NewsGraph, folder: Path) -> None:
    """A graph that is open to read stays as it was opened while another object builds into it."""
    before = graph.graph.digest()
    kg.open(graph.folder).build([folder / "roads.txt"])
    assert graph.graph.digest() == before
    assert digest(graph) != before


def test_nothing_was_built_here(tmp_path: Path) -> None:
    """A folder that is not there is no graph; the error says how to make one, and nothing is made."""
    with pytest.raises(StoreError, match="there is no graph here; make one with `kg build"):
        kg.open(tmp_path / "none.kg").ask("facts")
    assert not (tmp_path / "none.kg").exists()


# ------------------------------------------------------------------------------------------------ networks


def network_of_store(graph: NewsGraph) -> list[Any]:
    """The edges of the actor graph as the store has them."""
    return list(analyse.actors(graph.graph, graph.ids).edges(keys=True, data=True))


def test_a_build_leaves_the_edges(graph: NewsGraph, folder: Path) -> None:
    """After an addition, and after a removal, the table of edges says what the store says."""
    graph.build([folder / "roads.txt"])
    left = networks.left(graph.folder)
    assert left is not None
    added = list(analyse.actors(left, graph.ids).edges(keys=True, data=True))
    assert added
    assert added == network_of_store(graph)
    (document,) = rows(graph, "SELECT ?d { ?d nif:isString ?t FILTER (CONTAINS(?t, 'Kenya')) }")
    graph.remove(document[0])
    left = networks.left(graph.folder)
    assert left is not None
    assert list(analyse.actors(left, graph.ids).edges(keys=True, data=True)) == network_of_store(graph) != added


def test_edges_of_an_older_store_are_not_used(graph: NewsGraph) -> None:
    """Once somebody else has written to the store, the network comes from it."""
    graph.build()
    with Graph.open(graph.folder) as store:
        store.drop(graph.ids.graph("world"))
    assert networks.left(graph.folder) is None
    assert graph.network().number_of_nodes() == 0
