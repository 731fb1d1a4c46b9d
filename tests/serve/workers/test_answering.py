"""What a worker answers, in the process of the test."""

from __future__ import annotations

import csv
import gzip
import io
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.serve.workers.answering import Answering
from kg.serve.workers.tasks import Dataset, Dump, Query, Setup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.serve.workers.tasks import Reply

LABEL = NamedNode("http://example.org/label")
ALL = "SELECT * { ?s ?p ?o } ORDER BY ?s"
NASTY = [
    'plain "quoted"',
    "two\r\nlines, one comma",
    "}{][ \\ \\\\ }]}}",
    "</result></results> & <results>",
    "\ttab",
    "",
]


def thing(number: int) -> NamedNode:
    """A thing."""
    return NamedNode(f"http://example.org/{number}")


@pytest.fixture
def answering(tmp_path: Path) -> Answering:
    """A worker's store: texts that look like syntax in one graph, a thing in another, one in the default graph."""
    folder = tmp_path / "store"
    store = Store(folder)
    for number, text in enumerate(NASTY):
        store.add(Quad(thing(number), LABEL, Literal(text), NamedNode("urn:g")))
    store.add(Quad(thing(8), LABEL, Literal("eight"), NamedNode("urn:h")))
    store.add(Quad(thing(9), LABEL, Literal("nine")))
    store.flush()
    return Answering(
        Setup(
            store=str(folder),
            spool=str(tmp_path),
            prefixes={"ex": "http://example.org/"},
            memory=2**30,
            most_bytes=2**20,
            in_memory=2**18,
            alone=False,
        )
    )


def texts(reply: Reply) -> list[str]:
    """The third column of an answer, read by a reader of its format."""
    assert reply.status == 200, reply.detail
    if "json" in reply.content_type:
        return [row["o"]["value"] for row in json.loads(reply.body)["results"]["bindings"]]
    if "xml" in reply.content_type:
        space = "{http://www.w3.org/2005/sparql-results#}"
        return [
            found.text or ""
            for found in ET.fromstring(reply.body.decode()).iter(f"{space}literal")  # noqa: S314  (made above)
        ]
    if "csv" in reply.content_type:
        return [row[2] for row in csv.reader(io.StringIO(reply.body.decode(), newline=""))][1:]
    rows = [line.split("\t") for line in reply.body.decode().splitlines()][1:]
    return [next(iter(parse(f"<urn:s> <urn:p> {row[2]} .", RdfFormat.TURTLE))).object.value for row in rows]


JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
FORMATS = [JSON, XML, "text/csv", "text/tab-separated-values"]


@pytest.mark.parametrize("rows", FORMATS)
def test_cut_answer_is_whole(answering: Answering, rows: str) -> None:
    """Cut after any number of rows, an answer has exactly these, says that it was cut, and can be read."""
    query = "SELECT * { GRAPH <urn:g> { ?s ?p ?o } } ORDER BY ?s"
    whole = texts(answering.answer(Query(text=query, rows=rows)))
    assert len(whole) == len(NASTY)
    for most in range(len(NASTY) + 2):
        reply = answering.answer(Query(text=query, rows=rows, most_rows=most))
        assert texts(reply) == whole[:most]
        assert reply.cut == (most < len(NASTY))


@pytest.mark.parametrize("rows", FORMATS)
def test_answer_of_few_bytes_is_whole(answering: Answering, rows: str) -> None:
    """Cut after any number of bytes, an answer has all rows that fit, and can be read."""
    query = "SELECT * { GRAPH <urn:g> { ?s ?p ?o } } ORDER BY ?s"
    whole = answering.answer(Query(text=query, rows=rows))
    head = len(answering.answer(Query(text=query, rows=rows, most_rows=0)).body)
    counts = []
    for most in range(head, len(whole.body) + 1):
        reply = answering.answer(Query(text=query, rows=rows, most_bytes=most))
        assert len(reply.body) <= most
        assert texts(reply) == texts(whole)[: len(texts(reply))]
        counts.append(len(texts(reply)))
    assert (counts[0], counts[-1], counts) == (0, len(NASTY), sorted(counts))
    assert set(counts) == set(range(len(NASTY) + 1))


