"""Queries run here: in processes of their own, so that one that runs wild costs nothing but its process.

::

    Pool (the server's process)                    worker (one of some processes)
    ask(Query) → frame ────────────────────────→   check, evaluate, serialise, compress
    Answer     ← frame, or a file for a large one ←
    past its time or memory: kill, and go on with the next one, which waits warm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.workers.limits import Limits, PoolState
from kg.serve.workers.tasks import Answer, Dataset, Dump, Query

if TYPE_CHECKING:
    from kg.serve.workers.generations import Generation
    from kg.serve.workers.pool import Pool

__all__ = ["Answer", "Dataset", "Dump", "Generation", "Limits", "Pool", "PoolState", "Query"]


def __getattr__(name: str) -> object:
    """The server's side, imported when it is first asked for: worker processes need none of it."""
    if name == "Pool":
        from kg.serve.workers.pool import Pool  # noqa: PLC0415

        return Pool
    if name == "Generation":
        from kg.serve.workers.generations import Generation  # noqa: PLC0415

        return Generation
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
