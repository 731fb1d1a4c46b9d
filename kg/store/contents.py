"""What the named graphs of a store hold: exchanging it as a whole, and a digest of it."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, serialize

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from pyoxigraph import Quad, Triple

Pattern = tuple[NamedNode | None, NamedNode | None, "NamedNode | Literal | None"]
"""Subject, predicate and object of the quads that are meant; None is any."""

ANY: Pattern = (None, None, None)
MODULUS = 2**256
_AT_ONCE = 10_000  # quads that are written out together


def named(iri: str) -> NamedNode:
    """The name of a graph as a term.

    :raises StoreError: when it is no absolute IRI.
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        message = f"{iri!r} names no graph ({error}); expected an absolute IRI, such as Ids().graph('world')"
        raise StoreError(message) from error


def place(iri: str) -> NamedNode | DefaultGraph:
    """The name of a graph as a term; the empty name is that of the default graph.

    :raises StoreError: when it is neither empty nor an absolute IRI.
    """
    return named(iri) if iri else DefaultGraph()


def target(graph: NamedNode | DefaultGraph) -> str:
    """How an update names a graph that it is done to.

    >>> target(place("")), target(place("urn:a"))
    ('DEFAULT', 'GRAPH <urn:a>')
    """
    return f"GRAPH {graph}" if isinstance(graph, NamedNode) else "DEFAULT"


def checked(quads: Iterable[Quad], *, graph: NamedNode | None = None) -> Iterator[Quad]:
    """The quads, once each is known to be one that the store takes: in a named graph, and without blank nodes.

    :raises StoreError: at the first that is not, or that is in another graph than ``graph``.
    """
    for quad in quads:
        if not isinstance(quad.graph_name, NamedNode) or (graph is not None and quad.graph_name != graph):
            message = f"a quad in {quad.graph_name}; expected {graph or 'a named graph'}: {quad}"
            raise StoreError(message)
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            message = f"a quad with a blank node or a triple in it; expected IRIs and literals, made by kg.ids: {quad}"
            raise StoreError(message)
        yield quad


def exchange(store: Store, graph: NamedNode, wanted: AbstractSet[Quad]) -> None:
    """Make ``graph`` hold exactly ``wanted``: only the difference is written, and in one transaction.

    Oxigraph's ``extend`` and ``remove`` are a transaction each, but all operations of one ``update`` are one together.
    So the difference goes in as DELETE DATA and INSERT DATA of a single update. Both sets are held in memory. A graph
    that is to hold nothing is dropped, name and all, and so is first one with blank nodes, which cannot be named.
    """
    present = set(store.quads_for_pattern(None, None, None, graph))
    operations = []
    if not wanted or any(_nameless(quad) for quad in present):
        operations.append(f"DROP SILENT GRAPH {graph}")
        present = set()
    operations += [
        f"{operation} DATA {{ GRAPH {graph} {{\n{triples(difference)}}} }}"
        for operation, difference in (("DELETE", present - wanted), ("INSERT", wanted - present))
        if difference
    ]
    if operations:
        store.update(";\n".join(operations))


def change(
    store: Store, *, gone: Collection[Quad], new: Collection[Quad], dropped: Iterable[NamedNode | DefaultGraph]
) -> None:
    """Take out ``gone`` and whole graphs, and add ``new``, in one transaction."""
    operations = [f"DROP SILENT {target(graph)}" for graph in dropped]
    for operation, quads in (("DELETE", gone), ("INSERT", new)):
        graphs: dict[str, list[Quad]] = {}
        for quad in quads:
            graphs.setdefault(str(quad.graph_name), []).append(quad)
        parts = (f"GRAPH {graph} {{\n{triples(found)}}}" for graph, found in sorted(graphs.items()))
        if graphs:
            operations.append(f"{operation} DATA {{ {' '.join(parts)} }}")
    if operations:
        store.update(";\n".join(operations))


def normal(quads: Iterable[Quad]) -> set[Quad]:
    """Quads as a store gives them back: it writes numbers in one way."""
    store = Store()
    store.extend(quads)
    return set(store)


def total(quads: Iterable[Quad]) -> int:
    """The sum of the SHA-256 of the N-Quads lines of ``quads``, which are normal and no two alike, modulo 2 ** 256.

    A hash of a set that is told by adding and taking away what changes (AdHash: Bellare and Micciancio 1997; MSet-Add-
    Hash: Clarke et al. 2003). It tells sets apart that differ by chance, not those that somebody made to collide.
    """
    found = 0
    rest = iter(quads)
    while some := list(islice(rest, _AT_ONCE)):
        lines = _written(some, RdfFormat.N_QUADS).splitlines()
        found += sum(int.from_bytes(hashlib.sha256(line).digest()) for line in lines)
    return found % MODULUS


def names(store: Store, within: str) -> list[str]:
    """The names of the named graphs that begin with ``within``, sorted."""
    found = (graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    return sorted(name for name in found if name.startswith(within))


def totals(store: Store, *, within: str, leave_out: Collection[str]) -> dict[str, tuple[int, int]]:
    """How many quads each named graph has, and their total, by the graph's name, but for those left out."""
    found: dict[str, tuple[int, int]] = {}
    for name in names(store, within):
        if name not in leave_out:
            quads = list(store.quads_for_pattern(None, None, None, NamedNode(name)))
            found[name] = len(quads), total(quads)
    return found


def shown(value: int) -> str:
    """A total as 64 hex digits.

    >>> shown(-1) == "f" * 64
    True
    """
    return f"{value % MODULUS:064x}"


def triples(quads: Iterable[Quad]) -> str:
    """The triples of quads as N-Triples, as DATA of an update takes them."""
    return _written((quad.triple for quad in quads), RdfFormat.N_TRIPLES).decode()


def _nameless(quad: Quad) -> bool:
    """Whether an update cannot delete a quad: it has a blank node, or a triple, which may have one."""
    return not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal)


def _written(items: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> bytes:
    written = serialize(items, format=form)
    assert written is not None  # noqa: S101  (there is no output to write to, so it comes back)
    return written
