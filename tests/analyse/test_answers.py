"""Rows of queries as columns."""

from __future__ import annotations

import subprocess
import sys

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.analyse import answers
from kg.analyse.answers import answer, batches, shortened
from kg.analyse.memory import sparing
from kg.analyse.nodes import prefixed
from kg.ids import KG, VOCABULARIES, Ids
from kg.store import Graph

IDS = Ids()
TEXT = NamedNode(KG + "text")
ASKED = "SELECT ?thing ?text { ?thing kg:text ?text }"


def saying(*words: str) -> Graph:
    """A graph of claims, one for each of the words."""
    graph, world = Graph.memory(), NamedNode(IDS.graph("world"))
    claims = (NamedNode(f"{IDS.prefixes['claim']}{number}") for number in range(len(words)))
    graph.bulk({Quad(claim, TEXT, Literal(text), world) for claim, text in zip(claims, words, strict=True)})
    return graph


@given(
    words=st.lists(st.text(st.sampled_from('a," \n\r'), min_size=1, max_size=12), max_size=12), block=st.integers(1, 40)
)
@settings(deadline=None)
def test_rows_are_read_whole_wherever_a_block_ends(words: list[str], block: int) -> None:
    """Values with commas, quotation marks and line breaks are what they are, however little is read at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "_BLOCK", block)
        rows = answer(saying(*words), ASKED, IDS).to_pylist()
    assert sorted((row["thing"], row["text"]) for row in rows) == sorted(
        (f"claim:{number}", text) for number, text in enumerate(words)
    )


def test_batches_are_smaller_than_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come in several batches where they are more than are read at a time."""
    monkeypatch.setattr(answers, "_BLOCK", 64)
    found = [len(batch) for batch in batches(saying("a", "b", "c"), ASKED, IDS)]
    assert len(found) > 1
    assert sum(found) == len("abc")


def test_no_rows_have_the_columns_all_the_same() -> None:
    """The answer to a question that nothing fits has its columns, and no rows."""
    assert answer(Graph.memory(), ASKED, IDS).to_pydict() == {"thing": [], "text": []}


IRIS = [
    VOCABULARIES["sem"] + "Event",
    KG + "actor",
    KG + "actor/of",
    KG + "actor#of",
    KG,
    IDS.prefixes["event"] + "a-1-2\nb",
    "https://example.org/a",
    "no IRI at all",
    "",
]


@pytest.mark.parametrize("iri", IRIS)
def test_columns_are_shortened_as_single_iris_are(iri: str) -> None:
    """A column of IRIs is shortened as each of them would be by itself."""
    assert shortened(pa.array([iri, None]), IDS.prefixes).to_pylist() == [prefixed(iri, IDS), None]


def test_memory_is_taken_of_the_c_library_for_a_while() -> None:
    """Within ``sparing`` Arrow takes its memory of the C library, and behind it where it took it before."""
    before = pa.default_memory_pool().backend_name
    with sparing():
        within = pa.default_memory_pool().backend_name
    assert (within, pa.default_memory_pool().backend_name) == ("system", before)


def test_memory_is_taken_as_before_after_an_error() -> None:
    """An error within ``sparing`` changes nothing behind it."""
    before = pa.default_memory_pool().backend_name
    with pytest.raises(ZeroDivisionError), sparing():
        _ = 1 // 0
    assert pa.default_memory_pool().backend_name == before


def test_pandas_is_loaded_when_it_is_asked_for() -> None:
    """Without pandas arrays are made, and a table becomes one of pandas all the same."""
    steps = """
import sys, pyarrow as pa
from kg.analyse.memory import without_pandas
without_pandas()
table = pa.table({"a": [1]})
print("pandas" in sys.modules, table.to_pandas()["a"].tolist(), "pandas" in sys.modules)
"""
    told = subprocess.run([sys.executable, "-c", steps], check=True, capture_output=True, text=True)
    assert told.stdout == "False [1] True\n"
