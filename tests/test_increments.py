"""Adding and removing documents touches what they touch, and gives what a full build gives."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from kg.errors import JudgementError, NotFoundError, StoreError
from kg.ids import place
from kg.model import Judgement, MentionRef, Verdict
from kg.store import Graph, Ledger, contents
from tests.articles import KNOWLEDGE, Article
from tests.increments import IDS, RUNS, Archive, report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _hand_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The knowledge base of the hand-made articles."""
    monkeypatch.setattr("kg.pipeline.keeping.knowledge", lambda _: KNOWLEDGE)


def reports(number: int, seed: int = 1) -> list[Article]:
    """Some reports, no two alike."""
    random = Random(seed)  # noqa: S311 (no secret)
    found: dict[str, Article] = {}
    while len(found) < number:
        article = report(random)
        found[article.ident] = article
    return list(found.values())


def mention(article: Article) -> str:
    """The local name of what a report reports."""
    word = next(word for word in ("paid", "funded", "met") if word in article.text)
    return place(MentionRef(document=article.ident, span=article.at(word)))


# ------------------------------------------------------------------------------------------------ one graph


@pytest.mark.parametrize("seed", range(4))
def test_random_changes_give_the_graph_of_a_full_build(tmp_path: Path, seed: int) -> None:
    """After documents came and went in any order, quads and digest are those of a full build."""
    random, articles = Random(seed), reports(12, seed)  # noqa: S311 (no secret)
    pool = sorted(article.ident for article in articles)
    grown = Archive(tmp_path / "grown.kg", articles)
    held = set(random.sample(pool, 3))
    grown.anew(held)
    for step in range(6):
        new = set(random.sample(sorted(set(pool) - held), min(len(set(pool) - held), random.randint(0, 2))))
        gone = set(random.sample(sorted(held), random.randint(0, min(2, len(held) - 1))))
        digest = grown.change(new=new, gone=gone)
        held = (held | new) - gone
        full = Archive(tmp_path / f"full-{step}.kg", articles)
        assert digest == full.anew(held)
        assert grown.quads() == full.quads()


def test_kept_digest_is_that_of_the_store(tmp_path: Path) -> None:
    """The digest that is kept by what changes is the one that is read from the store."""
    articles = reports(6)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew([article.ident for article in articles[:4]])
    digest = grown.change(new=[articles[4].ident, articles[5].ident], gone=[articles[0].ident])
    with Graph.read(grown.folder) as graph:
        assert graph.digest([RUNS]) == digest


def test_untouched_documents_are_not_read(tmp_path: Path) -> None:
    """A document that shares neither story, party nor name with the new one is not even opened."""
    one = Article("Mira Dahl paid Norland.", day=None)
    one.event("paid", action="pay", actor=one.name("Mira Dahl"), recipient=one.name("Norland", label="GPE"))
    other = Article("Kim Aster met Tor Lind.", day=None)
    other.event("met", action="meet", actor=other.name("Kim Aster"), recipient=other.name("Tor Lind"))
    grown = Archive(tmp_path / "grown.kg", [one, other])
    grown.anew([one.ident])
    grown.shards.drop(one.ident)
    assert grown.change(new=[other.ident])


# ------------------------------------------------------------------------------------------------ what is in doubt


def test_ledger_of_other_rules_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the rules are others than those that the graph was made by, everything is derived anew."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    assert grown.is_usable()
    monkeypatch.setattr("kg.pipeline.keeping.rules", lambda *_: "others")
    assert not grown.is_usable()


def test_judgement_makes_the_ledger_another(tmp_path: Path) -> None:
    """A new judgement has everything derived anew."""
    articles = reports(2)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew(grown.shards.ids())
    grown.judgements = (Judgement(left=mention(articles[0]), right=mention(articles[1]), verdict=Verdict.POSITIVE),)
    assert not grown.is_usable()


