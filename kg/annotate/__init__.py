"""Document → the parse of each of its blocks, by any installed spaCy pipeline, with a cache of parses.

Each title, heading and paragraph is parsed by itself, because sentences never cross a block; what lies between them
(white space, furniture, the dateline) is not parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.cache import ParseCache
from kg.annotate.models import Model, Pipeline, load, model_version
from kg.annotate.parses import parse
from kg.annotate.vectors import WordVectors, vectors
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.model import Document, Parse

__all__ = [
    "Model",
    "ParseCache",
    "Pipeline",
    "WordVectors",
    "annotate",
    "load",
    "model_version",
    "parse",
    "vectors",
]

PARSED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})


def annotate(document: Document, nlp: Pipeline, *, cache: ParseCache | None = None) -> tuple[Parse, ...]:
    """The parses of the titles, headings and paragraphs of a cleaned document, in the order of the text.

    The blocks of one document are one batch, so that no parse can depend on which documents come together.

    :raises ModelError: when the pipeline cannot be loaded, or its tokens do not give back the text.
    """
    blocks = [block for block in document.blocks if block.kind in PARSED]
    texts = [block.span.of(document.text) for block in blocks]
    parses = cache.get(blocks, texts, nlp) if cache else None
    if parses is None:
        parses = tuple(parse(doc, block) for doc, block in zip(nlp.pipe(texts), blocks, strict=True))
        if cache:
            cache.put(parses, texts, nlp)
    return parses
