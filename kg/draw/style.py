"""What pictures say by colour, and by a second sign too; the colours are Okabe and Ito's, for the colour-blind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Okabe and Ito 2008, "Color Universal Design"; the greys are ours.
ORANGE, SKY, GREEN = "#e69f00", "#56b4e9", "#009e73"
BLUE, RED, PURPLE = "#0072b2", "#d55e00", "#cc79a7"
INK, SOFT, FAINT, GROUND = "#1d232b", "#5a6370", "#d9dce1", "#ffffff"

DARKER = 0.72  # of a colour, for the rim of a sign
FONT = "DejaVu Sans"  # the one that ships with matplotlib
TITLE, LABEL, SMALL = 14.0, 9.0, 7.5  # points

# Words of an SVG are text: to be searched, copied and read aloud, at a quarter of the size. Where the font is not
# installed, Verdana is as wide, and others are narrower.
FAMILIES = f"'{FONT}', Verdana, sans-serif"
SETTINGS = {
    "font.family": [FONT],
    "svg.fonttype": "none",
    "svg.hashsalt": "newskg",
    "svg.image_inline": True,
    "text.hinting": "none",
    "text.usetex": False,
    "path.simplify": True,
    "path.sketch": None,
    "path.effects": [],
    "hatch.linewidth": 0.6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line is drawn: its colour, and dashes in points (none: solid)."""

    name: str
    colour: str
    dashes: tuple[float, ...] = ()

    @property
    def linestyle(self) -> Literal["solid"] | tuple[float, tuple[float, ...]]:
        """As matplotlib has it."""
        return (0, self.dashes) if self.dashes else "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How a point is drawn: its colour, and matplotlib's marker."""

    name: str
    colour: str
    marker: str

    @property
    def rim(self) -> str:
        """The colour darkened, as what stands on white needs it to be seen (WCAG 2.2, 1.4.11: contrast 3 to 1)."""
        return "#" + "".join(f"{round(int(self.colour[at : at + 2], 16) * DARKER):02x}" for at in (1, 3, 5))


FACTUALITY = {
    "fact": Stroke(name="fact", colour=INK),
    "counterfact": Stroke(name="counterfact (did not happen)", colour=RED, dashes=(6, 2, 1.2, 2)),
    "disputed": Stroke(name="disputed", colour=PURPLE, dashes=(5, 2.5)),
    "uncommitted": Stroke(name="uncommitted (not vouched for)", colour=BLUE, dashes=(1.4, 1.8)),
}

_STATE = Sign(name="state or government", colour=BLUE, marker="s")
_BODY = Sign(name="organization", colour=GREEN, marker="D")
_PERSON = Sign(name="person", colour=ORANGE, marker="o")
_GROUP = Sign(name="population group", colour=PURPLE, marker="h")
_PLACE = Sign(name="place", colour=SKY, marker="^")
OTHER = Sign(name="other", colour="#c9ced6", marker="p")
KINDS = {
    "State": _STATE,
    "Government": _STATE,
    "GovernmentBody": _STATE,
    "Organization": _BODY,
    "IntergovernmentalOrganization": _BODY,
    "NonGovernmentalOrganization": _BODY,
    "ArmedGroup": _BODY,
    "PoliticalParty": _BODY,
    "MediaOrganization": _BODY,
    "Company": _BODY,
    "Person": _PERSON,
    "PopulationGroup": _GROUP,
    "Place": _PLACE,
    "City": _PLACE,
    "Territory": _PLACE,
}

QUADS = {
    "materialCooperation": Sign(name="material cooperation", colour=BLUE, marker="s"),
    "verbalCooperation": Sign(name="verbal cooperation", colour=SKY, marker="o"),
    "verbalConflict": Sign(name="verbal conflict", colour=ORANGE, marker="^"),
    "materialConflict": Sign(name="material conflict", colour=RED, marker="D"),
}
NO_QUAD = Sign(name="no event type", colour="#c9ced6", marker="p")
REQUESTS = "Quad classes are PLOVER's, which counts REQUEST (urges, asks, calls for) as verbal conflict."
