"""Events on the calendar that are still to come: "comes days before her first debate", "is preparing for the vote".

What is told in the present, or of the future, to come before an event has that ahead; in the past it may be over since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, governor_of

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PRESENT = frozenset({"VBP", "VBZ"})
_WILL = frozenset({"will", "wo", "'ll", "’ll"})
_TOWARDS = frozenset({"for", "into", "to", "toward", "towards"})
_EACH = frozenset({"any", "each", "every", "most"})


def is_ahead(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names an event on the calendar before which something is, or will be, done."""
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in lexicon.words.get("calendar", ()):
        return False
    main = governor_of(noun)
    if (
        main is None
        or main.lemma_ == "be"
        or noun.tag_ == "NNS"
        or any(c.lower_ in _EACH for c in children(noun, "det"))
    ):
        return False
    if not (_is_before(noun.head) or _is_prepared(noun, main, lexicon)):
        return False
    first = (*children(main, "aux", "auxpass"), main)[0]
    return first.tag_ in _PRESENT or first.lower_ in _WILL


def _is_before(preposition: Token) -> bool:
    """Whether a preposition is *before* or *ahead of*."""
    ahead = preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "ahead"
    return ahead or preposition.lower_ == "before"


def _is_prepared(noun: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether somebody prepares for an event: "is preparing for the debate", "heads into the debate"."""
    towards = noun.head.lower_ in _TOWARDS and noun.head.head is main
    return towards and f"{main.lemma_} {noun.head.lower_}" in lexicon.words.get("preparing", ())
