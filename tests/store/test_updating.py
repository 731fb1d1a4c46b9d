"""Updates and whole graphs by a user's hand: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import InputError, QueryError, StoreError
from kg.store import Dataset, Graph, Ledger, updating
from kg.store.updating import Payload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINE = "urn:mine"


@pytest.fixture
def graph() -> Iterator[Graph]:
    """A graph in memory with a triple in a named graph."""
    made = Graph.memory()
    made.replace(MINE, [Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("old"), NamedNode(MINE))])
    yield made
    made.close()


def turtle(text: str, base: str = "http://example.org/") -> Payload:
    """A payload of Turtle."""
    return Payload(content=text.encode(), media_type="text/turtle", base=base)


def values(graph: Graph, name: str) -> set[str]:
    """The objects of the triples of a graph."""
    return {quad.object.value for quad in graph.quads(name) if isinstance(quad.object, Literal | NamedNode)}


# ------------------------------------------------------------------------------------------------ updates


def test_an_update_knows_prefixes_and_base(graph: Graph) -> None:
    """Prefixes need not be declared, and relative IRIs are relative to the base."""
    updating.update(graph, "INSERT DATA { p:a p:b <c> }", prefixes={"p": "urn:"}, base="http://example.org/x")
    assert values(graph, "") == {"http://example.org/c"}


def test_where_of_an_update_matches_the_data_set(graph: Graph) -> None:
    """WHERE matches the default graph, which is empty here, unless a data set is named."""
    copy = "INSERT { ?s <urn:copied> ?o } WHERE { ?s ?p ?o }"
    updating.update(graph, copy, prefixes={})
    assert values(graph, "") == set()
    updating.update(graph, copy, prefixes={}, using=Dataset(default=(MINE,)))
    assert values(graph, "") == {"old"}


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA {",
        "SELECT * { ?s ?p ?o }",
        "LOAD <http://example.org/x>",
        "INSERT {} WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "DROP GRAPH <urn:none>",
        f"INSERT {{}} WHERE {{ {'{' * 300}{'}' * 300} }}",
    ],
)
def test_an_update_that_is_refused(graph: Graph, text: str) -> None:
    """What is wrong, is a query, asks another machine, is too deep or cannot be done is an error of the update."""
    with pytest.raises(QueryError):
        updating.update(graph, text, prefixes={})


def test_a_host_that_is_allowed_but_does_not_answer(graph: Graph) -> None:
    """LOAD of an allowed host that gives nothing is an error of the update, not of the store."""
    with pytest.raises(QueryError):
        updating.update(graph, "LOAD <http://127.0.0.1:9/x>", prefixes={}, federation=["127.0.0.1:9"])


def test_a_graph_that_is_only_read_is_not_updated(tmp_path: Path) -> None:
    """An update needs a graph that was opened to write."""
    Graph.open(tmp_path / "news.kg").close()
    with Graph.read(tmp_path / "news.kg") as graph, pytest.raises(StoreError, match="opened to read"):
        updating.update(graph, "CLEAR ALL", prefixes={})


# ------------------------------------------------------------------------------------------------ graphs


@pytest.mark.parametrize("much", [0, 10**9])
def test_a_graph_is_written(graph: Graph, much: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new graph has all of the triples, whether it is written at once or in bulk."""
    monkeypatch.setattr(updating, "MUCH", much)
    assert updating.write(graph, "urn:new", [turtle("<a> <b> 1, 2 .")], replace=True)
    assert values(graph, "urn:new") == {"1", "2"}


