"""Mentions as lines of a list: each with the sentence that it stands in, or with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.serve.pages.highlighting import Highlight, Piece, marked
from kg.serve.pages.names import names, nodes
from kg.serve.pages.reading import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import NamedNode
    from starlette.requests import Request

_MENTIONS = """
SELECT DISTINCT ?mention ?document ?title ?publisher ?date ?start ?end
WHERE {
  VALUES ?mention { $mentions }
  ?mention nif:referenceContext ?document ; nif:beginIndex ?start ; nif:endIndex ?end .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:publisher ?publisher }
}
ORDER BY DESC(?date) ?document ?start ?end
"""
_SENTENCES = """
SELECT DISTINCT ?graph ?start ?end
WHERE {
  VALUES ?graph { $graphs }
  GRAPH ?graph { ?sentence a nif:Sentence ; nif:beginIndex ?start ; nif:endIndex ?end }
}
ORDER BY ?graph ?start ?end
"""
_WORDS = """
SELECT DISTINCT ?document ?first ?words
WHERE {
  VALUES (?document ?first ?length) { $spans }
  ?document nif:isString ?whole .
  BIND(SUBSTR(?whole, ?first + 1, ?length) AS ?words)
}
"""
AROUND = 120  # code points


class MentionLine(Struct, kw_only=True):
    """A mention with its sentence, or with what stands around it; ``first`` is where these words begin."""

    mention: str
    document: str
    title: str = ""
    publisher: str = ""
    outlet: str = ""
    date: str = ""
    start: int
    end: int
    first: int = 0
    sentence: bool = False
    words: str = ""

    def pieces(self, highlights: Sequence[Highlight] = ()) -> tuple[Piece, ...]:
        r"""The words, the mention marked in them, unless other highlights are given.

        >>> line = MentionLine(
        ...     mention="", document="", start=10, end=17, first=2, sentence=False, words="ed\nSaid Norland."
        ... )
        >>> [piece.text for piece in line.pieces()]
        ['Said ', 'Norland', '.']
        """
        given = highlights or [Highlight(start=self.start, end=self.end, name="trigger")]
        first, words = (self.first, self.words) if self.sentence else self._around()
        return marked(words, given, start=first)

    def _around(self) -> tuple[int, str]:
        """Whole words of the line that the mention stands in, and where they begin."""
        before = self.words[: self.start - self.first]
        after = self.words[self.end - self.first :]
        left = before.rfind("\n") + 1 or (before.find(" ") + 1 if self.first else 0)
        line = after.find("\n")
        cut = after.rfind(" ") if line < 0 and len(after) >= AROUND else line
        return self.first + left, before[left:] + self.words[len(before) :][: self.end - self.start] + (
            after if cut < 0 else after[:cut]
        )


class SentenceSpan(Struct, kw_only=True):
    """A sentence that the graph of a document keeps."""

    graph: str
    start: int
    end: int


class Words(Struct, kw_only=True):
    """Words of a document, and where they begin."""

    document: str
    first: int
    words: str = ""


async def mentions(request: Request, wanted: Iterable[str]) -> list[MentionLine]:
    """The lines of mentions with their words, those of the latest documents first."""
    if not (asked := nodes(wanted)):
        return []
    found = await records(request, MentionLine, _MENTIONS, mentions=asked)
    lines = list({line.mention: line for line in reversed(found)}.values())[::-1]
    lines = [line for line in lines if 0 <= line.start < line.end]
    outlets = await names(request, [line.publisher for line in lines])
    spans = await _spans(request, lines)
    places = [
        (node, first, end - first)
        for line, (first, end) in zip(lines, spans, strict=True)
        for node in nodes([line.document])
    ]
    told = {(each.document, each.first): each.words for each in await _words(request, places)}
    for line, (first, end) in zip(lines, spans, strict=True):
        line.outlet, line.first = outlets[line.publisher].label, first
        line.sentence = (first, end) != _window(line)
        line.words = told.get((line.document, first), "")[: end - first]
    return lines


async def _spans(request: Request, lines: Sequence[MentionLine]) -> list[tuple[int, int]]:
    """For each mention the sentence that it stands in; where none is kept, what stands around it."""
    ids = request.app.state.ids
    graphs = {line.document: ids.document_graph(line.document.rsplit("/", 1)[-1]) for line in lines}
    kept = await records(request, SentenceSpan, _SENTENCES, graphs=nodes(graphs.values())) if lines else []
    return [
        next(
            (
                (each.start, each.end)
                for each in kept
                if each.graph == graphs[line.document] and each.start <= line.start and line.end <= each.end
            ),
            _window(line),
        )
        for line in lines
    ]


def _window(line: MentionLine) -> tuple[int, int]:
    return max(0, line.start - AROUND), line.end + AROUND


async def _words(request: Request, spans: Sequence[tuple[NamedNode | int, ...]]) -> list[Words]:
    """Stretches of documents; of two that begin alike, the longer."""
    found = await records(request, Words, _WORDS, spans=spans) if spans else []
    return sorted(found, key=lambda each: len(each.words))
