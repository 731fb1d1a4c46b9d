"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve import fusion, identity
from kg.resolve.documents import resolution
from kg.resolve.fusion import Compared, Fused, PlainTriple, Scores, candidates, copies, events, facts, identities
from kg.resolve.identity import Cast, Figure, Like, cast, one_figure, renamed
from kg.resolve.judged import Judged, judged, unknown
from kg.resolve.replaced import Replaced, in_knowledge, led, local_name, replaced
from kg.resolve.voices import outlet

__all__ = [
    "Cast",
    "Compared",
    "Figure",
    "Fused",
    "Judged",
    "Like",
    "PlainTriple",
    "Replaced",
    "Scores",
    "candidates",
    "cast",
    "copies",
    "events",
    "facts",
    "fusion",
    "identities",
    "identity",
    "in_knowledge",
    "judged",
    "led",
    "local_name",
    "one_figure",
    "outlet",
    "renamed",
    "replaced",
    "resolution",
    "unknown",
]
