"""Generations: what the workers have open, one after the other, as the graph's writer publishes snapshots."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.store import snapshots

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SECOND = 1_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Generation:
    """One snapshot of the graph, as a private copy in ``folder`` that any process may open to read.

    ``number`` is the snapshot's, ``digest`` that of the last build ("" where there was none), and ``tag`` differs for
    every two snapshots, of one number too.
    """

    number: int
    digest: str
    tag: str
    published: datetime
    folder: Path
    private: bool
    seen: tuple[int, int]  # as ``kg.store.snapshots.seen`` tells it

    def discard(self) -> None:
        """Remove the copy."""
        if self.private:
            snapshots.discard(self.folder)


def taken(path: Path) -> Generation:
    """The newest snapshot of the graph at ``path``.

    :raises StoreError: when there is no graph, or when it has no snapshot yet.
    """
    copy = snapshots.copied(path)
    digest = _digest(path)
    told = f"{digest} {copy.number} {copy.published}"
    return Generation(
        number=copy.number,
        digest=digest,
        tag=hashlib.sha256(told.encode()).hexdigest()[:16],
        published=datetime.fromtimestamp(copy.published // SECOND, UTC),
        folder=copy.folder,
        private=copy.private,
        seen=(copy.number, copy.published),
    )


class Held:
    """The generations that this process holds: the one that is asked, and those that some worker still has open."""

    def __init__(self, path: Path) -> None:
        """Of the graph at ``path``; none yet."""
        self._path = path
        self._current: Generation | None = None
        self._old: set[Generation] = set()
        self._refused: tuple[int, int] | None = None

    @property
    def current(self) -> Generation:
        """The generation that is asked.

        :raises StoreError: where none was adopted yet.
        """
        if self._current is None:
            message = "the workers have not been started; await start() first"
            raise StoreError(message)
        return self._current

    def take(self) -> Generation:
        """A copy of the newest snapshot, to adopt or to refuse.

        :raises StoreError: when there is no graph, or no copy can be made where one could before.
        """
        new = taken(self._path)
        if self._current is not None and self._current.private and not new.private:
            message = f"no copy of the newest snapshot can be made beside it; expected room on the disk of {self._path}"
            raise StoreError(message)
        return new

    def newer(self) -> bool | None:
        """Whether there is a snapshot that was neither adopted nor refused; None where there is none at all."""
        seen = snapshots.seen(self._path)
        return None if seen is None else seen not in {self.current.seen, self._refused}

    def newest(self) -> bool:
        """Whether the generation that is asked is of the newest snapshot."""
        return snapshots.seen(self._path) == self.current.seen

    def adopt(self, new: Generation) -> None:
        """Let ``new`` be the one that is asked."""
        if self._current is not None:
            self._old.add(self._current)
        self._current, self._refused = new, None

    def refuse(self, new: Generation) -> None:
        """Remove ``new``, which cannot be opened, and do not ask for it again."""
        self._refused = new.seen
        new.discard()

    def unused(self, used: Iterable[Generation]) -> set[Generation]:
        """Those that were asked before and are not among ``used``: they are for the caller to discard."""
        found = self._old.difference(used)
        self._old -= found
        return found

    def discard(self) -> None:
        """Remove all copies."""
        for generation in (*self._old, *([] if self._current is None else [self._current])):
            generation.discard()


def _digest(path: Path) -> str:
    try:
        report = json.loads(snapshots.report(path))
    except (OSError, ValueError):
        return ""
    digest = report.get("digest") if isinstance(report, dict) else None
    return digest if isinstance(digest, str) else ""
