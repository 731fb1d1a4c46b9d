"""CSV for Neo4j's importer (``neo4j-admin database import``): a table of nodes, a table of relationships.

The header rules are those of the Neo4j Operations Manual: ``:ID`` with the space of its ids, ``:LABEL``, ``:START_ID``,
``:END_ID``, ``:TYPE``, and a type behind each property; what is not known is empty. Items of a list are separated by
semicolons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.export.network import described, plain
from kg.export.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.selected import Selected

COUNTS = ("reports", "independent_reports", "claims")
LISTS = ("certainty", "places", "outlets", "evidence")
TYPES = {
    "event": "string",
    "action": "string",
    "event_type": "string",
    "factuality": "string",
    "earliest": "date",
    "latest": "date",
    "intensity": "double",
    **dict.fromkeys(COUNTS, "int"),
    **dict.fromkeys(LISTS, "string[]"),
}
_NOT_NAME = re.compile(r"\W+")


def nodes(selected: Selected) -> Iterator[str]:
    """``id:ID(Entity),label:string,type:string,:LABEL``, a line for each actor.

    The labels are ``Entity`` and the class (``State``).
    """
    rows = (
        {
            "id:ID(Entity)": name,
            "label:string": data["label"],
            "type:string": data["type"],
            ":LABEL": f"Entity;{data['type']}",
        }
        for name, data in described(selected.network)
    )
    return lines(("id:ID(Entity)", "label:string", "type:string", ":LABEL"), rows)


def relationships(selected: Selected) -> Iterator[str]:
    """A line for each event and pair of its participants; the type is the action (``CALL_ON``)."""
    columns = {name: f"{name}:{kind}" for name, kind in TYPES.items()}
    rows = (
        {":START_ID(Entity)": source, ":END_ID(Entity)": target, ":TYPE": kind(data.get("action"))}
        | {columns[name]: _cell(value) for name, value in (data | {"event": event}).items() if name in columns}
        for source, target, event, data in selected.network.told()
    )
    return lines((":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", *columns.values()), rows)


def kind(action: str | None) -> str:
    """The type of a relationship.

    >>> kind("call-on"), kind(None)
    ('CALL_ON', 'ACTS_ON')
    """
    return _NOT_NAME.sub("_", action or "").strip("_").upper() or "ACTS_ON"


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ";".join(plain(str(item)).replace(";", ",") for item in value)
    return plain(value) if isinstance(value, str) else value
