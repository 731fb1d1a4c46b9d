from __future__ import annotations

from kg.clean.lines import stretches


def lines(text: str) -> list[str]:
    """The stretches of a text."""
    return [span.of(text) for span in stretches(text)]


WRAPPED = (
    "The mayor of Northport opened the old bridge on Monday, ending\n"
    "weeks of detours for the drivers of the town. The council had\n"
    "asked for more time.\n\n"
    "Money for the piers\n\n"
    "Two million crowns were given to the works department for the\n"
    "repair of the northern piers, it said in a short statement on\n"
    "Tuesday."
)


def test_wrapped_paragraphs() -> None:
    """Lines that are full, and end within sentences, are joined up to the blank line."""
    assert [stretch.count("\n") for stretch in lines(WRAPPED)] == [2, 0, 2]


def test_wrapped_with_carriage_returns() -> None:
    """Lines of a wrapped text may end as on Windows."""
    assert len(lines(WRAPPED.replace("\n", "\r\n"))) == 3


def test_indent_starts_a_paragraph() -> None:
    """In a wrapped text without blank lines an indented line starts a paragraph."""
    first, _, last = WRAPPED.split("\n\n")
    assert len(lines(f"{first}\n   {last}")) == 2


def test_short_sentences() -> None:
    """Lines that are whole sentences of like length are not joined."""
    text = "The mayor cut the ribbon of the bridge on Monday.\n" * 5
    assert len(lines(text)) == 5


def test_long_lines() -> None:
    """Lines longer than a page is wide are paragraphs."""
    assert len(lines("word " * 60 + "\n" + "word " * 60)) == 2


def test_invisible_space() -> None:
    """A byte-order mark or a zero-width space is blank."""
    assert lines("\ufeff One \u200b\n\u200b\nTwo") == ["One", "Two"]


def test_line_separators() -> None:
    """Unicode's own line separators part lines."""
    assert lines("One\u2028Two\u2029Three\x85Four") == ["One", "Two", "Three", "Four"]
