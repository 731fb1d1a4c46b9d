"""The picture of what two actors, or one and all others, did to one another, day by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.draw.days import ticks
from kg.draw.lettering import Box, Label, Wanted, counted, placed, readable, width
from kg.draw.sheet import Key, Sheet, line, point, rule, text
from kg.draw.style import FACTUALITY, FAINT, INK, LABEL, NO_QUAD, QUADS, REQUESTS, SMALL, SOFT, Sign, Stroke
from kg.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx
    from matplotlib.artist import Artist

WIDTH, SIDE, AXIS = 820.0, 14.0, 26.0
LANE = 66.0  # points that a lane is high at least
CROWD = 84.0  # points that signs stand above or below the middle of a lane at most
NEAR = 30.0  # points along the axis of which what finds no room is counted together
TICKS = 8
THIN = Stroke(name="day", colour=FAINT)
WHISKER = Stroke(name="on one of these days", colour=SOFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event of the timeline, its days (``earliest`` is None where only the last is known), and how it is drawn."""

    event: str
    lane: int
    latest: date
    earliest: date | None
    factuality: str
    sign: Sign
    reports: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a happening stands, in points over the middle of its lane, and how wide it is."""

    happening: Happening
    x: float
    y: float
    size: float


def timeline(
    network: nx.MultiDiGraph[str],
    one: str,
    other: str | None = None,
    *,
    quads: Mapping[str, str],
    scope: str = "",
) -> Sheet:
    """What ``one`` did to ``other``, the other way round, and both together, over time; without ``other``, to anybody.

    Colour and shape tell PLOVER's quad class, of which ``quads`` gives the one of each code of an event type; the size
    tells the reports. What is not a fact is hollow. An event of which only the last day is known stands there.

    :raises NotFoundError: when the network has no such node.
    :raises ConfigError: when no event with a date links the two.
    """
    for node in (one, other or one):
        if node not in network:
            message = f"{node} has no event with another here; widen the filters: {scope or 'factuality, since, until'}"
            raise NotFoundError(message)
    found, undated = _happenings(network, one, other, quads)
    names = [_name(network, one), _name(network, other) if other else "others"]
    if not found:
        message = f"no event with a date links {names[0]} and {names[1]}; widen the filters: {scope or 'factuality'}"
        raise ConfigError(message)
    lanes = [f"{names[0]} → {names[1]}", "each with the other", f"{names[1]} → {names[0]}"]
    return _sheet(found, [readable(each, longest=90) for each in lanes], names, undated, scope)


def _happenings(
    network: nx.MultiDiGraph[str], one: str, other: str | None, quads: Mapping[str, str]
) -> tuple[list[Happening], int]:
    """The events in order of their days, each once, and how many have no date."""
    there: dict[str, list[tuple[str, str]]] = {}
    data: dict[str, Mapping[str, object]] = {}
    for source, target, event, about in network.edges(keys=True, data=True):
        if source != target and one in {source, target} and (other is None or other in {source, target}):
            there.setdefault(event, []).append((source, target))
            data[event] = about
    out, undated = [], 0
    for event, pairs in sorted(there.items()):
        days = [date.fromisoformat(str(data[event][key])) for key in ("earliest", "latest") if data[event].get(key)]
        if not days:
            undated += 1
            continue
        both = len({source for source, _ in pairs}) > 1 and len({target for _, target in pairs}) > 1
        lane = 1 if both else 0 if pairs[0][0] == one else 2
        with_whom = sorted({end for pair in pairs for end in pair} - {one})
        told = str(data[event].get("action") or data[event].get("event_type") or "").replace("-", " ")
        words = told if other else f"{told} ({', '.join(_name(network, node) for node in with_whom[:2])})"
        code = str(data[event].get("event_type", ""))
        quad = quads.get(code) or quads.get(code.partition("-")[0], "")
        out.append(
            Happening(
                event=event,
                lane=lane,
                latest=max(days),
                earliest=min(days) if data[event].get("earliest") else None,
                factuality=str(data[event].get("factuality")),
                sign=QUADS.get(quad, NO_QUAD),
                reports=int(str(data[event].get("reports", 1))),
                words=readable(words, longest=36),
            )
        )
    return sorted(out, key=lambda each: (each.latest, each.event)), undated


def _sheet(found: list[Happening], lanes: list[str], names: list[str], undated: int, scope: str) -> Sheet:
    first = min(each.earliest or each.latest for each in found)
    last = max(each.latest for each in found)
    swarms = {lane: _swarm([each for each in found if each.lane == lane], first, last) for lane in range(3)}
    spots = {lane: drawn for lane, (drawn, _) in swarms.items()}
    highs = {lane: _high(each) for lane, each in spots.items() if each}
    height = sum(highs.values()) + AXIS
    middles, top = {}, height
    for lane, high in sorted(highs.items()):
        middles[lane] = top - 16 - (high - 16) / 2
        top -= high
    at = [(spot, middles[lane] + spot.y) for lane, each in spots.items() for spot in each]
    heads = {lane: middles[lane] + (highs[lane] - 16) / 2 + 8 for lane in highs}
    discs = [Box(s.x - s.size / 2, y - s.size / 2, s.x + s.size / 2, y + s.size / 2) for s, y in at]
    more = [_more(x, middles[lane] + CROWD + 9, number) for lane in highs for x, number in swarms[lane][1].items()]
    taken = [*discs, *(Box(0, y - 8, WIDTH, y + 8) for y in heads.values()), *(label.box for label in more)]
    order = sorted(at, key=lambda each: (-each[0].happening.reports, each[0].happening.event))
    wanted = [Wanted(words=s.happening.words, size=SMALL, at=(s.x, y), gap=s.size / 2 + 1) for s, y in order]
    labels = [each for each in placed(wanted, taken=taken, within=Box(0, AXIS, WIDTH, height)) if each]
    return Sheet(
        width=WIDTH,
        height=height,
        title=f"{names[0]} and {names[1]} over time",
        keys=tuple(_keys(found)),
        caption=tuple(_caption(found, len(at), len(labels), undated, scope)),
        artists=lambda: [
            *_axis(first, last, height),
            *(text(lanes[lane], 0, y, bold=True, size=LABEL, colour=INK) for lane, y in heads.items()),
            *_marks(at, first, last),
        ],
        labels=(*labels, *more),
    )


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / (last - first).days if last > first else 0.5
    return round(SIDE + share * (WIDTH - 2 * SIDE), 2)


def _more(x: float, y: float, number: int) -> Label:
    words = f"+{number:,}"
    half = width(words, SMALL) / 2 + 1
    return Label(words=words, size=SMALL, box=Box(x - half, y - 6, x + half, y + 6), bold=True, veil=False)


def _swarm(found: Sequence[Happening], first: date, last: date) -> tuple[list[Spot], Counter[float]]:
    """Points at their day, each as near to the middle of the lane as those before it leave room.

    The most reported choose first. Beside the points stands how many find none, by the place of the days around.
    """
    out: list[Spot] = []
    left = Counter[float]()
    for each in sorted(found, key=lambda each: (-each.reports, each.latest, each.event)):
        x, size = _x(each.latest, first, last), round(7 + 4 * min(each.reports, 9) ** 0.5, 2)
        step = 0
        while True:
            y = (step + 1) // 2 * 4.0 * (1 if step % 2 else -1)
            if all((x - s.x) ** 2 + (y - s.y) ** 2 >= ((size + s.size) / 2 + 1.5) ** 2 for s in out):
                out.append(Spot(happening=each, x=x, y=y, size=size))
                break
            step += 1
            if step * 2.0 > CROWD:
                left[min(round(x / NEAR) * NEAR, WIDTH - SIDE)] += 1
                break
    return out, left


def _high(spots: Sequence[Spot]) -> float:
    reach = max(abs(spot.y) + spot.size / 2 for spot in spots)
    room = min(len(spots), 6) * SMALL * 0.6  # for names above and below
    return max(LANE, 2 * reach + 40 + room)


def _axis(first: date, last: date, height: float) -> Iterator[Artist]:
    for day, words in ticks(first, last, most=TICKS):
        x = _x(day, first, last)
        yield rule([(x, AXIS - 6), (x, height)], stroke=THIN, wide=0.8)
        half = width(words, LABEL) / 2
        yield text(words, min(max(x, half), WIDTH - half), AXIS / 2 - 3, size=LABEL, colour=SOFT, across="center")


def _marks(at: Sequence[tuple[Spot, float]], first: date, last: date) -> Iterator[Artist]:
    for spot, y in at:
        it = spot.happening
        if it.earliest and it.earliest < it.latest:
            yield line([(_x(it.earliest, first, last), y), (spot.x, y)], stroke=WHISKER, wide=1.2)
        stroke = FACTUALITY.get(it.factuality, FACTUALITY["uncommitted"])
        made = point(spot.x, y, sign=it.sign, size=spot.size, stroke=stroke, hollow=it.factuality != "fact")
        made.set_zorder(2.2)
        yield made


def _keys(found: Sequence[Happening]) -> Iterator[Key]:
    signs = {each.sign.name for each in found}
    for sign in (*QUADS.values(), NO_QUAD):
        if sign.name in signs:
            yield Key(sign=sign, words=sign.name)
    there = {each.factuality for each in found}
    for factuality, stroke in FACTUALITY.items():
        if factuality in there:
            if factuality == "fact":
                yield Key(sign=Sign(name=factuality, colour=SOFT, marker="o"), words="filled: fact")
            else:
                yield Key(stroke=Stroke(name="", colour=SOFT, dashes=stroke.dashes), words=f"hollow: {stroke.name}")


def _caption(found: Sequence[Happening], drawn: int, named: int, undated: int, scope: str) -> Iterator[str]:
    said = scope or "factuality: " + ", ".join(sorted({each.factuality for each in found}))
    yield f"newskg: {counted(len(found))}, {said}."
    most = max(each.reports for each in found)
    yield f"The larger a sign, the more documents report the event (most: {most:,})."
    if any(each.earliest and each.earliest < each.latest for each in found):
        yield "A line to the left of a sign spans the days on one of which it happened."
    if any(each.earliest is None for each in found):
        yield "An event that the text does not date stands at the day of publication."
    if drawn < len(found):
        yield f"Drawn are {drawn:,}, the most reported; +n is how many more there are around a day."
    if named < drawn:
        yield f"Named: {named:,} of {drawn:,}."
    if undated:
        yield f"Without any date, and so not drawn: {undated:,}."
    if any(each.sign != NO_QUAD for each in found):
        yield REQUESTS


def _name(network: nx.MultiDiGraph[str], node: str) -> str:
    return readable(network.nodes[node].get("label"), otherwise=node)
