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
REST = 5  # after a census none is taken for so many times as long as it took: a graph may change all the time
# GRAPH ?g {{}} gives the names alone: what is in the graphs of documents, which may be many, is not looked at.
DOCUMENTS = """SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{}} FILTER (STRSTARTS(STR(?g), "{documents}")) }}"""
OTHERS = """SELECT ?g {{ GRAPH ?g {{}} FILTER (isIRI(?g) && !STRSTARTS(STR(?g), "{documents}")) }} ORDER BY ?g
    LIMIT {most}"""
GRAPHS = """SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }}
    GROUP BY ?g ORDER BY DESC(?n) ?g"""
TRIPLES = "SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o }}"
CLASSES = """SELECT ?c (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?c FILTER isIRI(?c) }}
    GROUP BY ?c ORDER BY DESC(?n) ?c LIMIT {most}"""
PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) {{ ?s ?p ?o }} GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT {most}"
RUN = """SELECT ?run {{ GRAPH <{runs}> {{ ?run a prov:Activity ; prov:startedAtTime ?time }} }}
    ORDER BY DESC(?time) DESC(STR(?run)) LIMIT 1"""

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The named graphs but those of documents, the classes and the properties, each with a count, the largest first.

    Counts are of triples, for classes of what is of them. ``triples`` are those of all graphs, where one that stands in
    two counts twice, ``documents`` the graphs of documents, ``run`` the IRI of the last build ("": none). ``tag`` is
    that of the snapshot. What could not be counted in the time of a query is empty, or 0.
    """

    tag: str
    triples: int = 0
    graphs: Counts = ()
    documents: int = 0
    classes: Counts = ()
    properties: Counts = ()
    run: str = ""


class Censuses:
    """The census of the snapshot that is served, taken when it is first asked for."""

    def __init__(self, pool: Pool, ids: Ids, *, seconds: float) -> None:
        """``seconds`` is what each of its queries may take."""
        self._pool = pool
        self._seconds = seconds
        self._names = {"documents": ids.document_graph(""), "runs": ids.graph("runs"), "most": str(MOST)}
        self._last: Census | None = None
        self._taking: asyncio.Task[None] | None = None
        self._rested = 0.0  # the time of the loop from which the next one may be taken

    async def known(self, *, wait: float) -> Census | None:
        """The census of the snapshot that is served now; None if it is not taken yet, nor within ``wait`` seconds."""
        if self._current() is None:
            if (self._taking is None or self._taking.done()) and asyncio.get_running_loop().time() >= self._rested:
                self._taking = asyncio.create_task(self._take())
            if wait and self._taking is not None:
                await asyncio.wait([self._taking], timeout=wait)
        return self._current()

    def _current(self) -> Census | None:
        last = self._last
        return last if last is not None and last.tag == self._pool.generation.tag else None

    async def _take(self) -> None:
        loop = asyncio.get_running_loop()
        begun, tag = loop.time(), self._pool.generation.tag
        runs = await self._rows(RUN)
        self._last = Census(
            tag=tag,
            triples=await self._number(TRIPLES),
            graphs=await self._graphs(),
            documents=await self._number(DOCUMENTS),
            classes=_counts(await self._rows(CLASSES)),
            properties=_counts(await self._rows(PROPERTIES)),
            run=runs[0][0] if runs else "",
        )
        self._rested = loop.time() + REST * (loop.time() - begun)

    async def _graphs(self) -> Counts:
        """The named graphs but those of documents, empty ones last."""
        names = [name for (name,) in await self._rows(OTHERS)]
        sizes = _counts(await self._rows(GRAPHS, names=" ".join(f"<{name}>" for name in names)))
        return (*sizes, *((name, 0) for name in names if name not in dict(sizes)))

    async def _number(self, query: str) -> int:
        rows = await self._rows(query)
        return int(rows[0][0]) if rows else 0

    async def _rows(self, query: str, **names: str) -> list[list[str]]:
        """The values of each row; none where the query was refused."""
        answer = await self._pool.ask(Query(text=query.format(**self._names, **names)), seconds=self._seconds)
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
