"""Where an answer goes while it is written: into memory, a long one into a file, compressed where that is asked."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import IO

from kg.store.disk import PROCESSES

LEVEL = 3  # half the time of zlib's own choice, for a few per cent more bytes
FOLDER = "kg-answers-"
UNFINISHED = ".part"  # what the name of a file ends with while it is written
WORTH = 1024  # a shorter answer is not compressed
GZIP = 16 + zlib.MAX_WBITS


def made() -> Path:
    """A new folder for answers, of this user alone; those that killed servers of this user left behind are removed."""
    parent = Path(tempfile.gettempdir())
    for folder in parent.glob(f"{FOLDER}*") if PROCESSES.is_dir() else ():
        process = folder.name.removeprefix(FOLDER).partition("-")[0]
        with contextlib.suppress(OSError):
            if folder.lstat().st_uid == os.geteuid() and not (PROCESSES / process).exists():
                shutil.rmtree(folder, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-", dir=parent))


class TooLongError(Exception):
    """The answer is longer than any may be."""


class NotKeptError(Exception):
    """The answer cannot be kept in a file: the disk is full, or its folder is gone."""


class Spool:
    """A binary file to write to, as Oxigraph wants one.

    At most ``most`` bytes are taken. More than ``in_memory`` of them are kept in the file ``path``, which ``finished``
    hands over, or ``discarded`` removes.
    """

    def __init__(self, path: str, *, in_memory: int, most: int, gzip: bool) -> None:
        """Empty; with ``gzip`` it is compressed, unless it is too short to be worth it."""
        self.length = 0
        self.encoding: str | None = None
        self._path = path
        self._in_memory = in_memory
        self._most = most
        self._pieces: list[bytes] = []
        self._file: IO[bytes] | None = None
        self._compress = zlib.compressobj(LEVEL, wbits=GZIP) if gzip else None

    def write(self, piece: bytes) -> int:
        """Takes ``piece``.

        :raises TooLongError: when the answer gets longer than it may be.
        :raises NotKeptError: when there is no room for it.
        """
        self.length += len(piece)
        if self.length > self._most:
            raise TooLongError
        try:
            if self._file is not None:
                self._file.write(self._compress.compress(piece) if self._compress else piece)
            else:
                self._pieces.append(piece)
                if self.length > self._in_memory:
                    self._spill()
        except OSError as error:
            raise NotKeptError(error.strerror) from error
        return len(piece)

    def flush(self) -> None:
        """Does nothing: ``finished`` does it."""

    def finished(self) -> bytes | Path:
        """All that was written, or the file that it is in.

        :raises NotKeptError: when there is no room for it.
        """
        if self._file is not None:
            try:
                with self._file:
                    if self._compress:
                        self._file.write(self._compress.flush())
                        self.encoding = "gzip"
                return self._part().rename(self._path)
            except OSError as error:
                raise NotKeptError(error.strerror) from error
        body = b"".join(self._pieces)
        if self._compress and len(body) >= WORTH:
            self.encoding = "gzip"
            return self._compress.compress(body) + self._compress.flush()
        return body

    def discarded(self) -> None:
        """Lets go of everything."""
        self._pieces.clear()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._part().unlink(missing_ok=True)

    def _spill(self) -> None:
        self._file = self._part().open("xb")
        whole, self._pieces = b"".join(self._pieces), []
        self._file.write(self._compress.compress(whole) if self._compress else whole)

    def _part(self) -> Path:
        return Path(self._path + UNFINISHED)
