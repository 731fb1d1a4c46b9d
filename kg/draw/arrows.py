"""Arrows between actors, one for each pair and factuality, and the points between which they lead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch

from kg.draw.lettering import AIR, LINE, Wanted, distinct, width
from kg.draw.places import Room
from kg.draw.sheet import point
from kg.draw.style import FACTUALITY, INK, KINDS, LABEL, OTHER, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import networkx as nx
    from matplotlib.artist import Artist

    from kg.draw.places import Place

NEAR, AROUND = 2.0, 2.5  # points between a node and its name, and above and below both
NAMED = 60  # arrows whose actions are written beside them; more are a crowd


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """The events of one factuality by one node on another; ``bend`` is the arc, a share of its length."""

    source: str
    target: str
    factuality: str
    events: int
    actions: tuple[str, ...]
    bend: float


def arrows_of(network: nx.Graph[str]) -> list[Arrow]:
    """The arrows in order; those between the same two nodes are bent apart."""
    events: dict[tuple[str, str, str], list[str]] = {}
    for source, target, data in network.edges(data=True):
        if source != target:
            action = str(data.get("action") or data.get("event_type") or "").replace("-", " ")
            events.setdefault((source, target, str(data.get("factuality"))), []).append(action)
    between = Counter(frozenset(pair[:2]) for pair in events)
    seen = Counter[tuple[str, str]]()
    out = []
    for (source, target, factuality), actions in sorted(events.items()):
        # Two that go opposite ways and bend to the same hand lie apart.
        bend = 0.0 if between[frozenset((source, target))] == 1 else 0.1 + 0.14 * seen[source, target]
        seen[source, target] += 1
        common = tuple(
            name for name, _ in sorted(Counter(actions).items(), key=lambda each: (-each[1], each[0])) if name
        )
        arrow = Arrow(
            source=source, target=target, factuality=factuality, events=len(actions), actions=common, bend=bend
        )
        out.append(arrow)
    return out


def along(arrow: Arrow, where: Mapping[str, Place], share: float) -> Place:
    """A place on an arrow: a quadratic curve whose control point stands ``bend`` of the length to its side."""
    (x0, y0), (x2, y2) = where[arrow.source], where[arrow.target]
    x1 = (x0 + x2) / 2 + arrow.bend * (y2 - y0)
    y1 = (y0 + y2) / 2 - arrow.bend * (x2 - x0)
    near, far = (1 - share) ** 2, share**2
    both = 2 * share * (1 - share)
    return near * x0 + both * x1 + far * x2, near * y0 + both * y1 + far * y2


def lines(
    arrows: Sequence[Arrow], where: Mapping[str, Place], sizes: Mapping[str, float], middle: str, *, pale: bool = False
) -> Iterator[Artist]:
    """The arrows; those past the middle, and those of a crowd, are thin and pale; all are, if asked for."""
    for arrow in arrows:
        aside = pale or (bool(middle) and middle not in {arrow.source, arrow.target})
        crowded = aside or len(arrows) > NAMED
        stroke = FACTUALITY.get(arrow.factuality, FACTUALITY["uncommitted"])
        wide = min(0.9 + 0.35 * arrow.events, 3.0) * (0.7 if crowded else 1.0)
        yield FancyArrowPatch(
            where[arrow.source],
            where[arrow.target],
            arrowstyle="-|>",
            connectionstyle=f"arc3,rad={arrow.bend}",
            shrinkA=sizes[arrow.source] / 2 + 1,
            shrinkB=sizes[arrow.target] / 2 + 1,
            mutation_scale=6 if crowded else 9,
            linewidth=wide,
            linestyle=stroke.linestyle,
            color=stroke.colour,
            alpha=0.35 if aside else 0.55 if crowded else 0.8,
            clip_on=False,
            zorder=1,
        )


def points(network: nx.Graph[str], where: Mapping[str, Place], sizes: Mapping[str, float]) -> Iterator[Artist]:
    """The nodes, each with the sign of its kind, so wide in points as ``sizes`` says."""
    for node, (x, y) in where.items():
        made = point(x, y, sign=kind(network, node), size=sizes[node])
        made.set_zorder(2)
        yield made


def kind(network: nx.Graph[str], node: str) -> Sign:
    """The sign of a node, by its type."""
    return KINDS.get(str(network.nodes[node].get("type")), OTHER)


def names_of(network: nx.Graph[str], nodes: Iterable[str]) -> dict[str, str]:
    """What nodes are called: their labels, readable, with the id where several have one; without a label the id."""
    return distinct({node: network.nodes[node].get("label") for node in nodes})


def rooms(words: str, size: float, *, bold: bool = False) -> tuple[Room, ...]:
    """What a node that is ``size`` points wide takes with its name to the right, to the left, above and below."""
    half, (wide, high) = size / 2 + NEAR, _extent(words, bold=bold)
    flat = max(size, high) / 2 + AROUND
    side, over = max(size, wide) / 2 + NEAR, size / 2 + high + 2 * AROUND
    low = size / 2 + AROUND
    return (
        Room(left=half, right=half + wide + NEAR, up=flat, down=flat),
        Room(left=half + wide + NEAR, right=half, up=flat, down=flat),
        Room(left=side, right=side, up=over, down=low),
        Room(left=side, right=side, up=low, down=over),
    )


def name(words: str, at: Place, size: float, side: int, *, bold: bool = False) -> Wanted:
    """The name of a node on a side of it, else, where there is no room, on another."""
    (x, y), (wide, high) = at, _extent(words, bold=bold)
    across, up = size / 2 + NEAR + wide / 2, size / 2 + AROUND / 2 + high / 2
    spots = [(x + across, y), (x - across, y), (x, y + up), (x, y - up)]
    order = (spots[side], *(spot for number, spot in enumerate(spots) if number != side))
    return Wanted(words=words, size=LABEL + 1 if bold else LABEL, spots=order, bold=bold, colour=INK)


def _extent(words: str, *, bold: bool) -> tuple[float, float]:
    letters = LABEL + 1 if bold else LABEL
    return width(words, letters, bold=bold) + 2 * AIR, letters * LINE
