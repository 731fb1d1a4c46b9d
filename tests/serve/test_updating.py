"""Updates over HTTP, with a writer and workers in processes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg.config import ServeConfig
from kg.serve import Settings
from tests.serve import near
from tests.serve.test_running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.serve import Serving

DIRECT = {"Content-Type": "application/sparql-update", **near.BEARER}


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server that takes updates."""
    folder = near.built(tmp_path_factory.mktemp("writing") / "news.kg")
    settings = Settings(access_log=False, writable=True, token=near.TOKEN, config=ServeConfig(workers=1))
    with running(folder, settings) as made:
        yield made


def told(serving: Serving, query: str) -> bool:
    """What an ASK query gives."""
    answer = httpx.get(f"{serving.url}sparql", params={"query": query}, trust_env=False)
    return bool(answer.json()["boolean"])


def test_direct(serving: Serving) -> None:
    """An update as the body is done, and the next query sees it."""
    update = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 1 } }"
    answer = httpx.post(f"{serving.url}sparql", content=update, headers=DIRECT, trust_env=False)
    assert (answer.is_success, told(serving, "ASK { GRAPH <urn:mine> { <urn:a> <urn:b> 1 } }")) == (True, True)


def test_form(serving: Serving) -> None:
    """So is one in a form."""
    form = {"update": "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 2 } }"}
    answer = httpx.post(f"{serving.url}sparql", data=form, headers=near.BEARER, trust_env=False)
    assert (answer.is_success, told(serving, "ASK { GRAPH <urn:mine> { <urn:a> <urn:b> 2 } }")) == (True, True)


def test_caches_are_told(serving: Serving) -> None:
    """After an update, who has an answer is given another one."""
    ask = httpx.Request("GET", f"{serving.url}sparql", params={"query": "ASK { <urn:a> <urn:b> 3 }"})
    with httpx.Client(trust_env=False) as client:
        first = client.send(ask)
        update = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 3 } }"
        client.post(f"{serving.url}sparql", content=update, headers=DIRECT)
        ask.headers["If-None-Match"] = first.headers["etag"]
        second = client.send(ask)
    assert (first.json()["boolean"], second.status_code, second.json()["boolean"]) == (False, 200, True)


@pytest.mark.parametrize("update", ["INSERT DATA { <urn:a> }", "LOAD <http://127.0.0.1:1/>", "SELECT * {}"])
def test_wrong_update(serving: Serving, update: str) -> None:
    """A wrong update is refused with a problem."""
    answer = httpx.post(f"{serving.url}sparql", content=update, headers=DIRECT, trust_env=False)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


def test_data_set_said_twice(serving: Serving) -> None:
    """An update that says its data set itself cannot be given another by the request."""
    update = "WITH <urn:mine> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }"
    url = f"{serving.url}sparql?using-graph-uri=urn:one"
    assert httpx.post(url, content=update, headers=DIRECT, trust_env=False).status_code == 400


def test_sparqlwrapper(serving: Serving) -> None:
    """SPARQLWrapper writes with the token as its password, and reads what it wrote."""
    client = SPARQLWrapper(f"{serving.url}sparql", returnFormat=JSON)
    client.setCredentials("anybody", near.TOKEN)
    client.setMethod(POST)
    client.setQuery("INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 4 } }")
    client.query()
    client.setQuery("SELECT ?o { <urn:a> <urn:b> ?o FILTER(?o = 4) }")
    found = client.queryAndConvert()
    assert isinstance(found, dict)
    assert [row["o"]["value"] for row in found["results"]["bindings"]] == ["4"]
