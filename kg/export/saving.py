"""Files that appear whole or not at all: each is written beside its place, then renamed."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from tempfile import gettempdir
from typing import IO, TYPE_CHECKING

from kg.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    Files = Mapping[str, Callable[[], Iterable[str] | Iterable[bytes]]]


def save(files: Files, target: Path) -> None:
    """Write what makes each file, by name, into the folder ``target``; a file without a name is ``target`` itself.

    When one of them fails, none is there that was not there before, and those that were are as they were.

    :raises ConfigError: when the target cannot be written, or is a folder where a file is expected, or a file where a
        folder is.
    """
    if "\0" in str(target):
        message = f"{str(target)!r} is no path, for the NUL in it; expected a place that can be written"
        raise ConfigError(message)
    try:
        if "" in files:
            _single(files[""], target)
        else:
            _several(files, target)
    except OSError as error:
        room = f"a place that can be written and has room, as {gettempdir()} must have"
        message = f"cannot write {target}: {error.strerror or error}; give {room}"
        raise ConfigError(message) from error


def pour(text: Iterable[str | bytes], stream: IO[bytes]) -> None:
    """Write chunks to a stream, text as UTF-8."""
    for chunk in text:
        stream.write(chunk.encode() if isinstance(chunk, str) else chunk)


def _single(make: Callable[[], Iterable[str | bytes]], target: Path) -> None:
    if target.is_dir():
        message = f"{target} is a folder; expected a file, such as {target / 'news'}"
        raise ConfigError(message)
    if target.exists() and not target.is_file():  # a device or a pipe
        with target.open("wb") as stream:
            pour(make(), stream)
        return
    _replace({target.resolve() if target.is_symlink() else target: make})


def _several(files: Files, target: Path) -> None:
    if (target.suffix and not target.is_dir()) or target.is_file():
        message = f"{target} names a file; expected a folder, which will hold {' and '.join(files)}"
        raise ConfigError(message)
    with _folder(target):
        _replace({target / name: make for name, make in files.items()})


@contextmanager
def _folder(target: Path) -> Iterator[None]:
    """The folder, made where it is missing; what was made for nothing is taken away again."""
    made = [place for place in (target, *target.parents) if not place.exists()]
    target.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for place in made:
            with suppress(OSError):  # somebody else put something there
                place.rmdir()
        raise


def _replace(files: Mapping[Path, Callable[[], Iterable[str | bytes]]]) -> None:
    """Write all of them beside their paths, then rename. Who writes to the same place at once has other names."""
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, make in files.items():
            with parts[path].open("wb") as stream:
                pour(make(), stream)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
