"""Writing a graph: documents are added or taken out, and everything that is derived from them is made anew."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import config as configuration
from kg import pipeline, rdf
from kg.errors import NotFoundError
from kg.newsgraph import reports
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from pyoxigraph import Quad

    from kg.config import Config
    from kg.ids import Ids
    from kg.model import Judgement
    from kg.shards import Shards


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
        """Adds the documents under ``paths``, and returns the report; None only resolves anew what is there."""
        counts, started = pipeline.Counts(), reports.now()
        found = self._found(paths, counts)
        with Graph.open(self.folder) as graph:
            if paths is not None:
                pipeline.write_shards(
                    found, self.shards, self.config, counts=counts, workers=workers, cached=cached, progress=progress
                )
            wanted = self.published() | set(found.documents)
            self._rewrite(graph, wanted, counts)
            names = [(ident, document.name) for ident, document in found.documents.items()]
            self._record(graph, started, names)
            report = self._report(graph, wanted, counts, found)
        reports.keep(self.folder)
        return report

    def remove(self, document: str) -> str:
        """Takes a document out, and returns the digest of what remains."""
        ident = document.rsplit("/", 1)[-1].removeprefix("doc:")
        if ident not in self.published():
            message = f"no document {document!r} in {self.folder}; `kg ask documents` lists their ids"
            raise NotFoundError(message)
        counts = pipeline.Counts()
        with Graph.open(self.folder) as graph:
            wanted = self.published() - {ident}
            self._rewrite(graph, wanted, counts)
            report = self._report(graph, wanted, counts, pipeline.Reading())
        reports.keep(self.folder)
        self.shards.drop(ident)
        return str(report["digest"])

    def published(self) -> set[str]:
        """The ids of the documents in the graph as readers see it.

        A build that was cut off may have left more in ``documents/``: its shards save time when it is run again, and
        are no part of the graph until then.
        """
        if not any((self.folder / "snapshots").glob("[0-9]*")):
            return set()
        with Graph.read(self.folder) as graph:
            return {name.rsplit("/", 1)[-1] for name in graph.graphs() if "/graph/document/" in name}

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

    def _rewrite(self, graph: Graph, documents: Collection[str], counts: pipeline.Counts) -> None:
        """Makes the store say what the shards of ``documents`` say, one named graph at a time."""
        world = self.world(documents, counts=counts)
        with counts.stage("write") as stage:
            if len(graph) == 0:
                graph.bulk(quad for _, quads in pipeline.graphs(world, self.ids) for quad in quads)
            else:
                self._exchange(graph, pipeline.graphs(world, self.ids))
            stage.entered = stage.left = len(graph) - graph.count(self.ids.graph("runs"))

    def _exchange(self, graph: Graph, wanted: Iterable[tuple[str, list[Quad]]]) -> None:
        """Writes what differs, and drops the documents that are gone."""
        kept = {self.ids.graph("runs")}
        for name, quads in wanted:
            graph.replace(name, quads)
            kept.add(name)
        for name in set(graph.graphs()) - kept:
            graph.drop(name)

    def _record(self, graph: Graph, started: datetime, documents: Collection[tuple[str, str]]) -> None:
        name = self.ids.graph("runs")
        quads = rdf.run_quads(
            self.ids,
            run=started.strftime("%Y%m%dT%H%M%S%fZ"),
            started=started,
            software=f"newskg {version('newskg')}",
            configuration=configuration.show(self.config),
            documents=documents,
        )
        graph.replace(name, {*graph.quads(name), *quads})

    def _report(
        self, graph: Graph, documents: Collection[str], counts: pipeline.Counts, found: pipeline.Reading
    ) -> dict[str, Any]:
        digest = graph.digest(leave_out=[self.ids.graph("runs")])
        made = reports.report(digest=digest, documents=len(documents), counts=counts, found=found)
        reports.write(self.folder, made)
        return made
