"""Asking the store: what is answered, and what is refused."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Triple

from kg.errors import QueryError, StoreError
from kg.store import Dataset, Graph, Rows, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

S, P = NamedNode("urn:s"), NamedNode("urn:p")


@pytest.fixture
def graph() -> Graph:
    """One triple in each of two named graphs, in memory."""
    made = Graph.memory()
    made.bulk(Quad(S, P, Literal(text), NamedNode(f"urn:{text}")) for text in ("one", "two"))
    return made


class Listener:
    """A server on this machine that only counts who comes."""

    def __init__(self) -> None:
        """Bound to a free port."""
        self.visits = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}/sparql"

    def listen(self) -> None:
        """Count connections until the socket is shut."""
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.visits += 1
            connection.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener in the background."""
    made = Listener()
    thread = threading.Thread(target=made.listen)
    thread.start()
    yield made
    made.socket.shutdown(socket.SHUT_RDWR)
    made.socket.close()
    thread.join()


# ------------------------------------------------------------------------------------------------ answers


def test_select_gives_rows(graph: Graph) -> None:
    """SELECT gives variables in order and rows of terms, None where one is unbound."""
    found = graph.query('SELECT ?o ?none { ?s ?p ?o FILTER(?o = "one") }')
    assert found == Rows(("o", "none"), ((Literal("one"), None),))


def test_ask_gives_a_bool(graph: Graph) -> None:
    """ASK gives True or False itself."""
    assert graph.query('ASK { ?s ?p "one" }') is True


def test_construct_gives_triples(graph: Graph) -> None:
    """CONSTRUCT gives a list of triples."""
    assert graph.query('CONSTRUCT { ?o ?p ?s } { ?o ?p "one" BIND("x" AS ?s) }') == [Triple(S, P, Literal("x"))]


def test_default_graph_is_the_union(graph: Graph) -> None:
    """Triples of every named graph are found without naming one."""
    assert graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == Rows(("n",), ((Literal(2),),))


def test_from_is_heeded(graph: Graph) -> None:
    """A query that says FROM is asked of that graph alone."""
    assert graph.query("SELECT ?o FROM <urn:two> { ?s ?p ?o }") == Rows(("o",), ((Literal("two"),),))


def test_from_in_a_comment_changes_nothing(graph: Graph) -> None:
    """The word FROM in a comment leaves the union as it is."""
    assert graph.query("# from all\nSELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == Rows(("n",), ((Literal(2),),))


def test_dataset_is_asked(graph: Graph) -> None:
    """A given data set is what is asked, whatever FROM says."""
    found = graph.results("SELECT ?o FROM <urn:one> { ?s ?p ?o }", dataset=Dataset(default=("urn:two",)))
    assert isinstance(found, QuerySolutions)
    assert [str(row["o"]) for row in found] == ['"two"']


def test_substitution_is_a_term(graph: Graph) -> None:
    """A variable is replaced by a term, which shows in the row."""
    found = graph.query("SELECT ?s ?o { GRAPH ?g { ?s ?p ?o } }", substitutions={"o": Literal("two"), "s": S})
    assert found == Rows(("s", "o"), ((S, Literal("two")),))


def test_substitution_cannot_break_out(graph: Graph) -> None:
    """A value that looks like SPARQL is only a value."""
    value = Literal('" } SERVICE <urn:x> { ?s ?p "')
    assert graph.query("SELECT ?o { ?s ?p ?o }", substitutions={"o": value}) == Rows(("o",), ())


def test_substitution_must_be_selected(graph: Graph) -> None:
    """A substitution for a variable that is not selected is refused with what to do."""
    with pytest.raises(QueryError, match=r"parameter o is not among what the query selects; add \?o"):
        graph.query("SELECT ?s { ?s ?p ?o }", substitutions={"o": Literal("two")})


def test_prefixes_need_not_be_declared(graph: Graph) -> None:
    """Given prefixes are known to the query."""
    assert graph.query("ASK { u:s u:p ?o }", prefixes={"u": "urn:"}) is True


# ------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { service silent <%s> { ?s ?p ?o } }",
        "ASK { SERVICE <%s> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } { { SELECT * { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } } } }",
        "PREFIX : <%s> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX : <%s> SELECT * { ?a ?b ?c SERVICE:x{ ?s ?p ?o } }",
        "PREFIX service: <%s> SELECT * { SERVICE service:x { ?s ?p ?o } }",
        "SELECT * { SERVICE# a comment\n <%s> { ?s ?p ?o } }",
        "SELECT * { BIND(<%s> AS ?g) SERVICE ?g { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
        'SELECT * { ?s ?p "it\'s" . SERVICE <%s> { ?s ?p ?o } }',
    ],
)
def test_service_is_refused_and_nobody_is_asked(graph: Graph, listener: Listener, query: str) -> None:
    """SERVICE in any spelling is refused by its name, and no request goes out."""
    with pytest.raises(QueryError, match=r"^SERVICE would send a request"):
        graph.query(query % listener.address)
    time.sleep(0.02)
    assert listener.visits == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
        "LOAD <%s>",
        "LOAD <%s> INTO GRAPH <urn:g>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    ],
)
def test_no_other_way_asks_another_machine(graph: Graph, listener: Listener, query: str) -> None:
    """Escapes and updates are refused too, and no request goes out."""
    with pytest.raises(QueryError):
        graph.query(query % listener.address)
    time.sleep(0.02)
    assert listener.visits == 0


