"""Writing a graph: documents are added or taken out, and everything that is derived from them is made anew."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import config as configuration
from kg import pipeline, rdf
from kg.config import StoreConfig
from kg.errors import NotFoundError
from kg.newsgraph import networks, reports
from kg.newsgraph.writing import Writer, Written
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from pyoxigraph import Quad

    from kg.config import Config
    from kg.ids import Ids
    from kg.model import Judgement
    from kg.shards import Shards
    from kg.store.remote import Addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """What a build of the graph in ``folder`` depends on."""

    folder: Path
    config: Config
    ids: Ids
    shards: Shards
    judgements: tuple[Judgement, ...]

    def build(
        self,
        paths: str | Path | Iterable[str | Path] | None,
        *,
        workers: int,
        cached: bool,
        progress: Callable[[int], Callable[[], None]],
    ) -> dict[str, Any]:
        """Adds the documents under ``paths``, and returns the report; None only resolves anew what is there.

        What was built is then sent to the server that the configuration names, and what was sent is in the report.
        """
        store, counts, started = self._store(), pipeline.Counts(), reports.now()
        found = self._found(paths, counts)
        with Graph.open(self.folder) as graph:
            self.shards.sweep()
            if paths is not None:
                pipeline.write_shards(
                    found, self.shards, self.config, counts=counts, workers=workers, cached=cached, progress=progress
                )
            writer = self._writer(counts, self._recorded(started, found))
            if paths is None or (written := self._added(graph, writer, found)) is None:
                written = writer.anew(graph, self.published() | set(found.documents))
            report = self._report(written, counts, found)
            self._write_edges(graph, written)
        written.finish()
        self._keep()
        return report | self._sent(store, written)

    def remove(self, document: str) -> str:
        """Takes a document out, of that server too, and returns the digest of what remains."""
        ident = document.rsplit("/", 1)[-1].removeprefix("doc:")
        if ident not in self.published():
            message = f"no document {document!r} in {self.folder}; `kg ask documents` lists their ids"
            raise NotFoundError(message)
        store, counts = self._store(), pipeline.Counts()
        with Graph.open(self.folder) as graph:
            self.shards.sweep()
            writer = self._writer(counts)
            ledger = writer.usable(graph)
            if ledger is not None and ident in ledger.documents():
                written = writer.change(graph, ledger, new=(), gone=[ident])
            else:
                written = writer.anew(graph, self.published() - {ident})
            report = self._report(written, counts, pipeline.Reading())
            self._write_edges(graph, written)
        written.finish()
        self._keep()
        self.shards.drop(ident)
        self._sent(store, written)
        return str(report["digest"])

    def published(self) -> set[str]:
        """The ids of the documents in the graph as readers see it.

        A build that was cut off may have left more in ``documents/``: its shards save time when it is run again, and
        are no part of the graph until then.
        """
        if not any((self.folder / "snapshots").glob("[0-9]*")):
            return set()
        with Graph.read(self.folder) as graph:
            within = reports.named(self.folder, self.ids).document_graph("")
            return {name.removeprefix(within) for name in graph.graphs(within)}

    def world(self, documents: Iterable[str], *, counts: pipeline.Counts | None = None) -> pipeline.World:
        """Documents of the graph, resolved together and with what people decided."""
        return pipeline.kept_world(documents, self.keeper, counts=counts, judgements=self.judgements)

    @property
    def keeper(self) -> pipeline.Keeper:
        """What gives the documents resolved by themselves."""
        added = self.folder / self.config.actors.file
        return pipeline.Keeper(shards=self.shards, config=self.config, added=added)

    def _found(self, paths: str | Path | Iterable[str | Path] | None, counts: pipeline.Counts) -> pipeline.Reading:
        if paths is None:
            with Graph.read(self.folder):  # which says what is wrong where nothing was built
                return pipeline.Reading()
        given = [paths] if isinstance(paths, str | Path) else paths
        found = pipeline.documents([Path(path) for path in given], self.config, counts=counts)
        pipeline.model(self.config.annotate.model)  # if it is not installed, nothing is to be made on the disk
        return found

    def _writer(self, counts: pipeline.Counts, recorded: tuple[str, list[Quad]] = ("", [])) -> Writer:
        run, quads = recorded
        return Writer(
            folder=self.folder,
            keeper=self.keeper,
            ids=self.ids,
            judgements=self.judgements,
            counts=counts,
            run=run,
            recorded=quads,
        )

    def _added(self, graph: Graph, writer: Writer, found: pipeline.Reading) -> Written | None:
        """What the store says with the documents that were found, if only what they touch had to be looked at."""
        ledger = writer.usable(graph)
        if ledger is None:
            return None
        known = ledger.documents()
        new = set(found.documents) - known
        as_noted = all(ledger.shard(i) == self.shards.digest(i) for i in known.intersection(found.documents))
        if as_noted and len(new) <= self.config.build.rebuild_share * len(known):
            return writer.change(graph, ledger, new=new, gone=())
        ledger.close()
        return None

    def _recorded(self, started: datetime, found: pipeline.Reading) -> tuple[str, list[Quad]]:
        """The IRI of a run, and what is recorded of it."""
        run = started.strftime("%Y%m%dT%H%M%S%fZ")
        quads = rdf.run_quads(
            self.ids,
            run=run,
            started=started,
            software=f"newskg {version('newskg')}",
            configuration=configuration.show(self.config),
            documents=[(ident, document.name) for ident, document in found.documents.items()],
        )
        return self.ids.run(run), quads

    def _store(self) -> Addresses | None:
        """Where the graph is sent to, if anywhere."""
        if self.config.store == StoreConfig():
            return None
        from kg.store import remote  # noqa: PLC0415 (its HTTP library takes longer to load than all that reads a graph)

        return remote.addresses(self.config.store)

    def _sent(self, store: Addresses | None, written: Written) -> dict[str, Any]:
        """What was sent to a server of the graph as it is published now."""
        if store is None:
            return {}
        from kg.store import remote  # noqa: PLC0415 (see _store)

        step = None
        if (change := written.change) is not None:
            step = remote.Step(
                before=remote.Version(quads=written.before[0], total=int(written.before[1], 16)),
                new=[*change.new, *written.recorded],
                gone=change.gone,
                dropped=change.dropped,
            )
        with Graph.read(self.folder) as graph, remote.Client(store, self.config.store) as client:
            sent = remote.send(graph, client, self.config.store, self.ids, step=step)
        return {"store": {"address": store.update, **asdict(sent)}}

    def _write_edges(self, graph: Graph, written: Written) -> None:
        """The edges of the actor graph: those of the build before with what this one changed, where these are there.

        Else all of a graph is read for them: of a large one only when it is made anew.
        """
        change = written.change
        if change is not None and networks.splice(self.folder, graph, self.ids, [*change.new, *change.gone]):
            return
        if written.anew or written.documents <= self.config.build.edges_up_to:
            networks.write(self.folder, graph, self.ids)
        else:
            networks.skip(self.folder)

    def _keep(self) -> None:
        """Puts what tells of the graph in its place, once that is published."""
        networks.keep(self.folder)
        reports.keep(self.folder)

    def _report(self, written: Written, counts: pipeline.Counts, found: pipeline.Reading) -> dict[str, Any]:
        made = reports.report(
            digest=written.digest, documents=written.documents, base=self.ids.base, counts=counts, found=found
        )
        reports.write(self.folder, made)
        return made
