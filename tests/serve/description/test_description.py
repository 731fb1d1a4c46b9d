"""What a server tells of itself and of its data, asked of one that really runs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, Literal, URIRef

from kg.config import ServeConfig
from kg.errors import ConfigError
from kg.serve import Settings
from kg.store import Graph, updating
from tests.serve import near
from tests.serve.test_running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
FORMATS = rdflib.Namespace("http://www.w3.org/ns/formats/")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DATA = """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX graph: <https://w3id.org/newskg/graph/>
INSERT DATA {
    GRAPH graph:world { <urn:e1> a sem:Event . <urn:e2> a sem:Event . <urn:e1> a _:odd }
    GRAPH <https://w3id.org/newskg/graph/document/0> { <urn:d0> sem:hasPlace 1 }
    GRAPH <https://w3id.org/newskg/graph/document/1> { <urn:d1> sem:hasPlace 2 }
    GRAPH graph:runs {
        <urn:run1> a prov:Activity ; prov:startedAtTime "2026-01-01T00:00:00Z"^^xsd:dateTime .
        <urn:run2> a prov:Activity ; prov:startedAtTime "2026-01-02T00:00:00Z"^^xsd:dateTime }
    GRAPH <http://example.org/mine> { <urn:mine> <urn:says> 1 }
}"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that may be written to, of a graph with two documents and one graph of a user's."""
    folder = tmp_path_factory.mktemp("described") / "news.kg"
    with Graph.open(folder) as graph:
        updating.update(graph, DATA, prefixes={})
    config = ServeConfig(workers=1, licence=LICENCE)
    with running(folder, Settings(writable=True, token=near.TOKEN, access_log=False, config=config)) as serving:
        yield serving.url


def read(url: str, path: str) -> rdflib.Graph:
    """A description, read from Turtle."""
    answer = httpx.get(f"{url}{path}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    return rdflib.Graph().parse(data=answer.text, format="turtle")


def counted(url: str, path: str) -> rdflib.Graph:
    """A description, once what it counts is counted."""
    found = read(url, path)
    for _ in range(200):
        if any(found.triples((None, VOID.triples, None))):
            break
        time.sleep(0.05)
        found = read(url, path)
    return found


# ------------------------------------------------------------------------------------------------ the service


def test_the_endpoint_is_that_of_the_request(url: str) -> None:
    """The service names the address at which it was asked as its endpoint."""
    found = read(url, "sparql")
    (service,) = found.subjects(RDF.type, SD.Service)
    assert list(found.objects(service, SD.endpoint)) == [URIRef(f"{url}sparql")]


def test_the_languages_of_a_server_that_may_be_written_to(url: str) -> None:
    """SPARQL 1.0 and 1.1 queries, and updates; formats to read are those that may be written."""
    found = read(url, "sparql")
    assert set(found.objects(None, SD.supportedLanguage)) == {SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update}
    assert FORMATS.Turtle in set(found.objects(None, SD.inputFormat))


def test_a_server_to_read_offers_no_updates(pool: near.Near) -> None:
    """Where nobody may write, neither updates nor formats for them are offered."""
    answer = near.client(pool).get("/sparql", headers={"Accept": "text/turtle"})
    found = rdflib.Graph().parse(data=answer.text, format="turtle")
    assert SD.SPARQL11Update not in set(found.objects(None, SD.supportedLanguage))
    assert not list(found.objects(None, SD.inputFormat))


def test_the_features(url: str) -> None:
    """The default graph is the union of all, empty graphs are kept, and other machines are not asked."""
    assert set(read(url, "sparql").objects(None, SD.feature)) == {SD.UnionDefaultGraph, SD.EmptyGraphs}


def test_a_server_that_asks_others_says_so(pool: near.Near) -> None:
    """With hosts that SERVICE may name, federated queries are a feature."""
    client = near.client(pool, Settings(access_log=False, federation=("example.org",)))
    found = rdflib.Graph().parse(data=client.get("/sparql", headers={"Accept": "text/turtle"}).text, format="turtle")
    assert SD.BasicFederatedQuery in set(found.objects(None, SD.feature))


def test_the_formats_of_results(url: str) -> None:
    """Formats of rows and of graphs are named as the W3C names them."""
    found = set(read(url, "sparql").objects(None, SD.resultFormat))
    assert {FORMATS.SPARQL_Results_JSON, FORMATS.SPARQL_Results_CSV, FORMATS.Turtle, FORMATS["N-Quads"]} <= found


def test_the_named_graphs(url: str) -> None:
    """Named graphs are listed with their size; those of documents are one part with their number."""
    found = counted(url, "sparql")
    names = {str(name) for name in found.objects(None, SD.name)}
    own = {f"https://w3id.org/newskg/graph/{name}" for name in ("runs", "world")}
    assert names == {"http://example.org/mine", *own}
    (part,) = found.subjects(VOID.documents, Literal(2))
    assert found.value(part, VOID.triples) == Literal(2)


def test_a_description_in_every_format(url: str) -> None:
    """The description comes in the format that is liked best, Turtle by default; without one it is a 406."""
    counted(url, "sparql")
    sizes = set()
    for form in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD):
        answer = httpx.get(f"{url}sparql", headers={"Accept": form.media_type})
        sizes.add(len(list(ox.parse(answer.content, form))))
    assert len(sizes) == 1
    assert httpx.get(f"{url}sparql").headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert httpx.get(f"{url}sparql", headers={"Accept": "image/png"}).status_code == 406


