"""The picture of any measure, by the name that ``kg analyse`` gives it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from kg.draw.lettering import distinct, readable
from kg.draw.measures.balances import balance
from kg.draw.measures.chain import chain
from kg.draw.measures.grouped import groups
from kg.draw.measures.intervals import Interval, intervals, share, until
from kg.draw.measures.matrix import matrix
from kg.draw.measures.pairs import before_after, mutual
from kg.draw.measures.ranking import Bar, ranking
from kg.draw.measures.threes import census, triangles
from kg.draw.style import KINDS, OTHER
from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import networkx as nx

    from kg.analyse.evidence import Evidence
    from kg.draw.sheet import Sheet

CENTRALITIES = {
    "degree": ("Who takes part in most events", "A bar is the number of events with another, in and out."),
    "in": ("To whom most is done", "A bar is the number of events that others direct at an actor."),
    "out": ("Who does most", "A bar is the number of events that an actor directs at others."),
    "partners": ("Who deals with most others", "A bar is the number of others with whom an actor has an event."),
    "pagerank": ("Who is acted on by those who count", "A bar is the PageRank (Brin and Page 1998); all add to 1."),
    "betweenness": (
        "Who lies on the shortest paths",
        "A bar is the share, 0 to 1, of pairs of others whose shortest paths lead through an actor (Freeman 1977).",
    ),
}
BETWEEN = (
    "A bar counts the pairs that an actor stands between, where the first has no event on the last.",
    "Gatekeeper: the first is of another group; representative: the last is; consultant: the actor is;",
    "coordinator: all are of one group; liaison: of three (Gould and Fernandez 1989).",
)
ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")


def measured(  # noqa: PLR0913 (what the measures were asked with, by keyword)
    name: str,
    rows: Sequence[Any],
    *,
    scope: str = "",
    names: Sequence[str] = (),
    by: str = "month",
    measure: str = "",
    network: nx.Graph[str] | None = None,
    evidence: Sequence[Sequence[Evidence]] = (),
    limit: int | None = None,
) -> Sheet:
    """The picture of the records of a measure, which ``name`` is as in ``kg analyse``.

    ``scope`` is what the caption says of the filters; ``names`` are those of the actors that were asked for, or of the
    two stretches of time; ``by`` is the period, ``measure`` which centrality. Communities need the ``network`` that
    they are of, and bursts stand on its days; a path shows the ``evidence`` of each step. ``limit`` is the most rows,
    pairs or actors that are drawn.

    :raises ConfigError: when there are no rows, or the measure has no picture.
    """
    if name == "centrality":
        name = measure or "pagerank"
    if name not in MEASURES:
        message = f"measure {name!r} has no picture; expected one of {', '.join(sorted(MEASURES))}"
        raise ConfigError(message)
    if not rows:
        message = f"there is nothing to draw: {name} gives no row; widen the filters: {scope or 'factuality'}"
        raise ConfigError(message)
    asked = {"scope": scope, "names": tuple(names), "by": by, "network": network, "evidence": evidence, "limit": limit}
    return MEASURES[name](rows, asked)


def _names(rows: Sequence[Any]) -> dict[str, str]:
    return distinct({row.id: row.label for row in rows})


def _said(first: str, scope: str) -> str:
    return f"newskg: {first}{', ' + scope if scope else ''}."


def _centrality(name: str, rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    title, about = CENTRALITIES[name]
    names = _names(rows)
    bars = [Bar(words=names[row.id], parts=(row.score,), sign=KINDS.get(row.type, OTHER)) for row in rows]
    return ranking(
        bars, title=title, caption=(_said("actors by their events", asked["scope"]), about), limit=asked["limit"]
    )


def _cores(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    names = _names(rows)
    bars = [Bar(words=names[row.id], parts=(row.core,), sign=KINDS.get(row.type, OTHER)) for row in rows]
    about = "A bar is k: the actor is of a core in which each deals with k others at least (Seidman 1983)."
    caption = (_said("actors by their events", asked["scope"]), about)
    return ranking(bars, title="Who belongs to the core", caption=caption, limit=asked["limit"])


def _brokers(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    names = _names(rows)
    bars = [
        Bar(
            words=names[row.id],
            parts=tuple(float(getattr(row, role)) for role in ROLES),
            sign=KINDS.get(row.type, OTHER),
        )
        for row in rows
    ]
    caption = (_said("actors by their events", asked["scope"]), *BETWEEN)
    return ranking(bars, title="Who stands between others", caption=caption, parts=ROLES, limit=asked["limit"])


def _speaking(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    bars = [
        Bar(
            words=f"{readable(row.speaker_label, longest=36)} for {readable(row.body_label, longest=36)}",
            parts=(row.claims,),
            after=f"in {row.documents:,} document{'' if row.documents == 1 else 's'}",
        )
        for row in rows
    ]
    caption = ("newskg: claims made on behalf of a body, whatever they amount to.",)
    return ranking(bars, title="Who speaks for whom", caption=caption, what="pairs", limit=asked["limit"])


def _speakers(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    cells: dict[tuple[str, str], float] = {}
    for row in rows:
        place = row.speaker_label, row.about_label
        cells[place] = cells.get(place, 0) + row.claims
    caption = (_said("claims by who makes them and whom they are about, whatever they amount to", asked["scope"]),)
    title = "Who speaks about whom"
    return matrix(cells, title=title, caption=caption, across="about →", limit=asked["limit"])


def _bursts(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    names, by = asked["names"], asked["by"]
    whose = names[0] if names else "events"
    shown = [
        Interval(
            label=getattr(row, "label", "") or whose,
            since=row.since,
            until=until(row.until, by),
            words=share(row.events, row.total, row.usual),
            weight=row.weight,
        )
        for row in rows
    ]
    title = f"When there was more than usual{f' of {readable(names[0])}' if names else ''}"
    about = f"A bar is a burst, by {by} (Kleinberg 2002); the thicker, the stronger."
    caption = (_said("events", asked["scope"]), about)
    days = _days(asked["network"])
    first, last = (days[0], days[-1]) if days else (None, None)
    return intervals(shown, title=title, caption=caption, first=first, last=last, limit=asked["limit"])


def _days(network: nx.Graph[str] | None) -> list[date]:
    """The days of a network's events, in order."""
    if network is None:
        return []
    told = {data.get("earliest") or data.get("latest") for _, _, data in network.edges(data=True)}
    return sorted(date.fromisoformat(str(each)) for each in told if each)


