"""The picture of which actors do what: a row for each actor, a column for each event type."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from kg.draw.lettering import Box, Label, counted, distinct, width
from kg.draw.shades import shade, words_on
from kg.draw.sheet import Key, Sheet, line, point, text
from kg.draw.style import (
    FACTUALITY,
    FAINT,
    LABEL,
    NO_QUAD,
    QUADS,
    REQUESTS,
    SMALL,
    SOFT,
    Sign,
    Stroke,
)
from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx
    from matplotlib.artist import Artist

ACTORS = 40  # that are drawn, unless more are asked for
ROW, GAP, HEAD = 17.0, 8.0, 26.0
FEW = 8  # events that a whole cell stands for at least: one alone stays pale
DARK = 0.15  # of the highest number: above, a cell is dark
NONE = "no type"
Cells = dict[tuple[str, str], Counter[str]]


def heatmap(network: nx.MultiDiGraph[str], *, quads: Mapping[str, str], scope: str = "", limit: int = ACTORS) -> Sheet:
    """How many events of which type each actor does to others: the ``limit`` busiest, the busiest on top.

    A cell holds the number of facts, and behind a plus that of events that are none. Columns are PLOVER's types in the
    order of their quad classes, of which ``quads`` gives the one of each code.

    :raises ConfigError: when the network is empty.
    """
    cells = _cells(network)
    if not cells:
        message = f"there is nothing to draw: no event links two actors; widen the filters: {scope or 'factuality'}"
        raise ConfigError(message)
    totals = Counter[str]()
    for (actor, _), counts in cells.items():
        totals[actor] += counts.total()
    rank = sorted(totals, key=lambda node: (-totals[node], node))
    rows = rank[: max(limit, 1)]
    order = list(QUADS)
    codes = sorted(
        {code for actor, code in cells if actor in set(rows)},
        key=lambda code: (order.index(quads[code]) if quads.get(code) in order else len(order), code == NONE, code),
    )
    return _sheet(network, cells, rows, codes, quads, scope, len(rank))


def _cells(network: nx.MultiDiGraph[str]) -> Cells:
    """The events of each actor and type, counted by factuality; each event once, whomever it was done to."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for source, target, event, data in network.edges(keys=True, data=True):
        if source != target:
            code = str(data.get("event_type") or NONE).partition("-")[0]
            seen.setdefault((source, code), {})[event] = str(data.get("factuality"))
    return {place: Counter(events.values()) for place, events in sorted(seen.items())}


def _sheet(  # noqa: PLR0913, PLR0917  (what a picture is made of)
    network: nx.MultiDiGraph[str],
    cells: Cells,
    rows: Sequence[str],
    codes: Sequence[str],
    quads: Mapping[str, str],
    scope: str,
    whole: int,
) -> Sheet:
    names = list(distinct({node: network.nodes[node].get("label") for node in rows}).values())
    side = max(width(name, LABEL) for name in names) + 2 * GAP
    wide = max(max(width(code, SMALL) for code in codes) + 10, 34.0)
    height = len(rows) * ROW + HEAD
    tops = [(len(rows) - number) * ROW for number in range(len(rows))]
    top = max(counts.total() for (actor, _), counts in cells.items() if actor in set(rows))
    most = max(FEW, top)
    labels = list(map(_name, names, tops))
    squares = {
        (actor, code): (side + column * wide, tops[row] - ROW, cells[actor, code])
        for row, actor in enumerate(rows)
        for column, code in enumerate(codes)
        if (actor, code) in cells
    }
    filled = list(squares.values())
    labels += [_number(x, y, wide, counts, most) for x, y, counts in filled]
    drawn = {factuality for _, _, counts in filled for factuality in counts}
    return Sheet(
        width=max(side + wide * len(codes), 420.0),
        height=height,
        title="What actors do to others, by event type",
        keys=tuple(_keys(codes, quads, drawn, top)),
        caption=tuple(_caption(filled, len(rows), whole, scope, drawn)),
        artists=lambda: [
            *_heads(codes, quads, side, wide, height),
            *_squares(filled, wide, most),
            *_rules(tops, side, wide * len(codes)),
        ],
        labels=tuple(labels),
    )


