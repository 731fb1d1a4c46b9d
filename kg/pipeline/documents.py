"""Files → cleaned documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import clean, read
from kg.errors import BuildError
from kg.ids import document_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.config import Config
    from kg.model import Document
    from kg.pipeline.counts import Counts


@dataclass(slots=True, kw_only=True)
class Reading:
    """The documents that were read and cleaned, by id in the order of reading, and what was not."""

    documents: dict[str, Document] = field(default_factory=dict)
    skipped: list[read.Skipped] = field(default_factory=list)
    duplicates: int = 0


def documents(paths: Iterable[Path], config: Config, *, counts: Counts) -> Reading:
    """Reads and cleans everything under ``paths``; a document that stands there twice counts once.

    :raises InputError: when a path does not exist.
    :raises BuildError: when nothing could be read, or more was skipped than the configuration allows.
    """
    found = Reading()
    given = tuple(paths)
    with counts.stage("read and clean") as stage:
        for each in read.documents(given, max_document_characters=config.read.max_document_characters):
            stage.entered += 1
            if isinstance(each, read.Skipped):
                found.skipped.append(each)
                continue
            document = clean.clean(each, config.clean)
            ident = document_id(document)
            found.duplicates += ident in found.documents
            found.documents.setdefault(ident, document)
        stage.left = len(found.documents)
    counts.dropped["document skipped"] += len(found.skipped)
    counts.dropped["document read twice"] += found.duplicates
    share = len(found.skipped) / max(stage.entered, 1)
    if stage.entered == 0:
        raise nothing_under(given)
    if not found.documents or share > config.build.max_skipped_share:
        first = found.skipped[0]
        message = (
            f"{len(found.skipped)} of {stage.entered} documents could not be read "
            f"(first: {first.name}: {first.reason}); mend them, or raise build.max_skipped_share in kg.toml"
        )
        raise BuildError(message)
    return found


def nothing_under(paths: Iterable[Path]) -> BuildError:
    """The error that there is nothing to read."""
    under = ", ".join(path.as_posix() for path in paths) or "no path"
    return BuildError(f"there is no document under {under}; expected text, HTML or JSON Lines; name another path")
