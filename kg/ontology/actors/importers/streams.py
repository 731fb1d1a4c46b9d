"""Text files, plain or packed, a line at a time."""

from __future__ import annotations

import bz2
import gzip
import io
import zlib
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, TextIO

from kg.errors import OntologyError
from kg.ids import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PACKED = frozenset({".gz", ".bz2"})
_LOOKED_AT = 4096  # characters of the first line


def bare_suffix(path: Path) -> str:
    """The suffix of a file, without that of its packing.

    >>> from pathlib import Path
    >>> bare_suffix(Path("dump.json.bz2")), bare_suffix(Path("a.TTL"))
    ('.json', '.ttl')
    """
    name = path.with_suffix("") if path.suffix.lower() in _PACKED else path
    return name.suffix.lower()


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The text of a file, unpacked.

    :raises OntologyError: when it cannot be read, also while it is.
    """
    try:
        with path.open("rb") as file:
            yield io.TextIOWrapper(_unpacked(file, path.suffix.lower()), encoding="utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        message = f"{path}: cannot be read ({error}); give a UTF-8 text file, plain, .gz or .bz2"
        raise OntologyError(message) from error


def _unpacked(file: io.BufferedReader, suffix: str) -> gzip.GzipFile | bz2.BZ2File | io.BufferedReader:
    if suffix == ".gz":
        return gzip.GzipFile(fileobj=file)
    return bz2.BZ2File(file) if suffix == ".bz2" else file


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not blank, with their numbers from 1.

    :raises OntologyError: when it cannot be read.
    """
    with opened(path) as stream:
        for number, line in enumerate(stream, 1):
            if bare := line.strip():
                yield number, bare


def first_line(path: Path) -> str:
    """The beginning of the first line that is not blank; "" where there is none.

    :raises OntologyError: when it cannot be read.
    """
    with opened(path) as stream:
        while line := stream.readline(_LOOKED_AT):
            if bare := line.strip():
                return bare
    return ""


def ident(kind: str, name: str) -> str:
    """The id of what another base calls ``name``: another for each name, also where only the letters' case differs.

    >>> ident("ftm", "ofac-1234"), ident("ftm", "Q42"), ident("ftm", "NK-ab") == ident("ftm", "NK-Ab")
    ('ftm:ofac-1234', 'ftm:q42', False)
    """
    plain = slug(name)
    plain = plain if plain.isascii() else ""
    if plain == name or (name[:1] == "Q" and plain == name.lower()):
        return f"{kind}:{plain}"
    return f"{kind}:{plain}-{sha256(name.encode()).hexdigest()[:6]}".replace(":-", ":")
