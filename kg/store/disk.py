"""The folder on disk that Oxigraph keeps its files in: opening it, and saying in one line why that failed."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

STORE = "store"
LOCK = "LOCK"
PROCESSES = Path("/proc")

# What the errors of RocksDB say, as it passes no error number on.
LOCKED = ("lock hold by current process", "While lock file")
NO_SPACE = ("No space left on device", "Disk quota exceeded", "File too large")
DAMAGED = ("Corruption", "corrupted", "while not created with")
FORBIDDEN = ("Permission denied", "Operation not permitted", "Read-only file system", "ot a directory")


def opened(path: Path) -> Store:
    """The store in the folder ``path`` of a graph, created if it is not there, for this process alone.

    Files that a killed bulk load left behind are removed, once the lock is ours.

    :raises StoreError: when the store is held by another process, damaged, or cannot be written.
    """
    folder = path / STORE
    with reported(path):
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(folder)
        for leftover in folder.glob("bulk-*.sst"):
            leftover.unlink(missing_ok=True)
    return store


def held_by(path: Path) -> str | None:
    """The process that holds the store of the graph at ``path`` for writing, where the system can tell (Linux).

    >>> held_by(Path("no-such-graph.kg")) is None
    True
    """
    lock = (path / STORE / LOCK).resolve()
    for process in sorted(PROCESSES.glob("[0-9]*")):
        try:
            if any(_points_to(link, lock) for link in (process / "fd").iterdir()):
                return f"process {process.name} ({(process / 'comm').read_text(encoding='utf-8').strip()})"
        except OSError:  # the process has ended, or belongs to another user
            continue
    return None


@contextmanager
def reported(path: Path | None) -> Iterator[None]:
    """Turn what Oxigraph and the system raise about the store of the graph at ``path`` into one line.

    :raises StoreError: in the place of OSError and RuntimeError.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(_explained(path, error)) from error


def _explained(path: Path | None, error: Exception) -> str:
    said = " ".join(str(error).split())
    if path is None:
        return f"the graph in memory: {said}"
    if any(sign in said for sign in LOCKED):
        holder = held_by(path) or "another process"
        return f"{path} is held by {holder}; wait until that ends, or name another folder"
    if any(sign in said for sign in NO_SPACE):
        return f"no space is left on the disk of {path}, so nothing was written; make room and run the command again"
    if any(sign in said for sign in DAMAGED):
        return f"{path} is damaged ({said}); remove the folder and build it again, or put a backup in its place"
    if any(sign in said for sign in FORBIDDEN) or isinstance(error, PermissionError | FileExistsError):
        return f"{path} cannot be written ({said}); expected a folder of yours; name another, or change its permissions"
    return f"{path}: {said}"


def _points_to(link: Path, file: Path) -> bool:
    try:
        return link.readlink() == file
    except OSError:  # closed in the meantime
        return False
