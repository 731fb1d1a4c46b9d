"""VoID: what the data are, where to get them, and how much there is (https://www.w3.org/TR/void/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.ids import VOCABULARIES
from kg.serve.description.written import FORMATS, GRAPHS, Description, number, term
from kg.serve.graphstore.naming import ENDPOINT as DUMP
from kg.serve.protocol.endpoint import ENDPOINT

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.ids import Ids
    from kg.serve.description.census import Census
    from kg.serve.settings import Settings
    from kg.serve.workers import Generation

WELL_KNOWN = "/.well-known/void"
DATA_SETS = GRAPHS[-2:]  # the formats that hold several graphs


def triples(root: str, settings: Settings, ids: Ids, generation: Generation, census: Census | None) -> list[Triple]:
    """The data that are served at ``root``; without a census, how much there is of what is left out."""
    said = Description()
    page = NamedNode(root + WELL_KNOWN)
    data = NamedNode(f"{page.value}#dataset")
    said.say(page, "rdf:type", term("void:DatasetDescription"))
    said.say(page, "foaf:primaryTopic", data)
    said.say(data, "rdf:type", term("void:Dataset"))
    said.say(data, "dcterms:title", Literal("News graph", language="en"))
    said.say(data, "void:sparqlEndpoint", NamedNode(root + ENDPOINT))
    said.say(data, "void:dataDump", NamedNode(root + DUMP))
    said.say(data, "void:feature", *(NamedNode(FORMATS + name) for name in DATA_SETS))
    said.say(data, "void:uriSpace", Literal(ids.base))
    moment = generation.published.isoformat(timespec="seconds")
    said.say(data, "dcterms:modified", Literal(moment, datatype=term("xsd:dateTime")))
    if settings.config.licence:
        said.say(data, "dcterms:license", NamedNode(settings.config.licence))
    if census is not None:
        _counted(said, data, census)
    return said.triples


def _counted(said: Description, data: NamedNode, census: Census) -> None:
    if census.run:
        said.say(data, "prov:wasGeneratedBy", NamedNode(census.run))
    if census.properties:
        said.say(data, "void:triples", number(census.triples))
    said.say(data, "void:documents", number(census.documents))
    said.say(data, "void:vocabulary", *_vocabularies(census))
    for place, (name, entities) in enumerate(census.classes):
        part = said.node(f"class{place}", "void:Dataset")
        said.say(data, "void:classPartition", part)
        said.say(part, "void:class", NamedNode(name))
        said.say(part, "void:entities", number(entities))
    for place, (name, size) in enumerate(census.properties):
        part = said.node(f"property{place}", "void:Dataset")
        said.say(data, "void:propertyPartition", part)
        said.say(part, "void:property", NamedNode(name))
        said.say(part, "void:triples", number(size))


def _vocabularies(census: Census) -> list[NamedNode]:
    """The namespaces that classes and properties are of, as far as the project knows them."""
    used = [name for name, _ in (*census.classes, *census.properties)]
    return [NamedNode(space) for space in sorted(VOCABULARIES.values()) if any(name.startswith(space) for name in used)]
