"""What judgements amount to together: groups, pairs apart, contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.errors import JudgementError
from kg.model import Judgement, Verdict
from kg.resolve import judged, unknown
from kg.resolve.judged import canonical

if TYPE_CHECKING:
    from random import Random

YES, NO, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE
EVENT = "0123456789abcdef-8-12"


def lines(*said: tuple[str, str, Verdict]) -> list[Judgement]:
    """Judgements as they stand in a file, from line 2."""
    return [Judgement(left=a, right=b, verdict=v, line=n) for n, (a, b, v) in enumerate(said, 2)]


def test_nobody_judged() -> None:
    """Without judgements nothing follows of any two."""
    assert judged([]).verdict("a", "b") is None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_both_ways(verdict: Verdict) -> None:
    """A judgement holds whichever of the two is named first."""
    found = judged(lines(("a", "b", verdict)))
    assert found.verdict("a", "b") is found.verdict("b", "a") is verdict


def test_positive_is_transitive() -> None:
    """What is one with one is one with the other."""
    assert judged(lines(("a", "b", YES), ("c", "b", YES))).verdict("a", "c") is YES


def test_negative_holds_for_groups() -> None:
    """What is kept apart from one is kept apart from all that are one with it."""
    assert judged(lines(("a", "b", YES), ("b", "c", NO), ("c", "d", YES))).verdict("a", "d") is NO


def test_negative_is_not_transitive() -> None:
    """Two that are each kept apart from a third may be one."""
    assert judged(lines(("a", "b", NO), ("b", "c", NO))).verdict("a", "c") is None


def test_unsure_is_about_the_pair() -> None:
    """Who is unsure says nothing of others that are one with the two."""
    assert judged(lines(("a", "b", UNSURE), ("b", "c", YES))).verdict("a", "c") is None


@pytest.mark.parametrize("verdict", [YES, NO])
def test_decided_beats_unsure(verdict: Verdict) -> None:
    """A verdict on two holds though somebody was unsure."""
    assert judged(lines(("a", "b", UNSURE), ("b", "a", verdict))).verdict("a", "b") is verdict


def test_groups() -> None:
    """The groups are those of the positive judgements, sorted."""
    assert judged(lines(("d", "c", YES), ("b", "a", YES), ("e", "f", NO))).groups() == [["a", "b"], ["c", "d"]]


# ------------------------------------------------------------------------------------------------ contradictions


def test_contradiction() -> None:
    """Yes and no on two ids is an error that names both lines."""
    with pytest.raises(JudgementError, match=r"line 3 keeps 'b' and 'a' apart, .* one by judgements.csv, line 2; take"):
        judged(lines(("a", "b", YES), ("b", "a", NO)))


def test_contradiction_through_others() -> None:
    """A no on two that a chain makes one is an error that names it and the lines of the shortest chain."""
    said = lines(("a", "b", YES), ("x", "y", YES), ("a", "c", NO), ("c", "d", YES), ("d", "b", YES), ("b", "c", YES))
    with pytest.raises(JudgementError, match=r"line 4 keeps 'a' and 'c' apart, .* by judgements.csv, lines 2 and 7;"):
        judged(said)


def test_contradiction_of_one_to_be() -> None:
    """A judgement that stands in no line yet is called this judgement."""
    said = lines(("a", "b", YES), ("a", "c", NO))
    with pytest.raises(JudgementError, match=r"line 3 keeps .* one by judgements.csv, line 2 and this judgement;"):
        judged([*said, Judgement(left="b", right="c", verdict=YES)])


def test_one_on_both_sides() -> None:
    """A judgement about one id and itself is refused."""
    with pytest.raises(JudgementError, match="line 2: 'a' stands on both sides"):
        judged(lines(("a", "a", YES)))


def test_event_and_entity() -> None:
    """A judgement about an event and an entity is refused."""
    with pytest.raises(JudgementError, match=r"line 2: .* are an event and an entity; expected two of a kind"):
        judged(lines((EVENT, "a", NO)))


def test_unknown() -> None:
    """Judgements about what is not there are refused with all their lines."""
    said = lines(("a", "b", YES), ("c", "a", NO), ("b", "d", UNSURE))
    with pytest.raises(JudgementError, match=r"lines 3 and 4: this graph has no entity 'c'"):
        unknown(said, known={"a", "b"}.__contains__)
    unknown(said, known=set("abcd").__contains__)


NAMES = st.sampled_from("abcdefg")
SAID = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from([YES, YES, NO, UNSURE])).filter(lambda said: said[0] != said[1]), max_size=8
)


def outcome(judgements: list[Judgement]) -> dict[tuple[str, str], Verdict | None] | str:
    """What follows for every two names, or the error."""
    try:
        found = judged(judgements)
    except JudgementError as error:
        return str(error)
    return {(a, b): found.verdict(a, b) for a in "abcdefg" for b in "abcdefg"}


@given(SAID, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_makes_no_difference(said: list[tuple[str, str, Verdict]], random: Random) -> None:
    """In any order, either way round and said twice, judgements amount to the same, or to the same error."""
    judgements = lines(*said)
    shuffled = [*judgements, *judgements]
    random.shuffle(shuffled)
    assert outcome(shuffled) == outcome(judgements)
    turned = [replace(each, left=each.right, right=each.left) for each in shuffled]
    assert isinstance(outcome(turned), str) == isinstance(outcome(judgements), str)


@given(SAID)
@settings(deadline=None)
def test_every_judgement_holds(said: list[tuple[str, str, Verdict]]) -> None:
    """What is said of two follows of them, unless judgements contradict one another."""
    try:
        found = judged(lines(*said))
    except JudgementError:
        return
    for one, other, verdict in said:
        assert found.verdict(one, other) is verdict or (verdict is UNSURE and found.verdict(one, other) in {YES, NO})


# ------------------------------------------------------------------------------------------------ canonical ids


def test_smallest_stays() -> None:
    """Of names that the knowledge base does not have the smallest stays."""
    assert canonical(judged(lines(("c", "b", YES), ("b", "d", YES))), known=set()) == {"c": "b", "d": "b"}


def test_known_stays() -> None:
    """The name of the knowledge base stays before smaller ones."""
    assert canonical(judged(lines(("a", "z", YES))), known={"z"}) == {"a": "z"}


def test_events_have_ids_of_their_own() -> None:
    """The id of an event is its earliest mention, whatever was judged."""
    assert canonical(judged(lines((EVENT, EVENT.replace("8", "7", 1), YES))), known=set()) == {}
