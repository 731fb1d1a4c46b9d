"""Mentions → entities, events, claims: what the text layer denotes. Pure."""

from kg.resolve.claims import outlet
from kg.resolve.documents import resolution
from kg.resolve.fusion import PlainTriple, events, facts
from kg.resolve.identity import cast, one_figure, renamed

__all__ = ["PlainTriple", "cast", "events", "facts", "one_figure", "outlet", "renamed", "resolution"]
