"""A graph, and servers to send it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.ids import Ids
from kg.store import Graph
from kg.store.remote import Client, addresses
from tests.servers import oxigraph, virtuoso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.config import StoreConfig

IDS = Ids()


def lines(name: str, number: int, *, words: str = "well") -> list[Quad]:
    """So many quads of a named graph."""
    graph = NamedNode(name)
    return [Quad(NamedNode(f"urn:s:{n}"), NamedNode("urn:p"), Literal(f"{words} {n}"), graph) for n in range(number)]


@pytest.fixture
def graph() -> Iterator[Graph]:
    """Five documents, their world, and a graph of the user's own."""
    with Graph.memory() as made:
        for n in range(5):
            name = IDS.document_graph(f"d{n}")
            made.replace(name, lines(name, 4 + n))
        for name in (IDS.graph("world"), IDS.graph("runs"), "urn:own"):
            made.replace(name, lines(name, 30))
        yield made


@pytest.fixture(scope="module")
def _oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreConfig]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="module")
def _virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreConfig]:
    with pytest.MonkeyPatch.context() as patch, virtuoso(tmp_path_factory.mktemp("virtuoso") / "db", patch) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> StoreConfig:
    """A server that runs; it holds nothing of ours, and one graph of somebody else's."""
    found: StoreConfig = request.getfixturevalue(f"_{request.param}")
    told = addresses(found)
    assert told is not None
    with Client(told, found) as client:
        rows = client.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        for name in {row["g"] for row in rows if row["g"].startswith((IDS.base, "urn:"))}:
            client.update(f"DROP SILENT GRAPH <{name}>")
        client.update("INSERT DATA { GRAPH <urn:theirs> { <urn:s> <urn:p> 'theirs' } }")
    return found
