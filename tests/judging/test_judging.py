"""What people decide, from the command to the graph: written down, replayed by a build, undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import kg
from kg import pipeline
from kg.errors import JudgementError, NotFoundError
from kg.ids import Ids, place
from kg.model import Judgement, Verdict
from kg.store import Rows
from tests.judging.payments import ARTICLES, ONE, OTHER, SISTER, THREE, TWO, events, file, rebuilt, run

if TYPE_CHECKING:
    from random import Random

    from kg.newsgraph import NewsGraph

YES, NO, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE


TOGETHER = {frozenset({ONE, TWO, THREE}), frozenset({OTHER})}

# ------------------------------------------------------------------------------------------------ judging events


def test_scores_alone(graph: NewsGraph) -> None:
    """Without judgements the scores make the three reports one event."""
    assert events(graph) == rebuilt(graph) == TOGETHER


def test_negative_beats_the_score(graph: NewsGraph) -> None:
    """A no keeps two mentions apart, however alike they are."""
    graph.judge(ONE, TWO, "no")
    assert not any({ONE, TWO} <= group for group in rebuilt(graph))


def test_positive_beats_the_score(graph: NewsGraph) -> None:
    """A yes joins two mentions, however unlike they are."""
    graph.judge(OTHER, ONE, "yes")
    assert any({ONE, OTHER} <= group for group in rebuilt(graph))


def test_unsure_changes_nothing(graph: NewsGraph) -> None:
    """Unsure leaves both to the score."""
    graph.judge(ONE, TWO, "unsure")
    graph.judge(ONE, OTHER, "unsure")
    assert rebuilt(graph) == TOGETHER


def test_any_member_means_that_member(graph: NewsGraph) -> None:
    """A mention that another gives the id to may be judged, by that id's prefix too."""
    graph.judge(f"event:{THREE}", f"mention:{TWO}", "no")
    assert not any({THREE, TWO} <= group for group in rebuilt(graph))


def test_what_is_undone_is_as_it_was(graph: NewsGraph) -> None:
    """A judgement that is taken back leaves the digest from before."""
    before = graph.build()["digest"]
    graph.judge(ONE, TWO, "no")
    assert graph.build()["digest"] != before
    graph.judge(TWO, ONE, undo=True)
    assert graph.build()["digest"] == before


def test_graph_of_judgements(graph: NewsGraph) -> None:
    """The graph of judgements has what the file says, and the graph with them holds."""
    graph.judge(ONE, TWO, "no", who="ada", when="2024-03-05", why="two grants")
    graph.build()
    with kg.open(graph.folder) as fresh:
        found = fresh.query(
            "SELECT ?who ?what { GRAPH graph:judgements { ?j kg:verdict ?what ; dcterms:creator ?who } }"
        )
        assert isinstance(found, Rows)
        assert [[getattr(term, "value", "") for term in row] for row in found.rows] == [
            ["ada", Ids().prefixes["kg"] + "negativeVerdict"]
        ]
        assert fresh.verify() == []


# ------------------------------------------------------------------------------------------------ judging entities


def entities(graph: NewsGraph) -> dict[str, str]:
    """From the name of each entity that lost its place to the one that stays."""
    with kg.open(graph.folder) as fresh:
        found = fresh.query(
            "SELECT ?lost ?stays { ?lost dcterms:isReplacedBy ?stays FILTER CONTAINS(STR(?lost), '/entity/') }"
        )
    assert isinstance(found, Rows)
    names = [[str(getattr(term, "value", "")).rsplit("/", 1)[-1] for term in row] for row in found.rows]
    return {lost: stays for lost, stays in names}  # noqa: C416 (pairs, as mypy sees them)


def test_positive_makes_one_entity(graph: NewsGraph) -> None:
    """A yes on two entities leaves the smaller id, which takes over what is said of the other."""
    graph.judge("ent:norland-bank", "ent:bank-of-norland", "yes")
    graph.build()
    assert entities(graph) == {"norland-bank": "bank-of-norland"}
    with kg.open(graph.folder) as fresh:
        assert fresh.query("ASK { ?event kg:actor ent:norland-bank }") is False
        assert fresh.query(f"ASK {{ ?event kg:actor ent:bank-of-norland ; gaf:denotedBy mention:{ONE} }}") is True
        assert fresh.verify() == []


def test_other_name_still_leads_there(graph: NewsGraph) -> None:
    """The name of the entity that lost its place is another name of the one that stays."""
    graph.judge("ent:norland-bank", "ent:bank-of-norland", "yes")
    graph.build()
    with kg.open(graph.folder) as fresh:
        assert fresh.entity("Norland Bank") == fresh.entity("Bank of Norland") == Ids().thing("bank-of-norland")


