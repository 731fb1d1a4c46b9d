"""Lines sorted by their bytes, however many: runs are sorted in memory, kept in temporary files, and merged.

The method is the external merge sort (Knuth, The Art of Computer Programming 3, section 5.4). Runs are merged in
blocks: of each run the lines up to the least of the blocks' last ones are put together and sorted, which Python's own
sort (Timsort) does in one pass over what is in order already.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import ExitStack
from itertools import islice
from operator import eq
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUN = 24 << 20  # bytes of one run; a list of its lines takes about twice that
BLOCK = 1 << 20  # bytes that are read of all runs together, at a time


class Lines:
    r"""A binary stream to write lines to, which gives them back in order, each once.

    ``key`` makes of the lines of a run those that are sorted, one for one; the bytes of a line end with LF.

    >>> lines = Lines()
    >>> lines.write(b"b\nc\na"), lines.write(b"\nb\n")
    (5, 3)
    >>> list(lines.sorted())
    [[b'a\n', b'b\n', b'c\n']]
    """

    def __init__(self, key: Callable[[list[bytes]], list[bytes]] | None = None, *, run: int = RUN) -> None:
        """Lines that are sorted by ``key``, in runs of about ``run`` bytes."""
        self._key, self._run = key, run
        self._parts: list[bytes] = []
        self._size = 0
        self._files = ExitStack()
        self._runs: list[IO[bytes]] = []

    def write(self, data: bytes) -> int:
        """Take more bytes: whole lines in the end, cut anywhere in between."""
        self._parts.append(data)
        self._size += len(data)
        if self._size >= self._run:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """There is nothing to do; writers of streams ask for it."""

    def sorted(self) -> Iterator[list[bytes]]:
        """The distinct lines in order, in blocks. To be asked for once: it is then that the last run is sorted."""
        rest = self._sorted(b"".join(self._parts))
        self._parts = []
        return self._distinct(rest)

    def _distinct(self, rest: list[bytes]) -> Iterator[list[bytes]]:
        with self._files:
            last = b""
            blocks = _merged([*self._runs], rest, BLOCK) if self._runs else iter([rest])
            for block in blocks:
                twice = any(map(eq, block, islice(block, 1, None)))  # most often there is nothing to do
                distinct = list(dict.fromkeys(block)) if twice else block
                if distinct and distinct[0] == last:
                    del distinct[0]
                if distinct:
                    last = distinct[-1]
                    yield distinct

    def _sorted(self, data: bytes) -> list[bytes]:
        lines = data.splitlines(keepends=True)
        if self._key is not None:
            lines = self._key(lines)
        lines.sort()
        return lines

    def _spill(self) -> None:
        data = b"".join(self._parts)
        end = data.rfind(b"\n") + 1
        self._parts, self._size = [data[end:]], len(data) - end
        if end == 0:  # one line, longer than a run
            return
        stream = self._files.enter_context(TemporaryFile())  # noqa: SIM115  (the stack closes it)
        stream.writelines(self._sorted(data[:end]))
        stream.seek(0)
        self._runs.append(stream)


def _merged(runs: list[IO[bytes]], rest: list[bytes], size: int) -> Iterator[list[bytes]]:
    """The lines of sorted runs and of ``rest``, sorted, in blocks."""
    each = max(size // len(runs), 1 << 14)
    held = [run.readlines(each) for run in runs]
    while runs:
        bound = min(lines[-1] for lines in held if lines)
        taken: list[bytes] = []
        for lines in (*held, rest):
            end = bisect_right(lines, bound)
            taken += lines[:end]
            del lines[:end]
        taken.sort()
        yield taken
        held = [lines or run.readlines(each) for lines, run in zip(held, runs, strict=True)]
        runs = [run for run, lines in zip(runs, held, strict=True) if lines]
        held = [lines for lines in held if lines]
    yield rest
