"""A table of numbers as shades: rows by columns."""

from __future__ import annotations

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

    >>> cells = {("Ida Ruker", "Sudria"): 3, ("Ida Ruker", "Estia"): 1}
    >>> [label.words for label in matrix(cells, title="Who speaks", caption=(), across="about").labels]
    ['3', '1']
    """
    sums, across_all = _sums(cells, 0), _sums(cells, 1)
    rows = _first(sums, limit or ROWS)
    columns = _first(_sums({place: number for place, number in cells.items() if place[0] in set(rows)}, 1), COLUMNS)
    names, heads = [readable(each) for each in rows], [readable(each) for each in columns]
    side, head = max(width(each, LABEL) for each in names) + 2 * GAP, max(width(each, SMALL) for each in heads) + GAP
    height = len(rows) * ROW + head + 14
    squares = [
        (side + c * COLUMN, (len(rows) - r - 1) * ROW, cells[row, column])
        for r, row in enumerate(rows)
        for c, column in enumerate(columns)
        if cells.get((row, column))
    ]
    top = max((number for _, _, number in squares), default=1.0)
    most = max(FEW, top)
    return Sheet(
        width=max(side + len(columns) * COLUMN, 420.0),
        height=height,
        title=title,
        keys=tuple(_keys(top)),
        caption=(*caption, *_cut(len(rows), len(sums), len(columns), len(across_all))),
        artists=lambda: [
            *_rules(names, side + len(columns) * COLUMN),
            *_heads(heads, side, len(rows) * ROW + 5),
            text(across, side, height - 5, size=SMALL, colour=SOFT),
            *(_square(x, y, number / most) for x, y, number in squares),
        ],
        labels=tuple(_number(x, y, number, most) for x, y, number in squares),
    )


def _sums(cells: Mapping[tuple[str, str], float], end: int) -> dict[str, float]:
    """The sum of each row (end 0) or column (end 1)."""
    sums: dict[str, float] = {}
    for place, number in cells.items():
        sums[place[end]] = sums.get(place[end], 0.0) + number
    return sums


def _cut(rows: int, all_rows: int, columns: int, all_columns: int) -> list[str]:
    if (rows, columns) == (all_rows, all_columns):
        return []
    return [f"Drawn are {rows:,} of {all_rows:,} rows and {columns:,} of {all_columns:,} columns."]


def _heads(heads: Sequence[str], side: float, y: float) -> Iterator[Artist]:
    for number, each in enumerate(heads):
        x = side + (number + 0.5) * COLUMN
        yield text(each, x, y, size=SMALL, colour=SOFT, across="center", upright=True)


def _first(sums: Mapping[str, float], most: int) -> list[str]:
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
