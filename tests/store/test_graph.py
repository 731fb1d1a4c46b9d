"""Named graphs: exchanging, counting and digesting what they hold."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from kg.errors import InputError, StoreError
from kg.store import Graph, normal, shown, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORLD, FACTS = "urn:graph:world", "urn:graph:facts"


def quad(text: str, graph: str = WORLD) -> Quad:
    """A quad that says ``text``."""
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text), NamedNode(graph))


@pytest.fixture(params=["memory", "disk"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Graph]:
    """An empty graph, of both kinds."""
    made = Graph.memory() if request.param == "memory" else Graph.open(tmp_path / "news.kg")
    yield made
    made.close()


def test_replace_exchanges_one_graph(graph: Graph) -> None:
    """A graph holds exactly what it was replaced by, and others are untouched."""
    graph.replace(FACTS, [quad("kept", FACTS)])
    graph.replace(WORLD, [quad("a"), quad("b")])
    graph.replace(WORLD, [quad("b"), quad("c"), quad("c")])
    assert set(graph.quads()) == {quad("kept", FACTS), quad("b"), quad("c")}


def test_replace_is_all_or_nothing(graph: Graph) -> None:
    """An error while the quads come leaves the graph as it was."""
    graph.replace(WORLD, [quad("a")])

    def broken() -> Iterator[Quad]:
        yield quad("b")
        message = "the file ends too early"
        raise InputError(message)

    with pytest.raises(InputError):
        graph.replace(WORLD, broken())
    assert list(graph.quads()) == [quad("a")]


def test_replace_by_nothing_forgets_the_graph(graph: Graph) -> None:
    """A graph without quads has no name left."""
    graph.replace(WORLD, [quad("a")])
    graph.replace(WORLD, [])
    assert graph.graphs() == ()


def test_drop_removes_one_graph(graph: Graph) -> None:
    """Dropping removes one graph, and one that is not there does no harm."""
    graph.replace(WORLD, [quad("a")])
    graph.replace(FACTS, [quad("b", FACTS)])
    graph.drop(WORLD)
    graph.drop("urn:graph:none")
    assert graph.graphs() == (FACTS,)


def test_graphs_are_sorted(graph: Graph) -> None:
    """Names of graphs come sorted."""
    for name in ("urn:b", "urn:c", "urn:a"):
        graph.replace(name, [quad("x", name)])
    assert graph.graphs() == ("urn:a", "urn:b", "urn:c")


def test_quads_of_another_graph_are_refused(graph: Graph) -> None:
    """A quad that belongs elsewhere is refused, and nothing is written."""
    with pytest.raises(StoreError, match="expected <urn:graph:world>"):
        graph.replace(WORLD, [quad("a"), quad("b", FACTS)])
    assert len(graph) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("x"), DefaultGraph()),
        Quad(BlankNode(), NamedNode("urn:p"), Literal("x"), NamedNode(WORLD)),
        Quad(NamedNode("urn:s"), NamedNode("urn:p"), BlankNode(), NamedNode(WORLD)),
    ],
)
@pytest.mark.parametrize("write", [Graph.bulk, lambda graph, quads: graph.replace(WORLD, quads)])
def test_blank_nodes_and_the_default_graph_are_refused(write: Callable[[Graph, list[Quad]], None], wrong: Quad) -> None:
    """A quad with a blank node, or in no named graph, is refused, and nothing is written."""
    graph = Graph.memory()
    with pytest.raises(StoreError, match=r"^a quad .*; expected "):
        write(graph, [quad("a"), wrong])
    assert len(graph) == 0


def test_graph_name_must_be_an_iri() -> None:
    """A name that is no IRI is refused."""
    with pytest.raises(StoreError, match="'world' names no graph"):
        Graph.memory().replace("world", [])


def test_bulk_is_all_or_nothing(graph: Graph) -> None:
    """An error while the quads come leaves nothing of a bulk load."""

    def broken() -> Iterator[Quad]:
        yield from (quad(str(number)) for number in range(5000))
        message = "the file ends too early"
        raise InputError(message)

    with pytest.raises(InputError):
        graph.bulk(broken())
    assert (len(graph), graph.graphs()) == (0, ())


def test_counts(graph: Graph) -> None:
    """Quads are counted by graph and in all."""
    graph.bulk([quad("a"), quad("b"), quad("c", FACTS)])
    assert (graph.count(WORLD), graph.count(), len(graph)) == (2, 3, 3)


def test_quads_of_one_graph(graph: Graph) -> None:
    """Only the quads of the graph asked for come."""
    graph.bulk([quad("a"), quad("b"), quad("c", FACTS)])
    assert set(graph.quads(WORLD)) == {quad("a"), quad("b")}


def test_contains(graph: Graph) -> None:
    """A quad is in the graph or not."""
    graph.bulk([quad("a")])
    assert (quad("a") in graph, quad("b") in graph) == (True, False)


def test_empty_graph_is_true() -> None:
    """An empty graph is still a graph."""
    assert Graph.memory()


# ------------------------------------------------------------------------------------------------ digest


def test_digest_ignores_the_order_of_writing() -> None:
    """Equal quads have one digest, however they were written."""
    one, other = Graph.memory(), Graph.memory()
    one.bulk([quad("a"), quad("b"), quad("c", FACTS)])
    other.replace(FACTS, [quad("c", FACTS)])
    other.replace(WORLD, [quad("x"), quad("b")])
    other.replace(WORLD, [quad("b"), quad("a")])
    assert one.digest() == other.digest()


def test_digest_is_that_of_the_lines() -> None:
    """The digest is the sum of the SHA-256 of the N-Quads lines."""
    graph = Graph.memory()
    graph.bulk([quad("b"), quad("a"), quad("c", FACTS)])
    lines = (
        b'<urn:s> <urn:p> "c" <urn:graph:facts> .\n'
        b'<urn:s> <urn:p> "a" <urn:graph:world> .\n'
        b'<urn:s> <urn:p> "b" <urn:graph:world> .\n'
    )
    total = sum(int.from_bytes(hashlib.sha256(line).digest()) for line in lines.splitlines())
    assert graph.digest() == f"{total % 2**256:064x}"


def test_digest_leaves_graphs_out() -> None:
    """What is left out has no part in the digest."""
    graph = Graph.memory()
    graph.bulk([quad("a"), quad("b", FACTS)])
    before = graph.digest([FACTS])
    graph.replace(FACTS, [quad("c", FACTS)])
    assert graph.digest({FACTS}) == before


def test_digest_after_adding_and_removing(graph: Graph) -> None:
    """Adding a graph and removing it leaves the digest as it was."""
    graph.replace(WORLD, [quad("a")])
    before = graph.digest()
    graph.replace(FACTS, [quad("b", FACTS)])
    graph.drop(FACTS)
    assert graph.digest() == before


def test_digest_tells_graphs_apart() -> None:
    """One triple in two graphs gives two digests."""
    one, other = Graph.memory(), Graph.memory()
    one.bulk([quad("a", WORLD)])
    other.bulk([quad("a", FACTS)])
    assert one.digest() != other.digest()


# ------------------------------------------------------------------------------------------------ terms

TEXTS = st.text(st.one_of(st.sampled_from("\\\"'{}<>#\n\r\t\0u0041 ."), st.characters(exclude_categories=["Cs"])))


@given(st.sets(st.one_of(TEXTS.map(quad), st.integers().map(lambda i: quad(str(i)))), min_size=1))
def test_any_text_comes_back(quads: set[Quad]) -> None:
    """Whatever a literal holds, replacing writes it as it is, and can remove it again."""
    graph = Graph.memory()
    graph.replace(WORLD, quads)
    assert set(graph.quads()) == quads
    graph.replace(WORLD, [quad("only")])
    assert set(graph.quads()) == {quad("only")}


@pytest.mark.parametrize(
    "term",
    [
        Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        Literal("2023-11-23", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
        Literal("نشر", language="ur"),
        NamedNode("https://example.org/قومی?a=(b)'c'&d=%20"),
    ],
)
def test_any_term_comes_back(term: Literal | NamedNode) -> None:
    """Datatypes, languages and IRIs beyond ASCII are kept."""
    graph = Graph.memory()
    wanted = Quad(NamedNode("urn:s"), NamedNode("urn:p"), term, NamedNode(WORLD))
    graph.replace(WORLD, [wanted])
    assert list(graph.quads()) == [wanted]


# ------------------------------------------------------------------------------------------------ ending


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    """A graph that was closed opens with what it held."""
    with Graph.open(tmp_path / "news.kg") as graph:
        graph.bulk([quad("a")])
    with Graph.open(tmp_path / "news.kg") as graph:
        assert list(graph.quads()) == [quad("a")]


def test_closed_graph_says_so(tmp_path: Path) -> None:
    """After it was closed, a graph answers nothing but one line."""
    graph = Graph.open(tmp_path / "news.kg")
    graph.close()
    with pytest.raises(StoreError, match="is closed"):
        graph.graphs()


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    """A graph can be closed twice."""
    graph = Graph.open(tmp_path / "news.kg")
    graph.close()
    graph.close()
    assert (tmp_path / "news.kg" / "snapshots" / "00000001").is_dir()


# ------------------------------------------------------------------------------------------------ differences


def test_change_takes_out_and_adds(graph: Graph) -> None:
    """A change takes out quads and whole named graphs, and adds quads to any."""
    graph.bulk([quad("a"), quad("b"), quad("c", FACTS)])
    graph.change(gone=[quad("a")], new=[quad("d"), quad("e", "urn:graph:other")], dropped=[FACTS])
    assert set(graph.quads()) == {quad("b"), quad("d"), quad("e", "urn:graph:other")}
    assert graph.graphs() == ("urn:graph:other", WORLD)


def test_change_is_all_or_nothing(graph: Graph) -> None:
    """A quad that the store does not take leaves everything as it was."""
    graph.bulk([quad("a")])
    with pytest.raises(StoreError):
        graph.change(gone=[quad("a")], new=[Quad(NamedNode("urn:s"), NamedNode("urn:p"), BlankNode(), DefaultGraph())])
    assert list(graph.quads()) == [quad("a")]


def test_digest_is_kept_by_what_changes(graph: Graph) -> None:
    """The digest before, less the total of what goes, with the total of what comes, is the digest after."""
    graph.bulk([quad("a"), quad("b")])
    before = int(graph.digest(), 16)
    graph.change(gone=[quad("a")], new=[quad("c", FACTS)])
    assert graph.digest() == shown(before - total([quad("a")]) + total([quad("c", FACTS)]))


def test_normal_quads_are_those_of_a_store(graph: Graph) -> None:
    """A number is normal as a store gives it back, however it was written."""
    number = Literal("2.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
    written = Quad(NamedNode("urn:s"), NamedNode("urn:p"), number, NamedNode(WORLD))
    graph.bulk([written])
    assert set(graph.quads()) == normal([written])
    assert graph.digest() == shown(total(normal([written])))


def test_totals_make_the_digest() -> None:
    """Each named graph has its number of quads and its part of the digest."""
    made = Graph.memory()
    made.bulk([quad("a"), quad("b"), quad("c", FACTS)])
    totals = made.totals()
    assert {name: number for name, (number, _) in totals.items()} == {WORLD: 2, FACTS: 1}
    assert shown(sum(value for _, value in totals.values())) == made.digest()
