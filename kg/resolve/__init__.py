"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve.claims import outlet
from kg.resolve.documents import resolution
from kg.resolve.fusion import PlainTriple, events, facts

__all__ = ["PlainTriple", "events", "facts", "outlet", "resolution"]
