"""Which format a client gets."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from kg.serve.problems import Problem
from kg.serve.protocol.accept import (
    HTML,
    JSON_LD,
    NAMES,
    QUADS,
    ROWS,
    TRIPLES,
    chosen,
    compressed,
    extension,
    resolved,
)


def request(url: str = "/sparql", **headers: str) -> Request:
    """A request with these headers."""
    path, _, query = url.partition("?")
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "path": path, "query_string": query.encode(), "headers": raw})


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.7", "text/tab-separated-values"),
        ("text/csv; header=present; q=0.3, */*;q=0.1", "text/csv"),
        ("*/*, application/sparql-results+json;q=0", "application/json"),
        ("text/csv;q=high, application/xml;q=0.1", "application/xml"),
        ("text/csv;q=nan, application/xml;q=0.1", "application/xml"),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
    ],
)
def test_rows(accept: str, media_type: str) -> None:
    """The type with the highest quality wins, the earlier of equals, the most exact range decides."""
    assert resolved(accept, ROWS) == media_type


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "text/turtle", "nonsense"])
def test_nothing_acceptable(accept: str) -> None:
    """A client that likes nothing we have gets nothing."""
    assert resolved(accept, ROWS) is None


def test_several_headers() -> None:
    """Headers of one name count as one."""
    made = request()
    made.scope["headers"] += [(b"accept", b"text/csv;q=0.1"), (b"accept", b"text/tab-separated-values")]
    assert chosen(made, ROWS) == "text/tab-separated-values"


@pytest.mark.parametrize("name", set(NAMES) - {"html"})
def test_each_name_means_something(name: str) -> None:
    """A format that has a name is one of rows, triples or quads."""
    assert any(resolved("", kinds, named=name) for kinds in (ROWS, TRIPLES, QUADS))


@pytest.mark.parametrize(
    ("url", "rows", "triples"),
    [
        ("/sparql?format=json", "application/sparql-results+json", "application/ld+json"),
        ("/sparql?format=xml", "application/sparql-results+xml", "application/rdf+xml"),
        ("/sparql?format=csv", "text/csv", None),
        ("/sparql?format=TURTLE", None, "text/turtle"),
        ("/sparql?format=application/rdf%2Bxml", None, "application/rdf+xml"),
        ("/sparql?format=application/sparql-results+xml", "application/sparql-results+xml", None),
        ("/sparql?format=", "text/csv", "application/n-triples"),
        ("/sparql.tsv", "text/tab-separated-values", None),
        ("/sparql.srx?format=ntriples", None, "application/n-triples"),
        ("/sparql.nq", None, "application/n-quads"),
    ],
)
def test_named(url: str, rows: str | None, triples: str | None) -> None:
    """A format named in the address goes before Accept, the parameter before the extension."""
    made = request(url, accept="text/csv, application/n-triples")
    assert (chosen(made, ROWS), chosen(made, TRIPLES)) == (rows, triples)


def test_unknown_name() -> None:
    """A format that nobody knows is refused with those that are known."""
    with pytest.raises(Problem, match=r"format is 'word'; expected one of json, .*") as caught:
        chosen(request("/sparql?format=word"), ROWS)
    assert caught.value.status == 400


def test_page_or_data() -> None:
    """People get a page where there is one, machines data."""
    kinds = (*TRIPLES, HTML)
    browser = request(accept="text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")
    assert (chosen(browser, kinds), chosen(request(accept=JSON_LD), kinds)) == (HTML, JSON_LD)


@pytest.mark.parametrize(
    ("path", "found"), [("/a.ttl", "ttl"), ("/a.b/c", ""), ("/ttl", ""), ("/a.exe", ""), ("/a.tar.nq", "nq")]
)
def test_extension(path: str, found: str) -> None:
    """Only the end of the last part of an address is an extension, if it is one of ours."""
    assert extension(path) == found


@pytest.mark.parametrize(
    ("accept", "may"),
    [("gzip, deflate, br", True), ("gzip;q=0", False), ("*", True), ("*;q=0", False), ("identity", False), ("", False)],
)
def test_gzip(accept: str, may: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """An answer is compressed for clients that say they can read it."""
    assert compressed(request(accept_encoding=accept)) is may
