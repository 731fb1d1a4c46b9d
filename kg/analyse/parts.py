"""Who takes part in which event, and as what: a row a participant, with the columns of its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.columns import changed, whole
from kg.analyse.happenings import COLUMNS, happenings
from kg.analyse.lift import lifted, wholes
from kg.analyse.nodes import Node, described, iri, prefixed
from kg.analyse.roles import filled
from kg.analyse.selecting import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.analyse.filters import Filters
    from kg.ids import Ids
    from kg.store import Graph

SCHEMA = pa.schema([pa.field("entity", pa.string()), pa.field("role", pa.string()), *COLUMNS])


def parts(graph: Graph, ids: Ids, filters: Filters) -> tuple[pa.Table, dict[str, Node]]:
    """The participants of the events that the filters keep, sorted by event, entity and role, and what they are.

    Entities are lifted as the filters say. ``role`` is actor, recipient or theme.

    :raises ConfigError: when a filter names what does not exist.
    """
    events = happenings(graph, ids)
    found = filled(graph, ids, whole(events["event"]))
    taken = events.take(found["row"])
    ends = {"entity": found["entity"], "role": found["role"]}
    table = pa.table({name: ends[name] if name in ends else taken[name] for name in SCHEMA.names}, schema=SCHEMA)
    parents = {prefixed(part, ids): prefixed(above, ids) for part, above in wholes(graph).items()}
    nodes = known(graph, ids, table, parents)
    kept = select(table, nodes, filters)
    entities = changed(kept["entity"], lambda name: lifted(name, filters.lift, parents, nodes), pa.string())
    kept = kept.set_column(0, SCHEMA.field("entity"), entities)
    return kept.sort_by([(name, "ascending") for name in ("event", "entity", "role")]), nodes


def kept(graph: Graph, ids: Ids, filters: Filters) -> pa.Table:
    """The events that the filters keep, sorted by id, with the columns of ``kg.analyse.happenings``.

    :raises ConfigError: when a filter names what does not exist.
    """
    return select(*every(graph, ids), filters)


def every(graph: Graph, ids: Ids) -> tuple[pa.Table, dict[str, Node]]:
    """All events, sorted by id, with the columns of ``kg.analyse.happenings``; and what places and outlets are."""
    table = happenings(graph, ids).sort_by("event")
    return table, known(graph, ids, table, {})


def known(graph: Graph, ids: Ids, table: pa.Table, parents: Mapping[str, str]) -> dict[str, Node]:
    """Label and type of all that a table names, and of the wholes above it, by prefixed id, sorted."""
    return with_wholes(graph, ids, _named(table), parents)


def with_wholes(graph: Graph, ids: Ids, names: Iterable[str], parents: Mapping[str, str]) -> dict[str, Node]:
    """Label and type of the entities with these prefixed ids, and of the wholes above them, by prefixed id, sorted."""
    spaces = ids.prefixes
    iris = {iri(name, spaces): name for name in _wholes_too(names, parents)}
    return dict(sorted((iris[each], node) for each, node in described(graph, iris).items()))


def names_in(table: pa.Table, parents: Mapping[str, str]) -> set[str]:
    """The prefixed ids of all that a table names, and of the wholes above it."""
    return _wholes_too(_named(table), parents)


def _named(table: pa.Table) -> set[str]:
    names = {
        name for end in ("entity", "source", "target") if end in table.column_names for name in _distinct(table[end])
    }
    for column in ("places", "outlets"):
        names.update(_distinct(pc.list_flatten(table[column])))
    return names


def _wholes_too(names: Iterable[str], parents: Mapping[str, str]) -> set[str]:
    found = set(names)
    at = set(found)
    while at:
        at = {parents[name] for name in at if name in parents} - found
        found |= at
    return found


def _distinct(column: Any) -> list[str]:  # noqa: ANN401 (pyarrow carries no types)
    found: list[str] = pc.unique(column).to_pylist()
    return found
