"""``kg review --entities``: which pairs of names are shown, with what, and what an answer writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg
from kg import pipeline
from kg.shards import Shard
from kg.store import Graph
from tests.articles import Article
from tests.judging.payments import file, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.newsgraph import NewsGraph

FULL, SHORT = "mira-k-dahl", "mira-dahl"
COMPANY = ("Tor Lind", "Ella Moor", "Upper Lake Board")


def report(name: str, outlet: str, company: tuple[str, ...] = COMPANY) -> Article:
    """A report of somebody who does something, among others."""
    article = Article(f"Then {name} paid Norland. {', '.join(company)} smiled.", outlet=outlet)
    actor = article.name(name)
    for each in company:
        article.name(each, label="ORG" if each.endswith("Board") else "PERSON")
    article.event("paid", action="pay", actor=actor, recipient=article.name("Norland", label="GPE"))
    return article


REPORTS = (
    report("Mira K. Dahl", "Lake Herald"),
    report("Mira Dahl", "Delta Courier"),
    report("M Dahl", "Upland Times", COMPANY[:2]),
    report("Kim Aster", "Harbour Post"),
)


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsGraph]:
    """A graph of the four reports."""
    monkeypatch.chdir(tmp_path)
    with kg.open(tmp_path / "news.kg") as made:
        with Graph.open(made.folder) as store:
            found = pipeline.world([article.extraction() for article in REPORTS], made.config)
            store.bulk(quad for _, quads in pipeline.graphs(found, made.ids) for quad in quads)
        for article in REPORTS:
            made.shards.put(article.ident, Shard(recipe="by hand", extraction=article.extraction()))
        yield made


def answered(keys: str) -> str:
    """What is printed while somebody types these keys, each and Enter."""
    done = run("review", "--entities", "--who", "ada", stdin="".join(f"{key}\n" for key in keys.split()))
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def pairs(graph: NewsGraph) -> list[frozenset[str]]:
    """The ids of the pairs, in their order."""
    return [frozenset(case.names) for case in graph.review(entities=True)]


def test_called_alike(graph: NewsGraph) -> None:
    """Those are shown whose names may be one's; another name is in no pair."""
    assert set(pairs(graph)) == {frozenset({FULL, SHORT}), frozenset({FULL, "m-dahl"}), frozenset({SHORT, "m-dahl"})}


def test_least_company_first(graph: NewsGraph) -> None:
    """Pairs come first whose documents share the fewest names."""
    scores = [case.score for case in graph.review(entities=True)]
    assert scores == sorted(scores)
    assert "m-dahl" in pairs(graph)[0] & pairs(graph)[1]


@pytest.mark.usefixtures("graph")
def test_evidence() -> None:
    """Each is shown in its sentence, with the names that it has there; then the words of names in both documents."""
    shown = answered("q")
    assert "Then [M Dahl] paid Norland." in shown
    assert "  person    'M Dahl'\n" in shown
    assert "lind +0." in shown
    assert "one entity? y(es) n(o)" in shown


def test_are_one_now(graph: NewsGraph) -> None:
    """It is said whether the two are one entity in the graph."""
    assert {case.one for case in graph.review(entities=True)} == {True}
    assert "one entity now" in answered("q")


def test_answer(graph: NewsGraph) -> None:
    """An answer is a line about the two ids, by which the next build keeps them apart."""
    first = pairs(graph)[0]
    assert answered("n q").endswith("1 written; they take effect at the next build: kg build --graph news.kg\n")
    (line,) = file(graph)
    assert frozenset(line[side].removeprefix("ent:") for side in ("left", "right")) == first
    assert (line["verdict"], line["who"]) == ("negative", "ada")


def test_judged_pairs_are_left_out(graph: NewsGraph) -> None:
    """Of what was judged nobody is asked again."""
    graph.judge(f"ent:{FULL}", f"ent:{SHORT}", "unsure")
    assert frozenset({FULL, SHORT}) not in pairs(graph)


def test_nothing_to_review(graph: NewsGraph) -> None:
    """Where everything is judged, it says so."""
    for case in graph.review(entities=True):
        graph.judge(*case.names, "unsure")
    assert answered("y") == "nothing to review: no pair that nobody judged is called alike\n"
