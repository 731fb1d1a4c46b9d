"""Sending a graph to servers that really run: Oxigraph's, and Virtuoso where it is installed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import store
from kg.errors import StoreError
from kg.ids import VOCABULARIES, Ids
from kg.store.remote import Client, Sent, Step, Version, addresses, send
from kg.store.remote.record import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.config import StoreConfig
    from kg.store import Graph

IDS = Ids()
WORLD, RECORD, RUNS = (IDS.graph(name) for name in ("world", "store", "runs"))


def to(server: StoreConfig, *, graph_store: bool = True) -> Client:
    """A client of a server, which may do without its graph store."""
    told = addresses(server)
    assert told is not None
    return Client(told if graph_store else replace(told, graphs=""), server)


def lines(name: str, number: int, *, words: str = "well") -> list[Quad]:
    """So many quads of a named graph."""
    graph = NamedNode(name)
    return [Quad(NamedNode(f"urn:s:{n}"), NamedNode("urn:p"), Literal(f"{words} {n}"), graph) for n in range(number)]


def sent(graph: Graph, server: StoreConfig, *, step: Step | None = None, graph_store: bool = True) -> Sent:
    """What a server was sent of a graph."""
    with to(server, graph_store=graph_store) as client:
        return send(graph, client, server, IDS, step=step)


def names(server: StoreConfig) -> list[str]:
    """The named graphs that a server has of ours, but for the record, and of others."""
    with to(server) as client:
        rows = client.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    return sorted(row["g"] for row in rows if row["g"].startswith((IDS.base, "urn:")) and row["g"] != RECORD)


def ours(graph: Graph) -> list[str]:
    """The named graphs of the project."""
    return [name for name in graph.graphs() if name.startswith(IDS.base)]


def total(graph: Graph) -> int:
    """The total of the project's named graphs."""
    return store.total(quad for name in ours(graph) for quad in graph.quads(name))


def total_there(server: StoreConfig, graphs: Iterable[str]) -> int:
    """The total of what a server gives back of named graphs."""
    with to(server) as client:
        return store.total(store.normal(quad for name in graphs for quad in client.quads(name)))


def holds(server: StoreConfig, graph: Graph) -> bool:
    """Whether a server has the named graphs of the project, and of others what it had."""
    there = names(server)
    return there == sorted([*ours(graph), "urn:theirs"]) and total_there(server, ours(graph)) == total(graph)


@pytest.mark.parametrize("graph_store", [True, False])
@pytest.mark.parametrize("sizes", [{}, {"batch_quads": 5}, {"batch_quads": 3, "whole_quads": 10}])
def test_server_holds_what_the_graph_holds(
    server: StoreConfig, graph: Graph, sizes: dict[str, Any], *, graph_store: bool
) -> None:
    """Together, each by itself or in pieces: the digest of what a server has is that of the graph."""
    sized = replace(server, **sizes)
    assert sent(graph, sized, graph_store=graph_store).graphs == len(ours(graph))
    assert holds(server, graph)


def test_nothing_is_sent_twice(server: StoreConfig, graph: Graph) -> None:
    """A server that has everything is sent nothing."""
    sent(graph, server)
    assert sent(graph, server) == Sent(graphs=0, quads=0, removed=0)


def test_only_what_differs_is_sent(server: StoreConfig, graph: Graph) -> None:
    """A document that changed is sent as a whole, one that is gone is removed, all else is left."""
    sent(graph, server)
    changed, gone = IDS.document_graph("d1"), IDS.document_graph("d2")
    graph.replace(changed, lines(changed, 7, words="dam"))
    graph.drop(gone)
    assert sent(graph, server) == Sent(graphs=1, quads=7, removed=1)
    assert holds(server, graph)


def test_store_that_was_emptied_gets_everything(server: StoreConfig, graph: Graph) -> None:
    """With the graphs their record is gone, so they are sent again."""
    sent(graph, server)
    with to(server) as client:
        for name in (*ours(graph), RECORD):
            client.update(f"DROP SILENT GRAPH <{name}>")
    assert sent(graph, server).graphs == len(ours(graph))
    assert holds(server, graph)


def test_graph_that_somebody_took_is_sent_again(server: StoreConfig, graph: Graph) -> None:
    """That the record tells of a graph is not enough: its quads are counted."""
    sent(graph, server)
    with to(server) as client:
        client.update(f"DROP SILENT GRAPH <{IDS.document_graph('d3')}>")
    assert sent(graph, server).graphs == 1
    assert holds(server, graph)


