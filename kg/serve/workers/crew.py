"""The crew: as many workers as may be busy and one more, all on the newest snapshot; who ends is replaced.

The one more is warm when a busy one is ended, and the first to open a new snapshot while the others go on working.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.serve.workers import generations
from kg.serve.workers.spool import UNFINISHED
from kg.serve.workers.tasks import Opening, Reply, Setup
from kg.serve.workers.worker import Events, started
from kg.store import snapshots

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from kg.serve.workers.generations import Generation
    from kg.serve.workers.limits import Limits
    from kg.serve.workers.worker import Worker

AGAIN = 1.0  # seconds until a worker that did not start is tried again
GONE = "the graph's folder shows no snapshot any more; what was open is served; put the folder back, or end the server"
STOPPED = "the server is stopping; try again later"
CRASHED = "the query ended its worker ({}); it is not tried again; make it simpler"
ABORTED = "the query needed more memory than there is, or met a fault of the engine; narrow it"
FAULTS = {-signal.SIGABRT: ABORTED, -signal.SIGALRM: "the query took too long; narrow it"}


class Crew:
    """The workers of a pool; ``rested`` is called when one has become idle."""

    def __init__(
        self,
        folder: Path,
        *,
        prefixes: Mapping[str, str],
        limits: Limits,
        alone: bool,
        rested: Callable[[], None],
    ) -> None:
        """For the graph in ``folder``; ``alone``: workers may not reach the network."""
        self.idle: list[Worker] = []  # on the newest snapshot; the last one is taken first, its caches are warm
        self.busy: set[Worker] = set()
        self.killed = self.crashed = self.replaced = 0
        self.problem = ""
        self._folder = folder
        self._prefixes = dict(prefixes)
        self._limits = limits
        self._alone = alone
        self._rested = rested
        self._events = Events(self._freed, self._lost)
        self._all: set[Worker] = set()
        self._starting = 0
        self._generation: Generation | None = None
        self._old: set[Generation] = set()
        self._refused: tuple[int, int] | None = None  # a snapshot that could not be opened
        self._switching = asyncio.Lock()
        self._background: set[asyncio.Task[None]] = set()
        self._starts: set[asyncio.Task[None]] = set()
        self._spool = Path()
        self._open = False

    @property
    def generation(self) -> Generation:
        """The snapshot that is asked.

        :raises StoreError: before ``start``.
        """
        if self._generation is None:
            message = "the workers have not been started; await start() first"
            raise StoreError(message)
        return self._generation

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Those who have opened a snapshot."""
        return tuple(self._all)

    async def start(self) -> None:
        """Start all workers.

        :raises StoreError: when there is no graph, nothing was published, or it cannot be opened.
        """
        self._generation = await asyncio.to_thread(generations.taken, self._folder)
        self._spool = Path(tempfile.mkdtemp(prefix="kg-answers-"))
        self._open = True
        begun = (self._one_more() for _ in range(self._limits.workers + 1))
        errors = [error for error in await asyncio.gather(*begun, return_exceptions=True) if error is not None]
        if errors:
            await self.stop()
            raise errors[0]

    async def stop(self) -> None:
        """End all workers, and remove what they left."""
        self._open = False
        for task in self._starts:
            task.cancel()
        workers = self.workers
        for worker in workers:
            self._end(worker, Reply(status=503, detail=STOPPED))
        await asyncio.gather(*self._background, return_exceptions=True)
        await asyncio.gather(*(worker.process.wait() for worker in workers))
        await asyncio.gather(*self._background, return_exceptions=True)
        for generation in (*self._old, *([self._generation] if self._generation else [])):
            await asyncio.to_thread(generation.discard)
        if self._spool != Path():
            await asyncio.to_thread(shutil.rmtree, self._spool, ignore_errors=True)

    # ------------------------------------------------------------------------------------------------ work

    def take(self) -> Worker:
        """An idle worker, from now on busy."""
        worker = self.idle.pop()
        worker.until = math.inf
        self.busy.add(worker)
        return worker

    def give_back(self, worker: Worker) -> None:
        """A worker that was taken, and was asked nothing or has replied."""
        self.busy.discard(worker)
        if worker not in self._all:
            return
        if worker.generation is self._generation:
            self.idle.append(worker)
            self._rested()
        else:
            self._do(self._renew(worker))

    def end(self, worker: Worker, reply: Reply) -> None:
        """End a worker, with ``reply`` to what it is at, and start another in its place."""
        self.killed += 1
        self._end(worker, reply)
        self._refill()
        self._rested()

    def _freed(self, worker: Worker) -> None:
        if worker in self.busy:
            self.give_back(worker)

    def _lost(self, worker: Worker) -> None:
        """A worker's line has closed: it crashed, unless it was ended."""
        known = worker in self._all
        self._forget(worker)
        if self._open and known:
            self.crashed += 1
            self._refill()
            self._rested()
        self._do(self._explain(worker))

    async def _explain(self, worker: Worker) -> None:
        code = await worker.process.wait()
        how = signal.strsignal(-code) if code < 0 else f"status {code}"
        worker.resolve(Reply(status=503, detail=FAULTS.get(code) or CRASHED.format(how)))

    def _end(self, worker: Worker, reply: Reply) -> None:
        self._forget(worker)
        worker.kill()
        worker.resolve(reply)

    def _forget(self, worker: Worker) -> None:
        self._all.discard(worker)
        self.busy.discard(worker)
        with contextlib.suppress(ValueError):
            self.idle.remove(worker)
        for left in self._spool.glob(f"{worker.process.pid}-*{UNFINISHED}") if worker.asked else ():
            left.unlink(missing_ok=True)
        self._sweep()

    # ------------------------------------------------------------------------------------------------ starting

    def _refill(self) -> None:
        while self._open and len(self._all) + self._starting < self._limits.workers + 1:
            self._starting += 1
            task = self._do(self._replace())
            self._starts.add(task)
            task.add_done_callback(self._starts.discard)

    async def _replace(self) -> None:
        try:
            await self._one_more()
            self.replaced += 1
            self.problem = ""
        except (StoreError, OSError) as error:
            self.problem = f"no worker can be started: {error}"
            asyncio.get_running_loop().call_later(AGAIN, self._refill)
        finally:
            self._starting -= 1
            self._sweep()

    async def _one_more(self) -> None:
        generation = self.generation
        setup = Setup(
            store=str(generation.folder),
            spool=str(self._spool),
            prefixes=self._prefixes,
            memory=self._limits.memory,
            most_bytes=self._limits.most_bytes,
            in_memory=self._limits.in_memory,
            alone=self._alone,
        )
        worker = await started(setup, generation, self._events)
        self._all.add(worker)
        self.give_back(worker)

    # ------------------------------------------------------------------------------------------------ generations

    def look(self) -> None:
        """Take up a newer snapshot in the background, if there is one."""
        seen = snapshots.seen(self._folder)
        if seen is None:
            self.problem = self.problem or GONE
        elif seen not in {self.generation.seen, self._refused} and not self._switching.locked():
            self._do(self._try_refresh())
        elif self.problem == GONE:
            self.problem = ""

    async def refresh(self) -> None:
        """Take up the newest snapshot: whoever asks from now on sees it.

        :raises StoreError: when it cannot be opened; the one before is served as it was.
        """
        async with self._switching:
            if snapshots.seen(self._folder) == self.generation.seen:
                return
            new = await asyncio.to_thread(generations.taken, self._folder)
            try:
                await self._switch(new)
            except StoreError:
                self._refused = new.seen
                await asyncio.to_thread(new.discard)
                raise
            self.problem, self._refused = "", None

    async def _try_refresh(self) -> None:
        try:
            await self.refresh()
        except StoreError as error:
            self.problem = f"a newer snapshot cannot be served: {error}"

    async def _switch(self, new: Generation) -> None:
        """Let one worker open ``new``; once it has, it is asked, while the others follow."""
        while not self.idle:  # one always is, unless a replacement is on its way
            if not self._open:
                raise StoreError(STOPPED)
            await asyncio.sleep(0.01)
        first = self.idle.pop(0)
        try:
            await first.open(Opening(store=str(new.folder)), new)
        except StoreError:
            self.give_back(first)
            raise
        old, self._generation = self.generation, new
        self._old.add(old)
        stale, self.idle = self.idle, []
        self.give_back(first)
        for worker in stale:
            self._do(self._renew(worker))
        self._sweep()

    async def _renew(self, worker: Worker) -> None:
        """Let a worker that is not busy open the newest snapshot, and then work again."""
        try:
            while worker.generation is not self._generation:
                await worker.open(Opening(store=str(self.generation.folder)), self.generation)
        except StoreError:
            self._end(worker, Reply(status=503))
            self._refill()
        self.give_back(worker)
        self._sweep()

    def _sweep(self) -> None:
        """Remove the copies that nobody uses any more."""
        used = {worker.generation for worker in self._all}
        for generation in self._old - used if self._open and not self._starting else ():
            self._old.discard(generation)
            self._do(asyncio.to_thread(generation.discard))

    def _do(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task
