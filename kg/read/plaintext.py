"""Plain text: one file, one document. It has no metadata of its own; cleaning finds some in the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Document
from kg.read.encoding import check_length, decode, load, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = ("", ".txt", ".text", ".md")


def read(path: Path, limit: int) -> Iterator[Document]:
    """The document that the file is.

    Line ends (CRLF, CR) become newlines, control characters a space each; otherwise the text is as it was decoded, and
    offsets count from there.

    :raises InputError: when the file is empty, binary, too long or in no known encoding.
    """
    text = printable(newlines(decode(load(path, limit))))
    yield Document(name=path.as_posix(), text=check_length(text, limit))


def newlines(text: str) -> str:
    r"""``text`` with every line end as a newline.

    >>> newlines("one\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")
