"""What changes the graph is done here: one write after the other, in a process of its own that can be ended.

::

    Writer (the server's process)                     writer (one process, while there is something to write)
    do(Update) → frame ───────────────────────────→   open the store, do all of it or nothing
                       ←─────────────────── frame     it is done, and cannot be undone any more
    pool.refresh()     ←─────────────────── frame     it is published: readers may see it

The process lets go of the store when it has been idle for some seconds, so that a build may have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.writer.tasks import Delete, Post, Put, Sent, Update

if TYPE_CHECKING:
    from kg.serve.writer.writer import Writer

__all__ = ["Delete", "Post", "Put", "Sent", "Update", "Writer"]


def __getattr__(name: str) -> object:
    """The server's side, imported when it is first asked for: the writer's process needs none of it."""
    if name == "Writer":
        from kg.serve.writer.writer import Writer  # noqa: PLC0415

        return Writer
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