def test_knowledge_base_stays(graph: NewsGraph) -> None:
    """With an entity of the knowledge base its id stays, though no text names it."""
    graph.judge("ent:arvenia-air", "ent:state-no", "yes")
    graph.build()
    assert entities(graph) == {"arvenia-air": "state-no"}
    with kg.open(graph.folder) as fresh:
        assert fresh.verify() == []


def test_outlet_may_be_judged(graph: NewsGraph) -> None:
    """Two names of one outlet: documents and claims lead to the one that stays."""
    graph.judge("ent:upland-times", "ent:harbour-post", "yes")
    graph.build()
    with kg.open(graph.folder) as fresh:
        assert fresh.query("ASK { ?any ?does ent:upland-times FILTER(?does != kg:judges) }") is False
        assert fresh.verify() == []


# ------------------------------------------------------------------------------------------------ contradictions


def test_contradiction_writes_nothing(graph: NewsGraph) -> None:
    """A judgement that contradicts others is refused with their lines, and the file stays as it was."""
    graph.judge(ONE, TWO, "yes")
    graph.judge(TWO, THREE, "yes")
    before = file(graph)
    with pytest.raises(JudgementError, match=r"this judgement keeps .* one by judgements.csv, lines 2 and 3;"):
        graph.judge(ONE, THREE, "no")
    assert file(graph) == before


def test_unsure_does_not_undo(graph: NewsGraph) -> None:
    """Who is unsure of what was judged must take that back first."""
    graph.judge(ONE, TWO, "no")
    with pytest.raises(JudgementError, match=r"line 2 is negative on these two; take it back first with `kg judge"):
        graph.judge(TWO, ONE, "unsure")


def test_same_judgement_twice(graph: NewsGraph) -> None:
    """What stands there is not written again, whichever way round."""
    assert len(graph.judge(ONE, TWO, "no")) == 1
    assert graph.judge(TWO, ONE, "no") == ()
    assert len(file(graph)) == 1


def lines(graph: NewsGraph, *said: tuple[str, str, str]) -> None:
    """Writes the file as a person does."""
    text = "".join(f"{a},{b},{verdict}\n" for a, b, verdict in said)
    (graph.folder / "judgements.csv").write_text("left,right,verdict\n" + text)


