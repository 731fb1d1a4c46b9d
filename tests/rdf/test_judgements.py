"""The graph of judgements: a copy of what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pyoxigraph import NamedNode

from kg.ids import KG, Ids
from kg.model import Judgement, Verdict
from kg.rdf import judgement_quads, judgements

if TYPE_CHECKING:
    from random import Random

EVENTS = Judgement(
    left="0123456789abcdef-8-12",
    right="fedcba9876543210-40-45",
    verdict=Verdict.NEGATIVE,
    who="ada",
    when="2024-03-05",
    why="two grants",
)


def told(judgement: Judgement) -> set[tuple[str, str]]:
    """The predicates and objects of its node, by local names."""
    quads = judgement_quads([judgement], Ids())
    assert len({quad.subject for quad in quads}) == 1
    assert {quad.graph_name for quad in quads} == {NamedNode(Ids().graph("judgements"))}
    return {(q.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1], getattr(q.object, "value", "")) for q in quads}


def test_judgement() -> None:
    """A judgement says what it is about, what was decided, who did so, when and why."""
    assert told(EVENTS) == {
        ("type", KG + "Judgement"),
        ("judges", "https://w3id.org/newskg/event/0123456789abcdef-8-12"),
        ("judges", "https://w3id.org/newskg/event/fedcba9876543210-40-45"),
        ("verdict", KG + "negativeVerdict"),
        ("creator", "ada"),
        ("date", "2024-03-05"),
        ("comment", "two grants"),
    }


def test_bare_judgement() -> None:
    """Who, when and why are left out where nobody told them; entities are entities."""
    assert told(Judgement(left="norland", right="state-nd", verdict=Verdict.POSITIVE)) == {
        ("type", KG + "Judgement"),
        ("judges", "https://w3id.org/newskg/entity/norland"),
        ("judges", "https://w3id.org/newskg/entity/state-nd"),
        ("verdict", KG + "positiveVerdict"),
    }


@pytest.mark.parametrize(
    "other",
    [replace(EVENTS, verdict=Verdict.UNSURE), replace(EVENTS, who="bo"), replace(EVENTS, right="fedcba9876543210-1-2")],
)
def test_two_judgements(other: Judgement) -> None:
    """Judgements that differ have nodes of their own."""
    assert len({quad.subject for quad in judgement_quads([EVENTS, other], Ids())}) == 2


NAMES = st.sampled_from("abcd")
SAID = st.lists(st.builds(Judgement, left=NAMES, right=NAMES, verdict=st.sampled_from(Verdict), who=NAMES), max_size=6)


@given(SAID, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_makes_no_difference(said: list[Judgement], random: Random) -> None:
    """Lines in another order, twice, turned round or on other lines give the same quads, sorted."""
    shuffled = [replace(each, left=each.right, right=each.left, line=7) for each in said] + said
    random.shuffle(shuffled)
    quads = judgement_quads(shuffled, Ids())
    assert quads == judgement_quads(said, Ids()) == sorted(quads, key=str)


@given(
    st.lists(
        st.builds(
            Judgement,
            left=st.just("a"),
            right=st.just("b"),
            verdict=st.sampled_from(Verdict),
            who=st.text("ä, \n", max_size=3),
            when=NAMES,
            why=st.text('"\\é', max_size=3),
        ),
        unique=True,
    )
)
@settings(deadline=None)
def test_graph_is_read_back(said: list[Judgement]) -> None:
    """The graph of judgements gives the judgements that it was made from."""
    assert set(judgements(judgement_quads(said, Ids()))) == set(said)
