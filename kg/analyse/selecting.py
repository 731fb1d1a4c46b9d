"""Which rows of a table of events the filters keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.event_types import quad_classes
from kg.analyse.names import near
from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from kg.analyse.filters import Filters
    from kg.analyse.nodes import Node


LOOKED_AT = (
    "factuality", "event_type", "earliest", "latest", "independent_reports", "places", "outlets", "certainty",
)  # fmt: skip


def select(table: pa.Table, nodes: Mapping[str, Node], filters: Filters) -> pa.Table:
    """The rows that every filter keeps, in their order; the table has the columns ``LOOKED_AT`` of an event.

    ``nodes`` give the labels by which places and outlets may be named.

    :raises ConfigError: when a type, place or outlet is asked for that there is none of; the message names the nearest.
    """
    masks = [pc.is_in(table["factuality"], pa.array(filters.factuality, pa.string()))]
    if filters.types is not None:
        masks.append(_of_types(table["event_type"], filters.types))
    if filters.since is not None or filters.until is not None:
        masks.append(_in_days(table, filters.since, filters.until))
    if filters.reports:
        masks.append(pc.fill_null(pc.greater_equal(table["independent_reports"], filters.reports), False))  # noqa: FBT003 (a value)
    if filters.places is not None:
        masks.append(_holds(table["places"], _named("place", filters.places, table["places"], nodes)))
    if filters.outlets is not None:
        masks.append(_holds(table["outlets"], _named("outlet", filters.outlets, table["outlets"], nodes)))
    if filters.certainty is not None:
        masks.append(_holds(table["certainty"], set(filters.certainty)))
    kept = masks[0]
    for mask in masks[1:]:
        kept = pc.and_(kept, mask)
    return table.filter(kept)


def each_alone(table: pa.Table, nodes: Mapping[str, Node], filters: Filters) -> dict[str, int]:
    """How many events each filter that is set keeps where it is the only one, by the filter's name.

    :raises ConfigError: as ``select``.
    """
    kept = {name: select(table, nodes, alone)["event"] for name, alone in filters.singly().items()}
    return {name: pc.count_distinct(events).as_py() for name, events in kept.items()}


def _of_types(column: Any, types: Collection[str]) -> Any:  # noqa: ANN401 (pyarrow carries no types)
    present = {kind for kind in pc.unique(column).to_pylist() if kind}
    known = {*quad_classes(), *present, *(kind.partition("-")[0] for kind in present)}
    for kind in types:
        if kind not in known:
            message = f"event type {kind!r} is unknown; {near(kind, sorted(known, key=_of_mode))}"
            raise ConfigError(message)
    wanted = [kind for kind in present if kind in types or kind.partition("-")[0] in types]
    return pc.is_in(column, pa.array(wanted, pa.string()))


def _of_mode(kind: str) -> tuple[bool, str]:
    """Types before modes."""
    return "-" in kind, kind


def _in_days(table: pa.Table, since: date | None, until: date | None) -> Any:  # noqa: ANN401 (pyarrow carries no types)
    first = pc.coalesce(table["earliest"], table["latest"])
    last = pc.coalesce(table["latest"], table["earliest"])
    kept = pc.is_valid(first)
    if since is not None:
        kept = pc.and_(kept, pc.fill_null(pc.greater_equal(last, pa.scalar(since, pa.date32())), False))  # noqa: FBT003
    if until is not None:
        kept = pc.and_(kept, pc.fill_null(pc.less_equal(first, pa.scalar(until, pa.date32())), False))  # noqa: FBT003
    return kept


def _holds(column: Any, wanted: set[str]) -> Any:  # noqa: ANN401 (pyarrow carries no types)
    return pa.array([not wanted.isdisjoint(held) for held in column.to_pylist()], pa.bool_())


def _named(what: str, names: Collection[str], column: Any, nodes: Mapping[str, Node]) -> set[str]:  # noqa: ANN401
    """The ids that the names mean, of those that occur in the column."""
    occurring = sorted(set(pc.unique(pc.list_flatten(column)).to_pylist()))
    by_name = {nodes[each].label.casefold(): each for each in reversed(occurring) if each in nodes}
    by_name |= {each.casefold(): each for each in occurring}
    found: set[str] = set()
    for name in names:
        if name.casefold() not in by_name:
            message = f"no event here has the {what} {name!r}; {near(name, _shown(occurring, nodes))}"
            raise ConfigError(message)
        found.add(by_name[name.casefold()])
    return found


def _shown(occurring: Collection[str], nodes: Mapping[str, Node]) -> list[str]:
    return [nodes[each].label if each in nodes else each for each in occurring]
