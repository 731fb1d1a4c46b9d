"""What a build tells of itself: its report in the graph's folder, and the day and hour at which it began."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.ids import Ids
from kg.store import snapshots

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg import pipeline


def report(
    *, digest: str, documents: int, base: str, counts: pipeline.Counts, found: pipeline.Reading
) -> dict[str, Any]:
    """The report of a build."""
    return {
        "digest": digest,
        "documents": documents,
        "base": base,
        "stages": [asdict(stage) for stage in counts.stages],
        "dropped": {reason: n for reason, n in sorted(counts.dropped.items()) if n},
        "skipped": [{"name": skipped.name, "reason": skipped.reason} for skipped in found.skipped],
    }


def begin(folder: Path) -> None:
    """Says that a build writes: until ``keep``, the folder holds an unfinished report.

    :raises StoreError: when the folder cannot be written.
    """
    _put(folder, {})


def write(folder: Path, made: Mapping[str, Any]) -> None:
    """Writes a report beside its place: it is published with the graph that it tells of, and then kept.

    :raises StoreError: when the folder cannot be written.
    """
    _put(folder, made)


def keep(folder: Path) -> None:
    """Puts the report that was written last in its place."""
    (folder / snapshots.NEW_REPORT).replace(folder / snapshots.REPORT)


def last(folder: Path) -> Mapping[str, Any]:
    """The report of the build that readers see; empty where there is none."""
    found = snapshots.report(folder)
    told: dict[str, Any] = json.loads(found) if found else {}
    return told


def _put(folder: Path, made: Mapping[str, Any]) -> None:
    try:
        path = folder / snapshots.NEW_REPORT
        path.write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        message = f"{folder}: cannot write ({error.strerror}); free some space or choose another --graph"
        raise StoreError(message) from error


def named(folder: Path, ids: Ids) -> Ids:
    """What named everything at the last build: ``ids``, unless the configuration has changed since."""
    return Ids(base=last(folder).get("base", ids.base))


def now() -> datetime:
    """The present, or what SOURCE_DATE_EPOCH says, so that a build can be made again to the byte, its runs too."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