def test_a_browser_is_led_to_the_page(url: str) -> None:
    """Who likes HTML best gets the page with the form."""
    answer = httpx.get(f"{url}sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


# ------------------------------------------------------------------------------------------------ the data


def test_where_the_data_are(url: str) -> None:
    """VoID names the endpoint, the dump, the IRIs, the licence and the day."""
    found = read(url, ".well-known/void")
    data = URIRef(f"{url}.well-known/void#dataset")
    assert found.value(data, VOID.sparqlEndpoint) == URIRef(f"{url}sparql")
    assert found.value(data, VOID.dataDump) == URIRef(f"{url}graphs")
    assert found.value(data, VOID.uriSpace) == Literal("https://w3id.org/newskg/")
    assert found.value(data, rdflib.DCTERMS.license) == URIRef(LICENCE)
    assert found.value(data, rdflib.DCTERMS.modified) is not None


def test_how_much_there_is(url: str) -> None:
    """VoID has the number of triples and documents, and of each class and property."""
    found = counted(url, ".well-known/void")
    data = URIRef(f"{url}.well-known/void#dataset")
    assert (found.value(data, VOID.triples), found.value(data, VOID.documents)) == (Literal(10), Literal(2))
    event = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
    assert found.value(found.value(None, VOID["class"], event), VOID.entities) == Literal(2)
    assert found.value(found.value(None, VOID.property, RDF.type), VOID.triples) == Literal(5)
    assert URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/") in set(found.objects(data, VOID.vocabulary))


def test_what_made_the_data(url: str) -> None:
    """VoID names the last run."""
    found = counted(url, ".well-known/void")
    assert list(found.objects(None, rdflib.PROV.wasGeneratedBy)) == [URIRef("urn:run2")]


def test_a_short_address_leads_to_the_data(url: str) -> None:
    """/void is another way to the description."""
    answer = httpx.get(f"{url}void")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/.well-known/void")


def test_what_is_written_is_counted_anew(url: str) -> None:
    """After a write the description counts the new snapshot."""
    new, kind = URIRef("urn:NewClass"), {**near.BEARER, "Content-Type": "text/turtle"}
    before = counted(url, ".well-known/void")
    httpx.put(f"{url}graphs?graph=urn:new", content="<urn:a> a <urn:NewClass> .", headers=kind)
    after = counted(url, ".well-known/void")
    httpx.delete(f"{url}graphs?graph=urn:new", headers=near.BEARER)
    assert [new in set(found.objects(None, VOID["class"])) for found in (before, after)] == [False, True]


def test_a_licence_that_is_no_iri() -> None:
    """A licence that cannot be named is told before anything is served."""
    with pytest.raises(ConfigError, match=r"serve\.licence"):
        Settings(config=ServeConfig(licence="CC BY"))
