"""A worker as the pool sees it: a process, a line to it, and the task that it is at."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kg.errors import StoreError
from kg.serve.workers.frames import Frames, framed
from kg.serve.workers.tasks import Job, Opening, Reply, read_reply, written

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable

    from kg.serve.workers.generations import Generation
    from kg.serve.workers.tasks import Dump, Query, Setup

MODULE = "kg.serve.workers.process"
CRASHED = "the query ended its worker ({}); it is not tried again; make it simpler"
ABORTED = "the query needed more memory than there is, or met a fault of the engine; narrow it"
FAULTS = {-signal.SIGABRT: ABORTED, -signal.SIGALRM: "the query took too long; narrow it"}
GONE = "the worker ended before it was asked; try again"
ENDED = "the worker ended as soon as it had opened the graph; see what it wrote to the server's standard error"
OPENED = 200  # status of the reply
START = 30.0  # seconds in which a worker has opened a snapshot, or is given up
GRACE = 2.0  # seconds past its limit after which a worker ends itself, should the pool not do it
PRIVATE = "KG_"  # what variables of the environment begin with that workers are not told
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Events:
    """Whom a worker tells that it has replied, and that its line has closed."""

    free: Callable[[Worker], None]
    lost: Callable[[Worker], None]


class Worker(asyncio.Protocol):
    """The pool's end of the line to one process, which does one task at a time."""

    def __init__(self, process: Process, generation: Generation, events: Events) -> None:
        """The process was started, and is to open ``generation``."""
        self.process = process
        self.generation = generation
        self.until = 0.0  # the time of the loop at which its task is ended
        self.seconds = 0.0  # what the task was allowed
        self.asked: asyncio.Future[Reply] | None = None
        self._events = events
        self._frames = Frames()
        self._transport: asyncio.WriteTransport | None = None

    def ask(self, frame: bytes, *, seconds: float, now: float) -> asyncio.Future[Reply]:
        """Give it a task; the future has the reply, and no exception."""
        self.seconds, self.until = seconds, now + seconds
        self.asked = asked = asyncio.get_running_loop().create_future()
        if self._transport is None:
            self.resolve(Reply(status=503, detail=GONE))
        else:
            self._transport.write(frame)
        return asked

    async def open(self, task: Opening | Setup, generation: Generation) -> None:
        """Open the snapshot of ``generation``.

        :raises StoreError: when that failed; what was open before still is.
        """
        before, self.generation = self.generation, generation  # first, so that its copy is not removed meanwhile
        reply = await self.ask(frame_of(task, START), seconds=START, now=asyncio.get_running_loop().time())
        if reply.status != OPENED or self._transport is None:
            self.generation = before
            raise StoreError(reply.detail or ENDED)

    def resolve(self, reply: Reply) -> None:
        """The reply to its task, if somebody still waits for one; else a file that came with it is removed."""
        asked, self.asked = self.asked, None
        if asked is not None and not asked.done():
            asked.set_result(reply)
        elif reply.path:
            Path(reply.path).unlink(missing_ok=True)

    async def explain(self) -> None:
        """Give a reply that says how the process ended, once it has."""
        code = await self.process.wait()
        how = signal.strsignal(-code) if code < 0 else f"status {code}"
        self.resolve(Reply(status=503, detail=FAULTS.get(code) or CRASHED.format(how)))

    def kill(self) -> None:
        """End the process at once."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        if self._transport is not None:
            self._transport.abort()

    def memory(self) -> int | None:
        """The bytes that it holds, what it maps from files left out; None where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_bytes().split()
            return (int(pages[1]) - int(pages[2])) * PAGE
        except (OSError, IndexError):
            return None

    # ------------------------------------------------------------------------------------------------ the line

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line is open."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """A piece of a reply has come."""
        for frame in self._frames.fed(data):
            self.resolve(read_reply(frame))
            self._events.free(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  (asyncio names it)
        """The process has ended."""
        self._transport = None
        self._events.lost(self)


def frame_of(task: Query | Dump | Opening | Setup, seconds: float) -> bytes:
    """The task as it goes over the line.

    :raises UnicodeEncodeError: when its text cannot be written in UTF-8.
    """
    return framed(written(Job(task, seconds + GRACE)))


async def started(setup: Setup, generation: Generation, events: Events) -> Worker:
    """A new process that has ``generation`` open.

    :raises StoreError: when the process ended, or could not open it.
    :raises OSError: when the system starts no process.
    """
    process, ours = await spawned(MODULE)
    worker = Worker(process, generation, events)
    try:
        async with asyncio.timeout(START):
            await asyncio.get_running_loop().create_unix_connection(lambda: worker, sock=ours)
            await worker.open(setup, generation)
    except BaseException as error:
        worker.kill()
        await process.wait()
        if not isinstance(error, TimeoutError):
            raise
        message = f"a worker did not open the graph within {START:g} s; expected less load on this machine; try again"
        raise StoreError(message) from error
    return worker


async def spawned(module: str) -> tuple[Process, socket.socket]:
    """A new process that runs ``module`` of this package, which is given the number of its line and of this process.

    :raises OSError: when the system starts no process.
    """
    ours, theirs = socket.socketpair()
    try:
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", module, str(theirs.fileno()), str(os.getpid())),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env=_environment(),
            )
    except BaseException:
        ours.close()
        raise
    return process, ours


def _environment() -> dict[str, str]:
    """The worker imports from where this process does, and is told no secrets."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PRIVATE)}
    return kept | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
