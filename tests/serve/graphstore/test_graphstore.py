"""The Graph Store Protocol, asked of a server that really runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pyoxigraph as ox
import pytest

from kg.config import ServeConfig
from kg.serve import Settings
from tests.serve import near
from tests.serve.test_running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = ServeConfig(workers=1, longest_write=3_000_000)
TURTLE = {"Content-Type": "text/turtle"}
ONE = "<urn:a> <urn:b> 1 ."
TWO = "<urn:a> <urn:b> 2 ."
WORLD = "https://w3id.org/newskg/graph/world"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that may be written to."""
    folder = near.built(tmp_path_factory.mktemp("graphs") / "news.kg", [*near.TWO, (WORLD, "w")])
    settings = Settings(writable=True, token=near.TOKEN, access_log=False, config=SMALL)
    with running(folder, settings) as serving:
        yield serving.url


@pytest.fixture
def server(url: str) -> Iterator[httpx.Client]:
    """A client that has the token."""
    with httpx.Client(base_url=url, headers=near.BEARER, timeout=30) as client:
        yield client


def held(server: httpx.Client, address: str) -> set[str]:
    """The triples of a graph."""
    answer = server.get(address, headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    return {str(quad.triple) for quad in ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)}


# ------------------------------------------------------------------------------------------------ reading


def test_get_of_a_graph(server: httpx.Client) -> None:
    """A named graph is read whole, in Turtle unless something else is liked better."""
    answer = server.get("/graphs?graph=urn:one")
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert [str(quad.object) for quad in ox.parse(answer.content, ox.RdfFormat.TURTLE)] == ['"one"']


