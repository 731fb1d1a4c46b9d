"""The graph: named graphs of quads, written by one process and read by any number."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Self

from pyoxigraph import RdfFormat, Store

from kg.errors import StoreError
from kg.store import contents, disk, snapshots, sparql

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from pyoxigraph import Literal, NamedNode, Quad, Triple


class Graph:
    """Quads in named graphs, without blank nodes, that answer SPARQL.

    Make one with ``Graph.open`` to write, ``Graph.read`` to read while another process may write, or ``Graph.memory``.
    As a context manager it is closed at the end; after an error, readers keep the snapshot that was published before.

    >>> from pyoxigraph import NamedNode, Quad
    >>> pakistan, urge, body, facts = (NamedNode(f"urn:news:{name}") for name in ("pk", "urge", "un", "facts"))
    >>> with Graph.memory() as graph:
    ...     graph.replace(facts.value, [Quad(body, urge, pakistan, facts)])
    ...     graph.query("SELECT ?who { ?who ?does ?what }").rows
    ((<NamedNode value=urn:news:un>,),)
    """

    def __init__(self, store: Store, *, path: Path | None, writable: bool, copy: Path | None = None) -> None:
        """For the class methods below: ``copy`` is a private snapshot, removed when the graph is closed."""
        self.path = path
        self._store: Store | None = store
        self._writable = writable
        self._copy = copy

    @classmethod
    def open(cls, path: Path) -> Self:
        """The graph in the folder ``path``, created if it is not there, to read and write. One process at a time.

        :raises StoreError: when the store is held by another process, damaged, or cannot be written.
        """
        store = disk.opened(path)
        snapshots.sweep(path)
        return cls(store, path=path, writable=True)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The graph in the folder ``path`` as it was last published by ``flush`` or ``close``, to read only.

        Safe while another process writes, and unchanged by what that writes: it is a snapshot.

        :raises StoreError: when there is no graph, nothing was published yet, or the snapshot is damaged.
        """
        store, copy = snapshots.taken(path)
        return cls(store, path=path, writable=False, copy=copy)

    @classmethod
    def memory(cls) -> Self:
        """An empty graph in memory."""
        return cls(Store(), path=None, writable=True)

    # ------------------------------------------------------------------------------------------------ ending

    def flush(self) -> None:
        """Write everything to disk, and publish it to those who ``read``. Milliseconds, if little is new.

        :raises StoreError: when the disk is full or cannot be written.
        """
        store = self._open()
        if self.path is not None and self._writable:
            with disk.reported(self.path):
                store.flush()
            snapshots.publish(store, self.path)

    def close(self) -> None:
        """Flush, and let go of the store; closing twice does nothing. Iterators over quads must have ended.

        :raises StoreError: when the disk is full or cannot be written; the store is let go of all the same.
        """
        try:
            if self._store is not None:
                self.flush()
        finally:
            self._release()

    def release(self) -> None:
        """Let go of the store without publishing; the next writer does that for what was written since ``flush``."""
        self._release()

    def backup(self, path: Path) -> None:
        """Make a graph of its own in the new folder ``path``: on the same disk, in milliseconds.

        :raises StoreError: when ``path`` exists, or cannot be written.
        """
        store = self._open()
        if path.exists():
            message = f"{path} exists already; expected a new folder for the backup; name another"
            raise StoreError(message)
        if self.path is not None:
            with disk.reported(path):
                path.mkdir(parents=True)
                store.backup(path / disk.STORE)
        with Graph.open(path) as target:
            if self.path is None:
                target.bulk(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._release()

    # ------------------------------------------------------------------------------------------------ writing

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make the named graph ``graph`` hold exactly ``quads``: all of it or, after an error, what it held before.

        Only what differs is written. Without quads, the graph is gone. What it holds and is to hold is kept in memory.

        :raises StoreError: when a quad is of another graph or has a blank node, or when the disk is full.
        """
        store, name = self._for_writing(), contents.named(graph)
        wanted = set(contents.checked(quads, graph=name))
        with disk.reported(self.path):
            contents.exchange(store, name, wanted)

    def drop(self, graph: str) -> None:
        """Remove the named graph ``graph``, if it is there.

        :raises StoreError: when the disk cannot be written.
        """
        self.replace(graph, ())

    def change(self, *, gone: Collection[Quad] = (), new: Collection[Quad] = (), dropped: Iterable[str] = ()) -> None:
        """Take out the quads ``gone`` and the graphs ``dropped``, then add ``new``: all of it or nothing.

        A graph is dropped by its name, which is empty for the default graph.

        :raises StoreError: when a quad is in no named graph or has a blank node, or when the disk is full.
        """
        store = self._for_writing()
        names = [contents.place(graph) for graph in dropped]
        out, added = list(contents.checked(gone)), list(contents.checked(new))
        with disk.reported(self.path):
            contents.change(store, gone=out, new=added, dropped=names)

    def bulk(self, quads: Iterable[Quad]) -> None:
        """Add many quads, of any named graphs, without holding them in memory: for a first build.

        All of them or, after an error, none. Each call writes files of its own, so make it few calls.

        :raises StoreError: when a quad is in no named graph or has a blank node, or when the disk is full.
        """
        store = self._for_writing()
        with disk.reported(self.path):
            store.bulk_extend(contents.checked(quads))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The store itself, for ``kg.store.updating``: what it raises of the disk is told in one line.

        :raises StoreError: when the graph was opened to read, or the disk cannot be written.
        """
        store = self._for_writing()
        with disk.reported(self.path):
            yield store

    # ------------------------------------------------------------------------------------------------ reading

    def graphs(self, within: str = "") -> tuple[str, ...]:
        """The names of the named graphs that begin with ``within``, sorted."""
        return tuple(contents.names(self._open(), within))

    def quads(self, graph: str | None = None, pattern: contents.Pattern = contents.ANY) -> Iterator[Quad]:
        """The quads of one graph, or of all, that fit a pattern, in the store's order: sort them where the order shows.

        The default graph, to which only updates write, has the empty name.

        :raises StoreError: when ``graph`` is no IRI.
        """
        name = None if graph is None else contents.place(graph)
        return self._reported(self._open().quads_for_pattern(*pattern, name))

    def dump(self, output: IO[bytes]) -> None:
        """Write all quads as N-Quads, in the store's order: about twice as fast as ``quads`` in a loop.

        :raises StoreError: when the store cannot be read, or the output not written.
        """
        store = self._open()
        with disk.reported(self.path):
            store.dump(output, format=RdfFormat.N_QUADS)

    def count(self, graph: str | None = None) -> int:
        """How many quads are in one graph, or in all.

        :raises StoreError: when ``graph`` is no IRI.
        """
        return len(self._open()) if graph is None else sum(1 for _ in self.quads(graph))

    def __len__(self) -> int:
        return self.count()

    def __bool__(self) -> bool:
        return True

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._open()

    def digest(self, leave_out: Collection[str] = (), *, within: str = "") -> str:
        """A digest of the named graphs whose names begin with ``within``, without those left out: 64 hex digits.

        Equal sets of quads have equal digests, however they got there. It is the sum of the SHA-256 of all N-Quads
        lines modulo 2 ** 256, so that a writer can keep it by adding and taking away what changes; everything is read.

        >>> Graph.memory().digest() == "0" * 64
        True
        """
        return contents.shown(sum(value for _, value in self.totals(leave_out, within=within).values()))

    def totals(self, leave_out: Collection[str] = (), *, within: str = "") -> dict[str, tuple[int, int]]:
        """How many quads each of these named graphs has and the part of the digest that they make, by its name.

        Memory is that of the largest named graph.
        """
        store = self._open()
        with disk.reported(self.path):
            return contents.totals(store, within=within, leave_out=leave_out)

    def query(
        self,
        query: str,
        *,
        substitutions: Mapping[str, NamedNode | Literal] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> sparql.Rows | bool | list[Triple]:
        """The answer to a SPARQL 1.1 query: rows for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE.

        The default graph is the union of all named graphs, unless the query says FROM. ``substitutions`` puts terms in
        the place of variables, which a SELECT must project. ``prefixes`` need not be declared in the query.

        :raises QueryError: when the query is wrong, is an update, has SERVICE, or is too complex.
        """
        return sparql.read(self.results(query, substitutions=substitutions, prefixes=prefixes))

    def results(
        self,
        query: str,
        *,
        substitutions: Mapping[str, NamedNode | Literal] | None = None,
        prefixes: Mapping[str, str] | None = None,
        dataset: sparql.Dataset | None = None,
    ) -> sparql.Results:
        """The same as ``query``, but worked out while you read it: to serialize it, within ``kg.store.reported()``.

        A ``dataset`` is what is asked, whatever FROM says.

        :raises QueryError: as ``query`` does.
        """
        return sparql.results(
            self._open(),
            query,
            substitutions=substitutions or {},
            prefixes=prefixes or {},
            dataset=dataset,
        )

    # ------------------------------------------------------------------------------------------------ state

    def _open(self) -> Store:
        if self._store is None:
            message = f"the graph {self.path or 'in memory'} is closed; expected an open one; open it again"
            raise StoreError(message)
        return self._store

    def _for_writing(self) -> Store:
        if not self._writable:
            message = f"{self.path} was opened to read; expected one to write; open it with Graph.open"
            raise StoreError(message)
        return self._open()

    def _reported(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        with disk.reported(self.path):
            yield from quads

    def _release(self) -> None:
        self._store = None
        snapshots.discard(self._copy)
        self._copy = None