def _name(words: str, top: float) -> Label:
    return Label(words=words, size=LABEL, box=Box(0, top - ROW + 2, width(words, LABEL) + 3, top - 2), across="left")


def _number(x: float, y: float, wide: float, counts: Counter[str], most: int) -> Label:
    facts = counts["fact"]
    rest = counts.total() - facts
    words = f"{facts:,}" if not rest else f"{facts:,}+{rest:,}" if facts else f"+{rest:,}"
    box = Box(x + 1, y + 1, x + wide - 1, y + ROW - 1)
    return Label(words=words, size=SMALL, box=box, colour=words_on(counts.total() / most), veil=False)


def _squares(squares: Sequence[tuple[float, float, Counter[str]]], wide: float, most: int) -> Iterator[Artist]:
    for x, y, counts in squares:
        made = Rectangle((x + 0.75, y + 0.75), wide - 1.5, ROW - 1.5, facecolor=shade(counts.total() / most))
        made.set_linewidth(0)
        yield made
        others = [name for name in FACTUALITY if name != "fact" and counts[name]]
        if others:
            rim = Rectangle((x + 1.5, y + 1.5), wide - 3, ROW - 3, fill=False, linewidth=1.2)
            # On a dark cell the colour of the line would not be seen; its dashes tell the same.
            dark = counts.total() / most > DARK
            rim.set_edgecolor(words_on(counts.total() / most) if dark else FACTUALITY[others[0]].colour)
            rim.set_linestyle(FACTUALITY[others[0]].linestyle)
            yield rim


def _heads(codes: Sequence[str], quads: Mapping[str, str], side: float, wide: float, height: float) -> Iterator[Artist]:
    for column, code in enumerate(codes):
        middle = side + (column + 0.5) * wide
        yield text(code, middle, height - 17, size=SMALL, colour=SOFT, across="center")
        yield point(middle, height - 5, sign=_sign(code, quads), size=7)


def _rules(tops: Sequence[float], side: float, wide: float) -> Iterator[Artist]:
    for top in tops:
        yield line([(0, top), (side + wide, top)], stroke=Stroke(name="row", colour=FAINT), wide=0.5)


def _sign(code: str, quads: Mapping[str, str]) -> Sign:
    return QUADS.get(quads.get(code, ""), NO_QUAD)


def _keys(codes: Sequence[str], quads: Mapping[str, str], drawn: set[str], top: int) -> Iterator[Key]:
    signs = {_sign(code, quads).name for code in codes}
    yield from (Key(sign=sign, words=sign.name) for sign in (*QUADS.values(), NO_QUAD) if sign.name in signs)
    for count in sorted({1, round(top / 4) or 1, top}):
        square = Sign(name="shade", colour=shade(count / max(FEW, top)), marker="s")
        yield Key(sign=square, words=f"{count:,} event{'s' if count > 1 else ''}")
    for name, stroke in FACTUALITY.items():
        if name in drawn and name != "fact":
            yield Key(stroke=stroke, words=f"rim: with {stroke.name}")


def _caption(
    squares: Sequence[tuple[float, float, Counter[str]]], rows: int, whole: int, scope: str, drawn: set[str]
) -> Iterator[str]:
    total = sum(counts.total() for _, _, counts in squares)
    yield f"newskg: {counted(total)} in the cells, {scope or 'factuality: ' + ', '.join(sorted(drawn))}."
    yield "An event of two actors counts for both."
    if drawn - {"fact"}:
        yield "A number is of facts; behind a plus stand events that are none."
    if rows < whole:
        yield f"Drawn are the {rows:,} busiest of {whole:,} actors."
    yield REQUESTS
