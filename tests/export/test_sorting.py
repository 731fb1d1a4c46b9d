from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.order import lines_of
from kg.export.sorting import Lines
from tests.export.conftest import nasty_quads

WORDS = st.lists(st.binary(max_size=6).map(lambda word: word.translate(None, b"\r\n") + b"\n"), max_size=60)


@given(words=WORDS, run=st.integers(1, 80), cut=st.integers(1, 9))
@settings(deadline=None)
def test_runs_on_disk_give_the_sorted_lines(words: list[bytes], run: int, cut: int) -> None:
    """Lines come out sorted and once, however small the runs are and wherever the bytes are cut."""
    lines, data = Lines(run=run), b"".join(words)
    for start in range(0, len(data), cut):
        lines.write(data[start : start + cut])
    assert [line for block in lines.sorted() for line in block] == sorted(set(words))


@given(words=WORDS, run=st.integers(1, 80))
@settings(deadline=None)
def test_keys_are_what_is_sorted(words: list[bytes], run: int) -> None:
    """Where there is a key, its lines are sorted and come out."""
    lines = Lines(lambda run: [line[:-1][::-1] + b"\n" for line in run], run=run)
    lines.write(b"".join(words))
    assert [line for block in lines.sorted() for line in block] == sorted({word[:-1][::-1] + b"\n" for word in words})


def test_lines_of_quads_are_n_quads() -> None:
    """The lines are those that the quads themselves spell."""
    assert [line.decode() for block in lines_of(nasty_quads()) for line in block] == sorted(
        {f"{quad} .\n" for quad in nasty_quads()}
    )
