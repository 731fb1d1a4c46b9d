"""The way out: a graph in a named format, to a file, a folder or a stream."""

from __future__ import annotations

from functools import partial
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING

from kg.analyse.filters import Filters
from kg.analyse.memory import sparing
from kg.analyse.names import one_of
from kg.errors import ConfigError
from kg.export import saving
from kg.export.formats import FORMATS, Format, NetworkFormat, RdfFormat
from kg.export.selected import Selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from kg.analyse import Edges
    from kg.export.network import Network
    from kg.export.saving import Files
    from kg.ids import Ids
    from kg.store import Graph


def write(  # noqa: PLR0913  (an option each, by keyword)
    graph: Graph,
    *,
    format: str,  # noqa: A002  (the name of the command's option)
    target: str | Path | IO[bytes],
    ids: Ids,
    filters: Filters | None = None,
    long: int | None = None,
    left: Callable[[], Edges | None] = lambda: None,
) -> None:
    """Write a graph in one of ``FORMATS``, as UTF-8 with LF line ends, in sorted order.

    Files at a path are written whole or not at all. For formats of several files a path is a folder, made where it is
    missing; a stream receives the first of them alone. ``filters`` say which events leave, facts alone unless they ask
    for more: where they keep none, the file is valid and empty. The RDF formats and rocrate hold everything, and take
    no filter. With ``long``, the documents' texts and literals of more than so many characters stay behind, in every
    format. ``left`` gives the edges that a build left of this very graph, if it did: that spares asking the store.

    :raises ConfigError: when the format is unknown or takes no filter, a filter names what there is not, or the target
        cannot be written.
    """
    chosen = FORMATS[one_of("format", str(format), FORMATS)]
    if chosen.whole and filters not in {None, Filters()}:
        message = f"{format} holds the whole graph; expected no filter, or a format of events such as parquet"
        raise ConfigError(message)
    kind: type[object] = type(target)
    if not isinstance(target, str | Path) and (issubclass(kind, TextIOBase) or not hasattr(kind, "write")):
        message = f"the output is of type {kind.__name__}; expected a path, or a stream of bytes"
        raise ConfigError(message)
    files = _files(chosen, Selected(graph, ids, filters=filters, long=long, left=left))
    with sparing():
        if isinstance(target, str | Path):
            saving.save(files, Path(target))
        else:
            saving.pour(next(iter(files.values()))(), target)


def _files(chosen: Format, selected: Selected) -> Files:
    """What makes each file, by name; the single file of a format has no name of its own."""
    if isinstance(chosen, RdfFormat):
        return {"": lambda: chosen.text(selected.quads(), selected.ids.prefixes)}
    if isinstance(chosen, NetworkFormat):
        return {name: partial(_of_network, text, selected) for name, text in chosen.texts.items()}
    return {name: partial(make, selected) for name, make in chosen.files.items()}


def _of_network(text: Callable[[Network], Iterator[str]], selected: Selected) -> Iterator[str]:
    return text(selected.network)
