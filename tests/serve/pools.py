"""A pool that answers in this process, by the code of a worker, for tests of what is above it."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store
from starlette.applications import Starlette
from starlette.testclient import TestClient

from kg.ids import Ids
from kg.serve.problems import Problem, response
from kg.serve.workers import PoolState
from kg.serve.workers.answering import Answering
from kg.serve.workers.tasks import Answer, Query, Setup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class LocalPool:
    """Answers at once, as a worker does; with ``refusal`` set, it answers with that. It keeps what it was asked."""

    def __init__(self, folder: Path, ids: Ids) -> None:
        """For the store in ``folder``."""
        setup = Setup(
            store=str(folder),
            spool=str(folder.parent),
            prefixes=ids.prefixes,
            memory=2**30,
            most_bytes=2**30,
            in_memory=2**16,
            alone=True,
        )
        self.answering = Answering(setup)
        self.generation = SimpleNamespace(
            number=1, digest="d1", tag="one", published=datetime(2024, 3, 1, tzinfo=UTC), folder=folder
        )
        self.state = PoolState(busy=0, idle=2, waiting=0, by_status={200: 3})
        self.refusal: Answer | None = None
        self.asked: list[Query] = []

    async def ask(self, task: Query, *, seconds: float | None = None) -> Answer:  # noqa: ARG002 (as the pool)
        """The answer of a worker, or the refusal."""
        self.asked.append(task)
        if self.refusal is not None:
            return self.refusal
        reply = self.answering.answer(task)
        return Answer(
            status=reply.status,
            content_type=reply.content_type,
            body=type(self.generation.folder)(reply.path) if reply.path else reply.body,
            encoding=reply.encoding,
            detail=reply.detail,
            cut=reply.cut,
            seconds=reply.seconds,
            tag="one",
        )


def client(folder: Path, routes: Sequence[BaseRoute], quads: str = "", *, ids: Ids | None = None) -> TestClient:
    """A client of an application that serves ``quads``, written in TriG with the prefixes of the project."""
    made = ids or Ids()
    heads = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in made.prefixes.items())
    store = Store(str(folder / "store"))
    store.load(heads + quads, format=RdfFormat.TRIG)
    store.flush()
    del store  # lets go of the folder
    served = Starlette(routes=list(routes), exception_handlers={Problem: _refused})
    served.state.pool, served.state.ids = LocalPool(folder / "store", made), made
    served.state.settings, served.state.writer = SimpleNamespace(), None
    return TestClient(served, follow_redirects=False)


def pool(served: TestClient) -> LocalPool:
    """The pool behind a client."""
    assert isinstance(served.app, Starlette)
    found = served.app.state.pool
    assert isinstance(found, LocalPool)
    return found


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return response(error)