@pytest.mark.parametrize("much", [0, 10**9])
def test_a_graph_is_added_to(graph: Graph, much: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added stands beside what was there."""
    monkeypatch.setattr(updating, "MUCH", much)
    assert not updating.write(graph, MINE, [turtle("<a> <b> 1 ."), turtle("<a> <b> 2 .")], replace=False)
    assert values(graph, MINE) == {"old", "1", "2"}


@pytest.mark.parametrize("much", [0, 10**9])
def test_a_graph_is_replaced_or_left_as_it_was(graph: Graph, much: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A payload that breaks off in its middle changes nothing, in every way of writing it."""
    monkeypatch.setattr(updating, "MUCH", much)
    broken = turtle("<a> <b> 1 .\n<a> <b> oops .")
    for replace, name in ((True, MINE), (False, MINE), (True, "urn:new")):
        with pytest.raises(InputError, match="line 2"):
            updating.write(graph, name, [broken], replace=replace)
    assert (values(graph, MINE), graph.graphs()) == ({"old"}, (MINE,))


def test_the_default_graph_is_new_while_it_is_empty(graph: Graph) -> None:
    """The default graph counts as absent until something is in it."""
    assert updating.write(graph, "", [turtle("<a> <b> 1 .")], replace=True)
    assert not updating.write(graph, "", [turtle("<a> <b> 2 .")], replace=True)
    assert values(graph, "") == {"2"}


def test_blank_nodes_of_a_user_are_kept(graph: Graph) -> None:
    """A graph of a user's may have blank nodes, those of each payload its own."""
    updating.write(graph, "urn:new", [turtle("_:x <b> [] ."), turtle("_:x <b> 1 .")], replace=True)
    assert len({quad.subject for quad in graph.quads("urn:new") if isinstance(quad.subject, BlankNode)}) == 2


@pytest.mark.parametrize("much", [0, 10**9])
def test_a_data_set_is_merged(graph: Graph, much: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each quad goes to the graph that it names, or to the default graph."""
    monkeypatch.setattr(updating, "MUCH", much)
    text = "<urn:mine> { <urn:a> <urn:b> 1 } <urn:a> <urn:b> 2 ."
    assert updating.merge(graph, [Payload(content=text.encode(), media_type="application/trig")]) == {"", MINE}
    assert (values(graph, MINE), values(graph, "")) == ({"old", "1"}, {"2"})


def test_a_graph_named_by_a_blank_node(graph: Graph) -> None:
    """A data set with a graph that nobody could ask for is refused whole."""
    text = "<urn:a> <urn:b> 2 . _:g { <urn:a> <urn:b> 1 }"
    with pytest.raises(InputError, match="blank node"):
        updating.merge(graph, [Payload(content=text.encode(), media_type="application/trig")])
    assert values(graph, "") == set()


def test_named_graphs_do_not_go_into_one_graph(graph: Graph) -> None:
    """A payload for one graph has no named graphs."""
    payload = Payload(content=b"<urn:g> { <urn:a> <urn:b> 1 }", media_type="application/trig")
    with pytest.raises(InputError, match="triples alone"):
        updating.write(graph, MINE, [payload], replace=True)


def test_a_payload_of_another_type(graph: Graph) -> None:
    """What is no format of RDF 1.1 is refused."""
    with pytest.raises(InputError, match="text/turtle"):
        updating.write(graph, MINE, [Payload(content=b"", media_type="text/n3")], replace=True)


def test_a_context_elsewhere_is_not_fetched(graph: Graph) -> None:
    """JSON-LD that names a context by its address is refused: nobody is asked for it."""
    content = b'{"@context": "http://127.0.0.1:9/context", "name": "x"}'
    with pytest.raises(InputError):
        updating.write(graph, MINE, [Payload(content=content, media_type="application/ld+json")], replace=True)


def test_a_graph_is_dropped(graph: Graph) -> None:
    """A graph is there until it is dropped; the default graph always is."""
    assert [updating.drop(graph, name) for name in (MINE, MINE, "")] == [True, False, True]
    assert not updating.present(graph, MINE)


def test_a_payload_in_a_file(graph: Graph, tmp_path: Path) -> None:
    """A payload may be the path of a file; one that is gone is an error of the store."""
    path = tmp_path / "payload.ttl"
    path.write_text("<urn:a> <urn:b> 1 .")
    updating.write(graph, MINE, [Payload(content=path, media_type="text/turtle")], replace=True)
    assert values(graph, MINE) == {"1"}
    path.unlink()
    with pytest.raises(StoreError):
        updating.write(graph, MINE, [Payload(content=path, media_type="text/turtle")], replace=True)


# ------------------------------------------------------------------------------------------------ beside a build


def test_a_graph_with_blank_nodes_is_exchanged(graph: Graph) -> None:
    """What a user put into a graph of the project's is gone when that is written anew, blank nodes too."""
    updating.write(graph, MINE, [turtle("_:x <b> _:x .")], replace=False)
    wanted = Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("old"), NamedNode(MINE))
    graph.replace(MINE, [wanted])
    assert list(graph.quads()) == [wanted]


def test_graphs_are_listed_and_digested_by_how_their_names_begin(graph: Graph) -> None:
    """The digest of the graphs that begin alike does not depend on others, nor on the default graph."""
    before = graph.digest(within="urn:m")
    updating.update(graph, "INSERT DATA { <urn:a> <urn:b> 1 GRAPH <urn:other> { _:a <urn:b> 2 } }", prefixes={})
    assert graph.digest(within="urn:m") == before == graph.digest(["urn:other"])
    assert graph.graphs("urn:m") == (MINE,)


def test_a_ledger_is_given_up_or_put_back(tmp_path: Path) -> None:
    """A ledger is gone after what makes it of no use, unless that failed."""
    Ledger.make(tmp_path).publish()

    def failing() -> None:
        with Ledger.given_up(tmp_path):
            assert Ledger.open(tmp_path) is None
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    ledger = Ledger.open(tmp_path)
    assert ledger is not None
    ledger.close()
    with Ledger.given_up(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_released_is_not_published(tmp_path: Path) -> None:
    """A store that is let go of shows readers what was published before, and the next writer has all of it."""
    with Graph.open(tmp_path / "news.kg"):
        pass
    graph = Graph.open(tmp_path / "news.kg")
    updating.update(graph, "INSERT DATA { <urn:a> <urn:b> 1 }", prefixes={})
    graph.release()
    with Graph.read(tmp_path / "news.kg") as read:
        assert len(read) == 0
    with Graph.open(tmp_path / "news.kg") as again:
        assert len(again) == 1
