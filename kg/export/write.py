"""The way out: a graph in a named format, to a file, a folder or a stream."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.analyse.names import one_of
from kg.errors import ConfigError
from kg.export.formats import FORMATS, Format, NetworkFormat, RdfFormat
from kg.export.selected import Selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.analyse import Edges, Filters
    from kg.export.network import Network
    from kg.ids import Ids
    from kg.store import Graph

    Files = dict[str, Callable[[], Iterable[str] | Iterable[bytes]]]


def write(  # noqa: PLR0913  (an option each, by keyword)
    graph: Graph,
    *,
    format: str,  # noqa: A002  (the name of the command's option)
    target: Path | IO[bytes],
    ids: Ids,
    filters: Filters | None = None,
    long: int | None = None,
    left: Callable[[], Edges | None] = lambda: None,
) -> None:
    """Write a graph in one of ``FORMATS``, as UTF-8 with LF line ends, in sorted order.

    Files at a path are written whole or not at all. For formats of several files a path is a folder, made where it is
    missing; a stream receives the first of them alone. ``filters`` say which events leave, facts alone unless they ask
    for more; the RDF formats hold everything, and take no filter. With ``long``, the documents' texts and literals of
    more than so many characters stay behind, in every format. ``left`` gives the edges that a build left of this very
    graph, if it did: that spares asking the store for them.

    :raises ConfigError: when the format is unknown or takes no filter, a filter names what there is not, or the target
        cannot be written.
    """
    one_of("format", format, FORMATS)
    selected = Selected(graph, ids, filters=filters, long=long, left=left)
    chosen = FORMATS[format]
    if isinstance(chosen, RdfFormat) and not selected.unfiltered:
        message = f"{format} holds the whole graph; expected no filter, or a format of events such as parquet"
        raise ConfigError(message)
    files = _files(chosen, selected)
    if not isinstance(target, Path):
        _pour(next(iter(files.values()))(), target)
        return
    try:
        _save(files, target)
    except OSError as error:
        message = f"cannot write {target}: {error.strerror or error}; give a place that can be written and has room"
        raise ConfigError(message) from error


def _files(chosen: Format, selected: Selected) -> Files:
    """What makes each file, by name; the single file of a format has no name of its own."""
    if isinstance(chosen, RdfFormat):
        return {"": lambda: chosen.text(selected.quads(), selected.ids.prefixes)}
    if isinstance(chosen, NetworkFormat):
        return {name: partial(_of_network, text, selected) for name, text in chosen.texts.items()}
    return {name: partial(make, selected) for name, make in chosen.files.items()}


def _of_network(text: Callable[[Network], Iterator[str]], selected: Selected) -> Iterator[str]:
    return text(selected.network)


def _save(files: Files, target: Path) -> None:
    if "" in files:
        _replace({target: files[""]})
        return
    if (target.suffix and not target.is_dir()) or target.is_file():
        message = f"{target} names a file; expected a folder, which will hold {' and '.join(files)}"
        raise ConfigError(message)
    target.mkdir(parents=True, exist_ok=True)
    _replace({target / name: make for name, make in files.items()})


def _replace(files: Mapping[Path, Callable[[], Iterable[str | bytes]]]) -> None:
    """Write all of them beside their paths, then rename; what is no file is written as it is."""
    parts = {path: path.with_name(path.name + ".part") for path in files}
    try:
        for path, make in files.items():
            if path.exists() and not path.is_file():  # a device or a pipe
                del parts[path]
            with parts.get(path, path).open("wb") as stream:
                _pour(make(), stream)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _pour(text: Iterable[str | bytes], stream: IO[bytes]) -> None:
    for chunk in text:
        stream.write(chunk.encode() if isinstance(chunk, str) else chunk)
