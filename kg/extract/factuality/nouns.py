"""Nouns that name an event, by their own marks and by the verb or noun over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import prospects
from kg.extract.factuality.negation import negated
from kg.extract.factuality.readings import Reading, cue_class, product
from kg.extract.factuality.scheduled import is_ahead, takes_effect_later
from kg.extract.factuality.sharing import lacking
from kg.extract.factuality.verbs import of_verb
from kg.extract.syntax import SUBJECT, children, governor_of, is_definite, is_passive
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon, Stance

_MARKING = {"amod": "adj", "det": "det", "advmod": "adv", "compound": "adj"}
_CONTENT = frozenset({"about", "against", "for", "from", "into", "of", "over", "to", "toward", "towards", "with"})
# Who escapes these was in them.
_HOLDING = frozenset({"captivity", "confinement", "custody", "detention", "imprisonment", "slavery"})
# "Doubts about his handling of it": he handled it.
_QUESTIONING = frozenset({"ask-whether", "doubt", "judge"})
_APPEARING = frozenset({"appear", "look", "seem", "sound"})
_STOPPING = frozenset({"come", "fall", "stop"})
_VOICING = frozenset({"direct", "offer"})
_OVERLOOKING = frozenset({"forget", "neglect", "omit"})
_HINDERING = frozenset({"prevent", "foil"})
# What is not there cannot be taken, or turned down.
_TAKING = frozenset({"accept", "allow", "decline", "get", "receive", "refuse", "reject", "take", "tolerate", "welcome"})
_ANY = frozenset({"a", "an", "any", "each", "every"})
_FURTHER = frozenset({"any", "future", "further", "more"})
_ATTEMPTS = frozenset({"plan", "threaten", "try"})
# Classes whose noun object exists all the same: a request that is rejected was made.
_PRESUPPOSING = frozenset({"factive", "say", "know", "show", "manage", "seem"})
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
        part = _MARKING.get(child.dep_)
        if part and (stance := lexicon.hedges.get((child.lower_, part))):
            reading = reading.under(stance, child.text)
    if is_ahead(noun, lexicon) or takes_effect_later(noun):
        return replace(reading, future=True, reasons=(*reading.reasons, "still to come"))
    if noun.dep_ == "pobj" and (stance := _barring(noun.head, lexicon)) is not None:
        main = noun.head.head
        outer = of_verb(main, lexicon) if main.pos_ in {"VERB", "AUX"} else Reading()
        return lacking(reading.under(stance, noun.head.text), noun.head, outer)
    if noun.dep_ == "pobj":
        for child in children(noun.head, "advmod"):
            if stance := lexicon.hedges.get((child.lower_, "adv")):
                reading = reading.under(stance, child.text)
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "conj":
        outer = of_noun(noun.head, lexicon) if noun.head.i != noun.i else Reading()
        shared = not outer.plain or outer.polarity is Polarity.NEGATIVE
        return replace(outer, reasons=(*outer.reasons, *reading.reasons)) if shared else reading
    if over.i == noun.i:
        return reading
    return _noun_governed(noun, over, reading, lexicon)


def _barring(preposition: Token, lexicon: Lexicon) -> Stance | None:
    """What a preposition makes of what stands behind it, with the word before it first: "*short of* an attack"."""
    first = preposition.nbor(-1) if preposition.i else preposition
    before = f"{first.lower_} {preposition.lower_}"
    if first.lower_ == "short" and (main := governor_of(preposition)) is not None and main.lemma_ not in _STOPPING:
        # "Two games short of the final", unlike "stopped short of an attack".
        return None
    return lexicon.hedges.get((before, "prep")) or lexicon.hedges.get((preposition.lower_, "prep"))


def _complement_noun(noun: Token, reading: Reading, over: Token, outer: Reading, found: CueClass) -> Reading:
    """A noun that names what its verb asks for, denies, prevents …: as a clause under that verb would be read."""
    seen = reading.under(found.stance, f"{found.name} under {over.text!r}")
    if found.attributes:
        denied = outer.polarity is Polarity.NEGATIVE and found.name not in {"know", "show", "request"}
        if denied:
            # Nobody asks for it, or promises it.
            seen = replace(seen.unclear(f"{over.text!r} is negated"), modality=Modality.ASSERTED)
        return replace(seen, cue=over)
    asked = outer.modality is Modality.REQUESTED and outer.polarity is Polarity.POSITIVE
    there = is_definite(noun) or (noun.tag_ == "NNS" and not any(c.lower_ in _FURTHER for c in noun.children))
    if found.name == "cease" and asked and there:
        # "Urged them to stop the attacks": they go on; of "any attacks" and "further attacks" nobody says so.
        return replace(seen, cue=outer.cue)
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
    if (open_ := prospects.of_prospect(noun, over, reading, found, lexicon)) is not None:
        return open_
    there = over.pos_ == "NOUN" and found and found.name in _QUESTIONING and "poss" in noun.kinds
    if over.pos_ in {"NOUN", "ADJ"} and found and not there and found.name not in _PRESUPPOSING | {"reject"}:
        return replace(reading.under(found.stance, f"{found.name} under {over.text!r}"), cue=over)
    if over.pos_ in {"NOUN", "PROPN"}:
        return reading if is_definite(over) else _beside(noun, over, reading, of_noun(over, lexicon))
    return _under_verb(noun, over, reading, found, lexicon) if over.pos_ in {"VERB", "AUX"} else reading


def _under_verb(noun: Token, over: Token, reading: Reading, found: CueClass | None, lexicon: Lexicon) -> Reading:
    if noun.dep_ in SUBJECT:
        over = next((c for c in children(over, "xcomp") if _occurs(c, lexicon)), over)
    outer = of_verb(over, lexicon)
    if (told := _of_deed(noun, over, reading, outer, lexicon)) is not None:
        return told
    if found and _is_content(noun, over) and not _exists(noun, found, lexicon):
        return _complement_noun(noun, reading, over, outer, found)
    if noun.dep_ in SUBJECT and (said := _judged(over, lexicon)) is not None:
        return reading.under(said.stance, f"{said.name} under {over.text!r}")
    if (noun.dep_ in SUBJECT and over.lemma_ in lexicon.occurring and not _is_received(noun, over)) or (
        noun.dep_ in {"dobj", "nsubjpass"} and over.lemma_ in lexicon.bringing_about
    ):
        if over.lemma_ == "be" and is_definite(noun) and children(over, "attr", "acomp"):
            # "The visit was not their first": there was a visit.
            outer = replace(outer, polarity=Polarity.POSITIVE)
        # The "no" of "no talks took place" is counted with the verb.
        merged = outer if negated(noun) else replace(outer, polarity=product(outer.polarity, reading.polarity))
        return merged if reading.plain else reading
    if not outer.plain and prospects.is_entailed(noun, over, lexicon):
        return _sharing(reading, over, outer)
    return _beside(noun, over, reading, outer)


def _of_deed(noun: Token, over: Token, reading: Reading, outer: Reading, lexicon: Lexicon) -> Reading | None:
    """What somebody comes to ("come to the aid of the town"), and what was designed to do something: that is there.

    So are somebody's efforts or promises, whatever they will be: "her efforts to win will be her legacy".
    """
    if "poss" in noun.kinds and noun.dep_ in SUBJECT and over.lemma_ == "be" and children(over, "attr"):
        return replace(reading, cue=outer.cue) if cue_class(noun, lexicon) is not None else None
    if over.lemma_ == "come" and noun.dep_ == "pobj" and noun.head.lower_ == "to":
        if noun.lower_ not in lexicon.words.get("aiding", ()):
            return None
        return replace(outer, polarity=product(outer.polarity, reading.polarity)) if reading.plain else reading
    if over.lemma_ in lexicon.answers and noun.dep_ in {"dobj", "nsubjpass"}:
        # Who grants a request, or is to grant it, has been asked.
        own = cue_class(noun, lexicon)
        return reading if own is not None and own.name == "request" and not negated(noun) else None
    aimed = noun.dep_ == "nsubjpass" and over.lemma_ in lexicon.words.get("calculated", ())
    return reading if aimed and children(over, "xcomp") else None


def _is_received(noun: Token, over: Token) -> bool:
    """Whether a verb of occurrence tells how somebody's act was taken: "his refusal went over badly"."""
    return over.lemma_ == "go" and "poss" in noun.kinds and not {"prt", "advmod"}.isdisjoint(over.kinds)


