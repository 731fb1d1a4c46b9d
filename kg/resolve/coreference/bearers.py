"""Which of several who bear a surname a text means by it alone: the one it speaks of.

News gives a person's whole name first and the surname after it; others of that surname, who are mentioned by the way,
keep their whole names.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_NEAR = 300  # characters: what was named so near before may be meant as well
# So many times as often as any other is the one named of whom a text speaks; of whom it speaks even where another was
# named just before.
_OFTENER, _MUCH_OFTENER = 3, 8


class Told:
    """Where persons are named in a text, by the places where the names begin."""

    def __init__(self) -> None:
        """Knows nobody yet."""
        self._named: list[tuple[int, str]] = []

    def add(self, place: int, entity: str) -> None:
        """Notes that a person is named at a place."""
        insort(self._named, (place, entity))

    def meant(self, place: int, bearers: Collection[str], leading: Collection[str] = ()) -> str | None:
        """The one of the bearers of a surname who is meant by it at a place; None where it may be another.

        It is the one named before, where the others come later. Of several named before, it is the one who is named
        much oftener, unless another was named just before; where none is, as in a headline, the one who is named first,
        and oftener. No other is meant than one who is ``leading`` a state, whom all news calls so.
        """
        meant = self._meant(place, bearers)
        return meant if not leading or meant in leading else None

    def _meant(self, place: int, bearers: Collection[str]) -> str | None:
        at = bisect_left(self._named, (place, ""))
        before = [each for each in self._named[:at] if each[1] in bearers]
        times = Counter(entity for _, entity in before)
        if len(times) == 1:
            return before[0][1]
        if not times:
            after = [each for each in self._named[at:] if each[1] in bearers]
            return _oftenest(Counter(entity for _, entity in after), after[0][1], 2)
        best = max(times, key=lambda entity: (times[entity], entity))
        near = {entity for start, entity in before if place - start <= _NEAR}
        return _oftenest(times, best, _OFTENER if near <= {best} else _MUCH_OFTENER)


def _oftenest(times: Counter[str], best: str, oftener: int) -> str | None:
    others = max(n for entity, n in times.items() if entity != best)
    return best if times[best] >= oftener * others else None
