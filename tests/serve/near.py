"""A pool whose one worker is this process: what the server does around it is tested fast, and nothing is faked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from kg.ids import Ids
from kg.serve.app import app
from kg.serve.settings import Settings
from kg.serve.workers import PoolState
from kg.serve.workers.answering import Answering
from kg.serve.workers.generations import taken
from kg.serve.workers.tasks import Answer, Setup
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.serve.workers import Dump, Pool, Query

TOKEN = "a-token-of-these-tests"  # noqa: S105 (it guards nothing)
BEARER = {"Authorization": f"Bearer {TOKEN}"}
TWO = (("urn:one", "one"), ("urn:two", "two"))  # graph and value


class Near:
    """Answers as the pool does, and remembers what it was asked."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is that of a graph."""
        self.generation = taken(folder)
        self._answering = Answering(
            Setup(
                store=str(self.generation.folder),
                spool=str(folder),
                prefixes=dict(Ids().prefixes),
                memory=2**30,
                most_bytes=2**20,
                in_memory=2**16,
                alone=True,
            )
        )
        self.asked: list[tuple[Query | Dump, float | None]] = []
        self.refusal: Answer | Exception | None = None
        self.state = PoolState(busy=0, idle=1, waiting=0)

    async def ask(self, task: Query | Dump, *, seconds: float | None = None) -> Answer:
        """The answer, or what the test wants refused."""
        self.asked.append((task, seconds))
        if isinstance(self.refusal, Exception):
            raise self.refusal
        if self.refusal is not None:
            return self.refusal
        reply = self._answering.answer(task)
        return Answer(
            status=reply.status,
            content_type=reply.content_type,
            body=Path(reply.path) if reply.path else reply.body,
            encoding=reply.encoding,
            detail=reply.detail,
            cut=reply.cut,
            tag=self.generation.tag,
        )


def built(folder: Path, values: Iterable[tuple[str, str]] = TWO) -> Path:
    """A graph in ``folder``: ``ent:state-no <urn:p> VALUE`` in each of the named graphs."""
    with Graph.open(folder) as graph:
        subject = NamedNode(Ids().entity("state:no"))
        graph.bulk(Quad(subject, NamedNode("urn:p"), Literal(value), NamedNode(name)) for name, value in values)
    return folder


def client(pool: Near, settings: Settings | None = None, *, host: str = "127.0.0.1") -> TestClient:
    """A client of a server that asks ``pool``, by the name ``host``."""
    made = settings or Settings(access_log=False)
    served = app(made, pool=cast("Pool", pool), ids=Ids())
    return TestClient(served, base_url=f"http://{host}", follow_redirects=False)
