"""Where the nodes of a network stand: near those they deal with, each with room for its name; the same every time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Place = tuple[float, float]
Where = tuple[dict[str, Place], float, float]  # places in points, from the lower left corner, with width and height
SEED = 0
EXACT = 1000  # nodes: up to here distances are kept; above, forces (Fruchterman and Reingold 1991)
DIGITS = 2  # of a point
PASSES = 400
STEPS = 150  # of majorization
GOLDEN = math.pi * (3 - math.sqrt(5))  # an angle whose multiples never meet
TINY = 1e-9
FIRST_RING = 10
LEAST = (560.0, 120.0)  # points that a picture is wide and high
EDGE = 6.0  # points around all
ASPECT = 1.45  # how much wider than high
ROOMY = 3.4  # how much larger than all names together
PULLED = 0.6  # the power of the distance from the middle, so that nobody stands far off
LOOSER = 1.06  # what places grow by where names still meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a node and its name take: how far they reach to the left and right of its point, and how high they are."""

    left: float
    right: float
    high: float


def spread(network: nx.Graph[str], rooms: Mapping[str, Room], *, least: tuple[float, float] = LEAST) -> Where:
    """The place of each node, in points, with width and height of the whole; no two rooms meet.

    The whole is at ``least`` so wide and so high. Each connected part is laid out by itself, the largest first, and the
    parts are set in rows.
    """
    parts = sorted(map(sorted, nx.connected_components(network)), key=lambda part: (-len(part), part))
    laid = [_parted(_part(network, part), [rooms[node] for node in part]) for part in parts]
    return _rows(parts, laid, rooms, least)


def rings(centre: str, others: Sequence[str], rooms: Mapping[str, Room]) -> Where:
    """A node in the middle, the others round it in rings, the first of them on the inmost; no two rooms meet."""
    nodes, radius, ring = [centre], 1.6, 0
    places = [(0.0, 0.0)]
    left = list(others)
    while left:
        most = FIRST_RING + 8 * ring
        held, left = (left, []) if len(left) <= most * 1.3 else (left[:most], left[most:])
        for number, node in enumerate(held):
            angle = 2 * math.pi * (number + ring / 2) / len(held) + math.pi / 2 / len(held)
            nodes.append(node)
            places.append((radius * math.cos(angle) * ASPECT, radius * math.sin(angle)))
        radius, ring = radius + 1, ring + 1
    laid = _parted(np.array(places), [rooms[node] for node in nodes])
    return _rows([nodes], [laid], rooms, LEAST)


def _part(network: nx.Graph[str], part: list[str]) -> NDArray[np.float64]:
    """The places of a connected part, in no unit."""
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(part)))
    index = {node: number for number, node in enumerate(part)}
    pairs = {(index[a], index[b]) for a in part for b in network[a] if index[a] < index[b]}
    numbered.add_edges_from(sorted(pairs))
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) <= EXACT:
        places = _settled(np.asarray(nx.floyd_warshall_numpy(numbered), dtype=float))
    else:
        wide = 1.6 / math.sqrt(len(part))
        start = nx.circular_layout(numbered)
        found = nx.spring_layout(numbered, pos=start, seed=SEED, k=wide, iterations=200, method="force")
        places = np.array([found[number] for number in range(len(part))], dtype=float)
    places -= places.mean(axis=0)
    far = np.hypot(*places.T)
    pulled = places * (np.maximum(far, TINY) ** (PULLED - 1))[:, None]
    return np.asarray(pulled * np.array([ASPECT, 1.0]), dtype=float)


def _settled(steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """Places as far apart as there are steps between nodes, near ones above all: by stress majorization.

    Gansner, Koren and North 2004, from a start by classical scaling (Torgerson 1952).
    """
    count = len(steps)
    middle = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * middle @ steps**2 @ middle)
    places = vectors[:, :-3:-1] * np.sqrt(np.maximum(values[:-3:-1], TINY))
    places *= np.where(places[np.abs(places).argmax(axis=0), range(2)] < 0, -1.0, 1.0)
    angles = np.arange(count) * GOLDEN  # nodes that all scaling puts on one spot begin a little apart
    places += 0.05 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    weights = np.zeros_like(steps)
    np.divide(1.0, steps**2, out=weights, where=steps > 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights, hermitian=True)
    for _ in range(STEPS):
        gaps = np.hypot(*(places[:, None, :] - places[None, :, :]).transpose(2, 0, 1))
        ratio = np.zeros_like(gaps)
        np.divide(weights * steps, gaps, out=ratio, where=gaps > TINY)
        places = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ places)
    return np.asarray(places, dtype=float)


