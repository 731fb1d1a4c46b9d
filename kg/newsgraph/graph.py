"""The graph of a folder: it opens the store when that is needed, and has a method for each command."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from kg import config as configuration
from kg import export, pipeline, query, rdf, resolve, verify
from kg.analyse.filters import filtering
from kg.errors import StoreError
from kg.ids import Ids
from kg.newsgraph import deciding, measuring, networks, reports, showing
from kg.newsgraph.builds import Building
from kg.newsgraph.looking import Looking
from kg.shards import Shards
from kg.store import Graph, JudgementFile, Rows, only

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import IO

    from pyoxigraph import Triple

    from kg.config import Config, StoreConfig
    from kg.model import Candidate, Judgement
    from kg.newsgraph.review import Case

SHARDS = "documents"


class NewsGraph:
    """A graph of news in a folder: ``kg.open("news.kg")``.

    The folder holds the store, the text layer of each document with what it denotes by itself (``documents/``), what
    the last build noted for the next (``ledger.db``, which may be deleted), its report (``build.json``), the edges of
    its actor graph (``edges.parquet``), what people decided (``judgements.csv``) and, where a user wrote one, the
    configuration (``kg.toml``). The store is opened when it is first needed: to write by ``build`` and ``remove``, else
    to read what was published last.
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
            self._config = configuration.load(self.folder / configuration.FILE)
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

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, as their file says it now, in the order of its lines.

        :raises JudgementError: when a line means nothing, or lines contradict one another.
        """
        found = JudgementFile(self.folder / deciding.JUDGEMENTS, self.ids).read()
        resolve.judged(found)
        return found

    # -------------------------------------------------------------------------------------------- writing

    def build(
        self,
        paths: str | Path | Iterable[str | Path] | None = None,
        *,
        workers: int = 1,
        cached: bool = True,
        progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
        store: StoreConfig | None = None,
    ) -> dict[str, Any]:
        """Adds the documents under one or several ``paths``, resolves the graph anew, and returns the build's report.

        Without ``paths`` the documents that are there are resolved anew: after a judgement or a change of kg.toml. With
        them only what the new documents touch is, unless they are many or something else has changed.

        The report has ``digest`` (of the project's own graphs but the record of runs), ``documents``, ``base``,
        ``stages``, ``dropped`` and ``skipped``. The same documents give the same digest, in whatever order, however
        many workers, added in one build or in several. Graphs with other names, which a user added, stay as they are.
        ``progress`` is given the number of documents and returns what to call after each, once what was read of it is
        on the disk: a build that is cut off and run again does not read it anew.

        What was built is sent to ``store``, a server of others, or the one that kg.toml names, if any (see
        ``kg.store.remote``). The report then has ``store``: how many named graphs and quads it was sent.

        :raises InputError: when a path does not exist.
        :raises BuildError: when nothing could be read, or more was skipped than the configuration allows.
        :raises JudgementError: when judgements contradict one another, or name what is not in the graph.
        :raises ModelError: when the spaCy pipeline is not installed.
        :raises OntologyError: when the graph's own actors contradict themselves or those of the package.
        :raises StoreError: when the store is held by another process, or cannot be written.
        """
        if paths is None:
            self._must_exist()
        pipeline.knowledge(self.actors)  # what is wrong with it is told before anything is read
        self.close()
        return self._building(store=store).build(paths, workers=workers, cached=cached, progress=progress)

    def remove(self, document: str, *, store: StoreConfig | None = None) -> str:
        """Takes a document out, by its id or IRI, and returns the digest of what remains; ``store`` as in ``build``.

        :raises JudgementError: when a judgement is about an event of the document.
        :raises NotFoundError: when the graph holds no such document.
        """
        self._must_exist()
        self.close()
        return self._building(store=store).remove(document)

    def _building(
        self, judgements: tuple[Judgement, ...] | None = None, *, store: StoreConfig | None = None
    ) -> Building:
        """Where the graph is written: with the judgements as they are now, unless others are given."""
        said = self.judgements if judgements is None else judgements
        config = self.config if store is None else replace(self.config, store=store)
        return Building(folder=self.folder, config=config, ids=self.ids, shards=self.shards, judgements=said)

    def _looking(self, judgements: tuple[Judgement, ...]) -> Looking:
        self._must_exist()
        return Looking(graph=self.graph, building=self._building(judgements))

    def _published_judgements(self) -> tuple[Judgement, ...]:
        """What people had decided when the graph was built: it says so itself."""
        return tuple(rdf.judgements(self.graph.quads(self.ids.graph("judgements"))))

    # -------------------------------------------------------------------------------------------- judging

    judge, explode = deciding.judge, deciding.explode

    def review(self, *, entities: bool = False) -> Sequence[Case]:
        """The pairs of event mentions that nobody judged, with their evidence: those of the least sure score first.

        With ``entities``, those of unknown entities that are called alike in two documents, of the least company first.

        :raises StoreError: when nothing was built here.
        """
        return self._looking(self.judgements).review(entities=entities)

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

    def export(
        self,
        *,
        format: str,  # noqa: A002 (the name of the option)
        output: str | Path | IO[bytes],
        factuality: Collection[str] = ("fact",),
        lift: bool | str = "none",
        text: bool = True,
        **filters: Any,  # noqa: ANN401 (the other fields of Filters, each with its own type)
    ) -> None:
        """Writes the graph in one of ``kg.export.FORMATS``.

        ``factuality``, ``lift`` and ``filters`` say which events leave, as in ``kg.analyse.Filters``; the RDF formats
        and rocrate hold everything. Without ``text``, the documents' texts and long quotations stay behind.

        :raises ConfigError: when the format or a filter means nothing, or the output cannot be written.
        """
        asked = filtering(factuality=tuple(factuality), lift=lift, **filters)
        long = None if text else self.config.export.long_quotation
        left = partial(networks.left, self.folder)
        export.write(self.graph, format=format, target=output, ids=self.ids, filters=asked, long=long, left=left)

    network, analyse = networks.asked, measuring.analysed
    draw, report = showing.draw, showing.report

    def verify(self, *, shacl: bool = False) -> list[verify.Violation]:
        """What in the graph does not hold: spans that say something else, broken constraints. Empty when all holds.

        The shapes are checked by SPARQL; with ``shacl`` by pySHACL too, the reference, which is many times as slow.
        Only the project's own graphs are looked at, here and in ``info``: what a user added is the user's.
        """
        with only(self.graph, self.ids.graph("")) as own:
            return verify.violations(own, self.ids, shacl=shacl, digest=reports.last(self.folder).get("digest"))

    def why(self, what: str) -> str:
        """The rule, the words and the evidence behind an event or a plain triple, as text.

        ``what`` is an event (``event:…``), a mention, or a plain triple: "ent:… act:… ent:…".

        :raises NotFoundError: when the graph holds no such event or triple.
        """
        return self._looking(self._published_judgements()).why(what)

    def pairs(self, event: str) -> list[Candidate]:
        """The pairs of mentions of an event, by its IRI, with their scores and what those are made of, best first."""
        return self._looking(self._published_judgements()).pairs(event)

    def why_not(self, sentence: str) -> str:
        """What became of every clause of a sentence, or part of one, of a document: kept, or dropped by which rule.

        :raises NotFoundError: when no document of the graph holds it.
        """
        return self._looking(self._published_judgements()).why_not(sentence)

    def info(self) -> dict[str, Any]:
        """Counts of the graph, quads for each event mention, and the stages of the last build."""
        with only(self.graph, self.ids.graph("")) as own:
            return verify.sizes(own, self.ids) | {"last build": reports.last(self.folder)}
