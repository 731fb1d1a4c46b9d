"""What is sent in one request: small graphs together, a large one in pieces."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad, Triple

    from kg.store.remote.record import Version


def batches(names: Iterable[str], versions: Mapping[str, Version], *, most: int) -> Iterator[list[str]]:
    """Named graphs in their order, as many together as have at most ``most`` quads; a larger one by itself.

    >>> from kg.store.remote import Version
    >>> size = {name: Version(quads=quads, total=0) for name, quads in (("a", 2), ("b", 3), ("c", 9), ("d", 1))}
    >>> list(batches("abcd", size, most=5))
    [['a', 'b'], ['c'], ['d']]
    """
    batch: list[str] = []
    held = 0
    for name in names:
        quads = versions[name].quads
        if batch and held + quads > most:
            yield batch
            batch, held = [], 0
        batch.append(name)
        held += quads
    if batch:
        yield batch


def pieces(quads: Iterable[Quad], most: int) -> Iterator[bytes]:
    """The triples of quads as N-Triples, ``most`` of them at a time."""
    rest = iter(quads)
    while piece := list(islice(rest, most)):
        yield written(piece)


def written(quads: Iterable[Quad]) -> bytes:
    """The triples of quads as N-Triples."""
    return _serialized(quad.triple for quad in quads)


def data(operation: str, graphs: Mapping[str, bytes]) -> str:
    """An operation of SPARQL 1.1 Update: INSERT or DELETE, with the N-Triples of named graphs."""
    blocks = (f"GRAPH {NamedNode(name)} {{\n{triples.decode()}}}" for name, triples in graphs.items() if triples)
    return f"{operation} DATA {{ {' '.join(blocks)} }}"


def drop(names: Iterable[str]) -> list[str]:
    """The operations that remove named graphs, if they are there."""
    return [f"DROP SILENT GRAPH {NamedNode(name)}" for name in names]


def joined(operations: Sequence[str]) -> str:
    """Operations as one update: a transaction, where the server has them."""
    return ";\n".join(operations)


def _serialized(triples: Iterable[Triple]) -> bytes:
    found = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert found is not None  # noqa: S101  (there is no output to write to, so it comes back)
    return found
