"""Files → Document, one format a module: plain text, HTML and JSON Lines.

A file or a line that cannot be read is reported as ``Skipped`` and the rest goes on; only a path that does not exist
stops everything, before anything is read.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read import jsonlines, plaintext, webpage
from kg.read.skipped import Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.model import Document

    Reader = Callable[[Path, int], Iterator[Document | Skipped]]

__all__ = ["MAX_DOCUMENT_CHARACTERS", "Skipped", "documents"]

MAX_DOCUMENT_CHARACTERS = 2_000_000

# What lies beside a collection to tell about it is none of its documents; named itself, it is read.
_ABOUT = re.compile(r"(readme|licen[cs]e|notice|changelog|copying)(\.\w+)?$", re.IGNORECASE)

READERS: dict[str, Reader] = dict.fromkeys(plaintext.SUFFIXES, plaintext.read)
READERS |= dict.fromkeys(webpage.SUFFIXES, webpage.read)
READERS |= dict.fromkeys(jsonlines.SUFFIXES, jsonlines.read)


def documents(
    paths: Iterable[Path], *, max_document_characters: int = MAX_DOCUMENT_CHARACTERS
) -> Iterator[Document | Skipped]:
    """Every document under ``paths``, in their order.

    A folder is walked sorted by path, hidden files and READMEs left out.

    Documents come one by one, without blocks, with the metadata that their format holds. A text longer than
    ``max_document_characters`` (code points) is skipped without being held in memory.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.txt").write_text("The bridge is open.")
    ...     _ = (Path(folder) / "b.txt").write_text("")
    ...     [getattr(each, "text", None) for each in documents([Path(folder)])]
    ['The bridge is open.', None]

    :raises InputError: when a path does not exist; no document has been read then.
    """
    given = list(paths)
    for path in given:
        if not path.exists():
            message = f"{path} does not exist; expected a file or a folder of documents; check the path"
            raise InputError(message)
    return (each for path in given for file in _files(path) for each in _read(file, max_document_characters))


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or what a folder holds, sorted; links to folders are not followed, so that every walk ends."""
    if not path.is_dir():
        yield path
        return
    found = [Path(folder) / name for folder, names in _walk(path) for name in names]
    yield from sorted(found, key=Path.as_posix)


def _walk(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder under ``path`` with its files, hidden ones left out."""
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield folder, [name for name in names if not name.startswith(".") and not _ABOUT.match(name)]


def _read(file: Path, limit: int) -> Iterator[Document | Skipped]:
    """The documents of one file; whatever stops its reading ends in one ``Skipped``."""
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(filter(None, READERS)))
        reason = f"suffix {file.suffix} is unknown; expected one of {known}; convert or rename the file"
        yield Skipped(name=file.as_posix(), reason=reason)
        return
    try:
        yield from reader(file, limit)
    except InputError as error:
        yield Skipped(name=file.as_posix(), reason=str(error))
    except OSError as error:
        reason = f"cannot be opened ({error.strerror or error}); expected a readable file; check its permissions"
        yield Skipped(name=file.as_posix(), reason=reason)
