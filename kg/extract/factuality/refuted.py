"""What undoes a claim or a plan: it is said to be false, given up, or kept from coming about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import negation
from kg.extract.factuality.readings import cue_class
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_OPENING = ("aux", "mark")
_PROVING = frozenset({"prove", "turn"})
_SAID = ("acomp", "attr", "oprd")
_COURSE = frozenset({"after", "by", "in", "since"})
_WILLED = frozenset({"plan", "promise", "threaten", "try"})


def refuted(noun: Token, lexicon: Lexicon) -> Token | None:
    """The word by which a claim is said to be false, without any doubt.

    "A claim that it attacked *was false*", "proved *unfounded*", "turned out to be a *hoax*", "was *debunked*".
    """
    verb = noun.head
    if noun.dep_ not in SUBJECT or negation.denied(verb) or "mark" in verb.kinds:
        return None
    if any(c.tag_ in {"MD", "TO"} for c in children(verb, "aux")):
        return None
    if "auxpass" in verb.kinds:
        return verb if verb.lemma_ in lexicon.words.get("refuting", ()) else None
    if verb.lemma_ not in _PROVING and (verb.lemma_ != "be" or "aux" in verb.kinds):
        return None
    over = [verb, *(c for c in children(verb, "xcomp") if c.lemma_ == "be" and not negation.denied(c))]
    unfounded = lexicon.words.get("unfounded", ())
    said = (word for each in over for word in children(each, *_SAID))
    return next((word for word in said if word.lower_ in unfounded), None)


def given_up(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb by which a plan or promise is, or may be, given up: "*dropped* its plan to", "decided *against* it"."""
    if noun.dep_ == "pobj":
        return noun.head if noun.head.lower_ == "against" else None
    over = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    return over if over is not None and over.lemma_ in lexicon.words.get("giving up", ()) else None


def foiled(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb by which others keep from coming about what somebody planned or tried: "*foiled* a plot to attack"."""
    over = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    if over is None or negation.denied(over) or "mark" in over.kinds:
        return None
    if any(c.tag_ == "MD" or (c.lower_, "adv") in lexicon.hedges for c in children(over, "aux", "advmod")):
        return None
    if over.tag_ == "VB" or (over.tag_ == "VBG" and (over.dep_ != "pcomp" or over.head.lower_ not in _COURSE)):
        # "Could thwart plans", "to foil a plot", "aimed at foiling it": nobody has.
        return None
    ended, willed = cue_class(over, lexicon), cue_class(noun, lexicon)
    stopped = ended is not None and ended.name == "foil"
    return over if stopped and willed is not None and willed.name in _WILLED else None
