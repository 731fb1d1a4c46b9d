"""What is as W3C's texts have it: the SPARQL 1.1 Protocol, the Graph Store Protocol, Service Description, VoID."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.serve.openapi.parts import STRING, Json, named, number, operation, parameter, path, refusals
from kg.serve.protocol import accept
from kg.serve.protocol.endpoint import ENDPOINT, EXTENSIONS
from kg.serve.protocol.parameters import FORM, QUERY, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = tuple(dict.fromkeys((*accept.ROWS, *accept.TRIPLES, accept.HTML)))
IRIS: Json = {"type": "array", "items": {"type": "string", "format": "iri"}}
BODIES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "multipart/form-data")
TOKEN: list[Json] = [{"bearer": []}, {"basic": []}]
OF_QUERIES = (
    parameter("default-graph-uri", "The graphs that make up the default graph.", IRIS),
    parameter("named-graph-uri", "The graphs that GRAPH may name.", IRIS),
    parameter("union-default-graph", "Whether the default graph is all graphs.", {"type": "boolean", "default": True}),
    parameter("timeout", "The most seconds that it may take.", {"type": "number", "exclusiveMinimum": 0}),
    parameter("max-rows", "The most rows or triples to give; the answer is whole.", number(1, 2**31)),
    parameter("max-bytes", "The most bytes to give; the answer is whole.", number(1, 2**31)),
)
OF_UPDATES = (
    parameter("using-graph-uri", "The graphs that make up the default graph of the patterns.", IRIS),
    parameter("using-named-graph-uri", "The graphs that GRAPH may name there.", IRIS),
)
QUERIED = ("403", "404", "406", "408", "413", "415", "504")


def addresses() -> dict[str, Json]:
    """Path → its operations."""
    endpoints = {ENDPOINT: _endpoint(""), f"{ENDPOINT}/": _endpoint("-slash")}
    endpoints |= {f"{ENDPOINT}.{each}": _endpoint(f"-{each}") for each in EXTENSIONS.split("|")}
    return endpoints | _graphs() | _descriptions()


def _endpoint(ending: str) -> Json:
    """Queries by GET; queries and updates by POST."""
    given = parameter("query", "The query; without one, the service is described.")
    options = (*OF_QUERIES, named(FORMATS))
    form: Json = {"type": "object", "properties": {"query": STRING, "update": STRING}}
    bodies = {FORM: {"schema": form}, QUERY: {"schema": STRING}, UPDATE: {"schema": STRING}}
    get = _queried(f"query-get{ending}", "A query", (given, *options))
    post = _queried(f"query-post{ending}", "A query, or an update where that is allowed", (*options, *OF_UPDATES))
    post["responses"] |= {"204": {"description": "The update is done."}}
    return {"get": get, "post": post | {"requestBody": {"required": True, "content": bodies}}}


def _queried(name: str, summary: str, parameters: Iterable[Json]) -> Json:
    return operation(name, summary, tag="sparql", formats=FORMATS, parameters=parameters, refused=QUERIED)


def _graphs() -> dict[str, Json]:
    chosen = (
        parameter("graph", "The IRI of the graph.", {"type": "string", "format": "iri"}),
        parameter("default", "The default graph, by the name of the parameter alone.", STRING, allowEmptyValue=True),
    )
    there, own = (
        path("name", "What the IRI of the graph ends in."),
        path("name", "The name of a graph of the project's."),
    )
    return {
        "/graphs": _graph("graphs", chosen, every=True),
        "/graphs/{name}": _graph("graph-there", (there,)),
        "/graph/{name}": _graph("graph-own", (own,)),
    }


def _graph(name: str, parameters: tuple[Json, ...], *, every: bool = False) -> Json:
    formats = tuple(dict.fromkeys((*accept.TRIPLES, *(accept.QUADS if every else ()))))
    read = partial(operation, tag="graphs", formats=formats, refused=("404", "406", "504"))
    bodies = (*BODIES, "application/trig", "application/n-quads")
    body: Json = {"required": True, "content": {form: {} for form in bodies}}
    written = {"201": {"description": "There is a new graph."}, "204": {"description": "It is done."}}
    more: Json = {"tags": ["graphs"], "parameters": list(parameters), "security": TOKEN}
    more |= {"responses": written | {"200": {"description": "It is done."}} | refusals(*QUERIED, "412")}
    return {
        "get": read(f"{name}-get", "A graph", parameters=[*parameters, named(formats)]),
        "head": read(f"{name}-head", "Whether there is a graph", parameters=[*parameters, named(formats)]),
        "put": {"operationId": f"{name}-put", "summary": "Replace a graph"} | more | {"requestBody": body},
        "post": {"operationId": f"{name}-post", "summary": "Add to a graph"} | more | {"requestBody": body},
        "delete": {"operationId": f"{name}-delete", "summary": "Remove a graph"} | more,
    }


def _descriptions() -> dict[str, Json]:
    void = operation(
        "void",
        "What the data set holds",
        tag="server",
        formats=accept.TRIPLES,
        parameters=[named(accept.TRIPLES)],
        refused=["406"],
    )
    moved: Json = {"operationId": "void-moved", "summary": "Where that stands", "tags": ["server"]}
    moved |= {"responses": {"303": {"description": "It stands at Location."}} | refusals()}
    return {"/.well-known/void": {"get": void}, "/void": {"get": moved}}
