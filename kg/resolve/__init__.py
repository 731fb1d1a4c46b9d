"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve.claims import outlet
from kg.resolve.documents import resolution
from kg.resolve.fusion import PlainTriple, candidates, copies, events, facts, identities

__all__ = ["PlainTriple", "candidates", "copies", "events", "facts", "identities", "outlet", "resolution"]
