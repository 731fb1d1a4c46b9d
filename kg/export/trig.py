"""TriG: as the Turtle, within each named graph; graphs are sorted."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.export.names import Names
from kg.export.order import placed, spool, spooled, unspooled
from kg.export.turtle import header, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The quads as TriG, a block for each named graph; triples of the default graph stand first, in no block.

    >>> import pyoxigraph as ox
    >>> a, term = ox.NamedNode("https://w3id.org/newskg/term/a"), "https://w3id.org/newskg/term/"
    >>> print("".join(text([ox.Quad(a, a, a, a)], {"kg": term})), end="")
    @prefix kg: <https://w3id.org/newskg/term/> .
    <BLANKLINE>
    kg:a {
    <BLANKLINE>
    kg:a kg:a kg:a .
    <BLANKLINE>
    }
    """
    names = Names(prefixes)
    with spooled() as body:
        for graph, rows in groupby(placed(quads), key=itemgetter(0)):
            body.write(f"\n{names.term(graph)} {{\n" if graph else "")
            spool(body, paragraphs(rows, names))
            body.write("\n}\n" if graph else "")
        yield header(names)
        yield from unspooled(body)
