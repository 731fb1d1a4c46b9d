"""Adding and removing documents touches what they touch, and gives what a full build gives."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kg import pipeline, resolve
from kg.annotate import WordVectors
from kg.config import ResolveConfig
from kg.errors import JudgementError, NotFoundError, StoreError
from kg.ids import place
from kg.model import Judgement, MentionRef, Resolution, Story, Verdict
from kg.ontology import Meanings
from kg.pipeline.changes.documents import Documents
from kg.pipeline.changes.parting import Parting
from kg.pipeline.worlds import lift
from kg.resolve import fusion
from kg.resolve.fusion import blocks
from kg.resolve.fusion.pairs import Pairs
from kg.store import Graph, Ledger, contents
from tests.articles import KNOWLEDGE, Article, day
from tests.increments import COMPANY, IDS, RUNS, TAIL, Archive, report

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


def test_counts_are_those_of_a_full_build(tmp_path: Path) -> None:
    """How many documents, mentions, readings and events there are, and what was left out, is kept by what changes."""
    articles = reports(10)
    pool = [article.ident for article in articles]
    grown, full = (Archive(tmp_path / f"{name}.kg", articles) for name in ("grown", "full"))
    grown.anew(pool[:6])
    grown.change(new=pool[6:], gone=pool[:3])
    full.anew(pool[3:])
    assert grown.counts() == full.counts()
    grown.change(gone=pool[4:])
    full.anew([pool[3]])
    assert grown.counts() == full.counts()


def payment(number: int | None) -> Article:
    """A report that Sudria paid Norland, on a day of March that the text names, or none."""
    when = f" on March {number}" if number else ""
    article = Article(f"Sudria paid Norland for the wells of the upper valley{when}. {TAIL}.", day=date(2024, 3, 9))
    actor, recipient = article.name("Sudria", label="GPE"), article.name("Norland", label="GPE")
    time = day(2024, 3, number, article.at(when.strip())) if number else None
    article.event("paid", action="pay", type="AID", actor=actor, recipient=recipient, time=time)
    return article


def test_what_is_ruled_out_stays_apart_when_another_is_like_both(tmp_path: Path) -> None:
    """Events of two days, which no noted score joins, stay two when a report that names no day is like both."""
    early, late, new = articles = [payment(5), payment(6), payment(None)]
    grown, full = (Archive(tmp_path / f"{name}.kg", articles) for name in ("grown", "full"))
    grown.anew([early.ident, late.ident])
    assert grown.change(new=[new.ident]) == full.anew(full.shards.ids())
    assert grown.event(mention(new)) in {grown.event(mention(early)), grown.event(mention(late))}
    assert grown.event(mention(early)) != grown.event(mention(late))


def test_a_change_says_what_two_would_score_as_a_full_build_does(tmp_path: Path) -> None:
    """Of two mentions that were not looked at, a change says what they would score as a full build does."""
    articles = reports(10)
    archive = Archive(tmp_path / "a.kg", articles)
    archive.anew([article.ident for article in articles])
    keeper, state = archive.keeper, lift(KNOWLEDGE)
    world = pipeline.kept_world(archive.shards.ids(), keeper)
    pairs = Pairs(
        resolve.Compared(world.resolutions.values(), state, meanings=keeper.meanings), keeper.config.resolve, bare=False
    )
    ledger = Ledger.open(archive.folder)
    assert ledger is not None
    with ledger:
        parting = Parting(
            documents=Documents(ledger=ledger, keeper=keeper),
            weighed=fusion.Weighed(keeper.config.resolve, keeper.meanings),
            lift=state,
            mentions=[one.mention for one in pairs.traits],
            scored=(),
        )
        places = list(combinations(range(len(pairs.traits)), 2))
        said = [parting.unseen(*pair) for pair in places]
    assert said == [pairs.unseen(*pair) for pair in places]
    assert len(set(said)) > 10


def test_event_of_the_same_mentions_changes_with_its_party(tmp_path: Path) -> None:
    """An event whose mentions stay goes by another actor once a document that comes has the actor known elsewhere."""
    found = []
    for name, word, action, party in (("M. Dahl", "paid", "pay", "Norland"), ("Mira Dahl", "met", "meet", "Sudria")):
        article = Article(f"{name} {word} {party}. {', '.join(COMPANY)} smiled.")
        article.event(word, action=action, actor=article.name(name), recipient=article.name(party, label="GPE"))
        for each in COMPANY:
            article.name(each, label="ORG" if each.endswith("Board") else "PERSON")
        found.append(article)
    one, other = found
    grown, full = (Archive(tmp_path / f"{name}.kg", [one, other]) for name in ("grown", "full"))
    grown.anew([one.ident])

    def actors() -> list[str]:
        return [line for line in grown.quads() if f"event/{mention(one)}" in line and "term/actor" in line]

    before = actors()
    assert grown.change(new=[other.ident]) == full.anew(full.shards.ids())
    assert len(before) == len(actors()) == 1
    assert before != actors()


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


def test_documents_compared_with_some_are_those_among_all() -> None:
    """The documents that may tell the story of one are the same whether all are compared or it alone."""
    random = Random(5)  # noqa: S311 (no secret)
    words = [f"w{n}" for n in range(80)]

    def story() -> Story:
        return Story(words=tuple((word, random.random()) for word in sorted(random.sample(words, 20))))

    documents = [Resolution(document=f"d{n}", story=story()) for n in range(12)]
    pairs = blocks.pairs_of_documents(documents, 3)
    assert 0 < len(pairs) < 12 * 11 / 2
    for document in documents:
        own = {pair for pair in pairs if document.document in pair}
        assert blocks.pairs_of_documents(documents, 3, of={document.document}) == own


def test_scores_of_some_mentions_are_those_among_all_scores() -> None:
    """What is scored of some mentions alone is what is scored of them when all pairs are looked at."""
    articles = [*reports(12), payment(5), payment(None)]
    for word, action in (("trained", "train"), ("paid", "pay")):  # only type and parties bring these together
        article = Article(f"Sudria {word} Lake Rail.", day=date(2024, 3, 9))
        actor, recipient = article.name("Sudria", label="GPE"), article.name("Lake Rail", label="ORG")
        article.event(word, action=action, type="AID", actor=actor, recipient=recipient)
        articles.append(article)
    kin = Article(f"Sudria paid off Norland for the wells of the upper valley. {TAIL}.", day=date(2024, 3, 9))
    actor, recipient = kin.name("Sudria", label="GPE"), kin.name("Norland", label="GPE")
    kin.event("paid", action="pay off", actor=actor, recipient=recipient)  # the verb of paying, but no type
    articles.append(kin)
    resolutions, config = [article.resolution() for article in articles], ResolveConfig()
    everything = fusion.fused(resolutions, config).scores
    for resolution in resolutions:
        of = {resolution.readings[0].mention}
        expected = {pair: score for pair, score in everything.items() if not of.isdisjoint(pair)}
        assert fusion.scores(resolutions, config, of=of) == expected


def given(thing: str) -> Article:
    """A report that Sudria gave Norland something."""
    article = Article(f"Sudria gave Norland {thing} for the upper valley. {TAIL}.", day=date(2024, 3, 9))
    actor, recipient = article.name("Sudria", label="GPE"), article.name("Norland", label="GPE")
    article.event("gave", action="give", type="AID", actor=actor, recipient=recipient, theme=article.noun(thing))
    return article


def noted(archive: Archive) -> list[int]:
    """The scores that the ledger of an archive notes, sorted."""
    ledger = Ledger.open(archive.folder)
    assert ledger is not None
    with ledger:
        return sorted(int(str(score)) for _, _, score in ledger.fusion.pairs(0))


def test_a_change_compares_themes_as_a_full_build_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What two score whose themes are one thing in other words is the same after a change and a full build."""
    vectors = {"gem": np.array([4, 1, 0], np.float32), "jewellery": np.array([3, 1, 0], np.float32)}
    articles = [given("gems"), given("jewellery"), given("trawlers")]
    scores = {}
    for name, known in (("with", Meanings(vectors.get)), ("without", Meanings())):
        for module in ("keeping", "worlds"):
            monkeypatch.setattr(f"kg.pipeline.{module}.meanings", lambda _, known=known: known)
        grown, full = (Archive(tmp_path / f"{name}-{kind}.kg", articles) for kind in ("grown", "full"))
        grown.anew([articles[0].ident])
        for article in articles[1:]:
            grown.change(new=[article.ident])
        full.anew([article.ident for article in articles])
        scores[name] = noted(full)
        assert noted(grown) == scores[name]
    assert scores["with"] != scores["without"]
    assert scores["with"][:2] == scores["without"][:2]


