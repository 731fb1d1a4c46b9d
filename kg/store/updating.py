"""Writes by a user's hand: SPARQL updates, and whole graphs as the Graph Store Protocol has them. Each is a transaction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse

from kg.errors import InputError, StoreError
from kg.store import contents, guard, rewriting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from kg.store.sparql import Dataset

FORMATS = (
    RdfFormat.TURTLE,
    RdfFormat.N_TRIPLES,
    RdfFormat.RDF_XML,
    RdfFormat.JSON_LD,
    RdfFormat.TRIG,
    RdfFormat.N_QUADS,
)
MEDIA_TYPES = tuple(form.media_type for form in FORMATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """RDF that somebody sent: bytes or a file, its media type, and what its relative IRIs are relative to."""

    content: bytes | Path
    media_type: str
    base: str | None = None


def update(
    store: Store,
    text: str,
    *,
    prefixes: Mapping[str, str],
    using: Dataset | None = None,
    base: str | None = None,
    federation: Collection[str] = (),
) -> None:
    """Does all operations of a SPARQL 1.1 update, or none of them.

    What WHERE matches is the store's default graph and named graphs, unless the update or ``using`` says otherwise.
    LOAD and SERVICE may ask the hosts of ``federation`` alone.

    :raises QueryError: when the update is wrong, is a query, asks another machine, or cannot be done.
    :raises StoreError: when the store cannot be written.
    """
    with guard.reported():
        guard.check_update(text, prefixes, federation=federation)
        joined = text if using is None else rewriting.joined(text, using)
        store.update(rewriting.gathered(joined, prefixes), prefixes=dict(prefixes), base_iri=base)


def write(store: Store, graph: str, payloads: Sequence[Payload], *, replace: bool) -> bool:
    """Adds RDF to a graph, or puts it in the place of what that holds; whether the graph is new.

    The empty name is that of the default graph, which counts as new while it is empty. Blank nodes become new ones, in
    each payload its own. Payload and graph are held in memory.

    :raises InputError: when a payload is no RDF of its type, or has named graphs.
    :raises StoreError: when ``graph`` is no IRI.
    """
    place = contents.place(graph)
    data = "".join(contents.triples(_triples(payload)) for payload in payloads)
    new = not present(store, graph)
    operations = [f"DROP SILENT {contents.target(place)}"] if replace and not new else []
    if isinstance(place, NamedNode):
        operations.append(f"CREATE SILENT GRAPH {place}")
        data = f"GRAPH {place} {{\n{data}}}" if data else ""
    if data:
        operations.append(f"INSERT DATA {{\n{data}}}")
    if operations:
        store.update(";\n".join(operations))
    return new


def merge(store: Store, payloads: Sequence[Payload]) -> set[str]:
    """Adds the quads of payloads to the graphs that they name; gives the names of these, "" for the default graph.

    :raises InputError: when a payload is no RDF of its type, or names a graph by a blank node.
    """
    quads = [quad for payload in payloads for quad in _read(payload)]
    quads.sort(key=lambda quad: str(quad.graph_name))
    parts, names = [], set()
    for graph, found in groupby(quads, key=lambda quad: quad.graph_name):
        if not isinstance(graph, NamedNode | DefaultGraph):
            message = f"{graph} names a graph; expected IRIs alone, for a blank node cannot be asked for"
            raise InputError(message)
        names.add(graph.value if isinstance(graph, NamedNode) else "")
        triples = contents.triples(found)
        parts.append(f"GRAPH {graph} {{\n{triples}}}" if isinstance(graph, NamedNode) else triples)
    if parts:
        store.update(f"INSERT DATA {{\n{' '.join(parts)}}}")
    return names


def drop(store: Store, graph: str) -> bool:
    """Removes a graph, name and all; whether it was there. The default graph always is.

    :raises StoreError: when ``graph`` is no IRI.
    """
    place = contents.place(graph)
    if isinstance(place, NamedNode) and not store.contains_named_graph(place):
        return False
    store.update(f"DROP SILENT {contents.target(place)}")
    return True


def present(store: Store, graph: str) -> bool:
    """Whether a named graph is there, even an empty one; or anything in the default graph."""
    place = contents.place(graph)
    if isinstance(place, NamedNode):
        return store.contains_named_graph(place)
    return next(store.quads_for_pattern(None, None, None, place), None) is not None


def _triples(payload: Payload) -> Iterator[Quad]:
    for quad in _read(payload):
        if not isinstance(quad.graph_name, DefaultGraph):
            message = f"the payload has the named graph {quad.graph_name}; expected triples alone, for one graph"
            raise InputError(message)
        yield quad


def _read(payload: Payload) -> Iterator[Quad]:
    form = RdfFormat.from_media_type(payload.media_type)
    if form not in FORMATS:
        message = f"a payload of type {payload.media_type}; expected one of {', '.join(MEDIA_TYPES)}"
        raise InputError(message)
    given = {"input": payload.content} if isinstance(payload.content, bytes) else {"path": payload.content}
    try:
        yield from parse(**given, format=form, base_iri=payload.base, rename_blank_nodes=True)
    except (SyntaxError, ValueError) as error:
        message = f"the {form.name} cannot be read: {' '.join(str(error).split())}"
        raise InputError(message) from error
    except OSError as error:
        message = f"the {form.name} cannot be read: {error}"
        raise StoreError(message) from error
