"""The graph as one object: a folder on disk, and one method for each command."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg import analyse, export, pipeline, query, rdf, verify, why
from kg import config as configuration
from kg.errors import NotFoundError, StoreError
from kg.ids import Ids
from kg.shards import Shards
from kg.store import Graph, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from types import TracebackType
    from typing import IO

    from networkx import MultiDiGraph
    from pyoxigraph import Quad, Triple

    from kg.config import Config

CONFIG, SHARDS, REPORT, NEW_REPORT = "kg.toml", "documents", "build.json", "build.json.new"


class NewsGraph:
    """A graph of news in a folder: ``kg.open("news.kg")``.

    The folder holds the store, the text layer of each document (``documents/``), the report of the last build
    (``build.json``) and, where a user wrote one, the configuration (``kg.toml``). The store is opened when it is first
    needed: to write by ``build`` and ``remove``, else to read what was published last.
    """

    def __init__(self, folder: Path) -> None:
        """For ``kg.open``: nothing is read or made before it is needed."""
        self.folder = folder
        self._graph: Graph | None = None
        self._config: Config | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store; closing twice does nothing."""
        if self._graph is not None:
            self._graph.close()
            self._graph = None

    @property
    def config(self) -> Config:
        """The effective configuration.

        :raises ConfigError: when the folder's ``kg.toml`` means nothing.
        """
        if self._config is None:
            self._config = configuration.load(self.folder / CONFIG)
        return self._config

    @property
    def ids(self) -> Ids:
        """The maker of this graph's IRIs."""
        return Ids(base=self.config.ids.base)

    @property
    def actors(self) -> Path:
        """The file of this graph's own actors, which need not exist."""
        return self.folder / self.config.actors.file

    @property
    def graph(self) -> Graph:
        """The store, to read.

        :raises StoreError: when nothing was built here.
        """
        if self._graph is None:
            self._must_exist()
            self._graph = Graph.read(self.folder)
        return self._graph

    def _must_exist(self) -> None:
        if not self.folder.is_dir():
            message = f"{self.folder}: there is no graph here; make one with `kg build PATH --graph {self.folder}`"
            raise StoreError(message)

    @property
    def shards(self) -> Shards:
        """The text layer of each document."""
        return Shards(self.folder / SHARDS)

    # -------------------------------------------------------------------------------------------- writing

    def build(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        workers: int = 1,
        cached: bool = True,
        progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
    ) -> dict[str, Any]:
        """Adds the documents under one or several ``paths``, resolves the graph anew, and returns the build's report.

        The report has ``digest`` (SHA-256 of everything but the record of runs), ``documents``, ``stages``, ``dropped``
        and ``skipped``. The same documents give the same digest, in whatever order, however many workers, added in one
        build or in several. ``progress`` is given the number of documents and returns what to call after each.

        :raises InputError: when a path does not exist.
        :raises BuildError: when nothing could be read, or more was skipped than the configuration allows.
        :raises ModelError: when the spaCy pipeline is not installed.
        :raises OntologyError: when the graph's own actors contradict themselves or those of the package.
        :raises StoreError: when the store is held by another process, or cannot be written.
        """
        counts = pipeline.Counts()
        started = _now()
        pipeline.knowledge(self.actors)  # what is wrong with it is told before anything is read
        given = [paths] if isinstance(paths, str | Path) else paths
        found = pipeline.documents([Path(path) for path in given], self.config, counts=counts)
        pipeline.model(self.config.annotate.model)  # if it is not installed, nothing is to be made on the disk
        self.close()
        with Graph.open(self.folder) as graph:
            pipeline.write_shards(
                found, self.shards, self.config, counts=counts, workers=workers, cached=cached, progress=progress
            )
            wanted = self._published() | set(found.documents)
            self._rewrite(graph, wanted, counts)
            names = [(ident, document.name) for ident, document in found.documents.items()]
            self._record(graph, started, names)
            report = self._report(graph, wanted, counts, found)
        self._keep_report()
        return report

    def remove(self, document: str) -> str:
        """Takes a document out, by its id or IRI, and returns the digest of what remains.

        :raises NotFoundError: when the graph holds no such document.
        """
        ident = document.rsplit("/", 1)[-1].removeprefix("doc:")
        self._must_exist()
        if ident not in self._published():
            message = f"no document {document!r} in {self.folder}; `kg ask documents` lists their ids"
            raise NotFoundError(message)
        self.close()
        counts = pipeline.Counts()
        with Graph.open(self.folder) as graph:
            wanted = self._published() - {ident}
            self._rewrite(graph, wanted, counts)
            report = self._report(graph, wanted, counts, pipeline.Reading())
        self._keep_report()
        self.shards.drop(ident)
        return str(report["digest"])

    def _published(self) -> set[str]:
        """The ids of the documents in the graph as readers see it.

        A build that was cut off may have left more in ``documents/``: its shards save time when it is run again, and
        are no part of the graph until then.
        """
        if not any((self.folder / "snapshots").glob("[0-9]*")):
            return set()
        with Graph.read(self.folder) as graph:
            return {name.rsplit("/", 1)[-1] for name in graph.graphs() if "/graph/document/" in name}

    def _rewrite(self, graph: Graph, documents: Collection[str], counts: pipeline.Counts) -> None:
        """Makes the store say what the shards of ``documents`` say, one named graph at a time."""
        world = pipeline.world(self.shards.extractions(documents), self.config, counts=counts, added=self.actors)
        with counts.stage("write") as stage:
            if len(graph) == 0:
                graph.bulk(quad for _, quads in pipeline.graphs(world, self.ids, added=self.actors) for quad in quads)
            else:
                self._exchange(graph, pipeline.graphs(world, self.ids, added=self.actors))
            stage.entered = stage.left = len(graph) - graph.count(self.ids.graph("runs"))

    def _exchange(self, graph: Graph, wanted: Iterable[tuple[str, list[Quad]]]) -> None:
        """Writes what differs, and drops the documents that are gone."""
        kept = {self.ids.graph("runs"), self.ids.graph("judgements")}
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
        """The report, written beside its place: it is put there once the graph that it tells of is published."""
        report = {
            "digest": graph.digest(leave_out=[self.ids.graph("runs")]),
            "documents": len(documents),
            "stages": [asdict(stage) for stage in counts.stages],
            "dropped": {reason: n for reason, n in sorted(counts.dropped.items()) if n},
            "skipped": [{"name": skipped.name, "reason": skipped.reason} for skipped in found.skipped],
        }
        try:
            (self.folder / NEW_REPORT).write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            message = f"{self.folder}: cannot write ({error.strerror}); free some space or choose another --graph"
            raise StoreError(message) from error
        return report

    def _keep_report(self) -> None:
        (self.folder / NEW_REPORT).replace(self.folder / REPORT)

    # -------------------------------------------------------------------------------------------- reading

    def ask(self, question: str, /, **parameters: str) -> Rows:
        """The rows that answer a named question: ``graph.ask("who-urges-whom", actor="Pakistan")``.

        :raises NotFoundError: when there is no such question or entity.
        :raises QueryError: when a parameter is unknown or malformed.
        """
        asked = query.question(question)
        return query.ask(self.graph, asked, parameters, entity=self.entity, ids=self.ids)

    def query(self, sparql: str) -> Rows | bool | list[Triple]:
        """The answer to a SPARQL 1.1 query; the project's prefixes are known, the default graph is everything.

        :raises QueryError: when the query is wrong.
        """
        return self.graph.query(sparql, prefixes=self.ids.prefixes)

    def entity(self, name: str) -> str:
        """The IRI of the entity that ``name`` means: a name or alias of the knowledge base, else a label of the graph.

        :raises NotFoundError: when nothing in the graph has that name.
        """
        return query.entity(self.graph, name, knowledge=pipeline.knowledge(self.actors), ids=self.ids)

    def export(self, *, format: str, output: Path | IO[bytes], factuality: Collection[str] = ("fact",)) -> None:  # noqa: A002 (the name of the option)
        """Writes the graph in one of ``kg.export.FORMATS``.

        :raises ConfigError: when the format is unknown or the output cannot be written.
        """
        export.write(self.graph, format=format, target=output, ids=self.ids, factuality=factuality)

    def network(self, *, factuality: Collection[str] = ("fact",), lift: bool = False) -> MultiDiGraph[str]:
        """The actors as a networkx graph: an edge for each event that links two, facts alone unless more is asked for.

        With ``lift``, bodies are led to what they are part of.

        :raises ConfigError: when a factuality is unknown.
        """
        return analyse.actor_graph(self.graph, self.ids, factuality=factuality, lift=lift)

    def verify(self, *, shacl: bool = True) -> list[verify.Violation]:
        """What in the graph does not hold: spans that say something else, broken constraints. Empty when all holds."""
        return verify.violations(self.graph, self.ids, shacl=shacl)

    def why(self, what: str) -> str:
        """The rule, the words and the evidence behind an event or a plain triple, as text.

        ``what`` is an event (``event:…``), a mention, or a plain triple: "ent:… act:… ent:…".

        :raises NotFoundError: when the graph holds no such event or triple.
        """
        self._must_exist()
        world = pipeline.world(self.shards.extractions(self._published()), self.config, added=self.actors)
        return why.explain(what, world, self.ids)

    def why_not(self, sentence: str) -> str:
        """What became of every clause of a sentence, or part of one, of a document: kept, or dropped by which rule.

        :raises NotFoundError: when no document of the graph holds it.
        """
        self._must_exist()
        world = pipeline.world(self.shards.extractions(self._published()), self.config, added=self.actors)
        return why.explain_sentence(
            sentence, world, self.ids, passed_over=lambda found: pipeline.passed_over(found.document, self.config)
        )

    def info(self) -> dict[str, Any]:
        """Counts of the graph, quads for each event mention, and the stages of the last build."""
        return verify.sizes(self.graph, self.ids) | {"last build": self._last_report()}

    def _last_report(self) -> Mapping[str, Any]:
        path = self.folder / REPORT
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return report


def _now() -> datetime:
    """The present, or what SOURCE_DATE_EPOCH says, so that a build can be made again to the byte, its runs too."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
