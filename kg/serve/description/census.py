"""What a snapshot holds, counted once, in the background, by the workers that answer queries too."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.serve.workers.tasks import Query

if TYPE_CHECKING:
    from starlette.datastructures import State

    from kg.ids import Ids
    from kg.serve.workers import Pool

MOST = 500  # graphs, classes and properties that are listed, the largest first
DOCUMENTS = """SELECT (COUNT(DISTINCT ?g) AS ?graphs) (COUNT(*) AS ?triples) {{
    GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{documents}")) }}"""
GRAPHS = """SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }}
    FILTER (isIRI(?g) && !STRSTARTS(STR(?g), "{documents}")) }}
    GROUP BY ?g ORDER BY DESC(?n) ?g LIMIT {most}"""
CLASSES = (
    "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?c FILTER isIRI(?c) }} GROUP BY ?c ORDER BY DESC(?n) ?c LIMIT {most}"
)
PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) {{ ?s ?p ?o }} GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT {most}"
RUN = """SELECT ?run {{ GRAPH <{runs}> {{ ?run a prov:Activity ; prov:startedAtTime ?time }} }}
    ORDER BY DESC(?time) DESC(STR(?run)) LIMIT 1"""

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The named graphs but those of documents, the classes and the properties, each with a count, the largest first.

    Counts are of triples, for classes of what is of them. ``documents`` are the graphs of documents, and
    ``document_triples`` what these hold, ``run`` the IRI of the last build ("": none). ``tag`` is that of the snapshot.
    What could not be counted in the time of a query is empty.
    """

    tag: str
    graphs: Counts = ()
    documents: int = 0
    document_triples: int = 0
    classes: Counts = ()
    properties: Counts = ()
    run: str = ""

    @property
    def triples(self) -> int:
        """How many triples all graphs have; one that stands in two counts twice."""
        return sum(n for _, n in self.properties)


class Censuses:
    """The census of the snapshot that is served, taken when it is first asked for."""

    def __init__(self, pool: Pool, ids: Ids, *, seconds: float) -> None:
        """``seconds`` is what each of its queries may take."""
        self._pool = pool
        self._seconds = seconds
        self._names = {"documents": ids.document_graph(""), "runs": ids.graph("runs"), "most": MOST}
        self._last: Census | None = None
        self._taking: asyncio.Task[None] | None = None

    async def known(self, *, wait: float) -> Census | None:
        """The census of the snapshot that is served now; None if it is not taken yet, nor within ``wait`` seconds."""
        if self._current() is None:
            if self._taking is None or self._taking.done():
                self._taking = asyncio.create_task(self._take())
            if wait:
                await asyncio.wait([self._taking], timeout=wait)
        return self._current()

    def _current(self) -> Census | None:
        last = self._last
        return last if last is not None and last.tag == self._pool.generation.tag else None

    async def _take(self) -> None:
        tag = self._pool.generation.tag
        documents = await self._rows(DOCUMENTS)
        runs = await self._rows(RUN)
        self._last = Census(
            tag=tag,
            graphs=_counts(await self._rows(GRAPHS)),
            documents=int(documents[0][0]) if documents else 0,
            document_triples=int(documents[0][1]) if documents else 0,
            classes=_counts(await self._rows(CLASSES)),
            properties=_counts(await self._rows(PROPERTIES)),
            run=runs[0][0] if runs else "",
        )

    async def _rows(self, query: str) -> list[list[str]]:
        """The values of each row; none where the query was refused."""
        answer = await self._pool.ask(Query(text=query.format(**self._names)), seconds=self._seconds)
        content = answer.body
        if isinstance(content, Path):
            path, content = content, content.read_bytes()
            path.unlink(missing_ok=True)
        if answer.status != 200:  # noqa: PLR2004  (OK)
            return []
        found = json.loads(content)
        names = found["head"]["vars"]
        return [
            [row[name]["value"] for name in names] for row in found["results"]["bindings"] if len(row) == len(names)
        ]


def censuses(state: State) -> Censuses:
    """The census taker of an application, made when it is first needed."""
    if not hasattr(state, "censuses"):
        state.censuses = Censuses(state.pool, state.ids, seconds=state.settings.config.longest_seconds)
    found: Censuses = state.censuses
    return found


def _counts(rows: list[list[str]]) -> Counts:
    return tuple((name, int(number)) for name, number in rows)
