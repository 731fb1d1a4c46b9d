"""Requests that are no query or no update as the protocol has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.serve.settings import Settings
from kg.serve.workers.tasks import Answer
from tests.serve import near

if TYPE_CHECKING:
    from starlette.testclient import TestClient

ASK = "ASK%7B%7D"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC", "the query cannot be read: error at 1:"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT is an update"),
        ("{" * 5000, "too complex"),
    ],
)
def test_wrong_query(client: TestClient, query: str, said: str) -> None:
    """A wrong query is refused with one line that says why."""
    answer = client.post("/sparql", data={"query": query})
    assert (answer.status_code, answer.json()["status"], said in answer.json()["detail"]) == (400, 400, True)


@pytest.mark.parametrize(
    "url",
    [
        f"/sparql?query={ASK}&query={ASK}",
        "/sparql?query=%FF",
        f"/sparql?query={ASK}&default-graph-uri=a%20b",
        f"/sparql?query={ASK}&using-graph-uri=urn:one",
        f"/sparql?query={ASK}&update=DROP+ALL",
        f"/sparql?query={ASK}&timeout=0",
        f"/sparql?query={ASK}&timeout=soon",
        f"/sparql?query={ASK}&timeout=inf",
        f"/sparql?query={ASK}&timeout=1&timeout=2",
        f"/sparql?query={ASK}&max-rows=-1",
        f"/sparql?query={ASK}&max-rows=0",
        f"/sparql?query={ASK}&max-bytes=9999999999999999",
        f"/sparql?query={ASK}&union-default-graph=maybe",
        f"/sparql?query={ASK}&format=pictures",
        f"/sparql?query={ASK}&" + "&".join(f"p{number}=1" for number in range(100)),
    ],
)
def test_parameters_that_mean_nothing(client: TestClient, url: str) -> None:
    """Parameters that contradict one another, or cannot be read, are refused."""
    answer = client.get(url)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("name", ["query", "default-graph-uri", "timeout"])
def test_in_url_and_body(client: TestClient, name: str) -> None:
    """One parameter in the URL and in the body is refused."""
    form = {"query": "ASK {}", name: "1"}
    assert "in the URL and in the body" in client.post(f"/sparql?{name}=1", data=form).json()["detail"]


@pytest.mark.parametrize("headers", [FORM, DIRECT])
def test_nothing_in_the_body(client: TestClient, headers: dict[str, str]) -> None:
    """A body that holds no query is refused."""
    assert client.post("/sparql", content=b"", headers=headers).status_code == 400


def test_body_that_is_not_utf8(client: TestClient) -> None:
    """A body in another encoding is refused."""
    assert client.post("/sparql", content=b"ASK { ?s ?p '\xff' }", headers=DIRECT).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "application/json"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/sparql-query; charset=UTF-16"},
        {**DIRECT, "Content-Encoding": "gzip"},
    ],
)
def test_unknown_body(client: TestClient, headers: dict[str, str]) -> None:
    """A body of another type, charset or compression is refused with the types that are known."""
    answer = client.post("/sparql", content="ASK {}", headers=headers)
    assert (answer.status_code, answer.headers["accept"]) == (
        415,
        "application/sparql-query, application/sparql-update, application/x-www-form-urlencoded",
    )


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0"])
def test_nothing_acceptable(client: TestClient, accept: str) -> None:
    """A client that accepts none of the formats is told them."""
    answer = client.get(f"/sparql?query={ASK}", headers={"Accept": accept})
    assert (answer.status_code, "text/csv" in answer.json()["detail"]) == (406, True)


def test_not_acceptable_for_what_it_gives(client: TestClient) -> None:
    """A client that wants rows of a query that gives triples gets none."""
    answer = client.get("/sparql.csv", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"})
    assert answer.status_code == 406


def test_long_body(client: TestClient) -> None:
    """A body that is too long is refused, and not waited for."""
    answer = client.post("/sparql", content="query=" + "x" * 1_000_000, headers=FORM)
    assert (answer.status_code, answer.headers["connection"]) == (413, "close")


def test_body_of_just_the_length(client: TestClient) -> None:
    """A body of the most bytes is read."""
    query = "ASK {} #"
    answer = client.post("/sparql", content=query + "x" * (1_000_000 - len(query)), headers=DIRECT)
    assert answer.json()["boolean"] is True


def test_long_body_of_unknown_length(client: TestClient) -> None:
    """So is one that does not say how long it is."""
    pieces = (b"x" * 100_000 for _ in range(11))
    assert client.post("/sparql", content=pieces, headers=DIRECT).status_code == 413


def test_long_url(client: TestClient) -> None:
    """A URL that is too long is refused."""
    answer = client.get("/sparql", params={"query": f"ASK {{}} #{'x' * 20_000}"})
    assert (answer.status_code, answer.json()["title"]) == (414, "URI Too Long")


def test_long_headers(client: TestClient) -> None:
    """Headers that are too long are refused."""
    assert client.get(f"/sparql?query={ASK}", headers={"X-Much": "x" * 40_000}).status_code == 431


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods(client: TestClient, method: str) -> None:
    """Other methods are refused with those that are allowed."""
    answer = client.request(method, f"/sparql?query={ASK}")
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD", "POST"})


@pytest.mark.parametrize(("status", "waits"), [(503, True), (504, False)])
def test_workers_that_cannot(client: TestClient, pool: near.Near, status: int, waits: bool) -> None:  # noqa: FBT001
    """What the workers refuse has their status; only what may do better soon says when to come again."""
    pool.refusal = Answer(status=status, content_type="", body=b"", detail="not now")
    answer = client.get(f"/sparql?query={ASK}")
    assert (answer.status_code, answer.json()["detail"], "retry-after" in answer.headers) == (status, "not now", waits)


def test_error_that_nobody_expected(pool: near.Near) -> None:
    """An error of our own is a problem body too, and tells nothing of itself."""
    pool.refusal = RuntimeError("a secret")
    answer = near.client(pool).get(f"/sparql?query={ASK}")
    assert (answer.status_code, answer.headers["content-type"], "secret" in answer.text) == (
        500,
        "application/problem+json",
        False,
    )


# ------------------------------------------------------------------------------------------------ updates


@pytest.mark.parametrize(("content", "headers"), [("DROP ALL", UPDATE), ("update=DROP+ALL", FORM)])
def test_updates(client: TestClient, content: str, headers: dict[str, str]) -> None:
    """Updates are forbidden where nobody said otherwise."""
    assert client.post("/sparql", content=content, headers=headers).status_code == 403


@pytest.mark.parametrize(("content", "headers"), [("DROP ALL", UPDATE), ("update=DROP+ALL", FORM)])
def test_updates_without_token(pool: near.Near, content: str, headers: dict[str, str]) -> None:
    """Updates need the token where they are allowed."""
    client = near.client(pool, Settings(access_log=False, writable=True, token=near.TOKEN))
    answer = client.post("/sparql", content=content, headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"][:18]) == (401, 'Bearer realm="kg",')


def test_update_by_get(pool: near.Near) -> None:
    """An update by GET is refused, whoever sends it."""
    client = near.client(pool, Settings(access_log=False, writable=True, token=near.TOKEN))
    answer = client.get("/sparql", params={"update": "DROP ALL"}, headers=near.BEARER)
    assert (answer.status_code, "expected POST" in answer.json()["detail"]) == (400, True)
