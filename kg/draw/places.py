"""Where the nodes of a network stand: near those they deal with, apart from all others; the same every time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Place = tuple[float, float]
SEED = 0
EXACT = 60  # nodes: below, distances are kept (Kamada and Kawai 1989); above, forces (Fruchterman and Reingold 1991)
DIGITS = 2  # of a point
PASSES = 200
FIRST_RING = 12
TINY = 1e-9


def spread(network: nx.Graph[str], *, apart: float) -> tuple[dict[str, Place], float, float]:
    """The place of each node, in points, with width and height of the whole; nodes stand ``apart`` points or more.

    Each connected part is laid out by itself, the largest first, and the parts are set in rows.
    """
    parts = sorted(map(sorted, nx.connected_components(network)), key=lambda part: (-len(part), part))
    laid = [_part(network, part, apart) for part in parts]
    return _rows(parts, laid, apart)


def rings(centre: str, others: Sequence[str], *, apart: float) -> tuple[dict[str, Place], float, float]:
    """A node in the middle, the others round it in rings, the first of them on the inmost."""
    where: dict[str, Place] = {}
    left, ring = list(others), 0
    radius = max(apart * 1.6, 0.0)
    while left:
        most = FIRST_RING + 7 * ring
        held = left[: most if len(left) > most * 1.3 else len(left)]
        left = left[len(held) :]
        radius = max(radius, len(held) * apart / (2 * math.pi) * 0.8)
        for number, node in enumerate(held):
            angle = 2 * math.pi * (number + ring / 2) / len(held) + math.pi / 2 / max(len(held), 1)
            where[node] = (radius * math.cos(angle) * 1.45, radius * math.sin(angle))
        radius, ring = radius + apart * 0.95, ring + 1
    where[centre] = (0.0, 0.0)
    return _moved(where, apart)


def _part(network: nx.Graph[str], part: list[str], apart: float) -> NDArray[np.float64]:
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(part)))
    index = {node: number for number, node in enumerate(part)}
    pairs = {(index[a], index[b]) for a in part for b in network[a] if index[a] < index[b]}
    numbered.add_edges_from(sorted(pairs))
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) <= EXACT:
        found = nx.kamada_kawai_layout(numbered, pos=nx.circular_layout(numbered))
    else:
        start = nx.circular_layout(numbered)
        found = nx.spring_layout(
            numbered, pos=start, seed=SEED, k=1.6 / math.sqrt(len(part)), iterations=PASSES, method="force"
        )
    places = np.array([found[number] for number in range(len(part))], dtype=float)
    return _apart(places * np.array([1.35, 1.0]), apart)


def _apart(places: NDArray[np.float64], apart: float) -> NDArray[np.float64]:
    """The places scaled so that neighbours are ``apart`` in the middle, and those that are nearer pushed away."""
    gaps = _distances(places)
    nearest = np.median(gaps.min(axis=1))
    places = places * (1.1 * apart / max(float(nearest), 1e-6))
    for _ in range(PASSES):
        offsets = places[:, None, :] - places[None, :, :]
        gaps = _distances(places)
        short = np.clip(apart - gaps, 0, None)
        if not short.any():
            break
        turn = np.where(gaps[..., None] > TINY, offsets / np.maximum(gaps, TINY)[..., None], 0.0)
        places = places + (turn * short[..., None] * 0.5).sum(axis=1) * 0.6
    return places


def _distances(places: NDArray[np.float64]) -> NDArray[np.float64]:
    gaps = np.asarray(np.hypot(*(places[:, None, :] - places[None, :, :]).transpose(2, 0, 1)), dtype=float)
    np.fill_diagonal(gaps, np.inf)
    return gaps


def _rows(
    parts: list[list[str]], laid: list[NDArray[np.float64]], apart: float
) -> tuple[dict[str, Place], float, float]:
    """The parts side by side in rows, as wide together as the picture should be."""
    pad_x, pad_y = apart * 1.45, apart * 0.45
    boxes = [(np.ptp(places[:, 0]) + 2 * pad_x, np.ptp(places[:, 1]) + 2 * pad_y) for places in laid]
    area = sum(float(wide * high) for wide, high in boxes)
    limit = max(max((float(wide) for wide, _ in boxes), default=0.0), math.sqrt(area * 1.6))
    where: dict[str, Place] = {}
    x = y = row = 0.0
    for part, places, (wide, high) in zip(parts, laid, boxes, strict=True):
        if x and x + wide > limit + 1e-6:
            x, y, row = 0.0, y - row, 0.0
        corner = np.array([x + pad_x, y - pad_y]) - np.array([places[:, 0].min(), places[:, 1].max()])
        where |= {node: (float(a), float(b)) for node, (a, b) in zip(part, places + corner, strict=True)}
        x, row = x + float(wide), max(row, float(high))
    return _moved(where, apart)


def _moved(where: Mapping[str, Place], apart: float) -> tuple[dict[str, Place], float, float]:
    """The places from a lower left corner, with room for labels around."""
    side, high = apart * 1.3, max(apart * 0.4, 20.0)
    left, right = min(x for x, _ in where.values()), max(x for x, _ in where.values())
    low, top = min(y for _, y in where.values()), max(y for _, y in where.values())
    width = max(right - left + 2 * side, 560.0)
    height = max(top - low + 2 * high, 120.0)
    dx, dy = (width - left - right) / 2, (height - low - top) / 2
    moved = {node: (round(x + dx, DIGITS), round(y + dy, DIGITS)) for node, (x, y) in sorted(where.items())}
    return moved, round(width, DIGITS), round(height, DIGITS)
