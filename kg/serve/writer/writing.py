"""What the writer's process does: opens the store when it must, does a task, and publishes what was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import InputError, NotFoundError, QueryError, StoreError
from kg.serve.workers.tasks import Reply
from kg.serve.writer.tasks import Delete, Post, Publish, Put, Update
from kg.store import Graph, Ledger, operations, snapshots, updating

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kg.serve.writer.tasks import Setup, Task

OK, CREATED, DONE = 200, 201, 204
WRONG, ABSENT, UNMET, NOT_NOW = 400, 404, 412, 503


class UnmetError(Exception):
    """A graph is there, or not, and should not be, or should."""


class Writing:
    """The store, open or not, and what the writer was told of it."""

    def __init__(self, setup: Setup) -> None:
        """Nothing is opened yet."""
        self._setup = setup
        self._folder = Path(setup.folder)
        self._graph: Graph | None = None

    def done(self, task: Task, *, said: Callable[[Reply], None]) -> None:
        """Does a task; ``said`` is told what became of it, and then, if it was done, whether it was published."""
        try:
            if self._graph is None:
                self._graph = self._opened()
            status = OK if isinstance(task, Publish) else self._written(self._graph, task)
        except (InputError, NotFoundError, QueryError) as error:
            said(Reply(status=ABSENT if isinstance(error, NotFoundError) else WRONG, detail=str(error)))
            return
        except UnmetError as error:
            said(Reply(status=UNMET, detail=str(error)))
            return
        except (StoreError, OSError, MemoryError) as error:
            said(Reply(status=NOT_NOW, detail=str(error) or "the write needs more memory than it may use; send less"))
            return
        said(Reply(status=status))
        said(self._published(self._graph))

    def _opened(self) -> Graph:
        """The store; refused where a build has left it half done, which must not be published.

        :raises StoreError: when it is so, or the store is held, damaged, or cannot be written.
        """
        graph = Graph.open(self._folder)
        if snapshots.is_cut_off(self._folder):
            graph.release()
            message = f"{self._folder}: a build was cut off while it wrote; run it again, or `kg build`, before writing"
            raise StoreError(message)
        return graph

    def release(self) -> None:
        """Lets go of the store, if it is open."""
        if self._graph is not None:
            self._graph.release()
            self._graph = None

    def _written(self, graph: Graph, task: Update | Put | Post | Delete) -> int:
        """Does a task. Where a graph of the project's own may change, the next build must derive everything anew."""
        touched = self._touched(task)
        if touched is None or any(name.startswith(self._setup.own) for name in touched):
            with Ledger.given_up(self._folder):
                return self._changed(graph, task)
        return self._changed(graph, task)

    def _touched(self, task: Update | Put | Post | Delete) -> Collection[str] | None:
        """The names of the graphs that a task may change; None where they may be any."""
        if isinstance(task, Update):
            return operations.written(task.text, prefixes=self._setup.prefixes, base=task.base)
        return None if task.graph is None else [task.graph]

    def _changed(self, graph: Graph, task: Update | Put | Post | Delete) -> int:
        if isinstance(task, Update):
            updating.update(
                graph,
                task.text,
                prefixes=self._setup.prefixes,
                using=task.using,
                base=task.base,
                federation=task.federation,
            )
            return DONE
        _check_name(task.graph)
        if task.there is not None and updating.present(graph, task.graph or "") != task.there:
            message = f"the graph {task.graph or 'default'} is {'not there' if task.there else 'there already'}"
            raise UnmetError(message)
        if isinstance(task, Delete):
            if not updating.drop(graph, task.graph):
                message = f"no graph {task.graph}; expected one that the store holds"
                raise NotFoundError(message)
            return DONE
        payloads = [sent.payload() for sent in task.payloads]
        if task.graph is None:
            updating.merge(graph, payloads)
            return DONE
        return CREATED if updating.write(graph, task.graph, payloads, replace=isinstance(task, Put)) else DONE

    def _published(self, graph: Graph) -> Reply:
        try:
            graph.flush()
        except StoreError as error:
            return Reply(status=NOT_NOW, detail=str(error))
        return Reply(status=OK)


def _check_name(name: str | None) -> None:
    """:raises InputError: when a graph can have no such name."""
    try:
        if name:
            NamedNode(name)
    except ValueError as error:
        message = f"{name!r} names no graph ({error}); expected an absolute IRI"
        raise InputError(message) from error
