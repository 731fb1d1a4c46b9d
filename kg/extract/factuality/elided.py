"""Conditions that are shortened or shared, and an *if* that swears: "but only if asked", "I'll be damned if I pay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_UNREAL = frozenset({"could", "might", "would", "'d", "’d"})
_CURSED = frozenset({"cursed", "damned", "darned", "hanged"})
_FIRST = frozenset({"i", "we"})
_PRESENT = frozenset({"VBP", "VBZ"})


def is_only_if(verb: Token) -> bool:
    """Whether a verb has its condition behind a conjunction: "could sell it, but only if the price rises"."""
    words = verb.doc.tokens
    after = [[t.lower_ for t in words[c.i + 1 : c.i + 3]] for c in children(verb, "cc") if c.i > verb.i]
    return ["only", "if"] in after


def is_shared(verb: Token) -> bool:
    """Whether a list gave the condition of a verb with its first member: "A would pay if it left; B would pay too"."""
    modals = {c.lower_ for c in children(verb, "aux")} & _UNREAL
    if not modals:
        return False
    words, found = verb.doc.tokens[verb.sent.start : verb.i], False
    for word in words:
        if word.lemma_ == verb.lemma_ and word.head is not word and "advcl" in word.kinds:
            found = any(m.lower_ == "if" for c in children(word, "advcl") for m in children(c, "mark")) and any(
                c.lower_ in modals for c in children(word, "aux")
            )
        elif found and word.text == ";":
            return True
    return False


def is_oath(clause: Token) -> bool:
    """Whether *if* swears that something will not be: "I'll be damned if I *pay* for it"."""
    oath = clause.head
    if clause.dep_ != "advcl" or oath.lower_ not in _CURSED or clause.i < oath.i:
        return False
    if not any(m.lower_ == "if" for m in children(clause, "mark")):
        return False
    return any(s.lower_ in _FIRST for s in children(oath, "nsubj", "nsubjpass"))


def condition_before(verb: Token) -> Token | None:
    """The condition that a clause goes on with, though the parse joined it to the main clause before that.

    "Has a good chance if the party wins and she *becomes* minister": both are in the present, which the main clause is
    not, and no comma parts the two.
    """
    joint = verb.left_edge.i - 1
    words, main = verb.doc.tokens, verb.head
    if joint <= main.i or words[joint].lower_ != "and" or not children(verb, "nsubj", "nsubjpass"):
        return None
    if not _is_present(verb) or _is_present(main):
        return None
    clause = words[joint - 1]
    while clause is not main and clause.head is not clause:
        marked = clause.dep_ == "advcl" and any(m.lower_ in {"if", "unless"} for m in children(clause, "mark"))
        if marked and _is_present(clause):
            return clause
        clause = clause.head
    return None


def _is_present(verb: Token) -> bool:
    """Whether a verb is in the simple present, or in the present of *be*."""
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    return first.tag_ in _PRESENT and (first is verb or first.lemma_ in {"be", "do"})
