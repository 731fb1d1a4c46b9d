"""Shades that tell how many, from pale to dark; they differ in lightness, and so for everybody."""

from __future__ import annotations

from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb

from kg.draw.style import BLUE, GROUND

SCALE = LinearSegmentedColormap.from_list("newskg", ["#eef3f8", "#a9cbe6", BLUE, "#003a5c"])
LIGHT = (0.2126, 0.7152, 0.0722)  # how light red, green and blue are
LINEAR = 0.04045  # of a part, 0 to 1: up to here its light grows evenly (IEC 61966-2-1)
EVEN = 1.05 * 0.05  # the square of the light on which black and white stand out alike


def shade(share: float) -> str:
    """The colour of a share of the highest number, 0 to 1, by its root: few stay apart where one towers over all.

    >>> shade(0.0)
    '#eef3f8'
    """
    return to_hex(SCALE(max(share, 0.0) ** 0.5))


def words_on(share: float) -> str:
    """The colour of words on the shade of a share: black or white, whichever stands out more (WCAG 2.2, 1.4.3)."""
    parts = (part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(shade(share)))
    light = sum(weight * part for weight, part in zip(LIGHT, parts, strict=True))
    return GROUND if (light + 0.05) ** 2 < EVEN else "#000000"
