"""What a clause shares with the one that it hangs on: its certainty, polarity, future and modality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality.forms import is_past
from kg.extract.factuality.joined import is_unique
from kg.extract.factuality.marks import own
from kg.extract.factuality.negation import denied, negated
from kg.extract.factuality.presupposed import is_open, is_settled
from kg.extract.factuality.readings import ORDER, Reading, cue_class, product
from kg.extract.syntax import SUBJECT, children, is_definite
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

# "Not likely to win", "does not seem to win": the negation is meant for the winning.
_IMPLICATIVE = frozenset({"able", "allow", "fail", "manage", "possible", "prevent", "probable", "seem"})
# Who did not try to win may not have won either, and who need not win may.
_LOOSE = frozenset({"need", "try"})
_HELD = "held to be so"
_CONTENT = frozenset({"how", "if", "that", "what", "whether", "why"})
_DOUBTING = frozenset({"can", "could", "may", "might"})
_BARRING = frozenset({"ca", "can", "must", "should", "will", "wo"})
_AHEAD = frozenset({"allow", "try"})
_UNMOVED = frozenset({"hear", "mean", "unlikely"})


def as_main(reading: Reading, outer: Reading, reason: str) -> Reading:
    """What shares the lot of its main clause."""
    return replace(
        reading.doubted(outer.certainty, reason),
        polarity=product(reading.polarity, outer.polarity),
        future=reading.future or outer.future,
        modality=reading.modality if reading.modality is not Modality.ASSERTED else outer.modality,
        cue=outer.cue,
        undecided=reading.undecided or outer.undecided,
    )


def as_had(reading: Reading, head: Token, outer: Reading) -> Reading:
    """What others have somebody do; of what he *cannot have* them do nobody says that they do not."""
    seen = as_main(reading, outer, f"as {head.text!r}")
    refused = denied(head) and any(c.tag_ == "MD" for c in children(head, "aux"))
    return replace(seen, undecided=True) if refused else seen


def as_joined(reading: Reading, outer: Reading, head: Token) -> Reading:
    """What is joined to a verb without a tense of its own."""
    return replace(
        outer,
        polarity=product(reading.polarity, outer.polarity),
        certainty=max(reading.certainty, outer.certainty, key=ORDER.index),
        future=reading.future or outer.future,
        modality=outer.modality if reading.modality is Modality.ASSERTED else reading.modality,
        reasons=(*outer.reasons, *reading.reasons, f"shared with {head.text!r}"),
    )


def as_done(reading: Reading, deed: tuple[Token, bool], outer: Reading, lexicon: Lexicon) -> Reading:
    """What an infinitive tells of a deed: "did nothing to help", "did little to help", "did much to help"."""
    done = as_main(reading, outer, f"as {deed[0].text!r}")
    return done.under(lexicon.hedges["few", "det"], "little") if deed[1] else done


def ceased(seen: Reading, outer: Reading) -> Reading:
    """What somebody must stop, or never stopped: he does it, as far as he is not merely reported to have stopped it."""
    if outer.modality is Modality.ALLEGED:
        return replace(seen.doubted(outer.certainty, "alleged"), modality=outer.modality, cue=outer.cue)
    return replace(seen, cue=outer.cue)


def as_held(seen: Reading, outer: Reading, head: Token) -> Reading:
    """What is found or feared of somebody, as far as it is: "*if found* guilty of murder", "may be declared dead"."""
    if outer.plain:
        return seen
    sure = seen.doubted(outer.certainty, f"as {head.text!r}")
    return replace(sure, future=seen.future or outer.future, undecided=seen.undecided or outer.undecided)


def as_questioned(reading: Reading) -> Reading:
    """What a question asks: "will it happen", "are we going to get there"."""
    reading = reading.unclear("question")
    asked = reading.modality in {Modality.PROMISED, Modality.REQUESTED} and "imperative" not in reading.reasons
    return replace(reading, modality=Modality.ASSERTED) if asked else reading


def grounded(reading: Reading, ground: CueClass, outer: Reading, told: CueClass | None) -> Reading:
    """What somebody is thanked for is so; what he is blamed for is in the eyes of who blames; a fine may not come."""
    if ground.name == "factive" or (ground.name == "judge" and told is not None and told.name == "say"):
        # Who is mocked for what he said has said it.
        return replace(reading, cue=outer.cue)
    if ground.name == "believe":
        # "Jailed for stealing": so the court holds.
        reading = reading.doubted(Certainty.PROBABLE, _HELD)
    if ground.name == "judge" or outer.polarity is Polarity.NEGATIVE:
        reading = reading.doubted(Certainty.PROBABLE, "blamed")
    if ground.name == "judge":
        # Who is to be mocked for losing has lost, in the eyes of who would mock him.
        return replace(reading, cue=outer.cue)
    return reading if outer.plain else replace(as_main(reading, outer, "what for"), polarity=reading.polarity)


def having(reading: Reading, outer: Reading, noun: Token) -> Reading:
    """What a noun such as *habit* or *record* is of: as sure as that somebody has it."""
    if noun.dep_ in SUBJECT or children(noun, "poss"):
        return replace(reading, cue=outer.cue)
    if outer.polarity is Polarity.NEGATIVE or negated(noun):
        return replace(reading.unclear(f"no {noun.text!r}"), cue=outer.cue)
    if outer.plain or is_definite(noun):
        return replace(reading, cue=outer.cue)
    return as_main(reading, outer, f"as {noun.text!r}")


def hanging(verb: Token, main: Token, reading: Reading, outer: Reading, lexicon: Lexicon) -> Reading:
    """What hangs on something to come or in doubt, and is not taken for granted."""
    asserted = outer.modality is Modality.ASSERTED
    if asserted and verb.dep_ == "relcl" and verb.head.dep_ == "attr" and verb.tag_ in {"VBD", "VBN"}:
        # "Was he a minister who took bribes?": he took them as far as he is one.
        return as_main(reading, outer, f"as {verb.head.text!r}")
    if verb.dep_ == "relcl" and _is_hedged(verb):
        # "Needs a bank that may not want to pay": its own modal says how far it is so.
        return replace(reading, cue=outer.cue)
    if asserted and outer.certainty is Certainty.CERTAIN:
        if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and not children(verb, "aux", "auxpass"):
            # "Will meet cities that back it": so now, of those who do; what others do is of whoever does it.
            held = cue_class(verb, lexicon) is not None or (verb.lemma_, "object") in lexicon.cues
            return replace(reading if held else reading.unclear("of whoever does it"), cue=outer.cue)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and (is_definite(verb.head) or is_unique(verb.head, lexicon)):
            # "The bridge built by Norland will close": it is built.
            return replace(reading, cue=outer.cue)
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and _is_there(verb, main, lexicon):
            # "The men holding the bridge will leave": they hold it now.
            return replace(reading, cue=outer.cue)
        # What goes with something to come is to come: "growth will slow as prices rise".
        return replace(reading, future=True, cue=outer.cue)
    # What hangs on something not said to happen is not said to happen either.
    return replace(
        reading.unclear(f"hangs on {main.text!r}"),
        future=reading.future or outer.future,
        cue=outer.cue,
    )


def _is_hedged(verb: Token) -> bool:
    """Whether a modal of doubt stands before a verb; what *could have* been may be what was not."""
    helped = {c.lower_ for c in children(verb, "aux")}
    return bool(helped & _DOUBTING) and not ("have" in helped and helped & {"can", "could"})


def _is_there(participle: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether somebody does already what a participle tells: he is not brought about by what is to come."""
    noun = participle.head
    return is_definite(noun) or not (noun.dep_ == "dobj" and main.lemma_ in lexicon.bringing_about)


