"""States: copulas, adjectives and participles before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality.feelings import is_measured
from kg.extract.factuality.marks import own
from kg.extract.factuality.negation import denied
from kg.extract.factuality.nouns import of_noun
from kg.extract.factuality.readings import Reading, product
from kg.extract.factuality.verbs import of_complement, of_verb
from kg.extract.syntax import children
from kg.model import Certainty

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon


def of_state(trigger: Token, lexicon: Lexicon) -> Reading:
    """The reading of a state.

    A predicate is read as its copula is; one beside an object as what its verb governs ("feared dead", "found dead");
    one before a noun is taken for granted with the noun ("the stolen car"), unless that is open itself.
    """
    if trigger.lemma_ == "be":
        return of_verb(trigger, lexicon)
    if trigger.dep_ in {"acomp", "oprd"}:
        reading = of_complement(trigger, lexicon)
    elif trigger.dep_ in {"amod", "compound"}:
        reading = _before_noun(trigger, lexicon)
    else:
        reading = of_verb(trigger, lexicon)
    degree = trigger.pos_ == "ADJ" and any(c.lower_ == "how" for c in trigger.children)
    if degree and not _is_exclaimed(trigger, lexicon):
        # "How close it came": perhaps not close at all.
        reading = reading.doubted(Certainty.UNKNOWN, "to what degree")
    state = lexicon.adjectives.get(trigger.lower_) if trigger.pos_ == "ADJ" else None
    return replace(reading, polarity=product(reading.polarity, state.polarity)) if state is not None else reading


def _is_exclaimed(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells by "how" that something is very much so: "told us how surprised he is"."""
    clause = trigger.head if trigger.dep_ == "acomp" else trigger
    told = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB"
    return told and not is_measured(trigger) and of_verb(clause.head, lexicon).plain and not denied(clause.head)


def _before_noun(trigger: Token, lexicon: Lexicon) -> Reading:
    reading = own(trigger, lexicon)
    adverbs = [*children(trigger, "advmod"), *([trigger.nbor(-1)] if trigger.i else [])]
    if trigger.tag_ == "VBN" and any(c.lower_ in lexicon.words.get("past", ()) for c in adverbs):
        # "Will discuss recently built bridges": they are built.
        return reading
    around = of_noun(trigger.head, lexicon)
    return reading if around.plain else reading.doubted(Certainty.UNKNOWN, f"beside {trigger.head.text!r}")
