"""Columns of Arrow: finding what they hold in one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from kg.analyse import columns
from kg.analyse.columns import distinct, places

if TYPE_CHECKING:
    import pytest


def test_a_value_is_found_in_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked for is found wherever it stands in what is known, however small the parts of that are."""
    monkeypatch.setattr(columns, "_PART", 2)
    found = places(pa.chunked_array([["e", "a"], ["x", "d", None]]), pa.array(["a", "b", "c", "d", "e"]))
    assert found.tolist() == [4, 0, -1, 3, -1]


def test_nothing_is_found_in_nothing() -> None:
    """Where nothing is known, no value has a place."""
    assert places(pa.array(["a"]), pa.array([], pa.string())).tolist() == [-1]


def test_distinct_values_of_no_row() -> None:
    """A column of no rows has no values."""
    assert distinct(pa.chunked_array([], pa.string())).to_pylist() == []
