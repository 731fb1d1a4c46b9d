"""Projection of the actor graph, and communities and betweenness, against plain networkx in the same run.

``python benchmarks/analyse.py [PARQUET [STORE [MEASURES ...]]]``: numbers of edges, as a rule 312,000 from Parquet,
20,000 from the store, 100,000 and 1,000,000 for the measures. Seconds are of the processor, on one thread. Betweenness
over all pairs of 10⁶ edges takes plain networkx days: both sides are sampled, and the ratio is for one source.
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
import pyarrow.compute as pc
import pyoxigraph as ox

from kg.analyse import Edges, actors, backend, edges
from kg.ids import Ids
from kg.store import Graph

SOURCES = 4


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


def grown(made: Edges, number: int) -> Edges:
    """So many edges: those that are there, again and again under other events."""
    copies = []
    for copy in range(-(-number // made.table.num_rows)):
        events = pc.binary_join_element_wise(made.table["event"], str(copy), "-")
        copies.append(
            made.table.set_column(made.table.column_names.index("event"), edges.SCHEMA.field("event"), events)
        )
    table = pa.concat_tables(copies).slice(0, number)
    table = table.sort_by([(name, "ascending") for name in ("source", "target", "event")])
    return Edges(table=table, nodes=made.nodes, parents=made.parents)


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


def projections(of_parquet: int, of_store: int) -> None:
    """Prints the seconds of a projection from the store, and from the table that a build leaves."""
    graph = store(of_store)
    seconds, made = timed(edges.edges, graph, Ids())
    print(f"store    {of_store:>9,} edges  table {seconds:7.2f} s", flush=True)
    seconds, _ = timed(actors, graph, Ids())
    print(f"store    {of_store:>9,} edges  network {seconds:7.2f} s", flush=True)
    wanted = grown(made, of_parquet)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / edges.FILE
        seconds, _ = timed(edges.write, path, wanted)
        print(
            f"Parquet  {of_parquet:>9,} edges  written {seconds:7.2f} s, {path.stat().st_size / 1e6:.1f} MB", flush=True
        )
        seconds, found = timed(lambda: actors(_read(path), Ids()))
        print(
            f"Parquet  {of_parquet:>9,} edges  network {seconds:7.2f} s  ({found.number_of_edges():,} edges)",
            flush=True,
        )


def _read(path: Path) -> Edges:
    return edges.read(path)


def measured(number: int) -> None:
    """Prints what communities and betweenness take, on networkit and in plain networkx."""
    graph = network(number)
    converting, numbered = timed(backend.convert_from_nx, graph, weight="weight")
    ours, found = timed(backend.louvain_communities, numbered, seed=0)
    theirs, wanted = timed(nx.community.louvain_communities, graph, seed=0)
    quality = [nx.community.modularity(graph, parts) for parts in (found, wanted)]
    print(f"Louvain  {number:>9,} edges  {converting + ours:7.2f} s (converting {converting:.2f}), ", end="")
    print(
        f"networkx {theirs:7.2f} s: {theirs / (converting + ours):.1f} times; "
        f"modularity {quality[0]:.4f}, {quality[1]:.4f}"
    )
    leiden, found = timed(backend.leiden_communities, numbered, seed=0)
    print(
        f"Leiden   {number:>9,} edges  {leiden:7.2f} s; modularity {nx.community.modularity(graph, found):.4f}",
        flush=True,
    )
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
    parquet, from_store, *sizes = [*asked, *[312_000, 20_000, 100_000, 1_000_000][len(asked) :]]
    projections(parquet, from_store)
    for size in sizes:
        measured(size)
