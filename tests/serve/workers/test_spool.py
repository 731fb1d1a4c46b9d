"""Where answers are kept while they are written."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from kg.serve.workers.spool import Spool, TooLongError, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a long answer goes."""
    return tmp_path / "answer"


@pytest.mark.parametrize("pieces", [[b"a" * 99], [b"a" * 50] * 3, [b"a"] * 400])
@pytest.mark.parametrize("compressed", [False, True])
def test_all_that_is_written_is_kept(file: Path, pieces: list[bytes], compressed: bool) -> None:  # noqa: FBT001
    """However an answer comes, in memory or in a file, it is whole."""
    spool = Spool(str(file), in_memory=120, most=1000, gzip=compressed)
    for piece in pieces:
        assert spool.write(piece) == len(piece)
    body = spool.finished()
    assert isinstance(body, bytes) == (spool.length <= 120)
    content = body if isinstance(body, bytes) else body.read_bytes()
    assert (gzip.decompress(content) if spool.encoding == "gzip" else content) == b"".join(pieces)


def test_too_much_is_refused(file: Path) -> None:
    """The byte after the last that is allowed is refused."""
    spool = Spool(str(file), in_memory=10, most=20, gzip=False)
    spool.write(b"a" * 20)
    with pytest.raises(TooLongError):
        spool.write(b"a")
    spool.discarded()


def test_file_has_its_name_once_it_is_whole(file: Path) -> None:
    """Nobody takes a file that is still written for an answer; what is discarded is gone."""
    first, second = (Spool(str(file), in_memory=1, most=100, gzip=False) for _ in range(2))
    first.write(b"whole")
    names = [path.name for path in file.parent.iterdir()]
    first.finished()
    second.write(b"not wanted")
    second.discarded()
    assert (names, [path.name for path in file.parent.iterdir()]) == (["answer.part"], ["answer"])


@pytest.mark.skipif(sys.platform != "linux", reason="needs a list of processes")
def test_what_killed_servers_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new folder is for this user alone; that of a process that has ended goes, that of one that runs stays."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    for process in (ended.pid, os.getpid()):
        (tmp_path / f"kg-answers-{process}-x").mkdir()
    folder = made()
    assert {path.name for path in tmp_path.iterdir()} == {f"kg-answers-{os.getpid()}-x", folder.name}
    assert folder.stat().st_mode & 0o777 == 0o700
