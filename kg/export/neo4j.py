"""CSV for Neo4j's importer (``neo4j-admin database import``): a table of nodes, a table of relationships.

The header rules are those of the Neo4j Operations Manual: ``:ID``, ``:LABEL``, ``:START_ID``, ``:END_ID``, ``:TYPE``,
and a type behind each property; what is not known is empty. Items of a list are separated by semicolons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.export.network import NOT_XML
from kg.export.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    """``id:ID,label:string,type:string,:LABEL``, a line for each actor.

    The labels are ``Entity`` and the class (``State``).
    """
    network = selected.network
    rows = (
        {"id:ID": node, "label:string": _plain(data["label"]), "type:string": data["type"], ":LABEL": _labels(data)}
        for node, data in network.nodes(data=True)
    )
    return lines(("id:ID", "label:string", "type:string", ":LABEL"), rows)


def relationships(selected: Selected) -> Iterator[str]:
    """A line for each event and pair of its participants; the type is the action (``CALL_ON``)."""
    columns = {name: f"{name}:{kind}" for name, kind in TYPES.items()}
    rows = (
        {":START_ID": source, ":END_ID": target, ":TYPE": kind(data.get("action"))}
        | {columns[name]: _cell(value) for name, value in (data | {"event": event}).items() if name in columns}
        for source, target, event, data in selected.network.edges(keys=True, data=True)
    )
    return lines((":START_ID", ":END_ID", ":TYPE", *columns.values()), rows)


def kind(action: str | None) -> str:
    """The type of a relationship.

    >>> kind("call-on"), kind(None)
    ('CALL_ON', 'ACTS_ON')
    """
    return _NOT_NAME.sub("_", action or "").strip("_").upper() or "ACTS_ON"


def _labels(data: Mapping[str, str]) -> str:
    return f"Entity;{data['type']}"


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ";".join(_plain(str(item)).replace(";", ",") for item in value)
    return _plain(value) if isinstance(value, str) else value


def _plain(words: str) -> str:
    """Words on one line: the importer takes no line break in a field unless it is told to."""
    return " ".join(NOT_XML.sub("\ufffd", words).split())
