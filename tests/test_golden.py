"""The answers to the questions of ``queries/`` over ``examples/``, as they were read and found right.

After a change that is meant to change them, write them anew and read the difference::

    KG_GOLDEN=write python -m pytest tests/test_golden.py
    git diff tests/golden/answers
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import query

if TYPE_CHECKING:
    from kg import NewsGraph

GOLDEN = Path(__file__).parent / "golden" / "answers"
QUESTIONS = sorted(path.stem for path in (Path(__file__).parent.parent / "queries").glob("*.rq"))
WRITE = os.environ.get("KG_GOLDEN") == "write"

pytestmark = pytest.mark.model


@pytest.mark.parametrize("name", QUESTIONS)
def test_answer_is_the_golden_one(example_graph: NewsGraph, name: str) -> None:
    """A question asked of the examples without parameters has the answer that is kept, to the byte."""
    path = GOLDEN / f"{name}.csv"
    found = query.to_csv(example_graph.ask(name)).encode()
    if WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found)
    assert path.exists(), f"{path.name} is missing: write it with KG_GOLDEN=write, and read it"
    assert found.decode() == path.read_bytes().decode()


@pytest.mark.parametrize("name", QUESTIONS)
def test_answer_has_rows(example_graph: NewsGraph, name: str) -> None:
    """The examples give each question an answer, or its golden file would show nothing."""
    assert example_graph.ask(name).rows


def test_no_golden_file_is_left_over() -> None:
    """Each golden file is of a question that there is."""
    assert sorted(path.stem for path in GOLDEN.iterdir()) == QUESTIONS
