"""TriG: as the Turtle, within each named graph; graphs are sorted."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export.names import Names
from kg.export.order import distinct
from kg.export.turtle import header, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The quads as TriG, a block for each named graph; triples of the default graph stand first, in no block.

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
    body = [
        (graph, list(paragraphs(distinct(group), names)))
        for graph, group in groupby(sorted(quads, key=_graph), key=_graph)
    ]
    blocks = [(names.term(ox.NamedNode(graph)) if graph else "", group) for graph, group in body]
    yield header(names)
    for graph, group in blocks:
        yield f"\n{graph} {{\n" if graph else ""
        for paragraph in group:
            yield "\n" + paragraph
        yield "\n}\n" if graph else ""


def _graph(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
