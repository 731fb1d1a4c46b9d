"""One graph of the project's shape, as large as one likes, and questions to ask of it."""

from __future__ import annotations

import hashlib
import random
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.store import Graph, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "exports" / "examples.trig"
DOCUMENT = re.compile(rb"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
POINT = "SELECT ?p ?o WHERE { GRAPH ?g { <%s> ?p ?o } }"
ROWS = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1000 OFFSET %d"


def copies(quads: int) -> Iterator[Quad]:
    """The quads of the examples over and over, each time with other documents, until there are about so many."""
    content = serialize(parse(EXAMPLES.read_bytes(), format=RdfFormat.TRIG), format=RdfFormat.N_QUADS)
    lines = content.splitlines()
    own = b"\n".join(line for line in lines if DOCUMENT.search(line))
    yield from parse(content, format=RdfFormat.N_QUADS)
    for number in range(max(0, quads - len(lines)) // (own.count(b"\n") + 1)):
        mark = str(number).encode()
        yield from parse(DOCUMENT.sub(partial(_renamed, mark), own), format=RdfFormat.N_QUADS)


def _renamed(mark: bytes, name: re.Match[bytes]) -> bytes:
    return hashlib.sha256(name[0] + mark).hexdigest()[:16].encode()


def made(folder: Path, quads: int) -> Path:
    """The graph in a folder, as a build would leave it."""
    with Graph.open(folder) as graph:
        graph.bulk(copies(quads))
        print(f"one graph: {len(graph):,} quads in {len(graph.graphs()):,} named graphs")
    return folder


def questions(graph: Path) -> dict[str, list[str]]:
    """The queries of both kinds: points are events and entities drawn at random, the same in each run."""
    with Graph.read(graph) as opened:
        found = opened.query("SELECT DISTINCT ?e { ?e <http://groundedannotationframework.org/gaf#denotedBy> ?m }")
        assert isinstance(found, Rows)  # noqa: S101
        events = sorted(str(row[0])[1:-1] for row in found.rows)
    chosen = random.Random(0).sample(events, min(2000, len(events)))  # noqa: S311 (a sample)
    return {"point": [POINT % event for event in chosen], "1,000 rows": [ROWS % (10 * i) for i in range(500)]}
