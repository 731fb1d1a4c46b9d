"""Who belongs to the core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse import backend
from kg.analyse.measures.simple import kind, label, undirected
from kg.analyse.records import Records

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The largest ``core`` (k) that a node is in: all in it deal with at least k others of it."""

    rank: int
    id: str
    label: str
    type: str
    core: int


def cores(network: nx.Graph[str], *, least: int = 0) -> Records[Core]:
    """Each node with its core number, the innermost first, then by id; those of ``least`` and more.

    Seidman 1983, by Batagelj and Zaveršnik 2003. Directions and parallel edges count once, loops never.

    >>> import networkx as nx
    >>> [(row.id, row.core) for row in cores(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))]
    [('a', 2), ('b', 2), ('c', 2), ('d', 1)]
    """
    found = backend.core_number(backend.convert_from_nx(undirected(network)))
    kept = sorted((name for name in found if found[name] >= least), key=lambda name: (-found[name], name))
    return Records(
        Core,
        (
            Core(rank=rank, id=name, label=label(network, name), type=kind(network, name), core=found[name])
            for rank, name in enumerate(kept, start=1)
        ),
    )
