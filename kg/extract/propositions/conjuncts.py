"""Coordination: a fact for each conjunct, where each shares the part of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.slots import JOINED, phrase, slot, text, trimmed
from kg.extract.propositions.words import CONTRASTS, QUANTITIES
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_NAMES = frozenset({"ORG", "PERSON"})


def alike(token: Token) -> list[Token]:
    """A token and those coordinated with it that share its part, in the order of the text; not what is contrasted."""
    found = [token]
    if "conj" in token.kinds and CONTRASTS.isdisjoint([child.lower_ for child in children(token, *JOINED)]):
        for child in children(token, "conj"):
            found += alike(child)
    return found


def slots(head: Token) -> list[str]:
    """The texts of an argument: one, or one for each of coordinated quantities and kinds.

    "A mix of fear and hope" is a mix of fear and a mix of hope; "French and Swiss envoys" are French envoys and Swiss
    envoys. A single thing has all its properties at once: "a black and white flag" stays as it is.
    """
    if not head.children:
        return [slot(head)]
    return _of_quantity(head) or _of_kinds(head) or [slot(head)]


def _of_quantity(head: Token) -> list[str]:
    if head.lower_ not in QUANTITIES or head.ent_type_:
        return []
    for child in children(head, "prep"):
        things = [each for thing in children(child, "pobj") for each in alike(thing)]
        if child.lower_ == "of" and len(things) > 1:
            before = [*phrase(head, of=False), child]
            return [text([*before, *phrase(each)]) for each in things]
    return []


def _of_kinds(head: Token) -> list[str]:
    if head.tag_ != "NNS":
        return []
    for child in children(head, "amod", "compound", "nmod"):
        kinds = _chained(child)
        if len(kinds) == 1 or child.i > head.i or child.ent_type_ in _NAMES:
            continue
        if all(cc.lower_ == "and" for each in kinds for cc in children(each, "cc")):
            inside = set(child.subtree)
            rest = [token for token in phrase(head) if token not in inside]
            return [text([*rest, *phrase(each)]) for each in kinds]
    return []


def _chained(token: Token) -> list[Token]:
    found = [token]
    for each in found:
        found += children(each, "conj")
    return found


def contents(clause: Token) -> list[str]:
    """The texts of what is said; "that A left and that B stayed" is two."""
    others = [each for each in children(clause, "conj") if children(each, "nsubj", "nsubjpass")]
    if not others or any(child.lower_ == "or" for child in children(clause, "cc")):
        return [text(trimmed(clause.subtree))]
    out = {token.i for each in [*others, *children(clause, "cc")] for token in each.subtree}
    first = text(trimmed(token for token in clause.subtree if token.i not in out))
    return [first, *(words for each in others for words in contents(each))]
