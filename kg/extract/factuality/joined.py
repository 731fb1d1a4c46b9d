"""How a clause is joined to another: beside it, as its result, under a shared conjunction, as what it was done for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality.marks import is_finite, is_infinitive, is_past, own
from kg.extract.factuality.negation import denied, negated
from kg.extract.factuality.readings import ORDER, Reading, cue_class, product
from kg.extract.syntax import SUBJECT, children, is_definite
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_UNIQUE = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_GRADED = frozenset({"JJ", "RB"})
_OPEN = frozenset({"allege", "believe", "expect", "possible", "want"})
_VALUED = frozenset({"best", "worst", "easiest", "hardest", "likeliest", "safest", "surest", "wisest"})
_ONE = frozenset({"a", "an", "any", "some"})
_SCANT = frozenset({"less", "little"})
_AMPLE = frozenset({"enough", "lot", "more", "much"})
_NOTHING = frozenset({"little", "nothing"})
_AMOUNTS = _SCANT | _AMPLE | {"anything", "nothing"}
_SHARED_MARKS = frozenset({"assuming", "if", "supposing", "unless", "whether"})
_LEADING = frozenset({"manage", "plan", "probable", "promise", "try", "want"})
_ADDRESSING = frozenset({"on", "to", "upon", "with"})
_APART = frozenset({":", ";", "—", "–", "--"})


def is_unique(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is one of its kind by what it did: "the first woman to win", "the only bank to fail".

    Not "the best man to lead it", nor "the last chance to win".
    """
    if noun.lower_ in _UNIQUE:
        return True
    marked = any(c.lower_ in _UNIQUE or (c.tag_ == "JJS" and c.lower_ not in _VALUED) for c in children(noun, "amod"))
    return marked and cue_class(noun, lexicon) is None


def is_independent(verb: Token, head: Token) -> bool:
    """Whether a clause only stands beside another: "It was a milestone: the plane landed"; "X can do it; it costs"."""
    if verb.dep_ != "ccomp" or children(verb, "mark") or not children(verb, *SUBJECT):
        return False
    between = verb.doc[min(verb.i, head.i) : max(verb.i, head.i)]
    return any(t.text in _APART for t in between)


