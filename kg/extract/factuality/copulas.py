"""What is said of a clause by a copula: "it is likely that …", "the plan is that …", "what is needed is that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality.content import announced
from kg.extract.factuality.forms import is_finite
from kg.extract.factuality.marks import own
from kg.extract.factuality.readings import Reading, cue_class, product
from kg.extract.syntax import SUBJECT, children
from kg.model import Certainty, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_LIKELY = frozenset({"possible", "probable", "seem"})


def predicated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What is said of a clause: "it is possible that …"; and the cleft "it was X that …"."""
    told, edge = cue_class(verb, lexicon), verb.left_edge.i
    if told is not None and told.name == "say" and verb.doc[edge - 1].text == "," and not children(verb, "ccomp"):
        # "It was a mistake, she insisted": who insists is no part of it.
        return reading
    denied = own(head, lexicon).polarity is Polarity.NEGATIVE
    cleft = bool(children(head, "attr")) and any(c.tag_ in {"WDT", "WP"} for c in children(verb, *SUBJECT))
    if cleft:
        return reading.doubted(Certainty.UNKNOWN, "denied of another") if denied else reading
    subject = next(iter(children(head, "nsubj")), None)
    if subject is not None and subject.pos_ == "NOUN" and not children(head, "acomp", "attr"):
        # "X's suggestion was that …" is X's suggestion; the goal that "is not to leave" is to stay.
        if subject.lemma_ in lexicon.words.get("granted", ()) and is_finite(verb) and not denied:
            # "The trouble is that X left": he did.
            return reading
        seen = announced(subject, verb, reading, lexicon)
        return _denied(seen) if denied else seen
    return _judged(verb, head, reading, lexicon, denied=denied)


def _judged(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, *, denied: bool) -> Reading:
    """What is likely, or needed: "what needs to be done is that they leave"."""
    if any(c.lemma_ == "need" for c in children(head, "csubj")) and children(verb, "mark"):
        return reading.unclear("not needed") if denied else reading.under(lexicon.hedges["need", "modal"], "needed")
    for predicate in children(head, "acomp", "attr"):
        found = cue_class(predicate, lexicon)
        if found is None or denied:
            if found is not None and found.name in _LIKELY:
                return _denied(reading.under(found.stance, f"{found.name} under {predicate.text!r}"))
            return reading.unclear(f"said to be {predicate.text!r}")
        return reading.under(found.stance, f"{found.name} under {predicate.text!r}")
    return reading


def _denied(reading: Reading) -> Reading:
    return replace(reading, polarity=product(reading.polarity, Polarity.NEGATIVE))
