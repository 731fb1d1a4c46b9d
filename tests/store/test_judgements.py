"""The file of judgements: what a line means, and that lines are only ever added whole."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.errors import JudgementError, StoreError
from kg.ids import Ids
from kg.model import Judgement, Verdict
from kg.store import JudgementFile

ONE, OTHER = "0123456789abcdef-8-12", "fedcba9876543210-40-45"
HEADER = "left,right,verdict,who,when,why\n"
YES = Judgement(left=ONE, right=OTHER, verdict=Verdict.POSITIVE, who="ada", when="2024-03-05", why="one grant")
NO = Judgement(left="norland-bank", right="state-nd", verdict=Verdict.NEGATIVE)


@pytest.fixture
def file(tmp_path: Path) -> JudgementFile:
    """A file that is not there yet."""
    return JudgementFile(tmp_path / "judgements.csv", Ids())


def told(file: JudgementFile, text: str) -> tuple[Judgement, ...]:
    """What a text means as the content of the file."""
    file.path.write_bytes(text.encode())
    return file.read()


def said(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Judgements without the lines on which they stand."""
    return tuple(replace(each, line=0) for each in judgements)


# ------------------------------------------------------------------------------------------------ reading


def test_no_file(file: JudgementFile) -> None:
    """Where there is no file, nobody has judged."""
    assert file.read() == ()


@pytest.mark.parametrize("text", ["", "\n", HEADER, "\ufeff" + HEADER])
def test_no_line(file: JudgementFile, text: str) -> None:
    """A file without a line but that of the columns has no judgement."""
    assert told(file, text) == ()


def test_line(file: JudgementFile) -> None:
    """A line is a judgement, by the local names of its two."""
    line = f"event:{ONE},event:{OTHER},positive,ada,2024-03-05,one grant\n"
    assert said(told(file, HEADER + line)) == (YES,)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ONE, OTHER),
        (f"mention:{ONE}", f"event:{OTHER}"),
        (Ids().thing(ONE), f"<{Ids().prefixes['mention']}{OTHER}>"),
    ],
    ids=["plain", "prefixed", "iri"],
)
def test_ids(file: JudgementFile, left: str, right: str) -> None:
    """An id may be plain, have its prefix, or be an IRI; a mention of an event means that member."""
    (found,) = told(file, f"{HEADER}{left},{right},positive\n")
    assert (found.left, found.right) == (ONE, OTHER)


def test_lines_are_numbered(file: JudgementFile) -> None:
    """A judgement knows the line that it begins on, past empty lines and line ends within quotes."""
    text = f'{HEADER}\n{ONE},{OTHER},unsure,ada,,"two\nlines"\n{ONE},{OTHER},positive\n'
    assert [(each.line, each.verdict) for each in told(file, text)] == [(3, Verdict.UNSURE), (5, Verdict.POSITIVE)]


def test_columns_in_another_order(file: JudgementFile) -> None:
    """The first line names the columns, and others than ours are passed over."""
    (found,) = told(file, f"verdict,note,right,left\nnegative,?,{OTHER},{ONE}\n")
    assert (found.left, found.right, found.verdict, found.why) == (ONE, OTHER, Verdict.NEGATIVE, "")


def test_as_a_spreadsheet_writes_it(file: JudgementFile) -> None:
    """A byte order mark, CR LF and capitals make no difference."""
    text = f"\ufeff{HEADER}{ONE},{OTHER},Positive,ada,2024-03-05,one grant\n".replace("\n", "\r\n")
    assert said(told(file, text)) == (YES,)


