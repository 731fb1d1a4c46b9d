"""Answers that a cache can keep, and bodies that wait in a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.serve.answers import PIECE
from kg.serve.workers.tasks import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

    from tests.serve import near

QUERY = "/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D"


def again(client: TestClient, url: str, tag: str, **headers: str) -> int:
    """The status of a request by who has an answer with ``tag``."""
    status: int = client.get(url, headers={"If-None-Match": tag, **headers}).status_code
    return status


@pytest.mark.parametrize("url", [QUERY, "/"])
def test_unchanged(client: TestClient, url: str) -> None:
    """Who has the answer is told so, without a body, with the same ETag and how to keep it."""
    first = client.get(url)
    second = client.get(url, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (second.status_code, second.content) == (304, b"")
    names = ("etag", "cache-control", "vary")
    assert [second.headers[name] for name in names] == [first.headers[name] for name in names]


def test_unchanged_before_the_query(client: TestClient, pool: near.Near) -> None:
    """No worker is asked for what the client has."""
    tag = client.get(QUERY).headers["etag"]
    client.get(QUERY, headers={"If-None-Match": tag})
    assert len(pool.asked) == 1


@pytest.mark.parametrize("tag", ["*", 'W/{}, "other"', "{}"])
def test_ways_to_ask(client: TestClient, tag: str) -> None:
    """A client may have several answers, or any."""
    assert again(client, QUERY, tag.format(client.get(QUERY).headers["etag"].removeprefix("W/"))) == 304


def test_another_generation(client: TestClient, pool: near.Near) -> None:
    """After a change of the graph, the answer is a new one."""
    tag = client.get(QUERY).headers["etag"]
    pool.generation = replace(pool.generation, tag="second")
    assert (again(client, QUERY, tag), client.get(QUERY).headers["etag"] == tag) == (200, False)


def test_another_format(client: TestClient) -> None:
    """An answer in one format is not one in another."""
    tag = client.get(QUERY).headers["etag"]
    assert again(client, QUERY, tag, Accept="text/csv") == 200


def test_triples(client: TestClient) -> None:
    """Triples have a tag of their own too."""
    url = "/sparql?query=CONSTRUCT+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D"
    assert again(client, url, client.get(url).headers["etag"]) == 304


@pytest.mark.parametrize("query", ["SELECT (NOW() AS ?o) {}", "SELECT (rand() AS ?o) {}", "SELECT (UUID() AS ?o) {}"])
def test_fleeting(client: TestClient, query: str) -> None:
    """What would be another answer next time is not kept."""
    headers = client.get("/sparql", params={"query": query}).headers
    assert ("etag" in headers, headers["cache-control"]) == (False, "no-store")


def test_posted(client: TestClient) -> None:
    """Nor is what was posted."""
    assert client.post("/sparql", data={"query": "ASK {}"}).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("url", ["/nothing", "/sparql?query=SELEC"])
def test_problems(client: TestClient, url: str) -> None:
    """Nor is a problem."""
    assert client.get(url).headers["cache-control"] == "no-store"


def test_asked_again(client: TestClient) -> None:
    """A cache asks again before it gives an answer."""
    assert client.get(QUERY).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("size", [10, PIECE, 3 * PIECE + 7])
def test_file(client: TestClient, pool: near.Near, tmp_path: Path, method: str, size: int) -> None:
    """A body in a file is sent whole, and the file is gone."""
    file = tmp_path / "long"
    file.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    content = file.read_bytes()
    pool.refusal = Answer(status=200, content_type="text/plain", body=file, tag="first")
    answer = client.request(method, QUERY)
    assert (answer.content, answer.headers["content-length"]) == (content if method == "GET" else b"", str(size))
    assert not file.exists()


def test_long_body(client: TestClient, pool: near.Near) -> None:
    """A long body in memory is sent whole too."""
    pool.refusal = Answer(status=200, content_type="text/plain", body=b"x" * (2 * PIECE + 1), tag="first")
    assert len(client.get(QUERY).content) == 2 * PIECE + 1


def test_page_is_compressed(client: TestClient) -> None:
    """A page is compressed for who can read it, with an ETag of its own."""
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert (packed.headers["content-encoding"], packed.text) == ("gzip", plain.text)
    assert packed.headers["etag"] != plain.headers["etag"]
