"""What readers see while a graph is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.store import Graph, snapshots

if TYPE_CHECKING:
    from pathlib import Path


def quads(number: int) -> list[Quad]:
    """So many quads of one graph."""
    return [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(str(i)), NamedNode("urn:g")) for i in range(number)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A graph of two quads, closed."""
    with Graph.open(tmp_path / "news.kg") as graph:
        graph.replace("urn:g", quads(2))
    return tmp_path / "news.kg"


def test_closed_graph_is_read(path: Path) -> None:
    """What was written before the graph was closed is read."""
    with Graph.read(path) as graph:
        assert set(graph.quads()) == set(quads(2))


def test_reader_beside_a_writer_sees_what_was_flushed(path: Path) -> None:
    """While another holds the store, a reader sees the last flush and nothing later."""
    with Graph.open(path) as writer:
        writer.replace("urn:g", quads(5))
        writer.flush()
        writer.replace("urn:g", quads(9))
        with Graph.read(path) as reader:
            assert len(reader) == 5


def test_reader_does_not_change(path: Path) -> None:
    """An open reader goes on seeing its own snapshot after later ones were published."""
    with Graph.read(path) as reader, Graph.open(path) as writer:
        for number in (5, 7):
            writer.replace("urn:g", quads(number))
            writer.flush()
        assert len(list(reader.quads())) == 2


def test_error_publishes_nothing(path: Path) -> None:
    """After an error in the body, readers keep what was published before."""

    def fail() -> None:
        with Graph.open(path) as writer:
            writer.replace("urn:g", quads(9))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with Graph.read(path) as reader:
        assert len(reader) == 2


def test_one_snapshot_is_kept(path: Path) -> None:
    """Only the newest snapshot stays, and no reader's copy."""
    with Graph.open(path) as writer:
        writer.flush()
        Graph.read(path).close()
    assert [item.name for item in (path / "snapshots").iterdir()] == ["00000003"]


def test_reader_is_read_only(path: Path) -> None:
    """A graph that was opened to read refuses to be changed."""
    with Graph.read(path) as reader, pytest.raises(StoreError, match="opened to read"):
        reader.replace("urn:g", quads(1))


def test_reader_leaves_the_snapshot_as_it_was(path: Path) -> None:
    """Reading writes no file of the snapshot."""
    before = {file: file.stat().st_mtime_ns for file in path.rglob("*") if file.is_file()}
    with Graph.read(path) as reader:
        reader.query("SELECT * { ?s ?p ?o }")
    assert before == {file: file.stat().st_mtime_ns for file in path.rglob("*") if file.is_file()}


def test_absent_graph_is_said(tmp_path: Path) -> None:
    """A path without a graph is refused, and nothing is created there."""
    with pytest.raises(StoreError, match="no graph at"):
        Graph.read(tmp_path / "news.kg")
    assert list(tmp_path.iterdir()) == []


def test_first_build_shows_nothing_yet(tmp_path: Path) -> None:
    """A reader of a graph whose first build is still going on is told to wait."""
    with Graph.open(tmp_path / "news.kg"), pytest.raises(StoreError, match=r"shows nothing yet|was never finished"):
        Graph.read(tmp_path / "news.kg")


def test_build_that_was_killed_is_said(tmp_path: Path) -> None:
    """A store that was never flushed is called unfinished."""
    with pytest.raises(KeyError), Graph.open(tmp_path / "news.kg"):
        raise KeyError
    with pytest.raises(StoreError, match="was never finished"):
        Graph.read(tmp_path / "news.kg")


def test_damaged_snapshot_is_said(path: Path) -> None:
    """A snapshot that does not hold what it should is called damaged, and no copy stays."""
    next(path.glob("snapshots/*/CURRENT")).write_bytes(b"nothing of ours")
    with pytest.raises(StoreError, match="is damaged"):
        Graph.read(path)
    assert len(list((path / "snapshots").iterdir())) == 1


def test_snapshot_removed_meanwhile_is_taken_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader whose snapshot vanishes while it makes its copy takes the newer one."""
    gone = path / "snapshots" / "00000000"
    newest, first = snapshots._newest, [gone]
    monkeypatch.setattr(snapshots, "_newest", lambda path: first.pop() if first else newest(path))
    with Graph.read(path) as reader:
        assert len(reader) == 2


def test_graph_that_never_rests_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that never finds a snapshot in its place gives up."""
    monkeypatch.setattr(snapshots, "_newest", lambda path: path / "snapshots" / "00000000")
    with pytest.raises(StoreError, match="changes faster"):
        Graph.read(path)


