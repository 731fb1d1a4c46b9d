"""Verbs, by their own marks and by what governs them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.factuality.marks import NEGATING, is_infinitive, is_question, own
from kg.extract.factuality.readings import ORDER, Reading, cue_class, governs, product
from kg.extract.syntax import SUBJECT, children, governor_of, is_passive
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_AIMS = frozenset({"plan", "promise", "request", "threaten", "want"})
_DEPTH = 8


def of_verb(verb: Token, lexicon: Lexicon, depth: int = _DEPTH) -> Reading:
    """The reading of a verb."""
    reading = own(verb, lexicon)
    if depth:
        reading = _governed(verb, reading, lexicon, depth)
    if is_question(verb):
        reading = reading.doubted(Certainty.UNKNOWN, "question")
    return reading


def _governed(verb: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    head = verb.head
    match verb.dep_:
        case "xcomp" | "ccomp":
            return _complement(verb, head, reading, lexicon, depth)
        case "conj":
            return _coordinated(verb, head, reading, lexicon, depth)
        case "acl" if verb.tag_ == "VB" or is_infinitive(verb) or any(c.dep_ == "mark" for c in verb.children):
            return _of_noun(head, reading, lexicon)
        case "relcl" if is_infinitive(verb) and head.pos_ == "NOUN":
            return _of_noun(head, reading, lexicon)
        case "advcl" | "acl" | "relcl":
            return _adjoined(verb, head, reading, lexicon, depth)
        case "pcomp":
            return _gerund(verb, head, reading, lexicon, depth)
        case "csubj" | "csubjpass":
            return reading.doubted(Certainty.UNKNOWN, "subject clause")
        case _:
            return reading


def _complement(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    found = cue_class(head, lexicon, verb)
    if found is not None and not governs(head, verb, found):
        return reading
    if found is None:
        if head.lemma_ == "be" and verb.dep_ == "ccomp" and verb.i > head.i:
            return _predicated(verb, head, reading, lexicon)
        if head.lemma_ in {"have", "need", "be", "go"} and head.pos_ in {"VERB", "AUX"}:
            return _governed(head, reading, lexicon, depth - 1) if head.lemma_ != "be" else reading
        return reading.doubted(Certainty.UNKNOWN, f"under {head.text!r}")
    if found.name == "suggest" and verb.dep_ == "ccomp" and verb.tag_ != "VB":
        return replace(reading.doubted(Certainty.POSSIBLE, f"under {head.text!r}"), cue=head)
    seen = reading.under(found.stance, f"{found.name} under {head.text!r}")
    outer = of_verb(head, lexicon, depth - 1) if head.pos_ in {"VERB", "AUX"} else own(head, lexicon)
    if found.attributes:
        return _attributed(seen, head, outer, found)
    if head.pos_ == "ADJ":
        outer = of_verb(head.head, lexicon, depth - 1) if head.head.pos_ in {"VERB", "AUX"} else outer
    flipped = outer.polarity if found.name in {"manage", "fail", "prevent", "able", "allow"} else Polarity.POSITIVE
    weaker = max(seen.certainty, outer.certainty, key=ORDER.index)
    return replace(
        seen,
        polarity=product(seen.polarity, flipped),
        certainty=weaker,
        future=seen.future or outer.future,
        modality=seen.modality if seen.modality is not Modality.ASSERTED else outer.modality,
        cue=outer.cue,
    )


def _predicated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What is said of a clause: "it is possible that …"; and the cleft "it was X that …"."""
    denied = own(head, lexicon).polarity is Polarity.NEGATIVE
    cleft = bool(children(head, "attr")) and any(c.tag_ in {"WDT", "WP"} for c in children(verb, *SUBJECT))
    if cleft:
        return reading.doubted(Certainty.UNKNOWN, "denied of another") if denied else reading
    subject = next(iter(children(head, "nsubj")), None)
    if subject is not None and subject.pos_ == "NOUN" and not children(head, "acomp", "attr"):
        # "X's suggestion was that …" is X's suggestion.
        return _of_noun(subject, reading, lexicon)
    for predicate in children(head, "acomp", "attr"):
        found = cue_class(predicate, lexicon)
        if found is None or denied:
            return reading.doubted(Certainty.UNKNOWN, f"said to be {predicate.text!r}")
        return reading.under(found.stance, f"{found.name} under {predicate.text!r}")
    return reading


