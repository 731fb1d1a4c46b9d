"""Who belongs together: a network in boxes, one for each group, with what holds it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
from matplotlib.patches import FancyBboxPatch

from kg.draw.arrows import NEAR, arrows_of, kind, lines, names_of, room
from kg.draw.lettering import Box, Label, Wanted, placed, readable, width
from kg.draw.places import spread
from kg.draw.sheet import Key, Sheet, point
from kg.draw.style import BLUE, FACTUALITY, GREEN, INK, LABEL, ORANGE, OTHER, PURPLE, RED, SKY, SMALL, SOFT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matplotlib.artist import Artist

    from kg.analyse.measures import Community
    from kg.draw.arrows import Arrow
    from kg.draw.places import Place

LIMIT = 120  # actors
MEMBERS = 14  # of one group
DOT, GAP, HEAD, WIDE = 8.0, 14.0, 32.0, 1150.0  # points: of an actor, between boxes, over a box, of a row
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, RED, SOFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A box of the picture: where it stands, what stands in its head, and the places of its actors."""

    box: Box
    head: str
    about: str
    colour: str
    where: Mapping[str, Place]


def groups(network: nx.Graph[str], rows: Sequence[Community], *, scope: str = "", limit: int | None = None) -> Sheet:
    """The largest communities, each in a box with its letter: its busiest members, and the arrows between all of them.

    Not more than ``limit`` actors (else 120) are drawn, and 14 of a community.
    """
    wanted = _kept(network, rows, max(limit or LIMIT, 2))
    drawn, wide, high = _packed(network, wanted)
    where = {node: place for each in drawn for node, place in each.where.items()}
    between = [each for each in arrows_of(network) if {each.source, each.target} <= set(where)]
    sizes = dict.fromkeys(where, DOT)
    names = names_of(network, where)
    inside = {node: number for number, each in enumerate(drawn) for node in each.where}
    own = [each for each in between if inside[each.source] == inside[each.target]]
    across = [each for each in between if inside[each.source] != inside[each.target]]
    labels = [label for each in drawn for label in _names(names, each)]
    return Sheet(
        width=wide,
        height=high,
        title="Who belongs together",
        keys=tuple(_keys(network, where, between)),
        caption=tuple(_caption(rows, drawn, len(labels) - 2 * len(drawn), len(where), scope)),
        artists=lambda: [
            *(part for each in drawn for part in _frame(each)),
            *lines(across, where, sizes, "", pale=True),
            *lines(own, where, sizes, ""),
            *(part for each in drawn for part in _dots(network, each)),
        ],
        labels=tuple(labels),
    )


def _kept(network: nx.Graph[str], rows: Sequence[Community], limit: int) -> list[tuple[Community, list[str]]]:
    """The communities that are drawn, each with its busiest members."""
    left = limit
    out: list[tuple[Community, list[str]]] = []
    for row in rows:
        members = sorted(
            (each for each in row.members if each in network), key=lambda each: (-network.degree(each), each)
        )
        kept = members[: min(MEMBERS, left)]
        if len(kept) < 2 and out:  # noqa: PLR2004 (who stands alone belongs to nobody)
            break
        out.append((row, kept))
        left -= len(kept)
    return out


def _packed(network: nx.Graph[str], wanted: Sequence[tuple[Community, list[str]]]) -> tuple[list[Group], float, float]:
    """The boxes in rows, the largest community first."""
    out: list[Group] = []
    x = y = deep = widest = 0.0
    for number, (row, members) in enumerate(wanted):
        simple = nx.Graph(network.subgraph(members))
        rooms = {node: room(words, DOT) for node, words in names_of(network, members).items()}
        where, inner, high = spread(simple, rooms, least=(0.0, 40.0))
        head, about = _letter(number) + f"  {len(row.members):,} actors", _about(row, len(members))
        wide = max(inner, width(head, LABEL, bold=True) + 24, width(about, SMALL) + 24)
        if x and x + wide > WIDE:
            x, y, deep = 0.0, y - deep - GAP, 0.0
        box = Box(x, y - high - HEAD, x + wide, y)
        shift = (wide - inner) / 2
        moved = {node: (x + px + shift, y - HEAD - high + py) for node, (px, py) in where.items()}
        out.append(Group(box=box, head=head, about=about, colour=COLOURS[number % len(COLOURS)], where=moved))
        x, deep, widest = x + wide + GAP, max(deep, high + HEAD), max(widest, x + wide)
    high = deep - y
    return [_raised(each, high) for each in out], max(widest, 420.0), high


