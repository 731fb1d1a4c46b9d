"""How many queries the server answers, beside other servers of the same graph, and what a bad query costs the others.

    python benchmarks/serve.py [--quads 1000000] [--seconds 10] [--minutes 10] [--without rdflib-endpoint]

One graph of the project's shape: copies of ``exports/examples.trig``, each copy with documents of its own. In turn, in
one run: the raw engine in this process on one core, ``kg serve``, the ``oxigraph`` server and rdflib-endpoint, each
loaded by eight clients (wrk where it is installed, else a client of ours) with point queries, all different, and with
queries of 1,000 rows. Then ``kg serve`` alone: a query that would never end, while others are answered; and minutes of
mixed load with bad queries among the good ones, where every good answer is looked at.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from loads.bad import mixed, runaway
from loads.clients import CLIENTS, load, raw
from loads.graph import made, questions
from loads.servers import Sizes, free, kg_serve, oxigraph_server, rdflib_server, running
from pyoxigraph import RdfFormat

from kg.store import Graph


def compared(graph: Path, queries: dict[str, list[str]], *, seconds: float, without: list[str]) -> None:
    """Each engine and server in turn, with both kinds of queries."""
    for kind, asked in queries.items():
        print(f"raw engine, one core | {kind} | {raw(graph, asked, seconds=seconds)}")
    copy = graph.with_suffix(".copy")
    with Graph.read(graph) as opened:
        opened.backup(copy)
        file = graph.with_suffix(".nq")
        if "rdflib-endpoint" not in without:
            with file.open("wb") as target:
                opened._open().dump(target, format=RdfFormat.N_QUADS)  # noqa: SLF001 (the raw store, for others)
    servers = {
        "kg serve": (lambda port: kg_serve(graph, port), "/sparql"),
        "oxigraph server": (lambda port: oxigraph_server(copy, port), "/query"),
        "rdflib-endpoint": (lambda port: rdflib_server(file, port), "/query"),
    }
    for name, (command, path) in servers.items():
        if name in without:
            continue
        port = free()
        with running(command(port), port=port):
            for kind, asked in queries.items():
                address = f"http://127.0.0.1:{port}{path}"
                load(address, asked, seconds=2)  # warm
                print(f"{name}, {CLIENTS} clients | {kind} | {load(address, asked, seconds=seconds)}", flush=True)


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quads", type=int, default=1_000_000)
    arguments.add_argument("--seconds", type=float, default=10)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--without", action="append", default=[])
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = made(Path(folder, "million.kg"), given.quads)
        queries = questions(graph)
        compared(graph, queries, seconds=given.seconds, without=given.without)
        port = free()
        with running(kg_serve(graph, port), port=port) as process:
            address = f"http://127.0.0.1:{port}/sparql"
            took, status, meanwhile = runaway(address, queries["point"], limit=2)
            print(f"a query without end, limit 2 s | {status} after {took:.2f} s | others meanwhile: {meanwhile}")
            mixed(address, queries, minutes=min(1, given.minutes / 5))  # warm
            with Sizes(process.pid) as sizes:
                found = mixed(address, queries, minutes=given.minutes)
            print(f"{given.minutes:g} minutes of mixed load | {found.good:,} good queries, {len(found.failed)} failed")
            print(f"bad ones | {', '.join(f'{kind} {n}' for kind, n in sorted(found.bad.items()))}")
            print(f"memory, mean of the first and of the last fifth | {sizes}")
            print(*found.failed[:5], sep="\n")


if __name__ == "__main__":
    main()
