"""The graph as one object: a folder on disk, and one method for each command."""

from kg.newsgraph.graph import NewsGraph

__all__ = ["NewsGraph"]
