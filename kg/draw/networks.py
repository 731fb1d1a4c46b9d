"""Pictures of networks: all actors, or one with those it deals with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch

from kg.draw.lettering import Box, Label, Wanted, counted, placed, readable
from kg.draw.places import rings, spread
from kg.draw.sheet import Key, Sheet, point
from kg.draw.style import FACTUALITY, INK, KINDS, LABEL, OTHER, SMALL, SOFT, Sign
from kg.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx
    from matplotlib.artist import Artist

    from kg.draw.places import Place

NODES = 200  # that are drawn, unless more are asked for
NAMED = 60  # arrows whose actions are written beside them
APART = 58.0  # points between nodes, where there are few


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """The events of one factuality by one node on another; ``bend`` is the arc, a share of its length."""

    source: str
    target: str
    factuality: str
    events: int
    actions: tuple[str, ...]
    bend: float


def ego(network: nx.MultiDiGraph[str], actor: str, *, scope: str = "", limit: int = NODES) -> Sheet:
    """An actor (a node of ``network``) with those it deals with, the busiest of them nearest, and all events of theirs.

    ``limit`` is the most nodes that are drawn, ``scope`` what the caption says of the filters.

    :raises NotFoundError: when the network has no such node.
    """
    if actor not in network:
        message = f"{actor} has no event with another here; widen the filters: {scope or 'factuality, since, until'}"
        raise NotFoundError(message)
    arrows = _arrows(network)
    weights = Counter[str]()
    for arrow in arrows:
        if actor in {arrow.source, arrow.target}:
            weights[arrow.target if arrow.source == actor else arrow.source] += arrow.events
    others = sorted(weights, key=lambda node: (-weights[node], node))
    kept = others[: max(limit - 1, 1)]
    drawn = [each for each in arrows if {each.source, each.target} <= {actor, *kept}]
    where, width, height = rings(actor, kept, apart=APART if len(kept) <= 40 else APART * 0.8)  # noqa: PLR2004  (few)
    name = _name(network, actor)
    rank = [actor, *kept]
    title = f"Around {name}: who acts on whom"
    return _sheet(network, drawn, rank, title, (where, width, height), scope=scope, whole=len(others) + 1, middle=actor)


def actors(network: nx.MultiDiGraph[str], *, scope: str = "", limit: int = NODES) -> Sheet:
    """Who acts on whom: the ``limit`` nodes with the most events, and an arrow for each pair and factuality.

    :raises ConfigError: when the network is empty.
    """
    arrows = _arrows(network)
    if not arrows:
        message = f"there is nothing to draw: no event links two actors; widen the filters: {scope or 'factuality'}"
        raise ConfigError(message)
    weights = Counter[str]()
    for arrow in arrows:
        weights[arrow.source] += arrow.events
        weights[arrow.target] += arrow.events
    rank = sorted(weights, key=lambda node: (-weights[node], node))
    kept = set(rank[: max(limit, 2)])
    drawn = [each for each in arrows if {each.source, each.target} <= kept]
    shown = {end for each in drawn for end in (each.source, each.target)}
    simple = network.to_undirected().subgraph(shown)
    where = spread(simple, apart=APART if len(shown) <= 40 else APART * 0.65)  # noqa: PLR2004  (few)
    rank = [node for node in rank if node in shown]
    return _sheet(network, drawn, rank, "Who acts on whom", where, scope=scope, whole=len(weights))


def _arrows(network: nx.MultiDiGraph[str]) -> list[Arrow]:
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


def _sheet(  # noqa: PLR0913  (what a picture is made of)
    network: nx.MultiDiGraph[str],
    arrows: Sequence[Arrow],
    rank: Sequence[str],
    title: str,
    place: tuple[dict[str, Place], float, float],
    *,
    scope: str,
    whole: int,
    middle: str = "",
) -> Sheet:
    where, width, height = place
    sizes = _sizes(arrows, rank)
    field = Box(0, 0, width, height)
    discs = [Box(x - sizes[n] / 2, y - sizes[n] / 2, x + sizes[n] / 2, y + sizes[n] / 2) for n, (x, y) in where.items()]
    wanted = [_wanted(network, node, where[node], sizes[node], bold=node == middle) for node in rank]
    names = placed(wanted, taken=discs, within=field)
    done = [name for name in names if name]
    near = [arrow for arrow in arrows if not middle or middle in {arrow.source, arrow.target}]
    actions = _written(near, where, [*discs, *(name.box for name in done)], field)
    labels: tuple[Label, ...] = (*done, *actions)
    return Sheet(
        width=width,
        height=height,
        title=title,
        keys=tuple(_keys(network, rank, arrows)),
        caption=tuple(_caption(network, arrows, rank, scope, named=len(done), whole=whole)),
        artists=lambda: [*_lines(arrows, where, sizes, middle), *_points(network, where, sizes)],
        labels=labels,
    )


def _sizes(arrows: Sequence[Arrow], rank: Sequence[str]) -> dict[str, float]:
    """The width of each node in points: by the root of its events, so that its area tells them."""
    events = Counter[str]()
    for arrow in arrows:
        events[arrow.source] += arrow.events
        events[arrow.target] += arrow.events
    most = max(events.values(), default=1)
    return {node: round(7 + 11 * (events[node] / most) ** 0.5, 2) for node in rank}


def _wanted(network: nx.MultiDiGraph[str], node: str, at: Place, size: float, *, bold: bool) -> Wanted:
    words = _name(network, node)
    return Wanted(words=words, size=LABEL + 1 if bold else LABEL, at=at, gap=size / 2 + 2, bold=bold, colour=INK)


def _written(arrows: Sequence[Arrow], where: Mapping[str, Place], taken: Sequence[Box], field: Box) -> Iterator[Label]:
    """The actions beside the arrows, where there are few enough to read."""
    if len(arrows) > NAMED:
        return
    wanted = []
    for arrow in sorted(arrows, key=lambda each: (-each.events, each.source, each.target, each.factuality)):
        shown = ", ".join(arrow.actions[:2]) + (" …" if len(arrow.actions) > 2 else "")  # noqa: PLR2004 (two fit)
        if shown:
            spots = tuple(_along(arrow, where, share) for share in (0.5, 0.42, 0.58, 0.34, 0.66))
            words = readable(f"{shown} ({arrow.events})" if arrow.events > 1 else shown)
            wanted.append(Wanted(words=words, size=SMALL, spots=spots, colour=SOFT))
    yield from (label for label in placed(wanted, taken=taken, within=field) if label)


def _along(arrow: Arrow, where: Mapping[str, Place], share: float) -> Place:
    """A place on an arrow: a quadratic curve whose control point stands ``bend`` of the length to its side."""
    (x0, y0), (x2, y2) = where[arrow.source], where[arrow.target]
    x1 = (x0 + x2) / 2 + arrow.bend * (y2 - y0)
    y1 = (y0 + y2) / 2 - arrow.bend * (x2 - x0)
    near, far = (1 - share) ** 2, share**2
    both = 2 * share * (1 - share)
    return near * x0 + both * x1 + far * x2, near * y0 + both * y1 + far * y2


def _lines(
    arrows: Sequence[Arrow], where: Mapping[str, Place], sizes: Mapping[str, float], middle: str
) -> Iterator[Artist]:
    """The arrows; those past the middle, and those of a crowd, are thin and pale."""
    for arrow in arrows:
        aside = bool(middle) and middle not in {arrow.source, arrow.target}
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


def _points(network: nx.MultiDiGraph[str], where: Mapping[str, Place], sizes: Mapping[str, float]) -> Iterator[Artist]:
    for node, (x, y) in where.items():
        made = point(x, y, sign=_kind(network, node), size=sizes[node])
        made.set_zorder(2)
        yield made


def _keys(network: nx.MultiDiGraph[str], rank: Sequence[str], arrows: Sequence[Arrow]) -> Iterator[Key]:
    there = {arrow.factuality for arrow in arrows}
    for factuality, stroke in FACTUALITY.items():
        if factuality in there:
            yield Key(stroke=stroke, words=stroke.name)
    signs = {_kind(network, node).name: _kind(network, node) for node in rank}
    for name in sorted(signs, key=lambda name: (name == OTHER.name, name)):
        yield Key(sign=signs[name], words=name)


def _caption(  # noqa: PLR0913  (what it counts)
    network: nx.MultiDiGraph[str], arrows: Sequence[Arrow], rank: Sequence[str], scope: str, *, named: int, whole: int
) -> Iterator[str]:
    ends = {(arrow.source, arrow.target) for arrow in arrows}
    events = {key for source, target, key in network.edges(keys=True) if (source, target) in ends}
    said = scope or "factuality: " + ", ".join(sorted({arrow.factuality for arrow in arrows}))
    yield f"newskg: {counted(len(events))}, {said}."
    if len(rank) < whole:
        yield f"Drawn are the {len(rank):,} busiest of {whole:,} actors."
    yield f"Names: {named:,} of {len(rank):,}." if named < len(rank) else ""
    if inside := sum(source == target for source, target in network.edges()):
        yield f"{inside:,} events of an actor with itself are not drawn."


def _kind(network: nx.MultiDiGraph[str], node: str) -> Sign:
    return KINDS.get(str(network.nodes[node].get("type")), OTHER)


def _name(network: nx.MultiDiGraph[str], node: str) -> str:
    return readable(network.nodes[node].get("label"), otherwise=node)