def _occurs(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says that its subject comes about: "breaks out", "takes place"; not "breaks the ice"."""
    objects = children(verb, "dobj")
    return verb.lemma_ in lexicon.occurring and (not objects or objects[0].lower_ == "place")


def _is_content(noun: Token, over: Token) -> bool:
    """Whether a noun is what its verb asks for or denies, and no circumstance: "warned of X", not "warned after X"."""
    if noun.dep_ != "pobj":
        return noun.dep_ in {"dobj", "attr", "nsubjpass"}
    if noun.head.lower_ == "on":
        return not (is_passive(over) or children(over, "dobj"))
    return noun.head.lower_ in _CONTENT


def _exists(noun: Token, found: CueClass, lexicon: Lexicon) -> bool:
    """Whether the object of a verb of such a class is there all the same: "rejected a request", "foiled a plot"."""
    if found.name in _PRESUPPOSING:
        return True
    if noun.head.lemma_ in _VOICING and noun.lemma_ in lexicon.words.get("voiced", ()):
        # "Offered an analysis", "directed questions to them".
        return True
    if found.name in _QUESTIONING:
        # "Discussed the arrests", "was questioned over the arrests": there were some.
        return is_definite(noun)
    own = cue_class(noun, lexicon)
    if found.name in _HINDERING:
        return own is not None and own.name in _ATTEMPTS
    if found.name == "cease" and own is not None and is_definite(noun):
        # What ends a campaign or somebody's resolve has found it there.
        return True
    if found.name == "fail" and own is not None and (own.name == "request" or noun.head.lemma_ in _OVERLOOKING):
        # "Declined a request", "neglected its duties": there were some.
        return True
    if found.name in _LENIENT:
        return own is not None or is_definite(noun)
    return found.name == "escape" and (is_definite(noun) or noun.lower_ in _HOLDING)


def _is_of_one(noun: Token) -> bool:
    """Whether a noun is of whoever it may be: "a judge's decision", unlike "the judge's decision"."""
    owners = (c for owner in children(noun, "poss") for c in owner.children)
    return any(c.lower_ in _ANY for c in owners)


def _beside(noun: Token, over: Token, reading: Reading, outer: Reading) -> Reading:
    """A noun that its governor does not bring about: if indefinite, it shares the governor's lot; else it is there.

    What somebody would take if it came is not there yet: "he would not accept her offer if it were made".
    """
    if outer.modality is Modality.CONDITIONAL and noun.dep_ == "dobj" and over.lemma_ in _TAKING:
        return replace(reading.doubted(Certainty.UNKNOWN, f"under a conditional {over.text!r}"), cue=outer.cue)
    if noun.dep_ == "attr" and over.dep_ == "xcomp" and over.head.lemma_ in _APPEARING and not outer.future:
        # "What appeared to be his threat": perhaps it was none.
        return replace(reading.doubted(outer.certainty, f"as {over.text!r}"), cue=outer.cue)
    if is_definite(noun) and not negated(noun) and not _is_of_one(noun):
        return reading
    if outer.polarity is Polarity.NEGATIVE:
        return replace(reading.unclear(f"indefinite under a negated {over.text!r}"), cue=outer.cue)
    return replace(reading, cue=outer.cue) if outer.plain else _sharing(reading, over, outer)


def _sharing(reading: Reading, over: Token, outer: Reading) -> Reading:
    """What is there as far as something else comes about that is not told as done."""
    return replace(
        reading.doubted(outer.certainty, f"indefinite under {over.text!r}"),
        future=reading.future or outer.future,
        modality=outer.modality if reading.modality is Modality.ASSERTED else reading.modality,
        cue=outer.cue,
        undecided=outer.certainty is Certainty.UNKNOWN,
    )
