"""What a verb bears itself: negation, modals, adverbs, conjunctions, its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract import lexemes
from kg.extract.factuality import conditions, elided, generic, habits, hedged, meant, modals, moods, negation
from kg.extract.factuality.forms import is_past
from kg.extract.factuality.periphrastic import periphrastic
from kg.extract.factuality.questions import is_why
from kg.extract.factuality.readings import Reading, cue_class, product
from kg.extract.once import once
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_CAN = frozenset({"can", "ca", "could"})
_CLAUSAL = frozenset({"although", "because", "since", "though", "until", "unless", "while"})
_MARKING = negation.DENYING | {"aux", "mark"}
_OWN_MARKS = frozenset({"aux", "neg"})
# What is held or expected may be that there is none; but who sees or accepts none does not see or accept any.
_HOLDING = frozenset({"believe", "expect"})
_OF_THINGS = frozenset({"accept", "admit", "await", "feel", "find", "hold", "maintain", "see", "view"})
_ENDING = frozenset({"cease", "escape", "fail", "foil", "prevent"})
_LAST = frozenset({"arrest", "capture", "catch", "collapse", "crash", "die", "end", "fall", "intercept", "kill"})
_UNITS = frozenset({"day", "hour", "minute", "month", "night", "week", "year"})
_NEARLY = frozenset({"almost", "nearly", "practically", "virtually"})
_LOOKING = frozenset({"act", "appear", "feel", "look", "seem", "sound"})
_HAD = frozenset({"had", "'d", "’d"})
_UNDONE = frozenset({"ought", "should", "would", "'d", "’d"})
_ANY = frozenset({"any", "anybody", "anyone", "anything", "either", "ever", "yet"})
_WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "wo", "shall"})


@once
def own(verb: Token, lexicon: Lexicon) -> Reading:
    """The reading of a verb by what it bears itself."""
    if moods.is_longing(verb):
        # "I can't wait to see it": nobody says whether anybody waits.
        return Reading().unclear("cannot wait")
    if conditions.is_contrary(verb):
        # "It would have closed if they had signed (earlier)": they did not, or not then.
        return Reading().unclear("contrary to fact")
    auxiliaries = verb.kinds.get("aux", ())
    perfect = "have" in [c.lemma_ for c in auxiliaries]
    inverted = conditions.is_inverted(verb)
    reading = _marked(verb, lexicon, perfect=perfect, inverted=inverted)
    if reading.polarity is Polarity.NEGATIVE and negation.is_only_late(verb, lexicon):
        reading = replace(reading, polarity=Polarity.POSITIVE, reasons=(*reading.reasons, "only until then"))
    reading = hedged.as_heard(verb, reading, lexicon)
    if negation.is_bounded(verb):
        reading = reading.unclear("only until or without something")
    if (state := lexemes.undone(verb, lexicon)) is not None:
        polarity = product(reading.polarity, state.polarity)
        reading = replace(reading, polarity=polarity, reasons=(*reading.reasons, verb.text))
    if perfect and any(c.lower_ in _UNDONE for c in auxiliaries):
        # "We would have closed two clinics", "they should have closed them": what did not come about.
        # Of "would not have closed them" nothing is denied either: they may well be closed.
        reading = reading.doubted(Certainty.UNKNOWN, "would have")
        reading = replace(reading, modality=Modality.CONDITIONAL, polarity=Polarity.POSITIVE, future=False)
    habit = habits.is_told(verb, lexicon)
    if inverted or (not (habit or is_why(verb)) and conditions.is_hypothetical(verb, lexicon)):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "under a condition"), modality=Modality.CONDITIONAL)
    elif generic.is_topic(verb):
        reading = reading.unclear("when it comes to")
    elif generic.is_recurring(verb, lexicon):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "whenever it is so"), modality=Modality.CONDITIONAL)
    return periphrastic(verb, _of_mood(verb, reading, lexicon), lexicon)


def _of_kind(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    if generic.is_of_kind(verb, lexicon):
        reading = reading.doubted(Certainty.UNKNOWN, "of a kind, not of an event")
    if generic.is_needed(verb, lexicon):
        reading = reading.unclear("of what is needed")
    if meant.is_marked_out(verb, lexicon):
        reading = reading.unclear("of whoever is meant")
    if habits.is_manner(verb):
        reading = reading.unclear("the way it is done")
    if moods.is_laboured(verb):
        reading = reading.doubted(Certainty.UNKNOWN, "with trouble")
    if generic.is_of_whoever(verb, lexicon):
        reading = reading.unclear("of whoever does it")
    return reading.unclear("in a tale") if generic.is_in_tale(verb, lexicon) else reading


def _of_mood(verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    reading = _of_kind(verb, reading, lexicon)
    if moods.is_forestalled(verb):
        reading = reading.unclear("before it could be")
    if moods.is_degree(verb, lexicon):
        reading = reading.doubted(Certainty.UNKNOWN, "to what degree")
    if conditions.is_assuming(verb):
        reading = reading.unclear("stands for if")
    if moods.is_example(verb) or moods.is_stranded(verb) or any(map(elided.is_oath, children(verb, "advcl"))):
        return reading.unclear("tells nothing by itself")
    for adverb in verb.kinds.get("advmod", ()):
        if adverb.lower_ == "less" and not adverb.children and adverb.nbor(1).lower_ != "than":
            # "Aims to rely less on it": it may rely on it still.
            reading = reading.unclear("less")
            break
    if moods.is_correlative(verb):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "the more, the more"), modality=Modality.CONDITIONAL)
    if (advised := moods.is_advised(verb)) or moods.is_mandated(verb, lexicon):
        return reading.under(lexicon.hedges["should", "modal"], "better" if advised else "asked for")
    if moods.is_order(verb, lexicon):
        reading = replace(reading.doubted(Certainty.UNKNOWN, "imperative"), modality=Modality.REQUESTED, future=True)
    return reading


def _marked(verb: Token, lexicon: Lexicon, *, perfect: bool, inverted: bool) -> Reading:
    """What the negation, modals, adverbs and conjunctions of a verb make of it."""
    reading = Reading()
    reported = verb.dep_ == "ccomp" and (found := cue_class(verb.head, lexicon)) is not None and found.attributes
    reported = reported and not perfect and not in_quotes(verb)
    clausal = [c.i for c in verb.kinds.get("mark", ()) if c.lower_ in _CLAUSAL]
    start = clausal[-1] if clausal else -1
    # What comes before the conjunction belongs to a verb that is left out: "would, but can't because he is ill".
    bearing = [c for c in verb.children if c.dep_ in _MARKING and (c.i >= start or c.dep_ not in _OWN_MARKS)]
    marks = [(child, key) for child in bearing if (key := _mark(child, verb, lexicon)) is not None]
    marks = [(child, key) for child, key in marks if not _is_held(child, key, verb, lexicon)]
    if marks and (narrow := negation.narrowed(verb, lexicon)) is not None:
        # "Did not only sign it": signed it; "did not fully explain it": explained a part of it, or nothing.
        marks = [(child, key) for child, key in marks if child.dep_ != "neg"]
        reading = reading if narrow == "additive" else reading.unclear("not altogether")
    denied = any(key[0] in negation.DENIALS for _, key in marks) if marks else False
    for child, key in marks:
        stance = lexicon.hedges.get(key)
        # What could not be done was not done.
        if stance is None or (denied and child.lower_ in _CAN) or modals.is_idle(child, verb, lexicon):
            continue
        if inverted and child.dep_ == "aux":
            continue
        if perfect and child.lower_ == "must":
            # "Must have fled": so somebody gathers.
            reading = reading.doubted(Certainty.PROBABLE, "must have")
        elif reported and child.lower_ in _WOULD:
            reading = replace(reading, future=True, reasons=(*reading.reasons, f"{child.text}: future as reported"))
        else:
            reading = reading.under(stance, child.text)
        if key[0] in _NEARLY:
            # "Nearly fell" did not fall; what "nearly doubled" grew all the same.
            reading = reading.unclear(f"only {child.text}")
    return reading


def _mark(child: Token, verb: Token, lexicon: Lexicon) -> tuple[str, str] | None:
    if child.dep_ == "aux":
        return child.lower_, "modal"
    if (denial := negation.mark(child)) is not None:
        return denial
    if child.dep_ == "advmod":
        return child.lower_, "adv"
    return _conjunction(child, verb, lexicon) if child.dep_ == "mark" else None


def _conjunction(mark: Token, verb: Token, lexicon: Lexicon) -> tuple[str, str] | None:
    """The entry of the hedges that a conjunction stands for."""
    word: str | None = mark.lower_
    match word:
        case "until" if is_past(verb):
            # "Until the rebels surrendered": they did; what was halted until they did was to wait for that.
            word = "until" if _is_waited_for(verb, lexicon) else None
        case "after" if mark.i == verb.left_edge.i and verb.tag_ in {"VBZ", "VBP"}:
            # "After the president leaves": he is still there.
            word = "until"
        case "before" if any(c.lower_ in _HAD for c in children(verb, "aux")) and _has_any(verb):
            # "Before they had given any reason": not by then.
            word = "before"
        case "before" if verb.tag_ in {"VBZ", "VBP"}:
            # "Meet before the president leaves": he is still there; "a day before he leaves": the day is set.
            word = "before set" if mark.i and mark.nbor(-1).lemma_ in _UNITS else "until"
        case "before" if is_past(verb):
            # "Left before they came": they came; "was stopped before it crossed": perhaps it did not.
            word = "before did" if _is_cut_short(verb, lexicon) else None
        case "like" if verb.dep_ != "advcl" or verb.head.lemma_ not in _LOOKING:
            # "Like they said", unlike "it looks like they left".
            word = None
        case "if" if elided.is_oath(verb):
            return "not", "adv"
        case "if" if conditions.is_compared(mark):
            word = "as if" if mark.nbor(-1).lower_ == "as" else word
        case "if" if conditions.is_asked(verb):
            # "Asked if they would leave": no condition.
            word = "whether"
    return (word, "mark") if word is not None else None


def _is_waited_for(clause: Token, lexicon: Lexicon) -> bool:
    """Whether something is halted until a clause comes about: "suspended the talks until prisoners were freed"."""
    return clause.dep_ == "advcl" and clause.head.lemma_ in lexicon.words.get("halting", ())


def _has_any(clause: Token) -> bool:
    """Whether a clause holds a word that asks for a negation: "any", "anybody", "ever"."""
    return any(t.lower_ in _ANY for t in clause.subtree)


def _is_cut_short(clause: Token, lexicon: Lexicon) -> bool:
    """Whether what comes before a clause ends, hinders or denies something: "was stopped before it crossed"."""
    main = clause.head
    found = cue_class(main, lexicon)
    ends = found is not None and found.name in _ENDING
    return ends or main.lemma_ in lexicon.words.get("giving up", ()) or main.lemma_ in _LAST or negation.denied(main)


def _is_held(child: Token, key: tuple[str, str], verb: Token, lexicon: Lexicon) -> bool:
    """Whether "no" before an object is of what somebody holds or tells: "assuming no losses" assumes something."""
    if child.dep_ != "dobj" or key[0] != "no" or not any(negation.denies(c) for c in child.children):
        return False
    found = cue_class(verb, lexicon)
    return found is not None and found.name in _HOLDING and verb.lemma_ not in _OF_THINGS
