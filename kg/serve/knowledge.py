"""The knowledge base, by which names in a request are led to entities: looked up, never read as a whole."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from kg import data
from kg.ontology import actors

if TYPE_CHECKING:
    from kg.ontology import KnowledgeBase


def knowledge(added: Path | None) -> KnowledgeBase:
    """The actors of the package and those of a graph's own file, which need not exist; looked at again when it changes.

    ``kg.pipeline`` gives the same, but brings with it all that builds a graph.

    :raises OntologyError: when the file contradicts itself or the package.
    """
    if added is None or not added.exists():
        return _loaded(None, None)
    state = added.stat()
    return _loaded(added, (state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=2)  # the file as it was, while a thread still uses it, and as it is
def _loaded(added: Path | None, state: tuple[int, int] | None) -> KnowledgeBase:  # noqa: ARG001 (tells states apart)
    folder = Path(platformdirs.user_cache_dir("newskg")) / "actors"
    return actors.load(data.folder("ontology") / "actors", added=added, cache=folder)
