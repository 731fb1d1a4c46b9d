"""Scored pairs → clusters, the same ones in whatever order the pairs come.

Pairs that score enough join readings to groups; within each group, clusters are merged by the mean score of all pairs
between them (average linkage, Sokal and Michener 1958), best first, ties by the order of the readings. What is ruled
out, and what people judged negative, is never in one cluster; what they judged positive is joined first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Pair = tuple[int, int]
WHOLE = 10_000  # the score 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What people decided, by places: pairs that are one, and pairs that are not, each with the smaller place first."""

    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()


def groups(places: Sequence[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """The connected components of ``places``, which are sorted, each sorted, by their first place."""
    leader = dict(zip(places, places, strict=True))

    def find(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    for one, other in pairs:
        early, late = find(one), find(other)
        if early > late:
            early, late = late, early
        leader[late] = early
    found: dict[int, list[int]] = defaultdict(list)
    for n in places:
        found[find(n)].append(n)
    return list(found.values())


def clusters(
    group: Sequence[int],
    scores: Mapping[int, Mapping[int, int]],
    apart: Callable[[int, int], bool],
    *,
    least: float,
    verdicts: Verdicts,
) -> list[list[int]]:
    """The clusters of one group, each sorted, by their first place.

    ``scores`` has the score of one place and another, both ways, in ten-thousandths, so that sums are exact; a pair
    that it lacks has 0. ``apart`` says of two places, the smaller one first, whether they are ruled out. ``least`` is
    the mean from which two clusters are one, 0 to 1.
    """
    if len(group) == 1:
        return [list(group)]
    inside = set(group)
    sums = {n: {m: value for m, value in scores.get(n, {}).items() if m in inside} for n in group}
    linkage = _Linkage(sums=sums, apart=apart, verdicts=verdicts, members={n: [n] for n in group})
    linkage.join(pair for pair in sorted(verdicts.joined) if inside.issuperset(pair))
    linkage.run(least * WHOLE)
    return sorted(sorted(members) for members in linkage.members.values())


@dataclass(slots=True, kw_only=True)
class _Linkage:
    """Average linkage under constraints; a cluster goes by the place that it began with."""

    sums: dict[int, dict[int, int]]
    apart: Callable[[int, int], bool]
    verdicts: Verdicts
    members: dict[int, list[int]]
    barred: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def join(self, pairs: Iterable[Pair]) -> None:
        """Joins the clusters of two places, whatever rules it out, but for what people parted."""
        home = {n: n for n in self.members}
        for pair in pairs:
            a, b = sorted(home[n] for n in pair)
            if a != b and not any(between in self.verdicts.parted for between in self._between(a, b)):
                home |= dict.fromkeys(self.members[b], a)
                self.merge(a, b)

    def run(self, least: float) -> None:
        """Merges the best pair as long as its mean is enough."""
        heap = [self._entry(a, b) for a in self.members for b in self.sums[a] if a < b and self._mean(a, b) >= least]
        heapq.heapify(heap)
        while heap:
            entry = heapq.heappop(heap)
            _, a, b = entry
            if a not in self.members or b not in self.members or entry != self._entry(a, b) or self._barred(a, b):
                continue
            self.merge(a, b)
            for other in self.sums[a]:
                pair = (a, other) if a < other else (other, a)
                if self._mean(*pair) >= least:
                    heapq.heappush(heap, self._entry(*pair))

    def merge(self, into: int, other: int) -> None:
        """Makes one cluster of two."""
        self.members[into] += self.members.pop(other)
        for third, value in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != into:
                self.sums[into][third] = self.sums[third][into] = self.sums[into].get(third, 0) + value
        for third in self.barred.pop(other, set()):
            self.barred[into].add(third)
            self.barred[third].add(into)

    def _barred(self, a: int, b: int) -> bool:
        """Whether anything between two clusters is ruled out; what is found is remembered."""
        if b in self.barred[a]:
            return True
        out = any(p in self.verdicts.parted or self.apart(*p) for p in self._between(a, b))
        if out:
            self.barred[a].add(b)
            self.barred[b].add(a)
        return out

    def _between(self, a: int, b: int) -> Iterator[Pair]:
        return ((x, y) if x < y else (y, x) for x in self.members[a] for y in self.members[b])

    def _mean(self, a: int, b: int) -> float:
        return self.sums[a][b] / (len(self.members[a]) * len(self.members[b]))

    def _entry(self, a: int, b: int) -> tuple[float, int, int]:
        return -self._mean(a, b), a, b