@pytest.mark.parametrize("address", ["/graphs?graph=urn:none", "/graphs/none", "/graph/none"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_a_graph_that_is_not_there(server: httpx.Client, address: str, method: str) -> None:
    """What is not there is a 404, by whichever name."""
    assert server.request(method, address).status_code == 404


def test_the_formats_of_a_graph(server: httpx.Client) -> None:
    """A graph comes in the format that the client likes best; nothing acceptable is a 406."""
    assert server.get("/graphs?graph=urn:one", headers={"Accept": "application/rdf+xml"}).text.startswith("<?xml")
    assert server.get("/graphs?graph=urn:one&format=ntriples").headers["Content-Type"] == "application/n-triples"
    assert server.get("/graphs?graph=urn:one", headers={"Accept": "image/png"}).status_code == 406


def test_head_of_a_graph(server: httpx.Client) -> None:
    """HEAD has the headers of GET and no body."""
    answer = server.head("/graphs?graph=urn:one")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"


def test_the_whole_data_set(server: httpx.Client) -> None:
    """Without a name, all graphs come as TriG, or as N-Quads."""
    answer = server.get("/graphs", headers={"Accept": "application/n-quads"})
    quads = ox.parse(answer.content, ox.RdfFormat.N_QUADS)
    assert {"<urn:one>", "<urn:two>", f"<{WORLD}>"} <= {str(quad.graph_name) for quad in quads}
    assert server.get("/graphs").headers["Content-Type"] == "application/trig"
    assert server.get("/graphs", headers={"Accept": "text/turtle"}).status_code == 406


def test_a_graph_of_the_projects_own_by_its_path(server: httpx.Client) -> None:
    """The path of the IRI of one of the project's graphs leads to it."""
    assert held(server, "/graph/world") == held(server, f"/graphs?graph={WORLD}") != set()


def test_a_graph_of_the_projects_own_in_a_browser(server: httpx.Client) -> None:
    """A browser that follows the IRI of one of the project's graphs gets a page."""
    answer = server.get("/graph/world", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_an_extension_names_the_format_of_a_graph_of_the_projects_own(server: httpx.Client) -> None:
    """An extension is no part of such a graph's name; below /graphs it is."""
    assert server.get("/graph/world.nt").headers["Content-Type"] == "application/n-triples"
    assert server.get("/graphs/world.nt").status_code == 404


def test_a_graph_that_the_client_has_already(server: httpx.Client) -> None:
    """A graph that did not change since is a 304; one that is not there is none."""
    tag = server.get("/graphs?graph=urn:two").headers["ETag"]
    assert server.get("/graphs?graph=urn:two", headers={"If-None-Match": tag}).status_code == 304
    assert server.get("/graphs?graph=urn:none", headers={"If-None-Match": "*"}).status_code == 404


def test_reading_needs_no_token(url: str) -> None:
    """A server that is not private lets everybody read a graph."""
    assert httpx.get(f"{url}graphs?graph=urn:one").status_code == 200


# ------------------------------------------------------------------------------------------------ writing


def test_put_makes_a_graph_and_replaces_it(server: httpx.Client) -> None:
    """PUT is a 201 and then a 204, after which the graph holds what was put last."""
    address = "/graphs?graph=urn:put"
    assert server.put(address, content=ONE, headers=TURTLE).status_code == 201
    assert server.put(address, content=TWO, headers=TURTLE).status_code == 204
    assert held(server, address) == {'<urn:a> <urn:b> "2"^^<http://www.w3.org/2001/XMLSchema#integer>'}


def test_put_of_nothing_makes_an_empty_graph(server: httpx.Client) -> None:
    """A graph without triples is there all the same."""
    assert server.put("/graphs?graph=urn:empty", content=b"", headers=TURTLE).status_code == 201
    assert held(server, "/graphs?graph=urn:empty") == set()


def test_post_adds(server: httpx.Client) -> None:
    """POST is a 201 for a new graph, and a 204 for one that then holds more."""
    address = "/graphs?graph=urn:post"
    assert server.post(address, content=ONE, headers=TURTLE).status_code == 201
    assert server.post(address, content=TWO, headers=TURTLE).status_code == 204
    assert len(held(server, address)) == 2


def test_delete(server: httpx.Client) -> None:
    """DELETE is a 204, and then the graph is gone."""
    server.put("/graphs?graph=urn:delete", content=ONE, headers=TURTLE)
    assert server.delete("/graphs?graph=urn:delete").status_code == 204
    assert server.get("/graphs?graph=urn:delete").status_code == 404


def test_the_default_graph(server: httpx.Client) -> None:
    """The default graph is put, added to and emptied, and is always there."""
    assert server.put("/graphs?default", content=ONE, headers=TURTLE).status_code == 201
    assert server.post("/graphs?default", content=TWO, headers=TURTLE).status_code == 204
    assert len(held(server, "/graphs?default")) == 2
    assert server.delete("/graphs?default").status_code == 204
    assert held(server, "/graphs?default") == set()


def test_an_address_is_the_name_of_its_graph(server: httpx.Client, url: str) -> None:
    """A graph that is put at an address below /graphs has the address as its name, its escapes as they are."""
    assert server.put("/graphs/a/caf%C3%A9.ttl", content="<> <urn:b> <x> .", headers=TURTLE).status_code == 201
    assert held(server, f"/graphs?graph={url}graphs/a/caf%25C3%25A9.ttl") == {
        f"<{url}graphs/a/caf%C3%A9.ttl> <urn:b> <{url}graphs/a/x>"
    }


def test_a_name_is_decoded_once_and_keeps_its_plus(server: httpx.Client) -> None:
    """A plus in the name of a graph stays one, and so does what was encoded twice."""
    server.put("/graphs?graph=urn:a+b%2531", content=ONE, headers=TURTLE)
    rows = server.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g { <urn:a> ?p ?o } }", "format": "csv"}).text
    assert "urn:a+b%31" in rows.split()


def test_post_without_a_name_makes_a_new_graph(server: httpx.Client, url: str) -> None:
    """The address of the new graph is where the answer says, and it is the graph's name."""
    answer = server.post("/graphs", content="<> <urn:b> <urn:c> .", headers=TURTLE)
    name = answer.headers["Location"]
    assert (answer.status_code, name.startswith(f"{url}graphs/")) == (201, True)
    assert held(server, name) == held(server, f"/graphs?graph={name}") == {f"<{name}> <urn:b> <urn:c>"}


def test_post_of_a_data_set(server: httpx.Client) -> None:
    """A data set that is posted without a name is added to the graphs that it names."""
    quads = "<urn:a> <urn:b> <urn:c> <urn:set1> .\n<urn:a> <urn:b> <urn:d> <urn:set2> .\n"
    assert server.post("/graphs", content=quads, headers={"Content-Type": "application/n-quads"}).status_code == 204
    assert held(server, "/graphs?graph=urn:set2") == {"<urn:a> <urn:b> <urn:d>"}


def test_several_files_in_a_form(server: httpx.Client) -> None:
    """The files of a form go into one graph; one without a type is told by its name."""
    files = [("a", ("a.ttl", ONE, "text/turtle; charset=utf-8")), ("b", ("b.nt", "<urn:a> <urn:b> <urn:c> .", ""))]
    assert server.post("/graphs?graph=urn:form", files=files).status_code == 201
    assert len(held(server, "/graphs?graph=urn:form")) == 2


def test_blank_nodes_of_two_files_stay_apart(server: httpx.Client) -> None:
    """The same label in two files is two blank nodes."""
    files = [(name, (name, f"_:x <urn:b> '{name}' .", "text/turtle")) for name in ("a", "b")]
    server.put("/graphs?graph=urn:blank", files=files)
    answer = server.get("/graphs?graph=urn:blank", headers={"Accept": "application/n-triples"})
    assert len({quad.subject for quad in ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)}) == 2


def test_a_long_body(server: httpx.Client) -> None:
    """A body that does not stay in memory is written whole."""
    triples = "".join(f"<urn:subject:{n}> <urn:predicate> <urn:object:{n}> .\n" for n in range(40_000))
    headers = {"Content-Type": "application/n-triples"}
    assert server.put("/graphs?graph=urn:long", content=triples, headers=headers).status_code == 201
    rows = server.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { GRAPH <urn:long> { ?s ?p ?o } }"})
    assert rows.json()["results"]["bindings"][0]["n"]["value"] == "40000"


def test_a_write_into_a_graph_of_the_projects_own(server: httpx.Client) -> None:
    """Even a graph that a build made can be added to, by the path of its name."""
    assert server.post("/graph/world", content=ONE, headers=TURTLE).status_code == 204
    assert len(held(server, "/graph/world")) == 2


def test_an_update_is_seen_by_the_next_query(server: httpx.Client) -> None:
    """An update at the endpoint is a 204, and a query that follows sees what it did."""
    update = "INSERT DATA { GRAPH <urn:updated> { <urn:a> <urn:b> <here> } }"
    assert server.post("/sparql", data={"update": update}).status_code == 204
    assert held(server, "/graphs?graph=urn:updated") == {f"<urn:a> <urn:b> <{server.base_url}here>"}


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_graph_that_must_be_new_or_must_be_there(server: httpx.Client, method: str) -> None:
    """If-None-Match: * writes a new graph alone, If-Match: * one that is there; else it is a 412."""
    new, there = {**TURTLE, "If-None-Match": "*"}, {**TURTLE, "If-Match": "*"}
    address = f"/graphs?graph=urn:condition:{method}"
    statuses = [
        server.request(method, address, content=ONE, headers=headers).status_code
        for headers in (there, new, new, there)
    ]
    assert statuses == [412, 201, 412, 204]
    assert server.delete("/graphs?graph=urn:none", headers={"If-Match": "*"}).status_code == 412


def test_an_etag_is_no_condition_of_a_write(server: httpx.Client) -> None:
    """An ETag is weak, and a condition that cannot be kept is not ignored."""
    tag = server.get("/graphs?graph=urn:one").headers["ETag"]
    answer = server.put("/graphs?graph=urn:one", content=TWO, headers={**TURTLE, "If-Match": tag})
    assert (answer.status_code, held(server, "/graphs?graph=urn:one") == set()) == (412, False)


# ------------------------------------------------------------------------------------------------ refusals


def test_broken_rdf_is_a_400_that_names_the_line(server: httpx.Client) -> None:
    """A payload that cannot be read is refused with its parser's words, and changes nothing."""
    answer = server.put("/graphs?graph=urn:one", content=f"{ONE}\n<urn:a> oops .", headers=TURTLE)
    assert (answer.status_code, "line 2" in answer.json()["detail"]) == (400, True)
    assert len(held(server, "/graphs?graph=urn:one")) == 1


def test_named_graphs_in_the_payload_of_one_graph(server: httpx.Client) -> None:
    """A data set cannot be put into one graph."""
    content, headers = "<urn:g> { <urn:a> <urn:b> <urn:c> }", {"Content-Type": "application/trig"}
    assert server.put("/graphs?graph=urn:one", content=content, headers=headers).status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "/graphs?graph=relative",
        "/graphs?graph=",
        "/graphs?graph=urn:a&graph=urn:b",
        "/graphs?graph=urn:a&default",
        "/graphs?default=urn:a",
        "/graphs?graph=urn:%FF",
        "/graphs/a?graph=urn:b",
    ],
)
def test_a_name_that_means_nothing(server: httpx.Client, address: str) -> None:
    """A request that does not name one graph by an absolute IRI is a 400."""
    assert server.get(address).status_code == 400