def of_none(verb: Token, reading: Reading, outer: Reading, lexicon: Lexicon) -> Reading:
    """What none does, where there is none: "there is no law *requiring* it", "has no ally *who* would help"."""
    noun, over = verb.head, verb.head.head
    lacked = (noun.dep_ == "attr" and "expl" in over.kinds) or (noun.dep_ == "dobj" and over.lemma_ == "have")
    told = cue_class(noun, lexicon) is not None or verb.left_edge.lower_ in _CONTENT
    if told or not lacked or reading.polarity is Polarity.NEGATIVE:
        # "There is no evidence they left", "has no idea what caused it": nobody says that they did not.
        return reading.unclear(f"of no {noun.text!r}")
    seen = as_main(reading, replace(outer, polarity=Polarity.POSITIVE), f"of no {noun.text!r}")
    return replace(seen, polarity=Polarity.NEGATIVE)


def in_its_course(reading: Reading, preposition: Token, outer: Reading) -> Reading:
    """A gerund of circumstance: "by closing mines" is as its main clause is; "after losing" comes before that."""
    if outer.plain or (_HELD in outer.reasons and preposition.lower_ != "by"):
        return reading
    if preposition.lower_ in {"after", "before", "since"}:
        weaker = max(outer.certainty, Certainty.PROBABLE, key=ORDER.index)
        return replace(reading.doubted(weaker, f"after, under {preposition.head.text!r}"), cue=outer.cue)
    return replace(as_main(reading, outer, f"as {preposition.head.text!r}"), polarity=reading.polarity)


