"""JSON Lines: one object a line, one document each.

Fields: ``text``; and where there are ``id``, ``date``, ``title``, ``outlet``, ``author``, ``url``, ``language``,
``genre``. Others are ignored. A field that is there and means nothing (a date "23/11/2023", a genre "misc") makes the
line ``Skipped``: date and title are part of a document's identity and the genre decides what may become a fact, so
dropping such a value in silence would change the graph of a whole archive without a word. ``null`` and ``""`` count as
absent.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import InputError
from kg.model import Document, Genre
from kg.read.encoding import check_length, decode, printable, too_long
from kg.read.skipped import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".jsonl", ".ndjson")

# A character takes at most 12 bytes as JSON ("\\ud83d\\ude00"); the rest is room for the other fields.
BYTES_PER_CHARACTER = 12
OTHER_FIELDS = 1_000_000
CHUNK = 1_000_000

# xsd:date, or the day of an ISO 8601 time; any other shape is ambiguous (3/4/2024).
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?)?")


def read(path: Path, limit: int) -> Iterator[Document | Skipped]:
    """A document or ``Skipped`` for each line that is not blank, as they are read.

    ``text`` is kept character for character, so that offsets count code points of the input; only control characters
    become a space each. The name is the field ``id``, else ``file:line``.

    :raises InputError: when the file has no line at all.
    """
    seen = False
    for number, line in _lines(path, limit * BYTES_PER_CHARACTER + OTHER_FIELDS):
        seen = True
        place = f"{path.as_posix()}:{number}"
        try:
            yield _document(line, place, limit)
        except InputError as error:
            yield Skipped(name=place, reason=str(error))
    if not seen:
        message = "is empty; expected one JSON object a line; remove it or fetch it again"
        raise InputError(message)


def _lines(path: Path, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line that is not blank; ``None`` for one longer than ``most``, which is passed over."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(most + 1):
            number += 1
            if len(line) > most:
                _pass_over(file, line)
                yield number, None
            elif line.strip():
                yield number, line


def _pass_over(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(CHUNK)


def _document(line: bytes | None, place: str, limit: int) -> Document:
    if line is None:
        raise too_long(limit)
    fields = _fields(decode(line))
    text = _string(fields, "text")
    if text is None or not text.strip():
        found = "an empty" if "text" in fields else "no"
        message = f'has {found} "text"; expected {{"text": "..."}}; add the field or leave the line out'
        raise InputError(message)
    return Document(
        name=_name(fields) or place,
        text=check_length(text, limit),
        title=_string(fields, "title"),
        outlet=_string(fields, "outlet"),
        author=_string(fields, "author"),
        date=_day(_string(fields, "date")),
        url=_string(fields, "url"),
        language=_string(fields, "language"),
        genre=_genre(_string(fields, "genre")),
    )


def _fields(line: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"is not JSON ({error}); expected one JSON object a line; repair the line"
        raise InputError(message) from error
    if not isinstance(fields, dict):
        message = f"is a JSON {type(fields).__name__}; expected an object with text; repair the line"
        raise InputError(message)
    return fields


def _string(fields: dict[str, object], key: str) -> str | None:
    """The field as printable text; other fields than ``text`` without space around."""
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        message = f'"{key}" is a {type(value).__name__}; expected a string; put it in quotes'
        raise InputError(message)
    return printable(value) if key == "text" else printable(value).strip() or None


def _name(fields: dict[str, object]) -> str | None:
    value = fields.get("id")
    return str(value) if isinstance(value, int) else _string(fields, "id")


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    found = DAY.fullmatch(value)
    try:
        return date.fromisoformat(found[1] if found else value)
    except ValueError as error:
        message = f'"date" is {value[:40]!r}; expected YYYY-MM-DD; correct it or leave the field out'
        raise InputError(message) from error


def _genre(value: str | None) -> Genre | None:
    if value is None:
        return None
    try:
        return Genre(value.lower())
    except ValueError as error:
        known = ", ".join(Genre)
        message = f'"genre" is {value[:40]!r}; expected one of {known}; correct it or leave the field out'
        raise InputError(message) from error
