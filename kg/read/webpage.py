"""HTML: the article of a page, and what its markup says about it, by trafilatura. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from lxml import etree

from kg.errors import InputError
from kg.model import Document
from kg.read.encoding import check_length, decode, load, printable
from kg.read.plaintext import newlines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Its complaints about a page go nowhere: a page without an article ends in one Skipped.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

SUFFIXES = (".html", ".htm")

NO_ARTICLE = "holds no article (no paragraph of running text); expected a news page; leave it out or save it again"

DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; HTML asks for the first 1024
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

# Elements of trafilatura's tree that are blocks; all others (hi, ref, del) run on in the line.
BLOCKS = frozenset({"body", "p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code", "graphic"})

# A line of running text, in any script: it is long enough and ends as a sentence does.
SENTENCE = re.compile(r"""^.{20,}[.!?…。\uff01\uff1f؟।]["'”\u2019»)\]]*$""", re.MULTILINE)

# The days that a page may claim: a fixed end, since the default is today and a build must not depend on the clock.
# Only markup and address are searched: a day in the words is for cleaning to find.
DAYS = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}


def read(path: Path, limit: int) -> Iterator[Document]:
    """The article of the page: paragraphs and headings separated by blank lines, lines within one by a newline.

    Offsets count code points of this text. Title, author, outlet (the site's name), date, URL and language are those
    of the markup, where it has them.

    :raises InputError: when the file is empty, binary, too long or holds no article.
    """
    data = load(path, limit)
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    page = printable(newlines(decode(data, declared=declared[1].decode() if declared else None)))
    tree, found = _article(page)
    yield Document(
        name=path.as_posix(),
        text=check_length(_running_text(found.body), limit),
        title=found.title or None,
        outlet=found.sitename or None,
        author=found.author or None,
        date=date.fromisoformat(found.date) if found.date else None,
        url=found.url or None,
        language=_language(tree),
    )


def _article(page: str) -> tuple[etree._Element, Any]:
    """The tree of the page and what trafilatura made of it."""
    import trafilatura  # noqa: PLC0415 (it takes memory and time that only pages need)

    tree = trafilatura.load_html(page)
    found = (
        None
        if tree is None
        else trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=DAYS)
    )
    if tree is None or found is None:
        raise InputError(NO_ARTICLE)
    return tree, found


def _running_text(body: etree._Element) -> str:
    text = printable(_text(body))
    if not SENTENCE.search(text):
        raise InputError(NO_ARTICLE)
    return text


def _text(body: etree._Element) -> str:
    r"""The words of trafilatura's tree: a blank line around each block, a newline for a line break.

    >>> _text(etree.fromstring("<body><head>Repairs</head><p>It is <hi>open</hi>.<lb/>At last.</p></body>"))
    'Repairs\n\nIt is open.\nAt last.'
    """
    pieces: list[str] = []
    for moment, element in etree.iterwalk(body, events=("start", "end")):
        starts = moment == "start"
        if element.tag in BLOCKS:
            pieces.append("\n\n")
        elif element.tag == "lb" and starts:
            pieces.append("\n")
        words = element.text if starts else element.tail
        pieces.append(re.sub(r"\s+", " ", words or ""))
    lines = re.sub(r" *\n *", "\n", "".join(pieces))
    return re.sub(r"\n{2,}", "\n\n", lines).strip()


def _language(page: etree._Element) -> str | None:
    """The language that the page declares for itself."""
    declared = str(page.get("lang") or "").strip()
    return declared if LANGUAGE.fullmatch(declared) else None
