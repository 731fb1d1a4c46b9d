"""Arguments that stand elsewhere than beside their verb: left out of a relative clause, shared by coordinated verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.slots import VERBAL
from kg.extract.propositions.words import OCCASIONS
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token

_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_JOINING = frozenset({"cc", "conj", "punct"})
_FILLS = frozenset({"auxpass", "ccomp", "mark", "xcomp"})


def left_out(verb: Token) -> Token | None:
    """The object that a relative clause without a pronoun leaves out: "the treaty Norland signed"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.lower_ in OCCASIONS or not children(verb, "nsubj"):
        return None
    for child in verb.children:
        if child.dep_ in _FILLS or child.tag_ in _RELATIVE or child.lower_ == "that":
            return None
        if child.dep_ == "prep" and not any(c.tag_ not in _RELATIVE for c in children(child, "pobj", "pcomp")):
            return None
    return noun


def objects_behind(verb: Token) -> Sequence[Token]:
    """The objects of the next verb, where two verbs side by side share them: "buy and sell arms"."""
    other = _twin(verb)
    return children(other, "dobj") if other is not None and other.tag_ == verb.tag_ else ()


def phrases_behind(verb: Token) -> Sequence[Token]:
    """The phrases behind the next verb, where two passives side by side share them: "were seized and sold in May"."""
    if verb.tag_ != "VBN" or not children(verb, "auxpass"):
        return []
    other = _twin(verb)
    if other is None or other.tag_ not in {"VBN", "VBD"} or children(other, "aux", "auxpass"):
        return []
    return children(other, "prep", "agent")


def phrases_before(verb: Token) -> list[Token]:
    """The phrases before the first of coordinated verbs, which hold for this one too: "In May he met X and left"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or children(verb, *SUBJECT):
        return []
    return [phrase for phrase in children(verb.head, "prep") if phrase.i < verb.head.i]


def _twin(verb: Token) -> Token | None:
    """The verb that follows a conjunction right behind a verb that has nothing else behind it."""
    if "conj" not in verb.kinds or [c for c in verb.children if c.i > verb.i and c.dep_ not in _JOINING]:
        return None
    for other in children(verb, "conj"):
        if other.i == verb.i + 2 and not children(other, *SUBJECT):
            return other
    return None
