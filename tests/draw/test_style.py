"""What pictures say by colour can be told apart by everybody."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from kg.draw.measures.grouped import COLOURS
from kg.draw.measures.ranking import PARTS
from kg.draw.measures.scales import ink_on
from kg.draw.shades import shade, words_on
from kg.draw.style import FACTUALITY, GROUND, INK, KINDS, NO_QUAD, OTHER, QUADS, SOFT

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
    ),
}
SEEN_BY = pytest.mark.parametrize("deficiency", DEFICIENCIES)
APART = 10.0  # of CIE 1976 L*a*b*; about 2.3 is just noticeable
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    """The linear RGB of ``#rrggbb``, 0 to 1 (IEC 61966-2-1)."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, deficiency: str) -> np.ndarray:
    """The place of a colour in L*a*b*, as it is seen with a deficiency."""
    seen = np.clip(DEFICIENCIES[deficiency] @ linear(colour), 0, 1)
    x, y, z = (TO_XYZ @ seen) / np.array([0.95047, 1.0, 1.08883])
    cubes = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)]
    return np.array([116 * cubes[1] - 16, 500 * (cubes[0] - cubes[1]), 200 * (cubes[1] - cubes[2])])


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lights = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour)) + 0.05 for colour in (one, other))
    return lights[1] / lights[0]


def nearest(colours: list[str], deficiency: str) -> float:
    """How far the two colours that are most alike are from one another."""
    return min(
        float(np.linalg.norm(lab(one, deficiency) - lab(other, deficiency))) for one, other in combinations(colours, 2)
    )


@SEEN_BY
def test_factualities_are_apart(deficiency: str) -> None:
    """The colours of the four factualities differ, whatever deficiency they are seen with."""
    assert nearest([stroke.colour for stroke in FACTUALITY.values()], deficiency) > APART


@SEEN_BY
def test_quad_classes_are_apart(deficiency: str) -> None:
    """So do those of the quad classes, and of events that have none."""
    assert nearest([sign.colour for sign in (*QUADS.values(), NO_QUAD)], deficiency) > APART


@SEEN_BY
def test_kinds_are_apart(deficiency: str) -> None:
    """So do those of the kinds of actors."""
    assert nearest(sorted({sign.colour for sign in (*KINDS.values(), OTHER)}), deficiency) > APART


@SEEN_BY
def test_parts_of_a_bar_are_apart(deficiency: str) -> None:
    """So do those of the parts of a bar."""
    assert nearest(list(PARTS), deficiency) > APART


def test_kinds_differ_without_colour() -> None:
    """No two kinds of actors share their marker."""
    signs = {sign.name: sign.marker for sign in (*KINDS.values(), OTHER)}
    assert len(set(signs.values())) == len(signs)


def test_strokes_stand_out() -> None:
    """The line of each factuality has a contrast of 3 to 1 on the ground at least."""
    assert min(contrast(stroke.colour, GROUND) for stroke in FACTUALITY.values()) >= 3


def test_rims_stand_out() -> None:
    """The rim of each sign has a contrast of 3 to 1 on the ground at least."""
    assert min(contrast(sign.rim, GROUND) for sign in (*KINDS.values(), *QUADS.values(), OTHER, NO_QUAD)) >= 3


def test_words_stand_out() -> None:
    """Words on the ground, on parts of bars and on shades have a contrast of 4.5 to 1 at least."""
    pairs = [(INK, GROUND), (SOFT, GROUND), *((ink_on(part), part) for part in PARTS)]
    pairs += [(words_on(share / 50), shade(share / 50)) for share in range(51)]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_the_shades_go_from_pale_to_dark() -> None:
    """The more, the darker a shade is."""
    lights = [contrast(shade(share / 20), GROUND) for share in range(21)]
    assert lights == sorted(lights)


def test_neighbouring_groups_differ() -> None:
    """The frames of seven groups in a row have seven colours."""
    assert len(set(COLOURS)) == len(COLOURS) == 7
