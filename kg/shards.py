"""The text layer on disk: one file a document, named by the document's id.

A shard holds an ``Extraction`` and the recipe that made it (versions, rules, model). Beside it stands what was derived
from it alone, under a key that says of what. Both are written beside their place and then renamed, so that a step that
was cut off can be repeated, and processes may write side by side. A shard of a graph that was put is on the disk: not
even a loss of power takes it.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.errors import ExtractionError, StoreError
from kg.model import Extraction  # noqa: TC001 (msgspec reads the types of Shard when a shard is decoded)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUFFIX, _KEPT = ".json.gz", ".kept"
_UNFINISHED = "writing-"
_DAY = 24 * 60 * 60  # seconds


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from one document, by which recipe."""

    recipe: str
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Shards:
    """Shards in a folder of their own: those of a graph, or, where they are not ``lasting``, a cache, fast to write."""

    folder: Path
    lasting: bool = True

    def ids(self) -> list[str]:
        """The ids of the documents that have a shard, sorted."""
        return sorted(path.name.removesuffix(_SUFFIX) for path in self.folder.glob(f"*/*{_SUFFIX}"))

    def get(self, document: str) -> Shard | None:
        """The shard of a document; None where there is none, or what there is cannot be read."""
        try:
            return msgspec.json.decode(gzip.decompress(self._path(document).read_bytes()), type=Shard)
        except (OSError, EOFError, zlib.error, msgspec.DecodeError, ExtractionError):
            return None

    def put(self, document: str, shard: Shard) -> None:
        """Writes a shard, all of it or nothing.

        :raises StoreError: when the folder cannot be written or the disk is full.
        """
        content = gzip.compress(msgspec.json.encode(shard), 9 if self.lasting else 1, mtime=0)
        self._write(self._path(document), content, lasting=self.lasting)

    def sweep(self) -> None:
        """Removes what processes left half written that were killed; call it as the writer of the graph."""
        for path in self.folder.glob(f"*/{_UNFINISHED}*"):
            if _is_left(path):
                path.unlink(missing_ok=True)

    def _write(self, path: Path, content: bytes, *, lasting: bool = False) -> None:
        temporary: str | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f"{_UNFINISHED}{os.getpid()}-")
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            Path(temporary).replace(path)
        except OSError as error:
            if temporary is not None:
                Path(temporary).unlink(missing_ok=True)
            message = f"{path.parent}: cannot write ({error.strerror}); free some space or choose another --graph"
            raise StoreError(message) from error

    def drop(self, document: str) -> None:
        """Removes a shard and what is kept beside it, if they are there."""
        self._path(document).unlink(missing_ok=True)
        self._path(document, _KEPT).unlink(missing_ok=True)

    def digest(self, document: str) -> str:
        """SHA-256 of the file of a shard, in hex digits; empty where there is none."""
        try:
            return hashlib.sha256(self._path(document).read_bytes()).hexdigest()
        except OSError:
            return ""

    def keep(self, document: str, key: str, content: bytes) -> None:
        """Keeps beside a shard what was derived from it; ``key`` says from what else, in letters and digits.

        :raises StoreError: when the folder cannot be written or the disk is full.
        """
        self._write(self._path(document, _KEPT), f"{key}\n".encode() + zlib.compress(content, 1))

    def kept(self, document: str, key: str) -> bytes | None:
        """What was kept beside a shard under ``key``; None where that is not there, or cannot be read."""
        try:
            found, _, content = self._path(document, _KEPT).read_bytes().partition(b"\n")
            return zlib.decompress(content) if found == key.encode() else None
        except (OSError, zlib.error):
            return None

    def extractions(self, documents: Iterable[str]) -> Iterator[Extraction]:
        """What was read from ``documents``, sorted by their ids.

        :raises StoreError: when a shard is missing or cannot be read.
        """
        for document in sorted(documents):
            shard = self.get(document)
            if shard is None:
                message = f"{self._path(document)}: missing, or not readable as a shard; build its document again"
                raise StoreError(message)
            yield shard.extraction

    def _path(self, document: str, suffix: str = _SUFFIX) -> Path:
        return self.folder / document[:2] / f"{document}{suffix}"


def _is_left(path: Path) -> bool:
    """Whether the process that writes a file has ended; where the system does not tell, whether the file is old."""
    if Path("/proc/self").exists():
        return not Path("/proc", path.name.removeprefix(_UNFINISHED).split("-", 1)[0]).exists()
    return time.time() - path.stat().st_mtime > _DAY
