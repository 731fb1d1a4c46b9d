"""A part of a graph as a graph of its own."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.graph import Graph
from kg.store.snapshots import PRIVATE, SNAPSHOTS

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def only(graph: Graph, within: str) -> Iterator[Graph]:
    """The named graphs of ``graph`` whose names begin with ``within``: itself, if it holds nothing else, else a copy.

    The copy is made of links to the files of ``graph``, where the disk allows that, and removed at the end. A graph in
    memory is copied in memory.

    :raises StoreError: when no copy can be made.
    """
    wanted = graph.graphs(within)
    others = set(graph.graphs()) - set(wanted)
    if not others and next(graph.quads(""), None) is None:
        yield graph
    elif graph.path is None:
        with Graph.memory() as copy:
            copy.bulk(quad for name in wanted for quad in graph.quads(name))
            yield copy
    else:
        beside = graph.path / SNAPSHOTS
        place = beside if os.access(beside, os.W_OK) else None
        with tempfile.TemporaryDirectory(prefix=f"{PRIVATE}{os.getpid()}-", dir=place) as folder:
            graph.backup(Path(folder) / "part")
            with Graph.open(Path(folder) / "part") as copy:
                copy.change(dropped=("", *others))
                yield copy
