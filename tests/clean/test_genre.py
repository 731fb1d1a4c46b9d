from __future__ import annotations

import pytest

from kg.clean import clean
from kg.model import Document, Genre

BODY = "The mayor cut the ribbon on Monday.\n\nThe council paid for the bridge itself."


def genre(text: str, *, url: str | None = None, title: str | None = None) -> Genre | None:
    """The genre of a text."""
    return clean(Document(name="a", text=text, url=url, title=title)).genre


def author(text: str) -> str | None:
    """The writer that a text names."""
    return clean(Document(name="a", text=text)).author


def test_report_by_default() -> None:
    """A text without a sign is a report."""
    assert genre(BODY) is Genre.REPORT


@pytest.mark.parametrize("label", ["Opinion", "EDITORIAL", "Op-Ed", "Comment"])
def test_label_above(label: str) -> None:
    """A label above the article makes it an opinion."""
    assert genre(f"{label}\n\nOpen the bridge\n\n{BODY}") is Genre.OPINION


def test_label_below_the_title() -> None:
    """A label may stand right below the title."""
    assert genre(f"Open the bridge\n\nOpinion\n\n{BODY}") is Genre.OPINION


def test_label_below_the_article() -> None:
    """A label below the article is a heading over other stories and says nothing of this one."""
    assert genre(f"{BODY}\n\nOpinion\n\nWho owns the river?") is Genre.REPORT


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://herald.example/opinion/2024/bridge", Genre.OPINION),
        ("https://herald.example/letters/bridge", Genre.LETTER),
        ("https://herald.example/news/opinion-polls-open", Genre.REPORT),
    ],
)
def test_address(url: str, expected: Genre) -> None:
    """A whole part of the address tells the genre, a word within one does not."""
    assert genre(BODY, url=url) is expected


def test_title() -> None:
    """A label before the title tells the genre."""
    assert genre(BODY, title="Opinion: Open the bridge") is Genre.OPINION


@pytest.mark.parametrize("start", ["Sir, ", "Dear Editor, ", "To the Editor: "])
def test_salutation(start: str) -> None:
    """A salutation makes a letter."""
    assert genre(start + BODY) is Genre.LETTER


def test_title_of_a_knight() -> None:
    """A knight's title is no salutation."""
    assert genre("Sir Tom Brook cut the ribbon on Monday.") is Genre.REPORT


def test_signature() -> None:
    """A name and a place below the text make a letter and name its writer."""
    text = f"{BODY}\n\nAda Quill\nNorthport"
    assert (genre(text), author(text)) == (Genre.LETTER, "Ada Quill")


def test_agency_below_the_text() -> None:
    """A name above an agency's is no signature."""
    assert genre(f"{BODY}\n\nAda Quill\nHerald Press Agency") is Genre.REPORT


@pytest.mark.parametrize(
    "line",
    ["The writer is a former ambassador to Northland.", "The views expressed here are the author's own."],
)
def test_line_on_the_writer(line: str) -> None:
    """A line at the end on the writer makes an opinion."""
    assert genre(f"{BODY}\n\n{line}") is Genre.OPINION


def test_presentation_of_the_writer() -> None:
    """A line at the end that presents an outsider makes an opinion and names the writer."""
    text = f"{BODY}\n\nTom Brook is a professor of engineering at Northport College."
    assert (genre(text), author(text)) == (Genre.OPINION, "Tom Brook")


@pytest.mark.parametrize(
    "line",
    [
        "Tom Brook, a former aide to the late Gov. Al J. Reed, Jr., is senior fellow at the Institute of Bridges.",
        "Tom Brook advises the governor and is a professor of engineering.",
    ],
)
def test_presentation_at_length(line: str) -> None:
    """What the writer was may stand before what he is, and hold abbreviations."""
    assert genre(f"{BODY}\n\n{line}") is Genre.OPINION


@pytest.mark.parametrize(
    "line",
    [
        "Tom Brook, who has said that it should open soon, is a professor of engineering.",
        "Tom Brook is a reporter at the college desk of The Herald.",
        "Tom Brook is expected to open the second bridge in June.",
        "Mayor Brook was a professor of engineering before.",
    ],
)
def test_last_lines_that_present_nobody(line: str) -> None:
    """A reporter's line, or news of a person, makes no opinion."""
    assert genre(f"{BODY}\n\n{line}") is Genre.REPORT


def test_person_of_the_article() -> None:
    """A last line on a person whom the article names makes no opinion."""
    assert genre(f"Mr Brook spoke on Monday.\n\n{BODY}\n\nTom Brook is a professor of engineering.") is Genre.REPORT


def test_dateline_speaks_for_a_report() -> None:
    """A text with a dateline is not judged by its tone."""
    text = "The river must be tamed and the valley deserves better, surely, since help is vital. " * 10
    assert (genre(text), genre(f"NORTHPORT: {text}")) == (Genre.OPINION, Genre.REPORT)
