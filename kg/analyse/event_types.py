"""The event types of the ontology: their codes and quad classes."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import data
from kg.ids import EVENT_TYPE, KG

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def quad_classes() -> Mapping[str, str]:
    """The quad class of every event type and mode (PLOVER), by code, sorted.

    One of verbalCooperation, materialCooperation, verbalConflict and materialConflict. PLOVER counts REQUEST as verbal
    conflict: who asks for something is not content with how things are.

    >>> quad_classes()["REQUEST"], quad_classes()["COERCE-deport"]
    ('verbalConflict', 'materialConflict')
    """
    found: dict[str, str] = {}
    path = data.folder("ontology") / "event-types.ttl"
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        subject, value = str(getattr(quad.subject, "value", "")), str(getattr(quad.object, "value", ""))
        if quad.predicate.value == f"{KG}quadClass" and subject.startswith(EVENT_TYPE):
            found[subject.removeprefix(EVENT_TYPE)] = value.removeprefix(KG)
    return MappingProxyType(dict(sorted(found.items())))
