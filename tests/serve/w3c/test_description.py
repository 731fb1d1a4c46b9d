"""The W3C's tests of the SPARQL 1.1 Service Description, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib import RDF, Namespace

from tests.serve.w3c.manifests import HERE

if TYPE_CHECKING:
    import httpx

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

pytestmark = HERE


@pytest.fixture
def description(served: httpx.Client) -> rdflib.Graph:
    """What a GET of the endpoint gives to who asks for RDF."""
    answer = served.get("/sparql", headers={"Accept": "text/turtle"})
    return rdflib.Graph().parse(data=answer.text, format=answer.headers["content-type"].split(";")[0])


def test_returns_rdf(served: httpx.Client) -> None:
    """GET on the endpoint returns RDF, in each syntax that is asked for."""
    for media_type in ("text/turtle", "application/rdf+xml", "application/n-triples"):
        answer = served.get("/sparql", headers={"Accept": media_type})
        assert answer.headers["content-type"].split(";")[0] == media_type
        assert len(rdflib.Graph().parse(data=answer.text, format=media_type)) > 0


def test_has_endpoint_triple(served: httpx.Client, description: rdflib.Graph) -> None:
    """The description has a service whose endpoint is the address that was asked."""
    (service,) = description.subjects(RDF.type, SD.Service)
    assert list(description.objects(service, SD.endpoint)) == [
        rdflib.URIRef(f"{served.base_url}/sparql".replace("//sparql", "/sparql"))
    ]


def test_conforms_to_schema(description: rdflib.Graph) -> None:
    """Only terms of the vocabulary are used in its namespace, and data sets and graphs are of its classes."""
    known = {
        "Service", "Feature", "Language", "Function", "Aggregate", "EntailmentRegime", "EntailmentProfile",
        "GraphCollection", "Dataset", "Graph", "NamedGraph", "endpoint", "feature", "defaultEntailmentRegime",
        "entailmentRegime", "defaultSupportedEntailmentProfile", "supportedEntailmentProfile", "extensionFunction",
        "extensionAggregate", "languageExtension", "supportedLanguage", "propertyFeature", "defaultDataset",
        "availableGraphs", "resultFormat", "inputFormat", "defaultGraph", "namedGraph", "name", "graph",
        "DereferencesURIs", "UnionDefaultGraph", "RequiresDataset", "EmptyGraphs", "BasicFederatedQuery",
        "SPARQL10Query", "SPARQL11Query", "SPARQL11Update",
    }  # fmt: skip
    used = {str(term) for triple in description for term in triple if str(term).startswith(str(SD))}
    assert {term.removeprefix(str(SD)) for term in used} <= known
    for dataset in description.objects(predicate=SD.defaultDataset):
        assert (dataset, RDF.type, SD.Dataset) in description
    for named in description.objects(predicate=SD.namedGraph):
        assert (named, RDF.type, SD.NamedGraph) in description
        assert isinstance(description.value(named, SD.name), rdflib.URIRef)
