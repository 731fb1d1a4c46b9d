"""Threes of actors: their patterns with how often each occurs, and triangles whose signs are in balance or not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
from matplotlib.patches import FancyArrowPatch

from kg.draw.lettering import readable, width
from kg.draw.measures.scales import Scale, bar, told
from kg.draw.sheet import Key, Sheet, line, point, text
from kg.draw.style import BLUE, INK, LABEL, RED, SMALL, SOFT, Sign, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

    from kg.analyse.measures import Census, Triad

CELL_WIDE, CELL_HIGH, COLUMNS = 212.0, 146.0, 4  # points of a triangle with its names; triangles in a row
LIMIT = 24  # triangles
FRIENDS, FOES = (
    Stroke(name="more cooperation (+)", colour=BLUE),
    Stroke(name="more conflict (−)", colour=RED, dashes=(5, 2.5)),
)
DOT = Sign(name="actor", colour=INK, marker="o")
ROW, LENGTH, GLYPH, WORDS = 30.0, 330.0, 44.0, 190.0  # points of the census
PATTERNS = {
    "003": "nobody acts on another",
    "012": "one acts on another",
    "102": "two act on one another",
    "021D": "one acts on two",
    "021U": "two act on one",
    "021C": "a chain",
    "111D": "one of a mutual pair is acted on by a third",
    "111U": "one of a mutual pair acts on a third",
    "030T": "a shortcut past the middle one",
    "030C": "a circle",
    "201": "two mutual pairs",
    "120D": "one acts on both of a mutual pair",
    "120U": "both of a mutual pair act on one",
    "120C": "a chain through a mutual pair",
    "210": "two mutual pairs, and one acts",
    "300": "all act on one another",
}
APART = ("003", "012", "102")  # patterns of threes that do not hang together


def triangles(rows: Sequence[Triad], *, scope: str = "", limit: int | None = None) -> Sheet:
    """Three actors each, with the sign of every two; those out of balance are told by words.

    >>> from kg.analyse.measures import Triad
    >>> three = {"members": ("a", "b", "c"), "labels": ("Norland", "Sudria", "Estia")}
    >>> triangles([Triad(rank=1, signs="+-+", balanced=False, **three)]).caption[0]
    'newskg: 1 three of actors who all deal with one another, 0 in balance.'
    """
    shown = rows[: max(limit or LIMIT, 1)]
    columns = min(len(shown), COLUMNS)
    deep = math.ceil(len(shown) / columns)
    corners = [((n % columns) * CELL_WIDE, (deep - 1 - n // columns) * CELL_HIGH) for n in range(len(shown))]
    balanced = sum(each.balanced for each in rows)
    cut = [f"Drawn are the first {len(shown):,}."] if len(shown) < len(rows) else []
    threes = f"{len(rows):,} three{'' if len(rows) == 1 else 's'} of actors who all deal with one another"
    return Sheet(
        width=max(columns * CELL_WIDE, 420.0),
        height=deep * CELL_HIGH,
        title="Threes in and out of balance",
        keys=(Key(stroke=FRIENDS, words=FRIENDS.name), Key(stroke=FOES, words=FOES.name)),
        caption=(
            f"newskg: {threes}, {balanced:,} in balance{', ' + scope if scope else ''}.",
            "A sign is that of the sum of the intensities of what two did to one another.",
            "In balance: all cooperate, or two that cooperate share an opponent (Heider 1946).",
            *cut,
        ),
        artists=lambda: [part for each, at in zip(shown, corners, strict=True) for part in _triangle(each, at)],
        labels=(),
    )


def _triangle(each: Triad, at: tuple[float, float]) -> Iterator[Artist]:
    x, y = at[0] + CELL_WIDE / 2 - 4, at[1]
    places = [(x, y + 110), (x - 52, y + 54), (x + 52, y + 54)]
    for sign, (one, other) in zip(each.signs, ((0, 1), (0, 2), (1, 2)), strict=True):
        stroke = FRIENDS if sign == "+" else FOES
        yield line([places[one], places[other]], stroke=stroke, wide=1.6)
        middle = [(a + b) / 2 for a, b in zip(places[one], places[other], strict=True)]
        aside = {(0, 1): (-10, 3), (0, 2): (10, 3), (1, 2): (0, 8)}[one, other]
        words = "+" if sign == "+" else "−"
        yield text(words, middle[0] + aside[0], middle[1] + aside[1], colour=stroke.colour, bold=True, across="center")
    names = [_fitting(name, CELL_WIDE - 12) for name in each.labels]
    yield from (point(*place, sign=DOT, size=7) for place in places)
    yield text(names[0], x, y + 122, across="center")
    # The two at the foot stand on lines of their own: both may be as wide as the cell.
    yield text(names[1], at[0] + 4, y + 41)
    yield text(names[2], at[0] + CELL_WIDE - 12, y + 28, across="right")
    yield text(
        "in balance" if each.balanced else "out of balance",
        x,
        y + 13,
        size=SMALL,
        colour=SOFT,
        bold=not each.balanced,
        across="center",
    )


def _fitting(name: str, most: float) -> str:
    """A name as long as there is room for it."""
    words = readable(name)
    longest = len(words)
    while width(words, LABEL) > most and longest > 1:
        longest -= 1
        words = readable(name, longest=longest)
    return words


def census(rows: Sequence[Census], *, scope: str = "") -> Sheet:
    """How often each pattern of three actors that hang together occurs; the caption has the numbers of the others.

    >>> import networkx as nx
    >>> from kg.analyse.measures import census as measure
    >>> census(measure(nx.DiGraph([("a", "b"), ("b", "c")]))).title
    'Patterns of three actors'
    """
    shown = [each for each in rows if each.pattern not in APART]
    apart = [each for each in rows if each.pattern in APART]
    side = GLYPH + 34 + WORDS
    scale = Scale(least=0, most=max((each.count for each in shown), default=0) or 1, start=side, end=side + LENGTH)
    height = len(shown) * ROW
    ys = [height - (number + 0.5) * ROW for number in range(len(shown))]
    left = "; ".join(f"{PATTERNS[each.pattern]}: {each.count:,}" for each in apart)
    return Sheet(
        width=side + LENGTH + 60,
        height=height,
        title="Patterns of three actors",
        keys=(),
        caption=(
            f"newskg: threes of actors by who acts on whom (Davis and Leinhardt 1972){', ' + scope if scope else ''}.",
            *([f"Threes that do not hang together – {left}."] if left else []),
        ),
        artists=lambda: [
            *(part for each, y in zip(shown, ys, strict=True) for part in _glyph(each.pattern, y)),
            *(text(each.pattern, GLYPH, y) for each, y in zip(shown, ys, strict=True)),
            *(
                text(PATTERNS.get(each.pattern, ""), GLYPH + 34, y, size=SMALL, colour=SOFT)
                for each, y in zip(shown, ys, strict=True)
            ),
            *(
                bar(side, y - 6, scale(each.count), y + 6, colour=BLUE)
                for each, y in zip(shown, ys, strict=True)
                if each.count
            ),
            *(text(told(each.count), scale(each.count) + 5, y, colour=SOFT) for each, y in zip(shown, ys, strict=True)),
        ],
        labels=(),
    )


def _glyph(pattern: str, y: float) -> Iterator[Artist]:
    places = {"a": (16.0, y + 9), "b": (4.0, y - 9), "c": (28.0, y - 9)}
    for source, target in sorted(nx.triad_graph(pattern).edges):
        made = FancyArrowPatch(places[source], places[target], arrowstyle="-|>", shrinkA=2.5, shrinkB=2.5)
        made.set(mutation_scale=5, linewidth=0.9, color=SOFT, clip_on=False)
        yield made
    yield from (point(*place, sign=DOT, size=4) for place in places.values())
