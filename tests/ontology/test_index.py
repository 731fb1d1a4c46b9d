"""The index says what the files say, and is made anew when they change."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from kg import data
from kg.ontology.actors import KnowledgeBase, find, load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id,type,name,aliases,metonyms,demonyms,country,parent\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge base on disk."""
    made = tmp_path / "ontology" / "actors"
    made.mkdir(parents=True)
    (made / "states.csv").write_text(
        f"{HEAD}state:nl,State,Norland,Northland,,Norlander,NX,\n"
        "gov:nl,GovernmentBody,Norland government,,Nordhaven,,NX,state:nl\nperson:dahl,Person,Mira Dahl,,,,NX,\n",
        encoding="utf-8",
    )
    (made / "ambiguous.csv").write_text("surface,preferred_id,ids,note\nNorth,,state:nl|gov:nl,x\n", encoding="utf-8")
    (made / "offices.csv").write_text(
        "person,office,country,start,end\nperson:dahl,Minister of Trade,NX,2020-01,2024\n", encoding="utf-8"
    )
    return made


def test_index_says_what_the_files_say(folder: Path, tmp_path: Path) -> None:
    """Every table of the index equals the one that is made from the files."""
    plain, indexed = load(folder), load(folder, cache=tmp_path / "cache")
    for name in (each.name for each in fields(KnowledgeBase) if each.init):
        assert dict(getattr(indexed, name)) == dict(getattr(plain, name)), name


def test_shipped_index_says_what_the_files_say(tmp_path: Path) -> None:
    """So it is with the knowledge base that ships with the package."""
    shipped = data.folder("ontology") / "actors"
    plain, indexed = load(shipped), load(shipped, cache=tmp_path)
    assert len(plain.actors) > 10_000
    for name in (each.name for each in fields(KnowledgeBase) if each.init):
        assert dict(getattr(indexed, name)) == dict(getattr(plain, name)), name


def test_index_is_made_once(folder: Path, tmp_path: Path) -> None:
    """A second load opens the file that the first one made."""
    load(folder, cache=tmp_path / "cache")
    (made,) = (tmp_path / "cache").iterdir()
    before = made.stat().st_mtime_ns
    load(folder, cache=tmp_path / "cache")
    assert made.stat().st_mtime_ns == before


def test_index_of_other_files_is_another(folder: Path, tmp_path: Path) -> None:
    """When a file changes, so does what is known."""
    load(folder, cache=tmp_path / "cache")
    (folder / "states.csv").write_text(f"{HEAD}state:sd,State,Sudria,,,,SX,\n", encoding="utf-8")
    known = load(folder, cache=tmp_path / "cache")
    assert (known.named("Sudria"), known.named("Norland")) == ("state:sd", None)


def test_index_that_is_spoilt(folder: Path, tmp_path: Path) -> None:
    """A file of the cache that is no index counts as absent."""
    load(folder, cache=tmp_path / "cache")
    (made,) = (tmp_path / "cache").iterdir()
    made.write_bytes(b"spoilt" * 1000)
    assert load(folder, cache=tmp_path / "cache").named("Norland") == "state:nl"


def test_cache_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    """Without a place for the index the knowledge base is made in memory."""
    (tmp_path / "cache").write_text("", encoding="utf-8")
    assert load(folder, cache=tmp_path / "cache").named("Norland") == "state:nl"


def test_titles_of_an_office(folder: Path, tmp_path: Path) -> None:
    """Who held an office is found by its titles, with the days."""
    known = load(folder, cache=tmp_path / "cache")
    assert [known.holder(title, "Dahl") for title in ("Minister", "Trade Minister", "King")] == [
        "person:dahl",
        "person:dahl",
        None,
    ]
    assert [
        bool(known.terms("minister", "dahl", day)) for day in ("2019-12-31", "2020-01-05", "2024-11-01", "2025")
    ] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norland", [("state:nl", "name", 1.0)]),
        ("northland", [("state:nl", "alias", 1.0)]),
        ("Nordhaven", [("gov:nl", "metonym", 1.0)]),
        ("Norlander", [("state:nl", "demonym", 1.0)]),
        ("Mira-Dahl", [("person:dahl", "normalised", 1.0)]),
        ("Mira Dahll", [("person:dahl", "fuzzy", 0.947)]),
        ("Dahl Mira", [("person:dahl", "fuzzy", 1.0)]),
        ("North", [("gov:nl", "alias", 1.0), ("state:nl", "alias", 1.0)]),
        ("Westia", []),
    ],
)
def test_find(folder: Path, name: str, expected: list[tuple[str, str, float]]) -> None:
    """A name is matched as it is written, then normalised, then fuzzily; the row says how."""
    found = find(load(folder), name, cutoff=0.9)
    assert [(each.actor, each.how, each.score) for each in found][: len(expected) or 1] == expected


def test_find_no_more_than_asked(folder: Path) -> None:
    """A limit is kept."""
    assert len(find(load(folder), "Nor", limit=1, cutoff=0.1)) == 1
