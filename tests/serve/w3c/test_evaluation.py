"""The W3C's suite of SPARQL 1.1 query evaluation, from its manifests, asked of the server over HTTP."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeVar

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib.compare import isomorphic, to_isomorphic
from rdflib.query import Result

from tests.serve.w3c.manifests import HERE, Evaluation, evaluations, path_of

if TYPE_CHECKING:
    import httpx

TESTS = evaluations()
ENTAILMENT = "no entailment regime beyond simple entailment is supported"
SERVICE = "asks other servers, which nobody allowed"
EXPECTED: dict[str, str] = {}
FORMATS = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
T = TypeVar("T")
ROW, OF = rdflib.URIRef("urn:row"), rdflib.Namespace("urn:variable:")

pytestmark = HERE


def expected(test: Evaluation) -> str | None:
    """Why a test is expected to fail; None where it must pass."""
    return EXPECTED.get(test.name)


@pytest.fixture(scope="module")
def loaded(served: httpx.Client) -> httpx.Client:
    """The server with every file of the suite, each in a graph of its IRI."""
    files = sorted({name for test in TESTS for name in (*test.data, *test.named)})
    quads = [quad for name in files for quad in _quads(name)]
    content = serialize(quads, format=RdfFormat.N_QUADS)
    answer = served.put("/graphs", content=content, headers={"Content-Type": "application/n-quads"})
    assert answer.is_success, answer.text
    return served


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_evaluation(loaded: httpx.Client, test: Evaluation, request: pytest.FixtureRequest) -> None:
    """A query finds what its manifest says, or fails for the cause that is listed."""
    if (cause := expected(test)) is not None:
        request.applymarker(pytest.mark.xfail(reason=cause, strict=True))
    base = test.query.as_uri()
    query = f"BASE <{base}>\n{test.query.read_text(encoding='utf-8')}"
    data = {"query": query, "default-graph-uri": list(test.data), "named-graph-uri": list(test.named)}
    suffix = test.result.suffix
    accept = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srj": "application/sparql-results+json"}
    rows = "application/sparql-results+xml, text/turtle;q=0.9"
    answer = loaded.post("/sparql", data=data, headers={"Accept": accept.get(suffix, rows)})
    assert answer.status_code == 200, answer.text
    if suffix == ".csv":
        assert _table(answer.text) == _table(test.result.read_text(encoding="utf-8"))
    elif answer.headers["content-type"].startswith("text/turtle"):
        assert isomorphic(
            rdflib.Graph().parse(data=answer.text, format="turtle"), rdflib.Graph().parse(test.result, format="turtle")
        )
    else:
        ours = _result(answer.content, _format(answer.headers["content-type"]))
        theirs = _expected(test)
        assert ours == theirs


def _quads(name: str) -> list[Quad]:
    """The triples of a file, in a graph of its name; blank nodes of two files are two."""
    path = path_of(name)
    marked = path.parent.name + path.stem
    graph = NamedNode(name)
    parsed = parse(path.read_bytes(), format=FORMATS[path.suffix], base_iri=name)
    return [Quad(_apart(quad.subject, marked), quad.predicate, _apart(quad.object, marked), graph) for quad in parsed]


def _apart(term: T, marked: str) -> T | BlankNode:
    return BlankNode(f"{marked}{term.value}".replace("-", "")) if isinstance(term, BlankNode) else term


def _format(content_type: str) -> str:
    known = {"sparql-results+json": "json", "sparql-results+xml": "xml", "tab-separated-values": "tsv"}
    return next(form for name, form in known.items() if name in content_type)


def _expected(test: Evaluation) -> object:
    if test.result.suffix == ".ttl":
        graph = rdflib.Graph().parse(test.result, format="turtle")
        return _result_of(Result.parse(io.BytesIO(graph.serialize().encode()), format="turtle"))
    form = {".srx": "xml", ".srj": "json", ".tsv": "tsv"}[test.result.suffix]
    return _result(test.result.read_bytes(), form)


def _result(content: bytes, form: str) -> object:
    return _result_of(Result.parse(io.BytesIO(content), format=form))


def _result_of(result: Result) -> object:
    """A boolean, or the rows as a graph: of each, that two results are one does not depend on names and order."""
    if result.type == "ASK":
        return bool(result.askAnswer)
    graph = rdflib.Graph()
    for row in result.bindings:
        node = rdflib.BNode()
        graph.add((node, rdflib.RDF.type, ROW))
        for variable, term in row.items():
            graph.add((node, OF[str(variable)], _normal(term)))
    return to_isomorphic(graph)


def _normal(term: rdflib.term.Node) -> rdflib.term.Node:
    """A literal with the value that it has: 1.0 and 1.00 are one decimal."""
    return term.normalize() if isinstance(term, rdflib.Literal) else term


def _table(text: str) -> list[list[str]]:
    head, *rows = csv.reader(io.StringIO(text))
    return [head, *sorted(rows)]
