"""What changed: two networks of different times beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kg.analyse.measures.simple import DIGITS, counted, events, label
from kg.analyse.records import Records

if TYPE_CHECKING:
    import networkx as nx

What = Literal["new", "gone", "more", "fewer", "turned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed between two actors: events ``before`` and ``after``, and the means of their intensities.

    ``what``: new (none before), gone (none after), more, fewer, or turned (as many, of another mean intensity).
    """

    rank: int
    left: str
    left_label: str
    right: str
    right_label: str
    what: What
    before: int
    after: int
    intensity_before: float | None
    intensity_after: float | None


def changes(before: nx.MultiDiGraph[str], after: nx.MultiDiGraph[str]) -> Records[Change]:
    """The pairs of actors whose dealings differ between two networks, those that differ most first, then by id.

    The networks are projections of two stretches of time, equally long if numbers are to be compared. ``left`` is the
    first of the two by id; an event counts once for a pair, loops never. Pairs that stayed as they were are left out.

    >>> import networkx as nx
    >>> old, new = nx.MultiDiGraph([("a", "b")]), nx.MultiDiGraph([("b", "a"), ("b", "a"), ("c", "a")])
    >>> [(row.left, row.right, row.what, row.before, row.after) for row in changes(old, new)]
    [('a', 'b', 'more', 1, 2), ('a', 'c', 'new', 0, 1)]
    """
    old, new = _pairs(before), _pairs(after)
    found = []
    for pair in sorted({*old, *new}):
        was, now = old.get(pair, {}), new.get(pair, {})
        means = _mean(was), _mean(now)
        if (what := _what(len(was), len(now), turned=means[0] != means[1])) is not None:
            found.append((pair, what, len(was), len(now), means))
    found.sort(key=lambda row: (-abs(row[3] - row[2]), row[0]))
    return Records(
        Change,
        (
            Change(
                rank=rank,
                left=left,
                left_label=label(after if left in after else before, left),
                right=right,
                right_label=label(after if right in after else before, right),
                what=what,
                before=was_count,
                after=now_count,
                intensity_before=means[0],
                intensity_after=means[1],
            )
            for rank, ((left, right), what, was_count, now_count, means) in enumerate(found, start=1)
        ),
        f"{counted(len(_events(old)), 'event')} before, {counted(len(_events(new)), 'event')} after"
        + ("" if found else "; no two actors deal otherwise than they did"),
    )


def _pairs(network: nx.MultiDiGraph[str]) -> dict[tuple[str, str], dict[str, dict[str, Any]]]:
    found: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for source, target, event, data in events(network):
        if source != target:
            found.setdefault((min(source, target), max(source, target)), {})[event] = data
    return found


def _events(pairs: dict[tuple[str, str], dict[str, dict[str, Any]]]) -> set[str]:
    return {event for found in pairs.values() for event in found}


def _mean(found: dict[str, dict[str, Any]]) -> float | None:
    known = sorted(float(data["intensity"]) for data in found.values() if "intensity" in data)
    return round(sum(known) / len(known), DIGITS) if known else None


def _what(before: int, after: int, *, turned: bool) -> What | None:
    if not before or not after:
        return "new" if after else "gone"
    if before != after:
        return "more" if after > before else "fewer"
    return "turned" if turned else None
