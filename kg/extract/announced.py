"""Clauses that tell what a noun says: with "that", or without it ("arrested on charges *he robbed a bank*").

A clause without "that" behind a noun is a relative one where something is missing in it ("the charges he denied"), and
tells what the noun says where nothing is (Huddleston and Pullum 2002, ch. 11, 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import RELATIVE, SUBJECT, children
from kg.extract.tense import has_tense
from kg.extract.valency import TWO_OBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_CLASSES = frozenset({"allege", "believe", "deny", "doubt", "say", "threaten"})


def is_unmarked(clause: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a whole clause with a tense stands right behind a noun of claiming, and no word joins the two."""
    if noun.pos_ != "NOUN" or clause.left_edge.i != noun.i + 1 or "mark" in clause.kinds or not has_tense(clause):
        return False
    found = lexicon.cues.get((noun.lemma_.lower(), "noun"))
    if found is None or found.name not in _CLASSES or not children(clause, *SUBJECT):
        return False
    opened = any(c.tag_ in RELATIVE or c.lower_ == "that" for c in clause.subtree if c.i < clause.i)
    return not opened and _is_whole(clause)


def _is_whole(clause: Token) -> bool:
    """Whether nothing is missing in a clause: it has its object or predicate, and no preposition without a noun."""
    if any(not children(p, "pobj", "pcomp", "prep") for p in children(clause, "prep")):
        return False
    if clause.lemma_ == "be" or "nsubjpass" in clause.kinds:
        return "nsubjpass" in clause.kinds or bool(children(clause, "acomp", "attr", "prep"))
    return clause.lemma_ not in TWO_OBJECTS and "oprd" not in clause.kinds and "dobj" in clause.kinds
