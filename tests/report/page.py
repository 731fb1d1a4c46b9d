"""A report as a browser reads it."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from kg.newsgraph import NewsGraph


def read(news: NewsGraph, what: str, *, limit: int | None = None, form: str = "html") -> str:
    """The words of a report."""
    out = io.BytesIO()
    news.report(what, output=out, limit=limit, form=form)
    return out.getvalue().decode()


VOID = {"meta", "br", "link", "img", "input", "hr"}  # elements without an end (WHATWG, 13.1.2)


class Balanced(HTMLParser):
    """Takes a page in which every element ends where it should, and no attribute stands twice."""

    def __init__(self, text: str) -> None:
        """Reads a page."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element that begins."""
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"{tag} has an attribute twice: {names}"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at an element of SVG that ends at once."""
        assert "svg" in self.open, f"{tag} ends at once"
        assert attrs is not None

    def handle_endtag(self, tag: str) -> None:
        """Ends the innermost element."""
        assert self.open.pop() == tag, f"{tag} ends at {self.getpos()}"


class Page:
    """A page of HTML, read without mending anything."""

    def __init__(self, text: str) -> None:
        """Reads a page."""
        Balanced(text)
        self.text = text
        parser = etree.HTMLParser(recover=False, huge_tree=True)
        self.root = etree.fromstring(text.encode(), parser)

    def all(self, path: str) -> list[etree._Element]:
        """The elements of an XPath."""
        found = self.root.xpath(path)
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, etree._Element)]

    def words(self, path: str) -> list[str]:
        """Their words, white space as single spaces."""
        return [" ".join("".join(map(str, each.itertext())).split()) for each in self.all(path)]

    def section(self, title: str) -> str:
        """The path of the section with a title."""
        return f"//section[h2[text()='{title}']]"

    def query(self, title: str) -> str:
        """The last query of a section, as it is copied."""
        return "".join(map(str, self.all(f"{self.section(title)}//pre")[-1].itertext()))
