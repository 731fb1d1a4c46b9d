"""Verbs that have no subject, and subjects that stand for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, TIMES, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_OPENING = frozenset({'"', "“", "``", "‘"})
_FRANK = frozenset({"blunt", "candid", "certain", "clear", "exact", "fair", "frank", "honest", "precise", "sure"})


def is_imperative(verb: Token) -> bool:
    """Whether a verb is an order: bare, without subject, and not under another verb ("Give us time", "Don't wait")."""
    if verb.tag_ != "VB" or "mark" in verb.kinds or not SUBJECT.isdisjoint(verb.kinds):
        return False
    helped = children(verb, "aux")
    if any(aux.lower_ != "do" for aux in helped):
        return False
    if verb.dep_ == "conj":
        # "Chanting “Hands up, *don't shoot*”": nothing before it has a form to share.
        return bool(helped) and verb.head.tag_ in {"VBG", "VBN", "VBD", "VBZ"}
    if verb.dep_ in {"advcl", "ccomp"} and verb.i > verb.head.i:
        # "Proposed a way out: *draw* on savings", "was heard saying, ‘*Draw* on savings’".
        first = verb.left_edge
        opened = first.text in _OPENING or first.nbor(-1).text in _OPENING
        return first.i > verb.head.i + 1 and (opened or first.nbor(-1).text == ":")
    return verb.dep_ in {"ROOT", "parataxis", "advcl", "ccomp"}


def is_expletive(subject: Token) -> bool:
    """Whether "it" or "there" stands for nobody: "it is a duty to protect …", "there are …"."""
    verb = subject.head
    if subject.lower_ == "there":
        return subject.dep_ == "expl" or verb.lemma_ == "be"
    if subject.lower_ == "it" and subject.dep_ == "nsubjpass":
        # "It was reported that the bank failed".
        return any(m.lower_ == "that" for c in children(verb, "ccomp") for m in children(c, "mark"))
    if subject.lower_ != "it" or verb.lemma_ != "be":
        return False
    predicate = children(verb, "attr", "acomp", "prep")
    clauses = {"xcomp", "ccomp", "advcl", "acl", "relcl", "csubj"}
    return not clauses.isdisjoint(verb.kinds) or any(c.dep_ in clauses for p in predicate for c in p.subtree)


def is_formula(verb: Token) -> bool:
    """Whether a clause only leads up to what is said: "*to be sure*, it failed", "when it *comes to* lending"."""
    if verb.lemma_ == "come":
        it = any(subject.lower_ == "it" for subject in children(verb, "nsubj"))
        return it and any(m.lower_ == "when" for m in verb.children) and any(p.lower_ == "to" for p in verb.children)
    if verb.lemma_ != "be" or verb.tag_ != "VB" or verb.i < verb.sent.start + 1:
        return False
    to, frank = verb.nbor(-1), verb.nbor() if verb.i + 1 < verb.sent.end else verb
    first = to.i == verb.sent.start or to.nbor(-1).is_punct
    return to.tag_ == "TO" and first and frank.lower_ in _FRANK and verb.dep_ in {"advcl", "ccomp", "parataxis"}


def is_to_come(verb: Token) -> bool:
    """Whether "to come" only says when: "for many years *to come*"."""
    to = verb.nbor(-1) if verb.i > 1 else verb
    return verb.lemma_ == "come" and to.tag_ == "TO" and to.nbor(-1).ent_type_ in TIMES
