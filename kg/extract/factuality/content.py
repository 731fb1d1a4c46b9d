"""What a clause amounts to as the content of a word: said by somebody, announced by a noun, judged by a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import negation
from kg.extract.factuality.marks import is_infinitive, own
from kg.extract.factuality.readings import Reading, cue_class, product
from kg.extract.syntax import SUBJECT, children, is_passive
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_SAID = frozenset({"show", "say", "allege", "deny", "believe", "doubt", "suggest"})
_FIRST = frozenset({"i", "we"})


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
        # "X's suggestion was that …" is X's suggestion.
        return announced(subject, verb, reading, lexicon)
    for predicate in children(head, "acomp", "attr"):
        found = cue_class(predicate, lexicon)
        if found is None or denied:
            return reading.doubted(Certainty.UNKNOWN, f"said to be {predicate.text!r}")
        return reading.under(found.stance, f"{found.name} under {predicate.text!r}")
    return reading


def attributed(seen: Reading, head: Token, outer: Reading, found: CueClass, lexicon: Lexicon) -> Reading:
    """What somebody says, knows or wants: nobody's where that is denied, and alleged where nobody is named."""
    if outer.polarity is Polarity.NEGATIVE and found.name not in {"know", "request"}:
        if head.lemma_ in lexicon.neg_raisers and children(head, "neg"):
            # "Does not think that X attacked": thinks that X did not.
            seen = seen.doubted(Certainty.PROBABLE, f"{head.text!r} is negated")
            seen = replace(seen, polarity=product(seen.polarity, Polarity.NEGATIVE))
        else:
            seen = seen.doubted(Certainty.UNKNOWN, f"{head.text!r} is negated")
    elif found.name in _SAID and _is_unsaid(head, outer, found):
        seen = seen.doubted(Certainty.UNKNOWN, f"{head.text!r} is not said to be")
    if head.pos_ == "VERB" and is_passive(head) and found.name in {"say", "believe", "allege"}:
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{head.text!r} by nobody named"), modality=Modality.ALLEGED)
    # What is known or seen is so, whoever sees it.
    return seen if found.name in {"know", "show"} and seen.plain else replace(seen, cue=head)


def _is_unsaid(head: Token, outer: Reading, found: CueClass) -> bool:
    """Whether nobody is told to have said it: "may say that …", "would deny …", unlike "I must say that …".

    What is spoken "to say" something, or hangs on a word of no known class, may well have been said; what is done "to
    prove" it need not have.
    """
    first = any(s.lower_ in _FIRST for s in children(head, *SUBJECT))
    open_ = outer.future or outer.certainty in {Certainty.POSSIBLE, Certainty.UNKNOWN}
    return open_ and not first and not outer.undecided and (found.name == "show" or "purpose" not in outer.reasons)


def announced(noun: Token, verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """A clause that a noun announces: a plan to attack, the claim that it attacked, efforts to help."""
    found = cue_class(noun, lexicon)
    if found is None:
        # "Said Miller: We left".
        apart = children(verb, *SUBJECT) and any(t.text == ":" for t in verb.doc[noun.i : verb.i])
        return reading if apart else reading.unclear(f"under {noun.text!r}")
    if found.name == "factive":
        return reading.unclear(f"under {noun.text!r}") if is_infinitive(verb) else reading
    seen = reading.under(found.stance, f"{found.name} under {noun.text!r}")
    if negation.negated(noun):
        seen = seen.doubted(Certainty.UNKNOWN, f"no {noun.text!r}")
    if found.name == "say" and not _is_owned(noun):
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{noun.text!r} of nobody named"), modality=Modality.ALLEGED)
    # The fact or the knowledge that it attacked: so, whoever has it.
    return replace(seen, cue=noun) if found.attributes and found.name != "know" else seen


def _is_owned(noun: Token) -> bool:
    return bool(children(noun, "poss")) or any(p.lower_ in {"by", "from"} for p in children(noun, "prep"))
