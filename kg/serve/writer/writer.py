"""The writer as the handlers see it: whoever writes is told what became of it, whatever becomes of the process."""

from __future__ import annotations

import asyncio
import contextlib
from time import perf_counter
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.serve.workers.tasks import Answer, Reply
from kg.serve.writer.line import Line, started
from kg.serve.writer.tasks import Publish, Setup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.serve.workers.limits import Limits
    from kg.serve.workers.pool import Pool
    from kg.serve.writer.tasks import Delete, Post, Put, Task, Update

IDLE = 2.0  # seconds
PUBLISHING = 60.0  # seconds that publishing may take: it is a matter of milliseconds, but for a slow disk
STOPPING = 5.0  # seconds that a task may go on when the server ends
WRONG, NOT_NOW, LATE = 400, 503, 504
FULL = "{} writes wait already; try again in a moment"
BUSY = "other writes went on for {:g} s; try again in a moment"
# A process that ends in the very moment of its commit has said nothing of it: so nobody is told that all is as it was.
TOO_LATE = (
    "the write took longer than {:g} s and was ended; see whether it is there (whole, or not at all) and write less"
)
ENDED = "the writer ended by itself; see whether the write is there (whole, or not at all) before it is sent again"
UNSEEN = "it is written, but could not be shown to readers; the next write shows it"
STOPPED = "the server ends, so nothing more is written"
CANNOT_START = "no process could be started to write: {}"


class Writer:
    """Writes the graph in ``folder``, one task after the other, each all or nothing.

    Its process is started with the first task. The store is held while there is something to do, and let go after
    ``idle`` seconds without. ``federation``: whether the process may reach the network at all.
    """

    def __init__(  # noqa: PLR0913  (all but one are options)
        self,
        folder: Path,
        *,
        prefixes: Mapping[str, str],
        limits: Limits,
        pool: Pool,
        idle: float = IDLE,
        federation: bool = False,
    ) -> None:
        """Nothing is started yet; ``prefixes`` are those of ``Ids``, which name the project's own graphs too."""
        self._setup = Setup(
            folder=str(folder),
            prefixes=dict(prefixes),
            own=prefixes["graph"],
            idle=idle,
            memory=limits.memory,
            alone=not federation,
        )
        self._limits = limits
        self._pool = pool
        self._line: Line | None = None
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[Answer]] = set()
        self._stopped = False

    async def start(self) -> None:
        """Take tasks from now on."""
        self._stopped = False

    async def stop(self) -> None:
        """End the process, after the task that it is at or in the middle of a long one; who waits is refused: 503."""
        self._stopped = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=STOPPING)
        await self._let_go()
        if self._tasks:
            await asyncio.wait(self._tasks)
            await self._let_go()

    async def do(self, task: Update | Put | Post | Delete, *, seconds: float | None = None) -> Answer:
        """Do a task: 200, 201 or 204, and the next query sees it; or why nothing was done: 400, 404, 503, 504.

        A task gets its ``seconds`` (``Limits.allowed``) from when its turn comes, and waits as long for that at most.
        Who is cancelled while waiting here has the task done all the same.
        """
        if self._stopped:
            return _answer(Reply(status=NOT_NOW, detail=STOPPED))
        if len(self._tasks) > self._limits.waiting:
            return _answer(Reply(status=NOT_NOW, detail=FULL.format(len(self._tasks) - 1)))
        doing = asyncio.create_task(self._in_turn(task, self._limits.allowed(seconds)))
        self._tasks.add(doing)
        doing.add_done_callback(self._tasks.discard)
        return await asyncio.shield(doing)

    async def _in_turn(self, task: Task, seconds: float) -> Answer:
        begun = perf_counter()
        try:
            async with asyncio.timeout(seconds):
                await self._turn.acquire()
        except TimeoutError:
            return _answer(Reply(status=NOT_NOW, detail=BUSY.format(seconds)))
        try:
            if self._stopped:
                return _answer(Reply(status=NOT_NOW, detail=STOPPED))
            reply = await self._done(task, seconds)
            if reply.status < WRONG:
                with contextlib.suppress(StoreError):  # it is published all the same, and taken up later
                    await self._pool.refresh()
            return _answer(reply, seconds=perf_counter() - begun)
        finally:
            self._turn.release()

    async def _done(self, task: Task, seconds: float) -> Reply:
        """What became of a task, once it is published too."""
        if self._line is not None and self._line.reader.at_eof():  # it ended while it was idle
            await self._let_go()
        try:
            line = self._line = self._line or await started(self._setup)
        except OSError as error:
            return Reply(status=NOT_NOW, detail=CANNOT_START.format(error))
        line.send(task, seconds=seconds)
        failed = Reply(status=NOT_NOW, detail=ENDED)
        try:
            async with asyncio.timeout(seconds):
                reply = await line.reply()
        except TimeoutError:
            failed = Reply(status=LATE, detail=TOO_LATE.format(seconds))
            self._line, reply = None, await line.kill()  # it may have been done with it at the last moment
        if reply is None:
            await self._let_go()
            if not isinstance(task, Publish):
                await self._republished()
            return failed
        if reply.status >= WRONG or await self._published():
            return reply
        if not isinstance(task, Publish) and await self._republished():
            return reply
        return Reply(status=NOT_NOW, detail=UNSEEN)

    async def _republished(self) -> bool:
        """Whether another process has published what one that ended may have done."""
        if self._stopped or (await self._done(Publish(), PUBLISHING)).status >= WRONG:
            return False
        with contextlib.suppress(StoreError):
            await self._pool.refresh()
        return True

    async def _published(self) -> bool:
        """Whether the process says that it has published what it did."""
        if (line := self._line) is None:
            return False
        try:
            async with asyncio.timeout(PUBLISHING):
                reply = await line.reply()
        except TimeoutError:
            self._line, reply = None, await line.kill()
        if reply is None:
            await self._let_go()
        return reply is not None and reply.status < WRONG

    async def _let_go(self) -> None:
        """Lets the process end, if there is one, or waits until one that has ended is gone."""
        line, self._line = self._line, None
        if line is not None:
            await line.close()


def _answer(reply: Reply, *, seconds: float = 0.0) -> Answer:
    """What a handler is given; an answer to a write has no body."""
    return Answer(status=reply.status, content_type=reply.content_type, body=b"", detail=reply.detail, seconds=seconds)
