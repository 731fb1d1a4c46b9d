from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.model import Document
from kg.read import Skipped, documents

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="{charset}"><title>Bridge reopens after flood | The Harbour Post</title>
<meta name="author" content="Ada Quill"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-05-06T08:00:00Z">
<meta property="og:title" content="Bridge reopens after flood">
<link rel="canonical" href="https://harbour.example/2024/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/opinion">Opinion</a></nav>
<article><h1>Bridge reopens after flood</h1>
<p>The mayor of Northport <a href="/mayor">reopened</a> the
old bridge on Monday, ending weeks of detours for the café owners of the town.</p>
<h2>Money for repairs</h2>
<p>The council gave the works department two million crowns for the repairs, it said.<br>The work took a month.</p>
<ul><li>The north pier was rebuilt from the ground up.</li><li>The road was paved again.</li></ul>
</article><footer>Copyright 2024</footer></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Document:
    """The document of the page above."""
    (tmp_path / "a.html").write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    (found,) = documents([tmp_path / "a.html"])
    assert isinstance(found, Document)
    return found


def test_metadata(article: Document) -> None:
    """Title, writer, outlet, day, address and language are those of the markup."""
    found = (article.title, article.author, article.outlet, article.date, article.url, article.language)
    page = ("https://harbour.example/2024/bridge", "en-GB")
    assert found == ("Bridge reopens after flood", "Ada Quill", "The Harbour Post", date(2024, 5, 6), *page)


def test_paragraphs_and_headings(article: Document) -> None:
    """A blank line parts paragraphs, headings and the items of a list; a line break is a newline."""
    assert article.text == (
        "Bridge reopens after flood\n\n"
        "The mayor of Northport reopened the old bridge on Monday, ending weeks of detours for the café owners of the"
        " town.\n\nMoney for repairs\n\n"
        "The council gave the works department two million crowns for the repairs, it said.\nThe work took a month.\n\n"
        "The north pier was rebuilt from the ground up.\n\nThe road was paved again."
    )


def test_declared_encoding(tmp_path: Path) -> None:
    """A page that is not UTF-8 is read in the encoding that it declares."""
    (tmp_path / "a.htm").write_bytes(PAGE.format(charset="windows-1252").encode("cp1252"))
    (found,) = documents([tmp_path / "a.htm"])
    assert isinstance(found, Document)
    assert "café" in found.text


def test_day_of_the_words_is_not_read(tmp_path: Path) -> None:
    """A day in the words of a page is left to cleaning."""
    paragraph = "The mayor of Northport opened the bridge on March 3, 2021, after a month of repairs to its piers."
    (tmp_path / "a.html").write_text(
        f"<html><body><article><p>{paragraph}</p><p>{paragraph}</p></article></body></html>"
    )
    (found,) = documents([tmp_path / "a.html"])
    assert isinstance(found, Document)
    assert found.date is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><title>Home</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><ul>" + "<li><a href='/a'>A headline of some story</a></li>" * 30 + "</ul></body></html>",
        "<p>",
    ],
)
def test_page_without_an_article(tmp_path: Path, page: str) -> None:
    """A page without running text is skipped."""
    (tmp_path / "a.html").write_text(page)
    (found,) = documents([tmp_path / "a.html"])
    assert isinstance(found, Skipped)
    assert found.reason.startswith("holds no article")


def test_same_page_same_document(tmp_path: Path, article: Document) -> None:
    """A page read twice gives the same document."""
    (again,) = documents([tmp_path / "a.html"])
    assert again == article


def test_deep_markup(tmp_path: Path) -> None:
    """Markup that is nested without end does not stop the reading."""
    (tmp_path / "a.html").write_text("<div>" * 50_000 + "x")
    (found,) = documents([tmp_path / "a.html"])
    assert isinstance(found, Skipped)
