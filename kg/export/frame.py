"""The frame of an event (JSON-LD 1.1 Framing): what an event object holds, read from ``ontology/event-frame.jsonld``.

Any processor of JSON-LD makes the same event objects of a graph with that file: it uses ``@type`` at the top,
``@explicit``, ``@embed`` (``@always`` or ``@never``) and one level of reverse terms, and nothing else of a frame.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kg import data

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "event-frame.jsonld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a node shows where it stands inside another: its properties by IRI, each with the frame of its values.

    ``reverse`` has, by the IRI of a property, the term under which those stand whose property leads to the node, and
    their frame. What is not embedded is only named.
    """

    type: str | None
    embedded: bool
    properties: Mapping[str, Frame]
    reverse: Mapping[str, tuple[str, Frame]]


@cache
def event_frame() -> Frame:
    """The frame that the package comes with.

    >>> frame = event_frame()
    >>> [term for term, _ in frame.reverse.values()], frame.properties["https://w3id.org/newskg/term/actor"].embedded
    (['claimedIn'], True)
    """
    told = json.loads((data.folder("ontology") / FILE).read_text(encoding="utf-8"))
    return _frame(told, told["@context"])


def _frame(told: Mapping[str, Any], context: Mapping[str, Any]) -> Frame:
    properties: dict[str, Frame] = {}
    reverse: dict[str, tuple[str, Frame]] = {}
    for name, value in told.items():
        term = context.get(name)
        if isinstance(term, dict):
            reverse[_iri(term["@reverse"], context)] = (name, _frame(value, context))
        elif not name.startswith("@"):
            properties[_iri(name, context)] = _frame(value, context)
    kind = told.get("@type")
    return Frame(
        type=None if kind is None else _iri(kind, context),
        embedded=told.get("@embed") == "@always",
        properties=MappingProxyType(properties),
        reverse=MappingProxyType(reverse),
    )


def _iri(name: str, context: Mapping[str, Any]) -> str:
    prefix, _, local = name.partition(":")
    return str(context[prefix]) + local
