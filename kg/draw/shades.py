"""Shades that tell how many, from pale to dark; they differ in lightness, and so for everybody."""

from __future__ import annotations

from matplotlib.colors import LinearSegmentedColormap, to_hex

from kg.draw.style import BLUE, GROUND, INK

SCALE = LinearSegmentedColormap.from_list("newskg", ["#eef3f8", "#a9cbe6", BLUE, "#003a5c"])
PALE = 0.5  # of the scale: above, words are white


def shade(share: float) -> str:
    """The colour of a share of the highest number, 0 to 1, by its root: few stay apart where one towers over all.

    >>> shade(0.0)
    '#eef3f8'
    """
    return to_hex(SCALE(max(share, 0.0) ** 0.5))


def words_on(share: float) -> str:
    """The colour of words on the shade of a share."""
    return GROUND if max(share, 0.0) ** 0.5 > PALE else INK
