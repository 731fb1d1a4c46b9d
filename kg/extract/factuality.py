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
_PRESUPPOSING = frozenset({"say", "know", "manage", "seem"})
# Classes that leave a definite noun, and a word of speech, as it is: "rejected a request", "feared the attack".
_LENIENT = frozenset({"reject", "believe"})
_AIMS = frozenset({"plan", "promise", "request", "threaten", "want"})
_NEGATING = frozenset({"no", "neither"})
_INVERTED = frozenset({"had", "were", "should"})
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


def cue_class(token: Token, lexicon: Lexicon, clause: Token | None = None) -> CueClass | None:
    """The class of a word that governs a clause; with its particle or preposition first ("call for", "rule out").

    With ``clause``, first by how that is joined: "told X *to* go", "warned X *not* to go", "decided *whether* to go".
    """
    part = _PART_OF_SPEECH.get(token.pos_)
    if part is None:
        return None
    lemma = token.lemma_.lower()
    for joined in _joined(clause) if clause is not None else ():
        if found := lexicon.cues.get((f"{lemma} {joined}", part)):
            return found
    for child in children(token, "prt", "prep"):
        if found := lexicon.cues.get((f"{lemma} {child.lower_}", part)):
            return found
    return lexicon.cues.get((lemma, part))


def _joined(clause: Token) -> list[str]:
    words = {c.lower_ for c in children(clause, "aux", "neg", "mark", "advmod")}
    perfect = any(c.lemma_ == "have" for c in children(clause, "aux"))
    return [word for word in ("not", "whether", "that", "to") if word in words and not (perfect and word == "to")]


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", in the passive too ("to be signed")."""
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


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
    if _is_inverted(verb) or any(_is_condition(child, verb) for child in children(verb, "advcl")):
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
        case "preconj" if child.lower_ == "neither":
            return "no", "det"
        case "dobj" | "nsubj" | "nsubjpass":
            # "No troops were sent", "took no position", "nobody came": the argument denies the clause.
            empty = child.lower_ in {"nobody", "none", "nothing"} or any(
                c.lower_ in _NEGATING or c.dep_ == "neg" for c in child.children
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


def _is_question(verb: Token) -> bool:
    return verb.dep_ in {"ROOT", "conj", "ccomp"} and verb.sent[-1].text.strip("”\"'’ ") == "?"


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


def _predicated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What is said of a clause: "it is possible that …"; and the cleft "it was X that …"."""
    denied = _own(head, lexicon).polarity is Polarity.NEGATIVE
    cleft = bool(children(head, "attr")) and any(c.tag_ in {"WDT", "WP"} for c in children(verb, *SUBJECT))
    if cleft:
        return reading.doubted(Certainty.UNKNOWN, "denied of another") if denied else reading
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
    if any(c.lower_ in _NEGATING for c in noun.children):
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
        reading.doubted(max(outer.certainty, Certainty.UNKNOWN, key=_ORDER.index), f"hangs on {main.text!r}"),
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
        return replace(seen, polarity=_product(seen.polarity, Polarity.NEGATIVE))
    return seen


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
    if noun.dep_ == "pobj" and (stance := lexicon.hedges.get((noun.head.lower_, "prep"))):
        return reading.under(stance, noun.head.text)
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "conj":
        outer = of_noun(noun.head, lexicon) if noun.head.i != noun.i else Reading()
        shared = not outer.plain or outer.polarity is Polarity.NEGATIVE
        return replace(outer, reasons=(*outer.reasons, *reading.reasons)) if shared else reading
    if over.i == noun.i:
        return reading
    return _noun_governed(noun, over, reading, lexicon)


def _complement_noun(reading: Reading, over: Token, outer: Reading, found: CueClass) -> Reading:
    """A noun that names what its verb asks for, denies, prevents …: as a clause under that verb would be read."""
    seen = reading.under(found.stance, f"{found.name} under {over.text!r}")
    if found.attributes:
        denied = outer.polarity is Polarity.NEGATIVE and found.name not in {"know", "request"}
        seen = seen.doubted(Certainty.UNKNOWN, f"{over.text!r} is negated") if denied else seen
        return replace(seen, cue=over)
    return replace(
        seen.doubted(outer.certainty, f"as {over.text!r}"),
        polarity=_product(seen.polarity, outer.polarity),
        future=seen.future or outer.future,
        cue=outer.cue,
    )


def _judged(verb: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of what something is said to be, where that leaves it open: "talks are likely"."""
    found = [cue_class(c, lexicon) for c in children(verb, "acomp")] if verb.lemma_ == "be" else []
    return next((c for c in found if c is not None and c.stance.certainty is not Certainty.CERTAIN), None)


def _noun_governed(noun: Token, over: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    found = cue_class(over, lexicon)
    if over.pos_ in {"NOUN", "ADJ"} and found and found.name not in _PRESUPPOSING | {"reject"}:
        return replace(reading.under(found.stance, f"{found.name} under {over.text!r}"), cue=over)
    if over.pos_ not in {"VERB", "AUX"}:
        return reading
    if noun.dep_ in SUBJECT:
        over = next((c for c in children(over, "xcomp") if c.lemma_ in _OCCURRENCE), over)
    outer = of_verb(over, lexicon)
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these"} for c in noun.children)
    complement = noun.dep_ in {"dobj", "attr", "pobj", "nsubjpass"}
    exists = found is not None and (
        found.name in _PRESUPPOSING or (found.name in _LENIENT and (definite or cue_class(noun, lexicon) is not None))
    )
    if complement and found and not exists:
        return _complement_noun(reading, over, outer, found)
    if noun.dep_ in SUBJECT and (said := _judged(over, lexicon)) is not None:
        return reading.under(said.stance, f"{said.name} under {over.text!r}")
    if noun.dep_ in SUBJECT and over.lemma_ in _OCCURRENCE:
        # The "no" of "no talks took place" is counted with the verb.
        denied = any(c.lower_ in _NEGATING for c in noun.children)
        merged = outer if denied else replace(outer, polarity=_product(outer.polarity, reading.polarity))
        return merged if reading.plain else reading
    if not outer.plain and not definite:
        return replace(reading.doubted(Certainty.UNKNOWN, f"indefinite under {over.text!r}"), cue=outer.cue)
    if outer.polarity is Polarity.NEGATIVE and not definite:
        return reading.doubted(Certainty.UNKNOWN, f"indefinite under a negated {over.text!r}")
    return replace(reading, cue=outer.cue)
