"""Snapshots: what readers see while one process writes.

A reader never opens files that are being written. The writer publishes a snapshot, in milliseconds, since its files are
hard links; a reader opens a copy of the newest, made of links as well, so that the writer may remove it at any time.

::

    news.kg/store/                  the writer's own
    news.kg/snapshots/00000007/     the newest published one; the one before it is removed
    news.kg/snapshots/reading-…/    the private copy of one reader, removed when it is closed

A snapshot holds the report of the build that it shows (``build.json``), so that the two are published at once. Beside
the store stands that of the last build, and under another name while a build writes: so one that was cut off is known.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.errors import StoreError
from kg.store.disk import held_by, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

SNAPSHOTS = "snapshots"
PRIVATE = "reading-"
UNFINISHED = "writing-"
REPORT, NEW_REPORT = "build.json", "build.json.new"
TRIES = 5
DAY = 24 * 60 * 60


def publish(store: Store, path: Path) -> None:
    """Give readers of the graph at ``path`` what ``store`` holds now, all of it or, if that fails, nothing new.

    :raises StoreError: when the disk is full or cannot be written.
    """
    with reported(path):
        folder = path / SNAPSHOTS
        folder.mkdir(exist_ok=True)
        older = list(_published(path))
        unfinished = folder / f"{UNFINISHED}{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            store.backup(unfinished)
            if (told := _told(path, older)) is not None:
                shutil.copyfile(told, unfinished / REPORT)
            unfinished.rename(folder / f"{_number(older[-1]) + 1 if older else 1:08d}")
        except (OSError, RuntimeError):
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    for snapshot in older:
        _remove(snapshot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A published snapshot as one reader holds it; any number of processes may open it to read.

    ``folder`` is a private copy, removed by ``discard``, or the snapshot itself where no copy can be made (as on a
    medium that is read-only). ``published`` is in nanoseconds since 1970.
    """

    folder: Path
    number: int
    published: int
    private: bool


def copied(path: Path) -> Copy:
    """The newest snapshot of the graph at ``path``, held but not opened.

    :raises StoreError: when there is no graph, or when it has no snapshot yet.
    """
    for _ in range(TRIES):
        snapshot = _newest(path)
        try:
            published = snapshot.stat().st_mtime_ns
        except FileNotFoundError:  # the writer has just published another and removed this one
            continue
        try:
            folder, private = _linked(snapshot), True
        except FileNotFoundError:
            continue
        except OSError:
            folder, private = snapshot, False
        return Copy(folder=folder, number=_number(snapshot), published=published, private=private)
    message = f"{path} changes faster than it can be read; expected one snapshot to last; try again"
    raise StoreError(message)


def seen(path: Path) -> tuple[int, int] | None:
    """What tells the newest snapshot of the graph at ``path`` from others; None where there is none. Cheap to ask.

    (Its number, and its time, as numbers start again in a folder that was removed and built anew.)
    """
    try:
        newest = max(_published(path), key=_number, default=None)
        return None if newest is None else (_number(newest), newest.stat().st_mtime_ns)
    except OSError:
        return None


def taken(path: Path) -> tuple[Store, Path | None]:
    """The newest snapshot of the graph at ``path``, opened to read, and the private copy to remove afterwards.

    Where no copy can be made, as on a medium that is read-only, the snapshot itself is opened, and there is no copy.

    :raises StoreError: when there is no graph, when it has no snapshot yet, or when it is damaged.
    """
    for _ in range(TRIES):
        copy = copied(path)
        try:
            with reported(path):
                return Store.read_only(str(copy.folder)), copy.folder if copy.private else None
        except StoreError:
            if copy.private:
                discard(copy.folder)
                raise
            if copy.folder.exists():
                raise
    message = f"{path} changes faster than it can be read; expected one snapshot to last; try again"
    raise StoreError(message)


def discard(copy: Path | None) -> None:
    """Remove the private copy of a reader."""
    if copy is not None:
        shutil.rmtree(copy, ignore_errors=True)


def sweep(path: Path) -> None:
    """Remove what killed readers and writers of the graph at ``path`` left behind; call it as the writer."""
    for folder in (path / SNAPSHOTS).glob(f"{UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (path / SNAPSHOTS).glob(f"{PRIVATE}*"):
        if not _in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def report(path: Path) -> bytes:
    """What the build told that readers of the graph at ``path`` see now; empty where there is none.

    A build that was killed after it had published has not put its report beside the store: the snapshot has it.
    """
    for folder in (*reversed(list(_published(path))), path):
        try:
            return (folder / REPORT).read_bytes()
        except OSError:  # the writer has just published another, or an earlier release wrote it
            continue
    return b""


def is_cut_off(path: Path) -> bool:
    """Whether the last build of the graph at ``path`` was cut off while it wrote, so that the store is half done.

    What readers see is whole all the same. To be asked by who holds the store, before anything is published from it;
    the next build mends it.
    """
    try:
        unfinished = (path / NEW_REPORT).read_bytes()
    except FileNotFoundError:
        return False
    return unfinished != report(path)


def _told(path: Path, older: list[Path]) -> Path | None:
    """The report of what is published now: a new one, or that of the snapshot before."""
    places = (path / NEW_REPORT, *(snapshot / REPORT for snapshot in reversed(older)), path / REPORT)
    return next((place for place in places if place.exists()), None)


def _newest(path: Path) -> Path:
    snapshots = list(_published(path))
    if snapshots:
        return snapshots[-1]
    if holder := held_by(path):
        message = f"{path} is being written by {holder} and shows nothing yet; wait until that ends"
    elif (path / "store").exists():
        message = f"{path} was never finished; run its build again"
    else:
        message = f"no graph at {path}; expected the folder of one; make it with kg build, or name another"
    raise StoreError(message)


def _published(path: Path) -> Iterator[Path]:
    folder = path / SNAPSHOTS
    if folder.is_dir():
        yield from sorted((item for item in folder.iterdir() if item.name.isdigit()), key=_number)


def _remove(snapshot: Path) -> None:
    """Rename it first, so that no reader ever takes half of it."""
    with contextlib.suppress(OSError):
        shutil.rmtree(snapshot.rename(snapshot.with_name(f"{UNFINISHED}{snapshot.name}")))


def _number(snapshot: Path) -> int:
    return int(snapshot.name)


def _linked(snapshot: Path) -> Path:
    copy = Path(tempfile.mkdtemp(prefix=f"{PRIVATE}{os.getpid()}-", dir=snapshot.parent))
    try:
        for file in list(snapshot.iterdir()):
            _link(file, copy / file.name)
    except OSError:
        discard(copy)
        raise
    return copy


def _link(file: Path, target: Path) -> None:
    try:
        target.hardlink_to(file)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copyfile(file, target)


def _in_use(copy: Path) -> bool:
    process = copy.name.removeprefix(PRIVATE).split("-", 1)[0]
    if Path("/proc/self").exists():
        return Path("/proc", process).exists()
    return time.time() - copy.stat().st_mtime < DAY
