"""Making the store say what the shards say: by what documents touch, or all of it anew.

The ledger says whether the first can be done: it must be made from what holds now, by a build that came to its end, and
the store must know that build. Else everything is derived anew, and the ledger with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg import pipeline
from kg.errors import KgError
from kg.ids import VOCABULARIES, is_event
from kg.newsgraph import reports
from kg.store import Ledger, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.ids import Ids
    from kg.model import Judgement
    from kg.store import Graph

_TYPE, _ACTIVITY = NamedNode(VOCABULARIES["rdf"] + "type"), NamedNode(VOCABULARIES["prov"] + "Activity")
_STATE, _OPEN, _RUN, _TOTAL, _QUADS = "state", "open", "run", "total", "quads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a store says after a build, of how many documents; ``ledger`` notes it, if it could be noted.

    Where only what was touched was written, ``change`` is that, with what is ``recorded`` of the build, and ``before``
    the quads and the digest that there were.
    """

    documents: int
    quads: int
    digest: str
    ledger: Ledger | None = None
    anew: bool = True
    change: pipeline.Change | None = None
    recorded: Collection[Quad] = ()
    before: tuple[int, str] = (0, "")

    def finish(self) -> None:
        """To be called once readers see the graph: the next build begins where this one ended."""
        if self.ledger is not None and self.anew:
            self.ledger.publish()
        elif self.ledger is not None:
            self.ledger.write(**{_OPEN: ""})
            self.ledger.commit()
            self.ledger.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes the graph in ``folder``; ``run`` is what is recorded of the build: its IRI and quads."""

    folder: Path
    keeper: pipeline.Keeper
    ids: Ids
    judgements: Sequence[Judgement]
    counts: pipeline.Counts
    run: str = ""
    recorded: Collection[Quad] = ()

    def usable(self, graph: Graph) -> Ledger | None:
        """The ledger, if a build can begin with it."""
        return usable(graph, self.folder, self.keeper, self.ids, self.judgements)

    # -------------------------------------------------------------------------------------------- by difference

    def change(self, graph: Graph, ledger: Ledger, *, new: Collection[str], gone: Collection[str]) -> Written:
        """Writes what documents change that come and go.

        :raises JudgementError: when a judgement is about what is not in the graph any more.
        """
        counts = self.counts
        try:
            with counts.stage("resolve") as resolving:
                for ident in sorted(new):
                    self.keeper.of(ident)
            with counts.stage("fuse") as fusing:
                change = pipeline.changed(ledger, self.keeper, self.ids, new=new, gone=gone, judgements=self.judgements)
        except KgError:
            ledger.close()
            raise
        documents, resolving.entered, resolving.left, fusing.left = ledger.counts()
        fusing.entered = resolving.left
        counts.dropped.update({f"event: {reason}": n for reason, n in ledger.dropped()})
        before = int(ledger.mark(_QUADS)), ledger.mark(_TOTAL)
        quads, digest = before[0] + change.quads, shown(int(before[1], 16) + change.total)
        marks = {_OPEN: "yes", _QUADS: str(quads), _TOTAL: digest, _RUN: self.run or ledger.mark(_RUN)}
        ledger.write(**marks)
        with counts.stage("write") as stage:
            reports.begin(self.folder)
            ledger.commit()  # from here on a build that is cut off is seen
            graph.change(gone=change.gone, new=[*change.new, *self.recorded], dropped=change.dropped)
            stage.entered = stage.left = quads
        return Written(
            documents=documents,
            quads=quads,
            digest=digest,
            ledger=ledger,
            anew=False,
            change=change,
            recorded=self.recorded,
            before=before,
        )

    # -------------------------------------------------------------------------------------------- anew

    def anew(self, graph: Graph, documents: Collection[str]) -> Written:
        """Derives everything from the shards of ``documents``, and writes what differs.

        :raises JudgementError: when a judgement is about what is not in the graph.
        """
        world = pipeline.kept_world(documents, self.keeper, counts=self.counts, judgements=self.judgements)
        with self.counts.stage("write") as stage:
            reports.begin(self.folder)
            Ledger.remove(self.folder)
            made = pipeline.graphs(world, self.ids)
            if not any(graph.graphs(ids.graph("")) for ids in self._named()):
                graph.bulk(quad for _, quads in made for quad in quads)
            else:
                self._exchange(graph, made)
            graph.change(new=self.recorded)
            totals = graph.totals([self.ids.graph("runs")], within=self.ids.graph(""))
            quads, digest = sum(n for n, _ in totals.values()), shown(sum(value for _, value in totals.values()))
            ledger = self._noted(graph, world, totals, quads=quads, digest=digest)
            stage.entered = stage.left = quads
        return Written(documents=len(documents), quads=quads, digest=digest, ledger=ledger)

    def _exchange(self, graph: Graph, wanted: Iterable[tuple[str, list[Quad]]]) -> None:
        """Writes what differs, and drops the documents that are gone; graphs of the user's own stay as they are."""
        kept = {self.ids.graph("runs")}
        for name, quads in wanted:
            graph.replace(name, quads)
            kept.add(name)
        for name in {name for ids in self._named() for name in graph.graphs(ids.graph(""))} - kept:
            graph.drop(name)

    def _named(self) -> set[Ids]:
        """What names the project's own graphs now, and what named them when they were built."""
        return {self.ids, reports.named(self.folder, self.ids)}

    def _noted(
        self,
        graph: Graph,
        world: pipeline.World,
        totals: Mapping[str, tuple[int, int]],
        *,
        quads: int,
        digest: str,
    ) -> Ledger | None:
        run = self.run or _run(graph, self.ids)
        if not run or not _notable(self.judgements):
            return None
        ledger = Ledger.make(self.folder)
        shards = {ident: self.keeper.shards.digest(ident) for ident in world.resolutions}
        own = {ident: totals[self.ids.document_graph(ident)] for ident in world.resolutions}
        pipeline.fill(ledger, world, self.ids, shards=shards, totals=own)
        marks = {
            _STATE: pipeline.state(self.keeper, self.ids, self.judgements),
            _OPEN: "",
            _QUADS: str(quads),
            _TOTAL: digest,
            _RUN: run,
        }
        ledger.write(**marks)
        return ledger


def usable(
    graph: Graph, folder: Path, keeper: pipeline.Keeper, ids: Ids, judgements: Sequence[Judgement]
) -> Ledger | None:
    """The ledger in ``folder``, if what it notes is what ``graph`` says, and would be noted now."""
    ledger = Ledger.open(folder) if _notable(judgements) else None
    if ledger is None:
        return None
    run = ledger.mark(_RUN)
    known = run and Quad(NamedNode(run), _TYPE, _ACTIVITY, NamedNode(ids.graph("runs"))) in graph
    if known and not ledger.mark(_OPEN) and ledger.mark(_STATE) == pipeline.state(keeper, ids, judgements):
        return ledger
    ledger.close()
    return None


def _run(graph: Graph, ids: Ids) -> str:
    """A run that the graph has recorded; empty where there is none."""
    found = (quad.subject for quad in graph.quads(ids.graph("runs")) if quad.predicate == _TYPE)
    return next((run.value for run in found if isinstance(run, NamedNode)), "")


def _notable(judgements: Sequence[Judgement]) -> bool:
    """Whether judgements are of event mentions alone: what one says of entities touches everything."""
    return all(is_event(each.left) for each in judgements)
