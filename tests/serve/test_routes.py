"""The SPARQL 1.1 Protocol, request by request."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from kg.errors import StoreError
from kg.ids import Ids
from kg.query import Kind, Parameter, Question
from kg.serve import app
from kg.store import Graph

SELECT = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def graph() -> Graph:
    """Two triples in two named graphs."""
    graph = Graph.memory()
    graph.bulk(
        Quad(NamedNode(Ids().entity("state:no")), NamedNode("urn:p"), Literal(text), NamedNode(f"urn:{text}"))
        for text in ("one", "two")
    )
    return graph


@pytest.fixture
def client(graph: Graph) -> TestClient:
    """A client of a server with one question of its own."""
    mean = Question(
        name="a<b",
        text="Is <script> & more asked?",
        parameters=(Parameter(name="who", kind=Kind.ENTITY, about="who"),),
        sparql='SELECT ?who { ?who ?p "<&>" }',
    )
    return TestClient(app(graph, Ids(), questions=[mean]), base_url="http://127.0.0.1")


# ------------------------------------------------------------------------------------------------ ways to ask


def test_get(client: TestClient) -> None:
    """A query in the URL is answered with JSON."""
    answer = client.get("/sparql", params={"query": SELECT})
    assert [row["o"]["value"] for row in answer.json()["results"]["bindings"]] == ["one", "two"]


def test_post_form(client: TestClient) -> None:
    """A query in a form is answered."""
    answer = client.post("/sparql", data={"query": SELECT})
    assert len(answer.json()["results"]["bindings"]) == 2


def test_post_query(client: TestClient) -> None:
    """A query as the body is answered, and a charset does no harm."""
    headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
    assert client.post("/sparql", content=SELECT, headers=headers).status_code == 200


def test_head(client: TestClient) -> None:
    """HEAD gets the headers of GET."""
    answer = client.head("/sparql", params={"query": SELECT})
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_prefixes_are_known(client: TestClient) -> None:
    """The project's prefixes need not be declared."""
    answer = client.get("/sparql", params={"query": 'ASK { ent:state-no <urn:p> "one" }'})
    assert answer.json()["boolean"] is True


def test_default_graph_uri_is_heeded(client: TestClient) -> None:
    """A request that names its default graph is answered from that alone."""
    answer = client.get("/sparql", params={"query": SELECT, "default-graph-uri": "urn:two"})
    assert [row["o"]["value"] for row in answer.json()["results"]["bindings"]] == ["two"]


def test_named_graph_uri_in_the_url_of_a_post(client: TestClient) -> None:
    """A request may name its graphs in the URL beside a query in the body."""
    answer = client.post(
        "/sparql?named-graph-uri=urn:one&named-graph-uri=urn:none",
        content="SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
        headers={"Content-Type": "application/sparql-query"},
    )
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == ["urn:one"]


# ------------------------------------------------------------------------------------------------ formats


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


@pytest.mark.parametrize(
    ("accept", "content"),
    [
        ("application/sparql-results+json", '{"head":{},"boolean":true}'),
        ("text/csv", "true"),
        ("text/tab-separated-values", "true"),
    ],
)
def test_boolean(client: TestClient, accept: str, content: str) -> None:
    """A boolean comes in every format of rows."""
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": accept})
    assert answer.text == content


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


def test_content_type_is_the_one_asked_for(client: TestClient) -> None:
    """The media type of the answer is the one that the client named, and caches know why."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "application/json"})
    assert (answer.headers["content-type"], answer.headers["vary"]) == ("application/json", "Accept")


# ------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC", "the query cannot be read: error at 1:"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE would send a request"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT is an update"),
        ("{" * 5000, "too complex"),
    ],
)
def test_wrong_query(client: TestClient, query: str, said: str) -> None:
    """A wrong query is refused with one line of text that says why."""
    answer = client.post("/sparql", data={"query": query})
    assert (answer.status_code, said in answer.text, answer.text.count("\n")) == (400, True, 1)


def test_wrong_graph_name(client: TestClient) -> None:
    """A graph whose name is no IRI is refused."""
    assert client.get("/sparql", params={"query": SELECT, "default-graph-uri": "a b"}).status_code == 400


@pytest.mark.parametrize("url", ["/sparql", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "/sparql?query=%FF"])
def test_not_one_query(client: TestClient, url: str) -> None:
    """No query, two of them, and one that is not UTF-8 are refused."""
    assert client.get(url).status_code == 400


def test_query_in_url_and_body(client: TestClient) -> None:
    """A query in the URL and another in the body are refused."""
    assert client.post("/sparql?query=ASK%7B%7D", data={"query": SELECT}).status_code == 400


def test_body_that_is_not_utf8(client: TestClient) -> None:
    """A body in another encoding is refused."""
    headers = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=b"ASK { ?s ?p '\xff' }", headers=headers).status_code == 400


def test_nothing_acceptable(client: TestClient) -> None:
    """A client that accepts none of the formats is told them."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"})
    assert (answer.status_code, "text/csv" in answer.text) == (406, True)