@pytest.mark.parametrize("kind", ["text/html", "", "text/turtle; charset=utf-16"])
def test_a_body_of_another_type(server: httpx.Client, kind: str) -> None:
    """A body that is no RDF in UTF-8 is a 415 that says what is."""
    answer = server.put("/graphs?graph=urn:one", content=ONE, headers={"Content-Type": kind} if kind else {})
    assert (answer.status_code, "text/turtle" in answer.headers["Accept"]) == (415, True)


def test_a_file_of_another_type(server: httpx.Client) -> None:
    """A form with a file that is no RDF is a 415."""
    assert server.post("/graphs?graph=urn:one", files={"a": ("a.png", b"", "image/png")}).status_code == 415


@pytest.mark.parametrize(
    "content", [b"", b"--x\r\nnonsense", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n']
)
def test_a_form_without_files(server: httpx.Client, content: bytes) -> None:
    """A form that cannot be read, or has fields that are no files, is a 400."""
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert server.post("/graphs?graph=urn:one", content=content, headers=headers).status_code == 400


def test_a_body_that_is_too_long(server: httpx.Client) -> None:
    """A body of more bytes than the configuration allows is a 413."""
    content = b"#" * (SMALL.longest_write + 1)
    assert server.put("/graphs?graph=urn:one", content=content, headers=TURTLE).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_all_graphs_at_once_are_not_replaced(server: httpx.Client, method: str) -> None:
    """Without a name, PUT and DELETE are a 405 that says what may be done."""
    answer = server.request(method, "/graphs", content=ONE, headers=TURTLE)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_other_methods(server: httpx.Client) -> None:
    """PATCH is a 405, and OPTIONS says what may be done."""
    assert server.patch("/graphs?graph=urn:one", content="CLEAR ALL").status_code == 405
    assert "PUT" in server.options("/graphs?graph=urn:one").headers["Allow"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("address", ["graphs?graph=urn:one", "graphs/a", "graph/world"])
def test_writing_needs_the_token(url: str, method: str, address: str) -> None:
    """Without the token a write is a 401."""
    assert httpx.request(method, f"{url}{address}", headers=TURTLE).status_code == 401


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_a_server_to_read_is_not_written_to(pool: near.Near, method: str) -> None:
    """Where nobody may write, a write is a 403."""
    assert near.client(pool).request(method, "/graphs?graph=urn:one", headers=near.BEARER).status_code == 403
