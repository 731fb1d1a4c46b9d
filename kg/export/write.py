"""The way out: a graph in a named format, to a file, a folder or a stream."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.analyse import Filters, actors
from kg.errors import ConfigError
from kg.export.formats import FORMATS, Format, RdfFormat
from kg.export.network import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.ids import Ids
    from kg.store import Graph


def write(
    graph: Graph,
    *,
    format: str,  # noqa: A002  (the name of the command's option)
    target: Path | IO[bytes],
    ids: Ids,
    factuality: Collection[str] = ("fact",),
) -> None:
    """Write a graph in one of ``FORMATS``, as UTF-8 with LF line ends, in sorted order.

    A file at a path is written whole or not at all. For ``csv`` a path is a folder, made where it is missing, that
    receives ``nodes.csv`` and ``edges.csv``; a stream receives the table of edges alone. ``factuality`` says which
    events the formats of the actor graph show; the RDF formats hold everything.

    :raises ConfigError: when the format or a factuality is unknown, or the target cannot be written.
    """
    texts = _texts(graph, _chosen(format), ids, factuality)
    if not isinstance(target, Path):
        _pour(next(iter(texts.values())), target)
        return
    try:
        _save(texts, target)
    except OSError as error:
        message = f"cannot write {target}: {error.strerror or error}; give a place that can be written and has room"
        raise ConfigError(message) from error


def _chosen(name: str) -> Format:
    if name not in FORMATS:
        message = f"format {name!r} is unknown; expected one of {', '.join(FORMATS)}"
        raise ConfigError(message)
    return FORMATS[name]


def _texts(graph: Graph, chosen: Format, ids: Ids, factuality: Collection[str]) -> dict[str, Iterator[str]]:
    """What each file holds, by name; the single file of a format has no name of its own."""
    if isinstance(chosen, RdfFormat):
        return {"": chosen.text(graph.quads(), ids.prefixes)}
    network = plain(actors(graph, ids, Filters(factuality=tuple(factuality))))
    return {name: text(network) for name, text in chosen.texts.items()}


def _save(texts: dict[str, Iterator[str]], target: Path) -> None:
    if "" in texts:
        _replace(target, texts[""])
        return
    if target.suffix == ".csv" or target.is_file():
        message = f"{target} names a file; expected a folder, which will hold {' and '.join(texts)}"
        raise ConfigError(message)
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        _replace(target / name, text)


def _replace(path: Path, text: Iterable[str]) -> None:
    """Write beside the path, then rename; a device or a pipe is written as it is, for a rename would replace it."""
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            _pour(text, stream)
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            _pour(text, stream)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _pour(text: Iterable[str], stream: IO[bytes]) -> None:
    for chunk in text:
        stream.write(chunk.encode())
