"""Adverbs of hearsay that reach a second verb: "who *allegedly* hid coins and bribed a clerk".

An adverb between the subject and its verb has scope over what is joined to that without a subject of its own (Quirk et
al. 1985, section 13.50): who tells the one by hearsay does not tell the other as certain. A passive beside an active
verb tells what others did then: "allegedly robbed a bank and was arrested".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children, is_passive
from kg.model import Modality

if TYPE_CHECKING:
    from kg.extract.factuality.readings import Reading
    from kg.extract.tree import Token
    from kg.ontology import Lexicon, Stance


def as_heard(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading of a verb that an adverb of hearsay before another reaches."""
    found = by_hearsay(verb, lexicon)
    return reading if found is None else reading.under(found[0], found[1].text)


def by_hearsay(verb: Token, lexicon: Lexicon) -> tuple[Stance, Token] | None:
    """The adverb of hearsay before another verb that reaches this one, with its stance."""
    other = _first(verb)
    if other is None:
        return None
    for adverb in children(other, "advmod"):
        stance = lexicon.hedges.get((adverb.lower_, "adv")) if adverb.i < other.i else None
        if stance is not None and stance.modality is Modality.ALLEGED:
            return stance, adverb
    return by_hearsay(other, lexicon)


def _first(verb: Token) -> Token | None:
    """The verb before this one that tells of the same doer in the same breath."""
    head = verb.head
    if verb.dep_ == "conj":
        alike = verb.tag_ == head.tag_ == "VBD" and not is_passive(verb) and not children(verb, *SUBJECT)
        return head if alike and head.i < verb.i else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        # "The man who allegedly shot three — killing two": the parse hung it on the man.
        return next((c for c in children(head, "relcl") if c.i < verb.i), None)
    return None