def test_unknown_body(client: TestClient) -> None:
    """A body of an unknown type is refused with those that are known."""
    answer = client.post("/sparql", content="{}", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["accept"]) == (
        415,
        "application/sparql-query, application/x-www-form-urlencoded",
    )


def test_body_without_type(client: TestClient) -> None:
    """A body of no type is refused."""
    assert client.post("/sparql", content=SELECT).status_code == 415


def test_long_body(client: TestClient) -> None:
    """A body that is too long is refused."""
    assert client.post("/sparql", content="query=" + "x" * 1_000_000, headers=FORM).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods(client: TestClient, method: str) -> None:
    """Other methods are refused with those that are allowed."""
    answer = client.request(method, "/sparql", params={"query": SELECT})
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD", "POST"})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("DROP ALL", "application/sparql-update"),
        ("update=DROP+ALL", "application/x-www-form-urlencoded"),
    ],
)
def test_updates(client: TestClient, graph: Graph, content: str, kind: str) -> None:
    """Updates are forbidden, and change nothing."""
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind})
    assert (answer.status_code, len(graph)) == (403, 2)


def test_update_in_the_url(client: TestClient) -> None:
    """An update in the URL is forbidden."""
    assert client.get("/sparql", params={"update": "DROP ALL"}).status_code == 403


def test_store_that_cannot_be_read(client: TestClient, graph: Graph) -> None:
    """When the store fails, the answer says so and is no success."""
    graph.close()
    with pytest.raises(StoreError):
        len(graph)
    answer = client.get("/sparql", params={"query": SELECT})
    assert (answer.status_code, "is closed" in answer.text) == (503, True)


def test_foreign_host(client: TestClient) -> None:
    """A request that names another host is refused, so that a page elsewhere cannot read the graph."""
    assert client.get("/sparql", params={"query": SELECT}, headers={"Host": "evil.example"}).status_code == 400


# ------------------------------------------------------------------------------------------------ the rest


def test_page_names_the_endpoint(client: TestClient) -> None:
    """The page says where queries go."""
    assert '<form action="/sparql" method="get">' in client.get("/").text


def test_page_is_escaped(client: TestClient) -> None:
    """What stands in a question cannot become markup."""
    text = client.get("/").text
    assert ("<script>" in text, "Is &lt;script&gt; &amp; more asked?" in text, "<code>a&lt;b</code>" in text) == (
        False,
        True,
        True,
    )


def test_page_links_work(client: TestClient) -> None:
    """The link of a question asks it."""
    link = re.search(r'<li>.*?href="([^"]+)"', client.get("/").text)
    assert link is not None
    assert client.get(html.unescape(link[1])).json()["head"] == {"vars": ["who"]}


def test_page_loads_nothing(client: TestClient) -> None:
    """The page forbids to load anything, and has nothing to load."""
    answer = client.get("/")
    assert (answer.headers["content-security-policy"][:18], "src=" in answer.text) == ("default-src 'none'", False)


def test_page_lists_what_ships(graph: Graph) -> None:
    """Without questions of its own, the page lists those that ship."""
    client = TestClient(app(graph, Ids()), base_url="http://localhost")
    assert "<code>who-urges-whom</code>" in client.get("/").text


def test_health(client: TestClient) -> None:
    """Whoever watches is told that all is well."""
    assert json.loads(client.get("/health").content) == {"status": "ok"}


def test_unknown_address(client: TestClient) -> None:
    """An address that is not there is not found."""
    assert client.get("/nothing").status_code == 404
