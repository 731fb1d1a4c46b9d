"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve.claims import outlet
from kg.resolve.documents import resolution
from kg.resolve.fusion import PlainTriple, candidates, copies, events, facts, identities
from kg.resolve.identity import cast, one_figure, renamed

__all__ = [
    "PlainTriple",
    "candidates",
    "cast",
    "copies",
    "events",
    "facts",
    "identities",
    "one_figure",
    "outlet",
    "renamed",
    "resolution",
]
