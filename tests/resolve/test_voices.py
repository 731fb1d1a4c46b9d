"""Whose voice a document's own is."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from kg.model import Block, BlockKind, Document, Genre, Span
from kg.resolve.voices import outlet, voices
from tests.articles import KNOWLEDGE

DOCUMENT = Document(name="d", text="Text.", outlet="Delta Courier", author="Lena Moor", genre=Genre.REPORT)


def test_known_outlet() -> None:
    """An outlet that the knowledge base holds has its id."""
    assert outlet(replace(DOCUMENT, outlet="The Harbour Post"), KNOWLEDGE) == "org:harbour-post"


def test_unknown_outlet() -> None:
    """Another outlet has an id made from its name."""
    assert outlet(DOCUMENT, KNOWLEDGE) == "delta-courier"


def test_outlet_with_the_name_of_a_state() -> None:
    """What is known by the outlet's name and is no medium is not the outlet."""
    assert outlet(replace(DOCUMENT, outlet="Norland"), KNOWLEDGE) == "norland"


def test_no_outlet() -> None:
    """A document may have no outlet."""
    assert outlet(replace(DOCUMENT, outlet=None), KNOWLEDGE) is None


def test_voice_of_a_report() -> None:
    """A report speaks for its outlet, whoever wrote it."""
    assert voices(DOCUMENT, KNOWLEDGE, "d1").main == "delta-courier"


@pytest.mark.parametrize("genre", [Genre.OPINION, Genre.LETTER])
def test_voice_of_an_opinion(genre: Genre) -> None:
    """An opinion or a letter speaks for its author, whatever outlet prints it."""
    assert voices(replace(DOCUMENT, genre=genre), KNOWLEDGE, "d1").main == "lena-moor"


@pytest.mark.parametrize("genre", [Genre.OPINION, Genre.LETTER])
def test_voice_of_an_unsigned_opinion(genre: Genre) -> None:
    """An opinion or a letter without an author speaks for itself, never for the outlet."""
    assert voices(replace(DOCUMENT, genre=genre, author=None), KNOWLEDGE, "d1").main == "d1"


def test_voice_of_a_report_without_an_outlet() -> None:
    """A report of no known outlet speaks for itself."""
    assert voices(replace(DOCUMENT, outlet=None), KNOWLEDGE, "d1").main == "d1"


def test_outlet_of_a_shared_name() -> None:
    """An outlet is looked for among outlets, also where its name is somebody else's too."""
    shared = dataclasses.replace(
        KNOWLEDGE, preferred={"harbour post": None}, generic={"harbour post": ("org:harbour-post",)}
    )
    assert outlet(Document(name="a", text="x", outlet="Harbour Post"), shared) == "org:harbour-post"


# ------------------------------------------------------------------------------------------------ stretches


def page(*lines: str, author: str | None = None, genre: Genre = Genre.LETTER) -> Document:
    """A document with a paragraph for each line, or furniture where the line stands in brackets."""
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = text.index(line)
        kind = BlockKind.FURNITURE if line.startswith("[") else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, span=Span(start, start + len(line))))
    return replace(DOCUMENT, name="p", text=text, blocks=tuple(blocks), author=author, genre=genre)


def voice_of(document: Document, words: str) -> str:
    """The voice of some words of a document."""
    start = document.text.index(words)
    return voices(document, KNOWLEDGE, "d1").of(Span(start, start + len(words)))


LETTERS = page(
    "Open the bridge.",
    "[LETTERS]",
    "The mayor should go.",
    "She lost the vote.",
    "Ada Quill.",
    "New Harbour.",
    "BOARD.",
    "We asked about the bridge.",
    "Nobody crosses it.",
    "@old_ferry9.",
    "It rusts.",
)


@pytest.mark.parametrize("words", ["The mayor should go", "She lost the vote"])
def test_letter_is_its_signers(words: str) -> None:
    """All paragraphs of a letter are the word of the one whose name stands under it."""
    assert voice_of(LETTERS, words) == "ada-quill"


@pytest.mark.parametrize("words", ["Open the bridge", "We asked about", "It rusts"])
def test_beside_the_letters(words: str) -> None:
    """What nobody signed is the document's own."""
    assert voice_of(LETTERS, words) == "d1"


def test_post_is_one_paragraph() -> None:
    """Above the name of an account only the last paragraph is a post."""
    assert voice_of(LETTERS, "Nobody crosses it") == "old-ferry9"


def test_signers_by_name() -> None:
    """Who signed is told with the name."""
    assert ("ada-quill", "Ada Quill") in voices(LETTERS, KNOWLEDGE, "d1").signers


def test_report_has_no_letters() -> None:
    """A name that stands alone in a report signs nothing."""
    report = page("The mayor should go.", "Ada Quill.", genre=Genre.REPORT)
    assert voice_of(report, "The mayor") == "delta-courier"


ARGUED = page("Ada Quill's bridge fell.", "Lena Moor is mayor of Port Vell.", author="Lena Moor", genre=Genre.OPINION)


def test_note_on_the_author() -> None:
    """What stands at the end about the author is the outlet's."""
    assert voice_of(ARGUED, "is mayor") == "delta-courier"


def test_above_the_note() -> None:
    """What stands above it is the author's."""
    assert voice_of(ARGUED, "bridge fell") == "lena-moor"


def test_last_paragraph_of_another() -> None:
    """A last paragraph that begins with somebody else is the author's."""
    other = page("The bridge fell.", "Ada Quill is mayor.", author="Lena Moor", genre=Genre.OPINION)
    assert voice_of(other, "is mayor") == "lena-moor"
