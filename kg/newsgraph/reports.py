"""What a build tells of itself: its report in the graph's folder, and the day and hour at which it began."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.ids import Ids

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg import pipeline

REPORT, NEW_REPORT = "build.json", "build.json.new"


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


def write(folder: Path, made: Mapping[str, Any]) -> None:
    """Writes a report beside its place: ``keep`` puts it there once the graph that it tells of is published.

    :raises StoreError: when the folder cannot be written.
    """
    try:
        (folder / NEW_REPORT).write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        message = f"{folder}: cannot write ({error.strerror}); free some space or choose another --graph"
        raise StoreError(message) from error


def keep(folder: Path) -> None:
    """Puts the report that was written last in its place."""
    (folder / NEW_REPORT).replace(folder / REPORT)


def last(folder: Path) -> Mapping[str, Any]:
    """The report of the last build; empty where there is none."""
    path = folder / REPORT
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return told


def named(folder: Path, ids: Ids) -> Ids:
    """What named everything at the last build: ``ids``, unless the configuration has changed since."""
    return Ids(base=last(folder).get("base", ids.base))


def now() -> datetime:
    """The present, or what SOURCE_DATE_EPOCH says, so that a build can be made again to the byte, its runs too."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
