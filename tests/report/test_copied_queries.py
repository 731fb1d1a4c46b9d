"""Each query that is copied from a report gives what its box shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg import analyse
from kg.model import Factuality
from kg.newsgraph import pictures
from kg.store import Rows
from tests.report.conftest import EVENT, ONE, TEXTS, TWO
from tests.report.page import Page, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.newsgraph import NewsGraph

    Report = Callable[[str], Page]


def column(news: NewsGraph, sparql: str, name: str) -> list[str]:
    """What a query as it stands finds for a variable, in order; it knows its own prefixes."""
    found = news.graph.query(sparql)
    assert isinstance(found, Rows)
    at = found.variables.index(name)
    return ["" if row[at] is None else str(getattr(row[at], "value", row[at])) for row in found.rows]


def shown(made: Page, path: str) -> set[str]:
    """The events whose ids stand in a part of a page."""
    return {each.removeprefix("event:") for each in made.words(f"{path}//code") if each.startswith("event:")}


def events(news: NewsGraph, sparql: str) -> set[str]:
    """The events that a query finds."""
    return {each.rpartition("/")[2] for each in column(news, sparql, "event") if each}


def test_statements_of_an_entity(news: NewsGraph, page: Report) -> None:
    """The query under the statements of an entity finds the events that are listed."""
    made = page("Norland")
    assert shown(made, made.section("Statements")) == events(news, made.query("Statements")) != set()


def test_statements_of_a_document(news: NewsGraph, page: Report) -> None:
    """So does that under the statements of a document."""
    made = page(f"doc:{ONE}")
    assert shown(made, made.section("Statements")) == events(news, made.query("Statements")) != set()


def test_claims(news: NewsGraph, page: Report) -> None:
    """The query under a list of claims has a row for each."""
    for what, title in (
        ("Norland", "What it claims, or what is claimed on its behalf"),
        (f"doc:{TWO}", "Claims"),
        (EVENT, "Claims"),
    ):
        made = page(what)
        assert len(made.all(f"{made.section(title)}//li")) == len(column(news, made.query(title), "claim")) > 0


def test_the_text(news: NewsGraph, page: Report) -> None:
    """The query behind a text gives the text."""
    made = page(f"doc:{ONE}")
    sparql = "".join(map(str, made.all(f"{made.section('Text')}//pre")[0].itertext()))
    assert column(news, sparql, "text") == [TEXTS[ONE]]


def test_the_marks(news: NewsGraph, page: Report) -> None:
    """The query behind the marks gives the places of all words that are marked."""
    made = page(f"doc:{ONE}")
    starts, ends = (column(news, made.query("Text"), name) for name in ("start", "end"))
    found = {TEXTS[ONE][int(start) : int(end)] for start, end in zip(starts, ends, strict=True)}
    assert found == set(made.words("//div[@class='text']//mark"))


def test_the_reports_of_an_event(news: NewsGraph, page: Report) -> None:
    """The query under the reports of an event gives the documents and the sentences that stand side by side."""
    made = page(EVENT)
    sparql = made.query("Reports side by side")
    assert set(column(news, sparql, "sentence")) == set(made.words("//blockquote"))
    assert {each.rpartition("/")[2] for each in column(news, sparql, "document")} == {ONE, TWO}


def test_the_pictures_of_an_entity(news: NewsGraph, page: Report) -> None:
    """The query under the pictures of an entity lists the events that link it with another in the network drawn."""
    made = page("Norland")
    network = pictures.network(news, analyse.Filters(factuality=tuple(map(str, Factuality))))
    drawn = {key.removeprefix("event:") for *ends, key in network.edges(keys=True) if "ent:state-norland" in ends}
    for title in ("Neighbourhood", "Timeline"):
        assert events(news, made.query(title)) == drawn != set()
        assert made.words(f"{made.section(title)}//svg")


def test_every_query_runs(news: NewsGraph) -> None:
    """No page has a query that does not run as it stands."""
    for what in ("Norland", "Ada Ruker", f"doc:{ONE}", EVENT):
        for pre in Page(read(news, what)).all("//pre"):
            assert column(news, "".join(map(str, pre.itertext())), _first(pre.itertext())) is not None


def _first(words: object) -> str:
    found = re.search(r"SELECT (?:DISTINCT )?\(?.*?\?(\w+)(?: WHERE|\n| \?|\))", "".join(map(str, words)))  # type: ignore[call-overload]
    assert found
    return found[1]
