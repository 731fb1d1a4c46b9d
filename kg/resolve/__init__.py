"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve.claims import outlet
from kg.resolve.documents import resolution
from kg.resolve.fusion import PlainTriple, candidates, events, facts
from kg.resolve.judged import Judged, judged, unknown
from kg.resolve.replaced import Replaced, in_knowledge, led, local_name, replaced

__all__ = [
    "Judged",
    "PlainTriple",
    "Replaced",
    "candidates",
    "events",
    "facts",
    "in_knowledge",
    "judged",
    "led",
    "local_name",
    "outlet",
    "replaced",
    "resolution",
    "unknown",
]