# ------------------------------------------------------------------------------------------------ what is in doubt


def test_ledger_of_other_rules_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the rules are others than those that the graph was made by, everything is derived anew."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    assert grown.is_usable()
    monkeypatch.setattr("kg.pipeline.keeping.rules", lambda *_: "others")
    assert not grown.is_usable()


def test_ledger_of_other_vectors_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the word vectors are others than those that the graph was made by, everything is derived anew."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    monkeypatch.setattr("kg.pipeline.keeping.vectors", lambda _: WordVectors(None, "others"))
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


@pytest.mark.parametrize("entities", [False, True])
def test_review_shows_the_same_from_the_ledger(tmp_path: Path, *, entities: bool) -> None:
    """The cases to judge, their order, scores and evidence do not depend on whether there is a ledger."""
    articles = reports(10)
    grown = Archive(tmp_path / "grown.kg", articles)
    grown.anew(grown.shards.ids())
    with Graph.read(grown.folder) as graph:
        from_ledger = list(grown.looking(graph).review(entities=entities))
        Ledger.remove(grown.folder)
        assert list(grown.looking(graph).review(entities=entities)) == from_ledger
    assert from_ledger


def test_unknown_event_is_told(tmp_path: Path) -> None:
    """An event that is not in the graph is told so, with a ledger as without."""
    grown = Archive(tmp_path / "grown.kg", reports(2))
    grown.anew(grown.shards.ids())
    with Graph.read(grown.folder) as graph, pytest.raises(NotFoundError, match="nothing in this graph"):
        grown.looking(graph).why("event:0123456789abcdef-1-2")
