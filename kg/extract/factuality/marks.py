"""What a verb bears itself: negation, modals, adverbs, conjunctions, its form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.factuality.readings import Reading, cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, is_imperative
from kg.model import Certainty, Modality

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

NEGATING = frozenset({"no", "neither"})
_INVERTED = frozenset({"had", "were", "should"})
_WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "wo", "shall"})


def own(verb: Token, lexicon: Lexicon) -> Reading:
    """The reading of a verb by what it bears itself."""
    reading = Reading()
    reported = verb.dep_ == "ccomp" and (found := cue_class(verb.head, lexicon)) is not None and found.attributes
    perfect = any(c.lemma_ == "have" for c in children(verb, "aux"))
    reported = reported and not perfect and not in_quotes(verb)
    for child in verb.children:
        key = _mark(child)
        stance = lexicon.hedges.get(key) if key else None
        if stance is None:
            continue
        if reported and child.lower_ in _WOULD:
            reading = replace(reading, future=True, reasons=(*reading.reasons, f"{child.text}: future as reported"))
        else:
            reading = reading.under(stance, child.text)
    if perfect and any(c.lower_ in {"would", "'d", "’d"} for c in children(verb, "aux")):
        # "We would have closed two clinics": what did not come about.
        reading = replace(reading.doubted(Certainty.UNKNOWN, "would have"), modality=Modality.CONDITIONAL)
    if _is_inverted(verb) or any(_is_condition(child, verb) for child in children(verb, "advcl")):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "under a condition"), modality=Modality.CONDITIONAL)
    if _is_generic(verb, lexicon):
        reading = reading.doubted(Certainty.UNKNOWN, "of a kind, not of an event")
    if is_imperative(verb):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "imperative"), modality=Modality.REQUESTED, future=True)
    return _periphrastic(verb, reading, lexicon)


def _is_generic(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what a kind does ("pirates take hostages"); what people say now is an event all the same."""
    doers = children(verb, "nsubj")
    bare = (
        bool(doers) and doers[0].tag_ == "NNS" and not list(doers[0].lefts) and not children(doers[0], "prep", "conj")
    )
    return bare and verb.tag_ == "VBP" and not children(verb, "aux", "npadvmod") and cue_class(verb, lexicon) is None


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", in the passive too ("to be signed")."""
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


def _mark(child: Token) -> tuple[str, str] | None:
    match child.dep_:
        case "neg":
            return child.lower_, "adv"
        case "advmod":
            return child.lower_, "adv"
        case "aux":
            return child.lower_, "modal"
        case "mark":
            return child.lower_, "mark"
        case "preconj" if child.lower_ == "neither":
            return "no", "det"
        case "dobj" | "nsubj" | "nsubjpass":
            # "No troops were sent", "took no position", "nobody came": the argument denies the clause.
            empty = child.lower_ in {"nobody", "none", "nothing"} or any(
                c.lower_ in NEGATING or c.dep_ == "neg" for c in child.children
            )
            return ("no", "det") if empty else None
        case _:
            return None


def _periphrastic(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """*have to*, *be going to*, *is to*: modals of several words, which the parse shows as governors."""
    head = verb.head
    if verb.dep_ == "ROOT" and is_infinitive(verb) and children(verb, "nsubj", "nsubjpass"):
        # The headline "Norland to deport refugees".
        return reading.under(lexicon.hedges["be to", "modal"], "to")
    if verb.dep_ != "xcomp" or not (verb.tag_ == "VB" or is_infinitive(verb)):
        return reading
    if head.lemma_ in {"have", "need"} and head.pos_ in {"VERB", "AUX"}:
        return reading.under(lexicon.hedges["have to", "modal"], f"{head.text} to")
    if head.lemma_ == "go" and head.tag_ == "VBG":
        return reading.under(lexicon.hedges["go to", "modal"], "going to")
    if head.lemma_ == "be":
        return reading.under(lexicon.hedges["be to", "modal"], f"{head.text} to")
    return reading


def _is_condition(clause: Token, verb: Token) -> bool:
    if verb.lemma_ in {"ask", "enquire", "inquire", "wonder"} and clause.i > verb.i:
        return False
    return _is_inverted(clause) or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)


def _is_inverted(clause: Token) -> bool:
    """Whether a clause is a condition by its order: "Had X signed, …"."""
    subject = next(iter(children(clause, "nsubj", "nsubjpass")), None)
    front = [c for c in children(clause, "aux", "auxpass") if subject is not None and c.i < subject.i]
    return clause.dep_ == "advcl" and any(c.lower_ in _INVERTED for c in front)


def is_question(verb: Token) -> bool:
    """Whether a verb asks."""
    return verb.dep_ in {"ROOT", "conj", "ccomp"} and verb.sent[-1].text.strip("”\"'’ ") == "?"
