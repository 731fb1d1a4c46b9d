from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import Skipped, documents

ARTICLE = "The mayor of Northport opened the bridge on Monday."


def only(path: Path, **options: int) -> Document | Skipped:
    """The one thing that a path gives."""
    (found,) = documents([path], **options)
    return found


def text(path: Path, **options: int) -> str:
    """The text of the one document that a path gives."""
    found = only(path, **options)
    assert isinstance(found, Document)
    return found.text


def texts(*paths: Path) -> list[str]:
    """The texts that paths give, which hold nothing that must be skipped."""
    return [each.text for each in documents(paths) if isinstance(each, Document)]


def skipped(path: Path, **options: int) -> str:
    """The reason why a path gives nothing."""
    found = only(path, **options)
    assert isinstance(found, Skipped)
    assert "\n" not in found.reason
    return found.reason


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a.md", "article"])
def test_text_suffixes(tmp_path: Path, name: str) -> None:
    """Plain text is known by its suffix in any case, or by having none."""
    (tmp_path / name).write_text(ARTICLE)
    assert only(tmp_path / name) == Document(name=(tmp_path / name).as_posix(), text=ARTICLE)


def test_line_ends_of_files(tmp_path: Path) -> None:
    """Line ends of a text file become newlines."""
    (tmp_path / "a.txt").write_bytes(b"One.\r\n\r\nTwo.\rThree.")
    assert text(tmp_path / "a.txt") == "One.\n\nTwo.\nThree."


def test_text_keeps_space(tmp_path: Path) -> None:
    """White space around a text is kept, since offsets count it."""
    (tmp_path / "a.txt").write_text(f"  {ARTICLE}\n\n")
    assert text(tmp_path / "a.txt") == f"  {ARTICLE}\n\n"


def test_folder_is_sorted(tmp_path: Path) -> None:
    """A folder is walked in the order of its paths."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    assert texts(tmp_path) == ["a.txt", "b/a.txt", "b/z.txt", "c.txt"]


def test_given_order_is_kept(tmp_path: Path) -> None:
    """Paths that are named one by one are read in that order."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    assert texts(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    """Hidden files and folders of a folder are not read."""
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".b.txt", "c.txt"):
        (tmp_path / name).write_text(ARTICLE)
    assert len(list(documents([tmp_path]))) == 1


def test_missing_path() -> None:
    """A path that does not exist is an error before anything is read."""
    with pytest.raises(InputError, match=r"nowhere.txt does not exist; expected"):
        documents([Path("nowhere.txt")])


def test_unknown_suffix(tmp_path: Path) -> None:
    """A suffix that no format has is skipped, with those that are known."""
    (tmp_path / "a.xlsx").write_text(ARTICLE)
    assert "suffix .xlsx is unknown; expected one of .htm, .html" in skipped(tmp_path / "a.xlsx")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_empty_file(tmp_path: Path, name: str, content: bytes) -> None:
    """An empty file of any format is skipped."""
    (tmp_path / name).write_bytes(content)
    assert skipped(tmp_path / name).startswith("is empty; expected")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_binary_file(tmp_path: Path, name: str) -> None:
    """A file with NUL bytes is skipped as binary."""
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert "is binary" in skipped(tmp_path / name)


def test_undecodable_file(tmp_path: Path) -> None:
    """A file in no known encoding is skipped, and told how to convert it."""
    (tmp_path / "a.txt").write_bytes(bytes(range(128, 256)) * 20 + bytes(range(1, 32)) * 20)
    assert "iconv" in skipped(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_long_single_line(tmp_path: Path, name: str) -> None:
    """A file of one endless line is skipped."""
    (tmp_path / name).write_bytes(b"x" * 2_000_000)
    assert "is longer than 1000 characters" in skipped(tmp_path / name, max_document_characters=1000)


def test_limit_counts_characters(tmp_path: Path) -> None:
    """The limit counts characters, not bytes."""
    (tmp_path / "a.txt").write_text("ж" * 10, encoding="utf-8")
    assert text(tmp_path / "a.txt", max_document_characters=10) == "ж" * 10


def test_limit_of_characters_is_exact(tmp_path: Path) -> None:
    """One character above the limit is too long."""
    (tmp_path / "a.txt").write_text("x" * 11)
    assert "is longer than 10 characters" in skipped(tmp_path / "a.txt", max_document_characters=10)


def test_broken_link(tmp_path: Path) -> None:
    """A link in a folder that leads nowhere is skipped and the rest is read."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text(ARTICLE)
    assert [type(each) for each in documents([tmp_path])] == [Skipped, Document]


def test_endless_links(tmp_path: Path) -> None:
    """A link from a folder to itself does not make an endless walk."""
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").write_text(ARTICLE)
    assert len(list(documents([tmp_path]))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    """A file that may not be opened is skipped."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.txt").chmod(0)
    assert "check its permissions" in skipped(tmp_path / "a.txt")


def test_skipped_prints_as_one_line() -> None:
    """A skipped file prints as its name and the reason."""
    assert str(Skipped(name="a.txt", reason="is empty")) == "a.txt: is empty"
