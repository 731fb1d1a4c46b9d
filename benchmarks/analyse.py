"""Projection of the actor graph, and communities and betweenness, against plain networkx in the same run.

``python benchmarks/analyse.py [PARQUET [STORE [MEASURES ...]]]``: numbers of edges, as a rule 312,000 from Parquet,
312,000 from the store, 100,000 and 1,000,000 for the measures; 0 leaves out. Seconds are of the processor, on one
thread but for reading Parquet. The table has as many distinct events and mentions as one of news has, and labels and
parents of its nodes. Louvain is called as users call it, by ``backend="newskg"`` and by ``backend_priority``, the
conversion of the graph included. Betweenness over all pairs of 10⁶ edges takes plain networkx days: both sides are
sampled, and the ratio is for one source.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkit as nk
import networkx as nx
import pyarrow as pa
import pyoxigraph as ox

from kg.analyse import Edges, Filters, actors, backend, edges
from kg.analyse.event_types import quad_classes
from kg.analyse.nodes import Node
from kg.ids import Ids
from kg.model import Modality
from kg.store import Graph

SOURCES = 4
TYPES = tuple(quad_classes())


def timed(function: Any, *args: Any, **kwargs: Any) -> tuple[float, Any]:  # noqa: ANN401 (any function)
    """Seconds of the processor that a call takes, and what it gives."""
    start = time.process_time()
    result = function(*args, **kwargs)
    return time.process_time() - start, result


def store(number: int) -> Graph:
    """A store of so many events, each with two actors of a twentieth as many, a claim and a mention."""
    draw, ids = random.Random(1), Ids()  # noqa: S311 (a benchmark's input)
    lines = ["".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in ids.prefixes.items())]
    lines.append("graph:world {\n")
    lines += [
        f'ent:a{actor} a kg:State ; rdfs:label "State {actor}" ; gaf:denotedBy mention:x-{actor} .\n'
        for actor in range(max(number // 20, 2))
    ]
    lines.append("}\n")
    for event in range(number):
        one, two = draw.randrange(max(number // 20, 2)), draw.randrange(max(number // 20, 2))
        day = date(2024, 1, 1) + timedelta(days=draw.randrange(300))
        lines.append(
            f"graph:world {{ event:e{event} a sem:Event ; sem:eventType evt:REQUEST ; kg:action act:urge ; "
            f"kg:factuality kg:fact ; kg:actor ent:a{one} ; kg:recipient ent:a{two} ; gaf:denotedBy mention:m{event} ; "
            f'sem:hasLatestEndTimeStamp "{day}"^^xsd:date ; kg:reportCount 1 ; kg:independentReportCount 1 . '
            f"claim:c{event} a kg:Claim ; kg:claims event:e{event} ; kg:modality kg:asserted ; "
            f"kg:certainty kg:certain ; kg:document doc:d{event // 20} . }}\n"
            f"<{ids.document_graph(str(event // 20))}> {{ mention:m{event} kg:actorMention mention:x-{one} ; "
            f"kg:recipientMention mention:x-{two} ; nif:referenceContext doc:d{event // 20} . }}\n"
        )
    graph = Graph.memory()
    graph.bulk(ox.parse("".join(lines), ox.RdfFormat.TRIG))
    return graph


def table(number: int) -> Edges:
    """So many edges of as many events: ids, mentions, days, types, places and outlets as a graph of news has them."""
    draw = random.Random(3)  # noqa: S311 (a benchmark's input)
    parents = {f"ent:office-{n}": f"ent:state-{n % 200}" for n in range(number // 200)}
    people = [f"ent:{draw.getrandbits(24):06x}-{n}" for n in range(number // 12)] + list(parents)
    places, outlets = [f"ent:place-{n}" for n in range(5000)], [f"ent:outlet-{n}" for n in range(300)]
    rows = [_edge(draw, people, places, outlets) for _ in range(number)]
    order = [(name, "ascending") for name in ("source", "target", "event")]
    named = {*people, *places, *outlets, *parents.values()}
    nodes = {name: Node(label=f"Name of {name[4:]}", type="Person") for name in sorted(named)}
    return Edges(table=pa.Table.from_pylist(rows, edges.SCHEMA).sort_by(order), nodes=nodes, parents=parents)


def _edge(draw: random.Random, people: list[str], places: list[str], outlets: list[str]) -> dict[str, Any]:
    """An edge: three in ten have a known type and a first day, one in five a place, two in five several reports."""
    reports = draw.choice((1, 1, 1, 2, 3))
    mentions = [f"{draw.getrandbits(64):016x}-{start}-{start + 7}" for start in draw.sample(range(5000), reports)]
    day = date(2015, 1, 1) + timedelta(days=draw.randrange(3650))
    typed = draw.random() < 0.3  # noqa: PLR2004 (a share)
    return {
        "source": draw.choice(people),
        "target": draw.choice(people),
        "event": f"event:{mentions[0]}",
        "action": f"verb-{draw.randrange(800)}",
        "event_type": draw.choice(TYPES) if typed else None,
        "factuality": "fact",
        "earliest": day if typed else None,
        "latest": day,
        "reports": reports,
        "independent_reports": reports,
        "intensity": draw.randrange(-100, 101) / 10 if typed else None,
        "claims": reports,
        **dict.fromkeys(map(str, Modality), 0),
        "asserted": reports,
        "certainty": ["certain"],
        "places": [draw.choice(places)] if draw.random() < 0.2 else [],  # noqa: PLR2004 (a share)
        "outlets": sorted({draw.choice(outlets) for _ in mentions}),
        "evidence": sorted(f"mention:{each}" for each in mentions),
    }


def network(number: int) -> nx.Graph[int]:
    """A graph of so many edges, a fifth as many nodes, most edges within groups of a hundred nodes."""
    draw = random.Random(2)  # noqa: S311 (a benchmark's input)
    nodes, made = max(number // 5, 200), set()
    while len(made) < number:
        group = draw.randrange(nodes // 100) * 100
        one = group + draw.randrange(100)
        two = group + draw.randrange(100) if draw.random() < 0.8 else draw.randrange(nodes)  # noqa: PLR2004 (a share)
        if one != two:
            made.add((min(one, two), max(one, two)))
    found: nx.Graph[int] = nx.Graph()
    found.add_edges_from(sorted(made))
    return found


def from_store(number: int) -> None:
    """Prints the seconds of a table and of a projection from the store."""
    graph = store(number)
    seconds, _ = timed(edges.edges, graph, Ids())
    print(f"store    {number:>9,} edges  table {seconds:7.2f} s", flush=True)
    seconds, _ = timed(actors, graph, Ids())
    print(f"store    {number:>9,} edges  network {seconds:7.2f} s", flush=True)


def from_parquet(number: int) -> None:
    """Prints the seconds of a projection from the table that a build leaves, as it is read and lifted to states."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / edges.FILE
        seconds, _ = timed(edges.write, path, table(number))
        print(f"Parquet  {number:>9,} edges  written {seconds:7.2f} s, {path.stat().st_size / 1e6:.1f} MB", flush=True)
        for lift in ("none", "whole"):
            seconds, found = timed(lambda to: actors(edges.read(path), Ids(), Filters(lift=to)), lift)
            told = f"({found.number_of_edges():,} edges, {len(found):,} nodes, lift {lift})"
            print(f"Parquet  {number:>9,} edges  network {seconds:7.2f} s  {told}", flush=True)
            del found


