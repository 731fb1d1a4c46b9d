"""The crew: as many workers as may be busy and one more, all on the newest snapshot; who ends is replaced.

The one more is warm when a busy one is ended, and opens a new snapshot first, while the others work. Those whose query
has become a long one are not counted, up to a bound, and others started, so that it does not hold up the short ones.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.serve.workers import spool
from kg.serve.workers.generations import Held
from kg.serve.workers.tasks import Opening, Reply, Setup
from kg.serve.workers.worker import Events, started

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from kg.serve.workers.generations import Generation
    from kg.serve.workers.limits import Limits
    from kg.serve.workers.worker import Worker

AGAIN = 1.0  # seconds until a worker that did not start is tried again
GONE = "the graph's folder shows no snapshot any more; what was open is served; put the folder back, or end the server"
STOPPED = "the server is stopping; try again later"


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
        self.workers: set[Worker] = set()  # all who have opened a snapshot
        self.killed = self.crashed = self.replaced = 0
        self._held = Held(folder)
        self._prefixes = dict(prefixes)
        self._limits = limits
        self._alone = alone
        self._rested = rested
        self._events = Events(self._freed, self._lost)
        self._starting = 0
        self._slow = 0  # of the busy, those who are not counted
        self._claimed = 0  # of the idle, the one that is to open a new snapshot
        self._reserve = 0  # the most that these have been lately
        self._problems: dict[str, str] = {}
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
        return self._held.current

    @property
    def problem(self) -> str:
        """What does not work; empty where all does."""
        return "; ".join(self._problems.values())

    @property
    def free(self) -> bool:
        """Whether a worker can be taken."""
        return len(self.idle) > self._claimed and len(self.busy) < self._limits.workers + self._slow

    async def start(self) -> None:
        """Start all workers.

        :raises StoreError: when there is no graph, nothing was published, or it cannot be opened.
        """
        self._held.adopt(await asyncio.to_thread(self._held.take))
        self._spool = await asyncio.to_thread(spool.made)
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
        workers = tuple(self.workers)
        for worker in workers:
            self._end(worker, Reply(status=503, detail=STOPPED))
        await asyncio.gather(*self._background, return_exceptions=True)
        await asyncio.gather(*(worker.process.wait() for worker in workers))
        await asyncio.gather(*self._background, return_exceptions=True)
        await asyncio.to_thread(self._held.discard)
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
        if worker not in self.workers:
            return
        if worker.generation is self.generation:
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

    def count_slow(self, slow: int) -> None:
        """Leave so many of the busy out of the count, and start workers in their place."""
        self._slow = min(slow, self._limits.slow)
        if self._slow > self._reserve:
            self._reserve = self._slow
            self._refill()
        self._rested()

    def retire(self) -> None:
        """End idle workers that were started for long queries and have not been needed since this was last called."""
        while len(self.workers) > self._wanted and len(self.idle) > 1:
            self._end(self.idle[0], Reply(status=503))
        self._reserve = self._slow

    def _freed(self, worker: Worker) -> None:
        if worker in self.busy:
            self.give_back(worker)

    def _lost(self, worker: Worker) -> None:
        """A worker's line has closed: it crashed, unless it was ended."""
        known = worker in self.workers
        self._forget(worker)
        if self._open and known:
            self.crashed += 1
            self._refill()
            self._rested()
        self._do(worker.explain())

    def _end(self, worker: Worker, reply: Reply) -> None:
        self._forget(worker)
        worker.kill()
        worker.resolve(reply)

    def _forget(self, worker: Worker) -> None:
        self.workers.discard(worker)
        self.busy.discard(worker)
        with contextlib.suppress(ValueError):
            self.idle.remove(worker)
        for left in self._spool.glob(f"{worker.process.pid}-*{spool.UNFINISHED}") if worker.asked else ():
            left.unlink(missing_ok=True)
        self._sweep()

    # ------------------------------------------------------------------------------------------------ starting

    @property
    def _wanted(self) -> int:
        return self._limits.workers + self._reserve + 1

    def _refill(self) -> None:
        while self._open and len(self.workers) + self._starting < self._wanted:
            self._starting += 1
            task = self._do(self._replace())
            self._starts.add(task)
            task.add_done_callback(self._starts.discard)

    async def _replace(self) -> None:
        try:
            await self._one_more()
            self.replaced += 1
            self._problems.pop("start", None)
        except (StoreError, OSError) as error:
            self._problems["start"] = f"no worker can be started: {error}"
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
        self.workers.add(worker := await started(setup, generation, self._events))
        self.give_back(worker)

    # ------------------------------------------------------------------------------------------------ generations

    def look(self) -> None:
        """Take up a newer snapshot in the background, if there is one."""
        newer = self._held.newer()
        if newer is None:
            self._problems["folder"] = GONE
        else:
            self._problems.pop("folder", None)
        if newer and not self._switching.locked():
            self._do(self._try_refresh())

    async def refresh(self) -> None:
        """Take up the newest snapshot: whoever asks from now on sees it.

        :raises StoreError: when it cannot be opened; the one before is served as it was.
        """
        async with self._switching:
            if self._held.newest():
                return
            new = await asyncio.to_thread(self._held.take)
            try:
                await self._switch(new)
            except StoreError:
                await asyncio.to_thread(self._held.refuse, new)
                raise
            self._problems.pop("snapshot", None)

    async def _try_refresh(self) -> None:
        try:
            await self.refresh()
        except StoreError as error:
            self._problems["snapshot"] = f"a newer snapshot cannot be served: {error}"

    async def _switch(self, new: Generation) -> None:
        """Let one worker open ``new``; once it has, it is asked, while the others follow."""
        self._claimed = 1
        while self._open and not self.idle:  # noqa: ASYNC110  (one always is, unless a replacement is on its way)
            await asyncio.sleep(0.01)
        self._claimed = 0
        if not self.idle:
            raise StoreError(STOPPED)
        first = self.idle.pop(0)
        try:
            await first.open(Opening(store=str(new.folder)), new)
        except StoreError:
            self.give_back(first)
            raise
        self._held.adopt(new)
        stale, self.idle = self.idle, []
        self.give_back(first)
        for worker in stale:
            self._do(self._renew(worker))
        self._sweep()

    async def _renew(self, worker: Worker) -> None:
        """Let a worker that is not busy open the newest snapshot, and then work again."""
        try:
            while worker.generation is not self.generation:
                await worker.open(Opening(store=str(self.generation.folder)), self.generation)
        except StoreError:
            self._end(worker, Reply(status=503))
            self._refill()
        self.give_back(worker)
        self._sweep()

    def _sweep(self) -> None:
        """Remove the copies that nobody uses any more."""
        if self._starting or not self._open:  # who is starting may be about to open an old one
            return
        for generation in self._held.unused(worker.generation for worker in self.workers):
            self._do(asyncio.to_thread(generation.discard))

    def _do(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task
