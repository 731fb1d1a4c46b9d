"""What a file of actors must hold to: each contradiction is one line that names the file and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import OntologyError
from kg.ontology.actors.tables import Row, check, read

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id,type,name,parent\n"


def checked(folder: Path, rows: str, *, head: str = HEAD) -> list[Row]:
    """The rows of a file, after the check against one known actor."""
    path = folder / "my.csv"
    path.write_text(head + rows, encoding="utf-8")
    found = read(path)
    check(path, found, known={"org:known"})
    return found


def test_rows_have_their_lines(tmp_path: Path) -> None:
    """The header is line 1, and a row begins where its first cell does, also after one with a line break."""
    rows = 'org:a,Company,"A\nB",\norg:c,Company,C,\n'
    assert [(row.line, row.cells["name"]) for row in checked(tmp_path, rows)] == [(2, "A B"), (4, "C")]


def test_parent_may_stand_elsewhere(tmp_path: Path) -> None:
    """A parent is an id of the file, before or after, or one that is known."""
    assert len(checked(tmp_path, "org:a,Company,A,org:b\norg:b,Company,B,org:known\n")) == 2


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("org:a,Company,A,\norg:b,Company,B,\norg:a,Company,C,\n", r"lines 2, 4 \(org:a\): .* for several"),
        ("org:known,Company,A,\n", r"line 2 \(org:known\): the knowledge base has this id already"),
        ("org:a,Company,A,org:x\n", r"line 2 \(org:x\): the parent is no id of this file"),
        (
            "org:a,Company,A,org:b\norg:z,Company,Z,\norg:b,Company,B,org:a\n",
            r"lines 2, 4 .*: the parents run in a circle",
        ),
        ("org:a,Company,A,org:a\n", r"line 2 \(org:a\): the parents run in a circle"),
        ("org:a,Firm,A,\n", r"line 2: unknown type; expected one of State, "),
        ("org:a,Company,,\n", "line 2: id, type, name must be filled"),
        ("Org A,Company,A,\n", "line 2: an id is a kind, a colon, and small letters"),
        ("org:a,Company,A,,B\n", "line 2: more cells than columns"),
    ],
    ids=["twice", "known", "parent", "circle", "itself", "type", "name", "id", "cells"],
)
def test_contradiction(tmp_path: Path, rows: str, message: str) -> None:
    """The error is one line: the file, the lines, what is wrong and what was expected."""
    with pytest.raises(OntologyError, match=rf"my\.csv, {message}") as caught:
        checked(tmp_path, rows)
    assert "\n" not in str(caught.value)


def test_circle_leaves_out_what_leads_to_it(tmp_path: Path) -> None:
    """Only the lines of the circle are named, not those whose parents lead into it."""
    with pytest.raises(OntologyError, match="lines 3, 4 "):
        checked(tmp_path, "org:a,Company,A,org:b\norg:b,Company,B,org:c\norg:c,Company,C,org:b\n")


def test_many_lines_are_counted(tmp_path: Path) -> None:
    """After five lines the rest is a number."""
    with pytest.raises(OntologyError, match="lines 2, 3, 4, 5, 6 and 2 more:"):
        checked(tmp_path, "".join(f"org:{n},Firm,A,\n" for n in range(7)))


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("id,name\n", r"line 1: no column type; expected id,type,name,"),
        ("id,type,name,alias\n", r"line 1: unknown column 'alias'; expected some of .*aliases"),
        ("", r"line 1: no column id, type, name"),
    ],
)
def test_columns(tmp_path: Path, head: str, message: str) -> None:
    """A column that is missing, or that means nothing, is named."""
    with pytest.raises(OntologyError, match=message):
        checked(tmp_path, "", head=head)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is said to be none."""
    with pytest.raises(OntologyError, match=r"my\.csv: cannot be read as CSV .*; give a UTF-8 file"):
        read(tmp_path / "my.csv")


def test_other_encoding(tmp_path: Path) -> None:
    """A file in another encoding is refused, not misread."""
    (tmp_path / "my.csv").write_bytes(b"id,type,name\norg:a,Company,Caf\xe9\n")
    with pytest.raises(OntologyError, match="cannot be read as CSV"):
        read(tmp_path / "my.csv")
