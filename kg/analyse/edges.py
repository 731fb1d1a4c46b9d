"""The edges of the actor graph as a table: made from the store, and kept as Parquet beside it.

Columns are ``source`` and ``target`` (ids of entities), their labels and types, and those of an event; the field's
metadata says what each means. Rows are sorted by source, target and event. What lifts an actor (each node's next larger
whole) stands in the table's own metadata as JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from kg.analyse.columns import places
from kg.analyse.happenings import COLUMNS, happenings
from kg.analyse.lift import wholes
from kg.analyse.memory import sparing
from kg.analyse.nodes import Node, prefixed
from kg.analyse.pairs import pairs
from kg.analyse.parts import known
from kg.analyse.shelf import Shelf
from kg.errors import InputError, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.ids import Ids
    from kg.store import Graph

FILE = "edges.parquet"
_NODES = b"newskg.nodes"
_ENDS = ("source", "target")
SCHEMA = pa.schema(
    [
        *(pa.field(end, pa.string(), nullable=False, metadata={"about": f"id of the {end}"}) for end in _ENDS),
        *COLUMNS,
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Every edge of the actor graph, whatever its factuality, with what its nodes are.

    ``nodes`` are the ends of edges and all their wholes, by id; ``parents`` leads from a node to its next larger whole.
    """

    table: pa.Table
    nodes: Mapping[str, Node]
    parents: Mapping[str, str]


@sparing()
def edges(graph: Graph, ids: Ids, shelf: Shelf | None = None) -> Edges:
    """The edges of a graph, from its store; ``shelf`` holds its happenings, where they are there already."""
    shelf = shelf or Shelf(happenings(graph, ids))
    found = pairs(graph, ids, shelf.table("event", "factuality", "evidence"))
    events = shelf.table()
    rows = events.take(pa.array(places(found["event"], events["event"])))
    del events
    table = pa.table({name: found[name] if name in _ENDS else rows[name] for name in SCHEMA.names}, schema=SCHEMA)
    parents = {prefixed(part, ids): prefixed(whole, ids) for part, whole in wholes(graph).items()}
    nodes = known(graph, ids, table, parents)
    return Edges(table=table, nodes=nodes, parents={name: parents[name] for name in nodes if name in parents})


def write(path: Path, made: Edges) -> None:
    """Writes edges as Parquet: the whole file or, where that fails, none. Equal edges give equal bytes.

    :raises StoreError: when the place cannot be written.
    """
    told = {"nodes": {name: [n.label, n.type] for name, n in made.nodes.items()}, "parents": dict(made.parents)}
    table = made.table.combine_chunks().replace_schema_metadata({_NODES: json.dumps(told, ensure_ascii=False)})
    part = path.with_name(path.name + ".part")
    try:
        pq.write_table(table, part, compression="zstd")
        part.replace(path)
    except OSError as error:
        message = f"{path}: cannot write ({error.strerror or error}); free some space or choose another place"
        raise StoreError(message) from error
    finally:
        part.unlink(missing_ok=True)


def read(path: Path) -> Edges:
    """The edges of a Parquet file that ``write`` made.

    :raises InputError: when there is none, or it is none of ours.
    """
    try:
        with pq.ParquetFile(path) as file:
            table = file.read()
        told = json.loads((table.schema.metadata or {})[_NODES])
    except (OSError, KeyError, ValueError) as error:
        message = f"{path}: no table of edges ({type(error).__name__}); `kg build` writes one into the graph's folder"
        raise InputError(message) from error
    nodes = {name: Node(label=label, type=kind) for name, (label, kind) in told["nodes"].items()}
    return Edges(table=table.replace_schema_metadata(None), nodes=nodes, parents=told["parents"])
