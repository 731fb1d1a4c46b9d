"""Objects that the parse gives to a verb, and that belong to another or stand beside what is said.

"A vault, which he *thought* that only he had keys to": the vault is not thought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import RELATIVE, children
from kg.extract.tense import has_tense

if TYPE_CHECKING:
    from kg.extract.tree import Token

_THINKING = frozenset({"believe", "feel", "guess", "hope", "say", "suppose", "suspect", "think"})
_DASHES = frozenset({"-", "--", "–", "—"})


def is_gap_below(verb: Token, thing: Token) -> bool:
    """Whether a relative pronoun or question word stands for something in the clause below.

    "Which she *thought* only she had keys to", "what he *says* his plan would do".
    """
    if thing.i > verb.i or not (thing.tag_ in RELATIVE or thing.lower_ == "that"):
        return False
    if thing.lower_ == "who" and verb.lemma_ in _THINKING:
        # "Friends who I *think* by now have left": who is thought of does something.
        return True
    return any(clause.i > verb.i and has_tense(clause) for clause in children(verb, "ccomp"))


def is_aside(verb: Token, thing: Token) -> bool:
    """Whether an object is an aside: "suspected that it was closed — *a thing* others said too", "no matter *what*"."""
    first = thing.left_edge
    if first.lower_ == "no" and first.nbor().lower_ == "matter" and thing.i > first.i + 1:
        return True
    apart = first.i > 0 and first.nbor(-1).text in _DASHES
    return apart and any(verb.i < clause.i < first.i for clause in children(verb, "ccomp"))
