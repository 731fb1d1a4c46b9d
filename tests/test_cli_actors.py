"""``kg actors``: who is known, and actors of one's own that count from the next build on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import main

if TYPE_CHECKING:
    from pathlib import Path

BOARD = "id,type,name,aliases,country,parent\norg:wool,Company,Norland Wool Board,NWB,NO,state:no\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a file of one actor."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.csv").write_text(BOARD, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    """The end of ``kg actors`` with these arguments."""
    return CliRunner(catch_exceptions=False).invoke(main, ["actors", *arguments])


def test_find_prints_a_table(folder: Path) -> None:
    """A row has id, type, name, country, how the name was matched and the score."""
    lines = run("find", "Norway", "--limit", "1").stdout.splitlines()
    assert [line.split() for line in lines] == [
        ["id", "type", "name", "country", "how", "score"],
        ["state:no", "State", "Norway", "NO", "name", "1.0000"],
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["mine.csv"]


@pytest.mark.usefixtures("folder")
def test_find_prints_json() -> None:
    """With --json, it prints the same rows as JSON."""
    (row,) = json.loads(run("find", "Norvay", "--limit", "1", "--json").stdout)
    assert (row["id"], row["how"], row["score"]) == ("state:no", "fuzzy", 0.833)


@pytest.mark.usefixtures("folder")
def test_find_nobody() -> None:
    """A name that nobody bears is an error of one line, and with --json an empty list."""
    result = run("find", "xqzvw")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "nobody is known by a name like 'xqzvw'" in result.stderr
    assert json.loads(run("find", "xqzvw", "--json").stdout) == []


def test_added_actor_is_found(folder: Path) -> None:
    """What was added to a graph is found there, and nowhere else."""
    assert run("add", "mine.csv").stdout == "added 1 actors to news.kg/actors.csv (csv); the next build reads them\n"
    assert run("find", "NWB").stdout.splitlines()[1].startswith("org:wool")
    assert run("find", "NWB", "--graph", "other.kg", "--limit", "1").stdout.find("org:wool") == -1
    assert (folder / "news.kg" / "actors.csv").exists()


def test_file_of_the_configuration(folder: Path) -> None:
    """The configuration may name another file."""
    (folder / "news.kg").mkdir()
    (folder / "news.kg" / "kg.toml").write_text('[actors]\nfile = "../ours.csv"\n', encoding="utf-8")
    run("add", "mine.csv")
    assert (folder / "ours.csv").exists()
    assert run("find", "NWB").stdout.splitlines()[1].startswith("org:wool")


def test_add_prints_json(folder: Path) -> None:
    """With --json, it prints what became of the file."""
    assert (folder / "mine.csv").exists()
    assert json.loads(run("add", "mine.csv", "--json").stdout) == {"format": "csv", "added": ["org:wool"], "known": []}


def test_add_twice(folder: Path) -> None:
    """An id that is there already is refused in one line, and the file stays as it was."""
    run("add", "mine.csv")
    before = (folder / "news.kg" / "actors.csv").read_bytes()
    result = run("add", "mine.csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "Error: mine.csv, line 2 (org:wool): the knowledge base has this id already; rows are added, never overwritten"
    ]
    assert (folder / "news.kg" / "actors.csv").read_bytes() == before


def test_known_already(folder: Path) -> None:
    """A row that a known actor stands for is told."""
    (folder / "mine.csv").write_text(BOARD.replace("country", "wikidata").replace(",NO,", ",Q20,"), encoding="utf-8")
    assert run("add", "mine.csv").stdout.splitlines() == [
        "added 0 actors to news.kg/actors.csv (csv); the next build reads them",
        "known already, by their Wikidata ids: state:no",
    ]


@pytest.mark.model
def test_build_knows_an_added_actor(folder: Path) -> None:
    """A build leads names to the actors that were added, with their class and what they are part of."""
    (folder / "a.txt").write_text("The Norland Wool Board urged Iceland to sell its sheep.", encoding="utf-8")
    run("add", "mine.csv")
    with kg.open("news.kg") as graph:
        graph.build(["a.txt"])
        rows = graph.query("SELECT ?t ?p { ent:org-wool a ?t ; kg:partOf ?p . ?event kg:actor ent:org-wool }")
        assert [[term.value.rsplit("/", 1)[-1] for term in row] for row in rows.rows] == [["Company", "state-no"]]  # type: ignore[union-attr]  # a SELECT gives rows


@pytest.mark.model
def test_build_refuses_a_spoilt_file(folder: Path) -> None:
    """A graph's own file that contradicts itself stops the build, and the graph stays as it was."""
    (folder / "a.txt").write_text("Norway urged Iceland to sell its sheep.", encoding="utf-8")
    with kg.open("news.kg") as graph:
        digest = graph.build(["a.txt"])["digest"]
    (folder / "news.kg" / "actors.csv").write_text("id,type,name,parent\norg:a,Company,A,org:a\n", encoding="utf-8")
    result = CliRunner(catch_exceptions=False).invoke(main, ["build", "a.txt"])
    assert result.exit_code == 1
    assert "line 2 (org:a): the parents run in a circle" in result.stderr
    (folder / "news.kg" / "actors.csv").unlink()
    with kg.open("news.kg") as graph:
        assert graph.info()["last build"]["digest"] == digest