@pytest.mark.parametrize("triples", ["text/turtle", "application/n-triples", "application/rdf+xml"])
def test_cut_triples_are_whole(answering: Answering, triples: str) -> None:
    """Triples that are cut after bytes are those that fit, in a document that can be read."""
    query = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o FILTER(?s != ex:4) } } ORDER BY ?s"
    whole = answering.answer(Query(text=query, triples=triples))
    form = RdfFormat.from_media_type(triples)
    read = [len(list(parse(whole.body, form)))]
    for most in (len(whole.body) - 1, len(whole.body) * 2 // 3):
        reply = answering.answer(Query(text=query, triples=triples, most_bytes=most))
        assert len(reply.body) <= most
        assert reply.cut
        read.append(len(list(parse(reply.body, form))))
    assert read[0] == len(NASTY)
    assert read[0] > read[1] >= read[2] > 0


def test_bytes_are_capped(answering: Answering) -> None:
    """Who asks for more bytes than any answer may have gets as many as it may have."""
    answering._setup = replace(answering._setup, most_bytes=400)
    reply = answering.answer(Query(text=ALL, most_bytes=10**9))
    assert (reply.status, reply.cut, len(texts(reply))) == (200, True, 2)
    assert len(reply.body) <= 400


def test_triples_are_counted(answering: Answering) -> None:
    """Triples that are cut after a number are so many."""
    query = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    reply = answering.answer(Query(text=query, triples="application/n-triples", most_rows=3))
    assert (len(reply.body.splitlines()), reply.cut) == (3, True)


def test_compressed_answer_is_the_same(answering: Answering) -> None:
    """What is compressed, in memory or in a file, is what goes out otherwise."""
    query = "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"
    plain = answering.answer(Query(text=f"{query} LIMIT 300"))
    packed = answering.answer(Query(text=f"{query} LIMIT 300", gzip=True))
    assert packed.encoding == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    answering._setup = replace(answering._setup, in_memory=500)
    spooled = answering.answer(Query(text=f"{query} LIMIT 300", gzip=True))
    with gzip.open(spooled.path) as file:
        assert file.read() == plain.body


def test_short_answer_is_not_compressed(answering: Answering) -> None:
    """What would hardly get shorter goes out as it is."""
    reply = answering.answer(Query(text="ASK {}", gzip=True))
    assert (reply.body, reply.encoding) == (b'{"head":{},"boolean":true}', None)


@pytest.mark.parametrize("rows", ["text/csv", "text/tab-separated-values"])
def test_boolean_is_json_where_it_has_no_form(answering: Answering, rows: str) -> None:
    """CSV and TSV of a boolean are not defined: JSON takes their place."""
    reply = answering.answer(Query(text="ASK { ?s ?p ?o }", rows=rows))
    assert (reply.content_type, json.loads(reply.body)["boolean"]) == ("application/sparql-results+json", True)


@pytest.mark.parametrize(
    "query", [Query(text="ASK {}", rows=None), Query(text=ALL, rows=None), Query(text="DESCRIBE ex:1", triples=None)]
)
def test_nothing_acceptable(answering: Answering, query: Query) -> None:
    """A query whose answer has no acceptable format is refused as such."""
    reply = answering.answer(query)
    assert (reply.status, reply.body) == (406, b"")
    assert "no format for them is acceptable" in reply.detail


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(text=ALL), 8),
        (Query(text=ALL, union=False), 1),
        (Query(text=ALL.replace("{", "FROM <urn:h> {")), 1),
        (Query(text=ALL, dataset=Dataset(default=("urn:g",))), 6),
        (Query(text=ALL, dataset=Dataset(named=("urn:g",))), 0),
        (Query(text=ALL.replace("{", "FROM <urn:h> {"), dataset=Dataset(default=("urn:g",))), 6),
        (Query(text="SELECT * { GRAPH <8> { ?s ?p ?o } }", base="urn:"), 0),
        (Query(text="SELECT * { <8> ?p ?o }", base="http://example.org/"), 1),
    ],
)
def test_default_graph_is_what_is_asked_for(answering: Answering, query: Query, found: int) -> None:
    """The union, the real default graph, that of FROM, or that of the request, which wins; IRIs follow the base."""
    assert len(texts(answering.answer(query))) == found


