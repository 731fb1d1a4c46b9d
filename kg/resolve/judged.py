"""What judgements amount to together: what they make one, what they keep apart, and where they contradict one another.

Positive judgements join, transitively; a negative one keeps two such groups apart. Neither depends on the order in
which they stand. After nomenklatura's resolver.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import JudgementError
from kg.ids import is_event
from kg.model import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

_FILE = "judgements.csv"


@dataclass(frozen=True, slots=True)
class Judged:
    """What judgements that do not contradict one another amount to."""

    leader: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    unsure: frozenset[frozenset[str]]

    def of(self, one: str) -> str:
        """The smallest of all the ids that positive judgements make one with this one."""
        return self.leader.get(one, one)

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What follows from the judgements for two ids; None where they say nothing.

        >>> said = [("a", "b", "positive"), ("b", "c", "positive"), ("c", "d", "negative")]
        >>> found = judged(Judgement(left=a, right=b, verdict=Verdict(verdict)) for a, b, verdict in said)
        >>> found.verdict("a", "c").value, found.verdict("a", "d").value, found.verdict("a", "e")
        ('positive', 'negative', None)
        """
        if self.of(one) == self.of(other):
            return Verdict.POSITIVE
        if frozenset({self.of(one), self.of(other)}) in self.apart:
            return Verdict.NEGATIVE
        return Verdict.UNSURE if frozenset({one, other}) in self.unsure else None

    def groups(self) -> list[list[str]]:
        """The ids that are one, by positive judgements; all sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for one, leader in sorted(self.leader.items()):
            found[leader].append(one)
        return [group for _, group in sorted(found.items()) if len(group) > 1]


def judged(judgements: Iterable[Judgement]) -> Judged:
    """What judgements amount to, in whatever order they stand.

    :raises JudgementError: when one is about an id and itself, about an event and an entity, or when they contradict
        one another; the message names their lines.
    """
    found = sorted(judgements, key=lambda each: (each.line, each.left, each.right, each.verdict))
    for each in found:
        _means_something(each)
    leader = _leaders(found)
    for each in found:
        if each.verdict is Verdict.NEGATIVE and leader[each.left] == leader[each.right]:
            raise _contradiction(each, found)
    return Judged(
        leader=leader,
        apart=frozenset(
            frozenset({leader[each.left], leader[each.right]}) for each in found if each.verdict is Verdict.NEGATIVE
        ),
        unsure=frozenset(frozenset({each.left, each.right}) for each in found if each.verdict is Verdict.UNSURE),
    )


def unknown(judgements: Iterable[Judgement], *, known: Callable[[str], bool]) -> None:
    """Refuses judgements about what does not exist; ``known`` tells of a local name whether it does.

    :raises JudgementError: when there are such; the message names their lines.
    """
    strange = [(each, name) for each in judgements for name in (each.left, each.right) if not known(name)]
    if strange:
        kind, name = ("event" if is_event(strange[0][1]) else "entity"), strange[0][1]
        message = (
            f"{_lines(each for each, _ in strange)}: this graph has no {kind} {name!r}; take the "
            "judgement back with `kg judge LEFT RIGHT --undo`, or build the document that it is about"
        )
        raise JudgementError(message)


def canonical(found: Judged, *, known: Collection[str]) -> dict[str, str]:
    """From each entity that lost its place by a judgement to the one in which it is: local names both.

    The one that stays is that of ``known``, the names of the knowledge base, else the smallest.
    """
    out: dict[str, str] = {}
    for group in found.groups():
        if not is_event(group[0]):
            first = min(group, key=lambda name: (name not in known, name))
            out |= {name: first for name in group if name != first}
    return out


def _means_something(judgement: Judgement) -> None:
    left, right = judgement.left, judgement.right
    if left == right:
        message = f"{_at(judgement)}: {left!r} stands on both sides; expected two ids"
        raise JudgementError(message)
    if is_event(left) != is_event(right):
        message = f"{_at(judgement)}: {left!r} and {right!r} are an event and an entity; expected two of a kind"
        raise JudgementError(message)


def _leaders(judgements: Collection[Judgement]) -> dict[str, str]:
    """The smallest id of each group, by union and find over the positive judgements."""
    leader = {name: name for each in judgements for name in (each.left, each.right)}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for each in judgements:
        if each.verdict is Verdict.POSITIVE:
            first, second = sorted((find(each.left), find(each.right)))
            leader[second] = first
    return {name: find(name) for name in leader}


def _contradiction(negative: Judgement, judgements: Collection[Judgement]) -> JudgementError:
    chain = _chain(negative, judgements)
    return JudgementError(
        f"{_at(negative)} keeps {negative.left!r} and {negative.right!r} apart, but they are one by {_lines(chain)}; "
        "take one of these judgements back with `kg judge LEFT RIGHT --undo`"
    )


def _chain(negative: Judgement, judgements: Collection[Judgement]) -> list[Judgement]:
    """The fewest positive judgements that lead from one side of a negative one to the other."""
    beside: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        if each.verdict is Verdict.POSITIVE:
            beside[each.left].append(each)
            beside[each.right].append(each)
    came: dict[str, list[Judgement]] = {negative.left: []}
    waiting = deque([negative.left])
    while negative.right not in came:
        here = waiting.popleft()
        for each in beside[here]:
            there = each.right if each.left == here else each.left
            if there not in came:
                came[there] = [*came[here], each]
                waiting.append(there)
    return came[negative.right]


def _at(judgement: Judgement) -> str:
    return f"{_FILE}, line {judgement.line}" if judgement.line else "this judgement"


def _lines(judgements: Iterable[Judgement]) -> str:
    """Where they stand: "…, line 3", "…, lines 3 and 5", "…, lines 3, 5 and 8"; one to be is "this judgement"."""
    numbers = sorted({each.line for each in judgements})
    told = [str(number) for number in numbers if number]
    many = f"lines {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(f"line {n}" for n in told)
    return " and ".join(part for part in (many and f"{_FILE}, {many}", "" if numbers[0] else "this judgement") if part)
