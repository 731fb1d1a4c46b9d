"""The table of edges that each build leaves beside the store, and the networks that are made of it or of the store."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from kg import analyse
from kg.analyse import edges
from kg.analyse.filters import filtering
from kg.analyse.splicing import spliced
from kg.model import Factuality
from kg.store import snapshots

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.ids import Ids
    from kg.newsgraph.graph import NewsGraph
    from kg.store import Graph

NEW = f"{edges.FILE}.new"


def write(folder: Path, graph: Graph, ids: Ids) -> None:
    """Writes the edges of a graph beside their place: ``keep`` puts them there once the graph is published.

    :raises StoreError: when the folder cannot be written.
    """
    edges.write(folder / NEW, edges.edges(graph, ids))


def splice(folder: Path, graph: Graph, ids: Ids, changed: Collection[Quad]) -> bool:
    """Writes the edges of a graph by those of the snapshot before and what changed since; False where there are none.

    :raises StoreError: when the folder cannot be written.
    """
    if (before := left(folder)) is None:
        return False
    edges.write(folder / NEW, spliced(before, graph, ids, changed))
    return True


def skip(folder: Path) -> None:
    """Leaves the edges of the snapshot before, which are then seen to be old."""
    (folder / NEW).unlink(missing_ok=True)


def keep(folder: Path) -> None:
    """Puts the edges that were written last in their place, with the time of the snapshot that they are of.

    Where none were written, those of an older snapshot stay, and are seen to be old.
    """
    if not (folder / NEW).exists():
        return
    (folder / NEW).replace(folder / edges.FILE)
    if (seen := snapshots.seen(folder)) is not None:
        os.utime(folder / edges.FILE, ns=(seen[1], seen[1]))


def left(folder: Path) -> analyse.Edges | None:
    """The edges that the last build left; None where there are none, or the store was written to since."""
    path, seen = folder / edges.FILE, snapshots.seen(folder)
    if seen is None or not path.exists() or path.stat().st_mtime_ns < seen[1]:
        return None
    return edges.read(path)


def network(
    folder: Path, graph: Callable[[], Graph], ids: Ids, *, kind: str, filters: analyse.Filters
) -> analyse.Network:
    """A projection of the graph in ``folder``: from what the last build left, if that will do, else from its store.

    :raises ConfigError: when the kind is unknown, or a filter names what does not exist.
    """
    made = left(folder) if kind == "actors" else None
    return analyse.project(made or graph(), ids, kind, filters)


def asked(
    graph: NewsGraph,
    *,
    kind: str = "actors",
    factuality: Collection[str] | None = None,
    lift: bool | str = "none",
    **filters: Any,  # noqa: ANN401 (the other fields of Filters, each with its own type)
) -> analyse.Network:
    """A network for networkx: of actors, with an edge for each event that links two, or another ``kind``.

    ``kind``: actors, participation, speakers or bipartite. Facts alone unless ``factuality`` asks for more, but of
    speakers every claim counts: what somebody says is said, whatever became of it.
    ``lift`` leads bodies to their ``government``, their ``state`` or (also: True) the uppermost ``whole``.
    ``filters``: types, since, until, places, outlets, certainty and reports, as in ``kg.analyse.Filters``.

    :raises ConfigError: when a filter or the kind means nothing.
    """
    usual = tuple(Factuality) if kind == "speakers" else ("fact",)
    chosen = filtering(factuality=usual if factuality is None else factuality, lift=lift, **filters)
    return network(graph.folder, lambda: graph.graph, graph.ids, kind=kind, filters=chosen)
