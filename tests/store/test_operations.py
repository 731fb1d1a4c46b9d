"""The operations of an update: what they may write to, and the data set that is written into them."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.store import Dataset
from kg.store.operations import operations, written
from kg.store.rewriting import gathered, joined

PREFIXES = {"g": "http://example.org/"}
USING = Dataset(default=("urn:a", "urn:b"), named=("urn:c",))
CLAUSES = "USING <urn:a> USING <urn:b> USING NAMED <urn:c> "


def touched(update: str) -> set[str] | None:
    """What an update may write to."""
    return written(update, prefixes=PREFIXES, base="http://base.example/")


def test_operations_end_at_a_semicolon_outside_of_braces() -> None:
    """A semicolon in braces, a string, an IRI or a comment ends no operation."""
    text = """INSERT DATA { <urn:a;b> <urn:p> ';' ; <urn:q> 1 } # ; DROP
        ; CLEAR ALL ;"""
    assert [operation.verb for operation in operations(text)] == ["INSERT", "CLEAR"]


def test_the_verb_of_an_operation_with_a_graph() -> None:
    """WITH and a prologue stand before the verb."""
    text = "PREFIX : <urn:> WITH :g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert [operation.verb for operation in operations(text)] == ["DELETE"]


# ------------------------------------------------------------------------------------------------ what is written


@pytest.mark.parametrize(
    ("update", "graphs"),
    [
        ("INSERT DATA { <urn:s> <urn:p> 1 }", set()),
        (
            "INSERT DATA { GRAPH g:a { <urn:s> <urn:p> 1 } GRAPH <b> { } }",
            {"http://example.org/a", "http://base.example/b"},
        ),
        ("DELETE WHERE { GRAPH <urn:a> { ?s ?p ?o } }", {"urn:a"}),
        (
            "DELETE { ?s ?p ?o } INSERT { GRAPH g:a { ?s ?p ?o } } WHERE { GRAPH g:b { ?s ?p ?o } }",
            {"http://example.org/a"},
        ),
        ("WITH g:a INSERT { ?s ?p ?o } USING g:b WHERE { ?s ?p ?o }", {"http://example.org/a"}),
        ("COPY g:a TO g:b", {"http://example.org/b"}),
        ("ADD DEFAULT TO g:b", {"http://example.org/b"}),
        ("MOVE GRAPH g:a TO DEFAULT", {"http://example.org/a"}),
        ("LOAD SILENT <http://example.org/x> INTO GRAPH <urn:a>", {"urn:a"}),
        ("LOAD <http://example.org/x>", set()),
        ("CLEAR SILENT GRAPH g:a ; DROP DEFAULT ; CREATE GRAPH <urn:c>", {"http://example.org/a", "urn:c"}),
        ("BASE <http://example.org/base/> CREATE GRAPH <a>", {"http://example.org/base/a"}),
        ("CREATE GRAPH <urn:a> ; PREFIX g: <urn:g:> CREATE GRAPH g:b", {"urn:a", "urn:g:b"}),
    ],
)
def test_the_graphs_that_an_update_writes_to(update: str, graphs: set[str]) -> None:
    """Graphs that are written are told by name; those that are only read are not."""
    assert touched(update) == graphs


@pytest.mark.parametrize(
    "update",
    [
        "CLEAR ALL",
        "DROP NAMED",
        "INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
        "CREATE GRAPH unknown:a",
        r"CREATE GRAPH <urn:\u0061>",
        "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?o<'>{'&&?o>1) } ; CREATE GRAPH <urn:a>",
    ],
)
def test_what_cannot_be_told_may_be_any_graph(update: str) -> None:
    """Where a graph is a variable, all of them, or not sure to be read as the engine does, it may be any."""
    assert touched(update) is None


# ------------------------------------------------------------------------------------------------ the data set


@pytest.mark.parametrize(
    ("update", "wanted"),
    [
        ("INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", f"INSERT {{ ?s ?p 1 }} {CLAUSES}WHERE {{ ?s ?p ?o }}"),
        ("DELETE WHERE { ?s ?p 1 }", f"DELETE {{ ?s ?p 1 }} {CLAUSES}WHERE {{ ?s ?p 1 }}"),
        ("CLEAR ALL", "CLEAR ALL"),
        ("INSERT DATA { <urn:where> <urn:p> 'WHERE' }", "INSERT DATA { <urn:where> <urn:p> 'WHERE' }"),
        (
            "insert {} where { { select * where { ?s ?p ?o } } } ; INSERT {} WHERE {}",
            f"insert {{}} {CLAUSES}where {{ {{ select * where {{ ?s ?p ?o }} }} }} ; INSERT {{}} {CLAUSES}WHERE {{}}",
        ),
        ("INSERT {} # WHERE\nWHERE {}", f"INSERT {{}} # WHERE\n{CLAUSES}WHERE {{}}"),
    ],
)
def test_the_data_set_stands_before_each_where(update: str, wanted: str) -> None:
    """Every operation with a WHERE of its own gets the data set, and nothing else changes."""
    assert joined(update, USING) == wanted
    Store().update(wanted)


@pytest.mark.parametrize(
    "update",
    [
        "WITH <urn:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL ; INSERT {} USING <urn:a> WHERE {}",
        "INSERT {} using named <urn:a> WHERE {}",
    ],
)
def test_a_data_set_in_two_places(update: str) -> None:
    """An update that names a data set itself cannot be given another (SPARQL 1.1 Protocol, section 2.2.3)."""
    with pytest.raises(QueryError, match="in one place"):
        joined(update, USING)


def test_words_that_only_look_like_a_data_set() -> None:
    """USING and WITH in a name, a string, a variable or a comment are none."""
    update = "INSERT DATA { <urn:USING> <urn:p> 'WITH' } ; INSERT {} WHERE { ?using ?with ?WITH } # USING"
    assert joined(update, USING).count("USING <urn:a>") == 1


def test_a_graph_of_the_data_set_that_is_no_iri() -> None:
    """What a client names as a graph cannot leave its angle brackets."""
    with pytest.raises(QueryError, match="absolute IRI"):
        joined("INSERT {} WHERE {}", Dataset(default=("urn:a> WHERE {} ; CLEAR ALL ; INSERT {} USING <urn:b",)))


def test_an_update_whose_tokens_are_not_sure() -> None:
    """Where a comparison could hide a quotation mark, no data set is written into an update."""
    with pytest.raises(QueryError, match="put spaces"):
        joined("INSERT {} WHERE { ?s ?p ?o FILTER(?o<'>{'&&?o>1) }", USING)


# ------------------------------------------------------------------------------------------------ prefixes


def test_prefixes_between_operations_are_read() -> None:
    """SPARQL 1.1 allows a prologue before each operation, which the engine takes at the beginning alone."""
    store = Store()
    update = """BASE <http://example.org/> PREFIX a: <urn:a:> CREATE GRAPH a:g ;
        PREFIX b: <b/> PREFIX a: <urn:a:> INSERT DATA { b:s a:p 1 } ; INSERT DATA { a:s b:p 2 }"""
    store.update(gathered(update, {}))
    assert {(quad.subject.value, quad.predicate.value) for quad in store} == {
        ("http://example.org/b/s", "urn:a:p"),
        ("urn:a:s", "http://example.org/b/p"),
    }


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> 'PREFIX a: <urn:b>' } ; CLEAR ALL",
        "PREFIX a: <urn:a:> CLEAR ALL ; PREFIX a: <urn:b:> CLEAR ALL",
        "CLEAR ALL ; PREFIX g: <urn:g:> CLEAR ALL",
        "CLEAR ALL ; BASE <urn:b:> CLEAR ALL",
        "",
    ],
)
def test_an_update_that_is_left_as_it_is(update: str) -> None:
    """Without a prefix between operations, or with one that has two meanings, nothing changes."""
    assert gathered(update, PREFIXES) == update
