"""N-Quads: a line for each quad, sorted; what a build's digest can be compared on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.order import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:  # noqa: ARG001  (there are none here)
    r"""The sorted lines, in chunks of many.

    >>> import pyoxigraph as ox
    >>> a = ox.NamedNode("u:a")
    >>> list(text([ox.Quad(a, a, ox.Literal("b"), a)], {}))
    ['<u:a> <u:a> "b" <u:a> .\n']
    """
    for block in lines_of(quads):
        yield b"".join(block).decode()
