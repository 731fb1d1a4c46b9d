"""A server that really listens, with workers in processes of their own."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import ResultRow

import kg
from kg.config import ServeConfig
from kg.errors import ConfigError, StoreError
from kg.serve import Serving, Settings, serve
from kg.serve.running import _url, announce, limits
from tests.serve import near

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERY = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n"
QUICK = ServeConfig(
    workers=1,
    connections=20,
    header_seconds=0.3,
    body_seconds=0.3,
    stalled_seconds=0.5,
    idle_seconds=0.4,
    longest_headers=4000,
    stop_seconds=2,
)


@contextmanager
def running(folder: Path, settings: Settings) -> Iterator[Serving]:
    """A server in the background that ends with the block."""
    ready: queue.Queue[Serving] = queue.Queue()
    thread = threading.Thread(target=serve, args=(folder, settings), kwargs={"ready": ready.put})
    thread.start()
    made = ready.get(timeout=30)
    try:
        yield made
    finally:
        made.stop()
        thread.join(timeout=30)
    assert not thread.is_alive()


@pytest.fixture(scope="module")
def serving(folder: Path) -> Iterator[Serving]:
    """A server with limits that are soon reached."""
    with running(folder, Settings(access_log=False, config=QUICK)) as made:
        yield made


def said(serving: Serving, *pieces: bytes, pause: float = 0.0) -> bytes:
    """All that the server answers to some bytes, up to where it closes the connection."""
    host, port = serving.url.removeprefix("http://").strip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        for piece in pieces:
            line.sendall(piece)
            time.sleep(pause)
        answer = b""
        while more := line.recv(65536):
            answer += more
        return answer


# ------------------------------------------------------------------------------------------------ answers


def test_answers_over_http(serving: Serving) -> None:
    """A query over HTTP is answered on a free port of this machine, and nothing is said of the server."""
    answer = httpx.get(f"{serving.url}sparql", params={"query": "SELECT ?o { ?s ?p ?o }"}, trust_env=False)
    values = {row["o"]["value"] for row in answer.json()["results"]["bindings"]}
    assert (serving.url[:17], values, "server" in answer.headers) == ("http://127.0.0.1:", {"one", "two"}, False)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_is_answered(serving: Serving, method: str, form: str) -> None:
    """The SPARQL client of rdflib reads the answers, however it asks."""
    store = SPARQLStore(f"{serving.url}sparql", method=method, returnFormat=form)
    found = store.query("SELECT ?o { ?s ?p ?o } ORDER BY ?o")
    assert [str(binding[0]) for binding in found if isinstance(binding, ResultRow)] == ["one", "two"]


LONG = "SELECT * { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(14)) + " }"  # 16,384 rows of two triples


def test_long_answer(serving: Serving) -> None:
    """An answer that is longer than memory is spent on comes whole."""
    headers = {"Accept-Encoding": "identity"}
    answer = httpx.get(f"{serving.url}sparql", params={"query": LONG}, headers=headers, trust_env=False, timeout=60)
    assert len(answer.content) == int(answer.headers["content-length"]) > 4 * 1024**2
    assert len(answer.json()["results"]["bindings"]) == 2**14


def test_answer_that_nobody_takes(serving: Serving) -> None:
    """A client that does not read is not waited for."""
    host, port = serving.url.removeprefix("http://").strip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as line:
        line.sendall(f"GET /sparql?query={quote(LONG)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = line.recv(4096)
        time.sleep(4 * QUICK.stalled_seconds)
        read = len(head)
        with contextlib.suppress(ConnectionResetError):
            while more := line.recv(65536):
                read += len(more)
    assert b"HTTP/1.1 200" in head
    assert read < int(head.lower().partition(b"content-length: ")[2].split()[0])


def test_client_that_leaves(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A query that nobody waits for any more is ended, and the log says so."""
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(40)) + " }"
    with running(folder, Settings(config=QUICK)) as serving:
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{serving.url}sparql", params={"query": endless}, trust_env=False, timeout=0.5)
        assert httpx.get(f"{serving.url}sparql?query=ASK%7B%7D", trust_env=False, timeout=60).status_code == 200
    assert [json.loads(line)["status"] for line in capfd.readouterr().err.splitlines()] == [499, 200]


def test_proxy_is_believed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Behind a proxy that is named, a client has the address that the proxy says."""
    with running(folder, Settings(config=replace(QUICK, proxies="127.0.0.1"))) as serving:
        httpx.get(f"{serving.url}health", headers={"X-Forwarded-For": "192.0.2.7"}, trust_env=False)
    assert json.loads(capfd.readouterr().err)["client"] == "192.0.2.7"


def test_nobody_else_is_believed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a proxy, nobody can say that he is another."""
    with running(folder, Settings(config=QUICK)) as serving:
        httpx.get(f"{serving.url}health", headers={"X-Forwarded-For": "192.0.2.7"}, trust_env=False)
    assert json.loads(capfd.readouterr().err)["client"] == "127.0.0.1"


# ------------------------------------------------------------------------------------------------ bad connections


def test_no_http(serving: Serving) -> None:
    """What is no HTTP is a problem too."""
    answer = said(serving, b"GET /\x00 HTTP/1.1\r\n\r\n")
    assert (answer[:24], b"application/problem+json" in answer) == (b"HTTP/1.1 400 Bad Request", True)


def test_slow_headers(serving: Serving) -> None:
    """Headers that do not end are not waited for."""
    assert said(serving, QUERY)[:12] == b"HTTP/1.1 408"


def test_silence(serving: Serving) -> None:
    """A connection on which nothing comes is closed."""
    assert said(serving) == b""


