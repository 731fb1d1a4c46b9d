"""Generations: what the workers have open, one after the other, as the graph's writer publishes snapshots."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kg.store import snapshots

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "build.json"  # what the last build tells of itself
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


def _digest(path: Path) -> str:
    try:
        report = json.loads((path / REPORT).read_bytes())
    except (OSError, ValueError):
        return ""
    digest = report.get("digest") if isinstance(report, dict) else None
    return digest if isinstance(digest, str) else ""
