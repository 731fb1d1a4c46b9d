"""The SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.serve.description.written import GRAPHS, ROWS, Description, number, term
from kg.serve.protocol.endpoint import ENDPOINT

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.ids import Ids
    from kg.serve.description.census import Census
    from kg.serve.description.written import Node
    from kg.serve.settings import Settings


def triples(root: str, settings: Settings, ids: Ids, census: Census | None) -> list[Triple]:
    """What the service at ``root`` can do, and what it is asked of; without a census, no graphs are listed.

    The graphs of documents, which may be many, are told of as one part of the data set.
    """
    said = Description()
    endpoint = NamedNode(root + ENDPOINT)
    service = NamedNode(f"{endpoint.value}#service")
    said.say(service, "rdf:type", term("sd:Service"))
    said.say(service, "sd:endpoint", endpoint)
    said.say(service, "sd:supportedLanguage", term("sd:SPARQL10Query"), term("sd:SPARQL11Query"))
    said.say(service, "sd:resultFormat", *(term(f"format:{name}") for name in (*ROWS, *GRAPHS)))
    said.say(service, "sd:feature", term("sd:UnionDefaultGraph"), term("sd:EmptyGraphs"))
    if settings.writable:
        said.say(service, "sd:supportedLanguage", term("sd:SPARQL11Update"))
        said.say(service, "sd:inputFormat", *(term(f"format:{name}") for name in GRAPHS))
    if settings.federation:
        said.say(service, "sd:feature", term("sd:BasicFederatedQuery"))
    dataset = said.node("dataset", "sd:Dataset")
    said.say(service, "sd:defaultDataset", dataset)
    default = said.node("default", "sd:Graph")
    said.say(dataset, "sd:defaultGraph", default)
    if census is not None:
        _counted(said, dataset, default, ids, census)
    return said.triples


def _counted(said: Description, dataset: Node, default: Node, ids: Ids, census: Census) -> None:
    """What the data set holds: the size of its default graph, and its named graphs."""
    if census.properties:
        said.say(default, "void:triples", number(census.triples))
    for place, (name, size) in enumerate(census.graphs):
        named = said.node(f"named{place}", "sd:NamedGraph")
        graph = said.node(f"graph{place}", "sd:Graph")
        said.say(dataset, "sd:namedGraph", named)
        said.say(named, "sd:name", NamedNode(name))
        said.say(named, "sd:graph", graph)
        said.say(graph, "void:triples", number(size))
    if census.documents:
        part = said.node("documents", "void:Dataset")
        said.say(dataset, "void:subset", part)
        said.say(part, "void:uriSpace", Literal(ids.document_graph("")))
        said.say(part, "void:documents", number(census.documents))
        said.say(part, "void:triples", number(census.document_triples))
