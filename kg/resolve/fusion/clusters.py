"""Scored pairs → clusters, the same ones in whatever order the pairs come.

Pairs that score enough join readings to groups; within each group, clusters are merged by the mean score of all pairs
between them (average linkage, Sokal and Michener 1958), best first, ties by the order of the readings. Pairs that were
not looked at count with the score that they would have, not as if nothing spoke for them. What is ruled out, and what
people judged negative, is never in one cluster; what they judged positive is joined first.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is asked of places beside their scores.

    ``apart`` says of two, the smaller one first, whether they are ruled out. ``unseen`` gives what two would score that
    were not looked at, in ten-thousandths; without it, that is 0.
    """

    apart: Callable[[int, int], bool]
    unseen: Callable[[int, int], int] | None = None


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
    beside: Beside,
    *,
    least: float,
    verdicts: Verdicts,
) -> list[list[int]]:
    """The clusters of one group, each sorted, by their first place.

    ``scores`` has the scores of places of the group, both ways, in ten-thousandths, so that sums are exact; what it
    lacks is asked of ``beside``, but of clusters of which it has no pair. ``least`` is the mean from which two clusters
    are one, 0 to 1.
    """
    if len(group) == 1:
        return [list(group)]
    inside = set(group)
    sums = {n: {m: value for m, value in scores.get(n, {}).items() if m in inside} for n in group}
    linkage = _Linkage(
        sums=sums,
        beside=beside,
        verdicts=verdicts,
        members={n: [n] for n in group},
        home=dict(zip(group, group, strict=True)),
    )
    linkage.join(pair for pair in sorted(verdicts.joined) if inside.issuperset(pair))
    linkage.run(least * WHOLE)
    return sorted(sorted(members) for members in linkage.members.values())


@dataclass(slots=True, kw_only=True)
class _Linkage:
    """Average linkage under constraints; a cluster goes by the place that it began with.

    ``sums`` are those of the scores between clusters of which some pair was looked at, ``home`` is the cluster of each
    place.
    """

    sums: dict[int, dict[int, int]]
    beside: Beside
    verdicts: Verdicts
    members: dict[int, list[int]]
    home: dict[int, int]
    barred: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def join(self, pairs: Iterable[Pair]) -> None:
        """Joins the clusters of two places, whatever rules it out, but for what people parted."""
        for pair in pairs:
            a, b = sorted(self.home[n] for n in pair)
            if a != b and not any(between in self.verdicts.parted for between in self._between(a, b)):
                self.merge(a, b)

    def run(self, least: float) -> None:
        """Merges the best pair as long as its mean is enough."""
        heap = [entry for a in self.members for entry in self._entries(a, least) if entry[1] == a]
        heapq.heapify(heap)
        while heap:
            entry = heapq.heappop(heap)
            _, a, b = entry
            if a not in self.members or b not in self.members or entry != self._entry(a, b) or self._barred(a, b):
                continue
            self.merge(a, b)
            for entry in self._entries(a, least):
                heapq.heappush(heap, entry)

    def merge(self, into: int, other: int) -> None:
        """Makes one cluster of two."""
        mine, theirs = self.sums[into], self.sums.pop(other)
        mine.pop(other, None)
        theirs.pop(into, None)
        for third in mine.keys() - theirs.keys() if self.beside.unseen else ():
            mine[third] = self.sums[third][into] = mine[third] + self._filled(other, third)
        for third, value in theirs.items():
            del self.sums[third][other]
            known = mine[third] if third in mine else self._filled(into, third)
            mine[third] = self.sums[third][into] = known + value
        self.home |= dict.fromkeys(self.members[other], into)
        self.members[into] += self.members.pop(other)
        for third in self.barred.pop(other, set()):
            self.barred[into].add(third)
            self.barred[third].add(into)

    def _filled(self, a: int, b: int) -> int:
        """The sum between two clusters of which no pair was looked at."""
        unseen = self.beside.unseen
        return sum(unseen(x, y) for x, y in self._between(a, b)) if unseen else 0

    def _barred(self, a: int, b: int) -> bool:
        """Whether anything between two clusters is ruled out; what is found is remembered."""
        if b in self.barred[a]:
            return True
        out = any(p in self.verdicts.parted or self.beside.apart(*p) for p in self._between(a, b))
        if out:
            self.barred[a].add(b)
            self.barred[b].add(a)
        return out

    def _between(self, a: int, b: int) -> Iterator[Pair]:
        return ((x, y) if x < y else (y, x) for x in self.members[a] for y in self.members[b])

    def _entries(self, a: int, least: float) -> Iterator[tuple[float, int, int]]:
        """The pairs of one cluster with others of which the mean is enough, as they stand in the heap."""
        size, members = len(self.members[a]), self.members
        for b, total in self.sums[a].items():
            mean = total / (size * len(members[b]))
            if mean >= least:
                yield (-mean, a, b) if a < b else (-mean, b, a)

    def _entry(self, a: int, b: int) -> tuple[float, int, int]:
        return -self.sums[a][b] / (len(self.members[a]) * len(self.members[b])), a, b
