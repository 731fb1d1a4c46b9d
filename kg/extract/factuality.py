"""How an event is put forward: polarity, certainty, future and modality, after FactBank.

A verb is read by its own marks (negation, modal, adverbs, a conjunction such as *if*) and by what governs it: each
governor has a class in the ontology (``cues.csv``), and a class says what it does to the clause under it. The climb
ends at the first governor whose subject is an authority, since factuality is always relative to the innermost one. What
is governed by a word of no known class is ``unknown``: only what nothing puts in doubt is certain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children, governor_of, is_imperative, is_passive
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.ontology import CueClass, Lexicon, Stance

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
_PART_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_OCCURRENCE = frozenset(
    {"take", "happen", "occur", "begin", "start", "go", "resume", "continue", "be", "follow", "end"}
)
# Classes whose noun object exists all the same: a request that is rejected was made.
_PRESUPPOSING = frozenset({"say", "know", "manage", "seem", "reject", "believe"})
_SPOKEN = frozenset({"say", "believe", "know", "suggest", "allege", "expect", "doubt"})
_WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "wo", "shall"})
_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A verb or noun as its innermost authority puts it; ``cue`` is the token that makes it somebody's content."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    modality: Modality = Modality.ASSERTED
    cue: Token | None = None
    reasons: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether nothing puts it in doubt, denies it or moves it into the future."""
        return self.certainty is Certainty.CERTAIN and not self.future and self.modality is Modality.ASSERTED

    def under(self, stance: Stance, reason: str) -> Reading:
        """The reading, seen through a word that governs or marks it."""
        weaker = max(self.certainty, stance.certainty, key=_ORDER.index)
        return replace(
            self,
            polarity=_product(self.polarity, stance.polarity),
            certainty=weaker,
            future=self.future or stance.future,
            modality=stance.modality if stance.modality is not Modality.ASSERTED else self.modality,
            reasons=(*self.reasons, reason),
        )

    def doubted(self, certainty: Certainty, reason: str) -> Reading:
        """The reading with at most that certainty."""
        weaker = max(self.certainty, certainty, key=_ORDER.index)
        return replace(self, certainty=weaker, reasons=(*self.reasons, reason))


def _product(one: Polarity, other: Polarity) -> Polarity:
    return Polarity.POSITIVE if one is other else Polarity.NEGATIVE


