"""Four reports made by hand: three of one payment, one of another by a bank with a name much like the first one's."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

import kg
from kg.cli import main
from kg.ids import place
from kg.model import MentionRef
from kg.store import Rows
from tests.articles import Article

if TYPE_CHECKING:
    from kg.newsgraph import NewsGraph


def report(
    outlet: str, text: str, *, day: int = 5, actor: str = "Norland Bank", recipient: str = "Sudria Rail"
) -> Article:
    """A report of one payment; its verb is "paid"."""
    article = Article(text, outlet=outlet, day=date(2024, 3, day))
    one, other = article.name(actor, label="ORG"), article.name(recipient, label="ORG")
    article.event("paid", action="pay", type="AID", actor=one, recipient=other, words=article.at("a grant for wells"))
    return article


HARBOUR = report("Harbour Post", "Norland Bank paid Sudria Rail a grant for wells.")
DELTA = report("Delta Courier", "On Tuesday Norland Bank paid Sudria Rail a grant for wells.", day=6)
UPLAND = report("Upland Times", "So Norland Bank paid Sudria Rail a grant for wells, it seems.", day=6)
SISTER = report(
    "Lake Herald",
    "Bank of Norland paid Arvenia Air a grant for wells.",
    day=25,
    actor="Bank of Norland",
    recipient="Arvenia Air",
)
ARTICLES = (HARBOUR, DELTA, UPLAND, SISTER)


def paid(article: Article) -> str:
    """The local name of the payment that an article reports."""
    return place(MentionRef(document=article.ident, span=article.at("paid")))


ONE, TWO, THREE, OTHER = (paid(article) for article in ARTICLES)


def run(*arguments: str, stdin: str = "") -> Result:
    """The end of a command; an exception that the command let through fails the test."""
    return CliRunner(catch_exceptions=False).invoke(main, [*arguments], input=stdin, env={"COLUMNS": "200"})


def file(graph: NewsGraph) -> list[dict[str, str]]:
    """The lines of the file of judgements, by column."""
    path = graph.folder / "judgements.csv"
    return list(csv.DictReader(path.read_text().splitlines())) if path.exists() else []


def events(graph: NewsGraph) -> set[frozenset[str]]:
    """The payments of the graph as it is published, each as the local names of its mentions."""
    with kg.open(graph.folder) as fresh:
        found = fresh.query("SELECT ?event ?mention { ?event a sem:Event ; gaf:denotedBy ?mention }")
    assert isinstance(found, Rows)
    groups: dict[str, set[str]] = {}
    for event, mention in found.rows:
        groups.setdefault(str(event), set()).add(str(getattr(mention, "value", "")).rsplit("/", 1)[-1])
    return {frozenset(group) for group in groups.values()}


def rebuilt(graph: NewsGraph) -> set[frozenset[str]]:
    """The payments after the graph was resolved anew."""
    graph.build()
    return events(graph)
