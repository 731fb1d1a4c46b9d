"""Parquet: typed tables of events, claims and edges, for pandas, DuckDB, Arrow and Spark."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.analyse.edges import edges as edges_of
from kg.analyse.lift import lifted
from kg.analyse.nodes import local, prefixed, values
from kg.analyse.selecting import select

if TYPE_CHECKING:
    from collections.abc import Iterator

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
ROLES = ("actor", "recipient", "theme")


def events(selected: Selected) -> Iterator[bytes]:
    """A row for each event, sorted by id: what is known of it, and who takes part as what."""
    table = selected.events
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, role, entity in selected.parts:
        found[event, role].append(entity)
    for role in ROLES:
        held = pa.array([found.get((event, role), []) for event in table["event"].to_pylist()], _IDS)
        table = table.append_column(pa.field(f"{role}s", _IDS, nullable=False), held)
    yield _bytes(table)


def claims(selected: Selected) -> Iterator[bytes]:
    """A row for each claim of those events, sorted by id; a quotation that claims no event has no factuality.

    Quotations of no event are left out where a filter other than factuality is set.
    """
    factuality = dict(zip(*(selected.events[name].to_pylist() for name in ("event", "factuality")), strict=True))
    rows: dict[str, dict[str, Any]] = {}
    for row in values(selected.graph, CLAIMS):
        _gather(rows.setdefault(prefixed(str(row[0]), selected.ids), _empty()), row, selected)
    kept = []
    for claim, found in sorted(rows.items()):
        known = sorted(event for event in found["events"] if event in factuality)
        if not known and (found["events"] or not selected.unfiltered):
            continue
        lists = {name: sorted(found[name]) for name in ("on_behalf_of", "evidence")}
        told = {"claim": claim, "events": known, "factuality": [factuality[event] for event in known]}
        kept.append(found | lists | told)
    yield _bytes(pa.Table.from_pylist(kept, schema=CLAIM_COLUMNS))


def edges(selected: Selected) -> Iterator[bytes]:
    """A row for each edge of the actor graph, sorted by source, target and event."""
    made = edges_of(selected.graph, selected.ids)
    table = select(made.table, made.nodes, selected.filters)
    for number, end in enumerate(("source", "target")):
        led = [lifted(name, selected.filters.lift, made.parents, made.nodes) for name in table[end].to_pylist()]
        table = table.set_column(number, table.schema.field(end), pa.array(led, pa.string()))
    yield _bytes(table.sort_by([(name, "ascending") for name in ("source", "target", "event")]))


def _empty() -> dict[str, Any]:
    return {"events": set(), "on_behalf_of": set(), "evidence": set()}


def _gather(found: dict[str, Any], row: tuple[str | None, ...], selected: Selected) -> None:
    """Adds a row of the query to what is known of its claim."""
    _, event, authority, behalf, document, *words, future, quotation, text, mention = row
    for name, iri in (("events", event), ("on_behalf_of", behalf), ("evidence", mention)):
        if iri is not None:
            found[name].add(prefixed(iri, selected.ids))
    for name, iri in (("authority", authority), ("document", document)):
        found.setdefault(name, iri and prefixed(iri, selected.ids))
    for name, iri in zip(_WORDS, (*words, quotation), strict=True):
        found.setdefault(name, iri and local(iri))
    found.setdefault("future", None if future is None else future == "true")
    found.setdefault("text", selected.short(text))


def _bytes(table: pa.Table) -> bytes:
    stream = BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()
