"""Who takes part in which event, and as what: a row a participant, with the columns of its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kg.analyse.happenings import COLUMNS, happenings
from kg.analyse.lift import lifted, wholes
from kg.analyse.nodes import Node, described, prefixed, values
from kg.analyse.selecting import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.analyse.filters import Filters
    from kg.ids import Ids
    from kg.store import Graph

PARTS = """
SELECT ?event ?role ?entity WHERE {
  VALUES (?property ?role) { (kg:actor "actor") (kg:recipient "recipient") (kg:theme "theme") }
  ?event a sem:Event ; ?property ?entity .
  FILTER NOT EXISTS { ?entity a sem:Event }
}
"""
SCHEMA = pa.schema([pa.field("entity", pa.string()), pa.field("role", pa.string()), *COLUMNS])


def parts(graph: Graph, ids: Ids, filters: Filters) -> tuple[pa.Table, dict[str, Node]]:
    """The participants of the events that the filters keep, sorted by event, entity and role, and what they are.

    Entities are lifted as the filters say. ``role`` is actor, recipient or theme.

    :raises ConfigError: when a filter names what does not exist.
    """
    events = happenings(graph, ids)
    found = [row for row in values(graph, PARTS) if row[0] in events]
    columns: dict[str, list[Any]] = {name: [events[str(row[0])][name] for row in found] for name in COLUMNS.names}
    columns["role"] = [row[1] for row in found]
    columns["entity"] = [prefixed(str(row[2]), ids) for row in found]
    table = pa.table(columns, schema=SCHEMA)
    parents = {prefixed(part, ids): prefixed(whole, ids) for part, whole in wholes(graph).items()}
    nodes = known(graph, ids, table, parents)
    kept = select(table, nodes, filters)
    led = {name: lifted(name, filters.lift, parents, nodes) for name in set(kept["entity"].to_pylist())}
    entities = pa.array([led[name] for name in kept["entity"].to_pylist()], pa.string())
    kept = kept.set_column(0, SCHEMA.field("entity"), entities)
    return kept.sort_by([(name, "ascending") for name in ("event", "entity", "role")]), nodes


def kept(graph: Graph, ids: Ids, filters: Filters) -> pa.Table:
    """The events that the filters keep, sorted by id, with the columns of ``kg.analyse.happenings``.

    :raises ConfigError: when a filter names what does not exist.
    """
    return select(*every(graph, ids), filters)


def every(graph: Graph, ids: Ids) -> tuple[pa.Table, dict[str, Node]]:
    """All events, sorted by id, with the columns of ``kg.analyse.happenings``; and what places and outlets are."""
    table = pa.Table.from_pylist([*happenings(graph, ids).values()], schema=COLUMNS).sort_by("event")
    return table, known(graph, ids, table, {})


def known(graph: Graph, ids: Ids, table: pa.Table, parents: dict[str, str]) -> dict[str, Node]:
    """Label and type of all that a table names, and of the wholes above it, by prefixed id, sorted."""
    named = {
        name for end in ("entity", "source", "target") if end in table.column_names for name in table[end].to_pylist()
    }
    for column in ("places", "outlets"):
        named.update(name for held in table[column].to_pylist() for name in held)
    return with_wholes(graph, ids, named, parents)


def with_wholes(graph: Graph, ids: Ids, names: Iterable[str], parents: Mapping[str, str]) -> dict[str, Node]:
    """Label and type of the entities with these prefixed ids, and of the wholes above them, by prefixed id, sorted."""
    named = set(names)
    at = set(named)
    while at:
        at = {parents[name] for name in at if name in parents} - named
        named |= at
    spaces = ids.prefixes
    iris = {iri(name, spaces): name for name in named}
    return dict(sorted((iris[each], node) for each, node in described(graph, iris).items()))


def iri(name: str, spaces: dict[str, str]) -> str:
    """The IRI of a prefixed name; a name without a prefix of ours is an IRI already."""
    prefix, _, rest = name.partition(":")
    return spaces[prefix] + rest if prefix in spaces else name
