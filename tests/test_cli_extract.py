"""``kg extract`` prints the same bytes, whatever of it was read before and is kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.model

ROWS = (
    {
        "id": "aid",
        "date": "2024-03-05",
        "title": "Kenya gives Uganda $3 million",
        "text": "Kenya gave Uganda $3 million for 25,000 refugees on Monday. “We will pave the roads,” said Mira Dahl.",
    },
    {
        "id": "trawler",
        "text": "Portugal urged Morocco to free the crew of a trawler. Morocco denied that it held anyone.",
    },
    {"id": "roads", "date": "2024-03-06", "text": "The gift of $3 million to Uganda came from Kenya, Dahl said."},
    {
        "id": "again",
        "text": "Portugal urged Morocco to free the crew of a trawler. Morocco denied that it held anyone.",
    },
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept, empty; the working folder is beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "newskg"


def extracted(*options: str, rows: tuple[dict[str, str], ...] = ROWS) -> str:
    """What the command prints of documents, and nothing beside it."""
    path = Path("documents.jsonl")
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = CliRunner(catch_exceptions=False).invoke(main, ["extract", str(path), *options])
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.fixture
def anew(cache: Path) -> str:  # noqa: ARG001 (the working folder)
    """What it prints where nothing is kept."""
    return extracted("--no-cache")


def test_no_cache_keeps_nothing(cache: Path, anew: str) -> None:
    """With ``--no-cache`` neither parses nor what was extracted are kept."""
    assert len(anew.splitlines()) == len(ROWS)
    assert not (cache / "parses").exists()
    assert not (cache / "extracted").exists()


def test_no_cache_takes_nothing(cache: Path, anew: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``--no-cache`` what is kept is not looked at."""
    extracted()
    assert (cache / "extracted").is_dir()
    monkeypatch.setattr("kg.shards.Shards.get", lambda *_: pytest.fail("looked at"))
    monkeypatch.setattr("kg.shards.Shards.kept", lambda *_: pytest.fail("looked at"))
    monkeypatch.setattr("kg.annotate.ParseCache.get", lambda *_: pytest.fail("looked at"))
    assert extracted("--no-cache") == anew


def lost(cache: Path) -> None:
    """What was extracted is lost; parses are there."""
    shutil.rmtree(cache / "extracted")


def cut(cache: Path) -> None:
    """Every file was cut off."""
    for path in (each for each in (cache / "extracted").rglob("*") if each.is_file()):
        path.write_bytes(path.read_bytes()[:-20])


def mixed(cache: Path) -> None:
    """Every file holds what another one of its kind held."""
    for suffix in ("json.gz", "kept"):
        paths = sorted((cache / "extracted").rglob(f"*.{suffix}"))
        contents = [path.read_bytes() for path in paths]
        for path, content in zip(paths, contents[1:] + contents[:1], strict=True):
            path.write_bytes(content)


@pytest.mark.parametrize("after", [None, lost, cut, mixed])
def test_second_run_prints_the_same(after: Callable[[Path], None] | None, cache: Path, anew: str) -> None:
    """A first run prints what one without a cache does, and so does the next, whatever became of what is kept."""
    first = extracted()
    if after is not None:
        after(cache)
    assert (first, extracted(), extracted()) == (anew, anew, anew)


def test_workers_print_the_same(cache: Path, anew: str) -> None:
    """Two workers print what one process does, with nothing kept and with part of it."""
    Path("news.kg").mkdir()
    Path("news.kg/kg.toml").write_text("[build]\nbatch_documents = 1\n")
    first = extracted("--workers", "2")
    next((cache / "extracted").rglob("*.json.gz")).unlink()
    shutil.rmtree(cache / "parses")
    assert (first, extracted("--workers", "2")) == (anew, anew)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    "rows",
    [
        ROWS[::-1],
        (*ROWS[:2], ROWS[2] | {"text": "The gift of $4 million to Uganda came from Kenya, Dahl said."}, ROWS[3]),
        (ROWS[0] | {"author": "Lena Aster", "genre": "opinion"}, *ROWS[1:]),
        (ROWS[0] | {"id": "renamed"}, *ROWS[1:]),
    ],
    ids=["other order", "another text", "another author and genre", "another name"],
)
def test_other_documents_print_what_they_are(rows: tuple[dict[str, str], ...]) -> None:
    """Where documents change, what is printed is what is printed of them where nothing is kept."""
    extracted()
    assert extracted(rows=rows) == extracted("--no-cache", rows=rows)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kg.toml", "[resolve]\npronoun_sentences = 0\nlink_threshold = 0.99\n"),
        ("actors.csv", "id,type,name\nperson:mira-dahl,Person,Mira Dahl\n"),
    ],
)
def test_other_settings_print_what_they_give(name: str, content: str) -> None:
    """Where the configuration or the graph's own actors change, entities are those that they lead to."""
    before = extracted()
    Path("news.kg").mkdir()
    Path("news.kg", name).write_text(content)
    after = extracted()
    assert after == extracted("--no-cache")
    assert after != before


def test_cache_that_cannot_be_written_is_left_alone(anew: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, the same is printed."""
    Path("full").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("full").absolute()))
    assert (extracted(), extracted()) == (anew, anew)


@pytest.mark.usefixtures("cache")
def test_model_is_not_loaded_for_what_is_kept() -> None:
    """Where all documents are kept, spaCy is not even imported."""
    first = extracted()
    command = "import sys; from kg.cli import main; main(sys.argv[1:], standalone_mode=False)"
    done = subprocess.run(
        [sys.executable, "-c", f"{command}; assert 'spacy' not in sys.modules", "extract", "documents.jsonl"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert (done.stdout, done.stderr, done.returncode) == (first, "", 0)
