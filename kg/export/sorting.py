"""Lines sorted by their bytes, however many: runs are sorted in memory, kept in a temporary file, and merged.

The method is the external merge sort (Knuth, The Art of Computer Programming 3, section 5.4). Runs are merged in
blocks: of each run the lines up to the least of the blocks' last ones are put together and sorted, which Python's own
sort (Timsort) does in one pass over what is in order already.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, pairwise
from operator import eq
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUN = 8 << 20  # bytes of one run; while it is sorted, it takes about five times that
BLOCK = 1 << 20  # bytes that are read of all runs together, at a time
_LEAST = 1 << 14  # bytes that are read of one run at a time, however many runs there are


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
        self._held = bytearray()
        self._spilt = _Spilt()

    def write(self, data: bytes) -> int:
        """Take more bytes: whole lines in the end, cut anywhere in between."""
        self._held += data
        if len(self._held) >= self._run:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """There is nothing to do; writers of streams ask for it."""

    def sorted(self) -> Iterator[list[bytes]]:
        """The distinct lines in order, in blocks. To be asked for once: it is then that the last run is sorted."""
        rest = self._sorted(bytes(self._held))
        self._held = bytearray()
        return self._distinct(rest)

    def _distinct(self, rest: list[bytes]) -> Iterator[list[bytes]]:
        last = b""
        for block in self._spilt.merged(rest, BLOCK):
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
        end = self._held.rfind(b"\n") + 1
        if end == 0:  # one line, longer than a run
            return
        whole = bytes(self._held[:end])
        del self._held[:end]
        self._spilt.add(self._sorted(whole))


class _Spilt:
    """Sorted runs, one behind the other in one temporary file: a process may not have many of them open."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._ends = [0]

    def add(self, lines: list[bytes]) -> None:
        """One more run."""
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115  (``merged`` closes it)
        self._file.writelines(lines)
        self._ends.append(self._file.tell())

    def merged(self, rest: list[bytes], size: int) -> Iterator[list[bytes]]:
        """The lines of all runs and of ``rest``, sorted, in blocks; of each run about its part of ``size`` is read."""
        if self._file is not None:
            with self._file as file:
                runs = [_Run(file, first, last) for first, last in pairwise(self._ends)]
                yield from _merged(runs, rest, max(size // len(runs), _LEAST))
        yield rest


class _Run:
    """The lines between two places of a file."""

    def __init__(self, file: IO[bytes], first: int, last: int) -> None:
        self._file, self._next, self._last = file, first, last

    def read(self, size: int) -> list[bytes]:
        """The next lines, of about ``size`` bytes; none at the end."""
        self._file.seek(self._next)
        data = self._file.read(min(size, self._last - self._next))
        if data and data[-1:] != b"\n":
            data += self._file.readline()
        self._next += len(data)
        return data.splitlines(keepends=True)


def _merged(runs: list[_Run], rest: list[bytes], each: int) -> Iterator[list[bytes]]:
    """The lines of sorted runs and those of ``rest`` up to their last one, sorted, in blocks; they leave ``rest``."""
    held = [run.read(each) for run in runs]
    while runs:
        bound = min(lines[-1] for lines in held)
        taken: list[bytes] = []
        for lines in (*held, rest):
            end = bisect_right(lines, bound)
            taken += lines[:end]
            del lines[:end]
        taken.sort()
        yield taken
        held = [lines or run.read(each) for lines, run in zip(held, runs, strict=True)]
        runs = [run for run, lines in zip(runs, held, strict=True) if lines]
        held = [lines for lines in held if lines]