def _communities(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    if asked["network"] is None:
        message = "a picture of communities needs the network that they are of: give network="
        raise ConfigError(message)
    return groups(asked["network"], rows, scope=asked["scope"], limit=asked["limit"])


def _two(asked: dict[str, Any]) -> tuple[str, str]:
    names = (*asked["names"], "", "")
    return names[0], names[1]


def _balance(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    left, right = _two(asked)
    return balance(rows, left=left, right=right, by=asked["by"], scope=asked["scope"])


def _path(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    start, end = _two(asked)
    return chain(rows, asked["evidence"], start=start, end=end, scope=asked["scope"])


def _changes(rows: Sequence[Any], asked: dict[str, Any]) -> Sheet:
    before, after = _two(asked)
    words = {"before": before or "before", "after": after or "after"}
    return before_after(rows, **words, scope=asked["scope"], limit=asked["limit"])


MEASURES: dict[str, Callable[[Sequence[Any], dict[str, Any]], Sheet]] = {
    **{name: partial(_centrality, name) for name in CENTRALITIES},
    "communities": _communities,
    "brokers": _brokers,
    "cores": _cores,
    "path": _path,
    "balance": _balance,
    "reciprocity": lambda rows, asked: mutual(rows, scope=asked["scope"], limit=asked["limit"]),
    "triads": lambda rows, asked: triangles(rows, scope=asked["scope"], limit=asked["limit"]),
    "census": lambda rows, asked: census(rows, scope=asked["scope"]),
    "bursts": _bursts,
    "changes": _changes,
    "speakers": _speakers,
    "speaks-for": _speaking,
}