@pytest.mark.parametrize("text", ["INSERT DATA { ex:a ex:b ex:c }", "SELECT * { SERVICE <http://example.org/> {} }"])
def test_what_is_no_query_is_refused(answering: Answering, text: str) -> None:
    """An update and a request to another machine are refused, the second time too."""
    assert [answering.answer(Query(text=text)).status for _ in range(2)] == [400, 400]


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A server that knows one row, by its host and port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            row = {"o": {"type": "literal", "value": "far"}}
            found = json.dumps({"head": {"vars": ["o"]}, "results": {"bindings": [row]}}).encode()
            content = found if self.path == "/known" else b"{"
            self.send_response(500 if self.path == "/fails" else 200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_other_machine_is_asked_where_it_is_allowed(answering: Answering, elsewhere: str) -> None:
    """SERVICE brings what an allowed host knows; without the permission it is refused, before and after."""
    text = f"SELECT ?o {{ SERVICE <http://{elsewhere}/known> {{ ?s ?p ?o }} }}"
    statuses = [answering.answer(Query(text=text, federation=hosts)).status for hosts in ((), (elsewhere,), ())]
    assert statuses == [400, 200, 400]
    assert texts(answering.answer(Query(text=text, federation=(elsewhere,)))) == ["far"]


@pytest.mark.parametrize(("path", "said"), [("fails", "Error 500"), ("broken", "Parser error")])
def test_other_machine_that_fails_is_told(answering: Answering, elsewhere: str, path: str, said: str) -> None:
    """When an allowed host fails, or gives no whole answer, it is not the store's fault, nor the query's."""
    text = f"SELECT ?o {{ SERVICE <http://{elsewhere}/{path}> {{ ?s ?p ?o }} }}"
    reply = answering.answer(Query(text=text, federation=(elsewhere,)))
    assert reply.status == 502
    assert f"a machine that SERVICE names gave no answer ({said}" in reply.detail


def test_wrong_query_is_told_where_others_may_be_asked(answering: Answering) -> None:
    """A query that cannot be read is refused as that, whatever hosts are allowed."""
    assert answering.answer(Query(text="SELECT * { ?s ?p ", federation=("example.org",))).status == 400


@pytest.mark.parametrize(
    "media_type",
    ["text/turtle", "application/n-triples", "application/n-quads", "application/trig", "application/ld+json"],
)
def test_graph_is_dumped(answering: Answering, media_type: str) -> None:
    """A graph goes out in every format, whole."""
    reply = answering.answer(Dump(graph="urn:h", media_type=media_type))
    form = RdfFormat.from_media_type(media_type)
    assert [quad.triple for quad in parse(reply.body, form)] == [Triple(thing(8), LABEL, Literal("eight"))]


@pytest.mark.parametrize("media_type", ["application/n-quads", "application/trig", "application/ld+json"])
def test_data_set_is_dumped(answering: Answering, media_type: str) -> None:
    """The whole data set goes out with its graphs."""
    reply = answering.answer(Dump(graph=None, media_type=media_type))
    assert set(parse(reply.body, RdfFormat.from_media_type(media_type))) == set(answering._store)


@pytest.mark.parametrize(
    ("graph", "media_type", "status"),
    [
        ("urn:nothing", "text/turtle", 404),
        ("no iri", "text/turtle", 400),
        (None, "text/turtle", 406),
        ("urn:h", "image/png", 406),
        ("", "text/turtle", 200),
    ],
)
def test_dump_that_cannot_be(answering: Answering, graph: str | None, media_type: str, status: int) -> None:
    """An absent graph, what names none, and a format that cannot hold it are refused; the default graph is there."""
    assert answering.answer(Dump(graph=graph, media_type=media_type)).status == status


def test_worker_goes_on_with_another_store(answering: Answering, tmp_path: Path) -> None:
    """After another snapshot was opened, that is asked."""
    other = Store(tmp_path / "other")
    other.add(Quad(thing(1), LABEL, Literal("one"), NamedNode("urn:g")))
    other.flush()
    answering.open(str(tmp_path / "other"))
    assert texts(answering.answer(Query(text=ALL))) == ["one"]


def test_full_disk_is_told(answering: Answering, tmp_path: Path) -> None:
    """A long answer that cannot be kept is refused as that."""
    answering._setup = replace(answering._setup, in_memory=10, spool=str(tmp_path / "gone"))
    reply = answering.answer(Query(text=ALL))
    assert reply.status == 503
    assert reply.detail.startswith("there is no room for so long an answer (No such file or directory)")
