"""Pictures of networks: all actors, or one with those it deals with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.draw.arrows import NAMED, along, arrows_of, kind, lines, name, names_of, points, rooms
from kg.draw.lettering import Box, Label, Wanted, counted, placed, readable
from kg.draw.places import rings, spread
from kg.draw.sheet import Key, Sheet
from kg.draw.style import FACTUALITY, OTHER, SMALL, SOFT
from kg.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    from kg.draw.arrows import Arrow
    from kg.draw.places import Laid, Place

NODES = 200  # that are drawn, unless more are asked for


def ego(network: nx.MultiDiGraph[str], actor: str, *, scope: str = "", limit: int = NODES) -> Sheet:
    """An actor (a node of ``network``) with those it deals with, the busiest of them nearest, and all events of theirs.

    ``limit`` is the most nodes that are drawn, ``scope`` what the caption says of the filters.

    :raises NotFoundError: when the network has no such node.
    """
    if actor not in network:
        message = f"{actor} has no event with another here; widen the filters: {scope or 'factuality, since, until'}"
        raise NotFoundError(message)
    arrows = arrows_of(network)
    weights = Counter[str]()
    for arrow in arrows:
        if actor in {arrow.source, arrow.target}:
            weights[arrow.target if arrow.source == actor else arrow.source] += arrow.events
    others = sorted(weights, key=lambda node: (-weights[node], node))
    kept = others[: max(limit - 1, 1)]
    drawn = [each for each in arrows if {each.source, each.target} <= {actor, *kept}]
    rank = [actor, *kept]
    names, sizes = names_of(network, rank), _sizes(drawn, rank)
    taken = {node: rooms(names[node], sizes[node], bold=node == actor) for node in rank}
    title = f"Around {names[actor]}: who acts on whom"
    laid = rings(actor, kept, taken)
    return _sheet(network, drawn, names, title, laid, scope=scope, whole=len(others) + 1, middle=actor)


def actors(network: nx.MultiDiGraph[str], *, scope: str = "", limit: int = NODES) -> Sheet:
    """Who acts on whom: the ``limit`` nodes with the most events, and an arrow for each pair and factuality.

    :raises ConfigError: when the network is empty.
    """
    arrows = arrows_of(network)
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
    rank = [node for node in rank if node in shown]
    names, sizes = names_of(network, rank), _sizes(drawn, rank)
    simple = network.to_undirected().subgraph(shown)
    laid = spread(simple, {node: rooms(names[node], sizes[node]) for node in rank})
    return _sheet(network, drawn, names, "Who acts on whom", laid, scope=scope, whole=len(weights))


def _sheet(  # noqa: PLR0913  (what a picture is made of)
    network: nx.MultiDiGraph[str],
    arrows: Sequence[Arrow],
    names: Mapping[str, str],
    title: str,
    laid: Laid,
    *,
    scope: str,
    whole: int,
    middle: str = "",
) -> Sheet:
    where, rank = laid.where, list(names)
    sizes = _sizes(arrows, rank)
    field = Box(0, 0, laid.width, laid.height)
    discs = [Box(x - sizes[n] / 2, y - sizes[n] / 2, x + sizes[n] / 2, y + sizes[n] / 2) for n, (x, y) in where.items()]
    wanted = [name(names[node], where[node], sizes[node], laid.sides[node], bold=node == middle) for node in rank]
    done = [label for label in placed(wanted, taken=discs, within=field) if label]
    near = [arrow for arrow in arrows if not middle or middle in {arrow.source, arrow.target}]
    actions = _written(near, where, [*discs, *(label.box for label in done)], field)
    labels: tuple[Label, ...] = (*done, *actions)
    return Sheet(
        width=laid.width,
        height=laid.height,
        title=title,
        keys=tuple(_keys(network, rank, arrows)),
        caption=tuple(_caption(network, arrows, rank, scope, named=len(done), whole=whole)),
        artists=lambda: [*lines(arrows, where, sizes, middle), *points(network, where, sizes)],
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


def _written(arrows: Sequence[Arrow], where: Mapping[str, Place], taken: Sequence[Box], field: Box) -> Iterator[Label]:
    """The actions beside the arrows, where there are few enough to read."""
    if len(arrows) > NAMED:
        return
    wanted = []
    for arrow in sorted(arrows, key=lambda each: (-each.events, each.source, each.target, each.factuality)):
        shown = ", ".join(arrow.actions[:2]) + (" …" if len(arrow.actions) > 2 else "")  # noqa: PLR2004 (two fit)
        if shown:
            spots = tuple(along(arrow, where, share) for share in (0.5, 0.42, 0.58, 0.34, 0.66))
            words = readable(f"{shown} ({arrow.events})" if arrow.events > 1 else shown)
            wanted.append(Wanted(words=words, size=SMALL, spots=spots, colour=SOFT))
    yield from (label for label in placed(wanted, taken=taken, within=field) if label)


def _keys(network: nx.MultiDiGraph[str], rank: Sequence[str], arrows: Sequence[Arrow]) -> Iterator[Key]:
    there = {arrow.factuality for arrow in arrows}
    for factuality, stroke in FACTUALITY.items():
        if factuality in there:
            yield Key(stroke=stroke, words=stroke.name)
    signs = {kind(network, node).name: kind(network, node) for node in rank}
    for each in sorted(signs, key=lambda each: (each == OTHER.name, each)):
        yield Key(sign=signs[each], words=each)


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
        yield f"Not drawn: {counted(inside)} of an actor with itself."
