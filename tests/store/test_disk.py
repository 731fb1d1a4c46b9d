"""The folder of a store: who holds it, and what is said when it cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import StoreError
from kg.store import Graph, disk, held_by

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLD = """
import sys
from pathlib import Path
from kg.store import Graph
graph = Graph.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not show open files")


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds news.kg to write."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "news.kg")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@needs_proc
def test_holder_is_named(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """A store that another process holds is refused with the number of that process."""
    with pytest.raises(StoreError, match=rf"news\.kg is held by process {holder.pid} \(.+\); wait"):
        Graph.open(tmp_path / "news.kg")


@needs_proc
def test_held_by_finds_the_process(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """The process that holds a store is found by its open lock file."""
    assert str(held_by(tmp_path / "news.kg")).startswith(f"process {holder.pid} ")


def test_nobody_holds_a_closed_store(tmp_path: Path) -> None:
    """A store that was closed is held by nobody."""
    Graph.open(tmp_path / "news.kg").close()
    assert held_by(tmp_path / "news.kg") is None


def test_unknown_holder_is_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not show open files, a held store is still refused in one line."""
    monkeypatch.setattr(disk, "PROCESSES", tmp_path / "no-proc")
    with Graph.open(tmp_path / "news.kg"), pytest.raises(StoreError, match="held by another process"):
        Graph.open(tmp_path / "news.kg")


@pytest.mark.parametrize("file", ["CURRENT", "MANIFEST-*"])
def test_damage_is_said(tmp_path: Path, file: str) -> None:
    """A store whose files hold something else is called damaged."""
    Graph.open(tmp_path / "news.kg").close()
    for damaged in (tmp_path / "news.kg" / "store").glob(file):
        damaged.write_bytes(b"nothing of ours" * 50)
    with pytest.raises(StoreError, match=r"news\.kg is damaged \(.*\); remove the folder"):
        Graph.open(tmp_path / "news.kg")


def test_file_in_the_way_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is refused."""
    (tmp_path / "news.kg").write_text("a file")
    with pytest.raises(StoreError, match="cannot be written"):
        Graph.open(tmp_path / "news.kg")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_folder_is_said(tmp_path: Path) -> None:
    """A folder that may not be written is refused."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            Graph.open(tmp_path / "news.kg")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device"),
        OSError("IO error: No space left on device: While appending to file: news.kg/store/000008.log"),
        RuntimeError("IO error: Disk quota exceeded"),
    ],
)
def test_full_disk_is_said(error: Exception) -> None:
    """A full disk is called one, whichever way it is raised."""
    with pytest.raises(StoreError, match=r"no space is left on the disk of news\.kg"), disk.reported(Path("news.kg")):
        raise error


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limit for files")
def test_store_is_as_it_was_when_nothing_can_be_written(tmp_path: Path) -> None:
    """A process that may write no more says so in one line, and the store opens with what it held before."""
    script = """
import resource, signal, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.errors import StoreError
from kg.store import Graph

def quads(number):
    for i in range(number):
        yield Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(f"{i} " + "x" * 500), NamedNode("urn:g"))

graph = Graph.open(Path(sys.argv[1]))
graph.replace("urn:g", quads(3))
graph.flush()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    graph.replace("urn:g", quads(5000))
except StoreError as error:
    print(str(error).count(chr(10)), str(error).split(";")[0])
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "news.kg")], capture_output=True, text=True, check=True
    )
    with Graph.open(tmp_path / "news.kg") as graph:
        assert (done.stdout[:30], len(graph)) == ("0 no space is left on the disk", 3)


def test_leftovers_of_a_killed_bulk_load_are_removed(tmp_path: Path) -> None:
    """Files that a killed bulk load left behind are gone once the store was opened."""
    Graph.open(tmp_path / "news.kg").close()
    leftover = tmp_path / "news.kg" / "store" / "bulk-12345.sst"
    leftover.write_bytes(b"half of a file")
    Graph.open(tmp_path / "news.kg").close()
    assert not leftover.exists()
