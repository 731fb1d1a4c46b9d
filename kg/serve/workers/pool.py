"""The pool: whoever asks gets a whole answer or a refusal in time, whatever becomes of the worker."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from pathlib import Path
from typing import TYPE_CHECKING

from kg.serve.workers.crew import STOPPED, Crew
from kg.serve.workers.limits import Limits, PoolState
from kg.serve.workers.tasks import Answer, Reply
from kg.serve.workers.worker import frame_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.serve.workers.generations import Generation
    from kg.serve.workers.tasks import Dump, Query
    from kg.serve.workers.worker import Worker

TICK = 0.05  # seconds between looks at the clock
WEIGH = 4  # ticks between looks at memory
LOOK = 20  # ticks between looks for a newer snapshot
RETIRE = 200  # ticks between looks for workers that are too many
LEFT = 0.1  # seconds after which a query is ended whose client has left
FULL = "{} queries wait already; try again in a moment"
BUSY = "no worker came free within {:g} s; try again in a moment"
LATE = "the query took longer than {:g} s; narrow it, or ask for more time with timeout= up to {:g}"
LATEST = "the query took longer than {:g} s, which is the most that any may take; narrow it"
HEAVY = "the query needed more than {} MiB of memory; narrow it"


class Pool:
    """Workers that answer for the graph in ``folder``; the prefixes need not be declared in queries.

    ``federation``: whether workers may reach the network at all; which hosts SERVICE may name, each query says.

    ::

        pool = Pool(Path("news.kg"), prefixes=ids.prefixes, limits=Limits())
        await pool.start()
        answer = await pool.ask(Query(text="ASK {}"))
        await pool.stop()
    """

    def __init__(self, folder: Path, *, prefixes: Mapping[str, str], limits: Limits, federation: bool = False) -> None:
        """Nothing is started yet."""
        self._limits = limits
        self._crew = Crew(folder, prefixes=prefixes, limits=limits, alone=not federation, rested=self._next)
        self._waiting: deque[tuple[asyncio.Future[Worker | None], float]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._ticks = 0
        self._answered: Counter[int] = Counter()

    async def start(self) -> None:
        """Start the workers, on a private copy of the newest snapshot.

        :raises StoreError: when there is no graph, nothing was published, or it cannot be opened.
        """
        await self._crew.start()
        self._tick()

    async def stop(self) -> None:
        """End the workers; who waits is refused with 503, as is who asks from now on."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for turn, _ in self._waiting:
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()
        await self._crew.stop()

    async def refresh(self) -> None:
        """Take up the newest snapshot now: whoever asks after this sees it. No query fails meanwhile.

        :raises StoreError: when it cannot be opened; the one before is served as it was.
        """
        await self._crew.refresh()

    @property
    def generation(self) -> Generation:
        """The snapshot that is asked."""
        return self._crew.generation

    @property
    def state(self) -> PoolState:
        """What the pool does and has done."""
        crew = self._crew
        return PoolState(
            busy=len(crew.busy),
            idle=len(crew.idle),
            waiting=len(self._waiting),
            killed=crew.killed,
            crashed=crew.crashed,
            replaced=crew.replaced,
            answered=self._answered.total(),
            by_status=dict(self._answered),
            problem=crew.problem,
        )

    async def ask(self, task: Query | Dump, *, seconds: float | None = None) -> Answer:
        """The whole answer to a task, or why there is none: 400, 404, 406, 502, 503, 504.

        A task gets its ``seconds`` (``Limits.allowed``) from when a worker takes it up, and waits as long for that at
        most. Who is cancelled while waiting here has the task ended.
        """
        allowed = self._limits.allowed(seconds)
        crew = self._crew
        try:
            frame = frame_of(task, allowed)
        except UnicodeEncodeError as error:
            return self._counted(Reply(status=400, detail=f"the query is not Unicode ({error.reason}); send UTF-8"))
        if crew.free:
            worker = crew.take()
        elif self._timer is None:
            return self._counted(Reply(status=503, detail=STOPPED))
        elif len(self._waiting) >= self._limits.waiting:
            return self._counted(Reply(status=503, detail=FULL.format(len(self._waiting))))
        elif (turn := await self._turn(allowed)) is None:
            return self._counted(Reply(status=503, detail=self._unserved(allowed)))
        else:
            worker = turn
        tag = crew.generation.tag
        asked = worker.ask(frame, seconds=allowed, now=asyncio.get_running_loop().time())
        try:
            return self._counted(await asked, tag)
        except asyncio.CancelledError:
            self._left(worker, asked)
            raise

    async def _turn(self, allowed: float) -> Worker | None:
        """A worker, once one is idle; None when that takes too long."""
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[Worker | None] = loop.create_future()
        place = (turn, loop.time() + allowed)
        self._waiting.append(place)
        try:
            return await turn
        except asyncio.CancelledError:
            if not turn.cancelled() and (worker := turn.result()) is not None:
                self._crew.give_back(worker)
            elif place in self._waiting:
                self._waiting.remove(place)
            raise

    def _unserved(self, allowed: float) -> str:
        return BUSY.format(allowed) if self._timer is not None else STOPPED

    def _next(self) -> None:
        """Those who wait longest get the workers that are idle."""
        crew = self._crew
        while self._waiting and crew.free:
            turn, _ = self._waiting.popleft()
            if not turn.done():
                turn.set_result(crew.take())

    def _left(self, worker: Worker, asked: asyncio.Future[Reply]) -> None:
        """Nobody waits for an answer any more: a worker that has not nearly done it is ended."""
        if not asked.cancelled():
            if path := asked.result().path:
                Path(path).unlink(missing_ok=True)
        elif worker.asked is asked:
            worker.until = min(worker.until, asyncio.get_running_loop().time() + LEFT)

    def _counted(self, reply: Reply, tag: str = "") -> Answer:
        self._answered[reply.status] += 1
        return Answer(
            status=reply.status,
            content_type=reply.content_type,
            body=Path(reply.path) if reply.path else reply.body,
            encoding=reply.encoding,
            detail=reply.detail,
            cut=reply.cut,
            seconds=reply.seconds,
            tag=tag,
        )

    # ------------------------------------------------------------------------------------------------ watching

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(TICK, self._tick)  # first, so that an error below does not end the watch
        self._ticks += 1
        now = loop.time()
        for worker in tuple(self._crew.busy):
            if now >= worker.until:
                self._crew.end(worker, self._late(worker))
        for place in [place for place in self._waiting if place[1] <= now]:
            self._waiting.remove(place)
            if not place[0].done():
                place[0].set_result(None)
        if self._ticks % WEIGH == 0:
            self._weigh()
            long = self._limits.long
            self._crew.count_slow(sum(now - worker.until + worker.seconds > long for worker in self._crew.busy))
        if self._ticks % LOOK == 0:
            self._crew.look()
        if self._ticks % RETIRE == 0:
            self._crew.retire()

    def _late(self, worker: Worker) -> Reply:
        seconds, longest = worker.seconds, self._limits.longest
        detail = LATE.format(seconds, longest) if seconds < longest else LATEST.format(seconds)
        return Reply(status=504, detail=detail, seconds=seconds)

    def _weigh(self) -> None:
        """End who uses too much memory, and an idle one that has kept much of it, while another is there."""
        most = self._limits.memory
        for worker in tuple(self._crew.busy):
            if (worker.memory() or 0) > most:
                self._crew.end(worker, Reply(status=503, detail=HEAVY.format(most // 2**20)))
        for worker in tuple(self._crew.idle[1:]):
            if (worker.memory() or 0) > most // 2:
                self._crew.end(worker, Reply(status=503))
