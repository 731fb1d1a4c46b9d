"""The test manifests of the W3C's SPARQL working group, read as records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Namespace
from rdflib.collection import Collection

SHARED = Path(__file__).parents[4] / "shared" / "rdf-tests" / "sparql" / "sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")

HERE = pytest.mark.skipif(not SHARED.is_dir(), reason=f"needs the W3C tests in {SHARED.parent.parent.name}/")
STATUSES = {"OK": 200, "Created": 201, "NoContent": 204, "BadRequest": 400, "NotFound": 404, "MethodNotAllowed": 405}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an answer must be."""

    statuses: frozenset[str]
    boolean: bool | None
    form: str | None
    headers: tuple[tuple[str, str], ...]
    body: str | None
    location: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request of a test."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    expected: Expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A test of a protocol: requests in order, on a store that holds ``data``."""

    name: str
    data: tuple[tuple[str, Path], ...]
    requests: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A test of queries: what ``query`` finds in ``data`` is what ``result`` says."""

    name: str
    query: Path
    data: tuple[str, ...]
    named: tuple[str, ...]
    result: Path


def exchanges(*manifests: str) -> list[Exchange]:
    """The tests of a protocol, in order."""
    found = []
    for manifest in manifests if SHARED.is_dir() else ():
        graph = rdflib.Graph().parse(SHARED / manifest)
        for entry in _entries(graph):
            connection = graph.value(entry, MF.action)
            found.append(
                Exchange(
                    name=_local(entry),
                    data=tuple(_given(graph, entry)),
                    requests=tuple(
                        _asked(graph, each) for each in _listed(graph, graph.value(connection, HT.requests))
                    ),
                )
            )
    return found


def evaluations() -> list[Evaluation]:
    """The tests of query evaluation in every folder, by folder and in the order of its manifest."""
    found: list[Evaluation] = []
    for manifest in sorted(SHARED.glob("*/manifest.ttl")):
        graph = rdflib.Graph().parse(manifest)
        kinds = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
        entries = [entry for entry in _entries(graph) if graph.value(entry, RDF.type) in kinds]
        found += [_evaluation(graph, entry, manifest.parent.name) for entry in entries]
    return found


def path_of(iri: str) -> Path:
    """The file that an IRI of a manifest names."""
    return Path(iri.removeprefix("file://"))


def _evaluation(graph: rdflib.Graph, entry: rdflib.term.Node, folder: str) -> Evaluation:
    action = graph.value(entry, MF.action)
    return Evaluation(
        name=f"{folder}/{_local(entry)}",
        query=path_of(str(graph.value(action, QT.query))),
        data=tuple(sorted(map(str, graph.objects(action, QT.data)))),
        named=tuple(sorted(map(str, graph.objects(action, QT.graphData)))),
        result=path_of(str(graph.value(entry, MF.result))),
    )


def _entries(graph: rdflib.Graph) -> list[rdflib.term.Node]:
    manifest = graph.value(predicate=RDF.type, object=MF.Manifest)
    return _listed(graph, graph.value(manifest, MF.entries))


def _listed(graph: rdflib.Graph, head: rdflib.term.Node | None) -> list[rdflib.term.Node]:
    return [] if head is None else list(Collection(graph, head))


def _given(graph: rdflib.Graph, entry: rdflib.term.Node) -> list[tuple[str, Path]]:
    return [
        (str(graph.value(each, rdflib.RDFS.label)), path_of(str(graph.value(each, UT.graph))))
        for each in graph.objects(entry, UT.graphData)
    ]


def _asked(graph: rdflib.Graph, request: rdflib.term.Node) -> Asked:
    body = graph.value(request, HT.body)
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8") if body else "UTF-8"
    return Asked(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=_headers(graph, request),
        body=None if body is None else str(graph.value(body, CNT.chars)).encode(encoding),
        expected=_expected(graph, graph.value(request, HT.resp)),
    )


def _expected(graph: rdflib.Graph, response: rdflib.term.Node | None) -> Expected:
    body = graph.value(response, HT.body)
    boolean, form = graph.value(response, MF.expectedBoolean), graph.value(response, MF.expectedFormat)
    location = graph.value(response, MF.expectedLocation)
    return Expected(
        statuses=frozenset(_local(each) for each in graph.objects(response, MF.expectedStatus)),
        boolean=None if boolean is None else str(boolean) == "true",
        form=None if form is None else str(form),
        headers=_headers(graph, response),
        body=None if body is None else str(graph.value(body, CNT.chars)),
        location=None if location is None else str(location),
    )


def _headers(graph: rdflib.Graph, of: rdflib.term.Node | None) -> tuple[tuple[str, str], ...]:
    headers = _listed(graph, graph.value(of, HT.headers))
    return tuple((str(graph.value(each, HT.fieldName)), str(graph.value(each, HT.fieldValue))) for each in headers)


def _local(iri: object) -> str:
    return str(iri).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
