"""Document → Document: blocks, and the metadata that the text itself tells. No character of the text is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.clean import genre, metadata
from kg.clean.furniture import Kind
from kg.clean.layout import layout
from kg.config import CleanConfig

if TYPE_CHECKING:
    from kg.clean.layout import Layout
    from kg.model import Document, Genre

__all__ = ["clean"]


def clean(document: Document, config: CleanConfig | None = None) -> Document:
    r"""The document with its blocks, and with what the text tells about it where the format told nothing.

    Blocks are sorted, do not overlap, have no white space around, and leave nothing else uncovered. What the format
    said (title, outlet, author, date, genre) stays; ``genre`` is always set, ``language`` never. Blocks that were there
    are made anew, so that cleaning twice gives the same. What makes an argument says ``config``, else the
    defaults.

    >>> from kg.model import Document
    >>> text = "NAIROBI: The river rose on Sunday, officials said.\n\nPublished in The Herald, May 6th, 2024"
    >>> cleaned = clean(Document(name="a", text=text))
    >>> cleaned.dateline, cleaned.outlet, cleaned.date.isoformat(), cleaned.genre.value
    ('NAIROBI', 'The Herald', '2024-05-06', 'report')
    >>> [(block.kind.value, block.span.of(text)[:20]) for block in cleaned.blocks]
    [('dateline', 'NAIROBI:'), ('paragraph', 'The river rose on Su'), ('furniture', 'Published in The Her')]
    """
    found = layout(document.text, title=document.title)
    page = [(span.of(document.text), rule) for span, rule in found.page]
    stamps = [each.day for each in (found.stamp, found.dateline) if each]
    return replace(
        document,
        blocks=found.blocks(),
        title=document.title or found.title,
        outlet=document.outlet or metadata.outlet(page),
        author=document.author or metadata.author(page, found.lines),
        date=document.date or metadata.day(page, stamps),
        genre=document.genre or _genre(document, found, config or CleanConfig()),
        dateline=document.dateline or (found.dateline.place if found.dateline else None),
    )


def _genre(document: Document, found: Layout, config: CleanConfig) -> Genre:
    heads = [span.start for span, _ in found.article[:2]]  # a label stands above the title or right below it
    labels = [
        span.of(document.text)
        for span, rule in found.page
        if rule.kind is Kind.GENRE and heads and span.start < heads[-1]
    ]
    return genre.genre(
        found.lines,
        config,
        labels=labels,
        url=document.url,
        title=document.title or found.title,
        dateline=found.dateline is not None,
    )
