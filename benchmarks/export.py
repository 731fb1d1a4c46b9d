"""How fast a graph leaves in each format of RDF, beside a bare dump of its store, and how much memory that takes.

A bare dump writes what the engine holds, in no order, without prefixes; an export is sorted. Both are measured in one
run, in a process each. Memory is the largest resident set of the process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from loads.graph import made

STEP = """
import json, resource, sys, time
from pathlib import Path
import pyoxigraph as ox
from kg import export
from kg.ids import Ids
from kg.store import Graph
graph, form, target = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
with Graph.read(graph) as opened:
    start = time.perf_counter()
    if form.startswith("bare "):
        opened._store.dump(str(target), format=ox.RdfFormat.from_extension(form.removeprefix("bare ")))
    else:
        export.write(opened, format=form, target=target, ids=Ids())
    seconds = time.perf_counter() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
# Beside each export stands the bare dump of the same format, or of the nearest that the engine dumps of all graphs.
FORMATS = {"nquads": "nq", "trig": "trig", "ntriples": "nq", "turtle": "trig", "rdfxml": "trig", "jsonld": "trig"}


def measured(graph: Path, form: str, target: Path) -> tuple[float, float]:
    """Seconds and mebibytes."""
    command = [sys.executable, "-c", STEP, str(graph), form, str(target)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    seconds, memory = json.loads(said)
    return float(seconds), float(memory)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--graph", type=Path, help="A graph that is there already, instead of one of --quads.")
    parser.add_argument("--formats", default=",".join(FORMATS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = options.graph or made(Path(folder) / "graph.kg", options.quads)
        target = Path(folder) / "out"
        print(f"{'format':<10}{'seconds':>10}{'bare':>10}{'speed, bare = 1':>18}{'MiB':>8}{'bare':>8}")
        for form in options.formats.split(","):
            bare, least = measured(graph, f"bare {FORMATS[form]}", target)
            seconds, memory = measured(graph, form, target)
            print(
                f"{form:<10}{seconds:>10.1f}{bare:>10.1f}{bare / seconds:>18.2f}{memory:>8.0f}{least:>8.0f}", flush=True
            )


if __name__ == "__main__":
    main()
