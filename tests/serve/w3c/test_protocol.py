"""The W3C's tests of the SPARQL 1.1 Protocol and of the Graph Store Protocol, from their manifests, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import rdflib
from rdflib.compare import isomorphic

from tests.serve.w3c.manifests import HERE, STATUSES, Asked, Exchange, exchanges

if TYPE_CHECKING:
    import httpx

FORMS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml"),
}
PROTOCOL = exchanges("protocol/manifest.ttl")
STORE = exchanges("graph-store-protocol/manifest-direct.ttl", "graph-store-protocol/manifest-indirect.ttl")

pytestmark = HERE


@pytest.mark.parametrize("exchange", PROTOCOL, ids=lambda each: each.name)
def test_protocol(served: httpx.Client, exchange: Exchange) -> None:
    """A test of the protocol of queries and updates gives what its manifest says."""
    _empty(served)
    for graph, file in exchange.data:
        content = file.read_bytes()
        answer = served.put(
            "/graphs", params={"graph": graph}, content=content, headers={"Content-Type": "text/turtle"}
        )
        assert answer.status_code == 201
    for asked in exchange.requests:
        _check(asked, _send(served, asked, path=asked.path.replace("/sparql/", "/sparql", 1)))


@pytest.mark.parametrize("exchange", STORE, ids=lambda each: each.name)
def test_graph_store(served: httpx.Client, exchange: Exchange) -> None:
    """A test of the Graph Store Protocol gives what its manifest says."""
    _empty(served)
    location = ""
    for asked in exchange.requests:
        path = asked.path.replace("/gsp", "/graphs", 1).replace("$LOCATION$", quote(location, safe=""))
        answer = _send(served, asked, path=path)
        _check(asked, answer, base=str(answer.url))
        if asked.expected.location:
            location = answer.headers["location"]


def test_all_are_there() -> None:
    """No test of the two manifests is left out."""
    assert (len(PROTOCOL), len(STORE)) == (34, 13)


def _empty(served: httpx.Client) -> None:
    answer = served.post("/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"})
    assert answer.is_success, answer.text


def _send(served: httpx.Client, asked: Asked, *, path: str) -> httpx.Response:
    request = served.build_request(asked.method, path, content=asked.body, headers=dict(asked.headers))
    if asked.body is not None and "content-type" not in dict(asked.headers):
        request.headers.pop("content-type", None)
    return served.send(request)


def _check(asked: Asked, answer: httpx.Response, *, base: str = "") -> None:
    expected = asked.expected
    said = f"{asked.method} {asked.path}: {answer.status_code} {answer.text[:200]}"
    assert any(_fits(answer.status_code, status) for status in expected.statuses), said
    media_type = answer.headers.get("content-type", "").split(";")[0]
    if expected.form:
        assert media_type in FORMS[expected.form], said
    if expected.boolean is not None:
        assert _boolean(answer) is expected.boolean, said
    if expected.body is not None:
        assert media_type == dict(expected.headers)["content-type"].split(";")[0]
        wanted = rdflib.Graph().parse(data=expected.body, format="turtle", publicID=base)
        assert isomorphic(rdflib.Graph().parse(data=answer.text, format="turtle", publicID=base), wanted), said


def _boolean(answer: httpx.Response) -> bool:
    value: bool = answer.json()["boolean"]
    return value


def _fits(status: int, expected: str) -> bool:
    if expected.startswith("StatusCode"):
        return status // 100 == int(expected.removeprefix("StatusCode")[0])
    return status == STATUSES[expected]
