"""A table of events as event-data users know it: who did what to whom, by PLOVER with CAMEO codes, as CSV.

One row for each event and each pair of its participants. The quad class is PLOVER's, 1 verbal cooperation, 2 material
cooperation, 3 verbal conflict, 4 material conflict; PLOVER counts REQUEST as verbal conflict. ``CAMEO`` is the most
general code that the ontology ties to the mode, or else to the type (``skos:closeMatch``), so it never says more than
the type does. Contexts are left empty: no stage makes them.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import data
from kg.analyse.event_types import quad_classes
from kg.export.network import plain
from kg.export.tables import lines
from kg.ids import EVENT_TYPE, VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.export.selected import Selected

COLUMNS = (
    "EventID", "Date", "DateEarliest", "Source", "SourceID", "SourceType", "SourceCountry", "Target", "TargetID",
    "TargetType", "TargetCountry", "EventType", "Mode", "Context", "Action", "QuadClass", "Goldstein", "CAMEO",
    "Factuality", "Reports", "IndependentReports", "Outlet", "URL", "Evidence",
)  # fmt: skip
QUADS = {"verbalCooperation": 1, "materialCooperation": 2, "verbalConflict": 3, "materialConflict": 4}
_COUNTRY = re.compile(r"ent:state-([a-z]{2})")


def text(selected: Selected) -> Iterator[str]:
    """The header ``COLUMNS``, then the rows, sorted by source, target and event; what is not known is empty.

    ``Date`` is the last day the event can have ended, ISO 8601; countries are ISO 3166 alpha-2; ``Outlet``, ``URL`` and
    ``Evidence`` (ids of mentions) separate their items by semicolons.
    """
    network = selected.network
    documents = selected.documents(network.table["event"])
    rows = (
        _row(event, data, held, selected) | _end("Source", source, selected) | _end("Target", target, selected)
        for (source, target, event, data), held in zip(network.told(), documents, strict=True)
    )
    return lines(COLUMNS, rows)


@cache
def cameo() -> Mapping[str, str]:
    """The most general CAMEO code of each event type and mode that has one.

    >>> cameo()["REQUEST"], cameo()["COERCE-deport"]
    ('02', '174')
    """
    path = str(data.folder("ontology") / "event-types.ttl")
    found: dict[str, list[str]] = {}
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        code, kind = getattr(quad.subject, "value", ""), getattr(quad.object, "value", "")
        if quad.predicate.value == VOCABULARIES["skos"] + "closeMatch" and code.startswith(EVENT_TYPE + "CAMEO-"):
            found.setdefault(kind.removeprefix(EVENT_TYPE), []).append(code.removeprefix(EVENT_TYPE + "CAMEO-"))
    return MappingProxyType({kind: min(codes, key=lambda code: (len(code), code)) for kind, codes in found.items()})


def _row(event: str, data: Mapping[str, Any], documents: Iterable[str], selected: Selected) -> dict[str, Any]:
    code = data.get("event_type", "")
    kind, _, mode = code.partition("-")
    evidence = data.get("evidence", ())
    outlets = {plain(selected.made.nodes[outlet].label) for outlet in data.get("outlets", ())}
    found = (selected.sources.get(document) for document in documents)
    urls = {source.url for source in found if source and source.url}
    return {
        "EventID": event,
        "Date": data.get("latest", ""),
        "DateEarliest": data.get("earliest", ""),
        "EventType": kind,
        "Mode": mode,
        "Action": data.get("action", ""),
        "QuadClass": QUADS.get(quad_classes().get(code) or quad_classes().get(kind, ""), ""),
        "Goldstein": data.get("intensity", ""),
        "CAMEO": cameo().get(code) or cameo().get(kind, ""),
        "Factuality": data["factuality"],
        "Reports": data.get("reports", ""),
        "IndependentReports": data.get("independent_reports", ""),
        "Outlet": ";".join(sorted(outlets)),
        "URL": ";".join(sorted(urls)),
        "Evidence": ";".join(evidence),
    }


def _end(name: str, entity: str, selected: Selected) -> dict[str, str]:
    node = selected.network.nodes[entity]
    return {
        name: plain(node.label),
        f"{name}ID": entity,
        f"{name}Type": node.type,
        f"{name}Country": country(entity, selected.states),
    }


def country(entity: str, states: Mapping[str, str]) -> str:
    """ISO 3166 alpha-2 code of the state that an entity is or belongs to; empty where it is not known.

    >>> country("ent:gov-no-government", {"ent:gov-no-government": "ent:state-no"}), country("ent:jo", {})
    ('NO', '')
    """
    found = _COUNTRY.fullmatch(states.get(entity, entity))
    return found[1].upper() if found else ""