def test_what_was_cut_off_is_finished(server: StoreConfig, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sending that ends anywhere leaves no half document, and the next one sends the rest."""
    small = replace(server, batch_quads=5, whole_quads=10)
    for turn in range(3):
        left = iter(range(4 + 3 * turn))

        def breaks(self: Client, *given: Any, left: Any = left, asked: Any = Client._asked, **named: Any) -> Any:  # noqa: ANN401 (stands for a method)
            if next(left, None) is None:
                message = "the cable is out"
                raise StoreError(message)
            return asked(self, *given, **named)

        with monkeypatch.context() as patch:
            patch.setattr(Client, "_asked", breaks)
            with pytest.raises(StoreError, match="cable"):
                sent(graph, small)
        with to(server) as client:
            for name in ours(graph):
                there = list(client.quads(name))
                assert len(there) in {0, graph.count(name)}
    sent(graph, small)
    assert holds(server, graph)


@pytest.mark.parametrize("server", ["oxigraph"], indirect=True)
@pytest.mark.parametrize("sizes", [{}, {"batch_quads": 9000}, {"batch_quads": 500, "whole_quads": 1000}])
def test_reader_of_a_server_sees_no_half_graph(server: StoreConfig, graph: Graph, sizes: dict[str, Any]) -> None:
    """By its graph store, by an update or in pieces: a graph is there as it was or as it comes, to whoever looks."""
    sent(graph, server)
    graph.replace(WORLD, lines(WORLD, 4000, words="dam"))
    seen: set[int] = set()
    with to(server) as client, ThreadPoolExecutor(1) as pool:
        sending = pool.submit(sent, graph, replace(server, **sizes))
        while not sending.done():
            seen.add(counted([WORLD], client)[WORLD])
        sending.result()
        seen.add(counted([WORLD], client)[WORLD])
    assert seen <= {30, 4000}
    assert holds(server, graph)


# ------------------------------------------------------------------------------------------------ by steps


def stepping(graph: Graph) -> Step:
    """What a build changes: a document comes, one goes, and the world is another; and it notes its run."""
    versions = {name: found for name, found in graph.totals().items() if name.startswith(IDS.base) and name != RUNS}
    before = Version(
        quads=sum(quads for quads, _ in versions.values()),
        total=sum(total for _, total in versions.values()) % 2**256,
    )
    came, gone = IDS.document_graph("d9"), IDS.document_graph("d0")
    new = [*lines(came, 3), *lines(WORLD, 2, words="dam"), *lines(RUNS, 2, words="run")]
    taken = lines(WORLD, 3)
    graph.change(new=new, gone=taken, dropped=[gone])
    return Step(before=before, new=new, gone=taken, dropped=[gone])


def test_a_step_is_enough(server: StoreConfig, graph: Graph) -> None:
    """A server that has what was there before is sent what a build changed, and no graph as a whole."""
    sent(graph, server)
    step = stepping(graph)
    assert sent(graph, server, step=step) == Sent(graphs=0, quads=10, removed=1, step=True)
    assert holds(server, graph)
    assert sent(graph, server) == Sent(graphs=0, quads=0, removed=0)


def test_a_step_may_be_done_twice(server: StoreConfig, graph: Graph) -> None:
    """An update that was done and of which the answer was lost is done once more, and nothing is other than it was."""
    sent(graph, server)
    step = stepping(graph)
    with to(server) as client:
        update = client.update
        client.update = lambda text: (update(text), update(text))[0]  # type: ignore[method-assign]  # the method, twice
        send(graph, client, server, IDS, step=step)
    assert holds(server, graph)


def test_server_that_missed_a_build_gets_what_it_lacks(server: StoreConfig, graph: Graph) -> None:
    """A step from what the server has not is no use to it: every graph is compared."""
    sent(graph, server)
    world = lines(WORLD, 9, words="missed")
    graph.replace(WORLD, world)
    step = stepping(graph)
    assert not sent(graph, server, step=step).step
    assert holds(server, graph)


def test_runs_that_a_server_missed_come_with_a_step(server: StoreConfig, graph: Graph) -> None:
    """Builds that changed nothing but noted a run do not make a step useless."""
    sent(graph, server)
    graph.change(new=lines(RUNS, 4, words="missed"))
    assert sent(graph, server, step=stepping(graph)).step
    assert holds(server, graph)


# ------------------------------------------------------------------------------------------------ what it does to terms

TERMS: list[Literal | NamedNode] = [
    Literal("true", datatype=NamedNode(VOCABULARIES["xsd"] + "boolean")),
    Literal("2023-11-23", datatype=NamedNode(VOCABULARIES["xsd"] + "date")),
    Literal("2023-11-23T10:11:12Z", datatype=NamedNode(VOCABULARIES["xsd"] + "dateTime")),
    Literal("25000", datatype=NamedNode(VOCABULARIES["xsd"] + "integer")),
    Literal("40", datatype=NamedNode(VOCABULARIES["xsd"] + "nonNegativeInteger")),
    Literal("0.95", datatype=NamedNode(VOCABULARIES["xsd"] + "decimal")),
    Literal("2000000", datatype=NamedNode(VOCABULARIES["xsd"] + "decimal")),
    Literal("http://post.example/1", datatype=NamedNode(VOCABULARIES["xsd"] + "anyURI")),
    Literal("P3D", datatype=NamedNode(VOCABULARIES["xsd"] + "duration")),
    Literal("P2M", datatype=NamedNode(VOCABULARIES["xsd"] + "duration")),
    Literal("Norland", language="en"),
    Literal('Smørøya “said”\nC:\\wells\t"no" 🌊'),
    Literal("A long report. " * 5000),
    Literal(""),
    NamedNode("https://post.example/wells?day=5&page=2#end"),
]


@pytest.mark.parametrize("graph_store", [True, False])
def test_terms_come_back_as_they_were(server: StoreConfig, graph: Graph, *, graph_store: bool) -> None:
    """Every kind of term that the project writes comes back from a server as it went."""
    name = NamedNode(IDS.graph("world"))
    graph.replace(name.value, [Quad(NamedNode(f"urn:s:{n}"), NamedNode("urn:p"), t, name) for n, t in enumerate(TERMS)])
    sent(graph, replace(server, batch_quads=1500 if not graph_store else 5), graph_store=graph_store)
    with to(server) as client:
        assert set(client.quads(name.value)) == set(graph.quads(name.value))
