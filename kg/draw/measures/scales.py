"""What charts of measures share: numbers as words, scales of numbers, bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from kg.draw.style import BLUE, GROUND, INK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHITE_ON = {BLUE, INK}  # colours on which words are white


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers along an axis: ``least`` stands at the place ``start``, ``most`` at ``end``, in points."""

    least: float
    most: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """The place of a number, in points."""
        share = (number - self.least) / (self.most - self.least) if self.most > self.least else 0.5
        return round(self.start + share * (self.end - self.start), 2)


def told(number: float | None) -> str:
    """A number in words: whole ones in full, others to three digits; a dash where there is none.

    >>> told(1200.0), told(0.051234), told(-2.5), told(None)
    ('1,200', '0.0512', '−2.5', '–')
    """
    if number is None:
        return "–"
    plain = f"{number:,.0f}" if float(number).is_integer() else f"{number:.3g}"
    return plain.replace("-", "−")


def marks(least: float, most: float, *, about: int = 5) -> list[float]:
    """Round whole numbers from ``least`` to ``most``, about so many at most.

    >>> marks(0, 7)
    [0.0, 2.0, 4.0, 6.0]
    >>> marks(0, 1)
    [0.0, 1.0]
    """
    found = MaxNLocator(nbins=about, integer=True, min_n_ticks=1).tick_values(least, most)
    return [round(float(each), 9) for each in found if least <= each <= most]


def bar(left: float, bottom: float, right: float, top: float, *, colour: str) -> Rectangle:
    """A filled rectangle between corners, which may be given in any order."""
    made = Rectangle((min(left, right), min(bottom, top)), abs(right - left), abs(top - bottom), facecolor=colour)
    made.set_linewidth(0)
    made.set_clip_on(False)
    return made


def stacked(parts: Sequence[float], scale: Scale) -> Iterator[tuple[int, float, float]]:
    """The parts that are above 0, each by its number with the places where it begins and ends on the scale."""
    total = 0.0
    for number, part in enumerate(parts):
        if part > 0:
            yield number, scale(total), scale(total + part)
            total += part


def ink_on(colour: str) -> str:
    """The colour of words on a ground."""
    return GROUND if colour in WHITE_ON else INK
