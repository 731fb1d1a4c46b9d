"""The formats of answers, and their compression."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import rdflib

from tests.serve import near

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

SELECT = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"


def test_rows_as_xml(client: TestClient) -> None:
    """Rows come as SPARQL XML."""
    headers = {"Accept": "application/sparql-results+xml"}
    answer = client.get("/sparql", params={"query": SELECT}, headers=headers)
    assert len(ET.fromstring(answer.content).findall(".//{*}result")) == 2  # noqa: S314 (what we wrote ourselves)


def test_rows_as_csv(client: TestClient) -> None:
    """Rows come as CSV."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert list(csv.reader(io.StringIO(answer.text))) == [["o"], ["one"], ["two"]]


def test_rows_as_tsv(client: TestClient) -> None:
    """Rows come as TSV."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/tab-separated-values"})
    assert answer.text == '?o\n"one"\n"two"\n'


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv", "text/tab-separated-values"])
def test_boolean(client: TestClient, accept: str) -> None:
    """A boolean comes as JSON where the client wants CSV or TSV, which have none."""
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": accept})
    assert (answer.headers["content-type"], answer.json()["boolean"]) == ("application/sparql-results+json", True)


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples(client: TestClient, accept: str, name: str) -> None:
    """Triples come in a format that another library reads."""
    query = "CONSTRUCT { ?s <http://example.org/p> ?o } WHERE { ?s ?p ?o }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert len(rdflib.Graph().parse(data=answer.text, format=name)) == 2


def test_turtle_has_prefixes(client: TestClient) -> None:
    """Turtle is written with the project's prefixes."""
    answer = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"})
    assert "ent:state-no <urn:p>" in answer.text


@pytest.mark.parametrize(
    ("address", "content_type"),
    [
        ("/sparql.csv", "text/csv; charset=utf-8"),
        ("/sparql.srx", "application/sparql-results+xml"),
        ("/sparql?format=tsv", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_named_in_the_address(client: TestClient, address: str, content_type: str) -> None:
    """The address may name the format."""
    answer = client.get(f"{address}{'&' if '?' in address else '?'}query=SELECT+*+%7B%7D")
    assert answer.headers["content-type"] == content_type


def test_named_in_a_form(client: TestClient) -> None:
    """So may a form."""
    answer = client.post("/sparql", data={"query": SELECT, "format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"


def test_content_type_is_the_one_asked_for(client: TestClient) -> None:
    """The media type of the answer is the one that the client named, and caches know what it went by."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "application/json"})
    assert (answer.headers["content-type"], answer.headers["vary"]) == (
        "application/json",
        "Accept, Accept-Encoding, Origin",
    )


def test_compressed(tmp_path: Path) -> None:
    """A long answer is compressed, and can be read."""
    folder = near.built(tmp_path / "news.kg", [(f"urn:{number}", f"v{number:04}") for number in range(500)])
    client = near.client(near.Near(folder))
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv", "Accept-Encoding": "gzip"})
    assert (answer.headers["content-encoding"], answer.text.split()[-1]) == ("gzip", "v0499")


def test_not_compressed(client: TestClient) -> None:
    """A client that cannot read gzip gets none."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
