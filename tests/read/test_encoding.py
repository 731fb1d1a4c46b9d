from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.read.encoding import decode, printable


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_mark(encoding: str) -> None:
    """UTF-8 needs no byte-order mark, UTF-16 and UTF-32 are known by theirs; the mark is no part of the text."""
    assert decode("Łódź — das Ufer".encode(encoding)) == "Łódź — das Ufer"


def test_windows_quotes() -> None:
    """A text with the quotation marks of CP1252 is read as such."""
    assert decode("The café is “open”, she said.".encode("cp1252")) == "The café is “open”, she said."


def test_cyrillic() -> None:
    """A Cyrillic text in CP1251 is detected."""
    text = "Мэр города открыл старый мост в понедельник, сообщила газета."
    assert decode(text.encode("cp1251")) == text


def test_declared_encoding_comes_before_detection() -> None:
    """What the file itself declares is tried before guessing."""
    assert decode("Łódź".encode("cp1250"), declared="windows-1250") == "Łódź"


def test_unknown_declaration_is_ignored() -> None:
    """A declared encoding that does not exist is passed over."""
    assert decode("The café is “open”.".encode("cp1252"), declared="x-none") == "The café is “open”."


def test_truncated_utf16() -> None:
    """A marked text that breaks its own encoding is refused."""
    with pytest.raises(InputError, match="encoding is unknown"):
        decode(b"\xff\xfea\x00b")


def test_control_characters_keep_offsets() -> None:
    """A control character becomes one space, so that offsets hold."""
    assert printable("a\x00b\x1bc\x7fd\uffff") == "a b c d "


def test_page_breaks_are_line_breaks() -> None:
    """A form feed becomes a newline."""
    assert printable("one\x0ctwo") == "one\ntwo"


def test_tabs_and_line_ends_stay() -> None:
    """Tab, newline and carriage return stay as they are."""
    assert printable("a\tb\r\nc") == "a\tb\r\nc"


def test_half_a_surrogate_pair() -> None:
    """Half a surrogate pair is refused, with its place."""
    with pytest.raises(InputError, match=r"character 2 is half of a surrogate pair \(U\+D83D\)"):
        printable("ab\ud83d")
