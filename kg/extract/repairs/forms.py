"""Verbs whose form tells that they were hung on the wrong verb, or given the wrong voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.misread import is_stray_form
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_PAST = frozenset({"VBD", "VBN"})
_MODIFIERS = frozenset({"amod", "compound"})


def passive_by_agent(verb: Token) -> None:
    """Gives those to whom it is done their relation, where only "by" tells it: "ten people shot and killed by police".

    So too in "the leader should be tried and his house *burned*", where what stood before is not said again.
    """
    subjects = children(verb, "nsubj")
    if not subjects or verb.tag_ not in _PAST or children(verb, "aux", "auxpass", "dobj", "xcomp", "ccomp"):
        return
    participles = [other for other in children(verb, "conj") if _is_bare_participle(other)]
    by = (verb, *participles) if verb.tag_ == "VBN" else participles
    gapped = verb.dep_ == "conj" and bool(children(verb.head, "auxpass")) and bool(participles or verb.tag_ == "VBN")
    if gapped or any(children(each, "agent") for each in by):
        for subject in subjects:
            subject.relabel("nsubjpass")


def _is_bare_participle(verb: Token) -> bool:
    return verb.tag_ == "VBN" and not children(verb, "aux", "auxpass", "dobj", *SUBJECT)


def rejoin(verb: Token) -> None:
    """Joins a verb to the last one before it of the same form: "by going and *staying*".

    Where none stands before it, the verb stays where the parse has it.
    """
    if not is_stray_form(verb):
        return
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        other = verb.doc[i]
        if other.tag_ == verb.tag_ and other.pos_ == "VERB" and other.dep_ not in _MODIFIERS:
            if not verb.is_ancestor(other) and (verb.tag_ == "VBG" or _is_infinitive(other)):
                verb.attach(other, "conj")
            return


def _is_infinitive(verb: Token) -> bool:
    return any(aux.tag_ in {"MD", "TO"} for aux in children(verb, "aux"))
