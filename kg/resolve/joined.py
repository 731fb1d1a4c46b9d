"""Clusters by union and find, under what people judged: positive pairs first, and never over a negative one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import place
from kg.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import EventReading, Judgement


class Joined:
    """The places of readings, and to which cluster each belongs: that of its first place."""

    def __init__(self, readings: Sequence[EventReading], judgements: Iterable[Judgement]) -> None:
        """Each reading by itself, but for what is judged; judgements about anything else are passed over."""
        at = {place(reading.mention): n for n, reading in enumerate(readings)}
        self._leader = list(range(len(readings)))
        self._apart: dict[int, set[int]] = {}
        said = [(at[j.left], at[j.right], j.verdict) for j in judgements if j.left in at and j.right in at]
        for one, other, verdict in sorted(said):
            if verdict is Verdict.POSITIVE:
                self.join(one, other)
        for one, other, verdict in said:
            if verdict is Verdict.NEGATIVE:
                self._apart.setdefault(self.of(one), set()).add(self.of(other))
                self._apart.setdefault(self.of(other), set()).add(self.of(one))

    def of(self, one: int) -> int:
        """The first place of a cluster."""
        while self._leader[one] != one:
            self._leader[one] = self._leader[self._leader[one]]
            one = self._leader[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Makes the clusters of two places one, unless they are kept apart."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second or second in self._apart.get(first, ()):
            return
        self._leader[second] = first
        for third in self._apart.pop(second, set()):
            self._apart[third] = self._apart[third] - {second} | {first}
            self._apart.setdefault(first, set()).add(third)
