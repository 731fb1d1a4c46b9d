"""Parses on disk."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.annotate.models import model_version
from kg.annotate.parses import read, text, written
from kg.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.models import Pipeline
    from kg.model import Block, Parse

_FORM = b"columns-1"  # of the files in the cache


@dataclass(frozen=True, slots=True)
class ParseCache:
    """Parses on disk, one file for the blocks of one document, by text and model.

    A file is written beside its place and then renamed, so that processes may share one folder. A file that cannot be
    read counts as absent.
    """

    folder: Path

    def get(self, blocks: Sequence[Block], texts: Sequence[str], nlp: Pipeline) -> tuple[Parse, ...] | None:
        """The parses of the blocks, whose texts are ``texts``, or None where they are not cached."""
        try:
            found = msgspec.json.decode(zlib.decompress(self._path(texts, nlp).read_bytes()))
            parses = tuple(read(row, block) for row, block in zip(found, blocks, strict=True))
        except (OSError, ValueError, LookupError, TypeError, zlib.error, msgspec.DecodeError, ModelError):
            return None
        return parses if [text(each) for each in parses] == list(texts) else None

    def put(self, parses: Sequence[Parse], texts: Sequence[str], nlp: Pipeline) -> None:
        """Keeps the parses; a folder that cannot be written is left alone, since a cache is no part of the result."""
        path = self._path(texts, nlp)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(zlib.compress(msgspec.json.encode([written(each) for each in parses]), 1))
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, texts: Sequence[str], nlp: Pipeline) -> Path:
        digest = hashlib.sha256(_FORM + model_version(nlp).encode())
        for each in texts:
            digest.update(b"\x1f" + each.encode("utf-8", "surrogatepass"))
        name = digest.hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.parse"