def dispatched(graph: nx.Graph[int]) -> tuple[float, float, list[set[int]]]:
    """Seconds of Louvain by networkx's own call, with the backend named and with it first, and the communities.

    The conversion that networkx keeps of a graph is dropped before each, so that it counts.
    """
    graph.__networkx_cache__.clear()
    named, found = timed(nx.community.louvain_communities, graph, seed=0, backend="newskg")
    graph.__networkx_cache__.clear()
    with nx.config(backend_priority=["newskg"]):
        first, again = timed(nx.community.louvain_communities, graph, seed=0)
    assert found == again  # noqa: S101 (equal run to run)
    return named, first, found


def measured(number: int) -> None:
    """Prints what communities and betweenness take, on networkit and in plain networkx."""
    graph = network(number)
    named, first, found = dispatched(graph)
    theirs, wanted = timed(nx.community.louvain_communities, graph, seed=0)
    ours, other = (nx.community.modularity(graph, parts) for parts in (found, wanted))
    print(
        f"Louvain  {number:>9,} edges  {named:7.2f} s (backend='newskg'), {first:.2f} s (backend_priority), "
        f"networkx {theirs:7.2f} s: {theirs / named:.1f} times; modularity {ours:.4f}, {other:.4f}",
        flush=True,
    )
    converting, numbered = timed(backend.convert_from_nx, graph, weight="weight")
    leiden, found = timed(backend.leiden_communities, numbered, seed=0)
    quality = nx.community.modularity(graph, found)
    print(f"Leiden   {number:>9,} edges  {converting + leiden:7.2f} s; modularity {quality:.4f}", flush=True)
    theirs, _ = timed(nx.betweenness_centrality, graph, k=SOURCES, seed=0)
    ours = _from_sources(numbered)
    print(
        f"between. {number:>9,} edges  {ours / SOURCES:7.3f} s a source, networkx {theirs / SOURCES:7.3f} s a source ",
        end="",
    )
    print(f"(sampled, k={SOURCES}): {theirs / ours:.1f} times", flush=True)


def _from_sources(numbered: backend.Numbered) -> float:
    threads = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)
    seconds, _ = timed(nk.centrality.EstimateBetweenness(numbered.graph, SOURCES).run)
    nk.setNumberOfThreads(threads)
    return seconds


if __name__ == "__main__":
    asked = [int(each) for each in sys.argv[1:]]
    parquet, stored, *sizes = asked + [312_000, 312_000, 100_000, 1_000_000][len(asked) :]
    if parquet:
        from_parquet(parquet)
    if stored:
        from_store(stored)
    for size in filter(None, sizes):
        measured(size)
