"""The writer's process as the server sees it: started, asked, told off."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.serve.workers.frames import HEAD, framed
from kg.serve.workers.tasks import Reply, read_reply
from kg.serve.workers.worker import spawned
from kg.serve.writer.tasks import Job, written

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from kg.serve.writer.tasks import Setup, Task

MODULE = "kg.serve.writer.process"
GRACE = 2.0  # seconds past its limit after which the process ends itself, should the server not do it
ENDING = 5.0  # seconds in which a process that is told to end has ended


@dataclass(slots=True)
class Line:
    """A process, and what goes to it and comes from it."""

    process: Process
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    _next: asyncio.Task[Reply | None] | None = None

    def send(self, task: Task | Setup, *, seconds: float = 0.0) -> None:
        """Give it something to do."""
        self.writer.write(framed(written(Job(task, seconds + GRACE if seconds else 0.0))))

    async def reply(self) -> Reply | None:
        """What it says next; None when it has ended. Who stops waiting leaves it to the next who asks."""
        self._next = self._next or asyncio.create_task(self._read())
        found = await asyncio.shield(self._next)
        self._next = None
        return found

    async def _read(self) -> Reply | None:
        try:
            head = await self.reader.readexactly(HEAD)
            return read_reply(await self.reader.readexactly(int.from_bytes(head)))
        except (asyncio.IncompleteReadError, OSError):
            return None

    async def kill(self) -> Reply | None:
        """End it at once; what it had said before."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        last = await self.reply()
        await self.close()
        return last

    async def close(self) -> None:
        """Let it end, and wait until it has: it is told by the line, which is closed."""
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()
        try:
            async with asyncio.timeout(ENDING):
                await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


async def started(setup: Setup) -> Line:
    """A new process, which opens nothing yet.

    :raises OSError: when the system starts none.
    """
    process, ours = await spawned(MODULE)
    reader, writer = await asyncio.open_unix_connection(sock=ours)
    line = Line(process, reader, writer)
    line.send(setup)
    return line
