"""Bytes → text that every later stage can hold: decoded, without surrogates and control characters."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NoReturn

from charset_normalizer import from_bytes

from kg.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES_PER_CHARACTER = 4  # of UTF-8, UTF-16 and UTF-32 alike

# Longest first: the mark of UTF-32 (little-endian) starts with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Encodings that news has been published in, commonest first of each kind. Detection among all that there are takes
# short texts for Mac or EBCDIC ones.
CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)

# What XML 1.0 and terminals cannot carry: control characters but tab and newlines, and the two non-characters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")


def load(path: Path, limit: int) -> bytes:
    """The bytes of a file that can hold at most ``limit`` characters; never reads more than that.

    :raises InputError: when the file is empty or too long.
    """
    most = limit * MAX_BYTES_PER_CHARACTER
    with path.open("rb") as file:
        data = file.read(most + 1)
    if not data.strip():
        message = "is empty; expected an article; remove it or fetch it again"
        raise InputError(message)
    if len(data) > most:
        raise too_long(limit)
    return data


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Text from bytes: by byte-order mark, as UTF-8, as ``declared``, else by detection.

    >>> decode("Genève".encode()), decode("Genève".encode("utf-16"))
    ('Genève', 'Genève')
    >>> decode("À Genève, le pont a été rouvert après la crue.".encode("cp1252"))
    'À Genève, le pont a été rouvert après la crue.'

    :raises InputError: when the bytes are no text, or in no encoding that is known.
    """
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _as(data, marked) or _refuse()
    if b"\x00" in data:
        message = "is binary (it holds NUL bytes); expected text, HTML or JSON Lines; convert it or leave it out"
        raise InputError(message)
    for name in ("utf-8", declared):
        text = _as(data, name) if name else None
        if text is not None:
            return text
    detected = _detected(data)
    return _refuse() if detected is None else detected


def _detected(data: bytes) -> str | None:
    """The likeliest reading; of equally likely ones, as for many a short text, that of the commonest encoding."""
    found = list(from_bytes(data, cp_isolation=list(CANDIDATES)))
    if not found:
        return None
    first = found[0]
    equal = [each for each in found if (each.chaos, each.coherence) == (first.chaos, first.coherence)]
    readable = {name: each for each in equal for name in (each.encoding, *each.could_be_from_charset)}
    return str(next((readable[name] for name in CANDIDATES if name in readable), first))


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse() -> NoReturn:
    message = "encoding is unknown or the file is binary; expected UTF-8; convert it, for example with iconv -t UTF-8"
    raise InputError(message)


def printable(text: str) -> str:
    r"""``text`` with each unprintable character turned into one space (a page or line break into a newline).

    One for one, so that offsets into the input still hold.

    >>> printable("page one\x0cpage\x07two")
    'page one\npage two'

    :raises InputError: when ``text`` holds half of a surrogate pair, which no store can keep.
    """
    if broken := SURROGATE.search(text):
        message = (
            f"character {broken.start()} is half of a surrogate pair (U+{ord(broken.group()):04X}); "
            "expected valid Unicode; repair the escapes of the input"
        )
        raise InputError(message)
    return UNPRINTABLE.sub(lambda found: "\n" if found.group() in "\x0b\x0c" else " ", text)


def check_length(text: str, limit: int) -> str:
    """``text`` itself.

    :raises InputError: when it is longer than ``limit`` code points.
    """
    if len(text) > limit:
        raise too_long(limit)
    return text


def too_long(limit: int) -> InputError:
    """The error for a document above the limit."""
    return InputError(
        f"is longer than {limit} characters; expected one article; split it or raise max_document_characters"
    )
