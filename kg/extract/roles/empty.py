"""Objects that only hold the place of what is told elsewhere: "*what* they need is time", "left *it* to her to go"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import REFLEXIVE
from kg.extract.quotes import in_quotes
from kg.extract.roles.frame import patient
from kg.extract.syntax import children, nominals
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_CLAUSES = frozenset({"attr", "ccomp", "csubj", "nsubj"})
# "Left it to her to go", "took it upon himself to go".
_HANDING = {"leave": "to", "owe": "to", "take": "upon"}


def is_empty(frame: Frame, thing: Token) -> bool:
    """Whether an object holds the place of something else, which then gets its role."""
    if thing.lower_ == "what" and thing.i < frame.trigger.i:
        return _is_cleft(frame, thing)
    clause = _extraposed(frame.trigger) if thing.lower_ == "it" else None
    if clause is not None:
        frame.used.add(thing.i)
        frame.add(RoleName.THEME, clause, "clause", topic=True)
    return clause is not None


def _is_cleft(frame: Frame, thing: Token) -> bool:
    """Whether what somebody does is said to be something: "what they want *is* peace", "that *is* what they want"."""
    verb = frame.trigger
    copula = verb.head
    if verb.dep_ not in _CLAUSES or copula.lemma_ != "be" or children(copula, "neg", "aux", "expl"):
        return False
    if verb.i < copula.i:
        told = [each for each in children(copula, "attr", "xcomp", "ccomp") if each.i > copula.i]
    else:
        told = [each for each in children(copula, "nsubj") if each.i < copula.i and each.lower_ != "it"]
    if len(told) != 1 or in_quotes(told[0]) != in_quotes(verb):
        return False
    if any(each.tag_ in {"WDT", "WP"} for each in told[0].subtree if each.i < copula.i):
        return False
    frame.used.add(thing.i)
    if told[0].pos_ in {"AUX", "VERB"}:
        frame.add(RoleName.THEME, told[0], "predicate of a cleft", topic=True)
    for each in nominals(told[0]):
        patient(frame, each, "predicate of a cleft", indirect=False)
    return True


def _extraposed(verb: Token) -> Token | None:
    """The infinitive that "it" stands for behind a verb that leaves or owes it to somebody."""
    word = _HANDING.get(verb.lemma_)
    for to in children(verb, "prep", "dative"):
        own = any(each.lower_ in REFLEXIVE for each in children(to, "pobj"))
        if to.lower_ == word and to.i > verb.i and (word == "to" or own):
            clauses = [each for each in children(verb, "advcl", "xcomp", "ccomp") if each.i > to.i and _is_to(each)]
            return clauses[0] if clauses else None
    return None


def _is_to(clause: Token) -> bool:
    return clause.tag_ == "VB" and clause.left_edge.tag_ == "TO"


def drop_empty(frame: Frame) -> None:
    """Leaves out "what" as a theme, which tells nothing: "what they call *reform*", "said what she wants"."""
    themes = [role for role in frame.roles if role.name is RoleName.THEME]
    doc = frame.trigger.doc
    bare = [role for role in themes if doc.text[role.words.start : role.words.end].lower() == "what"]
    if bare:
        frame.roles[:] = [role for role in frame.roles if role not in bare]
        frame.heads[:] = [each for each in frame.heads if each[1].lower_ != "what"]
