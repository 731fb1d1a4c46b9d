"""Modals of several words, which the parse shows as governors: *have to*, *need to*, *be going to*, *is to*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import conditions, modals, negation
from kg.extract.factuality.forms import FINITE, is_infinitive
from kg.extract.factuality.questions import is_why
from kg.extract.factuality.readings import PURPOSE, Reading, cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children
from kg.model import Certainty, Modality

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_ABSTRACT = frozenset(
    {"alternative", "answer", "approach", "art", "challenge", "custom", "duty", "function", "habit", "impulse"}
    | {"instinct", "job", "key", "method", "mistake", "option", "philosophy", "point", "practice", "preference"}
    | {"problem", "purpose", "reaction", "response", "role", "solution", "specialty", "step", "style", "tactic", "task"}
    | {"temptation", "tendency", "tradition", "trick", "way"}
)
_MAY = frozenset({"could", "may", "might"})
_MERELY = frozenset({"just", "merely", "only", "purely", "simply", "solely"})
_RELATIVE = frozenset({"WDT", "WP"})
_WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "wo", "shall"})


def periphrastic(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """*have to*, *be going to*, *is to*: modals of several words, which the parse shows as governors."""
    head = verb.head
    if verb.dep_ == "ROOT" and is_infinitive(verb) and children(verb, "nsubj", "nsubjpass"):
        # The headline "Norland to deport refugees".
        return reading.under(lexicon.hedges["be to", "modal"], "to")
    if verb.dep_ != "xcomp" or not (verb.tag_ == "VB" or is_infinitive(verb)):
        return reading
    if head.lemma_ in {"have", "be", "remain"} and negation.yet(head):
        return reading.under(lexicon.hedges["not", "adv"], f"{head.text} yet to")
    if head.lemma_ == "have" and modals.is_performed(verb, head, lexicon):
        return reading
    got = head.lower_ == "got" and any(c.lemma_ == "have" for c in children(head, "aux"))
    if got or (head.lemma_ in {"have", "need"} and head.pos_ in {"VERB", "AUX"}):
        return _bound(verb, head, reading, lexicon)
    if head.lemma_ == "go" and head.tag_ == "VBG" and "prt" not in head.kinds:
        # "It was going to help": so it was meant.
        was = any(c.tag_ == "VBD" for c in children(head, "aux"))
        return reading.under(lexicon.hedges["was going to" if was else "go to", "modal"], "going to")
    if head.lemma_ == "be" and not (conditions.is_inverted(head) or is_described(verb, head)):
        return reading.under(lexicon.hedges["be to", "modal"], f"{head.text} to")
    return reading


def _is_of_gap(verb: Token, head: Token) -> bool:
    """Whether a relative clause lacks the object of *need* or *have*, and the infinitive under it has its own."""
    if head.dep_ != "relcl" or head.lemma_ not in {"have", "need"} or not children(verb, "dobj"):
        return False
    subjects = children(head, "nsubj")
    return bool(subjects) and all(s.tag_ not in _RELATIVE for s in subjects) and not children(head, "dobj")


def _bound(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What has to be done: "he had to step back", and so did, as far as anybody knows; nobody asks what need not be."""
    apart = head.lemma_ == "have" and any(head.i < c.i < verb.i for c in children(head, "dobj", "prep"))
    if apart or _is_of_gap(verb, head):
        # "The money it needs to pay them": what it needs is the money; "the doubts she has about my fitness to serve".
        return replace(reading.unclear(PURPOSE), future=True)
    reason = f"{head.text} to"
    if head.lemma_ == "need" and (children(head, "dobj") or children(verb, "nsubj")):
        # "Needs more voters to trust it": that is its own need.
        return reading
    if is_why(head):
        return reading.unclear(reason)
    if head.lower_ == "had" and _is_done(verb, head, lexicon):
        return replace(reading, reasons=(*reading.reasons, reason))
    if head.lower_ == "had" and not negation.denied(head) and not conditions.is_conditional(head, lexicon):
        # "Said it had to leave", "had to be led by both": it may have been so, or have been wanted.
        return reading.unclear(reason)
    if head.lemma_ == "need" and negation.denied(head):
        return reading.doubted(Certainty.UNKNOWN, reason)
    if any(c.lower_ in _MAY for c in children(head, "aux")) and not negation.denied(head):
        # "May have to leave": nobody asks them to.
        return replace(reading.doubted(Certainty.POSSIBLE, f"may {reason}"), future=True)
    seen = reading.under(lexicon.hedges["have to", "modal"], reason)
    if seen.modality is Modality.REQUESTED and any(c.lower_ in _WOULD for c in children(head, "aux")):
        # "They will have to pay": so it will come; nobody asks them to.
        seen = replace(seen, modality=reading.modality)
    return replace(seen, modality=reading.modality) if reading.modality is Modality.CONDITIONAL else seen


def _is_done(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether *had to* tells what somebody did for want of a choice; as said by others it is what he was to do."""
    if head.tag_ != "VBD" or negation.denied(head) or children(verb, "auxpass"):
        return False
    if head.dep_ == "relcl" and not any(s.tag_ in _RELATIVE for s in children(head, "nsubj")):
        # "A score they had to settle".
        return False
    reported = head.dep_ == "ccomp" and cue_class(head.head, lexicon) is not None and not in_quotes(head)
    return not reported and not conditions.is_conditional(head, lexicon) and not children(head, "mark")


def is_described(verb: Token, copula: Token) -> bool:
    """Whether an infinitive is no plan of the subject: "it is hard to find", "his job is to lead", "X is to blame".

    Nobody is to do anything under a copula without a tense: "their approach seems to be to wait".
    """
    if any(t.lower_ in _MERELY for t in verb.doc.tokens[copula.i + 1 : verb.i]):
        # "The letter was only to warn them": that is what it was for.
        return True
    if verb.lower_ == "blame" or copula.tag_ not in FINITE or any(c.i < verb.i for c in children(copula, "acomp")):
        return True
    subjects = children(copula, "nsubj")
    return any(noun.lemma_.lower() in _ABSTRACT for c in subjects for noun in (c, *children(c, "conj")))
