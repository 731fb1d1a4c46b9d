"""Making a server hold the named graphs that the project made: what differs is sent, the rest left alone."""

from __future__ import annotations

from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.store.contents import MODULUS
from kg.store.remote import parts, virtuoso
from kg.store.remote.record import Record, Version, counted
from kg.store.remote.stepping import stepped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pyoxigraph import Quad

    from kg.config import StoreConfig
    from kg.ids import Ids
    from kg.store.graph import Graph
    from kg.store.remote.client import Client
    from kg.store.remote.stepping import Step

_AT_ONCE = 2  # requests under way: one is worked on while the next is written
_DOCUMENTS, _RECORD, _RUNS, _UNFINISHED = "document/", "store", "runs", "unfinished/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a server was sent: how many named graphs as a whole, of how many quads, and how many it lost.

    ``step`` says that the difference of the last build was enough.
    """

    graphs: int
    quads: int
    removed: int
    step: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Sends the graph as it is published; ``record`` and whatever is in pieces stand beside it."""

    graph: Graph
    client: Client
    config: StoreConfig
    ids: Ids
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def record(self) -> Record:
        """The record of the server."""
        return Record(self.ids.graph(_RECORD))

    @property
    def runs(self) -> str:
        """The named graph of runs, which grows with every build."""
        return self.ids.graph(_RUNS)

    @property
    def is_for_virtuoso(self) -> bool:
        """Whether the server is one that keeps some terms in another way."""
        return self.client.addresses.is_virtuoso

    @property
    def largest(self) -> int:
        """How many quads one update may hold."""
        return min(self.config.whole_quads, virtuoso.LARGEST) if self.is_for_virtuoso else self.config.whole_quads

    # ------------------------------------------------------------------------------------------- all of it

    def everything(self) -> None:
        """Compares every named graph, and sends those that differ; removes those that are gone.

        :raises StoreError: when the server does not take them, or does not have in the end what it was sent.
        """
        wanted = self.versions()
        known = self.record.entries(self.client)
        was, summary = known.pop(self.record.name, None), self.together(wanted)
        gone = sorted(known.keys() - wanted.keys())
        differing = {name for name, version in wanted.items() if known.get(name) != version}
        if differing or gone or was != summary:
            was = None
            self.client.update(self.record.forget([self.record.name]))
            self.graphs(differing, wanted)
            self.remove(gone)
            self.counts["removed"] += len(gone)
        self.mend(wanted)
        if was is None:
            entry = self.record.note({self.record.name: summary})
            self.client.update(parts.joined([self.record.forget([self.record.name]), entry]))

    def versions(self) -> dict[str, Version]:
        """The named graphs of the project as they are published."""
        found = self.graph.totals(within=self.ids.graph(""))
        return {name: Version(quads=n, total=total) for name, (n, total) in found.items()}

    def together(self, versions: Mapping[str, Version]) -> Version:
        """The version of named graphs as one, runs left out."""
        counted_in = [version for name, version in versions.items() if name != self.runs]
        total = sum(version.total for version in counted_in) % MODULUS
        return Version(quads=sum(version.quads for version in counted_in), total=total)

    def graphs(self, names: Collection[str], wanted: Mapping[str, Version]) -> None:
        """Sends named graphs: documents first, then what is derived from them."""
        within = self.ids.graph(_DOCUMENTS)
        ordered = sorted(names, key=lambda name: (not name.startswith(within), name))
        waiting: deque[Future[None]] = deque()
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for batch in parts.batches(ordered, wanted, most=self._most()):
                if sum(wanted[name].quads for name in batch) > self._most() and not batch[0].startswith(within):
                    _finish(waiting, left=0)  # the documents are there before what speaks of them
                waiting.append(pool.submit(self._send, batch, {name: wanted[name] for name in batch}))
                _finish(waiting, left=_AT_ONCE)
            _finish(waiting, left=0)

    def remove(self, names: Iterable[str]) -> None:
        """Removes named graphs that the record has and the project has no more."""
        listed = list(names)
        for start in range(0, len(listed), self.config.batch_quads):
            some = listed[start : start + self.config.batch_quads]
            self.client.update(parts.joined([*parts.drop(some), self.record.forget(some)]))

    def mend(self, wanted: Mapping[str, Version]) -> None:
        """Counts what the server has of named graphs, and sends those once more of which it has too much or too little.

        :raises StoreError: when that does not help.
        """
        astray = self.astray(wanted)
        self.graphs(astray, wanted)
        self.fail(self.astray({name: wanted[name] for name in astray}), wanted)

    def astray(self, wanted: Mapping[str, Version]) -> list[str]:
        """The named graphs of which the server has not the number of quads that it should have."""
        found = counted(wanted, self.client)
        return [name for name, version in wanted.items() if found.get(name, 0) != version.quads]

    def fail(self, names: Collection[str], wanted: Mapping[str, Version]) -> None:
        """Says that a server has not what it was sent, if there are such ``names``.

        :raises StoreError: for the first of them.
        """
        if not names:
            return
        name = min(names)
        self.client.update(self.record.forget(names))
        has = counted([name], self.client).get(name, 0)
        message = (
            f"{self.client.addresses.update}: {name} has {has} quads there, expected {wanted[name].quads}; see "
            "whether something else writes to it, or whether the server changes what it takes"
        )
        raise StoreError(message)

    # ------------------------------------------------------------------------------------------- one request

    def _most(self) -> int:
        return min(self.config.batch_quads, self.largest)

    def outgoing(self, quads: Iterable[Quad]) -> Iterable[Quad]:
        """Quads as they are sent."""
        return virtuoso.outgoing(quads) if self.is_for_virtuoso else quads

    def _quads(self, name: str) -> Iterable[Quad]:
        return self.outgoing(self.graph.quads(name))

    def _send(self, names: list[str], versions: Mapping[str, Version]) -> None:
        """Sends named graphs, each whole, and then enters them: with the entry before, nobody would send them again."""
        quads = sum(version.quads for version in versions.values())
        if quads <= self._most():
            self._updated(names, versions)
        elif quads <= self.config.whole_quads and self.client.addresses.graphs:
            self.client.update(self.record.forget(names))
            self.client.put(names[0], parts.written(self._quads(names[0])))
            self.client.update(self.record.note(versions))
        elif quads <= self.largest:
            self._updated(names, versions)
        else:
            self._staged(names[0], versions)
        self.counts.update(graphs=len(names), quads=quads)

    def _updated(self, names: list[str], versions: Mapping[str, Version]) -> None:
        triples = {name: parts.written(self._quads(name)) for name in names}
        operations = (self.record.forget(names), *parts.drop(names), parts.data("INSERT", triples))
        self.client.update(parts.joined([*operations, self.record.note(versions)]))

    def _staged(self, name: str, versions: Mapping[str, Version]) -> None:
        """Sends a large named graph in pieces to a place beside its own, and puts it there by one update.

        The place is in the record, so that what a build leaves that is cut off goes with the next one. (COPY and not
        MOVE: that would empty the graph, were it done and then tried again.)
        """
        beside = self.ids.graph(_UNFINISHED) + name.removeprefix(self.ids.graph(""))
        nothing = Version(quads=0, total=0)
        begin = (self.record.forget([name, beside]), self.record.note({beside: nothing}), *parts.drop([beside]))
        self.client.update(parts.joined(begin))
        by_post = bool(self.client.addresses.graphs)
        for piece in parts.pieces(self._quads(name), self.config.whole_quads if by_post else self._most()):
            if by_post:
                self.client.post(beside, piece)
            else:
                self.client.update(parts.data("INSERT", {beside: piece}))
        there = {beside: versions[name]}
        self.fail(self.astray(there), there)
        copy = f"COPY GRAPH {NamedNode(beside)} TO GRAPH {NamedNode(name)}"
        self.client.update(parts.joined([copy, self.record.note(versions)]))
        self.remove([beside])


def send(graph: Graph, client: Client, config: StoreConfig, ids: Ids, *, step: Step | None = None) -> Sent:
    """Makes a server hold the project's named graphs as ``graph`` has them, and says what was sent.

    With the ``step`` of the last build, and a server that has what it was before, that is all that is sent: in one
    update. Else every graph is compared by its version. Graphs that are neither the project's nor in the record of the
    server are left alone.

    :raises StoreError: when the server cannot be reached, refuses, or does not have in the end what it was sent.
    """
    sending = Sending(graph=graph, client=client, config=config, ids=ids)
    if step is not None and stepped(step, sending):
        return Sent(graphs=0, quads=len(step.gone) + len(step.new), removed=len(step.dropped), step=True)
    sending.everything()
    counts = sending.counts
    return Sent(graphs=counts["graphs"], quads=counts["quads"], removed=counts["removed"])


def _finish(waiting: deque[Future[None]], *, left: int) -> None:
    """Waits until so many requests are under way, and raises what one of them raised."""
    while len(waiting) > left:
        waiting.popleft().result()
