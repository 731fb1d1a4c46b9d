"""The index that is searched, and its making: once for each snapshot, beside the server, while the last one answers."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.serve.search import table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from kg.serve.search.table import Hit
    from kg.serve.workers import Pool

FILE = "search.db"
CONNECTIONS = 2  # searches at one time
AGAIN = 30  # seconds after a failure before the index is tried again
SECONDS = 5  # that a search may take


class Index:
    """Searches the names and evidence of the graph behind a pool.

    The file stands in the private folder of a snapshot, and goes with it; where that cannot be written, in a folder of
    its own. What is open stays so until the index of a newer snapshot is whole.
    """

    def __init__(self, pool: Pool, *, base: str) -> None:
        """Nothing is made before the first search."""
        self._pool, self._base = pool, base
        self._tag = ""
        self._open: asyncio.Queue[sqlite3.Connection] | None = None
        self._making: asyncio.Task[None] | None = None
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._failed = 0.0
        self.problem = ""
        self.rows = 0

    def look(self) -> bool:
        """Whether there is an index; where it is not of the snapshot that is served, a new one is begun."""
        current = self._pool.generation.tag == self._tag
        busy = self._making is not None and not self._making.done()
        if not current and not busy and (not self._failed or monotonic() - self._failed > AGAIN):
            self._making = asyncio.create_task(self._make())
        return self._open is not None

    async def made(self, seconds: float) -> bool:
        """Waits so long for the index that is being made; whether there is one then."""
        if self._making is not None:
            await asyncio.wait({self._making}, timeout=seconds)
        return self._open is not None

    async def find(self, expression: str, *, kinds: Sequence[str], limit: int, offset: int) -> tuple[int, list[Hit]]:
        """What an FTS5 expression finds, as ``kg.serve.search.table.find``; ``look`` must have said that it may.

        :raises TimeIsUpError: when it takes too long, or others do.
        """
        assert self._open is not None  # noqa: S101 (``look`` said so)
        connections = self._open
        try:
            connection = await asyncio.wait_for(connections.get(), SECONDS)
        except TimeoutError as error:
            message = "other searches take too long; try again in a moment"
            raise table.TimeIsUpError(message) from error
        searching = asyncio.to_thread(
            table.find, connection, expression, kinds=kinds, limit=limit, offset=offset, seconds=SECONDS
        )
        task = asyncio.ensure_future(searching)
        # A thread cannot be stopped: who leaves gives the connection back when it has ended.
        task.add_done_callback(lambda _: connections.put_nowait(connection))
        return await asyncio.shield(task)

    async def stop(self) -> None:
        """Ends the making, and removes what was made."""
        if self._making is not None:
            self._making.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._making
        if self._open is not None:
            _close(self._open)
        if self._own is not None:
            self._own.cleanup()

    async def _make(self) -> None:
        generation = self._pool.generation
        path, own = self._place(generation.folder)
        try:
            self.rows = await _built(generation.folder, path, self._base)
            connections: asyncio.Queue[sqlite3.Connection] = asyncio.Queue()
            for _ in range(CONNECTIONS):
                connections.put_nowait(table.opened(path))
        except (StoreError, OSError) as error:
            if own is not None:
                own.cleanup()
            if self._pool.generation.tag == generation.tag:  # else the snapshot was taken away meanwhile
                self._failed, self.problem = monotonic(), str(error)
            return
        former_open, self._open, self._tag = self._open, connections, generation.tag
        self._failed, self.problem = 0.0, ""
        if former_open is not None:  # who searches in it, or waits to, has ended by then
            asyncio.get_running_loop().call_later(3 * SECONDS, _close, former_open)
        self._own, former = own, self._own
        if former is not None:
            former.cleanup()

    @staticmethod
    def _place(folder: Path) -> tuple[Path, tempfile.TemporaryDirectory[str] | None]:
        path = folder / FILE
        try:
            path.touch()
        except OSError:
            own = tempfile.TemporaryDirectory(prefix="newskg-search-")
            return Path(own.name) / FILE, own
        return path, None


def _close(connections: asyncio.Queue[sqlite3.Connection]) -> None:
    while not connections.empty():
        connections.get_nowait().close()


async def _built(folder: Path, path: Path, base: str) -> int:
    """Run the making in a process, and give the number of rows.

    :raises StoreError: when it failed.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kg.serve.search.building", str(folder), str(path), base),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        told, failed = await process.communicate()
    except asyncio.CancelledError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    if process.returncode != 0:
        said = failed.decode(errors="replace").strip().splitlines()
        message = f"the index for searching could not be made: {said[-1] if said else process.returncode}"
        raise StoreError(message)
    return int(told.strip() or b"0")
