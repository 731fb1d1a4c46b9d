"""How the text of a document is laid out: the article with its title, headings and dateline, and the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.clean import headings, opening
from kg.clean.lines import stretches
from kg.clean.page import furniture
from kg.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.clean.furniture import Rule
    from kg.clean.opening import Opening

MIN_RUN_IN_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Every stretch of a text, once: in ``article`` with its kind, in ``page`` with its rule, or as ``stamp``.

    ``dateline`` is the start of one of the paragraphs of ``article``.
    """

    text: str
    article: tuple[tuple[Span, BlockKind], ...]
    page: tuple[tuple[Span, Rule], ...]
    stamp: Opening | None
    dateline: Opening | None

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of each stretch of the article."""
        return tuple(span.of(self.text) for span, _ in self.article)

    @property
    def title(self) -> str | None:
        """The title, with single spaces."""
        return next(
            (" ".join(span.of(self.text).split()) for span, kind in self.article if kind is BlockKind.TITLE), None
        )

    def blocks(self) -> tuple[Block, ...]:
        """The stretches as blocks, sorted; a dateline is cut off its paragraph."""
        found = [Block(kind=BlockKind.FURNITURE, span=span) for span, _ in self.page]
        if self.stamp:
            found.append(Block(kind=BlockKind.FURNITURE, span=self.stamp.span))
        for span, kind in self.article:
            found += self._cut(span, kind)
        return tuple(sorted(found, key=lambda block: block.span))

    def _cut(self, span: Span, kind: BlockKind) -> list[Block]:
        if self.dateline is None or not span.covers(self.dateline.span):
            return [Block(kind=kind, span=span)]
        head = BlockKind.DATELINE if self.dateline.place else BlockKind.FURNITURE
        rest = _after(self.text, span, self.dateline.span.end)
        return [Block(kind=head, span=self.dateline.span), *(Block(kind=kind, span=each) for each in rest)]


def layout(text: str, *, title: str | None = None) -> Layout:
    """The layout of a text; ``title`` is the one that the format gave."""
    spans = stretches(text)
    stamp = opening.stamp(text, spans[0]) if spans else None
    if stamp:
        spans = (*_after(text, spans[0], stamp.span.end), *spans[1:])
    spans = _run_in(text, spans, title)
    rules = furniture([span.of(text) for span in spans])
    article = [span for span, rule in zip(spans, rules, strict=True) if rule is None]
    kinds = headings.kinds([span.of(text) for span in article], title=title)
    return Layout(
        text=text,
        article=tuple(zip(article, kinds, strict=True)),
        page=tuple((span, rule) for span, rule in zip(spans, rules, strict=True) if rule),
        stamp=stamp,
        dateline=opening.dateline(text, article),
    )


def _after(text: str, span: Span, start: int) -> list[Span]:
    """What is left of ``span`` from ``start`` on, without white space around."""
    rest = text[start : span.end]
    words = rest.strip()
    begin = start + len(rest) - len(rest.lstrip())
    return [Span(begin, begin + len(words))] if words else []


def _run_in(text: str, spans: Sequence[Span], title: str | None) -> tuple[Span, ...]:
    """The stretches, the given title parted from a text that goes on in its line."""
    if not spans or not title or len(title.split()) < MIN_RUN_IN_WORDS or not text.startswith(title, spans[0].start):
        return tuple(spans)
    end = spans[0].start + len(title)
    rest = _after(text, spans[0], end)
    if not rest or not text[end].isspace() or not text[rest[0].start].isupper():
        return tuple(spans)
    return (Span(spans[0].start, end), *rest, *spans[1:])
