"""Who takes part in events: what fills their roles, other events apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.happenings import EVENT
from kg.analyse.properties import things, told

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph

ROLES = ("actor", "recipient", "theme")


def filled(graph: Graph, ids: Ids, events: pa.Array) -> pa.Table:
    """``row``, ``role`` and ``entity`` of all who take part in events, in no order.

    ``events`` are distinct prefixed ids; a row is a place among them. ``role`` is one of ``ROLES``.

    :raises StoreError: when the store cannot be read.
    """
    others = things(graph, ids, EVENT)
    tables = []
    for role in ROLES:
        rows, entities = told(graph, ids, f"kg:{role}", events)
        table = pa.table({"row": rows, "role": pa.repeat(role, len(rows)), "entity": entities})
        tables.append(table.filter(pc.invert(pc.is_in(entities, value_set=others))))
    return pa.concat_tables(tables)
