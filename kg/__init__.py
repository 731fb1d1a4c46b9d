"""A knowledge graph of news: who did or said what to whom, who claims it, and where the text says so.

>>> import kg
>>> kg.open("news.kg").folder.name
'news.kg'
"""

from pathlib import Path

from kg.errors import KgError
from kg.newsgraph import NewsGraph

__all__ = ["KgError", "NewsGraph", "open"]


def open(path: str | Path) -> NewsGraph:  # noqa: A001 (kg.open reads as a phrase, as gzip.open does)
    """The graph in the folder ``path``; nothing is made there before the first build."""
    return NewsGraph(Path(path))