BAD = {
    "an unknown event": (
        [(ONE, TWO, "negative"), (ONE, "0123456789abcdef-1-2", "negative")],
        "line 3: this graph has no",
    ),
    "an unknown entity": (
        [("ent:nobody", "ent:norland-bank", "positive")],
        "line 2: this graph has no entity 'nobody'",
    ),
    "a contradiction": (
        [(ONE, TWO, "positive"), (TWO, ONE, "negative")],
        "line 3 keeps",
    ),
    "a contradiction through a third": (
        [(ONE, TWO, "positive"), (ONE, THREE, "negative"), (TWO, THREE, "positive")],
        "line 3 keeps",
    ),
    "a verdict that is none": ([(ONE, TWO, "same")], "line 2: verdict 'same'; expected positive, negative or unsure"),
    "an event and an entity": ([(ONE, "ent:norland-bank", "negative")], "line 2: "),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_file_changes_nothing(graph: NewsGraph, kind: str) -> None:
    """A build with a bad file ends with one line that names the lines, and the graph is as it was."""
    said, expected = BAD[kind]
    before = kg.open(graph.folder).graph.digest()
    lines(graph, *said)
    result = run("build", "--graph", str(graph.folder))
    assert (result.exit_code, result.stdout) == (1, "")
    assert expected in result.stderr
    assert result.stderr.count("\n") == 1
    assert kg.open(graph.folder).graph.digest() == before


def test_removing_what_was_judged(graph: NewsGraph) -> None:
    """A document that a judgement is about is removed only once that was taken back."""
    graph.judge(ONE, OTHER, "no")
    with pytest.raises(JudgementError, match=r"line 2: this graph has no event .* take the judgement back"):
        graph.remove(SISTER.ident)
    graph.judge(ONE, OTHER, undo=True)
    graph.remove(SISTER.ident)
    assert events(graph) == {frozenset({ONE, TWO, THREE})}


def test_unknown_member(graph: NewsGraph) -> None:
    """What the graph does not hold cannot be judged or taken apart."""
    with pytest.raises(NotFoundError, match="this graph has no event '0123456789abcdef-1-2'"):
        graph.judge(ONE, "0123456789abcdef-1-2", "no")
    with pytest.raises(NotFoundError, match="this graph has no entity 'ent:nobody'"):
        graph.explode("ent:nobody")


# ------------------------------------------------------------------------------------------------ any order

EXTRACTIONS = [article.extraction() for article in ARTICLES]
ENTITIES = ["norland-bank", "bank-of-norland", "sudria-rail", "arvenia-air", "state-no"]
PAIRS = st.one_of(
    st.lists(st.sampled_from([ONE, TWO, THREE, OTHER]), min_size=2, max_size=2, unique=True),
    st.lists(st.sampled_from(ENTITIES), min_size=2, max_size=2, unique=True),
)
SAID = st.lists(st.tuples(PAIRS, st.sampled_from(Verdict)), max_size=5)


def quads(judgements: list[Judgement]) -> list[list[str]] | str:
    """Every quad but those of the ontology that a build with these judgements gives, or the error."""
    try:
        found = pipeline.world(EXTRACTIONS, kg.open("none.kg").config, judgements=judgements)
    except JudgementError:
        return "contradiction"
    ids = Ids()
    return [[str(quad) for quad in each] for name, each in pipeline.graphs(found, ids) if name != ids.graph("ontology")]


@given(SAID, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_order_of_lines_makes_no_difference(said: list[tuple[list[str], Verdict]], random: Random) -> None:
    """Lines in any order, either way round, give the same graph to the byte, or the same refusal."""
    judgements = [Judgement(left=a, right=b, verdict=v, line=n) for n, ((a, b), v) in enumerate(said, 2)]
    shuffled = [
        replace(each, left=each.right, right=each.left) if random.random() < 0.5 else each for each in judgements
    ]
    random.shuffle(shuffled)
    renumbered = [replace(each, line=n) for n, each in enumerate(shuffled, 2)]
    assert quads(renumbered) == quads(judgements)


@given(SAID)
@settings(deadline=None, max_examples=40)
def test_judgements_hold(said: list[tuple[list[str], Verdict]]) -> None:
    """Whatever the scores, two events that are judged one are one, and two that are kept apart are two."""
    judgements = [Judgement(left=a, right=b, verdict=v, line=n) for n, ((a, b), v) in enumerate(said, 2)]
    try:
        found = pipeline.world(EXTRACTIONS, kg.open("none.kg").config, judgements=judgements)
    except JudgementError:
        return
    of = {place(reading.mention): event.id for event in found.events for reading in event.readings}
    for each in judgements:
        if each.left in of and each.verdict is not UNSURE:
            assert (of[each.left] == of[each.right]) == (each.verdict is YES)


# ------------------------------------------------------------------------------------------------ taking apart


def test_explode_takes_apart(graph: NewsGraph) -> None:
    """After an event was taken apart, each of its mentions is an event of its own."""
    written = graph.explode(TWO, who="ada", when="2024-03-05")
    assert [(each.left, each.right, each.verdict) for each in written] == [
        (*pair, NO) for pair in ((ONE, min(TWO, THREE)), (ONE, max(TWO, THREE)), (min(TWO, THREE), max(TWO, THREE)))
    ]
    assert rebuilt(graph) == {frozenset({each}) for each in (ONE, TWO, THREE, OTHER)}


def test_explode_again(graph: NewsGraph) -> None:
    """What was taken apart already gives no more lines."""
    graph.explode(ONE)
    assert graph.explode(ONE) == ()
    assert len(file(graph)) == 3


def test_explode_is_undone(graph: NewsGraph) -> None:
    """By any member's id, also after the build that took it apart, the lines go again, and the digest is as it was."""
    before = graph.build()["digest"]
    graph.explode(ONE)
    graph.build()
    assert len(graph.explode(THREE, undo=True)) == 3
    assert graph.build()["digest"] == before


def test_explode_what_a_person_joined(graph: NewsGraph) -> None:
    """A cluster that a judgement made is not taken apart over that: the error names its line."""
    graph.judge(ONE, OTHER, "yes")
    graph.build()
    with pytest.raises(JudgementError, match=r"one by judgements.csv, line 2; take"):
        graph.explode(ONE)
    assert len(file(graph)) == 1


# ------------------------------------------------------------------------------------------------ why


def test_why_tells_the_scores(graph: NewsGraph) -> None:
    """The reasons of an event have the score of each pair of its mentions and what made it; one mention has none."""
    told = graph.why(f"event:{ONE}").splitlines()
    found = [n for n, line in enumerate(told) if re.match(r"  one event by (0\.\d\d|1\.00): 'paid' in ", line)]
    assert len(found) == 3
    assert all(re.match(r"    \w[^,]* [+-]\d+\.\d\d", told[n + 1]) for n in found)
    assert "one event by" not in graph.why(f"event:{OTHER}")


def test_why_tells_the_judgement_of_a_pair(graph: NewsGraph) -> None:
    """Beside the score of a pair stands what was judged of it."""
    graph.judge(TWO, ONE, "yes")
    graph.build()
    assert len(re.findall(r"\n  one event by \d\.\d\d, judged positive: 'paid' in ", graph.why(f"event:{ONE}"))) == 1


def test_why_tells_the_judgement(graph: NewsGraph) -> None:
    """The reasons of an event have the judgements about it, with who, when and why."""
    graph.judge(OTHER, ONE, "yes", who="ada", when="2024-03-05", why="one grant")
    graph.build()
    told = " and ".join(f"event:{each}" for each in sorted((ONE, OTHER)))
    assert f"judged by ada, 2024-03-05: {told} are one: one grant\n" in graph.why(f"event:{ONE}")


def test_why_tells_the_judgement_of_a_party(graph: NewsGraph) -> None:
    """And those about its parties, who are led to the one that stays by that judgement."""
    graph.judge("ent:norland-bank", "ent:bank-of-norland", "yes")
    graph.build()
    told = graph.why(f"event:{ONE}")
    assert "judged: ent:bank-of-norland and ent:norland-bank are one\n" in told
    assert "'Norland Bank' → bank-of-norland (by own name, then by judgement)" in told


def test_why_is_of_the_graph_as_it_was_built(graph: NewsGraph) -> None:
    """A judgement that no build has seen yet, be it a bad one, is no reason of what the graph says."""
    graph.build()
    before = graph.why(f"event:{ONE}")
    graph.judge(ONE, TWO, "no")
    assert graph.why(f"event:{ONE}") == before
    lines(graph, (ONE, TWO, "positive"), (ONE, TWO, "negative"))
    assert graph.why(f"event:{ONE}") == before


def test_why_without_a_judgement(graph: NewsGraph) -> None:
    """A judgement about another event is not told."""
    graph.judge(ONE, TWO, "no")
    assert "judged" not in graph.why(f"event:{OTHER}")


# ------------------------------------------------------------------------------------------------ the commands


def test_judge_command(graph: NewsGraph) -> None:
    """A line has the ids with their prefix, the verdict, who, the time at which it was judged, and why."""
    shown = run("judge", ONE, f"event:{TWO}", "no", "--who", "ada", "--why", "two grants")
    assert shown.stdout == (
        f"judged: event:{ONE} event:{TWO} negative\nit takes effect at the next build: kg build --graph news.kg\n"
    )
    when = "2024-03-05T12:00:00+00:00"
    assert file(graph) == [
        {
            "left": f"event:{ONE}",
            "right": f"event:{TWO}",
            "verdict": "negative",
            "who": "ada",
            "when": when,
            "why": "two grants",
        }
    ]
    assert run("judge", TWO, ONE, "no").stdout == "nothing to write: it is judged so already\n"
    assert run("judge", TWO, ONE, "--undo").stdout.startswith(f"taken back: event:{ONE} event:{TWO} negative\n")
    assert file(graph) == []


def test_who_judges(graph: NewsGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the name that is given, else that of kg.toml, else the login name."""
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    run("judge", ONE, TWO, "unsure")
    (graph.folder / "kg.toml").write_text('[judge]\nwho = "desk"\n')
    run("judge", ONE, THREE, "unsure")
    run("judge", ONE, OTHER, "unsure", "--who", "ada")
    assert [line["who"] for line in file(graph)] == ["login", "desk", "ada"]


@pytest.mark.usefixtures("graph")
def test_nobody_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no name for the user, a judgement has none."""

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert run("judge", ONE, TWO, "unsure").exit_code == 0


def test_explode_command(graph: NewsGraph) -> None:
    """Taking apart prints each line, and so does undoing it."""
    shown = run("explode", f"event:{THREE}", "--who", "ada").stdout.splitlines()
    assert [line.startswith("judged: event:") and line.endswith(" negative") for line in shown] == [True] * 3 + [False]
    back = run("explode", f"event:{THREE}", "--undo").stdout.splitlines()
    assert [line.split(": ", 1)[1] for line in back[:3]] == [line.split(": ", 1)[1] for line in shown[:3]]
    assert file(graph) == []


@pytest.mark.usefixtures("graph")
def test_build_without_paths() -> None:
    """``kg build`` alone resolves what is there anew, and reads nothing."""
    shown = run("build").stdout
    assert [line.split()[0] for line in shown.splitlines()[1:4]] == ["resolve", "fuse", "write"]
    assert "documents in the graph: 4\n" in shown
    assert run("build", "--quiet").stdout == shown.splitlines(keepends=True)[-1]
