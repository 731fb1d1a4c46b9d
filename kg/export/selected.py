"""What leaves: a graph seen through filters, with or without the documents' text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.columns import changed, distinct, listed, places, whole
from kg.analyse.edges import edges
from kg.analyse.filters import Filters
from kg.analyse.happenings import happenings
from kg.analyse.lift import lifted, wholes
from kg.analyse.memory import free
from kg.analyse.nodes import described, iri, prefixed, values
from kg.analyse.parts import known
from kg.analyse.properties import matched
from kg.analyse.roles import filled
from kg.analyse.selecting import LOOKED_AT, select
from kg.analyse.shelf import Shelf
from kg.export.network import BATCH, Network
from kg.export.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.analyse.edges import Edges
    from kg.analyse.nodes import Node
    from kg.ids import Ids
    from kg.store import Graph

DOCUMENTS = """
SELECT ?document ?title ?outlet ?url ?date ?language ?file WHERE {
  ?document a nif:Context .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:publisher ?outlet }
  OPTIONAL { ?document schema:url ?url }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:language ?language }
  OPTIONAL { ?document dcterms:identifier ?file }
}
"""
STATES = "SELECT ?entity ?state WHERE { ?entity kg:state ?state }"
REPORTED_IN = """
SELECT ?thing ?value WHERE { ?thing a sem:Event ; gaf:denotedBy ?mention . ?mention nif:referenceContext ?value }
"""
ENDS = ("source", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is known of a document: its outlet is an id, its date ISO 8601; what is not known is None.

    ``file`` is what it was read from.
    """

    title: str | None
    outlet: str | None
    url: str | None
    date: str | None
    language: str | None
    file: str | None


class Selected:
    """A graph, its ids, and which of it leaves.

    ``long`` is the number of characters from which a literal counts as text and stays behind with the documents' texts;
    None lets everything leave. ``left`` gives the edges that a build left, or None where the store must be asked.
    """

    def __init__(
        self,
        graph: Graph,
        ids: Ids,
        *,
        filters: Filters | None = None,
        long: int | None = None,
        left: Callable[[], Edges | None] = lambda: None,
    ) -> None:
        """The graph through ``filters``, which default to facts alone."""
        self.graph, self.ids, self.filters, self.long = graph, ids, filters or Filters(), long
        self._left = left

    def quads(self) -> Whole:
        """The quads of the whole graph, in no order."""
        return Whole(self.graph, self.ids, self.long)

    def short(self, words: str | None) -> str | None:
        """The words, unless they are text that stays behind."""
        return None if words is not None and self.long is not None and len(words) > self.long else words

    @property
    def unfiltered(self) -> bool:
        """Whether no filter is set, factuality and lift apart."""
        return replace(self.filters, factuality=("fact",), lift="none") == Filters()

    @cached_property
    def shelf(self) -> Shelf:
        """All events of the graph, sorted by id, with the columns of ``kg.analyse.happenings``."""
        return Shelf(happenings(self.graph, self.ids))

    @cached_property
    def parents(self) -> dict[str, str]:
        """Each part with its next larger whole, by prefixed id."""
        return {prefixed(part, self.ids): prefixed(above, self.ids) for part, above in wholes(self.graph).items()}

    def events(self, *columns: str) -> pa.Table:
        """The events that the filters keep, sorted by id, with these columns of ``kg.analyse.happenings``, or all."""
        return self.shelf.table(*columns).take(self._rows)

    @cached_property
    def _rows(self) -> pa.Array:
        """Which events the filters keep, as rows of the shelf."""
        table = self.shelf.table(*LOOKED_AT)
        table = table.append_column("row", pa.array(np.arange(len(table))))
        return whole(select(table, self._named, self.filters)["row"])

    @cached_property
    def _named(self) -> Mapping[str, Node]:
        """What places and outlets are called, where a filter names some."""
        if self.filters.places is None and self.filters.outlets is None:
            return {}
        return known(self.graph, self.ids, self.shelf.table("places", "outlets"), self.parents)

    @cached_property
    def made(self) -> Edges:
        """The edges of the whole actor graph: those that a build left, if they are of this graph."""
        return self._left() or edges(self.graph, self.ids, self.shelf)

    @cached_property
    def network(self) -> Network:
        """The actor graph; ends are lifted, and of several edges that become one the first stands."""
        made = self.made
        table = select(made.table, made.nodes, self.filters)
        for number, end in enumerate(ENDS):
            led = changed(table[end], self._lifting(made.nodes, made.parents), pa.string())
            table = table.set_column(number, table.schema.field(end), led)
        if self.filters.lift != "none":
            table = _distinct(table)
        names = sorted({name for end in ENDS for name in pc.unique(table[end]).to_pylist()})
        return Network(nodes={name: made.nodes[name] for name in names}, table=table)

    def forget_edges(self) -> None:
        """Lets go of ``made`` and ``network``; they are made anew if they are asked for again."""
        for name in ("made", "network"):
            self.__dict__.pop(name, None)
        free()

    def parts(self) -> pa.Table:
        """Who takes part in those events: the row of the event, role (actor, recipient, theme) and entity."""
        found = filled(self.graph, self.ids, whole(self.events("event")["event"]))
        if self.filters.lift == "none":
            return found
        names = {*pc.unique(found["entity"]).to_pylist(), *self.parents, *self.parents.values()}
        led = changed(found["entity"], self._lifting(self.nodes(names), self.parents), pa.string())
        return found.set_column(found.column_names.index("entity"), "entity", led)

    @cached_property
    def sources(self) -> dict[str, Citation]:
        """The documents by prefixed id, sorted; of several values of one property the first stands."""
        found: dict[str, Citation] = {}
        for document, title, outlet, url, date, language, file in values(self.graph, DOCUMENTS):
            source = Citation(
                title=title,
                outlet=outlet and prefixed(outlet, self.ids),
                url=url,
                date=date,
                language=language,
                file=file,
            )
            found.setdefault(prefixed(str(document), self.ids), source)
        return dict(sorted(found.items()))

    def documents(self, events: pa.ChunkedArray) -> Iterator[list[str]]:
        """The documents that report each of ``events``, which are prefixed ids: theirs, sorted."""
        reported = distinct(events)
        lists = listed(*matched(self.graph, self.ids, REPORTED_IN, reported), len(reported))
        free()
        held = places(events, reported)
        del reported
        for start in range(0, len(held), BATCH):
            yield from lists.take(pa.array(held[start : start + BATCH])).to_pylist()

    @cached_property
    def states(self) -> dict[str, str]:
        """Entity → its state, both by prefixed id."""
        found: dict[str, str] = {}
        for one, other in values(self.graph, STATES):
            found.setdefault(prefixed(str(one), self.ids), prefixed(str(other), self.ids))
        return found

    def nodes(self, names: Iterable[str]) -> Mapping[str, Node]:
        """Label and class of entities by prefixed id, sorted."""
        iris = {iri(name, self.ids.prefixes): name for name in names}
        return dict(sorted((iris[each], node) for each, node in described(self.graph, iris).items()))

    def _lifting(self, nodes: Mapping[str, Node], parents: Mapping[str, str]) -> Callable[[str], str]:
        return lambda name: lifted(name, self.filters.lift, parents, nodes)


def _distinct(table: pa.Table) -> pa.Table:
    """The first row of each source, target and event, sorted by them."""
    numbered = table.append_column("row", pa.array(range(len(table))))
    found = numbered.group_by([*ENDS, "event"], use_threads=False).aggregate([("row", "min")])
    return table.take(found.sort_by([(name, "ascending") for name in (*ENDS, "event")])["row_min"])
