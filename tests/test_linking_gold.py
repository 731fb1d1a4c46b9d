"""The texts with which entity linking is measured: that they are well-formed and know the knowledge base."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ACTORS = ROOT / "ontology" / "actors"

KINDS = {
    "acronym": 40,
    "demonym": 40,
    "group": 10,
    "homonym": 45,
    "metonym": 45,
    "office": 40,
    "plain": 40,
    "surname": 10,
    "unknown": 38,
}


@cache
def texts() -> tuple[dict[str, Any], ...]:
    """The lines of the gold."""
    lines = (ROOT / "tests" / "gold" / "linking.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def mentions() -> list[dict[str, Any]]:
    """Every labelled mention."""
    return [mention for text in texts() for mention in text["mentions"]]


@cache
def actors(name: str = "*") -> dict[str, dict[str, str]]:
    """The rows of the knowledge base that have an id, by id, of one file or of all."""
    found = {}
    for path in sorted(ACTORS.glob(f"{name}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found.update({row["id"]: row for row in csv.DictReader(file) if "id" in row})
    return found


def test_ids_are_numbered() -> None:
    """The texts are numbered in a row."""
    assert [text["id"] for text in texts()] == [f"l{number:03}" for number in range(1, len(texts()) + 1)]


@pytest.mark.parametrize("text", texts(), ids=lambda text: text["id"])
def test_fields_are_those_of_the_page(text: dict[str, Any]) -> None:
    """A text has the fields that its README names; day and outlet may be absent."""
    assert text.keys() - {"date", "outlet"} == {"id", "text", "mentions"}
    assert text["mentions"]


def test_days_are_days() -> None:
    """A day is written in ISO 8601."""
    days = [text["date"] for text in texts() if "date" in text]
    assert days == [date.fromisoformat(day).isoformat() for day in days]


def test_outlets_are_known() -> None:
    """An outlet is named as the knowledge base names it, so that its country is known."""
    known = {name for row in actors("media").values() for name in (row["name"], *row["aliases"].split("|"))}
    assert {text["outlet"] for text in texts() if "outlet" in text} <= known


@pytest.mark.parametrize("text", texts(), ids=lambda text: text["id"])
def test_offsets_slice_text(text: dict[str, Any]) -> None:
    """A mention stands where its offsets say, as whole words, after the mention before it."""
    for mention in text["mentions"]:
        assert set(mention) == {"start", "end", "text", "entity", "kind"}
        assert text["text"][mention["start"] : mention["end"]] == mention["text"]
        around = text["text"][: mention["start"]][-1:], text["text"][mention["end"] :][:1]
        assert not any(letter.isalnum() for letter in around)
    assert all(left["end"] <= right["start"] for left, right in pairwise(text["mentions"]))


def test_entities_are_known() -> None:
    """A mention has an id of the knowledge base, an id made for a group of people, or none."""
    given = {mention["entity"] for mention in mentions() if mention["entity"] is not None}
    strange = given - actors().keys()
    assert all(re.fullmatch(r"pop:[a-z]+(-[a-z]+)*", entity) for entity in strange), sorted(strange)


def test_no_text_twice() -> None:
    """No text is there twice."""
    assert max(Counter(text["text"] for text in texts()).values()) == 1


def test_kinds_are_many_enough() -> None:
    """There are 300 mentions at least, and enough of every kind."""
    counts = Counter(mention["kind"] for mention in mentions())
    assert counts.keys() == KINDS.keys()
    assert all(counts[kind] >= least for kind, least in KINDS.items()), counts
    assert counts.total() >= 300


def test_unknown_names_have_no_id() -> None:
    """A name of the kind ``unknown`` stands for no known actor, and some names of other kinds do not either."""
    assert all(mention["entity"] is None for mention in mentions() if mention["kind"] == "unknown")
    assert any(mention["entity"] is None for mention in mentions() if mention["kind"] == "homonym")
