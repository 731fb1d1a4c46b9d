"""A backend of networkx: plain calls of networkx that are slow on large graphs, run on networkit.

It is registered as ``newskg`` (entry point ``networkx.backends``). A call names it, or all calls try it first::

    nx.community.louvain_communities(network, seed=0, backend="newskg")
    nx.config.backend_priority = ["newskg"]      # or NETWORKX_BACKEND_PRIORITY=newskg in the environment

Results have the types of networkx, in the order of the graph's nodes. One thread and a seed, 0 where none is given: the
same call gives the same result, run after run. What a function of networkit has no parameter for is left to networkx
(``can_run``). Louvain: Staudt and Meyerhenke 2016 (PLM, after Blondel and others 2008). Leiden: Nguyen and others 2022
(after Traag and others 2019). Betweenness: Brandes 2001. PageRank: Brin and Page 1998. Cores: Batagelj and Zaveršnik.
"""

from __future__ import annotations

import random
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from inspect import signature
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import networkx as nx

_TOLERANCE = 1e-12
_LOUVAIN_THRESHOLD = 1e-7


def _networkit() -> Any:  # noqa: ANN401 (it has no types)
    """networkit, which takes part of a second to load: only what calls it waits for it.

    Once loaded in a notebook it would put a script of its own there, which is held back.
    """
    if "networkit" in sys.modules or "IPython" not in sys.modules:
        return import_module("networkit")
    with import_module("IPython.utils.capture").capture_output(stdout=False, stderr=False):
        return import_module("networkit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A graph of networkit with the names of its nodes: node ``i`` is ``names[i]``, in the order of networkx."""

    graph: Any
    names: tuple[Hashable, ...]
    directed: bool

    __networkx_backend__ = "newskg"

    def is_directed(self) -> bool:
        """Whether edges have a direction."""
        return self.directed

    def is_multigraph(self) -> bool:
        """Never: parallel edges are one, their weights added."""
        return False

    def __len__(self) -> int:
        return len(self.names)


def convert_from_nx(
    network: nx.Graph[Any], *, edge_attrs: dict[str, Any] | None = None, weight: str | None = None, **_: object
) -> Numbered:
    """A graph of networkx as networkit has it; the weights of parallel edges are added.

    ``edge_attrs`` are the attribute that is the weight, with its default, as networkx passes them on.
    """
    nk = _networkit()

    key, default = next(iter((edge_attrs or {}).items()), (weight, 1))
    default = 1 if default is None else default
    names = tuple(network)
    number = {name: at for at, name in enumerate(names)}
    directed, multi = network.is_directed(), network.is_multigraph()
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for at, (_name, neighbours) in enumerate(network.adjacency()):
        for other, data in neighbours.items():
            if not directed and number[other] < at:
                continue
            rows.append(at)
            columns.append(number[other])
            if key is not None:
                weights.append(sum(d.get(key, default) for d in data.values()) if multi else data.get(key, default))
    ends = (np.array(rows, dtype=np.uint64), np.array(columns, dtype=np.uint64))
    table = (np.array(weights, dtype=np.float64), ends) if key is not None else ends
    made = nk.GraphFromCoo(table, n=len(names), weighted=key is not None, directed=directed)
    return Numbered(graph=made, names=names, directed=directed)


def convert_to_nx(result: Any, **_: object) -> Any:  # noqa: ANN401 (whatever a function gave)
    """Results are those of networkx already."""
    return result


# ------------------------------------------------------------------------------------------------ functions


def louvain_communities(  # noqa: PLR0913, PLR0917 (networkx's own signature)
    G: Numbered,  # noqa: N803 (the name of networkx)
    weight: str | None = "weight",  # noqa: ARG001 (applied when the graph was converted)
    resolution: float = 1,
    threshold: float = _LOUVAIN_THRESHOLD,  # noqa: ARG001 (only its default is run here)
    max_level: int | None = None,  # noqa: ARG001 (so)
    seed: object = None,
) -> list[set[Any]]:
    """``networkx.community.louvain_communities``: sets of nodes, sorted by their first node in the graph."""
    nk = _networkit()

    if not G.names:
        return []
    with _alone(seed):
        found = nk.community.PLM(G.graph, refine=True, gamma=resolution, par="none randomized").run().getPartition()
    return _sets(G, found.getVector())


def leiden_communities(
    G: Numbered,  # noqa: N803 (the name of networkx)
    weight: str | None = "weight",  # noqa: ARG001 (applied when the graph was converted)
    resolution: float = 1,
    max_level: int | None = None,  # noqa: ARG001 (only its default is run here)
    seed: object = None,
) -> list[set[Any]]:
    """``networkx.community.leiden_communities``, which networkx itself has not: sorted as those of Louvain."""
    nk = _networkit()

    if not G.names:
        return []
    with _alone(seed):
        found = nk.community.ParallelLeiden(G.graph, iterations=_ITERATIONS, gamma=resolution).run().getPartition()
    return _sets(G, found.getVector())


def betweenness_centrality(  # noqa: PLR0913, PLR0917 (networkx's own signature)
    G: Numbered,  # noqa: N803 (the name of networkx)
    k: int | None = None,  # noqa: ARG001 (only its default is run here)
    normalized: bool = True,  # noqa: FBT001, FBT002 (networkx's own signature)
    weight: str | None = None,  # noqa: ARG001 (so)
    endpoints: bool = False,  # noqa: ARG001, FBT001, FBT002 (so)
    seed: object = None,  # noqa: ARG001 (nothing is drawn)
) -> dict[Any, float]:
    """``networkx.betweenness_centrality`` over all shortest paths."""
    nk = _networkit()

    count = len(G.names)
    with _alone(0):
        scores = nk.centrality.Betweenness(G.graph, normalized=False).run().scores() if count else []
    scale = 1.0 if G.directed or normalized else 0.5
    if normalized and count > 2:  # noqa: PLR2004 (below three nodes none can stand between two)
        scale /= (count - 1) * (count - 2)
    return dict(zip(G.names, (float(score) * scale for score in scores), strict=True))


def pagerank(  # noqa: PLR0913, PLR0917 (networkx's own signature)
    G: Numbered,  # noqa: N803 (the name of networkx)
    alpha: float = 0.85,
    personalization: None = None,  # noqa: ARG001 (only its default is run here)
    max_iter: int = 100,  # noqa: ARG001 (it runs until it is exact)
    tol: float = 1e-6,  # noqa: ARG001 (so)
    nstart: None = None,  # noqa: ARG001 (so)
    weight: str | None = "weight",  # noqa: ARG001 (applied when the graph was converted)
    dangling: None = None,  # noqa: ARG001 (so)
) -> dict[Any, float]:
    """``networkx.pagerank``, to twelve digits; ranks add to 1."""
    nk = _networkit()

    if not G.names:
        return {}
    with _alone(0):
        made = nk.centrality.PageRank(
            G.graph, alpha, _TOLERANCE, distributeSinks=nk.centrality.SinkHandling.DistributeSinks
        )
        scores = np.array(made.run().scores())
    return dict(zip(G.names, (scores / scores.sum()).tolist(), strict=True))


def connected_components(G: Numbered) -> Iterator[set[Any]]:  # noqa: N803 (the name of networkx)
    """``networkx.connected_components``: in the order of their first nodes."""
    nk = _networkit()

    with _alone(0):
        found = nk.components.ConnectedComponents(G.graph).run().getPartition().getVector()
    yield from _sets(G, found)


def weakly_connected_components(G: Numbered) -> Iterator[set[Any]]:  # noqa: N803 (the name of networkx)
    """``networkx.weakly_connected_components``: in the order of their first nodes."""
    nk = _networkit()

    with _alone(0):
        found = nk.components.WeaklyConnectedComponents(G.graph).run().getPartition().getVector()
    yield from _sets(G, found)


def core_number(G: Numbered) -> dict[Any, int]:  # noqa: N803 (the name of networkx)
    """``networkx.core_number``."""
    nk = _networkit()

    with _alone(0):
        scores = nk.centrality.CoreDecomposition(G.graph).run().scores() if G.names else []
    return {name: int(score) for name, score in zip(G.names, scores, strict=True)}


_ITERATIONS = 10


def _sets(numbered: Numbered, parts: list[int]) -> list[set[Any]]:
    found: dict[int, set[Any]] = {}
    for name, part in zip(numbered.names, parts, strict=True):
        found.setdefault(part, set()).add(name)
    return list(found.values())


@contextmanager
def _alone(seed: object) -> Iterator[None]:
    """One thread and a seed for networkit, whose threads are then given back."""
    nk = _networkit()

    threads = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)
    nk.setSeed(_number(seed), False)  # noqa: FBT003 (whether threads have seeds of their own)
    try:
        yield
    finally:
        nk.setNumberOfThreads(threads)


