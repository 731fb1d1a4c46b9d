"""A sheet: what is drawn, under a title and a legend, over a caption; as SVG and PNG, the same bytes every time."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from kg.draw.lettering import Label, readable, width, wrapped
from kg.draw.style import FAMILIES, FONT, GROUND, INK, LABEL, SETTINGS, SMALL, SOFT, TITLE, Sign, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

FORMATS = ("svg", "png")
POINTS = 72  # an inch
DOTS = 144  # an inch of a PNG
MARGIN, KEY_GAP, SAMPLE = 16.0, 14.0, 26.0
SLIM = 0.78
LONG_TITLE = 200  # characters
WIDE = 860.0  # from here on title, legend and caption grow with the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A line of the legend: a stroke or a sign, and what it means; a hollow sign has no filling."""

    stroke: Stroke | None = None
    sign: Sign | None = None
    words: str
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A picture: what stands in a field, and around it.

    ``artists`` makes what is drawn; it and the ``labels`` are in points from the lower left corner of the field.
    ``width`` and ``height`` are those of the field. ``caption`` says what is shown, one sentence an item.
    """

    width: float
    height: float
    title: str
    keys: tuple[Key, ...] = field(repr=False)
    caption: tuple[str, ...]
    artists: Callable[[], Iterable[Artist]] = field(repr=False)
    labels: tuple[Label, ...] = field(repr=False)

    def figure(self) -> Figure:
        """The figure of matplotlib, without canvas."""
        grown = max(self.width / WIDE, 1.0)  # of a large picture, which is seen from afar
        rows = _rows(self.keys, self.width / grown)
        notes = wrapped(" ".join(self.caption), SMALL * grown, self.width)
        title = wrapped(readable(self.title, longest=LONG_TITLE), TITLE * grown, self.width, bold=True)
        above = grown * TITLE * (0.3 + 1.3 * len(title))
        head = above + grown * (len(rows) * LABEL * 1.7 + 8)
        foot = grown * (len(notes) * SMALL * 1.45 + 8)
        whole = (self.width + 2 * MARGIN, self.height + head + foot + 2 * MARGIN)
        figure = Figure(figsize=(whole[0] / POINTS, whole[1] / POINTS), facecolor=GROUND)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(-MARGIN, whole[0] - MARGIN)
        axes.set_ylim(-MARGIN - foot, whole[1] - MARGIN - foot)
        for artist in self.artists():
            axes.add_artist(artist)
        for label in self.labels:
            for artist in written(label):
                axes.add_artist(artist)
        top = self.height + head
        for number, words in enumerate(title):
            y = top - grown * TITLE * (1 + 1.3 * number)
            axes.add_artist(text(words, 0, y, size=TITLE * grown, bold=True))
        for number, row in enumerate(rows):
            _legend(axes, row, top - above - grown * (number + 0.8) * LABEL * 1.7, grown)
        for number, line in enumerate(notes):
            y = -grown * (8 + (number + 0.7) * SMALL * 1.45)
            axes.add_artist(text(line, 0, y, size=SMALL * grown, colour=SOFT))
        return figure

    def _repr_png_(self) -> tuple[bytes, dict[str, float]]:
        """As a notebook shows it: PNG, for not every page that shows notebooks shows SVG; and its size on the page."""
        made = rendered(self, "png")
        wide, high = (int.from_bytes(made[at : at + 4]) for at in (16, 20))  # where a PNG tells them
        return made, {"width": wide * POINTS // DOTS, "height": high * POINTS // DOTS}


def text(  # noqa: PLR0913  (what a text is)
    words: str,
    x: float,
    y: float,
    *,
    size: float = LABEL,
    colour: str = INK,
    bold: bool = False,
    across: str = "left",
    upright: bool = False,
) -> Text:
    """Words whose middle is at the height ``y``, or that rise from there; no sign in them is read as mathematics."""
    made = Text(x, y, words, fontsize=size, color=colour, fontweight="bold" if bold else "normal", parse_math=False)
    made.set_horizontalalignment(across)  # type: ignore[arg-type]  # its stub wants literals
    made.set_verticalalignment("bottom" if upright else "center")
    made.set_rotation(90 if upright else 0)
    made.set_clip_on(False)
    return made


def written(label: Label) -> Iterator[Artist]:
    """A label in the middle of its box, over its veil."""
    box = label.box
    x = {"left": box.left, "right": box.right}.get(label.across, (box.left + box.right) / 2)
    y = (box.bottom + box.top) / 2
    wide, high = box.right - box.left, box.top - box.bottom
    if label.veil:
        yield Rectangle((box.left, box.bottom), wide, high, facecolor=GROUND, alpha=0.72, linewidth=0, zorder=2.5)
    colour = label.colour or INK
    yield text(label.words, x, y, size=label.size, colour=colour, bold=label.bold, across=label.across)


def _rows(keys: Sequence[Key], most: float) -> list[list[tuple[Key, float]]]:
    """The legend in rows, each key with the place where it begins."""
    rows: list[list[tuple[Key, float]]] = []
    x = 0.0
    for key in keys:
        wide = SAMPLE + width(key.words, LABEL) + KEY_GAP
        if not rows or x + wide > most:
            rows.append([])
            x = 0.0
        rows[-1].append((key, x))
        x += wide
    return rows


def _legend(axes: Axes, row: list[tuple[Key, float]], y: float, grown: float) -> None:
    for key, x in row:
        start, end = x * grown, (x + SAMPLE) * grown
        for artist in _sample(key, start, end - 6 * grown, y, grown):
            axes.add_artist(artist)
        axes.add_artist(text(key.words, end, y, size=LABEL * grown, colour=SOFT))


def _sample(key: Key, start: float, end: float, y: float, grown: float) -> Iterator[Artist]:
    if key.stroke and not key.sign:
        yield line([(start, y), (end, y)], stroke=key.stroke, wide=1.6 * grown)
    if key.sign:
        middle = (start + end) / 2
        yield point(middle, y, sign=key.sign, size=8 * grown, stroke=key.stroke, hollow=key.hollow)


def line(places: Sequence[tuple[float, float]], *, stroke: Stroke, wide: float = 1.0) -> Line2D:
    """A line through places, in the colour and the dashes of a stroke."""
    xs, ys = zip(*places, strict=True)
    made = Line2D(xs, ys, color=stroke.colour, linewidth=wide, linestyle=stroke.linestyle, dash_capstyle="butt")
    made.set_clip_on(False)
    return made


def rule(places: Sequence[tuple[float, float]], *, stroke: Stroke, wide: float = 0.7) -> Line2D:
    """A line of a grid, behind all else."""
    made = line(places, stroke=stroke, wide=wide)
    made.set_zorder(0.4)
    return made


def point(  # noqa: PLR0913  (what a point is)
    x: float, y: float, *, sign: Sign, size: float, stroke: Stroke | None = None, hollow: bool = False
) -> PathPatch:
    """A sign, ``size`` points wide; a hollow one has a rim in its own colour, in the dashes of the stroke."""
    marker = MarkerStyle(sign.marker)
    scale = size * SLIM if sign.marker == "D" else size  # a square on its corner is wider than its side
    path = marker.get_path().transformed(marker.get_transform() + Affine2D().scale(scale).translate(x, y))
    made = PathPatch(path, facecolor=GROUND if hollow else sign.colour, edgecolor=sign.rim)
    made.set_linewidth(1.5 if hollow else 0.6)
    if hollow and stroke:
        made.set_linestyle(stroke.linestyle)
    made.set_clip_on(False)
    return made


@contextmanager
def settled() -> Iterator[None]:
    """A block in which matplotlib's settings are its own and ours, whatever a user has set."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)  # type: ignore[arg-type]  # its stub wants literal keys
        yield


def rendered(sheet: Sheet, form: str, *, dots: int = DOTS) -> bytes:
    """The sheet as a file of a format: svg, or png of so many ``dots`` an inch. The same sheet gives the same bytes.

    An SVG has the title and the caption for those who cannot see it.
    """
    out = io.BytesIO()
    metadata: dict[str, Any] = dict.fromkeys(("Date", "Creator", "Format", "Type") if form == "svg" else ("Software",))
    with settled():
        sheet.figure().savefig(out, format=form, dpi=POINTS if form == "svg" else dots, metadata=metadata)
    made = out.getvalue()
    return _told(made.decode(), sheet).encode() if form == "svg" else made


def _told(svg: str, sheet: Sheet) -> str:
    """An SVG with the fonts that will do, and with its title and caption as words."""
    title, caption = escape(readable(sheet.title, longest=LONG_TITLE), {'"': "&quot;"}), escape(" ".join(sheet.caption))
    about = f'<svg role="img" aria-label="{title}" '
    svg = svg.replace(f"'{FONT}'", FAMILIES).replace("<svg ", about, 1)
    start = svg.index(">", svg.index("<svg ")) + 1
    return f"{svg[:start]}\n <desc>{caption}</desc>{svg[start:]}"