def test_store_of_another_build_is_not_changed(tmp_path: Path) -> None:
    """A store that does not know the build that the ledger notes is made anew."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    with Graph.open(grown.folder) as graph:
        graph.drop(RUNS)
    assert not grown.is_usable()


def test_damaged_ledger_is_not_used(tmp_path: Path) -> None:
    """A ledger that is no database is as good as none."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    (grown.folder / "ledger.db").write_bytes(b"nothing of the kind")
    assert not grown.is_usable()


def test_build_that_was_cut_off_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a build that ended while it wrote, the ledger is not used, and a full build gives the right graph."""
    articles = reports(4)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew([article.ident for article in articles[:3]])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(contents, "change", full)
        with pytest.raises(StoreError, match="space"):
            grown.change(new=[articles[3].ident])
    assert not grown.is_usable()
    whole = Archive(tmp_path / "full.kg", articles)
    assert grown.anew(grown.shards.ids()) == whole.anew(whole.shards.ids())


# ------------------------------------------------------------------------------------------------ judgements


def test_judged_events_stay_judged(tmp_path: Path) -> None:
    """With judgements of event mentions, a document that comes gives the graph of a full build under them."""
    articles = reports(6)
    said = (
        Judgement(left=mention(articles[0]), right=mention(articles[5]), verdict=Verdict.POSITIVE),
        Judgement(left=mention(articles[1]), right=mention(articles[2]), verdict=Verdict.NEGATIVE),
    )
    grown, full = (Archive(tmp_path / f"{name}.kg", articles, said) for name in ("grown", "full"))
    grown.anew([article.ident for article in articles if article is not articles[4]])
    assert grown.change(new=[articles[4].ident]) == full.anew(full.shards.ids())
    assert grown.quads() == full.quads()


def test_judged_mention_cannot_go(tmp_path: Path) -> None:
    """A document of which a judgement speaks stays, and so does the ledger."""
    articles = reports(3)
    said = (Judgement(left=mention(articles[0]), right=mention(articles[1]), verdict=Verdict.POSITIVE, line=2),)
    grown = Archive(tmp_path / "grown.kg", articles, said)
    grown.anew(grown.shards.ids())
    with pytest.raises(JudgementError, match="line 2"):
        grown.change(gone=[articles[0].ident])
    assert grown.is_usable()


# ------------------------------------------------------------------------------------------------ looking into it


def test_why_says_the_same_from_the_ledger(tmp_path: Path) -> None:
    """What is told of an event, a plain triple and a sentence does not depend on whether there is a ledger."""
    articles = reports(8)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew(grown.shards.ids())

    def told() -> list[str]:
        with Graph.read(grown.folder) as graph:
            looking = grown.looking(graph)
            out = [looking.why(f"event:{mention(article)}") for article in articles]
            facts = graph.quads(IDS.graph("facts"))
            out += [looking.why(f"{quad.subject} {quad.predicate} {quad.object}") for quad in facts]
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("kg.pipeline.passed_over", lambda *_: [])
                out += [looking.why_not(article.text[:60]) for article in articles]
            return out

    from_ledger = told()
    Ledger.remove(grown.folder)
    assert told() == from_ledger


def test_review_shows_the_same_from_the_ledger(tmp_path: Path) -> None:
    """The cases to judge, their order, scores and evidence do not depend on whether there is a ledger."""
    articles = reports(10)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew(grown.shards.ids())
    with Graph.read(grown.folder) as graph:
        from_ledger = list(grown.looking(graph).review())
        Ledger.remove(grown.folder)
        assert list(grown.looking(graph).review()) == from_ledger
    assert from_ledger


def test_unknown_event_is_told(tmp_path: Path) -> None:
    """An event that is not in the graph is told so, with a ledger as without."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    with Graph.read(grown.folder) as graph, pytest.raises(NotFoundError, match="nothing in this graph"):
        grown.looking(graph).why("event:0123456789abcdef-1-2")
