"""Actors of a user's own: added, never overwritten, and nothing changes where they contradict what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import OntologyError
from kg.ontology.actors import Addition, add, load
from kg.ontology.actors.tables import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A packaged knowledge base of one state, and the table of classes beside it."""
    packaged = tmp_path / "ontology" / "actors"
    packaged.mkdir(parents=True)
    row = "state:nl,State,Norland,,,,NX,,Q1,,,,x,CC0-1.0,"
    (packaged / "states.csv").write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    (packaged / "ambiguous.csv").write_text("surface,preferred_id,ids,note\n", encoding="utf-8")
    (packaged.parent / "imports").mkdir()
    (packaged.parent / "imports" / "classes.csv").write_text(
        "format,class,type,source,licence\nfollowthemoney,Company,Company,x,CC0-1.0\n", encoding="utf-8"
    )
    return packaged


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """The file of a graph's own actors, which is not there yet, nor its folder."""
    return tmp_path / "news.kg" / "actors.csv"


def file(folder: Path, text: str, name: str = "my.csv") -> Path:
    """A file of the user's."""
    path = folder.parent.parent / name
    path.write_text(text, encoding="utf-8")
    return path


BOARD = "id,type,name,aliases,parent\norg:board,Company,Wool Board,NWB,state:nl\n"


def test_added(folder: Path, target: Path) -> None:
    """A row is added, and is known from then on."""
    assert add(file(folder, BOARD), target, folder=folder) == Addition(format="csv", added=("org:board",), known=())
    known = load(folder, added=target)
    assert (known.named("NWB"), known.state("org:board")) == ("org:board", "state:nl")


def test_source_is_the_file(folder: Path, target: Path) -> None:
    """A row that does not say where it is from is from the file."""
    add(file(folder, BOARD), target, folder=folder)
    assert target.read_text().splitlines()[1] == "org:board,Company,Wool Board,NWB,,,,state:nl,,,,,my.csv,,"


def test_more_are_added(folder: Path, target: Path) -> None:
    """A second file adds to the first, and may build on it."""
    add(file(folder, BOARD), target, folder=folder)
    add(file(folder, "id,type,name,parent\norg:desk,Company,Wool Desk,org:board\n"), target, folder=folder)
    assert list(load(folder, added=target).ancestors("org:desk")) == ["org:board", "state:nl"]


@pytest.mark.parametrize(
    "text",
    [
        BOARD,
        "id,type,name\nstate:nl,State,Northland\n",
        "id,type,name\norg:x,Company,X\norg:x,Company,Y\n",
        "id,type,name,parent\norg:x,Company,X,org:y\norg:y,Company,Y,org:x\n",
        "id,name\norg:x,X\n",
        "id,type,name\n",
    ],
    ids=["again", "packaged", "twice", "circle", "column", "empty"],
)
def test_nothing_changes_after_an_error(folder: Path, target: Path, text: str) -> None:
    """A file that contradicts itself or what is known changes nothing."""
    add(file(folder, BOARD), target, folder=folder)
    before = target.read_bytes()
    with pytest.raises(OntologyError):
        add(file(folder, text), target, folder=folder)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["actors.csv"]


def test_known_by_its_outside_id(folder: Path, target: Path) -> None:
    """A row with the Wikidata id of a known actor is that actor, and what is part of it is part of the known one."""
    text = "id,type,name,parent,wikidata\norg:x,State,Kingdom of Norland,,Q1\norg:y,Company,Y,org:x,\n"
    assert add(file(folder, text), target, folder=folder) == Addition(
        format="csv", added=("org:y",), known=("state:nl",)
    )
    assert load(folder, added=target).actors["org:y"].parent == "state:nl"


def test_other_format(folder: Path, target: Path) -> None:
    """A file of another format is told and led to rows of ours."""
    text = '{"id": "n-1", "schema": "Company", "properties": {"name": ["Wool Ltd"]}}\n'
    assert add(file(folder, text, "export.jsonl"), target, folder=folder).added == ("ftm:n-1",)


def test_own_file_that_was_spoilt(folder: Path, target: Path) -> None:
    """What was written into the graph's file by hand is checked whenever it is read."""
    add(file(folder, BOARD), target, folder=folder)
    target.write_text(target.read_text() * 2, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"actors\.csv, lines? "):
        load(folder, added=target)


def test_target_that_cannot_be_written(folder: Path, target: Path) -> None:
    """A folder that is a file is said to be no place to write."""
    target.parent.write_text("", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"cannot be written .*; free some space or choose another --graph"):
        add(file(folder, BOARD), target, folder=folder)
