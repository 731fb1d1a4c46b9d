"""The SPARQL 1.1 Protocol, request by request: ways to ask, data sets, and what a request says beside its query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.serve.settings import Settings
from kg.serve.workers.tasks import Query
from tests.serve import near

if TYPE_CHECKING:
    from starlette.testclient import TestClient

SELECT = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
DIRECT = {"Content-Type": "application/sparql-query"}


def values(client: TestClient, **parameters: str) -> list[str]:
    """What ``?o`` is, in order."""
    answer = client.get("/sparql", params={"query": SELECT, **parameters})
    return [row["o"]["value"] for row in answer.json()["results"]["bindings"]]


def asked(pool: near.Near) -> Query:
    """The last query that the workers got."""
    task = pool.asked[-1][0]
    assert isinstance(task, Query)
    return task


# ------------------------------------------------------------------------------------------------ ways to ask


def test_get(client: TestClient) -> None:
    """A query in the URL is answered with JSON."""
    assert values(client) == ["one", "two"]


def test_post_form(client: TestClient) -> None:
    """A query in a form is answered."""
    answer = client.post("/sparql", data={"query": SELECT})
    assert len(answer.json()["results"]["bindings"]) == 2


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", '; charset="UTF-8"', ";charset=us-ascii"])
def test_post_direct(client: TestClient, charset: str) -> None:
    """A query as the body is answered, and a charset that is UTF-8 does no harm."""
    headers = {"Content-Type": f"application/sparql-query{charset}"}
    assert client.post("/sparql", content=SELECT, headers=headers).status_code == 200


def test_head(client: TestClient) -> None:
    """HEAD gets the headers of GET, and no body."""
    got, head = (client.request(method, "/sparql", params={"query": SELECT}) for method in ("GET", "HEAD"))
    assert (head.headers["content-type"], head.headers["content-length"], head.content) == (
        got.headers["content-type"],
        str(len(got.content)),
        b"",
    )


def test_slash(client: TestClient) -> None:
    """The endpoint answers with a slash at its end too."""
    assert client.get("/sparql/", params={"query": "ASK {}"}).json()["boolean"] is True


def test_prefixes_are_known(client: TestClient) -> None:
    """The project's prefixes need not be declared."""
    answer = client.get("/sparql", params={"query": 'ASK { ent:state-no <urn:p> "one" }'})
    assert answer.json()["boolean"] is True


def test_unknown_parameters(client: TestClient) -> None:
    """A parameter that the protocol does not know does no harm."""
    assert values(client, shape="round") == ["one", "two"]


# ------------------------------------------------------------------------------------------------ data sets


def test_default_graph_uri(client: TestClient) -> None:
    """A request that names its default graph is answered from that alone."""
    assert values(client, **{"default-graph-uri": "urn:two"}) == ["two"]


def test_named_graph_uri_in_the_url_of_a_post(client: TestClient) -> None:
    """A request may name its graphs in the URL beside a query in the body."""
    answer = client.post(
        "/sparql?named-graph-uri=urn:one&named-graph-uri=urn:none",
        content="SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
        headers=DIRECT,
    )
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == ["urn:one"]


def test_empty_graph_name(client: TestClient) -> None:
    """A field of a form that was left empty names no graph."""
    assert values(client, **{"default-graph-uri": ""}) == ["one", "two"]


@pytest.mark.parametrize(("given", "found"), [("false", []), ("0", []), ("true", ["one", "two"]), ("", ["one", "two"])])
def test_union(client: TestClient, given: str, found: list[str]) -> None:
    """The default graph is all graphs together, unless the request wants the real one, which is empty."""
    assert values(client, **{"union-default-graph": given}) == found


def test_base(client: TestClient, pool: near.Near) -> None:
    """Relative IRIs are relative to the endpoint."""
    answer = client.get("/sparql", params={"query": "SELECT (<a> AS ?x) {}"})
    assert answer.json()["results"]["bindings"][0]["x"]["value"] == "http://127.0.0.1/a"
    assert asked(pool).base == "http://127.0.0.1/sparql"


# ------------------------------------------------------------------------------------------------ limits


def test_timeout(client: TestClient, pool: near.Near) -> None:
    """A request may say how many seconds its query is worth."""
    client.get("/sparql", params={"query": "ASK {}", "timeout": "2.5"})
    assert pool.asked[-1][1] == 2.5


@pytest.mark.parametrize(("name", "said"), [("max-rows", "rows"), ("max-bytes", "bytes")])
def test_cut(client: TestClient, name: str, said: str) -> None:
    """A request may want its answer cut, and is told that it was."""
    most = {"max-rows": "1", "max-bytes": "100"}[name]
    answer = client.get("/sparql", params={"query": SELECT, name: most})
    assert (len(answer.json()["results"]["bindings"]), answer.headers["x-truncated"]) == (1, said)


def test_not_cut(client: TestClient) -> None:
    """What fits is whole, and nothing is said."""
    answer = client.get("/sparql", params={"query": SELECT, "max-rows": "2"})
    assert (len(answer.json()["results"]["bindings"]), "x-truncated" in answer.headers) == (2, False)


def test_federation(pool: near.Near) -> None:
    """The workers are told the hosts that SERVICE may name."""
    client = near.client(pool, Settings(access_log=False, federation=("query.example",)))
    client.get("/sparql", params={"query": "ASK {}"})
    assert asked(pool).federation == ("query.example",)


# ------------------------------------------------------------------------------------------------ no query


@pytest.mark.parametrize(
    ("accept", "status", "shown"), [("text/html", 303, "/"), ("text/turtle", 200, "text/turtle; charset=utf-8")]
)
def test_described(client: TestClient, accept: str, status: int, shown: str) -> None:
    """Without a query, a person is led to the page, and a machine gets the service described."""
    answer = client.get("/sparql", headers={"Accept": accept})
    assert (answer.status_code, answer.headers.get("location", answer.headers.get("content-type"))) == (status, shown)