def _number(seed: object) -> int:
    """A seed as a number: networkx gives a generator, and Python's own where the caller gave none."""
    if isinstance(seed, int):
        return seed
    if isinstance(seed, random.Random) and seed is not getattr(random, "_inst", None):
        return seed.getrandbits(32)
    return 0


# ------------------------------------------------------------------------------------------------ what networkx asks

FUNCTIONS = {
    each.__name__: each
    for each in (
        louvain_communities,
        leiden_communities,
        betweenness_centrality,
        pagerank,
        connected_components,
        weakly_connected_components,
        core_number,
    )
}
_FREE = frozenset({"G", "weight", "resolution", "seed", "normalized", "alpha", "max_iter", "tol"})
_UNDIRECTED = frozenset({"louvain_communities", "leiden_communities", "connected_components", "core_number"})


def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
    """Whether a call can be run here; else why not, and networkx runs it itself."""
    asked = signature(FUNCTIONS[name])
    try:
        given = asked.bind(*args, **kwargs).arguments
    except TypeError:
        return "parameters that only networkx knows"
    network = given["G"]
    for key, value in given.items():
        if key not in _FREE and value != asked.parameters[key].default:
            return f"no {key} but its default"
    if name == "betweenness_centrality" and given.get("weight") is not None:
        return "no weights"
    if name in _UNDIRECTED and network.is_directed():
        return "no directed graphs"
    if name == "weakly_connected_components" and not network.is_directed():
        return "networkx says what is wrong"
    if name == "core_number" and any(at in near for at, near in network.adjacency()):
        return "networkx says what is wrong"
    return True


# What networkx asks for a function, a conversion, and whether a call can be run.
BACKEND = SimpleNamespace(convert_from_nx=convert_from_nx, convert_to_nx=convert_to_nx, can_run=can_run, **FUNCTIONS)


def info() -> dict[str, Any]:
    """What networkx shows of the backend in its documentation."""
    return {
        "backend_name": "newskg",
        "project": "newskg",
        "package": "kg.analyse.backend",
        "short_summary": "Communities, betweenness, PageRank, components and cores on networkit, seeded, one thread.",
        "functions": {name: {"additional_docs": "Run on networkit."} for name in FUNCTIONS},
    }
