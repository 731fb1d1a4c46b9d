"""When there was suddenly more: bursts of an actor or a kind of event."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import lgamma, log
from typing import TYPE_CHECKING

from kg.analyse.measures.simple import DIGITS, Period, day, events, node, start, stretch
from kg.analyse.records import Records
from kg.errors import ConfigError

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """A stretch of periods with more events than usual; ``rank`` 1 is the strongest.

    ``since`` and ``until`` are the first days of its first and last period. ``events`` of ``total`` are of the actor or
    type; ``usual`` is their share, 0 to 1, over all periods. ``weight``, above 0, is how much more likely, in natural
    logarithms, these numbers are in a burst than out of one.
    """

    rank: int
    since: date
    until: date
    events: int
    total: int
    usual: float
    weight: float


def bursts(  # noqa: PLR0913 (a setting each, by keyword)
    network: nx.MultiDiGraph[str],
    *,
    actor: str | None = None,
    types: tuple[str, ...] | None = None,
    by: Period = "week",
    times: float = 2.0,
    gamma: float = 1.0,
) -> Records[Burst]:
    """The bursts of an actor, or of events of some types, among all events: the strongest first, then the earliest.

    The automaton of two states of Kleinberg 2002 (its form for batches): in a burst an event is of the actor ``times``
    as often as usual (above 1), and to enter one costs ``gamma`` (0 or more) times the logarithm of the number of
    periods. A type takes its modes in. Events count as in ``balance``; periods without any are left out.

    >>> import networkx as nx
    >>> network = nx.MultiDiGraph()
    >>> days = [*[("a", f"2024-01-{n:02}") for n in range(1, 29)], *[("z", f"2024-01-1{n % 3}") for n in range(30)]]
    >>> for n, (who, on) in enumerate(days):
    ...     _ = network.add_edge(who, "b", f"event:{n}", latest=on)
    >>> found = bursts(network, actor="z", by="day", times=1.7)
    >>> [(row.since.isoformat(), row.until.isoformat(), row.events) for row in found]
    [('2024-01-10', '2024-01-12', 30)]

    :raises NotFoundError: when there is no such actor; the message names the nearest.
    :raises ConfigError: when neither actor nor types are given, or a number is out of range.
    """
    if (actor is None and not types) or times <= 1 or gamma < 0:
        message = "bursts need an actor or types, times above 1 and a gamma of 0 or more"
        raise ConfigError(message)
    whose = None if actor is None else node(network, actor)
    total, wanted = _counted(network, whose, types, by)
    if not wanted:
        return Records(Burst)
    days = [each for each in stretch(min(total), max(total), by) if total[each]]
    counts = [(wanted[each], total[each]) for each in days]
    usual = wanted.total() / total.total()
    gains = [_gain(few, all_, usual, min(times * usual, _MOST)) for few, all_ in counts]
    runs = _runs(gains, gamma * log(len(days)) if len(days) > 1 else 0.0)
    weights = {run: round(sum(gains[run[0] : run[1] + 1]), DIGITS) for run in runs}
    return Records(
        Burst,
        (
            Burst(
                rank=rank,
                since=days[first],
                until=days[last],
                events=sum(few for few, _ in counts[first : last + 1]),
                total=sum(all_ for _, all_ in counts[first : last + 1]),
                usual=round(usual, DIGITS),
                weight=weights[first, last],
            )
            for rank, (first, last) in enumerate(sorted(runs, key=lambda run: (-weights[run], run)), start=1)
        ),
    )


_MOST = 0.9999  # a share of 1 would make any other event impossible


def _counted(
    network: nx.MultiDiGraph[str], whose: str | None, types: tuple[str, ...] | None, by: str
) -> tuple[Counter[date], Counter[date]]:
    """All events of each period, and those that are looked for."""
    total: dict[str, date] = {}
    wanted: set[str] = set()
    for source, target, event, data in events(network):
        if (on := day(data)) is None:
            continue
        total[event] = start(on, by)
        code = str(data.get("event_type", ""))
        of_type = types is None or code in types or code.partition("-")[0] in types
        if of_type and (whose is None or whose in {source, target}):
            wanted.add(event)
    return Counter(total.values()), Counter(total[event] for event in wanted)


def _gain(few: int, all_: int, usual: float, often: float) -> float:
    """How much more likely ``few`` of ``all_`` are at the share ``often`` than at ``usual``, as a logarithm."""
    return _likely(few, all_, often) - _likely(few, all_, min(usual, _MOST))


def _likely(few: int, all_: int, share: float) -> float:
    ways = lgamma(all_ + 1) - lgamma(few + 1) - lgamma(all_ - few + 1)
    return ways + few * log(share) + (all_ - few) * log(1 - share)


def _runs(gains: list[float], cost: float) -> list[tuple[int, int]]:
    """The stretches that the cheapest way through the automaton spends in its second state (Viterbi)."""
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
    states.reverse()
    found: list[tuple[int, int]] = []
    for place, burst in enumerate(states):
        if burst and place and states[place - 1]:
            found[-1] = (found[-1][0], place)
        elif burst:
            found.append((place, place))
    return found
