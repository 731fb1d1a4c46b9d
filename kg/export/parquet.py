"""Parquet: typed tables of events, claims and edges, for pandas, DuckDB, Arrow and Spark."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kg.analyse.answers import LOCAL, answer, firsts, listed, places, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answers import Made
    from kg.export.selected import Selected

CLAIMS = """
SELECT ?claim ?event ?authority ?behalf ?document ?modality ?polarity ?certainty ?future ?quotation ?text ?mention
WHERE {
  ?claim a kg:Claim .
  OPTIONAL { ?claim kg:claims ?event }
  OPTIONAL { ?claim kg:authority ?authority }
  OPTIONAL { ?claim kg:onBehalfOf ?behalf }
  OPTIONAL { ?claim kg:document ?document }
  OPTIONAL { ?claim kg:modality ?modality }
  OPTIONAL { ?claim kg:polarity ?polarity }
  OPTIONAL { ?claim kg:certainty ?certainty }
  OPTIONAL { ?claim kg:future ?future }
  OPTIONAL { ?claim kg:quotation ?quotation }
  OPTIONAL { ?claim kg:text ?text }
  OPTIONAL { ?claim gaf:denotedBy ?mention }
}
"""
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
_FUTURE = {"true": True, "1": True, "false": False, "0": False}
_GROUP = 64 << 10  # rows of a group
ROLES = ("actor", "recipient", "theme")


def events(selected: Selected) -> Iterator[bytes]:
    """A row for each event, sorted by id: what is known of it, and who takes part as what."""
    table, parts = selected.events, selected.parts
    rows = places(parts["event"], table["event"])
    for role in ROLES:
        of_it = np.where(pc.equal(parts["role"], role).to_numpy(), rows, -1)
        held = listed(of_it, parts["entity"], len(table))
        table = table.append_column(pa.field(f"{role}s", _IDS, nullable=False), held)
    yield from _bytes(table)


def claims(selected: Selected) -> Iterator[bytes]:
    """A row for each claim of those events, sorted by id; a quotation that claims no event has no factuality.

    Quotations of no event are left out where a filter other than factuality is set.
    """
    made: dict[str, Made] = dict.fromkeys(_WORDS, LOCAL)
    made |= {"future": (_FUTURE.get, pa.bool_()), "text": (selected.short, pa.string())}
    rows = answer(selected.graph, CLAIMS, selected.ids, **made)
    found = firsts(rows.drop_columns(["event", "behalf", "mention"]), "claim")
    of, count = places(rows["claim"], found["claim"]), len(found)
    known = selected.events["event"]
    kept = np.where(places(rows["event"], known) >= 0, of, -1)
    told = listed(kept, rows["event"], count)
    has, has_any = (np.diff(lists.offsets.to_numpy()) > 0 for lists in (told, listed(of, rows["event"], count)))
    columns = {name: found[name] for name in found.column_names} | {
        "events": told,
        "factuality": _factuality(told, selected.events),
        "on_behalf_of": listed(of, rows["behalf"], count),
        "evidence": listed(of, rows["mention"], count),
    }
    table = pa.table({name: columns[name] for name in CLAIM_COLUMNS.names}, schema=CLAIM_COLUMNS)
    yield from _bytes(table.filter(pa.array(has | ~has_any) if selected.unfiltered else pa.array(has)))


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
        stream.seek(0)
        while chunk := stream.read(1 << 20):
            yield chunk
