"""A graph of reports made by hand, to which they are added and from which they are taken in any order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kg import pipeline, rdf
from kg.config import Config
from kg.ids import Ids
from kg.model import Genre, Polarity
from kg.newsgraph.builds import Building
from kg.newsgraph.looking import Looking
from kg.newsgraph.writing import Writer
from kg.shards import Shard, Shards
from kg.store import Graph, Ledger
from tests.articles import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path
    from random import Random

    from kg.model import Judgement
    from kg.newsgraph.writing import Written

IDS = Ids()
RUNS = IDS.graph("runs")
PERSONS = ("Mira K. Dahl", "Mira Dahl", "M. Dahl", "Tor Dahl", "Kim Aster")
COMPANY = ("Tor Lind", "Ella Moor", "Upper Lake Board", "Nils Berg")
PARTIES = ("Norland", "Sudria", "Lake Rail", "Washington")
OUTLETS = ("Harbour Post", "Delta Courier", "Upland Times", "Lake Herald")
VERBS = (("paid", "pay", "AID"), ("funded", "fund", "AID"), ("met", "meet", "CONSULT"))
TAIL = (
    "Officials of the lake towns counted the wells of the valley twice in spring and wrote down what they had found "
    "there, so that the council could compare it with the list of the year before"
)


def report(random: Random) -> Article:
    """A report of somebody who pays or meets somebody, in a company; it may be denied, claimed, urged or a copy."""
    actor, party = random.choice(PERSONS), random.choice(PARTIES)
    word, action, kind = random.choice(VERBS)
    company = random.sample(COMPANY, 3)
    day = date(2024, 3, random.choice((5, 6, 7, 25))) if random.random() > 0.1 else None
    opening = random.choice(("", "The minister urged it. ", "Kim Aster said that it was so. "))
    text = f"{opening}{actor} {word} {party} for wells. {', '.join(company)} smiled. {TAIL}."
    genre = random.choice((Genre.REPORT, Genre.REPORT, Genre.OPINION))
    article = Article(text, outlet=random.choice(OUTLETS), day=day, genre=genre)
    one = article.name(actor, nth=2 if actor == "Kim Aster" and opening.startswith("Kim") else 1)
    other = article.name(party, label="ORG" if party == "Lake Rail" else "GPE")
    for each in company:
        article.name(each, label="ORG" if each.endswith("Board") else "PERSON")
    polarity = random.choice((Polarity.POSITIVE, Polarity.POSITIVE, Polarity.NEGATIVE))
    done = article.event(
        word, action=action, type=kind, actor=one, recipient=other, polarity=polarity, reciprocal=word == "met"
    )
    if opening.startswith("The"):
        minister = article.noun("The minister")
        article.event("urged", action="urge", type="REQUEST", actor=minister, theme_event=done)
        article.affiliation("The minister", person=one, role="minister", body=other)
    if opening.startswith("Kim"):
        saying = article.event("said", action="say", actor=article.name("Kim Aster"), theme_event=done)
        article.attribution("it was so", authority=article.at("Kim Aster"), events=(done,), saying=saying)
    return article


class Archive:
    """A graph in a folder; its shards are there before its documents are."""

    def __init__(self, folder: Path, articles: Sequence[Article], judgements: tuple[Judgement, ...] = ()) -> None:
        """Writes the shards of ``articles``."""
        folder.mkdir()
        self.folder, self.judgements, self.builds = folder, judgements, 0
        self.shards = Shards(folder / "documents")
        self.keeper = pipeline.Keeper(shards=self.shards, config=Config())
        for article in articles:
            self.shards.put(article.ident, Shard(recipe="by hand", extraction=article.extraction()))

    def anew(self, documents: Collection[str]) -> str:
        """Derives everything; the digest."""
        with Graph.open(self.folder) as graph:
            written = self.writer().anew(graph, documents)
        return self._finished(written)

    def change(self, *, new: Collection[str] = (), gone: Collection[str] = ()) -> str:
        """Adds and removes documents by what they touch; the digest."""
        with Graph.open(self.folder) as graph:
            writer = self.writer()
            ledger = writer.usable(graph)
            assert ledger is not None
            written = writer.change(graph, ledger, new=new, gone=gone)
        return self._finished(written)

    def is_usable(self) -> bool:
        """Whether a build can begin with the ledger."""
        with Graph.open(self.folder) as graph:
            ledger = self.writer().usable(graph)
            if ledger is not None:
                ledger.close()
            return ledger is not None

    def quads(self) -> list[str]:
        """What readers see, as sorted lines, but for the runs."""
        with Graph.read(self.folder) as graph:
            return sorted(str(quad) for quad in graph.quads() if str(quad.graph_name) != f"<{RUNS}>")

    def counts(self) -> tuple[tuple[int, ...], dict[str, int]]:
        """Documents, mentions, readings and events; and mentions left out, by reason."""
        ledger = Ledger.open(self.folder)
        assert ledger is not None
        with ledger:
            return ledger.counts(), dict(ledger.dropped())

    def event(self, mention: str) -> str | None:
        """The event of a mention."""
        ledger = Ledger.open(self.folder)
        assert ledger is not None
        with ledger:
            return ledger.fusion.event(mention)

    def looking(self, graph: Graph) -> Looking:
        """What looks into it."""
        building = Building(
            folder=self.folder, config=Config(), ids=IDS, shards=self.shards, judgements=self.judgements
        )
        return Looking(graph=graph, building=building)

    def writer(self) -> Writer:
        """What writes it."""
        self.builds += 1
        run = f"run-{self.builds}"
        started = datetime(2024, 3, 5, tzinfo=UTC)
        quads = rdf.run_quads(IDS, run=run, started=started, software="", configuration="", documents=[])
        return Writer(
            folder=self.folder,
            keeper=self.keeper,
            ids=IDS,
            judgements=self.judgements,
            counts=pipeline.Counts(),
            run=IDS.run(run),
            recorded=quads,
        )

    def _finished(self, written: Written) -> str:
        written.finish()
        return written.digest
