"""Forms of a verb: infinitive, past, finite, and bare forms that the tagger gave a tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TENSED = FINITE | {"MD"}
_THIRD = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "he", "it", "nobody", "one", "she", "somebody", "someone"}
)
_ONE = frozenset({"a", "an", "each", "every", "his", "her", "its", "my", "our", "that", "the", "their", "this", "your"})


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", in the passive too ("to be signed")."""
    for auxiliary in verb.kinds.get("aux", ()):  # noqa: SIM110 (asked of each verb: a generator costs as much as the rest)
        if auxiliary.tag_ == "TO":
            return True
    return False


def is_past(verb: Token) -> bool:
    """Whether a verb or its auxiliary is in the past tense; also one with a subject that was taken for a participle."""
    if verb.tag_ == "VBN":
        helped = children(verb, "aux", "auxpass")
        return "VBD" in [c.tag_ for c in helped] if helped else bool(children(verb, "nsubj"))
    return verb.tag_ == "VBD" or "VBD" in [c.tag_ for c in children(verb, "aux", "auxpass")]


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    return verb.tag_ in FINITE or not _TENSED.isdisjoint([c.tag_ for c in children(verb, "aux", "auxpass")])


def is_told(verb: Token) -> bool:
    """Whether a form tells that something is or may be so, and asks for nothing: "left", "may not leave".

    Not "(that they) leave", nor "should leave".
    """
    helped = children(verb, "aux", "auxpass")
    if any(c.lower_ == "should" for c in helped):
        return False
    return verb.tag_ != "VB" or not _TENSED.isdisjoint([c.tag_ for c in helped])


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause with *that* has a bare form where a tense would show: "that he leave", "that it be sold".

    What is said so is asked for (mandative subjunctive: Huddleston and Pullum 2002, ch. 11, section 7.1.1).
    """
    if not any(c.lower_ == "that" for c in children(verb, "mark")):
        return False
    helped = children(verb, "aux", "auxpass")
    if helped or verb.lower_ == "be":
        return {c.lower_ for c in (*helped, *([] if helped else [verb]))} == {"be"}
    subjects = children(verb, "nsubj")
    return verb.tag_ in {"VB", "VBP"} and len(subjects) == 1 and _is_singular(subjects[0])


def _is_singular(subject: Token) -> bool:
    """Whether a subject asks for a verb in -s, beyond doubt: "she", "the judge", "Bell"; not "police", "Bell and I"."""
    if "conj" in subject.kinds:
        return False
    named = subject.ent_type_ in {"GPE", "PERSON"} and subject.tag_ == "NNP"
    one = subject.tag_ == "NN" and any(c.lower_ in _ONE for c in subject.children)
    return named or one or subject.lower_ in _THIRD


def is_alone(verb: Token) -> bool:
    """Whether an adverbial clause is a bare form that nothing opens but *than*: "they go *see* it"."""
    bare = verb.tag_ == "VB" and verb.dep_ == "advcl" and not children(verb, "aux", *SUBJECT)
    return bare and all(mark.lower_ == "than" for mark in children(verb, "mark"))


def is_bare(verb: Token, head: Token) -> bool:
    """Whether a joined verb is a bare form that the tagger gave a tense: "can raise money, then *use* it"."""
    return verb.tag_ == "VBP" and head.tag_ == "VB" and not children(verb, "aux", "auxpass")


def is_stray(verb: Token, head: Token) -> bool:
    """Whether a joined verb cannot be joined to this one.

    A bare form beside a tense ("backs rules to end X, *stop* Y"), or a perfect or passive beside an infinitive ("told
    to close it and *were led* away").
    """
    if is_infinitive(head) and not children(verb, *SUBJECT):
        helped = [c.tag_ for c in children(verb, "aux", "auxpass")]
        return not FINITE.isdisjoint(helped)
    if verb.tag_ not in {"VB", "VBP"} or head.tag_ not in {"VBD", "VBG", "VBN", "VBZ"}:
        return False
    tensed = verb.tag_ == "VBP" and head.tag_ == "VBN"
    return not (tensed or children(verb, "aux", "auxpass", *SUBJECT))
