"""Whom a clause says to be what a noun tells: "*Dahl* is a guard who …", "As a guard, *Dahl* …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.subjects import subjects
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_OPEN = frozenset({"aux", "mark", "neg"})  # what makes a clause one that does not say so: "is not", "may be", "if X is"
_SORTS = frozenset({"example", "kind", "lot", "one", "part", "sort", "type"})  # "the kind of man who …" is any such man
_PERFECT = frozenset({"'s", "had", "has", "have", "’s"})
_MANY = frozenset({"DT", "NNPS", "NNS", "WDT", "WP"})


def predicated(noun: Token) -> list[Token]:
    """The one subject that is said to be a noun, where the clause says so; nobody where it is denied or only possible.

    A plural, a sort ("the kind of man who …") and what there is ("there are men who …") are nobody's.
    """
    if noun.tag_ != "NN" or noun.lemma_ in _SORTS:
        return []
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return _subject(noun.head, before=noun.i)
    fronted = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.dep_ == "prep"
    return _subject(noun.head.head, after=noun.i) if fronted else []


def _subject(verb: Token, *, before: int | None = None, after: int | None = None) -> list[Token]:
    """The subject of a verb on one side of a noun, if it is one: "As a guard, *Dahl* left"."""
    if before is not None and any(child.dep_ in _OPEN and child.lower_ not in _PERFECT for child in verb.children):
        return []
    found = subjects(verb)[0] if before is not None else children(verb, *SUBJECT)
    if len(found) != 1 or found[0].tag_ in _MANY or found[0].lower_ == "it" or "conj" in found[0].kinds:
        return []
    at = found[0].i
    told = after is not None and at > after
    return [found[0]] if told or (before is not None and at < min(verb.i, before)) else []