def test_from_asks_nobody(graph: Graph, listener: Listener) -> None:
    """FROM names a graph of the store, and no request goes out."""
    query = "SELECT * FROM <%s> { ?s ?p ?o }"
    assert graph.query(query % listener.address) == Rows(("o", "p", "s"), ())
    assert listener.visits == 0


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX service: <urn:> ASK { service:s ?service ?o }",
        'ASK { ?s ?p ?o FILTER(?o != "the SERVICE <http://x> { }") }',
        "# SERVICE <http://x> { }\nASK { ?s ?p ?o }",
        "ASK { ?s ?p ?o FILTER(?o != <http://example.org/service>) }",
        "ASK { ?s ?p ?o FILTER(?o != '''\n' SERVICE ''') }",
    ],
)
def test_service_as_a_name_is_answered(graph: Graph, query: str) -> None:
    """The word in a name, a string, an IRI or a comment is no request."""
    assert graph.query(query) is True


def test_wrong_query_that_mentions_service_names_its_own_error(graph: Graph) -> None:
    """A query that is wrong elsewhere is told that, even if it has the word in it."""
    with pytest.raises(QueryError, match="the query cannot be read: error at 1:"):
        graph.query("SELECT ?service { ?service ?p ?o")


@pytest.mark.parametrize(
    "word", ["INSERT DATA { <urn:a> <urn:b> 1 }", "PREFIX a: <urn:> BASE <urn:> clear all", "DROP ALL"]
)
def test_update_is_refused(graph: Graph, word: str) -> None:
    """An update is called one, and changes nothing."""
    with pytest.raises(QueryError, match="is an update; expected SELECT"):
        graph.query(word)
    assert len(graph) == 2


@pytest.mark.parametrize(
    "query",
    ["SELEC * { ?s ?p ?o }", "SELECT * { ?s ?p ", "", "SELECT ?x { ?x foo:bar ?y }", "SELECT * { ?s ?p <a b> }"],
)
def test_error_is_one_line(graph: Graph, query: str) -> None:
    """What the parser says is one short line with the place of the error."""
    with pytest.raises(QueryError, match=r"^the query cannot be read: error at \d+:\d+: [^\n]{1,240}$"):
        graph.query(query)


def test_undeclared_prefix_is_said(graph: Graph) -> None:
    """A prefix that was not declared is called that."""
    with pytest.raises(QueryError, match="a prefix that nobody declared"):
        graph.query("SELECT ?x { ?x foo:bar ?y }")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 40_000 + "}" * 40_000,
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
        "SELECT (" + "!" * 20_000 + "true AS ?x) {}",
        "SELECT * {" + "?s ?p ?o." * 20_000 + "}",
        "SELECT * {" + "FILTER(?a)" * 20_000 + "}",
        "SELECT * {" + '"}" ?p ?o {' * 20_000 + "}" * 20_000 + "}",
    ],
)
def test_query_too_complex_is_refused(graph: Graph, query: str) -> None:
    """A query that would overflow the parser's stack is refused."""
    with pytest.raises(QueryError, match="too complex; expected at most"):
        graph.query(query)


def test_long_list_of_values_is_answered(graph: Graph) -> None:
    """Thousands of values are no complexity."""
    values = " ".join(f"<urn:a-{i}> u:b-c.d-{i} 'x{{-+'@en-GB 1.5 -7" for i in range(400))
    assert graph.query(f"PREFIX u: <urn:> SELECT ?x {{ VALUES ?x {{ {values} }} ?x ?p ?o }}") == Rows(("x",), ())


def test_unreadable_store_is_said() -> None:
    """An error of the disk while rows come is the store's, not the query's."""
    with pytest.raises(StoreError, match="the store cannot be read"), reported():
        raise OSError(5, "Input/output error")
