"""Signs in a parse that it goes wrong: tags and relations that cannot stand together in English.

A verb with a tense needs a subject of its own, or shares that of the verb it is joined to; an *-ing* form is not joined
to a plain past; a reduced relative clause has no object. Where a parse says so all the same, who does what cannot be
told from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children, is_imperative, is_passive
from kg.extract.tense import has_tense

if TYPE_CHECKING:
    from kg.extract.tree import Token

_VERBAL = frozenset({"AUX", "VERB"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_DEPENDENT = frozenset({"acl", "advcl", "appos", "ccomp", "dep", "oprd", "pcomp", "xcomp"})
# "As might be expected", "more than was needed" have no subject.
_COMPARING = frozenset({"as", "than"})
_MAX_STEPS = 6


def is_misread(trigger: Token) -> bool:
    """Whether the parse of an event's clause shows that it cannot be right."""
    copula = trigger.head if trigger.dep_ == "acomp" and trigger.pos_ == "ADJ" else trigger
    if copula.pos_ not in _VERBAL or copula.dep_ in {"amod", "compound"}:
        return False
    verb = _first_of_joined(copula)
    return _lacks_subject(verb) or _has_object_in_relative(verb) or (verb is copula and is_stray_form(verb))


def is_stray_form(verb: Token) -> bool:
    """Whether a verb is joined to one of another form: "talked about reform and *passing* a law"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in _VERBAL or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    head = verb.head
    if any(aux.tag_ in {"MD", "TO"} or aux.lemma_ == "do" for aux in children(head, "aux")):
        return False
    if verb.tag_ == "VBG":
        # "Was in town and looking for a flat".
        return head.tag_ in _FINITE and head.lemma_ != "be"
    return verb.tag_ == "VB" and head.tag_ in {"VBD", "VBZ", "VBG", "VBN"}


def _first_of_joined(verb: Token) -> Token:
    """The verb that has the subject of those joined to it."""
    for _ in range(_MAX_STEPS):
        joined = verb.dep_ == "conj" and verb.head.pos_ in _VERBAL
        if not joined or children(verb, *SUBJECT) or is_stray_form(verb):
            break
        verb = verb.head
    return verb


def _lacks_subject(verb: Token) -> bool:
    if children(verb, "expl", *SUBJECT) or is_imperative(verb) or children(verb, "agent"):
        return False
    tensed = has_tense(verb)
    if verb.dep_ == "ROOT":
        return tensed or verb.tag_ in {"VBG", "VBN"}
    return tensed and verb.dep_ in _DEPENDENT and not any(child.lower_ in _COMPARING for child in verb.children)


def _has_object_in_relative(verb: Token) -> bool:
    """Whether a past form right after a noun takes an object: "the deal *donated* millions to the fund"."""
    past = verb.tag_ in {"VBD", "VBN"} and verb.dep_ == "acl"
    return past and bool(children(verb, "dobj")) and not children(verb, "aux", *SUBJECT) and not is_passive(verb)