def _parted(places: NDArray[np.float64], rooms: Sequence[Room]) -> NDArray[np.float64]:
    """The places scaled to points, and moved until no two rooms meet: up or down, or aside where that is nearer."""
    wide = np.array([room.left + room.right for room in rooms])
    high = np.array([room.high for room in rooms])
    shift = np.array([[(room.right - room.left) / 2, 0.0] for room in rooms])
    spans = np.maximum(np.ptp(places, axis=0), TINY)
    area = float((wide * high).sum()) * ROOMY
    centres = places * math.sqrt(area / float(max(spans[0] * spans[1], spans.max() ** 2 / 2))) + shift
    need_x, need_y = (wide[:, None] + wide) / 2, (high[:, None] + high) / 2
    order = np.triu(np.ones_like(need_x)) - np.tril(np.ones_like(need_x))
    for step in range(PASSES * 4):
        away = centres[:, None, :] - centres[None, :, :]
        lack_x, lack_y = need_x - np.abs(away[..., 0]), need_y - np.abs(away[..., 1])
        meet = (lack_x > 0) & (lack_y > 0)
        np.fill_diagonal(meet, val=False)
        if not meet.any():
            break
        if step >= PASSES and step % 10 == 0:
            centres = centres * LOOSER
        up = meet & (lack_y * ASPECT <= lack_x)
        move_y = np.where(up, lack_y * _sign(away[..., 1], order), 0.0)
        move_x = np.where(meet & ~up, lack_x * _sign(away[..., 0], order), 0.0)
        centres = centres + 0.3 * np.stack([move_x.sum(axis=1), move_y.sum(axis=1)], axis=1)
    return np.asarray(centres - shift, dtype=float)


def _sign(away: NDArray[np.float64], order: NDArray[np.float64]) -> NDArray[np.float64]:
    """Which way to move; of two at one height the first in the ``order`` goes up."""
    return np.where(np.abs(away) > TINY, np.sign(away), order)


def _rows(
    parts: Sequence[Sequence[str]],
    laid: Sequence[NDArray[np.float64]],
    rooms: Mapping[str, Room],
    least: tuple[float, float],
) -> Where:
    """The parts side by side in rows, as wide together as the picture should be."""
    frames = [_frame(part, places, rooms) for part, places in zip(parts, laid, strict=True)]
    area = sum((right - left) * (top - low) for left, low, right, top in frames)
    widest = max(right - left for left, _, right, _ in frames)
    limit = max(widest, math.sqrt(area * ASPECT), least[0] - 2 * EDGE)
    where: dict[str, Place] = {}
    x = y = row = 0.0
    for part, places, (left, low, right, top) in zip(parts, laid, frames, strict=True):
        if x and x + right - left > limit + 1e-6:
            x, y, row = 0.0, y - row, 0.0
        where |= {
            node: (float(px) - left + x, float(py) - top + y) for node, (px, py) in zip(part, places, strict=True)
        }
        x, row = x + right - left, max(row, top - low)
    return _moved(where, rooms, least)


def _frame(
    part: Sequence[str], places: NDArray[np.float64], rooms: Mapping[str, Room]
) -> tuple[float, float, float, float]:
    """Left, foot, right and top of all rooms of a part, with air around."""
    left = min(float(x) - rooms[node].left for node, (x, _) in zip(part, places, strict=True))
    right = max(float(x) + rooms[node].right for node, (x, _) in zip(part, places, strict=True))
    low = min(float(y) - rooms[node].high / 2 for node, (_, y) in zip(part, places, strict=True))
    top = max(float(y) + rooms[node].high / 2 for node, (_, y) in zip(part, places, strict=True))
    return left - EDGE, low - EDGE, right + EDGE, top + EDGE


def _moved(where: Mapping[str, Place], rooms: Mapping[str, Room], least: tuple[float, float]) -> Where:
    """The places from a lower left corner, in the middle of a sheet that is large enough."""
    places = np.array(list(where.values()))
    left, low, right, top = _frame(list(where), places, rooms)
    width, height = max(right - left, least[0]), max(top - low, least[1])
    dx, dy = (width - left - right) / 2, (height - low - top) / 2
    moved = {node: (round(x + dx, DIGITS), round(y + dy, DIGITS)) for node, (x, y) in sorted(where.items())}
    return moved, round(width, DIGITS), round(height, DIGITS)
