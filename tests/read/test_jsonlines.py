from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.model import Document, Genre
from kg.read import Skipped, documents

if TYPE_CHECKING:
    from pathlib import Path


def lines(folder: Path, *contents: str | dict[str, object], **options: int) -> list[Document | Skipped]:
    """What a file of these lines gives."""
    path = folder / "a.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in contents))
    return list(documents([path], **options))


def document(folder: Path, content: str | dict[str, object]) -> Document:
    """The document of one line."""
    (found,) = lines(folder, content)
    assert isinstance(found, Document)
    return found


def reason(folder: Path, content: str | dict[str, object]) -> str:
    """Why a line gives no document."""
    (found,) = lines(folder, content)
    assert isinstance(found, Skipped)
    return found.reason


def test_all_fields(tmp_path: Path) -> None:
    """Every field of a line becomes one of the document; others are ignored."""
    fields = {
        "id": "n1",
        "text": "It rained.",
        "date": "2024-03-03",
        "title": "Rain",
        "outlet": "The Herald",
        "author": "Ada Quill",
        "url": "https://herald.example/rain",
        "language": "en",
        "genre": "Opinion",
        "pages": 3,
    }
    expected = Document(
        name="n1",
        text="It rained.",
        date=date(2024, 3, 3),
        title="Rain",
        outlet="The Herald",
        author="Ada Quill",
        url="https://herald.example/rain",
        language="en",
        genre=Genre.OPINION,
    )
    assert lines(tmp_path, fields) == [expected]


def test_name_without_id(tmp_path: Path) -> None:
    """A line without an id is named by its file and number."""
    assert lines(tmp_path, "", {"text": "It rained."})[0].name == f"{tmp_path.as_posix()}/a.jsonl:2"


def test_number_as_id(tmp_path: Path) -> None:
    """A number is an id too."""
    assert lines(tmp_path, {"id": 7, "text": "It rained."})[0].name == "7"


def test_text_is_kept(tmp_path: Path) -> None:
    """The text keeps its line ends and the space around it, since offsets count them."""
    assert document(tmp_path, {"text": " It\r\nrained. \n"}).text == " It\r\nrained. \n"


def test_other_lines_go_on(tmp_path: Path) -> None:
    """A line that cannot be read does not stop the others."""
    kinds = [type(each) for each in lines(tmp_path, {"text": "One."}, "{", {"text": "Two."})]
    assert kinds == [Document, Skipped, Document]


def test_skipped_line_has_file_and_number(tmp_path: Path) -> None:
    """A skipped line is named by its file and number, even if it has an id."""
    assert lines(tmp_path, {"id": "n1"})[0].name.endswith("a.jsonl:1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("not json", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[1, 2]", "is a JSON list; expected an object"),
        ({"id": "n1"}, 'has no "text"'),
        ({"text": "  "}, 'has an empty "text"'),
        ({"text": 5}, '"text" is a int; expected a string'),
        ({"text": "x", "title": ["a"]}, '"title" is a list'),
        ({"text": "broken \ud83d emoji"}, "half of a surrogate pair"),
        ({"text": "x", "title": "\udc00"}, "half of a surrogate pair"),
        ({"text": "x", "date": "23/11/2023"}, "\"date\" is '23/11/2023'; expected YYYY-MM-DD"),
        ({"text": "x", "date": "2023-02-30"}, "expected YYYY-MM-DD"),
        ({"text": "x", "genre": "misc"}, "expected one of report, opinion, letter"),
    ],
)
def test_bad_lines(tmp_path: Path, content: str | dict[str, object], words: str) -> None:
    """Each bad line tells what was wrong."""
    assert words in reason(tmp_path, content)


def test_time_gives_its_day(tmp_path: Path) -> None:
    """The date of a time is its day."""
    assert document(tmp_path, {"text": "x", "date": "2024-03-03T23:30:00Z"}).date == date(2024, 3, 3)


def test_absent_values(tmp_path: Path) -> None:
    """Null and the empty string count as absent."""
    assert lines(tmp_path, {"id": "n1", "text": "x", "date": "", "title": None}) == [Document(name="n1", text="x")]


def test_long_line_among_others(tmp_path: Path) -> None:
    """A line that is too long is passed over and the next is read."""
    found = lines(tmp_path, "x" * 1_200_000, {"text": "It rained."}, max_document_characters=100)
    assert [type(each) for each in found] == [Skipped, Document]


def test_lines_are_read_one_by_one(tmp_path: Path) -> None:
    """The first document is there before a later line is read."""
    (tmp_path / "a.jsonl").write_text('{"text": "It rained."}\n{')
    assert isinstance(next(documents([tmp_path / "a.jsonl"])), Document)


def test_byte_order_mark(tmp_path: Path) -> None:
    """A byte-order mark before the first line is no part of it."""
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "It rained."}\n')
    assert [type(each) for each in documents([tmp_path / "a.jsonl"])] == [Document]
