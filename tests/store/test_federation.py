"""Which other machines a query may ask: those of the operator's list, whatever the spelling."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store import guard
from kg.store.federation import names_dataset

HOSTS = ("example.org", "example.net:8080")
REFUSED = "expected the address of a host that is allowed here"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent <https://EXAMPLE.org> { ?s ?p ?o } }",
        "PREFIX there: <http://example.net:8080/> ASK { SERVICE there:sparql { ?s ?p ?o } }",
        "ASK { SERVICE known:sparql { ?s ?p ?o } }",
        "ASK { ?service ?p 'SERVICE <http://evil.example/>' . SERVICE <http://example.org:443/> { ?s ?p ?o } }",
    ],
)
def test_allowed(query: str) -> None:
    """A host of the list may be asked, by an IRI or a prefixed name."""
    guard.check(query, {"known": "http://example.org/"}, federation=HOSTS)


@pytest.mark.parametrize(
    "address",
    [
        "<http://evil.example/>",
        "<http://example.org.evil.example/>",
        "<http://example.org@evil.example/>",
        "<http://example.org:22/>",
        "<http://example.net/>",
        "<ftp://example.org/>",
        "<relative>",
        "?g",
        "unknown:x",
        "evil:x",
    ],
)
def test_other_hosts_are_refused(address: str) -> None:
    """Any other address is refused: other hosts, ports and schemes, user names, variables."""
    query = f"PREFIX evil: <http://evil.example/> SELECT * {{ SERVICE {address} {{ ?s ?p ?o }} }}"
    with pytest.raises(QueryError, match=REFUSED):
        guard.check(query, {}, federation=HOSTS)


def test_one_allowed_host_opens_no_other() -> None:
    """Each SERVICE of a query is looked at."""
    query = "SELECT * { SERVICE <http://example.org/> { SERVICE <http://evil.example/> { ?s ?p ?o } } }"
    with pytest.raises(QueryError, match=REFUSED):
        guard.check(query, {}, federation=HOSTS)


@pytest.mark.parametrize("federation", [(), HOSTS])
def test_service_hidden_in_a_comparison(federation: tuple[str, ...]) -> None:
    """What our terminals take for an IRI, and the grammar for a comparison, hides no SERVICE."""
    query = "ASK { VALUES (?a ?s) {(1 <http://evil.example/>)} FILTER(?a<?a)SERVICE?s#>\n{?x ?y ?z} }"
    with pytest.raises(QueryError, match=r"^SERVICE would send a request"):
        guard.check(query, {}, federation=federation)


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://example.org/a.ttl>",
        "LOAD SILENT <http://example.org/a.ttl> INTO GRAPH <urn:g> ; CLEAR DEFAULT",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
    ],
)
def test_updates(update: str) -> None:
    """LOAD and SERVICE in an update: from a host of the list, else not."""
    guard.check_update(update, {}, federation=HOSTS)
    with pytest.raises(QueryError, match=r"^(SERVICE|LOAD) would send a request"):
        guard.check_update(update, {})
    with pytest.raises(QueryError, match=REFUSED):
        guard.check_update(update.replace("example.org", "evil.example"), {}, federation=HOSTS)


def test_load_as_a_name() -> None:
    """The word in data is no request."""
    guard.check_update("INSERT DATA { <urn:load> <urn:p> 'LOAD <http://evil.example/>' }", {})


def test_data_may_be_long() -> None:
    """Thousands of triples are no complexity, nor is a long list of values."""
    guard.check_update("INSERT DATA { " + "<urn:a> <urn:b> 1 ; a <urn:c> .\n" * 5000 + "}", {})
    guard.check("SELECT ?x { ?x ?p ?o FILTER(?x IN (1" + ", 1" * 5000 + ")) }", {})


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> " + "(" * 300 + ")" * 300 + " }",
        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(1" + "+1" * 3000 + ") }",
    ],
)
def test_complex_updates_are_refused(text: str) -> None:
    """An update may overflow the parser as a query may."""
    with pytest.raises(QueryError, match="too complex"):
        guard.check_update(text, {})


def test_steps_hidden_in_a_comparison() -> None:
    """Operators in what looks like an IRI count."""
    with pytest.raises(QueryError, match="too complex"):
        guard.check("ASK { FILTER(?a<1" + "+1" * 3000 + ">0) }", {})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("SELECT * from named <urn:g> { ?s ?p ?o }", True),
        ("# FROM\nSELECT ?from { ?from a:from 'FROM' }", False),
        ("SELECT * { SERVICE <http://example.org/> { ?from ?p ?o } }", False),
    ],
)
def test_names_dataset(query: str, expected: bool) -> None:  # noqa: FBT001 (pytest passes parameters by position)
    """Only FROM as a keyword names a data set."""
    assert names_dataset(query, {"a": "urn:"}) is expected
