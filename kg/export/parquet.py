"""Parquet: typed tables of events, claims and edges, for pandas, DuckDB, Arrow and Spark."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kg.analyse.answers import LOCAL
from kg.analyse.columns import listed, places, whole
from kg.analyse.memory import free
from kg.analyse.properties import all_values, first_value, things, told
from kg.analyse.roles import ROLES
from kg.analyse.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answers import Made
    from kg.export.selected import Selected

CLAIM = "kg:Claim"
_IDS = pa.list_(pa.string())
_WORDS = ("modality", "polarity", "certainty", "quotation")
CLAIM_COLUMNS = pa.schema(
    [
        pa.field("claim", pa.string(), nullable=False),
        pa.field("events", _IDS, nullable=False),
        pa.field("factuality", _IDS, nullable=False, metadata={"about": "of each of the events"}),
        pa.field("authority", pa.string()),
        pa.field("on_behalf_of", _IDS, nullable=False),
        pa.field("document", pa.string()),
        *(pa.field(name, pa.string()) for name in _WORDS),
        pa.field("future", pa.bool_()),
        pa.field("text", pa.string(), metadata={"about": "the words of a quotation"}),
        pa.field("evidence", _IDS, nullable=False, metadata={"about": "ids of mentions"}),
    ]
)
_VALUES = ("authority", "document", *_WORDS, "future", "text")
_FUTURE = {"true": True, "1": True, "false": False, "0": False}
_GROUP = 64 << 10  # rows of a group


def events(selected: Selected) -> Iterator[bytes]:
    """A row for each event, sorted by id: what is known of it, and who takes part as what."""
    parts, count = selected.parts(), len(selected.events("event"))
    rows = parts["row"].to_numpy()
    masks = {role: pc.equal(parts["role"], role).to_numpy() for role in ROLES}
    taking = {role: listed(np.where(mask, rows, -1), parts["entity"], count) for role, mask in masks.items()}
    del parts
    table = selected.events()
    for role, entities in taking.items():
        table = table.append_column(pa.field(f"{role}s", _IDS, nullable=False), entities)
    yield from _bytes(table)


def claims(selected: Selected) -> Iterator[bytes]:
    """A row for each claim of those events, sorted by id; a quotation that claims no event has no factuality.

    Quotations of no event are left out where a filter other than factuality is set.
    """
    graph, ids = selected.graph, selected.ids
    made: dict[str, Made] = dict.fromkeys(_WORDS, LOCAL)
    made |= {"future": (_FUTURE.get, pa.bool_()), "text": (selected.short, pa.string())}
    known = selected.events("event", "factuality")
    claims, events = _kept(selected, known["event"])
    columns = {"events": _waiting(events), "factuality": _waiting(_factuality(events, known))}
    del known, events
    for name in _VALUES:
        columns[name] = _waiting(first_value(graph, ids, f"kg:{name}", claims, made.get(name)))
    columns["on_behalf_of"] = _waiting(all_values(graph, ids, "kg:onBehalfOf", claims))
    columns["evidence"] = _waiting(all_values(graph, ids, "gaf:denotedBy", claims))
    columns["claim"] = _waiting(claims)
    del claims
    yield from _bytes(pa.table([columns[name].table()[0] for name in CLAIM_COLUMNS.names], schema=CLAIM_COLUMNS))


def _waiting(column: pa.Array) -> Shelf:
    """A column on disk, while the next one is asked for."""
    return Shelf(pa.table([column], names=["it"]))


def _kept(selected: Selected, selected_events: pa.ChunkedArray) -> tuple[pa.Array, pa.ListArray]:
    """The ids of the claims that leave, sorted, and which of the selected events each claims."""
    claims = things(selected.graph, selected.ids, CLAIM)
    rows, events = told(selected.graph, selected.ids, "kg:claims", claims)
    known = places(events, selected_events) >= 0
    lists = listed(np.where(known, rows, -1), events, len(claims))
    kept = np.bincount(rows[known], minlength=len(claims)) > 0
    if selected.unfiltered:
        kept |= np.bincount(rows, minlength=len(claims)) == 0
    return claims.filter(pa.array(kept)), lists.filter(pa.array(kept))


def edges(selected: Selected) -> Iterator[bytes]:
    """A row for each edge of the actor graph, sorted by source, target and event."""
    yield from _bytes(selected.network.table)


def _factuality(lists: pa.ListArray, events: pa.Table) -> pa.ListArray:
    """That of each of the events in lists."""
    at = places(lists.flatten(), events["event"])
    return pa.ListArray.from_arrays(lists.offsets, whole(events["factuality"]).take(pa.array(at)))


def _bytes(table: pa.Table) -> Iterator[bytes]:
    with TemporaryFile() as stream:
        pq.write_table(table, stream, compression="zstd", row_group_size=_GROUP)
        free()
        stream.seek(0)
        while chunk := stream.read(1 << 20):
            yield chunk
