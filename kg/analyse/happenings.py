"""What the store says of events, a row an event, as every projection shows it.

The engine answers few joins fast and many slowly, so each property is asked for by itself and joined here.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kg.analyse.nodes import local, prefixed, values
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def happenings(graph: Graph, ids: Ids) -> dict[str, dict[str, Any]]:
    """The columns of ``COLUMNS`` for each event, by the event's IRI, in sorted order.

    Of several values of one property the first in order stands.
    """
    intensities = {str(kind): float(str(value)) for kind, value in values(graph, INTENSITIES)}
    found: dict[str, dict[str, Any]] = {}
    for event, factuality, action, kind, earliest, latest, reports, independent in values(graph, EVENTS):
        found.setdefault(
            str(event),
            {
                "event": prefixed(str(event), ids),
                "action": action and local(action),
                "event_type": kind and local(kind),
                "factuality": local(str(factuality)),
                "earliest": _day(earliest),
                "latest": _day(latest),
                "reports": None if reports is None else int(reports),
                "independent_reports": None if independent is None else int(independent),
                "intensity": intensities.get(kind or ""),
                "claims": 0,
                **dict.fromkeys(map(str, Modality), 0),
            },
        )
    _claimed(graph, ids, found)
    _listed(found, "places", ((str(event), prefixed(str(place), ids)) for event, place in values(graph, PLACES)))
    mentions = ((str(event), prefixed(str(mention), ids)) for event, mention in values(graph, MENTIONS))
    _listed(found, "evidence", mentions)
    return found


def _claimed(graph: Graph, ids: Ids, found: dict[str, dict[str, Any]]) -> None:
    """Adds the counts of claims, their certainties, and the outlets of their documents."""
    publishers: dict[str, list[str]] = defaultdict(list)
    for document, outlet in values(graph, OUTLETS):
        publishers[str(document)].append(prefixed(str(outlet), ids))
    certainties, outlets = [], []
    for _, event, modality, certainty, document in values(graph, CLAIMS):
        if (row := found.get(str(event))) is None:
            continue
        row["claims"] += 1
        row[local(str(modality))] += 1
        if certainty is not None:
            certainties.append((str(event), local(certainty)))
        outlets += [(str(event), outlet) for outlet in publishers.get(document or "", ())]
    _listed(found, "certainty", certainties)
    _listed(found, "outlets", outlets)


def _listed(found: dict[str, dict[str, Any]], column: str, pairs: Iterable[tuple[str, str]]) -> None:
    lists: dict[str, set[str]] = defaultdict(set)
    for event, value in pairs:
        lists[event].add(value)
    for event, row in found.items():
        row[column] = sorted(lists.get(event, ()))


def _day(words: str | None) -> date | None:
    """A day of xsd:date; None where there is none, or one outside the years 1 to 9999."""
    try:
        return None if words is None else date.fromisoformat(words)
    except ValueError:
        return None
