"""Sentences that say what something is: "what they saw is *a ship*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Token

_NOUNS = frozenset({"NOUN", "PROPN"})


def identified_as(what: Token) -> Token | None:
    """The noun that "what" stands for, where its sentence says so: "what they saw is *a ship*", not "is not a ship"."""
    clause = what.head
    copula = clause.head
    if clause.dep_ != "csubj" or copula.lemma_ != "be" or clause.i > copula.i or copula.kinds.keys() & {"neg", "nsubj"}:
        return None
    named = [noun for noun in copula.kinds.get("attr", ()) if noun.i > copula.i and noun.pos_ in _NOUNS]
    return named[0] if len(named) == 1 else None
