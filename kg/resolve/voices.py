"""Whose voice a document's own is, stretch by stretch: its outlet's, its author's, or that of who signed a letter.

A page of letters holds several, each with a name under it; what an outlet tells at the end of who argued above is the
outlet's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ids import slug
from kg.model import BlockKind, Genre, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Block, Document
    from kg.ontology import KnowledgeBase

# A line that is nothing but a full name, or the name of an account.
_WORD = r"[A-Z][\w.'\u2019-]*"
_SIGNED = re.compile(rf"(?P<name>{_WORD}(?:\s(?:bin|de|van|von|al|{_WORD})){{1,3}}?|@\w+)\.?")
_ARGUED = frozenset({Genre.OPINION, Genre.LETTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The voice of a document, and those of stretches of it that are another's, in the order of the text.

    ``signers`` are the names of who signed the stretches, by the ids of their voices.
    """

    main: str
    stretches: Sequence[tuple[Span, str]] = ()
    signers: Sequence[tuple[str, str]] = ()

    def of(self, place: Span) -> str:
        """Whose voice a place is in that nobody else is made to say."""
        return next((voice for stretch, voice in self.stretches if stretch.covers(place)), self.main)


def voices(document: Document, knowledge: KnowledgeBase, ident: str) -> Voices:
    """Whose voice the document's own is: its outlet's, of an opinion or letter its author's, else the document's."""
    home = outlet(document, knowledge) or ident
    if document.genre not in _ARGUED:
        return Voices(main=home)
    if not document.author:
        letters = list(_letters(document)) if document.genre is Genre.LETTER else []
        names = {slug(name): name for _, name in letters}
        return Voices(main=ident, stretches=[(s, slug(name)) for s, name in letters], signers=sorted(names.items()))
    note = _note(document, document.author)
    return Voices(main=slug(document.author), stretches=[(note, home)] if note else ())


def outlet(document: Document, knowledge: KnowledgeBase) -> str | None:
    """The id of a document's outlet: the knowledge base's where it holds one of that name."""
    if document.outlet is None:
        return None
    # "The Hindu" may be anybody, but no outlet of another name.
    media = [each for each in knowledge.owners(document.outlet) if knowledge.actors[each].type == "MediaOrganization"]
    found = media[0] if len(media) == 1 else knowledge.named(document.outlet)
    return found if found and knowledge.actors[found].type == "MediaOrganization" else slug(document.outlet)


def _letters(document: Document) -> Iterator[tuple[Span, str]]:
    """The letters of a page with the names under them: all paragraphs up to a name, of a post only the last one."""
    letter: list[Block] = []
    for block in document.blocks:
        text = block.span.of(document.text).strip()
        if block.kind is not BlockKind.PARAGRAPH:
            letter = []
        elif found := _SIGNED.fullmatch(text):
            if letter:
                first = letter[-1] if found["name"].startswith("@") else letter[0]
                yield Span(first.span.start, letter[-1].span.end), found["name"].rstrip(".")
            letter = []
        elif text.rstrip(".").isupper() or not any(word.islower() for word in text.split()):
            # A heading, or the place under a name.
            letter = []
        else:
            letter.append(block)


def _note(document: Document, author: str) -> Span | None:
    """The last paragraph, where it tells of the author in the third person."""
    paragraphs = [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    last = paragraphs[-1] if len(paragraphs) > 1 else None
    return last if last and re.match(rf"{re.escape(author)}\b.*\w\s", last.of(document.text)) else None
