"""A server that really listens."""

from __future__ import annotations

import queue
import socket
import threading
from typing import TYPE_CHECKING

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import ResultRow

from kg.errors import ConfigError
from kg.ids import Ids
from kg.serve import Serving, serve
from kg.serve.running import _local, _url, announce
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def graph() -> Graph:
    """One triple."""
    graph = Graph.memory()
    graph.bulk([Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("Ísland"), NamedNode("urn:g"))])
    return graph


@pytest.fixture
def serving(graph: Graph) -> Iterator[Serving]:
    """A server in the background, on a free port, that ends with the test."""
    ready: queue.Queue[Serving] = queue.Queue()
    thread = threading.Thread(target=serve, args=(graph,), kwargs={"ids": Ids(), "ready": ready.put})
    thread.start()
    made = ready.get(timeout=10)
    yield made
    made.stop()
    thread.join(timeout=10)
    assert not thread.is_alive()


def test_answers_over_http(serving: Serving) -> None:
    """A query over HTTP is answered on a free port of this machine."""
    answer = httpx.get(f"{serving.url}sparql", params={"query": "SELECT ?o { ?s ?p ?o }"}, trust_env=False)
    assert (serving.url[:17], answer.json()["results"]["bindings"][0]["o"]["value"]) == ("http://127.0.0.1:", "Ísland")


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_is_answered(serving: Serving, method: str, form: str) -> None:
    """The SPARQL client of rdflib reads the answers, however it asks."""
    store = SPARQLStore(f"{serving.url}sparql", method=method, returnFormat=form)
    assert [str(binding[0]) for binding in store.query("SELECT ?o { ?s ?p ?o }") if isinstance(binding, ResultRow)] == [
        "Ísland"
    ]


def test_port_in_use_is_said(graph: Graph) -> None:
    """A port that another holds is refused in one line."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        with pytest.raises(ConfigError, match=rf"127\.0\.0\.1 port {port} cannot be listened on .*; name another port"):
            serve(graph, ids=Ids(), port=port)


def test_host_that_does_not_exist_is_said(graph: Graph) -> None:
    """A host that is not an address of this machine is refused."""
    with pytest.raises(ConfigError, match="cannot be listened on"):
        serve(graph, ids=Ids(), host="192.0.2.1")


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("192.0.2.1", False), ("a.example", False)],
)
def test_local_addresses(host: str, local: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """Only addresses of this machine alone are local."""
    assert _local(host) is local


def test_url_of_an_ipv6_address() -> None:
    """An IPv6 address stands in brackets."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        assert _url("::1", held) == f"http://[::1]:{held.getsockname()[1]}/"


def test_announcement(capsys: pytest.CaptureFixture[str]) -> None:
    """A person is told where to go."""
    announce(Serving(url="http://127.0.0.1:7878/", stop=lambda: None))
    assert "http://127.0.0.1:7878/sparql" in capsys.readouterr().out
