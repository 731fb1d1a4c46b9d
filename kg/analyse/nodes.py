"""The nodes of a network: short names, labels and classes of what stands in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.ids import KG, VOCABULARIES, Ids
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from kg.store import Graph, Term

LABELS = """
SELECT ?node ?label ?class WHERE {
  ?node rdfs:label|dcterms:title ?label .
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
    found = graph.query(sparql, prefixes=VOCABULARIES)
    if not isinstance(found, Rows):
        message = f"the query {sparql.split(maxsplit=1)[0]} gives no rows; expected a SELECT"
        raise QueryError(message)
    rows = {tuple(map(_text, row)) for row in found.rows}
    yield from sorted(rows, key=lambda row: tuple(text or "" for text in row))


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


def described(graph: Graph, iris: Iterable[str]) -> dict[str, Node]:
    """The label and class of each of ``iris``: the first label by spelling, a class of ours before any other.

    What has no label is called by its local name, what has no class a ``Thing``.
    """
    found: dict[str, tuple[set[str], set[str]]] = {iri: (set(), set()) for iri in iris}
    for node, label, kind in values(graph, LABELS):
        if node in found:
            found[node][0].update((label,) if label else ())
            found[node][1].update((kind,) if kind else ())
    return {
        iri: Node(label=min(labels, default=local(iri)), type=_class(classes))
        for iri, (labels, classes) in sorted(found.items())
    }


def add(network: nx.Graph[str], nodes: dict[str, Node], ids: Ids) -> None:
    """Put nodes into a network under their prefixed names, sorted, with label and type."""
    for iri, node in sorted(nodes.items()):
        network.add_node(prefixed(iri, ids), label=node.label, type=node.type)


def _text(term: Term | None) -> str | None:
    return term if term is None else str(getattr(term, "value", term))


def _class(classes: set[str]) -> str:
    return local(min(classes, key=lambda iri: (not iri.startswith(KG), iri), default="Thing"))