def test_idle_connection(serving: Serving) -> None:
    """A connection is closed when nothing comes after a request."""
    assert said(serving, QUERY + b"\r\n").count(b"HTTP/1.1") == 1


def test_endless_headers(serving: Serving) -> None:
    """Headers that go on and on are refused before they end."""
    assert said(serving, QUERY, b"X-Much: " + b"x" * 5000, pause=0.05)[:12] == b"HTTP/1.1 431"


def test_slow_body(serving: Serving) -> None:
    """A body that does not come is not waited for."""
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    answer = said(serving, head + b"Content-Length: 9\r\n\r\nASK")
    assert (answer[:12], b"the body did not come in time" in answer) == (b"HTTP/1.1 408", True)


def test_several_requests_at_once(serving: Serving) -> None:
    """Requests that are sent together are answered in order."""
    answer = said(
        serving, (QUERY + b"X-Request-Id: a\r\n\r\n") + (QUERY + b"X-Request-Id: b\r\nConnection: close\r\n\r\n")
    )
    assert [line for line in answer.split(b"\r\n") if line.startswith(b"x-request-id")] == [
        b"x-request-id: a",
        b"x-request-id: b",
    ]


def test_long_body_is_told(serving: Serving) -> None:
    """A client that sends too much is told, though it reads only when it has sent all."""
    length = 10_000_000
    head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    assert said(serving, f"{head}Content-Length: {length}\r\n\r\n".encode() + b"x" * length)[:12] == b"HTTP/1.1 413"


def test_too_many_connections_of_one_client(folder: Path) -> None:
    """On a public address, one client cannot take all connections."""
    config = ServeConfig(workers=1, client_connections=2, header_seconds=1)
    with running(folder, Settings(host="0.0.0.0", public_read=True, access_log=False, config=config)) as serving:  # noqa: S104
        port = int(serving.url.strip("/").rpartition(":")[2])
        held = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(2)]
        refused = said(Serving(url=f"http://127.0.0.1:{port}/", stop=serving.stop), b"")
        for line in held:
            line.close()
    assert refused[:12] == b"HTTP/1.1 503"


def test_too_many_connections(serving: Serving) -> None:
    """One connection too many is refused, and a place that comes free is given away again."""
    host, port = serving.url.removeprefix("http://").strip("/").split(":")
    held = [socket.create_connection((host, int(port)), timeout=20) for _ in range(QUICK.connections)]
    for line in held:
        line.sendall(QUERY)
    refused = said(serving)
    for line in held:
        line.close()
    time.sleep(0.1)
    assert (refused[:12], b"Retry-After: 2" in refused) == (b"HTTP/1.1 503", True)
    assert said(serving, QUERY + b"Connection: close\r\n\r\n")[:12] == b"HTTP/1.1 200"


# ------------------------------------------------------------------------------------------------ beginning and end


def test_port_in_use_is_said(folder: Path) -> None:
    """A port that another holds is refused in one line."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        with pytest.raises(ConfigError, match=rf"127\.0\.0\.1 port {port} cannot be listened on .*; name another port"):
            serve(folder, Settings(port=port))


def test_host_that_does_not_exist_is_said(folder: Path) -> None:
    """A host that is not an address of this machine is refused."""
    with pytest.raises(ConfigError, match="cannot be listened on"):
        serve(folder, Settings(host="192.0.2.1", public_read=True))


def test_no_graph_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder without a graph is an error of one line, and nothing else is printed."""
    with pytest.raises(StoreError, match="no graph at"):
        serve(tmp_path / "none.kg", Settings())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_end_in_order(tmp_path: Path, number: signal.Signals) -> None:
    """A signal ends the server after the request that it is at, and its workers with it; no copy is left behind."""
    folder = near.built(tmp_path / "news.kg", [("urn:g", f"v{count:03}") for count in range(300)])
    code = f"from pathlib import Path\nfrom kg.serve import serve\nserve(Path({str(folder)!r}))"
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().split()[0]
        long = "SELECT (COUNT(*) AS ?o) { ?a <urn:p> ?b . ?c <urn:p> ?d . ?e <urn:p> ?f FILTER(?b < ?d) }"
        found: queue.Queue[int] = queue.Queue()

        def ask() -> None:
            answer = httpx.get(f"{url}sparql", params={"query": long, "timeout": 4}, trust_env=False, timeout=30)
            found.put(answer.status_code)

        thread = threading.Thread(target=ask)
        thread.start()
        time.sleep(0.5)
        server.send_signal(number)
        status = found.get(timeout=30)
        thread.join()
        server.wait(timeout=30)
    assert status in {200, 503, 504}
    assert not list((folder / "snapshots").glob("reading-*"))


@pytest.mark.parametrize(("count", "workers"), [(3, 3), (0, os.cpu_count())])
def test_limits(count: int, workers: int) -> None:
    """The workers get what the configuration says, in their units; without a number, as many as processors."""
    made = limits(Settings(config=ServeConfig(workers=count, memory=3, seconds=7)))
    assert (made.workers, made.memory, made.seconds) == (workers, 3 * 1024**2, 7)


def test_url_of_an_ipv6_address() -> None:
    """An IPv6 address stands in brackets."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        assert _url("::1", held) == f"http://[::1]:{held.getsockname()[1]}/"


def test_announcement(capsys: pytest.CaptureFixture[str]) -> None:
    """A person is told where to go."""
    announce(Serving(url="http://127.0.0.1:7878/", stop=lambda: None))
    assert "http://127.0.0.1:7878/sparql" in capsys.readouterr().out
