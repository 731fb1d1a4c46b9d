"""What the store says of events, a row an event, as every projection shows it.

Each property is asked for by itself, and joined here (``kg.analyse.properties``).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.answers import LOCAL, NUMBER, answer
from kg.analyse.columns import changed, counted, joined, listed, places
from kg.analyse.memory import sparing
from kg.analyse.nodes import local, values
from kg.analyse.properties import all_values, first_value, things
from kg.model import Modality

if TYPE_CHECKING:
    from kg.analyse.answers import Made
    from kg.ids import Ids
    from kg.store import Graph

EVENT = "sem:Event"
PROPERTIES = {
    "action": "kg:action",
    "event_type": "sem:eventType",
    "earliest": "sem:hasEarliestBeginTimeStamp",
    "latest": "sem:hasLatestEndTimeStamp",
    "reports": "kg:reportCount",
    "independent_reports": "kg:independentReportCount",
}
LISTS = {"places": "kg:place", "evidence": "gaf:denotedBy"}
CLAIMED = {"modality": "kg:modality", "certainty": "kg:certainty", "document": "kg:document"}
INTENSITIES = "SELECT ?type ?intensity WHERE { ?type kg:intensity ?intensity }"
CLAIMS = "SELECT ?claim ?event WHERE { ?claim kg:claims ?event }"
OUTLETS = "SELECT ?document ?outlet WHERE { ?document dcterms:publisher ?outlet }"

_IDS = pa.list_(pa.string())
COLUMNS = pa.schema(
    [
        pa.field("event", pa.string(), nullable=False, metadata={"about": "the event's id"}),
        pa.field("action", pa.string(), metadata={"about": "what is done, a verb lemma"}),
        pa.field("event_type", pa.string(), metadata={"about": "PLOVER type, with its mode (COERCE-deport)"}),
        pa.field("factuality", pa.string(), nullable=False, metadata={"about": "fact, counterfact, disputed, …"}),
        pa.field("earliest", pa.date32(), metadata={"about": "first day it can have begun"}),
        pa.field("latest", pa.date32(), metadata={"about": "last day it can have ended"}),
        pa.field("reports", pa.int32(), metadata={"about": "documents that report it"}),
        pa.field("independent_reports", pa.int32(), metadata={"about": "without opinions, letters and copies"}),
        pa.field("intensity", pa.float64(), metadata={"about": "of its type, Goldstein, -10 to +10"}),
        pa.field("claims", pa.int32(), nullable=False, metadata={"about": "claims of it, in any document"}),
        *(
            pa.field(str(name), pa.int32(), nullable=False, metadata={"about": f"claims of modality {name}"})
            for name in Modality
        ),
        pa.field("certainty", _IDS, nullable=False, metadata={"about": "certainties of its claims, sorted"}),
        pa.field("places", _IDS, nullable=False, metadata={"about": "ids of its places, sorted"}),
        pa.field("outlets", _IDS, nullable=False, metadata={"about": "ids of the outlets that report it, sorted"}),
        pa.field("evidence", _IDS, nullable=False, metadata={"about": "ids of its mentions, sorted"}),
    ]
)


@sparing()
def happenings(graph: Graph, ids: Ids) -> pa.Table:
    """The columns of ``COLUMNS`` for each event, sorted by its id.

    Of several values of one property the first in order stands.
    """
    day: Made = (_day, pa.date32())
    made: dict[str, Made] = {"action": LOCAL, "event_type": LOCAL, "reports": NUMBER, "independent_reports": NUMBER}
    made |= {"earliest": day, "latest": day}
    events, factuality = _with_factuality(graph, ids)
    columns: dict[str, Any] = {"event": events, "factuality": factuality}
    for column, name in PROPERTIES.items():
        columns[column] = first_value(graph, ids, name, events, made[column])
    intensities = {local(str(kind)): float(str(value)) for kind, value in values(graph, INTENSITIES)}
    columns["intensity"] = changed(columns["event_type"], intensities.get, pa.float64())
    columns |= {column: all_values(graph, ids, name, events) for column, name in LISTS.items()}
    columns |= _claimed(graph, ids, events)
    return pa.table({name: columns[name] for name in COLUMNS.names}, schema=COLUMNS)


def _with_factuality(graph: Graph, ids: Ids) -> tuple[pa.Array, pa.Array]:
    """The ids of the events that have a factuality, sorted, and that."""
    events = things(graph, ids, EVENT)
    found = first_value(graph, ids, "kg:factuality", events, LOCAL)
    return events.filter(pc.is_valid(found)), found.drop_null()


def _claimed(graph: Graph, ids: Ids, events: pa.Array) -> dict[str, Any]:
    """How many claims there are of each event, in all and by modality, their certainties and their outlets."""
    claims = _claims(graph, ids, events)
    rows = claims["row"].to_numpy()
    columns: dict[str, Any] = {"claims": counted(rows, len(events))}
    for modality in map(str, Modality):
        of_it = pc.equal(claims["modality"], modality).to_numpy()
        columns[modality] = counted(rows[of_it], len(events))
    columns["certainty"] = listed(rows, claims["certainty"], len(events))
    published = answer(graph, OUTLETS, ids)
    documents = pc.unique(published["document"])
    claim, outlet = joined(places(claims["document"], documents), places(published["document"], documents))
    columns["outlets"] = listed(rows[claim], published["outlet"].take(pa.array(outlet)), len(events))
    return columns


def _claims(graph: Graph, ids: Ids, events: pa.Array) -> pa.Table:
    """A row for each claim of an event: the row of the event, and the claim's modality, certainty and document."""
    found = answer(graph, CLAIMS, ids)
    claims, at = pc.unique(found["claim"]), places(found["event"], events)
    pairs = np.unique((places(found["claim"], claims) * (len(events) + 1) + at)[at >= 0])
    del found
    numbers, rows = np.divmod(pairs, len(events) + 1)
    columns: dict[str, Any] = {"row": rows}
    for column, name in CLAIMED.items():
        made = None if column == "document" else LOCAL
        columns[column] = first_value(graph, ids, name, claims, made).take(pa.array(numbers))
    table = pa.table(columns)
    return table.filter(pc.is_valid(table["modality"]))


def _day(words: str) -> date | None:
    """A day of xsd:date; None where it is outside the years 1 to 9999."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
