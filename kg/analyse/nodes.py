"""The nodes of a network: short names, labels and classes of what stands in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ids import KG, VOCABULARIES, Ids
from kg.store import reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.store import Graph, Term

LABELS = """
SELECT ?node ?label ?class WHERE {
  ?node rdfs:label|dcterms:title ?label .
  OPTIONAL { ?node a ?class }
}
"""
# A document without a title is called by its name in the files that were read.
FILES = """
SELECT ?node ?label ?class WHERE {
  ?node dcterms:identifier ?label .
  OPTIONAL { ?node a ?class }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What a network shows of a node: its label, and the local name of its class."""

    label: str
    type: str


def values(graph: Graph, sparql: str) -> Iterator[tuple[str | None, ...]]:
    """The distinct rows of a query, sorted, each term as the text it holds; an unbound variable is None.

    Rows come from an engine that promises no order, and whatever is built from them must not show it. The prefixes of
    ``kg.ids`` need not be declared.

    :raises QueryError: when the query is wrong, or no SELECT.
    """
    yield from sorted(set(_rows(graph, sparql)), key=lambda row: tuple(text or "" for text in row))


def local(iri: str) -> str:
    """The part of an IRI behind its last slash or ``#``.

    >>> local("https://w3id.org/newskg/term/fact"), local("http://www.w3.org/ns/org#Membership")
    ('fact', 'Membership')
    """
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def prefixed(iri: str, ids: Ids) -> str:
    """An IRI as ``prefix:name`` where its namespace has a prefix, else the whole of it.

    >>> prefixed("https://w3id.org/newskg/entity/state-pk", Ids())
    'ent:state-pk'
    """
    name = local(iri)
    space = iri.removesuffix(name)
    return next((f"{prefix}:{name}" for prefix, namespace in ids.prefixes.items() if namespace == space), iri)


def iri(name: str, spaces: Mapping[str, str]) -> str:
    """The IRI of a prefixed name; a name without a prefix of ours is an IRI already."""
    prefix, _, rest = name.partition(":")
    return spaces[prefix] + rest if prefix in spaces else name


def described(graph: Graph, iris: Iterable[str]) -> dict[str, Node]:
    """The label and class of each of ``iris``: the first label by spelling, a class of ours before any other.

    What has no label is called by its identifier, else by its local name; what has no class is a ``Thing``.
    """
    found: dict[str, list[str | None]] = {iri: [None, None] for iri in iris}
    _describe(found, _rows(graph, LABELS))
    if unnamed := {iri: known for iri, known in found.items() if known[0] is None}:
        _describe(unnamed, _rows(graph, FILES))
    return {
        iri: Node(label=label or local(iri), type=local(kind or "Thing"))
        for iri, (label, kind) in sorted(found.items())
    }


def _describe(found: dict[str, list[str | None]], rows: Iterable[tuple[str | None, ...]]) -> None:
    """Notes the first label and class of what is looked for, among rows of which few may be of it."""
    for node, label, kind in rows:
        if (known := found.get(str(node))) is not None:
            known[0] = min(filter(None, (known[0], label)), default=None)
            known[1] = min(filter(None, (known[1], kind)), default=None, key=_rank)


def add(network: nx.Graph[str], nodes: dict[str, Node], ids: Ids) -> None:
    """Put nodes into a network under their prefixed names, sorted, with label and type."""
    for iri, node in sorted(nodes.items()):
        network.add_node(prefixed(iri, ids), label=node.label, type=node.type)


def _rows(graph: Graph, sparql: str) -> Iterator[tuple[str | None, ...]]:
    found = graph.results(sparql, prefixes=VOCABULARIES)
    if not isinstance(found, ox.QuerySolutions):
        message = f"the query {sparql.split(maxsplit=1)[0]} gives no rows; expected a SELECT"
        raise QueryError(message)
    with reported():
        for row in found:
            yield tuple(map(_text, row))


def _text(term: Term | None) -> str | None:
    return term if term is None else str(getattr(term, "value", term))


def _rank(kind: str) -> tuple[bool, str]:
    """A class of ours comes before any other."""
    return not kind.startswith(KG), kind
