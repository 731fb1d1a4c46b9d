"""The tree of a gloss after it was repaired, and where a word hangs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.repairs import repair
from tests.extract.conftest import LEXICON, parsed, token

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.ontology import Lexicon


def mended(gloss: str, lexicon: Lexicon = LEXICON) -> Doc:
    """The tree of a gloss, repaired."""
    doc = parsed(gloss)
    repair(doc, lexicon)
    return doc


def place(doc: Doc, word: str) -> tuple[str, str]:
    """The relation of a word and the word it hangs on."""
    found = token(doc, word)
    return found.dep_, found.head.text
