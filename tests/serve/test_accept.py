"""Which format a client gets."""

from __future__ import annotations

import pytest

from kg.serve.accept import ROWS, TRIPLES, chosen


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
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
    ],
)
def test_rows(accept: str, media_type: str) -> None:
    """The type with the highest quality wins, the earlier of equals, the most exact range decides."""
    form = chosen(accept, ROWS)
    assert form is not None
    assert form.media_type == media_type


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "text/turtle", "nonsense"])
def test_nothing_acceptable(accept: str) -> None:
    """A client that likes nothing we have gets nothing."""
    assert chosen(accept, ROWS) is None


def test_default_of_triples() -> None:
    """Triples come as Turtle unless something else is wished for."""
    form = chosen("*/*", TRIPLES)
    assert form is not None
    assert form.content_type == "text/turtle; charset=utf-8"
