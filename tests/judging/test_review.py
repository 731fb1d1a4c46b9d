"""``kg review``: what is shown, and what each key does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.judging.payments import ONE, OTHER, THREE, TWO, file, run

if TYPE_CHECKING:
    from kg.newsgraph import NewsGraph

ALL = {ONE, TWO, THREE}


@pytest.fixture(autouse=True)
def _every_pair(graph: NewsGraph) -> None:
    """Whatever the score, every pair of the three reports is shown."""
    (graph.folder / "kg.toml").write_text("[resolve]\nreview_from = 0.0\n")


def answered(keys: str) -> str:
    """What is printed while somebody types these keys, each and Enter."""
    done = run("review", "--who", "ada", stdin="".join(f"{key}\n" for key in keys.split()))
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def asked(shown: str) -> list[frozenset[str]]:
    """The pairs that were shown, in their order."""
    ids = re.findall(r"  event:(\S+)", shown)
    return [frozenset(pair) for pair in zip(ids[::2], ids[1::2], strict=True)]


def verdicts(graph: NewsGraph) -> list[tuple[frozenset[str], str]]:
    """What stands in the file."""
    return [(frozenset(line[side][6:] for side in ("left", "right")), line["verdict"]) for line in file(graph)]


# ------------------------------------------------------------------------------------------------ what is shown


def test_evidence_of_both(graph: NewsGraph) -> None:
    """A pair is shown with both sentences, their triggers marked, the parties, the score and what made it."""
    shown = answered("q")
    (case,) = (each for each in graph.review()[:1])
    assert f"1 of {len(graph.review())}: score {case.score:.2f}, " in shown
    for evidence in (case.left, case.right):
        start, end, _ = evidence.marks[0]
        assert f"{evidence.sentence[:start]}[paid]{evidence.sentence[end:]}\n" in shown
        assert "  actor     'Norland Bank' → norland-bank\n" in shown
    assert all(f"{name} {share:+.2f}" in shown for name, share in case.features)


def test_marks_are_words_of_the_sentence(graph: NewsGraph) -> None:
    """The marks of an evidence are the trigger, then the roles, by their place in the sentence."""
    for case in graph.review():
        for evidence in (case.left, case.right):
            words = [(evidence.sentence[start:end], kind) for start, end, kind in evidence.marks]
            assert words[0] == ("paid", "trigger")
            assert [kind for _, kind in words[1:]] == ["actor", "recipient", "theme"]
            assert words[3][0] == "a grant for wells"


def test_worst_first(graph: NewsGraph) -> None:
    """Pairs come nearest to the threshold first."""
    threshold = graph.config.resolve.fusion_from
    distances = [abs(case.score - threshold) for case in graph.review()]
    assert distances == sorted(distances)
    assert len(distances) >= 3


def test_judged_pairs_are_left_out(graph: NewsGraph) -> None:
    """Of what was judged, be it as unsure, nobody is asked again; nor of what follows from it."""
    graph.judge(ONE, TWO, "unsure")
    pairs = {frozenset({ONE, THREE}), frozenset({TWO, THREE})}
    assert {pair for pair in asked(answered("s s s s s s s s")) if pair <= ALL} == pairs
    graph.judge(ONE, TWO, "yes")
    graph.judge(TWO, THREE, "no")
    assert not any(pair <= ALL for pair in asked(answered("s s s s s s s s")))


def test_nothing_to_review(graph: NewsGraph) -> None:
    """Where everything is judged, it says so."""
    for case in graph.review():
        graph.judge(*case.names, "unsure")
    assert answered("y").startswith("nothing to review")


# ------------------------------------------------------------------------------------------------ what keys do


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("y", "positive"),
        ("n", "negative"),
        ("u", "unsure"),
        ("yes", "positive"),
        ("N", "negative"),
        ("unsure", "unsure"),
    ],
)
def test_answer_is_written(graph: NewsGraph, key: str, verdict: str) -> None:
    """An answer is a line about the pair that was shown, with who and when."""
    shown = answered(f"{key} q")
    assert verdicts(graph) == [(asked(shown)[0], verdict)]
    assert (file(graph)[0]["who"], file(graph)[0]["when"]) == ("ada", "2024-03-05T12:00:00+00:00")
    assert shown.endswith("1 written; they take effect at the next build: kg build --graph news.kg\n")


def test_skip_writes_nothing(graph: NewsGraph) -> None:
    """A pair that is skipped is not judged, and the next is shown."""
    shown = answered("s u q")
    assert verdicts(graph) == [(asked(shown)[1], "unsure")]


def test_end_of_the_input_ends_it(graph: NewsGraph) -> None:
    """Without a key it ends, and what was answered stays."""
    shown = answered("u")
    assert len(verdicts(graph)) == 1
    assert "1 written" in shown


def test_wrong_key(graph: NewsGraph) -> None:
    """Any other key is told of, and the pair stands."""
    shown = answered("x u q")
    assert "'x' is no answer; expected one of: y(es) n(o) u(nsure) s(kip) undo q(uit)" in shown
    assert verdicts(graph) == [(asked(shown)[0], "unsure")]


def test_answers_decide_others(graph: NewsGraph) -> None:
    """What follows from the answers of this sitting is not asked."""
    shown = answered("y y y y y y y y")
    asked_of_three = [pair for pair in asked(shown) if pair <= ALL]
    assert len(asked_of_three) == 2
    assert graph.judgements


def test_undo_takes_back(graph: NewsGraph) -> None:
    """Undo takes the last answer's line out, shows that pair again, and takes another answer."""
    shown = answered("n undo y q")
    first, second, again, *_ = asked(shown)
    assert first == again != second
    assert verdicts(graph) == [(first, "positive")]


def test_undo_goes_back_over_a_skip(graph: NewsGraph) -> None:
    """Undo after a skip shows the skipped pair again, and takes no line out."""
    graph.judge(ONE, OTHER, "unsure")
    shown = answered("s undo u q")
    assert asked(shown)[0] == asked(shown)[2]
    assert len(verdicts(graph)) == 2


def test_undo_leaves_what_was_there(graph: NewsGraph) -> None:
    """What was judged before this sitting is not undone by it."""
    graph.judge(ONE, OTHER, "unsure")
    shown = answered("undo q")
    assert "nothing to undo" in shown
    assert verdicts(graph) == [(frozenset({ONE, OTHER}), "unsure")]


def test_no_graph_is_written(graph: NewsGraph) -> None:
    """A review changes the file alone: the graph is as it was until the next build."""
    before = graph.graph.digest()
    answered("n n n")
    assert graph.graph.digest() == before
