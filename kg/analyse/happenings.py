"""What the store says of events, a row an event, as every projection shows it.

The engine answers few joins fast and many slowly, so each list is asked for by itself and joined here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.answers import LOCAL, NUMBER, answer, changed, counted, firsts, joined, listed, places, whole
from kg.analyse.nodes import local, values
from kg.model import Modality

if TYPE_CHECKING:
    from kg.analyse.answers import Made
    from kg.ids import Ids
    from kg.store import Graph

EVENTS = """
SELECT ?event ?factuality ?action ?type ?earliest ?latest ?reports ?independent WHERE {
  ?event kg:factuality ?factuality ; a sem:Event .
  OPTIONAL { ?event kg:action ?action }
  OPTIONAL { ?event sem:eventType ?type }
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }
  OPTIONAL { ?event kg:reportCount ?reports }
  OPTIONAL { ?event kg:independentReportCount ?independent }
}
"""
INTENSITIES = "SELECT ?type ?intensity WHERE { ?type kg:intensity ?intensity }"
CLAIMS = """
SELECT ?claim ?event ?modality ?certainty ?document WHERE {
  ?claim kg:claims ?event ; kg:modality ?modality .
  OPTIONAL { ?claim kg:certainty ?certainty }
  OPTIONAL { ?claim kg:document ?document }
}
"""
OUTLETS = "SELECT ?document ?outlet WHERE { ?document dcterms:publisher ?outlet }"
PLACES = "SELECT ?event ?place WHERE { ?event a sem:Event ; kg:place ?place }"
MENTIONS = "SELECT ?event ?mention WHERE { ?event a sem:Event ; gaf:denotedBy ?mention }"

COLUMN = {"type": "event_type", "independent": "independent_reports"}  # where a variable is called otherwise

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


def happenings(graph: Graph, ids: Ids) -> pa.Table:
    """The columns of ``COLUMNS`` for each event, sorted by its id.

    Of several values of one property the first in order stands.
    """
    day: Made = (_day, pa.date32())
    made: dict[str, Made] = {
        "action": LOCAL,
        "type": LOCAL,
        "factuality": LOCAL,
        "reports": NUMBER,
        "independent": NUMBER,
    }
    found = firsts(answer(graph, EVENTS, ids, **made, earliest=day, latest=day), "event")
    intensities = {local(str(kind)): float(str(value)) for kind, value in values(graph, INTENSITIES)}
    columns: dict[str, Any] = {COLUMN.get(name, name): found[name] for name in found.column_names}
    columns["intensity"] = changed(found["type"], intensities.get, pa.float64())
    events = whole(found["event"])
    for column, variable, query in (("places", "place", PLACES), ("evidence", "mention", MENTIONS)):
        rows = answer(graph, query, ids)
        columns[column] = listed(places(rows["event"], events), rows[variable], len(events))
    columns |= _claimed(graph, ids, events)
    return pa.table({name: columns[name] for name in COLUMNS.names}, schema=COLUMNS)


def _claimed(graph: Graph, ids: Ids, events: pa.Array) -> dict[str, Any]:
    """How many claims there are of each event, in all and by modality, their certainties and their outlets."""
    published = answer(graph, OUTLETS, ids)
    documents = pc.unique(published["document"])
    claims = _claims(graph, ids, events, documents)
    rows = claims["row"].to_numpy()
    columns: dict[str, Any] = {"claims": counted(rows, len(events))}
    for modality in map(str, Modality):
        of_it = pc.equal(claims["modality"], modality).to_numpy()
        columns[modality] = counted(rows[of_it], len(events))
    columns["certainty"] = listed(rows, claims["certainty"], len(events))
    claim, outlet = joined(claims["document"].to_numpy(), places(published["document"], documents))
    columns["outlets"] = listed(rows[claim], published["outlet"].take(pa.array(outlet)), len(events))
    return columns


def _claims(graph: Graph, ids: Ids, events: pa.Array, documents: pa.Array) -> pa.Table:
    """The distinct claims, with the rows of their events, and their documents, as numbers."""
    found = answer(graph, CLAIMS, ids, modality=LOCAL, certainty=LOCAL)
    numbers = {
        "claim": whole(found["claim"]).dictionary_encode().indices,
        "row": places(found["event"], events),
        "document": places(found["document"], documents),
    }
    table = pa.table(numbers | {name: found[name] for name in ("modality", "certainty")})
    del found
    return table.group_by(table.column_names, use_threads=False).aggregate([])


def _day(words: str) -> date | None:
    """A day of xsd:date; None where it is outside the years 1 to 9999."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
