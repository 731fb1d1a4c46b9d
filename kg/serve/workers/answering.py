"""What a worker does: check a query, put it to the store, and write all of the answer."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from time import perf_counter, time_ns
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
)
from pyoxigraph import serialize as write_triples

from kg.errors import KgError, QueryError
from kg.serve.workers.cutting import EnoughError, RowCut, fewer_triples
from kg.serve.workers.spool import NotKeptError, Spool, TooLongError
from kg.serve.workers.tasks import Dump, Query, Reply
from kg.store import disk, guard
from kg.store.federation import names_dataset
from kg.store.raised import LONGEST_MESSAGE, reported

if TYPE_CHECKING:
    from typing import IO

    from pyoxigraph import BlankNode, QueryTriples

    from kg.serve.workers.tasks import Setup
    from kg.store import Results

REMEMBERED = 1024  # texts of queries that are known to be in order
LONGEST_REMEMBERED = 10_000  # characters
NO_ROWS = "the query gives rows or a boolean, and no format for them is acceptable; expected JSON, XML, CSV or TSV"
NO_TRIPLES = (
    "the query gives triples, and no format for them is acceptable; "
    "expected Turtle, N-Triples, RDF/XML, JSON-LD, TriG or N-Quads"
)
NO_DATA_SET = "a data set holds graphs, which {} cannot; expected TriG, N-Quads or JSON-LD, or one graph to be named"
NO_ANSWER = "a machine that SERVICE names gave no answer ({}); ask again later, or take it out"
JSON = "application/sparql-results+json"
TURTLE_LIKE = {RdfFormat.N_QUADS: RdfFormat.N_TRIPLES, RdfFormat.TRIG: RdfFormat.TURTLE}  # triples in a format of quads


class RefusedError(Exception):
    """A task that is answered with a status above 399."""

    def __init__(self, status: int, detail: str) -> None:
        """With the status and one line that says why."""
        super().__init__(detail)
        self.status = status


class Answering:
    """The store that a worker has open, and what it knows of queries."""

    def __init__(self, setup: Setup) -> None:
        """Open the store.

        :raises StoreError: when it cannot be opened.
        """
        self._setup = setup
        self._store = _opened(setup.store)
        self._number = time_ns()  # of the next answer: a later process with this one's number names no file alike
        self._union = lru_cache(REMEMBERED)(self._checked)

    def open(self, store: str) -> None:
        """Goes on with the snapshot in the folder ``store``, or after an error with what was open.

        :raises StoreError: when it cannot be opened.
        """
        self._store = _opened(store)

    def answer(self, task: Query | Dump) -> Reply:
        """The whole answer to a task."""
        begun = perf_counter()
        self._number += 1
        if isinstance(task, Query) and task.most_bytes is not None and task.most_bytes > self._setup.most_bytes:
            task = replace(task, most_bytes=self._setup.most_bytes)
        path = f"{self._setup.spool}/{os.getpid()}-{self._number:x}"
        spool = Spool(path, in_memory=self._setup.in_memory, most=self._setup.most_bytes, gzip=task.gzip)
        try:
            kind, cut = self._queried(task, spool) if isinstance(task, Query) else (self._dumped(task, spool), False)
            body = spool.finished()
        except (KgError, RefusedError, TooLongError, NotKeptError, MemoryError) as error:
            spool.discarded()
            status, detail = self._refusal(error)
            return Reply(status=status, detail=detail, seconds=perf_counter() - begun)
        return Reply(
            status=200,
            content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            body=b"" if isinstance(body, Path) else body,
            path=str(body) if isinstance(body, Path) else "",
            encoding=spool.encoding,
            cut=cut,
            seconds=perf_counter() - begun,
        )

    # ------------------------------------------------------------------------------------------------ queries

    def _queried(self, task: Query, spool: Spool) -> tuple[str, bool]:
        """Writes the answer to a query; gives its media type, and whether it was cut."""
        with reported():
            known = self._union if len(task.text) <= LONGEST_REMEMBERED else self._checked
            union = known(task.text, task.federation) and task.union
            try:
                return self._written(self._evaluated(task, union=union), task, spool)
            except (OSError, RuntimeError, SyntaxError) as error:
                if not (task.federation and "SERVICE" in task.text.upper()):  # else its syntax is known to be right
                    raise
                raise RefusedError(502, NO_ANSWER.format(" ".join(str(error).split())[:LONGEST_MESSAGE])) from error

    def _written(self, found: Results, task: Query, spool: Spool) -> tuple[str, bool]:
        if isinstance(found, QuerySolutions):
            return _rows(found, task, spool)
        if isinstance(found, QueryBoolean):
            return _boolean(found, task, spool), False
        return _triples(found, task, spool, self._setup.prefixes)

    def _evaluated(self, task: Query, *, union: bool) -> Results:
        prefixes = self._setup.prefixes
        terms: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): _term(written) for name, written in task.substitutions.items()
        }
        if task.dataset is None:
            return self._store.query(
                task.text,
                base_iri=task.base,
                prefixes=prefixes,
                substitutions=terms,
                use_default_graph_as_union=union,
            )
        default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(graph) for graph in task.dataset.default]
        named: list[NamedNode | BlankNode] = [NamedNode(graph) for graph in task.dataset.named]
        return self._store.query(
            task.text,
            base_iri=task.base,
            prefixes=prefixes,
            substitutions=terms,
            default_graph=default,
            named_graphs=named,
        )

    def _checked(self, text: str, federation: tuple[str, ...]) -> bool:
        """Whether the default graph may be the union of all: it may unless FROM says what it is.

        :raises QueryError: when the query is refused.
        """
        guard.check(text, self._setup.prefixes, federation=federation)
        return not names_dataset(text, self._setup.prefixes)

    # ------------------------------------------------------------------------------------------------ graphs

    def _dumped(self, task: Dump, spool: Spool) -> str:
        """Writes a graph, or all of them; gives the media type."""
        form = RdfFormat.from_media_type(task.media_type)
        if form is None:
            raise RefusedError(406, NO_TRIPLES.replace("the query gives", "a graph is"))
        prefixes = self._setup.prefixes
        with disk.reported(Path(self._setup.store)):
            if task.graph is None:
                if not form.supports_datasets:
                    raise RefusedError(406, NO_DATA_SET.format(form.name))
                self._store.dump(cast("IO[bytes]", spool), form, prefixes=prefixes)
            else:
                graph = self._graph(task.graph)
                written = TURTLE_LIKE.get(form, form)
                self._store.dump(cast("IO[bytes]", spool), written, from_graph=graph, prefixes=prefixes)
        return task.media_type

    def _graph(self, name: str) -> NamedNode | DefaultGraph:
        if not name:
            return DefaultGraph()
        try:
            graph = NamedNode(name)
        except ValueError as error:
            message = f"{name!r} names no graph ({error}); expected an absolute IRI"
            raise RefusedError(400, message) from error
        if not self._store.contains_named_graph(graph):
            message = f"no graph {name}; expected one that the store holds: GRAPH ?g {{}} in a query lists them"
            raise RefusedError(404, message)
        return graph

    def _refusal(self, error: Exception) -> tuple[int, str]:
        if isinstance(error, RefusedError):
            return error.status, str(error)
        if isinstance(error, QueryError):
            return 400, str(error)
        if isinstance(error, TooLongError):
            return 400, f"the answer is longer than {self._setup.most_bytes} bytes; add LIMIT, and OFFSET for the rest"
        if isinstance(error, MemoryError):
            return 503, "the query needs more memory than it may use; narrow it"
        if isinstance(error, NotKeptError):
            return 503, f"there is no room for so long an answer ({error}); add LIMIT, or try again later"
        return 503, str(error)


def _opened(folder: str) -> Store:
    with disk.reported(Path(folder)):
        return Store.read_only(folder)


def _term(written: str) -> NamedNode | Literal:
    """A term from N-Triples' form.

    :raises ValueError: when it is none that a variable may stand for.
    """
    quad = next(parse(f"<urn:s> <urn:p> {written} .", format=RdfFormat.N_TRIPLES))
    if not isinstance(quad.object, NamedNode | Literal):
        message = f"{written} takes no variable's place; expected an IRI or a literal"
        raise ValueError(message)  # noqa: TRY004 (reported as what is wrong with the query)
    return quad.object


def _rows(found: QuerySolutions, task: Query, spool: Spool) -> tuple[str, bool]:
    kind, form = _row_format(task)
    if task.most_rows is None and task.most_bytes is None:
        found.serialize(cast("IO[bytes]", spool), form)
        return kind, False
    cut = RowCut(spool, form, most_rows=task.most_rows, most_bytes=task.most_bytes)
    try:
        found.serialize(cast("IO[bytes]", cut), form)
    except EnoughError:
        return kind, True
    cut.close()
    return kind, False


def _boolean(found: QueryBoolean, task: Query, spool: Spool) -> str:
    """Writes a boolean; CSV and TSV have no form for one (SPARQL 1.1 Query Results CSV and TSV), so JSON is written."""
    kind, form = _row_format(task)
    if form not in {QueryResultsFormat.JSON, QueryResultsFormat.XML}:
        kind, form = JSON, QueryResultsFormat.JSON
    spool.write(found.serialize(format=form) or b"")
    return kind


def _triples(found: QueryTriples, task: Query, spool: Spool, prefixes: dict[str, str]) -> tuple[str, bool]:
    form = RdfFormat.from_media_type(task.triples) if task.triples else None
    if form is None or task.triples is None:
        raise RefusedError(406, NO_TRIPLES)
    written = TURTLE_LIKE.get(form, form)
    if task.most_rows is None and task.most_bytes is None:
        write_triples(found, cast("IO[bytes]", spool), written, prefixes=prefixes)
        return task.triples, False
    content, cut = fewer_triples(
        found, written, prefixes=prefixes, most_rows=task.most_rows, most_bytes=task.most_bytes
    )
    spool.write(content)
    return task.triples, cut


def _row_format(task: Query) -> tuple[str, QueryResultsFormat]:
    form = QueryResultsFormat.from_media_type(task.rows) if task.rows else None
    if form is None or task.rows is None:
        raise RefusedError(406, NO_ROWS)
    return task.rows, form
