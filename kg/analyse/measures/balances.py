"""How a relation turns: cooperation and conflict between two actors, over time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from kg.analyse.event_types import quad_classes
from kg.analyse.measures.simple import DIGITS, Period, counted, day, events, label, node, start, stretch
from kg.analyse.names import one_of
from kg.analyse.records import Records

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What two actors did in one period, which begins on the day ``since``; an event counts once.

    ``balance`` is the number of cooperative less that of conflictual events; ``intensity`` is the mean of the events'
    intensities (Goldstein, -10 to +10), None where no event has one. PLOVER counts REQUEST as verbal conflict.
    """

    rank: int
    since: date
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    balance: int
    intensity: float | None


def balance(network: nx.MultiDiGraph[str], left: str, right: str, *, by: Period = "month") -> Records[Balance]:
    """What two actors did to one another in each ``week`` (from Monday), ``month`` or ``day``, earliest first.

    Periods between the first and the last event are all there, those without events too. An event counts on the first
    day that it can have begun, else the last that it can have ended; one without dates is left out. Quad classes and
    intensities are those of PLOVER (Halterman and others 2023) and Goldstein 1992. Actors are given by id or label.

    >>> import networkx as nx
    >>> network = nx.MultiDiGraph()
    >>> asked = {"event_type": "REQUEST", "latest": "2024-03-02", "intensity": -2.0}
    >>> _ = network.add_edge("a", "b", "event:1", **asked)
    >>> [(row.since.isoformat(), row.verbal_conflict, row.balance, row.intensity) for row in balance(network, "b", "a")]
    [('2024-03-01', 1, -1, -2.0)]

    :raises NotFoundError: when there is no such actor; the message names the nearest.
    :raises ConfigError: when ``by`` is no period.
    """
    one_of("period", by, get_args(Period))
    pair = (node(network, left), node(network, right))
    found: dict[str, dict[str, Any]] = {
        event: data
        for source, target, event, data in events(network)
        if source != target and {source, target} == {*pair}
    }
    periods: dict[date, list[dict[str, Any]]] = {}
    for data in found.values():
        if (on := day(data)) is not None:
            periods.setdefault(start(on, by), []).append(data)
    note = _note(network, pair, len(found), sum(map(len, periods.values())))
    days = stretch(min(periods), max(periods), by) if periods else []
    rows = (_row(rank, since, periods.get(since, [])) for rank, since in enumerate(days, start=1))
    return Records(Balance, rows, note)


def _note(network: nx.MultiDiGraph[str], pair: tuple[str, str], found: int, dated: int) -> str:
    """What the rows leave out, or why there are none; and how requests count."""
    if pair[0] == pair[1]:
        return f"{label(network, pair[0])} is both of the two; expected two actors"
    between = " and ".join(label(network, name) for name in pair)
    if not found:
        return f"no event is between {between}"
    if not dated:
        return f"{between} have {counted(found, 'event')}, none with a date"
    left_out = f"Left out, without a date: {counted(found - dated, 'event')}. " if found > dated else ""
    return f"{left_out}PLOVER counts REQUEST as verbal conflict."


def _row(rank: int, since: date, found: list[dict[str, Any]]) -> Balance:
    classes = Counter(quad_class(str(data.get("event_type", ""))) for data in found)
    intensities = sorted(float(data["intensity"]) for data in found if "intensity" in data)
    together = classes["verbalCooperation"] + classes["materialCooperation"]
    against = classes["verbalConflict"] + classes["materialConflict"]
    return Balance(
        rank=rank,
        since=since,
        events=len(found),
        verbal_cooperation=classes["verbalCooperation"],
        material_cooperation=classes["materialCooperation"],
        verbal_conflict=classes["verbalConflict"],
        material_conflict=classes["materialConflict"],
        balance=together - against,
        intensity=round(sum(intensities) / len(intensities), DIGITS) if intensities else None,
    )


def quad_class(code: str) -> str:
    """The quad class of an event type or mode; a mode that has none of its own has that of its type; else empty.

    >>> quad_class("AID"), quad_class("")
    ('materialCooperation', '')
    """
    classes = quad_classes()
    return classes.get(code) or classes.get(code.partition("-")[0], "")
