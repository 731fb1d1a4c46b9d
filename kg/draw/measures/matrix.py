"""A table of numbers as shades: rows by columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from kg.draw.lettering import Box, Label, readable, width
from kg.draw.measures.scales import told
from kg.draw.shades import shade, words_on
from kg.draw.sheet import Key, Sheet, line, text
from kg.draw.style import FAINT, LABEL, SMALL, SOFT, Sign, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matplotlib.artist import Artist

ROW, COLUMN, GAP = 18.0, 30.0, 8.0  # points
ROWS, COLUMNS = 30, 24
FEW = 8.0  # that a whole cell stands for at least: one alone stays pale
RULE = Stroke(name="row", colour=FAINT)


def matrix(
    cells: Mapping[tuple[str, str], float], *, title: str, caption: Sequence[str], across: str, limit: int | None = None
) -> Sheet:
    """A shade and a number for each cell, by its row and its column; those with the highest sums first.

    ``across`` says what the columns are. At most ``limit`` rows (else 30) and 24 columns are drawn.
    """
    sums, tops = Counter[str](), Counter[str]()
    for (row, _), number in cells.items():
        sums[row] += number  # type: ignore[assignment]  # a Counter adds floats too
    rows = _first(sums, limit or ROWS)
    for (row, column), number in cells.items():
        if row in set(rows):
            tops[column] += number  # type: ignore[assignment]  # as above
    columns = _first(tops, COLUMNS)
    names = [readable(each) for each in rows]
    heads = [readable(each) for each in columns]
    side, head = max(width(each, LABEL) for each in names) + 2 * GAP, max(width(each, SMALL) for each in heads) + GAP
    height = len(rows) * ROW + head + 14
    squares = [
        (side + c * COLUMN, (len(rows) - r - 1) * ROW, cells[row, column])
        for r, row in enumerate(rows)
        for c, column in enumerate(columns)
        if cells.get((row, column))
    ]
    top = max(number for _, _, number in squares)
    most = max(FEW, top)
    cut = [
        f"Drawn are {len(rows):,} of {len(sums):,} rows and {len(columns):,} of {len({c for _, c in cells}):,} columns."
    ]
    whole = len(rows) == len(sums) and len(columns) == len({column for _, column in cells})
    return Sheet(
        width=max(side + len(columns) * COLUMN, 420.0),
        height=height,
        title=title,
        keys=tuple(_keys(top)),
        caption=(*caption, *([] if whole else cut)),
        artists=lambda: [
            *_rules(names, side + len(columns) * COLUMN),
            *(
                text(
                    each,
                    side + (c + 0.5) * COLUMN,
                    len(rows) * ROW + 5,
                    size=SMALL,
                    colour=SOFT,
                    across="center",
                    upright=True,
                )
                for c, each in enumerate(heads)
            ),
            text(across, side, height - 5, size=SMALL, colour=SOFT),
            *(_square(x, y, number / most) for x, y, number in squares),
        ],
        labels=tuple(_number(x, y, number, most) for x, y, number in squares),
    )


def _first(sums: Counter[str], most: int) -> list[str]:
    return sorted(sums, key=lambda each: (-sums[each], each))[: max(most, 1)]


def _rules(names: Sequence[str], right: float) -> Iterator[Artist]:
    for number, name in enumerate(reversed(names)):
        yield line([(0, (number + 1) * ROW), (right, (number + 1) * ROW)], stroke=RULE, wide=0.5)
        yield text(name, 0, (number + 0.5) * ROW)


def _square(x: float, y: float, share: float) -> Artist:
    made = Rectangle((x + 0.75, y + 0.75), COLUMN - 1.5, ROW - 1.5, facecolor=shade(share))
    made.set_linewidth(0)
    return made


def _number(x: float, y: float, number: float, most: float) -> Label:
    box = Box(x + 1, y + 1, x + COLUMN - 1, y + ROW - 1)
    return Label(words=told(number), size=SMALL, box=box, colour=words_on(number / most), veil=False)


def _keys(top: float) -> Iterator[Key]:
    for number in sorted({1.0, top}):
        yield Key(sign=Sign(name="shade", colour=shade(number / max(FEW, top)), marker="s"), words=told(number))