def is_result(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what came of it: "rose to lead the bank", "came back only to lose"."""
    first = verb.left_edge
    only = first.lower_ == "only" or (first.i > 0 and first.nbor(-1).lower_ == "only")
    # "Came to lead it", "came to see me"; who "came to Norland to ask for help" may not have asked.
    came = head.lemma_ == "come" and head.i + 1 < len(head.doc) and head.nbor(1).tag_ == "TO"
    ends = [head.lemma_, *(f"{head.lemma_} {p.lower_}" for p in children(head, "prep") if p.i == head.i + 1)]
    led = any((each, "result") in lexicon.cues for each in ends)
    return came or led or (only and is_past(head) and head.lemma_ != "be")


def is_led(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive is what its verb is about, and no aim: "looks to win", "went on to win".

    It stands right behind it, or behind the one who is asked: "pleaded with the bank to wait".
    """
    if not is_infinitive(verb):
        return False
    found = cue_class(head, lexicon, verb)
    if found is None or not (found.name in _LEADING or found.name == "request"):
        return False
    between = [t for t in verb.doc.tokens[head.i + 1 : verb.i] if t.head is not verb and t.dep_ != "prt"]
    if found.name in _LEADING:
        return not between
    asked = {t.i for p in children(head, "prep") if p.lower_ in _ADDRESSING for t in p.subtree}
    return bool(between) and all(t.i in asked for t in between)


def is_gapped(verb: Token, head: Token) -> bool:
    """Whether a joined participle leaves out what its first has: "X should be tried and Y *jailed*"."""
    if verb.tag_ not in {"VBD", "VBN"} or children(verb, "aux", "auxpass") or not children(verb, "nsubjpass"):
        return False
    return bool(children(head, "auxpass")) and any(c.tag_ == "MD" for c in children(head, "aux"))


def is_found(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a way that was found, and so gone: "found a way to avoid it"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ == "find" and noun.lemma_ in lexicon.words.get("feasible", ())


def is_excessive(verb: Token, head: Token) -> bool:
    """Whether too much of something keeps an infinitive from coming about: "earns too much to get it"."""
    between = verb.doc.tokens[head.i : verb.i]
    return any(
        t.lower_ == "too" and t.dep_ == "advmod" and t.head.tag_ in _GRADED and t.head.i < verb.i for t in between
    )


def deed_of(verb: Token) -> tuple[Token, bool] | None:
    """The *do* whose *nothing* or *much* an infinitive tells, and whether that is little: "did little to help"."""
    head = verb.head
    done = head.head if head.dep_ == "dobj" else head
    if done.lemma_ not in {"do", "have"} or not is_infinitive(verb):
        return None
    amounts = _AMOUNTS if done.lemma_ == "do" else _NOTHING
    for thing in children(done, "dobj"):
        if thing.lower_ in amounts and thing.i < verb.i:
            return done, thing.lower_ in _SCANT or (thing.lower_ in _AMPLE and denied(done))
    return None


def is_appearance(verb: Token, outer: Reading) -> bool:
    """Whether a clause goes with what only seems so now: "as Norland arms, Sudria apparently disagrees"."""
    seeming = outer.certainty is Certainty.PROBABLE and outer.modality is Modality.ASSERTED
    return verb.dep_ == "advcl" and is_finite(verb) and seeming and not outer.future and outer.cue is None


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


def as_done(reading: Reading, deed: tuple[Token, bool], outer: Reading, lexicon: Lexicon) -> Reading:
    """What an infinitive tells of a deed: "did nothing to help", "did little to help", "did much to help"."""
    done = as_main(reading, outer, f"as {deed[0].text!r}")
    return done.under(lexicon.hedges["few", "det"], "little") if deed[1] else done


def ceased(seen: Reading, outer: Reading) -> Reading:
    """What somebody must stop, or never stopped: he does it, as far as he is not merely reported to have stopped it."""
    if outer.modality is Modality.ALLEGED:
        return replace(seen.doubted(outer.certainty, "alleged"), modality=outer.modality, cue=outer.cue)
    return replace(seen, cue=outer.cue)


def as_questioned(reading: Reading) -> Reading:
    """What a question asks: "will it happen", "are we going to get there"."""
    reading = reading.unclear("question")
    return replace(reading, modality=Modality.ASSERTED) if reading.modality is Modality.PROMISED else reading


def marked(head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What a conjunction before the first of joined clauses does to the others: "if X wins and Y steps down"."""
    for mark in children(head, "mark"):
        if mark.lower_ in _SHARED_MARKS and (stance := lexicon.hedges.get((mark.lower_, "mark"))):
            reading = reading.under(stance, mark.text)
    return reading


def ground_of(verb: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of a verb whose *for* names what was done: "thanked", "fined", "criticised"; not "called for"."""
    asking = (f"{verb.lemma_} for", "verb") in lexicon.cues and not children(verb, "dobj", "oprd")
    if verb.pos_ != "VERB" or asking:
        return None
    judge = lexicon.cues.get((verb.lemma_, "object"))
    return lexicon.cues.get((verb.lemma_, "for")) or (judge if judge is not None and judge.name == "judge" else None)


def grounded(reading: Reading, ground: CueClass, outer: Reading, told: CueClass | None) -> Reading:
    """What somebody is thanked for is so; what he is blamed for is in the eyes of who blames; a fine may not come."""
    if ground.name == "factive" or (ground.name == "judge" and told is not None and told.name == "say"):
        # Who is mocked for what he said has said it.
        return replace(reading, cue=outer.cue)
    if ground.name == "judge" or outer.polarity is Polarity.NEGATIVE:
        reading = reading.doubted(Certainty.PROBABLE, "blamed")
    if ground.name == "judge":
        # Who is to be mocked for losing has lost, in the eyes of who would mock him.
        return replace(reading, cue=outer.cue)
    return reading if outer.plain else replace(as_main(reading, outer, "what for"), polarity=reading.polarity)


def is_supposed_of(verb: Token, noun: Token) -> bool:
    """Whether a clause tells of somebody who is only supposed: "if there were a man *who did so*"."""
    if verb.dep_ != "relcl" or is_definite(noun) or not any(c.lower_ in _ONE for c in noun.children):
        return False
    over = noun.head
    return noun.dep_ in {"attr", "dobj"} and any(mark.lower_ == "if" for mark in children(over, "mark"))


def having(reading: Reading, outer: Reading, noun: Token) -> Reading:
    """What a noun such as *habit* or *record* is of: as sure as that somebody has it."""
    if noun.dep_ in SUBJECT or children(noun, "poss"):
        return replace(reading, cue=outer.cue)
    if outer.polarity is Polarity.NEGATIVE or negated(noun):
        return replace(reading.doubted(Certainty.UNKNOWN, f"no {noun.text!r}"), cue=outer.cue)
    if outer.plain or is_definite(noun):
        return replace(reading, cue=outer.cue)
    return as_main(reading, outer, f"as {noun.text!r}")


def hanging(verb: Token, main: Token, reading: Reading, outer: Reading, lexicon: Lexicon) -> Reading:
    """What hangs on something to come or in doubt, and is not taken for granted."""
    if outer.certainty is Certainty.CERTAIN and outer.modality is Modality.ASSERTED:
        if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and not children(verb, "aux", "auxpass"):
            # "Will meet cities that back it": so now, of those who do; what others do is of whoever does it.
            held = cue_class(verb, lexicon) is not None or (verb.lemma_, "object") in lexicon.cues
            return replace(reading if held else reading.unclear("of whoever does it"), cue=outer.cue)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and (is_definite(verb.head) or is_unique(verb.head, lexicon)):
            # "The bridge built by Norland will close": it is built.
            return replace(reading, cue=outer.cue)
        # What goes with something to come is to come: "growth will slow as prices rise".
        return replace(reading, future=True, cue=outer.cue)
    # What hangs on something not said to happen is not said to happen either.
    return replace(
        reading.unclear(f"hangs on {main.text!r}"),
        future=reading.future or outer.future,
        cue=outer.cue,
    )


def in_its_course(reading: Reading, preposition: Token, outer: Reading) -> Reading:
    """A gerund of circumstance: "by closing mines" is as its main clause is; "after losing" comes before that."""
    if outer.plain:
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


def plea_of(governor: Token, lexicon: Lexicon) -> Token | None:
    """The adjective that somebody says of himself: "pleaded *guilty* to stealing"; ``governor`` is it, or its verb."""
    said = [governor] if governor.pos_ == "ADJ" else [c for c in children(governor, "acomp", "oprd") if c.pos_ == "ADJ"]
    for adjective in said:
        found = lexicon.cues.get((f"{adjective.head.lemma_} {adjective.lower_}", "verb"))
        if found is not None and found.name == "say":
            return adjective
    return None


def topic_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """The noun that announces what a participle tells of another noun: "*talk* of a rebel running against him"."""
    preposition = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else None
    if preposition is None or preposition.lower_ not in {"about", "of"}:
        return None
    noun = preposition.head
    # The parse may hang the topic on the verb: "talk mounted of a rebel running".
    nouns = [noun] if noun.pos_ == "NOUN" else children(noun, "nsubj")
    return next((n for n in nouns if (found := cue_class(n, lexicon)) is not None and found.name in _OPEN), None)


def over_infinitive(reading: Reading, head: Token, lexicon: Lexicon) -> Reading:
    """What *be*, *have* and *going* bear themselves over an infinitive: "if they are to go", "is not going to go"."""
    outer = own(head, lexicon)
    if head.lemma_ in {"have", "need"}:
        if outer.modality is Modality.CONDITIONAL:
            return replace(reading, modality=outer.modality)
        # Nobody asks for what does not have to be done.
        free = denied(head) and reading.modality is Modality.REQUESTED
        return replace(reading, modality=Modality.ASSERTED) if free else reading
    return replace(
        reading.doubted(outer.certainty, f"as {head.text!r}"),
        polarity=product(reading.polarity, outer.polarity),
        modality=reading.modality if outer.modality is Modality.ASSERTED else outer.modality,
    )
