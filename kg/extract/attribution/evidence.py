"""What only goes to show something, and is nobody's word: "his silence *shows* that they lost".

Whoever tells that a deed or a state shows something draws the conclusion. A study, a record or a letter can say it,
since somebody wrote it down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

# Sets of the ontology: what is written, and what holds words or figures that somebody found.
_TELLING = ("written", "findings", "medium", "saying")
_ABSTRACT = ("ance", "ence", "ism", "ity", "ness")


def is_mere_evidence(verb: Token, subject: Token | None, triggers: Mapping[int, Token], lexicon: Lexicon) -> bool:
    """Whether a verb tells what a deed or state goes to show: "her performance *confirms* that she can win"."""
    if subject is None or subject.pos_ != "NOUN" or verb.lemma_ not in lexicon.words.get("evincing", ()):
        return False
    lemma = subject.lemma_.lower()
    if lemma in lexicon.parties or any(lemma in lexicon.words.get(name, ()) for name in _TELLING):
        return False
    return subject.i in triggers or lemma in lexicon.words.get("things", ()) or lemma.endswith(_ABSTRACT)
