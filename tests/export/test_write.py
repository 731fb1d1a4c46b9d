from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import export
from kg.analyse import Filters
from kg.errors import ConfigError
from kg.export.formats import EventFormat, NetworkFormat
from kg.ids import Ids

if TYPE_CHECKING:
    from kg.store import Graph


FOLDERS = {"csv", "neo4j", "parquet", "rocrate"}
SINGLE = [name for name in export.FORMATS if name not in FOLDERS]


@pytest.mark.parametrize("name", SINGLE)
def test_file_and_stream_are_equal(actors: Graph, tmp_path: Path, name: str) -> None:
    """A file has the bytes that a stream receives."""
    stream, path = BytesIO(), tmp_path / f"news{export.FORMATS[name].ending}"
    export.write(actors, format=name, target=stream, ids=Ids())
    export.write(actors, format=name, target=path, ids=Ids())
    assert path.read_bytes() == stream.getvalue()


@pytest.mark.parametrize("name", [name for name in export.FORMATS if name != "parquet"])
def test_one_line_end_at_the_end(actors: Graph, name: str) -> None:
    """A file ends with one LF, and has no CR."""
    stream = BytesIO()
    export.write(actors, format=name, target=stream, ids=Ids())
    assert stream.getvalue().endswith(b"\n")
    assert not stream.getvalue().endswith(b"\n\n")
    assert b"\r" not in stream.getvalue()


def test_csv_folder(actors: Graph, tmp_path: Path) -> None:
    """CSV makes a folder with a table of nodes and a table of edges."""
    export.write(actors, format="csv", target=tmp_path / "deep" / "tables", ids=Ids())
    tables = sorted((tmp_path / "deep" / "tables").iterdir())
    assert [path.name for path in tables] == ["edges.csv", "nodes.csv"]
    assert tables[1].read_text().splitlines()[2] == 'ent:b,"Sudria, the ""South""",State'


def test_csv_refuses_a_file(actors: Graph, tmp_path: Path) -> None:
    """A path that names a file is refused for CSV, since it writes two."""
    with pytest.raises(ConfigError, match=r"expected a folder, which will hold edges\.csv and nodes\.csv"):
        export.write(actors, format="csv", target=tmp_path / "news.csv", ids=Ids())


def test_unknown_format(actors: Graph) -> None:
    """A format that does not exist is refused with the ones that do."""
    with pytest.raises(ConfigError, match="'owl' is unknown; expected one of "):
        export.write(actors, format="owl", target=BytesIO(), ids=Ids())


def test_folder_is_missing(actors: Graph, tmp_path: Path) -> None:
    """A file in a folder that does not exist is a one-line error that says so."""
    with pytest.raises(ConfigError, match=r"cannot write .*news\.ttl: No such file or directory"):
        export.write(actors, format="turtle", target=tmp_path / "none" / "news.ttl", ids=Ids())


def test_failed_export_leaves_what_was_there(actors: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails, the file from before stays whole and nothing lies beside it."""
    path = tmp_path / "news.ttl"
    path.write_text("before")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ConfigError, match="No space left on device"):
        export.write(actors, format="turtle", target=path, ids=Ids())
    assert [entry.read_text() for entry in tmp_path.iterdir()] == ["before"]


def test_device_is_not_replaced(actors: Graph) -> None:
    """A device stays a device."""
    export.write(actors, format="nquads", target=Path("/dev/null"), ids=Ids())
    assert not Path("/dev/null").is_file()


def test_near_format(actors: Graph) -> None:
    """A format that is nearly named is refused with the one that is meant."""
    with pytest.raises(ConfigError, match=r"'grapml' is unknown; .*did you mean 'graphml'"):
        export.write(actors, format="grapml", target=BytesIO(), ids=Ids())


def test_rdf_takes_no_filter(actors: Graph) -> None:
    """A filter of events on a format that holds the whole graph is refused, not passed over."""
    with pytest.raises(ConfigError, match="turtle holds the whole graph; expected no filter"):
        export.write(actors, format="turtle", target=BytesIO(), ids=Ids(), filters=Filters(reports=1))


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_failure_in_one_file_leaves_none(
    actors: Graph, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the last file of a folder cannot be made, the files before it are not there either, nor the folder."""

    def broken(*_: object) -> object:
        raise OSError(28, "No space left on device")

    made = export.FORMATS[name]
    files = made.texts if isinstance(made, NetworkFormat) else made.files if isinstance(made, EventFormat) else {}
    monkeypatch.setitem(files, list(files)[-1], broken)
    with pytest.raises(ConfigError, match="No space left on device"):
        export.write(actors, format=name, target=tmp_path / "out", ids=Ids())
    assert list(tmp_path.iterdir()) == []
