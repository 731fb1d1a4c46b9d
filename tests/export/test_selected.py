"""What of a graph leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.selected import Selected
from kg.ids import Ids

if TYPE_CHECKING:
    from kg.store import Graph


def test_forgotten_edges_are_made_anew(actors: Graph) -> None:
    """Edges that were let go of are the same when they are asked for again."""
    selected = Selected(actors, Ids())
    first = selected.network
    selected.forget_edges()
    assert selected.network is not first
    assert selected.network.table.equals(first.table)
