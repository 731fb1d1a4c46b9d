"""The W3C's suite of SPARQL 1.1 query evaluation, from its manifests, asked of the server over HTTP."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import pytest
import rdflib
from pyoxigraph import BlankNode, RdfFormat, Triple, parse, serialize
from rdflib import XSD, Namespace
from rdflib.compare import isomorphic, to_canonical_graph
from rdflib.query import Result

from tests.serve.w3c.manifests import HERE, Evaluation, evaluations, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

TESTS = evaluations()
ENTAILMENT = "the server has no entailment regime but simple entailment"
SERVICE = "the query asks other servers, which nobody allowed"
EMPTY = "Oxigraph finds no path of length zero from a term that is in no triple"
TAGS = "Oxigraph gives GROUP_CONCAT no language tag, as SPARQL 1.1 has it; the test is of SPARQL 1.2"
GRAPH = "Oxigraph leaves the variable of GRAPH unbound where what stands in it names no triple"
EXPECTED = {
    "aggregates/agg-empty-group-count-graph": GRAPH,
    "aggregates/agg-groupconcat-04": TAGS,
    "aggregates/agg-groupconcat-06": TAGS,
    "bindings/graph": GRAPH,
    "csv-tsv-res/tsv03": "Oxigraph takes numbers by their value: an xsd:negativeInteger is an xsd:integer",
    "functions/bnode01": "Oxigraph makes one blank node of one label in all rows, not one in each",
    "negation/graph-minus": "Oxigraph takes the variable of GRAPH as shared by both sides of MINUS",
    "property-path/zero_or_more_set_end": EMPTY,
    "property-path/zero_or_more_set_start": EMPTY,
    "property-path/zero_or_one_set_end": EMPTY,
    "property-path/zero_or_one_set_start": EMPTY,
}
NUMBERS = {XSD.integer, XSD.decimal, XSD.float, XSD.double}
FORMATS = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
# These ask for no more than simple entailment gives.
ENTAILED_ANYWAY = {
    *(f"bind0{number}" for number in range(1, 9)), *(f"sparqldl-0{number}" for number in (1, 4, 5, 6, 7, 8, 9)),
    "d-ent-01", "lang", "owlds01", "owlds02", "paper-sparqldl-Q5", "parent2", "plainLit", "rdf02", "rdf03", "rdf04",
    "rdfs08", "rdfs12", "rdfs13",
}  # fmt: skip
T = TypeVar("T")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
ROW, OF = rdflib.URIRef("urn:row"), Namespace("urn:variable:")

pytestmark = HERE


def expected(test: Evaluation) -> str | None:
    """Why a test is expected to fail; None where it must pass."""
    folder, _, name = test.name.partition("/")
    if folder == "entailment" and name not in ENTAILED_ANYWAY:
        return ENTAILMENT
    return SERVICE if folder == "service" else EXPECTED.get(test.name)


@pytest.fixture(scope="module")
def loaded(served: httpx.Client) -> httpx.Client:
    """The server with every file of the suite, each in a graph of its IRI."""
    files = sorted({name for test in TESTS for name in (*test.data, *test.named)})
    blocks = [
        f"GRAPH <{name}> {{ {(serialize(_triples(name), format=RdfFormat.N_TRIPLES) or b'').decode()} }}"
        for name in files
    ]
    content = f"DROP ALL ; INSERT DATA {{ {' '.join(blocks)} }}"
    answer = served.post("/sparql", content=content, headers={"Content-Type": "application/sparql-update"})
    assert answer.is_success, answer.text
    return served


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_evaluation(loaded: httpx.Client, test: Evaluation, request: pytest.FixtureRequest) -> None:
    """A query finds what its manifest says, or fails for the cause that is listed."""
    if (cause := expected(test)) is not None:
        request.applymarker(pytest.mark.xfail(reason=cause, strict=True))
    base = test.query.as_uri()
    query = f"BASE <{base}>\n{test.query.read_text(encoding='utf-8')}"
    data: dict[str, object] = {"query": query}
    if "FROM" not in query:  # else the query says itself what it asks
        data |= {"default-graph-uri": test.data or ("urn:nothing",), "named-graph-uri": test.named}
    suffix = test.result.suffix
    accept = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srj": "application/sparql-results+json"}
    rows = "application/sparql-results+xml, text/turtle;q=0.9"
    answer = loaded.post("/sparql", data=data, headers={"Accept": accept.get(suffix, rows)})
    assert answer.status_code == 200, answer.text
    if suffix in {".csv", ".tsv"}:
        assert _table(answer.text, suffix) == _table(test.result.read_text(encoding="utf-8"), suffix)
    elif answer.headers["content-type"].startswith("text/turtle"):
        assert isomorphic(
            rdflib.Graph().parse(data=answer.text, format="turtle"), rdflib.Graph().parse(test.result, format="turtle")
        )
    else:
        ours = _result(answer.content, _format(answer.headers["content-type"]))
        theirs = _expected(test)
        assert ours == theirs


def _triples(name: str) -> list[Triple]:
    """The triples of a file; blank nodes of two files are two."""
    path = path_of(name)
    marked = path.parent.name + path.stem
    parsed = parse(path.read_bytes(), format=FORMATS[path.suffix], base_iri=name)
    return [Triple(_apart(each.subject, marked), each.predicate, _apart(each.object, marked)) for each in parsed]


def _apart(term: T, marked: str) -> T | BlankNode:
    return BlankNode(f"{marked}{term.value}".replace("-", "")) if isinstance(term, BlankNode) else term


def _format(content_type: str) -> str:
    known = {"sparql-results+json": "json", "sparql-results+xml": "xml", "tab-separated-values": "tsv"}
    return next(form for name, form in known.items() if name in content_type)


def _expected(test: Evaluation) -> object:
    if test.result.suffix == ".ttl":
        return _rows(list(_bindings(rdflib.Graph().parse(test.result, format="turtle"))))
    return _result(test.result.read_bytes(), {".srx": "xml", ".srj": "json"}[test.result.suffix])


def _bindings(graph: rdflib.Graph) -> Iterator[dict[str, rdflib.term.Node]]:
    """The rows of a result set that is written as a graph."""
    for solution in graph.objects(predicate=RS.solution):
        yield {
            str(graph.value(binding, RS.variable)): term
            for binding in graph.objects(solution, RS.binding)
            if (term := graph.value(binding, RS.value)) is not None
        }


def _result(content: bytes, form: str) -> object:
    return _result_of(Result.parse(io.BytesIO(content), format=form))


def _result_of(result: Result) -> object:
    """A boolean, or the rows."""
    if result.type == "ASK":
        return bool(result.askAnswer)
    return _rows([{str(variable): term for variable, term in row.items()} for row in result.bindings or ()])


def _rows(found: list[dict[str, rdflib.term.Node]]) -> object:
    """The rows, sorted; blank nodes are named by what stands in their rows."""
    rows = [{name: _normal(term) for name, term in row.items()} for row in found]
    if not any(isinstance(term, rdflib.BNode) for row in rows for term in row.values()):
        return sorted(sorted((name, str(term)) for name, term in row.items()) for row in rows)
    graph = rdflib.Graph()
    for row in rows:
        node = rdflib.BNode()
        graph.add((node, rdflib.RDF.type, ROW))
        for name, term in row.items():
            graph.add((node, OF[name], term if isinstance(term, rdflib.BNode) else rdflib.Literal(term)))
    return sorted(" ".join(term.n3() for term in triple) for triple in to_canonical_graph(graph))


def _normal(term: rdflib.term.Node) -> rdflib.BNode | str:
    """A term as text, a number by its value: 1.0 and 1.00 are one decimal. Tags of languages are of either case."""
    if isinstance(term, rdflib.BNode):
        return term
    if not isinstance(term, rdflib.Literal):
        return f"<{term}>"
    if term.datatype in NUMBERS and isinstance(term.value, int | float | Decimal):
        return f"{float(term.value)!r}^^{term.datatype}"
    return (
        f"{str(term)!r}@{term.language.lower()}" if term.language else f"{str(term)!r}^^{term.datatype or XSD.string}"
    )


def _table(text: str, suffix: str) -> list[list[tuple[str, str]]]:
    """The rows, each with its columns by name: the order of the columns of SELECT * is the server's own."""
    table = csv.reader(io.StringIO(text)) if suffix == ".csv" else (line.split("\t") for line in text.splitlines())
    head, *rows = table
    return sorted(sorted(zip(head, map(_cell, row), strict=True)) for row in rows)


def _cell(cell: str) -> str:
    """A cell, a number by its value, a blank node by being one."""
    try:
        return repr(float(cell))
    except ValueError:
        return "_:" if cell.startswith("_:") else cell
