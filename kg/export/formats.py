"""The formats by name: the ending of their files and the functions that make their text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kg.export import (
    cytoscape,
    ftm,
    gexf,
    graphml,
    jsonld,
    neo4j,
    nodelink,
    nquads,
    ntriples,
    parquet,
    plover,
    rdfxml,
    rocrate,
    tables,
    trig,
    turtle,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pyoxigraph as ox

    from kg.export.network import Network
    from kg.export.selected import Selected


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfFormat:
    """A format of RDF: ``text`` makes it from quads and prefixes, always of the whole graph."""

    ending: str
    whole: ClassVar[bool] = True
    text: Callable[[Iterable[ox.Quad], Mapping[str, str]], Iterator[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFormat:
    """A format of graph tools: ``texts`` makes each of its files, by name, from the actor graph.

    The single file of a format has no name of its own.
    """

    ending: str
    whole: ClassVar[bool] = False
    texts: Mapping[str, Callable[[Network], Iterator[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFormat:
    """A format of events, claims or documents: ``files`` makes each of its files, by name, from what is selected.

    The single file of a format has no name of its own, unless the format gives it one (``ro-crate-metadata.json``).
    One that is ``whole`` describes the whole graph, whatever is selected.
    """

    ending: str
    whole: bool = False
    files: Mapping[str, Callable[[Selected], Iterator[str] | Iterator[bytes]]]


Format = RdfFormat | NetworkFormat | EventFormat

FORMATS: dict[str, Format] = {
    "turtle": RdfFormat(ending=".ttl", text=turtle.text),
    "trig": RdfFormat(ending=".trig", text=trig.text),
    "ntriples": RdfFormat(ending=".nt", text=ntriples.text),
    "nquads": RdfFormat(ending=".nq", text=nquads.text),
    "rdfxml": RdfFormat(ending=".rdf", text=rdfxml.text),
    "jsonld": RdfFormat(ending=".jsonld", text=jsonld.text),
    "graphml": NetworkFormat(ending=".graphml", texts={"": graphml.text}),
    "gexf": NetworkFormat(ending=".gexf", texts={"": gexf.text}),
    "cytoscape": NetworkFormat(ending=".cyjs", texts={"": cytoscape.text}),
    "nodelink": NetworkFormat(ending=".json", texts={"": nodelink.text}),
    "csv": NetworkFormat(ending=".csv", texts={"edges.csv": tables.edges, "nodes.csv": tables.nodes}),
    "neo4j": EventFormat(ending=".csv", files={"relationships.csv": neo4j.relationships, "nodes.csv": neo4j.nodes}),
    "parquet": EventFormat(
        ending=".parquet",
        files={"events.parquet": parquet.events, "claims.parquet": parquet.claims, "edges.parquet": parquet.edges},
    ),
    "plover": EventFormat(ending=".csv", files={"": plover.text}),
    "ftm": EventFormat(ending=".jsonl", files={"": ftm.text}),
    "rocrate": EventFormat(ending=".json", whole=True, files={rocrate.FILE: rocrate.text}),
}