def _attributed(seen: Reading, head: Token, outer: Reading, found: CueClass) -> Reading:
    if outer.polarity is Polarity.NEGATIVE and found.name not in {"know", "request"}:
        seen = seen.doubted(Certainty.UNKNOWN, f"{head.text!r} is negated")
    if head.pos_ == "VERB" and is_passive(head) and found.name in {"say", "believe", "know", "allege"}:
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{head.text!r} by nobody named"), modality=Modality.ALLEGED)
    return replace(seen, cue=head)


def _coordinated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if head.pos_ not in {"VERB", "AUX"}:
        return reading
    if any(c.lower_ == "nor" and c.i < verb.i for c in children(head, "cc")):
        reading = reading.under(lexicon.hedges["no", "det"], "nor")
    if children(verb, *SUBJECT) or (verb.tag_ in {"VBD", "VBZ", "VBP"}):
        return _governed(head, reading, lexicon, depth - 1)
    outer = of_verb(head, lexicon, depth - 1)
    if reading.reasons:
        return _governed(head, reading, lexicon, depth - 1)
    return replace(outer, reasons=(*outer.reasons, f"shared with {head.text!r}"))


def _of_noun(noun: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """A clause that a noun announces: a plan to attack, the claim that it attacked, efforts to help."""
    found = cue_class(noun, lexicon)
    if found is None:
        return reading.doubted(Certainty.UNKNOWN, f"under {noun.text!r}")
    seen = reading.under(found.stance, f"{found.name} under {noun.text!r}")
    if any(c.lower_ in NEGATING for c in noun.children):
        seen = seen.doubted(Certainty.UNKNOWN, f"no {noun.text!r}")
    if found.name == "say" and not _is_owned(noun):
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{noun.text!r} of nobody named"), modality=Modality.ALLEGED)
    return replace(seen, cue=noun) if found.attributes else seen


def _is_owned(noun: Token) -> bool:
    return bool(children(noun, "poss")) or any(p.lower_ in {"by", "from"} for p in children(noun, "prep"))


def _adjoined(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if verb.dep_ == "advcl" and is_infinitive(verb):
        return replace(reading.doubted(Certainty.UNKNOWN, "purpose"), future=True)
    main = head if head.pos_ in {"VERB", "AUX"} else governor_of(head)
    if main is None or verb.tag_ == "VBD":
        return reading
    outer = of_verb(main, lexicon, depth - 1)
    if outer.polarity is Polarity.NEGATIVE and any(c.lower_ == "because" for c in children(verb, "mark")):
        return reading.doubted(Certainty.UNKNOWN, f"because, under a negated {main.text!r}")
    if outer.plain:
        return replace(reading, cue=reading.cue or outer.cue)
    # What hangs on something not said to happen is not said to happen either.
    return replace(
        reading.doubted(max(outer.certainty, Certainty.UNKNOWN, key=ORDER.index), f"hangs on {main.text!r}"),
        future=reading.future or outer.future,
        cue=outer.cue,
    )


def _gerund(verb: Token, preposition: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    before = f"{preposition.nbor(-1).lower_} {preposition.lower_}" if preposition.i else ""
    for words in (before, preposition.lower_):
        if stance := lexicon.hedges.get((words, "prep")):
            return reading.under(stance, words)
    governor = preposition.head
    if governor.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return _of_noun(governor, reading, lexicon)
    if governor.pos_ not in {"VERB", "AUX"}:
        return reading.doubted(Certainty.UNKNOWN, f"under {preposition.text!r}")
    if preposition.lower_ in {"by", "in", "after", "since", "while", "upon", "on"} and governor.lemma_ != "insist":
        outer = of_verb(governor, lexicon, depth - 1)
        if preposition.lower_ == "by" and outer.polarity is Polarity.NEGATIVE:
            return reading.doubted(Certainty.UNKNOWN, f"by, under a negated {governor.text!r}")
        return reading.doubted(outer.certainty, f"as {governor.text!r}") if not outer.plain else reading
    seen = _complement(verb, governor, reading, lexicon, depth)
    found = cue_class(governor, lexicon)
    if preposition.lower_ == "against" and found is not None and found.name in _AIMS:
        return replace(seen, polarity=product(seen.polarity, Polarity.NEGATIVE))
    return seen