WRONG = {
    "verdict": (f"{HEADER}{ONE},{OTHER},maybe\n", "line 2: verdict 'maybe'; expected positive, negative or unsure"),
    "no verdict": (f"{HEADER}{ONE},{OTHER}\n", "line 2: verdict ''"),
    "second line": (f"{HEADER}{ONE},{OTHER},unsure\n,{OTHER},unsure\n", "line 3: '' is no id of an event or entity"),
    "a document": (f"{HEADER}doc:0123456789abcdef,{OTHER},unsure\n", "line 2: 'doc:0123456789abcdef' is no id"),
    "an event without a place": (f"{HEADER}event:norland,{OTHER},unsure\n", "line 2: 'event:norland' is no id"),
    "no columns": (f"{ONE},{OTHER},positive\n", "line 1: no column left, right, verdict; expected left,right,verdict"),
    "semicolons": ("left;right;verdict\n", "line 1: no column left, right, verdict"),
    "too many cells": (f"{HEADER}{ONE},{OTHER},unsure,a,b,c,d\n", "line 2: 7 cells; expected 6"),
    "an open quote": (f'{HEADER}{ONE},{OTHER},unsure,"ada\n', "line 2: not CSV"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_line_that_means_nothing(file: JudgementFile, kind: str) -> None:
    """What means nothing is an error that names file and line, in one line."""
    text, expected = WRONG[kind]
    with pytest.raises(JudgementError) as caught:
        told(file, text)
    assert expected in str(caught.value)
    assert str(file.path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_text(file: JudgementFile) -> None:
    """A file that is no UTF-8 is told of in one line."""
    file.path.write_bytes(b"left,right,verdict\n\xff\n")
    with pytest.raises(StoreError, match=r"cannot be read .* expected CSV in UTF-8"):
        file.read()


# ------------------------------------------------------------------------------------------------ writing


def test_what_is_written_is_read(file: JudgementFile) -> None:
    """Judgements come back as they were written, by ids with their prefix."""
    file.append([YES, NO])
    assert said(file.read()) == (YES, NO)
    assert file.path.read_text().splitlines() == [
        HEADER.strip(),
        f"event:{ONE},event:{OTHER},positive,ada,2024-03-05,one grant",
        "ent:norland-bank,ent:state-nd,negative,,,",
    ]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]) | st.just(" "), max_size=12).map(
    lambda words: " ".join(words.split())
)


@given(
    st.lists(
        st.builds(
            Judgement,
            left=st.just(ONE),
            right=st.just("a"),
            verdict=st.sampled_from(Verdict),
            who=WORDS,
            when=WORDS,
            why=WORDS,
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None)
def test_any_words(tmp_path_factory: pytest.TempPathFactory, judgements: list[Judgement]) -> None:
    """Whatever words say who, when and why come back."""
    file = JudgementFile(tmp_path_factory.mktemp("words") / "judgements.csv", Ids())
    file.append(judgements)
    assert said(file.read()) == tuple(judgements)


def test_lines_of_a_person_stay(file: JudgementFile) -> None:
    """A line is added at the end, in the columns that are there; what stood there stays to the byte."""
    before = f"note,left,right,verdict\r\n?, {ONE} ,{OTHER},Unsure".encode()
    file.path.write_bytes(before)
    file.append([NO])
    assert file.path.read_bytes() == before + b"\n,ent:norland-bank,ent:state-nd,negative\n"


def test_line_end_in_a_reason(file: JudgementFile) -> None:
    """A reason of several lines is written as one."""
    file.append([Judgement(left=ONE, right=OTHER, verdict=Verdict.UNSURE, why="two\nlines")])
    assert file.path.read_text().count("\n") == 2


def test_taking_back(file: JudgementFile) -> None:
    """A judgement that is taken back is gone with all its lines, every other line stays to the byte."""
    text = f'{HEADER}{ONE},{OTHER},unsure,ada,,"two\nlines"\r\n\n {ONE},{OTHER},Positive'
    file.path.write_bytes(text.encode())
    file.withdraw({2})
    assert file.path.read_bytes() == f"{HEADER}\n {ONE},{OTHER},Positive".encode()


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_taking_back_keeps_the_mode(file: JudgementFile) -> None:
    """Who may read and write the file does not change."""
    file.append([YES])
    file.path.chmod(0o664)
    file.withdraw({2})
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o664


def full(*_: object, **__: object) -> Any:  # noqa: ANN401 (stands for functions of any kind)
    """A disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def half(handle: int, data: bytes, write: Any = os.write) -> int:  # noqa: ANN401 (as os.write has it)
    """A disk that has room for a part."""
    return int(write(handle, data[: len(data) // 2]))


@pytest.mark.parametrize("broken", [full, half])
def test_full_disk(file: JudgementFile, monkeypatch: pytest.MonkeyPatch, broken: Any) -> None:  # noqa: ANN401
    """A line that finds no room is not there, not even a part of it."""
    file.append([YES])
    before = file.path.read_bytes()
    monkeypatch.setattr(os, "write", broken)
    with pytest.raises(StoreError, match="cannot be written"):
        file.append([NO])
    assert file.path.read_bytes() == before


def test_full_disk_while_taking_back(file: JudgementFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be taken back stays, and leaves no other file."""
    file.append([YES])
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match="cannot be written"):
        file.withdraw({2})
    assert said(file.read()) == (YES,)
    assert list(file.path.parent.iterdir()) == [file.path]