def cue_class(token: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of a word that governs a clause; with its particle or preposition first ("call for", "rule out")."""
    part = _PART_OF_SPEECH.get(token.pos_)
    if part is None:
        return None
    lemma = token.lemma_.lower()
    for child in children(token, "prt", "prep"):
        if found := lexicon.cues.get((f"{lemma} {child.lower_}", part)):
            return found
    return lexicon.cues.get((lemma, part))


def governs(head: Token, clause: Token, found: CueClass) -> bool:
    """Whether a clause under a cue is its content.

    A finite clause before the cue is what was said or thought ("The talks failed, X said"); it is never what was asked
    for or promised: there the parse went wrong ("X refused, a day after Y urged it to agree").
    """
    finite = clause.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.tag_ in {"VBD", "VBZ", "VBP"} for c in children(clause, "aux")
    )
    return clause.dep_ != "ccomp" or clause.i > head.i or not finite or found.name in _SPOKEN


def of_verb(verb: Token, lexicon: Lexicon, depth: int = _DEPTH) -> Reading:
    """The reading of a verb."""
    reading = _own(verb, lexicon)
    if depth:
        reading = _governed(verb, reading, lexicon, depth)
    if _is_question(verb):
        reading = reading.doubted(Certainty.UNKNOWN, "question")
    return reading


def _own(verb: Token, lexicon: Lexicon) -> Reading:
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
    if any(_is_condition(child) for child in children(verb, "advcl")):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "under a condition"), modality=Modality.CONDITIONAL)
    if is_imperative(verb):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "imperative"), modality=Modality.REQUESTED, future=True)
    return _periphrastic(verb, reading, lexicon)


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
        case "dobj" | "nsubj" | "nsubjpass":
            # "No troops were sent", "took no position", "nobody came": the argument denies the clause.
            empty = child.lower_ in {"nobody", "none", "nothing"} or any(c.lower_ == "no" for c in child.children)
            return ("no", "det") if empty else None
        case _:
            return None


def _periphrastic(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """*have to*, *be going to*, *is to*: modals of several words, which the parse shows as governors."""
    head = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return reading
    if head.lemma_ in {"have", "need"} and head.pos_ in {"VERB", "AUX"}:
        return reading.under(lexicon.hedges["have to", "modal"], f"{head.text} to")
    if head.lemma_ == "go" and head.tag_ == "VBG":
        return reading.under(lexicon.hedges["go to", "modal"], "going to")
    if head.lemma_ == "be":
        return reading.under(lexicon.hedges["be to", "modal"], f"{head.text} to")
    return reading


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)


def _is_question(verb: Token) -> bool:
    return verb.dep_ in {"ROOT", "conj", "ccomp"} and verb.sent[-1].text.strip("”\"'’ ") == "?"


def _governed(verb: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    head = verb.head
    match verb.dep_:
        case "xcomp" | "ccomp":
            return _complement(verb, head, reading, lexicon, depth)
        case "conj":
            return _coordinated(verb, head, reading, lexicon, depth)
        case "acl" if verb.tag_ == "VB" or any(c.dep_ == "mark" for c in verb.children):
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
    found = cue_class(head, lexicon)
    if found is not None and not governs(head, verb, found):
        return reading
    if found is None:
        if head.lemma_ in {"have", "need", "be", "go"} and head.pos_ in {"VERB", "AUX"}:
            return _governed(head, reading, lexicon, depth - 1) if head.lemma_ != "be" else reading
        return reading.doubted(Certainty.UNKNOWN, f"under {head.text!r}")
    if found.name == "suggest" and verb.dep_ == "ccomp" and verb.tag_ != "VB":
        return replace(reading.doubted(Certainty.POSSIBLE, f"under {head.text!r}"), cue=head)
    seen = reading.under(found.stance, f"{found.name} under {head.text!r}")
    outer = of_verb(head, lexicon, depth - 1) if head.pos_ in {"VERB", "AUX"} else _own(head, lexicon)
    if found.attributes:
        return _attributed(seen, head, outer, found)
    if head.pos_ == "ADJ":
        outer = of_verb(head.head, lexicon, depth - 1) if head.head.pos_ in {"VERB", "AUX"} else outer
    flipped = outer.polarity if found.name in {"manage", "fail", "prevent", "able", "allow"} else Polarity.POSITIVE
    weaker = max(seen.certainty, outer.certainty, key=_ORDER.index)
    return replace(
        seen,
        polarity=_product(seen.polarity, flipped),
        certainty=weaker,
        future=seen.future or outer.future,
        modality=seen.modality if seen.modality is not Modality.ASSERTED else outer.modality,
        cue=outer.cue,
    )


def _attributed(seen: Reading, head: Token, outer: Reading, found: CueClass) -> Reading:
    if outer.polarity is Polarity.NEGATIVE and found.name not in {"know", "request"}:
        seen = seen.doubted(Certainty.UNKNOWN, f"{head.text!r} is negated")
    if head.pos_ == "VERB" and is_passive(head) and found.name in {"say", "believe", "know", "allege"}:
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{head.text!r} by nobody named"), modality=Modality.ALLEGED)
    return replace(seen, cue=head)


def _coordinated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if head.pos_ not in {"VERB", "AUX"}:
        return reading
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
    return replace(seen, cue=noun) if found.attributes else seen


def _adjoined(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and any(c.lower_ == "to" for c in children(verb, "aux")):
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
        reading.doubted(max(outer.certainty, Certainty.UNKNOWN, key=_ORDER.index), f"hangs on {main.text!r}"),
        future=reading.future or outer.future,
        cue=outer.cue,
    )


def _gerund(verb: Token, preposition: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if stance := lexicon.hedges.get((preposition.lower_, "prep")):
        return reading.under(stance, preposition.text)
    governor = preposition.head
    if governor.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return _of_noun(governor, reading, lexicon)
    if governor.pos_ not in {"VERB", "AUX"}:
        return reading.doubted(Certainty.UNKNOWN, f"under {preposition.text!r}")
    if preposition.lower_ in {"by", "in", "after", "since", "while", "upon", "on"} and governor.lemma_ != "insist":
        outer = of_verb(governor, lexicon, depth - 1)
        return reading.doubted(outer.certainty, f"as {governor.text!r}") if not outer.plain else reading
    return _complement(verb, governor, reading, lexicon, depth)


def of_noun(noun: Token, lexicon: Lexicon) -> Reading:
    """The reading of a nominal event.

    Its adjectives ("alleged", "planned") and *no* mark it; a noun or verb that governs it does what its class says
    ("demanded the release", "fears of an attack"); a verb of occurrence lends it its own reading ("talks will take
    place"). One that is indefinite under something not said to happen is unknown.
    """
    reading = Reading()
    for child in noun.children:
        part = {"amod": "adj", "det": "det", "advmod": "adv", "compound": "adj"}.get(child.dep_)
        if part and (stance := lexicon.hedges.get((child.lower_, part))):
            reading = reading.under(stance, child.text)
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "conj":
        outer = of_noun(noun.head, lexicon) if noun.head.i != noun.i else Reading()
        return reading if outer.plain else replace(outer, reasons=(*outer.reasons, *reading.reasons))
    if over.i == noun.i:
        return reading
    return _noun_governed(noun, over, reading, lexicon)


def _noun_governed(noun: Token, over: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    found = cue_class(over, lexicon)
    if over.pos_ in {"NOUN", "ADJ"}:
        if found and found.name not in _PRESUPPOSING:
            return replace(reading.under(found.stance, f"{found.name} under {over.text!r}"), cue=over)
        return reading
    if over.pos_ not in {"VERB", "AUX"}:
        return reading
    outer = of_verb(over, lexicon)
    complement = noun.dep_ in {"dobj", "attr", "pobj"}
    if complement and found and found.name not in _PRESUPPOSING:
        seen = reading.under(found.stance, f"{found.name} under {over.text!r}")
        return replace(seen, cue=over if found.attributes else outer.cue)
    if noun.dep_ in SUBJECT and over.lemma_ in _OCCURRENCE:
        merged = replace(outer, polarity=_product(outer.polarity, reading.polarity))
        return merged if reading.plain else reading
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these"} for c in noun.children)
    if not outer.plain and not definite:
        return replace(reading.doubted(Certainty.UNKNOWN, f"indefinite under {over.text!r}"), cue=outer.cue)
    if outer.polarity is Polarity.NEGATIVE and not definite:
        return reading.doubted(Certainty.UNKNOWN, f"indefinite under a negated {over.text!r}")
    return replace(reading, cue=outer.cue)