def _raised(each: Group, by: float) -> Group:
    box = Box(each.box.left, each.box.bottom + by, each.box.right, each.box.top + by)
    where = {node: (round(x, 2), round(y + by, 2)) for node, (x, y) in each.where.items()}
    return Group(box=box, head=each.head, about=each.about, colour=each.colour, where=where)


def _letter(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters = chr(ord("A") + number % 26)
    return letters if number < 26 else _letter(number // 26 - 1) + letters  # noqa: PLR2004 (the alphabet)


def _about(row: Community, shown: int) -> str:
    """What holds a community together, in words."""
    types = ", ".join(f"{readable(name)} {count:,}" for name, count in row.types if name)
    left = f", {shown:,} shown" if shown < len(row.members) else ""
    return f"{row.edges:,} ties, density {row.density:.2f}{left}" + (f"; {types}" if types else "")


def _frame(each: Group) -> Iterator[Artist]:
    box = each.box
    made = FancyBboxPatch((box.left + 2, box.bottom + 2), box.right - box.left - 4, box.top - box.bottom - 4)
    made.set_boxstyle("round", pad=0, rounding_size=6)
    made.set(facecolor="#f7f8fa", edgecolor=each.colour, linewidth=1.4, clip_on=False, zorder=0.5)
    yield made


def _dots(network: nx.Graph[str], each: Group) -> Iterator[Artist]:
    for node, (x, y) in each.where.items():
        made = point(x, y, sign=kind(network, node), size=8)
        made.set_zorder(2)
        yield made


def _names(names: Mapping[str, str], each: Group) -> Iterator[Label]:
    """The names of a group's actors; the words in its head come first."""
    box = each.box
    for words, down, size, bold in ((each.head, 12, LABEL, True), (each.about, 24, SMALL, False)):
        right = box.left + 10 + width(words, size, bold=bold)
        place = Box(box.left + 10, box.top - down - 6, right, box.top - down + 6)
        yield Label(words=words, size=size, box=place, bold=bold, colour=INK if bold else SOFT, across="left")
    half = DOT / 2 + 1
    discs = [Box(x - half, y - half, x + half, y + half) for x, y in each.where.values()]
    wanted = [
        Wanted(words=names[node], size=LABEL, at=at, gap=DOT / 2 + NEAR, colour=INK) for node, at in each.where.items()
    ]
    field = Box(box.left + 3, box.bottom + 3, box.right - 3, box.top - HEAD)
    yield from (label for label in placed(wanted, taken=discs, within=field) if label)


def _keys(network: nx.Graph[str], nodes: Mapping[str, Place], between: Sequence[Arrow]) -> Iterator[Key]:
    for name, stroke in FACTUALITY.items():
        if any(each.factuality == name for each in between):
            yield Key(stroke=stroke, words=stroke.name)
    signs = {kind(network, node).name: kind(network, node) for node in nodes}
    for name in sorted(signs, key=lambda name: (name == OTHER.name, name)):
        yield Key(sign=signs[name], words=name)


def _caption(rows: Sequence[Community], drawn: Sequence[Group], named: int, shown: int, scope: str) -> Iterator[str]:
    yield f"newskg: actors who deal more with one another than with the rest{', ' + scope if scope else ''}."
    yield "Density is the share of pairs that have an event; numbers of event types are those within."
    if len(drawn) < len(rows):
        yield f"Drawn are the largest {len(drawn):,} of {len(rows):,}."
    if named < shown:
        yield f"Names: {named:,} of {shown:,}."
