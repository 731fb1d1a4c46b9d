"""Clusters of scored pairs: what the mean of two clusters is taken of, and what keeps them apart."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.fusion.clusters import WHOLE, Beside, Verdicts, clusters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.resolve.fusion.clusters import Pair

LEAST = 0.4


def table(scores: Mapping[Pair, int]) -> dict[int, dict[int, int]]:
    """Scores both ways."""
    found: dict[int, dict[int, int]] = {n: {} for n in range(8)}
    for (a, b), value in scores.items():
        found[a][b] = found[b][a] = value
    return found


def never(_one: int, _other: int) -> bool:
    """Nothing is ruled out."""
    return False


def clustered(scores: Mapping[Pair, int], beside: Beside, verdicts: Verdicts | None = None) -> list[list[int]]:
    """The clusters of all places that have a score."""
    places = sorted({n for pair in scores for n in pair})
    return clusters(places, table(scores), beside, least=LEAST, verdicts=verdicts or Verdicts())


CHAIN = {(0, 1): 9000, (1, 2): 6000}


def test_what_was_not_looked_at_has_no_score() -> None:
    """Half of the pairs between a cluster and a place were not looked at: nothing speaks for these."""
    assert clustered(CHAIN, Beside(apart=never)) == [[0, 1], [2]]


def test_what_was_not_looked_at_counts_with_what_it_would_score() -> None:
    """What two would score counts, though they were not looked at."""
    assert clustered(CHAIN, Beside(apart=never, unseen=lambda _a, _b: 2500)) == [[0, 1, 2]]


def test_what_was_not_looked_at_brings_nothing_together() -> None:
    """Two clusters of which no pair was looked at stay two, whatever they would score."""
    pairs = {(0, 1): 9000, (2, 3): 9000}
    assert clustered(pairs, Beside(apart=never, unseen=lambda _a, _b: 9000)) == [[0, 1], [2, 3]]


def mean(one: Sequence[int], other: Sequence[int], scores: Mapping[Pair, int], beside: Beside) -> tuple[float, bool]:
    """The mean of two clusters as it is defined, and whether any pair of them was looked at."""
    pairs = [(min(a, b), max(a, b)) for a, b in product(one, other)]
    values = [scores.get(pair, beside.unseen(*pair) if beside.unseen else 0) for pair in pairs]
    return sum(values) / len(values), any(pair in scores for pair in pairs)


def as_defined(scores: Mapping[Pair, int], beside: Beside, joined: frozenset[Pair]) -> list[list[int]]:
    """The clusters by taking every mean anew before each step."""
    found = [[n] for n in sorted({n for pair in scores for n in pair})]
    for pair in sorted(joined):
        one, other = (next(cluster for cluster in found if n in cluster) for n in pair)
        if one is not other:
            found = sorted([*(c for c in found if c is not one and c is not other), sorted(one + other)])
    while True:
        steps = []
        for one, other in combinations(found, 2):
            value, seen = mean(one, other, scores, beside)
            barred = any(beside.apart(min(a, b), max(a, b)) for a, b in product(one, other))
            if seen and value >= LEAST * WHOLE and not barred:
                steps.append((-value, one, other))
        if not steps:
            return found
        _, one, other = min(steps)
        found = sorted([*(c for c in found if c is not one and c is not other), sorted(one + other)])


PAIRS = st.sampled_from(list(combinations(range(8), 2)))
SCORES = st.dictionaries(PAIRS, st.integers(10, 100).map(lambda n: n * 100), min_size=1)


def would(a: int, b: int) -> int:
    """What two places would score."""
    return 700 * a + 300 * b


@settings(deadline=None, max_examples=300)
@given(SCORES, st.sets(PAIRS, max_size=4), st.sampled_from([would, None]))
def test_means_are_kept_as_they_are_defined(
    scores: dict[Pair, int], parted: set[Pair], unseen: Callable[[int, int], int] | None
) -> None:
    """The sums that merging keeps give the clusters that taking every mean anew gives."""
    beside = Beside(apart=lambda a, b: (a, b) in parted, unseen=unseen)
    assert clustered(scores, beside) == as_defined(scores, beside, frozenset())


@settings(deadline=None, max_examples=100)
@given(SCORES, st.sampled_from([would, None]))
def test_means_are_kept_after_what_people_joined(
    scores: dict[Pair, int], unseen: Callable[[int, int], int] | None
) -> None:
    """The same where two places that have a score were joined first."""
    joined, beside = frozenset([max(scores)]), Beside(apart=never, unseen=unseen)
    assert clustered(scores, beside, Verdicts(joined=joined)) == as_defined(scores, beside, joined)
