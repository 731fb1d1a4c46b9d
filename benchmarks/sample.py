"""Statements drawn at random from a graph, each beside its evidence, for a person to judge.

    python benchmarks/sample.py GRAPH [HOW_MANY] [SEED]

Of each drawn event mention: its sentence, its action and type with the entry that decided, its roles with the entities
they lead to, and what is claimed of it by whom. Without a graph, that of the demo. The draw is the same for the same
graph and seed.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from kg.newsgraph import NewsGraph
from kg.store.sparql import Rows

_MENTIONS = "SELECT DISTINCT ?mention WHERE { ?event a sem:Event ; gaf:denotedBy ?mention } ORDER BY ?mention"


def main() -> None:
    """Draws and prints."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo.kg")
    wanted, seed = (int(given) for given in (*sys.argv[2:4], *("5", "7")[len(sys.argv[2:4]) :]))
    if not folder.is_dir():
        print(f"{folder}: no graph here; build one with kg build, or make demo")
        return
    with NewsGraph(folder) as graph:
        rows = graph.query(_MENTIONS)
        mentions = [str(row[0])[1:-1] for row in rows.rows] if isinstance(rows, Rows) else []
        drawn = random.Random(seed).sample(mentions, min(wanted, len(mentions)))  # noqa: S311 (a draw, not a secret)
        for number, mention in enumerate(drawn, 1):
            print(f"{number}. {graph.why(mention)}\n")


if __name__ == "__main__":
    main()
