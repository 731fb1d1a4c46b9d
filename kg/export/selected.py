"""What leaves: a graph seen through filters, with or without the documents' text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import IO, TYPE_CHECKING

import pyarrow as pa
import pyoxigraph as ox

from kg import analyse
from kg.analyse import Filters
from kg.analyse.happenings import COLUMNS, happenings
from kg.analyse.lift import wholes
from kg.analyse.nodes import described, prefixed, values
from kg.analyse.parts import known, parts
from kg.analyse.selecting import select
from kg.export.network import plain
from kg.ids import VOCABULARIES
from kg.store.contents import ANY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

    from kg.analyse.nodes import Node
    from kg.ids import Ids
    from kg.store import Graph
    from kg.store.contents import Pattern

DOCUMENTS = """
SELECT ?document ?title ?outlet ?url ?date ?language WHERE {
  ?document a nif:Context .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:publisher ?outlet }
  OPTIONAL { ?document schema:url ?url }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:language ?language }
}
"""
STATES = "SELECT ?entity ?state WHERE { ?entity kg:state ?state }"
MENTIONED_IN = "SELECT ?mention ?document WHERE { ?mention nif:referenceContext ?document }"
_TEXT = VOCABULARIES["nif"] + "isString"
_NAMES = frozenset({VOCABULARIES["dcterms"] + "title", VOCABULARIES["rdfs"] + "label", VOCABULARIES["schema"] + "url"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is known of a document: its outlet is an id, its date ISO 8601; what is not known is None."""

    title: str | None
    outlet: str | None
    url: str | None
    date: str | None
    language: str | None


class Whole:
    """The quads of a graph that ``leaves`` lets go: all of them, where it is None, which are dumped the fastest."""

    def __init__(self, graph: Graph, leaves: Callable[[ox.Quad], bool] | None = None) -> None:
        """Those of ``graph``."""
        self._graph, self._leaves = graph, leaves

    def __iter__(self) -> Iterator[ox.Quad]:
        return self.fitting(ANY)

    def fitting(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """Those that fit a pattern, in no order."""
        return (
            filter(self._leaves, self._graph.quads(None, pattern)) if self._leaves else self._graph.quads(None, pattern)
        )

    def dump(self, output: IO[bytes]) -> None:
        """Write them as N-Quads."""
        if self._leaves is None:
            self._graph.dump(output)
        else:
            ox.serialize(self, output, format=ox.RdfFormat.N_QUADS)


class Selected:
    """A graph, its ids, and which of it leaves.

    ``long`` is the number of characters from which a literal counts as text and stays behind with the documents' texts;
    None lets everything leave. Names (titles, labels) and the ontology are never left behind.
    """

    def __init__(self, graph: Graph, ids: Ids, *, filters: Filters | None = None, long: int | None = None) -> None:
        """The graph through ``filters``, which default to facts alone."""
        self.graph, self.ids, self.filters, self.long = graph, ids, filters or Filters(), long

    def quads(self) -> Whole:
        """The quads of the whole graph, in no order."""
        return Whole(self.graph, None if self.long is None else self._leaves)

    def short(self, words: str | None) -> str | None:
        """The words, unless they are text that stays behind."""
        return None if words is not None and self.long is not None and len(words) > self.long else words

    @property
    def unfiltered(self) -> bool:
        """Whether no filter is set, factuality and lift apart."""
        return replace(self.filters, factuality=("fact",), lift="none") == Filters()

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The actor graph; lists are tuples."""
        return analyse.actors(self.graph, self.ids, self.filters)

    @cached_property
    def plain(self) -> nx.MultiDiGraph[str]:
        """The actor graph with values that every format can hold."""
        return plain(self.network)

    @cached_property
    def events(self) -> pa.Table:
        """The events that the filters keep, sorted by id, with the columns of ``kg.analyse.happenings``."""
        rows = list(happenings(self.graph, self.ids).values())
        table = pa.Table.from_pylist(rows, schema=COLUMNS)
        parents = {prefixed(part, self.ids): prefixed(whole, self.ids) for part, whole in wholes(self.graph).items()}
        kept = select(table, known(self.graph, self.ids, table, parents), self.filters)
        return kept.sort_by([("event", "ascending")])

    @cached_property
    def parts(self) -> list[tuple[str, str, str]]:
        """Event, role (actor, recipient, theme) and entity of all who take part in those events, sorted."""
        table, _ = parts(self.graph, self.ids, self.filters)
        columns = (table[name].to_pylist() for name in ("event", "role", "entity"))
        return sorted(set(zip(*columns, strict=True)))

    @cached_property
    def sources(self) -> dict[str, Citation]:
        """The documents by prefixed id, sorted; of several values of one property the first stands."""
        found: dict[str, Citation] = {}
        for document, title, outlet, url, date, language in values(self.graph, DOCUMENTS):
            source = Citation(
                title=title, outlet=outlet and prefixed(outlet, self.ids), url=url, date=date, language=language
            )
            found.setdefault(prefixed(str(document), self.ids), source)
        return dict(sorted(found.items()))

    @cached_property
    def documents(self) -> dict[str, str]:
        """Mention → its document, both by prefixed id."""
        return self._pairs(MENTIONED_IN)

    @cached_property
    def states(self) -> dict[str, str]:
        """Entity → its state, both by prefixed id."""
        return self._pairs(STATES)

    def nodes(self, names: Iterable[str]) -> Mapping[str, Node]:
        """Label and class of entities by prefixed id, sorted."""
        spaces = self.ids.prefixes
        iris = {}
        for name in names:
            prefix, _, rest = name.partition(":")
            iris[spaces[prefix] + rest if prefix in spaces else name] = name
        return dict(sorted((iris[iri], node) for iri, node in described(self.graph, iris).items()))

    def _pairs(self, query: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for one, other in values(self.graph, query):
            found.setdefault(prefixed(str(one), self.ids), prefixed(str(other), self.ids))
        return found

    def _leaves(self, quad: ox.Quad) -> bool:
        """Whether a quad is no text: neither a document's own words nor a long literal, unless that is a name."""
        if len(getattr(quad.object, "value", "")) <= (self.long or 0) and quad.predicate.value != _TEXT:
            return True
        ontology = getattr(quad.graph_name, "value", "") == self.ids.graph("ontology")
        return not hasattr(quad.object, "datatype") or quad.predicate.value in _NAMES or ontology
