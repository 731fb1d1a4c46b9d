"""Writes by a user's hand: SPARQL updates, and graphs as the Graph Store Protocol has them. Each is all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.errors import InputError, QueryError, StoreError
from kg.store import contents, guard, rewriting
from kg.store.operations import operations
from kg.store.raised import explained

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.store.graph import Graph
    from kg.store.sparql import Dataset

MUCH = 1_000_000  # bytes of payload: more is loaded in bulk, which writes files of its own

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


def update(  # noqa: PLR0913  (all but two are options)
    graph: Graph,
    text: str,
    *,
    prefixes: Mapping[str, str],
    using: Dataset | None = None,
    base: str | None = None,
    federation: Collection[str] = (),
) -> None:
    """Does all operations of a SPARQL 1.1 update, or none of them.

    What WHERE matches is the default graph and the named graphs of the store, unless the update or ``using`` says
    otherwise. LOAD and SERVICE may ask the hosts of ``federation`` alone.

    :raises QueryError: when the update is wrong, is a query, asks another machine, or cannot be done.
    :raises StoreError: when the store cannot be written.
    """
    text = rewriting.gathered(text if using is None else rewriting.joined(text, using), prefixes)
    guard.check_update(text, prefixes, federation=federation)
    with graph.writing() as store:
        try:
            store.update(text, prefixes=dict(prefixes), base_iri=base)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(explained(error)) from error
        except OSError as error:
            if not any(operation.verb == "LOAD" for operation in operations(text)):
                raise
            raise QueryError(explained(error)) from error


def write(graph: Graph, name: str, payloads: Sequence[Payload], *, replace: bool) -> bool:
    """Adds RDF to the graph of that name, or puts it in the place of what that holds; whether there was no such graph.

    The empty name is that of the default graph, which counts as absent while it is empty. Blank nodes become new ones,
    in each payload its own. Little, or what takes the place of something, is held in memory (some 30 bytes for each
    that was sent); else it is written as it is read.

    :raises InputError: when a payload is no RDF of its type, or has named graphs.
    :raises StoreError: when ``name`` is no IRI, or the store cannot be written.
    """
    place = contents.place(name)
    with graph.writing() as store:
        new = not present(graph, name)
        if (new or not replace) and sum(map(_length, payloads)) > MUCH:
            store.bulk_extend(_into(place, payloads))
            return new
        data = "".join(contents.triples(_triples(payload)) for payload in payloads)
        operations = [f"DROP SILENT {contents.target(place)}"] if replace and not new else []
        if isinstance(place, NamedNode):
            operations.append(f"CREATE SILENT GRAPH {place}")
            data = f"GRAPH {place} {{\n{data}}}" if data else ""
        if data:
            operations.append(f"INSERT DATA {{\n{data}}}")
        if operations:
            store.update(";\n".join(operations))
        return new


def merge(graph: Graph, payloads: Sequence[Payload]) -> set[str]:
    """Adds the quads of payloads to the graphs that they name; gives the names of these, "" for the default graph.

    :raises InputError: when a payload is no RDF of its type, or names a graph by a blank node.
    :raises StoreError: when the store cannot be written.
    """
    names: set[str] = set()

    def named() -> Iterator[Quad]:
        for payload in payloads:
            for quad in _read(payload):
                if not isinstance(quad.graph_name, NamedNode | DefaultGraph):
                    message = (
                        f"{quad.graph_name} names a graph; expected IRIs alone, for a blank node cannot be asked for"
                    )
                    raise InputError(message)
                names.add(quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else "")
                yield quad

    with graph.writing() as store:
        if sum(map(_length, payloads)) > MUCH:
            store.bulk_extend(named())
        else:
            store.extend(named())
    return names


def drop(graph: Graph, name: str) -> bool:
    """Removes the graph of that name; whether it was there. The default graph always is.

    :raises StoreError: when ``name`` is no IRI, or the store cannot be written.
    """
    place = contents.place(name)
    if isinstance(place, NamedNode) and not present(graph, name):
        return False
    with graph.writing() as store:
        store.update(f"DROP SILENT {contents.target(place)}")
    return True


def present(graph: Graph, name: str) -> bool:
    """Whether a named graph is there, even an empty one; or anything in the default graph.

    :raises StoreError: when ``name`` is no IRI.
    """
    place = contents.place(name)
    with graph.writing() as store:
        if isinstance(place, NamedNode):
            return store.contains_named_graph(place)
        return next(store.quads_for_pattern(None, None, None, place), None) is not None


def _into(place: NamedNode | DefaultGraph, payloads: Sequence[Payload]) -> Iterator[Quad]:
    for payload in payloads:
        for quad in _triples(payload):
            yield Quad(quad.subject, quad.predicate, quad.object, place)


def _length(payload: Payload) -> int:
    return len(payload.content) if isinstance(payload.content, bytes) else payload.content.stat().st_size


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
    content, path = (payload.content, None) if isinstance(payload.content, bytes) else (None, payload.content)
    try:
        yield from parse(content, form, path=path, base_iri=payload.base, rename_blank_nodes=True)
    except (SyntaxError, ValueError) as error:
        message = f"the {form.name} cannot be read: {' '.join(str(error).split())}"
        raise InputError(message) from error
    except OSError as error:
        message = f"the {form.name} cannot be read: {error}"
        raise StoreError(message) from error