def test_no_copy_where_none_can_be_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a medium that is read-only the snapshot itself is read."""

    def refuse(snapshot: Path) -> Path:
        raise PermissionError(snapshot)

    monkeypatch.setattr(snapshots, "_linked", refuse)
    with Graph.read(path) as reader:
        assert (len(reader), len(list((path / "snapshots").iterdir()))) == (2, 1)


def test_copy_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links gets real copies."""

    def refuse(copy: Path, file: Path) -> None:
        raise OSError(95, "Operation not supported", str(file), None, str(copy))

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    with Graph.read(path) as reader:
        assert len(reader) == 2


def test_copies_of_killed_readers_are_removed(path: Path) -> None:
    """Opening to write removes the copy of a reader that was killed, and keeps that of one that lives."""
    (path / "snapshots" / "reading-99999999-abc").mkdir()
    with Graph.read(path) as reader:
        Graph.open(path).close()
        copies = [item for item in (path / "snapshots").iterdir() if item.name.startswith("reading-")]
        assert copies == [reader._copy]


def test_failed_publication_leaves_the_older(path: Path) -> None:
    """When a snapshot cannot be written, the one before it stays and the error is one line."""

    class FullStore:
        def backup(self, target: Path) -> None:
            target.mkdir()
            raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="no space is left"):
        snapshots.publish(FullStore(), path)  # type: ignore[arg-type]  # stands in for a store on a full disk
    assert [item.name for item in (path / "snapshots").iterdir()] == ["00000001"]


def test_backup_is_a_graph(path: Path, tmp_path: Path) -> None:
    """A backup can be read, and holds what the graph held."""
    with Graph.open(path) as graph:
        graph.backup(tmp_path / "copy.kg")
        graph.replace("urn:g", quads(9))
    with Graph.read(tmp_path / "copy.kg") as copy:
        assert set(copy.quads()) == set(quads(2))


def test_graph_in_memory_is_backed_up(tmp_path: Path) -> None:
    """A graph in memory can be put on disk."""
    graph = Graph.memory()
    graph.replace("urn:g", quads(3))
    graph.backup(tmp_path / "copy.kg")
    with Graph.open(tmp_path / "copy.kg") as copy:
        assert copy.digest() == graph.digest()


def test_backup_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    """A backup into a folder that exists is refused."""
    with Graph.open(path) as graph, pytest.raises(StoreError, match="exists already"):
        graph.backup(tmp_path)


def test_store_can_be_read_where_a_snapshot_is_open(path: Path) -> None:
    """Two readers at once do not disturb each other."""
    with Graph.read(path) as one, Graph.read(path) as other:
        assert len(one) == len(other) == 2
    assert isinstance(Store.read_only(str(path / "snapshots" / "00000001")), Store)


# ------------------------------------------------------------------------------------------------ reports


def test_report_is_published_with_what_it_tells_of(path: Path) -> None:
    """A report that is beside the store when the store is published stands in the snapshot."""
    (path / snapshots.NEW_REPORT).write_text('{"digest": "ab"}')
    with Graph.open(path) as writer:
        writer.replace("urn:g", quads(3))
        assert snapshots.report(path) == b""
    assert snapshots.report(path) == b'{"digest": "ab"}'


def test_snapshot_keeps_the_report_of_the_one_before(path: Path) -> None:
    """What is published without a build, as by a user's own update, does not make the last build forgotten."""
    (path / snapshots.NEW_REPORT).write_text('{"digest": "ab"}')
    Graph.open(path).close()
    (path / snapshots.NEW_REPORT).rename(path / snapshots.REPORT)
    with Graph.open(path) as writer:
        writer.replace("urn:g", quads(4))
    (path / snapshots.REPORT).unlink()
    assert snapshots.report(path) == b'{"digest": "ab"}'


def test_report_of_an_earlier_release_is_read(path: Path) -> None:
    """A snapshot without a report is that of the build whose report stands beside the store."""
    (path / snapshots.REPORT).write_text('{"digest": "cd"}')
    assert snapshots.report(path) == b'{"digest": "cd"}'


def test_unfinished_report_tells_of_a_build_that_was_cut_off(path: Path) -> None:
    """It is there from before the first write of a build until the graph is published, and its report is kept."""
    assert not snapshots.is_cut_off(path)
    (path / snapshots.NEW_REPORT).write_text("{}")
    assert snapshots.is_cut_off(path)
    (path / snapshots.NEW_REPORT).write_text('{"digest": "ab"}')
    assert snapshots.is_cut_off(path)
    Graph.open(path).close()
    assert not snapshots.is_cut_off(path)
