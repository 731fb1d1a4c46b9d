"""The automaton of two states of Kleinberg 2002, "Bursty and hierarchical structure in streams", for batches."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 0.9999  # a share of 1 would make any other event impossible


def runs(counts: Sequence[tuple[int, int]], *, times: float, gamma: float) -> list[tuple[int, int, float]]:
    """The bursts in ``counts``, how many of all in each batch: the places of the first and last batch, and the weight.

    In a burst one of all is looked for ``times`` as often as over all batches; to enter one costs ``gamma`` times the
    logarithm of the number of batches. The weight, above 0, is the gain in likelihood, as a natural logarithm.

    >>> runs([(1, 10), (9, 10), (8, 10), (1, 10), (0, 10), (0, 10)], times=2.0, gamma=1.0)
    [(1, 2, 9.91...)]
    """
    few, every = sum(few for few, _ in counts), sum(every for _, every in counts)
    cost = gamma * log(len(counts)) if counts else 0.0
    if few * log(times) <= cost:  # the most that it could gain
        return []
    usual = min(few / every, _MOST)
    often = min(times * usual, _MOST)
    gains = [_gain(*each, usual, often) for each in counts]
    return [(first, last, sum(gains[first : last + 1])) for first, last in _stretches(_states(gains, cost))]


def _gain(few: int, every: int, usual: float, often: float) -> float:
    """How much more likely ``few`` of ``every`` are at the share ``often`` than at ``usual``, as a logarithm.

    The number of ways to choose them is the same for both, and falls out.
    """
    return few * log(often / usual) + (every - few) * log((1 - often) / (1 - usual))


def _states(gains: Sequence[float], cost: float) -> list[bool]:
    """Whether each batch is in a burst, on the cheapest way through the automaton (Viterbi 1967)."""
    low, high = 0.0, float("-inf")
    came: list[tuple[bool, bool]] = []
    for gain in gains:
        from_low, from_high = low - cost > high, high > low
        came.append((from_high, not from_low))
        low, high = max(low, high), max(low - cost, high) + gain
    at, states = high > low, []
    for to_low, to_high in reversed(came):
        states.append(at)
        at = to_high if at else to_low
    return states[::-1]


def _stretches(states: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, burst in enumerate(states):
        if burst and place and states[place - 1]:
            found[-1] = (found[-1][0], place)
        elif burst:
            found.append((place, place))
    return found
