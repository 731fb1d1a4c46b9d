"""How fast a graph leaves in each format, beside a bare dump of its store, and how much memory that takes.

A bare dump writes what the engine holds, in no order, without prefixes; an export is sorted. Both are measured in one
run, in a process each: seconds of the processor, which another process beside does not change much, and the largest
resident set. The formats of events ask the store for its events and have no bare dump; beside them stands what the
store itself takes to answer the same questions, with the answers thrown away.
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

from kg import export

STEP = """
import json, resource, sys, time
from pathlib import Path
import pyoxigraph as ox
from kg import export
from kg.analyse import edges, happenings, pairs
from kg.analyse.memory import without_pandas
from kg.analyse.properties import HAS, OF_CLASS
from kg.analyse.roles import ROLES
from kg.ids import VOCABULARIES, Ids
from kg.store import Graph
graph, form, target, left = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4]
without_pandas()  # as the command does
with Graph.read(graph) as opened:
    start = time.process_time()
    if form == "bare questions":
        names = [*happenings.PROPERTIES.values(), *happenings.LISTS.values(), *happenings.CLAIMED.values()]
        asked = [HAS.format(name=name) for name in ("kg:factuality", *names, *(f"kg:{role}" for role in ROLES))]
        asked += [pairs.MENTIONED.format(role=role) for role in ROLES]
        for query in [OF_CLASS.format(name=happenings.EVENT), happenings.CLAIMS, *asked]:
            found = opened.results(query, prefixes=VOCABULARIES)
            found.serialize(str(target), format=ox.QueryResultsFormat.CSV)
    elif form.startswith("bare "):
        opened._store.dump(str(target), format=ox.RdfFormat.from_extension(form.removeprefix("bare ")))
    else:
        made = (lambda: edges.read(Path(left))) if left else lambda: None
        export.write(opened, format=form, target=target, ids=Ids(), left=made)
    seconds = time.process_time() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
# Beside each export stands the bare dump of the same format, or of the nearest that the engine dumps of all graphs.
BARE = {"nquads": "nq", "trig": "trig", "ntriples": "nq", "turtle": "trig", "rdfxml": "trig", "jsonld": "trig"}


def measured(graph: Path, form: str, target: Path, *, left: Path | None = None) -> tuple[float, float]:
    """Seconds and mebibytes."""
    command = [sys.executable, "-c", STEP, str(graph), form, str(target), str(left or "")]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    seconds, memory = json.loads(said)
    return float(seconds), float(memory)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--graph", type=Path, help="A graph that is there already, instead of one of --quads.")
    parser.add_argument("--edges", type=Path, help="The edges that a build left of it, instead of asking the store.")
    parser.add_argument("--formats", default=",".join(export.FORMATS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = options.graph or made(Path(folder) / "graph.kg", options.quads)
        dumps: dict[str, tuple[float, float]] = {}
        print(f"{'format':<10}{'seconds':>10}{'bare':>10}{'speed, bare = 1':>18}{'MiB':>8}{'bare':>8}")
        for number, form in enumerate(options.formats.split(",")):
            target, beside = Path(folder) / f"out{number}", f"bare {BARE.get(form, 'questions')}"
            if beside not in dumps:
                dumps[beside] = measured(graph, beside, target)
            bare, least = dumps[beside]
            target.unlink(missing_ok=True)
            seconds, memory = measured(graph, form, target, left=options.edges)
            speed = f"{bare / seconds:.2f}" if form in BARE else ""
            print(f"{form:<10}{seconds:>10.1f}{bare:>10.1f}{speed:>18}{memory:>8.0f}{least:>8.0f}", flush=True)


if __name__ == "__main__":
    main()
