"""Whom a proposition is about: the understood subjects of a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.propositions.conjuncts import alike
from kg.extract.propositions.slots import VERBAL
from kg.extract.propositions.words import COMMITMENTS
from kg.extract.syntax import SUBJECT, antecedent, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_PARTICIPLES = frozenset({"VBD", "VBG", "VBN"})
_QUESTIONED = frozenset({"WDT", "WP"})
_SUBJECTS = SUBJECT | {"expl"}
_MAX_STEPS = 8


def subjects_of(verb: Token, steps: int = _MAX_STEPS) -> list[Token]:
    """The subjects of a predicate, one for each conjunct: its own, or those of the verb or noun it hangs on.

    Infinitives and gerunds under a verb have none: they are folded into the relation of that verb. Participles that the
    parse takes for a past tense count.
    """
    if not _SUBJECTS.isdisjoint(verb.kinds):
        return _resolved(children(verb, *_SUBJECTS)[0])
    if not steps:
        return []
    governor = verb.head
    match verb.dep_:
        case "conj" if verb.pos_ in VERBAL and _is_predicate(governor):
            return subjects_of(governor, steps - 1)
        case "advcl" if governor.pos_ in VERBAL and verb.tag_ in {"VBG", "VBN"}:
            return subjects_of(governor, steps - 1)
        case "acl" if verb.tag_ in _PARTICIPLES:
            return _before(verb, governor)
        case "xcomp" if governor.lemma_ not in COMMITMENTS:
            return [each for thing in children(governor, "dobj") for each in alike(thing)]
        case _:
            return []


def _is_predicate(verb: Token) -> bool:
    """Whether a verb, or the first that it is coordinated with, is no infinitive folded into another verb."""
    while verb.dep_ == "conj" and verb.head is not verb and not children(verb, *SUBJECT):
        verb = verb.head
    if children(verb, *SUBJECT):
        return True
    return verb.pos_ in VERBAL and (verb.dep_ != "xcomp" or bool(children(verb.head, "dobj")))


def _resolved(subject: Token) -> list[Token]:
    """The conjuncts of a subject; the nouns that a relative pronoun stands for; none for questions."""
    noun = antecedent(subject)
    if noun is not None:
        return _before(subject, noun)
    whose = "WP$" in [child.tag_ for child in subject.children]
    if whose or (subject.tag_ in _QUESTIONED and subject.lower_ != "that"):
        return []
    return alike(subject)


def _before(clause: Token, noun: Token) -> list[Token]:
    """The coordinated nouns before a clause that stands behind all of them, and so describes each."""
    return [each for each in alike(noun) if each.i < clause.i]
