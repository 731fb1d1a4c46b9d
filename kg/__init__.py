"""A knowledge graph of news: who did or said what to whom, who claims it, and where the text says so.

>>> import kg
>>> kg.open("news.kg").folder.name
'news.kg'
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.newsgraph import NewsGraph

__all__ = ["KgError", "NewsGraph", "open"]


def open(path: str | Path) -> NewsGraph:  # noqa: A001 (kg.open reads as a phrase, as gzip.open does)
    """The graph in the folder ``path``; nothing is made there before the first build."""
    return __getattr__("NewsGraph")(Path(path))


def __getattr__(name: str) -> type[NewsGraph]:
    """``kg.NewsGraph``, imported when it is first asked for: what only reads a store needs no parser."""
    if name != "NewsGraph":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from kg.newsgraph import NewsGraph  # noqa: PLC0415

    return NewsGraph
