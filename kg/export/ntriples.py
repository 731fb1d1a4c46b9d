"""N-Triples: a line for each distinct triple of all named graphs, sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.order import lines_of, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:  # noqa: ARG001  (there are none here)
    r"""The sorted lines, in chunks of many.

    >>> import pyoxigraph as ox
    >>> a = ox.NamedNode("u:a")
    >>> list(text([ox.Quad(a, a, ox.Literal("b"), a), ox.Quad(a, a, ox.Literal("b"))], {}))
    ['<u:a> <u:a> "b" .\n']
    """
    for block in lines_of(quads, _triples):
        yield b"".join(block).decode()


def _triples(lines: list[bytes]) -> list[bytes]:
    return [b" ".join(terms(line)[:3]) + b" .\n" for line in lines]
