"""How a clause is joined to another: beside it, as its result, under a shared conjunction, as what it was done for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.factuality.marks import is_finite, is_past
from kg.extract.factuality.readings import Reading, product
from kg.extract.syntax import SUBJECT, children
from kg.model import Certainty, Modality

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_UNIQUE = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_SHARED_MARKS = frozenset({"assuming", "if", "supposing", "unless", "whether"})
_APART = frozenset({":", ";", "—", "–", "--"})


def is_unique(noun: Token) -> bool:
    """Whether a noun is one of its kind by what it did: "the first woman to win", "the only bank to fail"."""
    return noun.lower_ in _UNIQUE or any(c.lower_ in _UNIQUE or c.tag_ == "JJS" for c in children(noun, "amod"))


def is_independent(verb: Token, head: Token) -> bool:
    """Whether a clause only stands beside another: "It was a milestone: the plane landed"; "X can do it; it costs"."""
    if verb.dep_ != "ccomp" or children(verb, "mark") or not children(verb, *SUBJECT):
        return False
    between = verb.doc[min(verb.i, head.i) : max(verb.i, head.i)]
    return any(t.text in _APART for t in between)


def is_result(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what came of it: "rose to lead the bank", "came back only to lose"."""
    first = verb.left_edge
    only = first.lower_ == "only" or (first.i > 0 and first.nbor(-1).lower_ == "only")
    found = lexicon.cues.get((f"{head.lemma_} to", "verb"))
    return (only and is_past(head)) or (found is not None and found.name == "manage")


def is_appearance(verb: Token, outer: Reading) -> bool:
    """Whether a clause goes with what only seems so now: "as Norland arms, Sudria apparently disagrees"."""
    seeming = outer.certainty is Certainty.PROBABLE and outer.modality is Modality.ASSERTED
    return verb.dep_ == "advcl" and is_finite(verb) and seeming and not outer.future and outer.cue is None


def as_main(reading: Reading, outer: Reading, reason: str) -> Reading:
    """What shares the lot of its main clause."""
    return replace(
        reading.doubted(outer.certainty, reason),
        polarity=product(reading.polarity, outer.polarity),
        future=reading.future or outer.future,
        modality=reading.modality if reading.modality is not Modality.ASSERTED else outer.modality,
        cue=outer.cue,
    )


def marked(head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What a conjunction before the first of joined clauses does to the others: "if X wins and Y steps down"."""
    for mark in children(head, "mark"):
        if mark.lower_ in _SHARED_MARKS and (stance := lexicon.hedges.get((mark.lower_, "mark"))):
            reading = reading.under(stance, mark.text)
    return reading


def ground_of(verb: Token, lexicon: Lexicon) -> Certainty | None:
    """How sure it is what somebody was fined or thanked for; what he is blamed for is so in the eyes of who blames."""
    if verb.pos_ != "VERB":
        return None
    if (verb.lemma_, "for") in lexicon.cues:
        return Certainty.CERTAIN
    judge = lexicon.cues.get((verb.lemma_, "object"))
    return Certainty.PROBABLE if judge is not None and judge.name == "judge" else None
