"""All quads of a graph as they leave: with or without the documents' texts."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from kg.ids import VOCABULARIES
from kg.store.contents import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ids import Ids
    from kg.store import Graph
    from kg.store.contents import Pattern

_TEXT = VOCABULARIES["nif"] + "isString"
_NAMES = frozenset({VOCABULARIES["dcterms"] + "title", VOCABULARIES["rdfs"] + "label", VOCABULARIES["schema"] + "url"})


class Whole:
    """The quads of a graph; with ``long``, without the documents' texts and literals of more characters than that.

    Names (titles, labels) and the ontology are never left behind.
    """

    def __init__(self, graph: Graph, ids: Ids, long: int | None = None) -> None:
        """Those of ``graph``, whose ids tell which named graph is the ontology."""
        self._graph, self._long, self._ontology = graph, long, ids.graph("ontology")

    def __iter__(self) -> Iterator[ox.Quad]:
        return self.fitting(ANY)

    def fitting(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """Those that fit a pattern, in no order."""
        found = self._graph.quads(None, pattern)
        return found if self._long is None else filter(self._leaves, found)

    def dump(self, output: IO[bytes]) -> None:
        """Write them as N-Quads: the fastest where all leave."""
        if self._long is None:
            self._graph.dump(output)
        else:
            ox.serialize(self, output, format=ox.RdfFormat.N_QUADS)

    def _leaves(self, quad: ox.Quad) -> bool:
        if len(getattr(quad.object, "value", "")) <= (self._long or 0) and quad.predicate.value != _TEXT:
            return True
        ontology = getattr(quad.graph_name, "value", "") == self._ontology
        return not hasattr(quad.object, "datatype") or quad.predicate.value in _NAMES or ontology