def lacking(reading: Reading, preposition: Token, outer: Reading) -> Reading:
    """What is done without, unless it is only said that it takes that: "cannot win *without cheating*".

    It is as sure as what is done so: "promised to build *without borrowing*".
    """
    main = preposition.head
    bound = any(c.tag_ == "MD" or c.dep_ == "neg" for c in children(main, "aux", "neg"))
    if not bound or main.pos_ not in {"VERB", "AUX"}:
        open_ = not outer.plain and outer.polarity is Polarity.POSITIVE
        return replace(as_main(reading, outer, f"as {main.text!r}"), polarity=reading.polarity) if open_ else reading
    return replace(reading.doubted(Certainty.UNKNOWN, f"what {main.text!r} takes"), polarity=Polarity.POSITIVE)


def over_infinitive(reading: Reading, head: Token, lexicon: Lexicon) -> Reading:
    """What *be*, *have* and *going* bear themselves over an infinitive: "if they are to go", "is not going to go"."""
    outer = own(head, lexicon)
    if head.lemma_ in {"have", "need"}:
        if outer.modality is Modality.CONDITIONAL:
            return replace(reading, modality=outer.modality)
        # Nobody asks for what does not have to be done.
        free = denied(head) and reading.modality is Modality.REQUESTED
        loose = reading.unclear(f"{head.text!r} is negated") if free else reading
        return replace(loose, modality=Modality.ASSERTED) if free else reading
    return replace(
        reading.doubted(outer.certainty, f"as {head.text!r}"),
        polarity=product(reading.polarity, outer.polarity),
        modality=reading.modality if outer.modality is Modality.ASSERTED else outer.modality,
    )


def implied(seen: Reading, head: Token, outer: Reading, found: CueClass, lexicon: Lexicon) -> Reading:
    """A clause under a verb that is no word of somebody's: tried, managed, made possible, likely.

    Who was not helped or forced to leave may have left all the same, unlike who did not manage to (Karttunen 1971).
    """
    brought = head.pos_ == "VERB" and head.lemma_ in lexicon.words.get("causing", ())
    loose = found.name in _LOOSE or head.lemma_ in _UNMOVED or brought
    if brought and outer.polarity is Polarity.NEGATIVE:
        seen = replace(seen, modality=Modality.ASSERTED)
    if loose and outer.polarity is Polarity.NEGATIVE:
        return replace(seen.unclear(f"{head.text!r} is negated"), cue=outer.cue)
    if found.name == "need" and outer.undecided and head.tag_ == "VBD":
        # "Doubts that he ever had to go": nobody asks for it.
        seen = replace(seen, modality=Modality.ASSERTED)
    flipped = outer.polarity if found.name in _IMPLICATIVE else Polarity.POSITIVE
    weaker = max(seen.certainty, outer.certainty, key=ORDER.index)
    ahead = found.name in _AHEAD and _is_ahead(head, outer)
    if head.pos_ == "ADJ" and found.name == "manage" and any(c.tag_ == "MD" for c in children(head.head, "aux")):
        # "Would be wise to leave": nobody says that they will.
        seen = seen.unclear(f"{head.text!r} if done")
    return replace(
        seen,
        polarity=product(seen.polarity, flipped),
        certainty=max(seen.certainty, weaker, key=ORDER.index),
        future=seen.future or outer.future or ahead,
        modality=seen.modality if seen.modality is not Modality.ASSERTED else outer.modality,
        cue=outer.cue,
        undecided=seen.undecided or outer.undecided,
    )


def _is_ahead(head: Token, outer: Reading) -> bool:
    """Whether a modal puts off what is tried or allowed: "might try to win", "cannot let them win"."""
    helped = {c.lower_ for c in children(head, "aux")}
    modals = _DOUBTING - {"could"} if outer.polarity is Polarity.POSITIVE else _BARRING
    return not helped.isdisjoint(modals) and "have" not in helped


def as_subject(verb: Token, head: Token, reading: Reading, outer: Reading, lexicon: Lexicon) -> Reading:
    """A clause that is a subject: taken for granted with *that* or *what*, or where its verb tells a past event.

    "What it needs is money", "that the bridge fell surprised nobody", "losing the vote cost him the post"; but "signing
    it is a mistake" is of whoever may sign, and what is said to be likely is only that.
    """
    found = [cue_class(c, lexicon) for c in children(head, "acomp", "attr", "oprd")]
    told = any(c.lower_ == "that" for c in children(verb, "mark")) or is_open(verb)
    happened = is_past(head) or (verb.tag_ in {"VBD", "VBN"} and bool(children(verb, *SUBJECT)))
    judged = head.lemma_ in {"mean", "seem", "appear"} or outer.polarity is Polarity.NEGATIVE or any(found)
    if not judged and (told or (happened and outer.plain and head.lemma_ != "be")):
        settled = outer.plain or is_settled(verb, lexicon) or not is_open(verb)
        return reading if settled else reading.doubted(Certainty.UNKNOWN, f"open under {head.text!r}")
    return reading.unclear("subject clause")
