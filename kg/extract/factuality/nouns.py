"""Nouns that name an event, by their own marks and by the verb or noun over them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.factuality.marks import NEGATING
from kg.extract.factuality.readings import Reading, cue_class, product
from kg.extract.factuality.verbs import of_verb
from kg.extract.syntax import SUBJECT, children
from kg.model import Certainty, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_OCCURRENCE = frozenset(
    {"take", "happen", "occur", "begin", "start", "go", "resume", "continue", "be", "follow", "end"}
)
# Classes whose noun object exists all the same: a request that is rejected was made.
_PRESUPPOSING = frozenset({"say", "know", "manage", "seem"})
# Classes that leave a definite noun, and a word of speech, as it is: "rejected a request", "feared the attack".
_LENIENT = frozenset({"reject", "believe"})


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
        polarity=product(seen.polarity, outer.polarity),
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
        denied = any(c.lower_ in NEGATING for c in noun.children)
        merged = outer if denied else replace(outer, polarity=product(outer.polarity, reading.polarity))
        return merged if reading.plain else reading
    if not outer.plain and not definite:
        return replace(reading.doubted(Certainty.UNKNOWN, f"indefinite under {over.text!r}"), cue=outer.cue)
    if outer.polarity is Polarity.NEGATIVE and not definite:
        return reading.doubted(Certainty.UNKNOWN, f"indefinite under a negated {over.text!r}")
    return replace(reading, cue=outer.cue)
