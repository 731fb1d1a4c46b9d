"""How a clause is joined to another: beside it, as its result, under a shared conjunction, as what it was done for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.announced import is_unmarked
from kg.extract.drafts import SPEECH
from kg.extract.factuality.conditions import is_contrary
from kg.extract.factuality.forms import is_finite, is_infinitive, is_past
from kg.extract.factuality.generic import is_whenever
from kg.extract.factuality.negation import denied
from kg.extract.factuality.readings import Reading, cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import RELATIVE, SUBJECT, children
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
_WOULD = frozenset({"could", "might", "would"})
_CAN = frozenset({"ca", "can", "could"})
# Who does not want it because of something has that for his reason: nobody wants for another.
_STANDING = frozenset({"care", "know", "matter", "mind", "need", "want"})
_GOING_WITH = frozenset({"after", "as", "before", "once", "until", "when", "while"})
_APART = frozenset({":", ";", "—", "–", "--"})


def is_announced(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause under a noun tells what that says: "the claim *that he left*", "claims *he left*"."""
    return clause.tag_ == "VB" or "mark" in clause.kinds or is_unmarked(clause, clause.head, lexicon)


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
    if verb.dep_ != "ccomp" or children(verb, "mark") or not children(verb, "expl", *SUBJECT):
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


def is_told_on(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of speech is joined to what somebody said, or to his saying it: "said he was ill and asked to go".

    Both are past, and no subject of its own tells which.
    """
    said = head.head
    if verb.tag_ != "VBD" or head.dep_ != "ccomp" or said.tag_ != "VBD" or said.i > head.i:
        return False
    if children(verb, *SUBJECT) or in_quotes(verb):
        return False
    over, found = cue_class(said, lexicon), cue_class(verb, lexicon)
    named = (verb.lemma_, "object") in lexicon.cues
    speech = named or (found is not None and found.name in SPEECH)
    return over is not None and over.name == "say" and speech


def is_behind_infinitive(verb: Token, head: Token) -> bool:
    """Whether a bare form may belong to an infinitive before it: "they seek a way to win, *cut* taxes and *build*"."""
    if verb.tag_ not in {"VB", "VBP"} or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    # The tagger may take "they seek" for a bare form too.
    plural = head.tag_ == "VB" and head.dep_ != "conj" and children(head, "nsubj") and not children(head, "aux")
    if head.tag_ != "VBP" and not plural:
        return False
    return any(t.tag_ == "TO" and t.head.tag_ == "VB" for t in verb.doc.tokens[head.i + 1 : verb.i])


def is_backshifted(verb: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether a past form tells what goes with something that would come: "it would fall as people *sold* shares".

    Not whose word it is: "it would fall, as she *noted*".
    """
    if verb.dep_ == "advcl" and is_contrary(main):
        # "If they had left in May, when they could have sold it": they did neither.
        return True
    passive = verb.tag_ == "VBN" and any(c.tag_ == "VBD" for c in children(verb, "auxpass"))
    if verb.dep_ != "advcl" or not (verb.tag_ == "VBD" or passive) or children(verb, "aux"):
        return False
    helped = {c.lower_ for c in children(main, "aux")}
    # "Few would have thought so when he ran": he ran.
    bound = not helped.isdisjoint({"would", "might", "could"}) and "have" not in helped
    found = cue_class(verb, lexicon) if any(c.lower_ == "as" for c in children(verb, "mark")) else None
    if found is not None and found.name == "say" and not children(verb, "dobj"):
        return False
    return bound and any(c.lower_ in _GOING_WITH for c in children(verb, "mark", "advmod"))


def beside(verb: Token, head: Token) -> Token:
    """What a clause is joined to: with a tense, not to the infinitive that the parse gave, but to what stands over it.

    "*Is thought* to have fled and *is wanted*", "nobody is thought to be hurt and anybody hurt *is asked* to call".
    """
    over = head.head
    if not is_infinitive(head) or head.dep_ != "xcomp" or over.pos_ != "VERB" or not is_finite(over):
        return head
    tensed = any(c.tag_ in {"VBD", "VBZ"} or c.lower_ == "are" for c in children(verb, "aux", "auxpass"))
    linked = any(head.i < c.i < verb.i for c in children(head, "cc"))
    return over if linked and tensed and not is_infinitive(verb) else head


def is_gapped(verb: Token, head: Token) -> bool:
    """Whether a joined participle leaves out what its first has: "X should be tried and Y *jailed*"."""
    if verb.tag_ not in {"VBD", "VBN"} or children(verb, "aux", "auxpass") or not children(verb, "nsubjpass"):
        return False
    return bool(children(head, "auxpass")) and any(c.tag_ == "MD" for c in children(head, "aux"))


def is_beside(verb: Token, preposition: Token, found: CueClass | None) -> bool:
    """Whether a gerund only goes with its main clause: "they left, with rebels closing in", "appeared for stealing"."""
    if preposition.lower_ == "with":
        return bool(children(verb, *SUBJECT))
    return found is not None and found.name == "seem" and preposition.lower_ != "like"


def brought_about(head: Token) -> Token | None:
    """The past verb that says that what was possible came about: "*was* able to leave", "*let* them go"."""
    if head.lower_ == "able" and head.head.tag_ == "VBD":
        return head.head
    if head.lower_ == "sure" and head.head.lemma_ == "make":
        # "Made sure that they got it".
        return head.head
    return head if head.lemma_ == "let" and head.tag_ in {"VBD", "VBN"} else None


def is_doubtful_reason(verb: Token, main: Token) -> bool:
    """Whether the negation may be meant for the reason: "did not resign because they left".

    Why something is not so, or cannot be, is so: "is not happy because they left", "cannot go because they left"; and
    so is why it does not matter, or is not wanted.
    """
    marks = [mark for mark in children(verb, "mark") if mark.lower_ == "because"]
    if not marks or any(mark.i and mark.nbor(-1).text == "," for mark in marks):
        # What a comma parts from the negated clause is no part of what that denies.
        return False
    state = main.lemma_ == "be" and main.tag_ != "VB" and bool(children(main, "acomp"))
    stands = main.lemma_ in _STANDING and any(c.lemma_ == "do" for c in children(main, "aux"))
    return not (state or stands or any(c.lower_ in _CAN for c in children(main, "aux")))


def is_found(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a way that was found, and so gone, or an aim that was met: "met its goal of hiring nine"."""
    if noun.dep_ != "dobj":
        return False
    if noun.head.lemma_ in lexicon.words.get("achieving", ()) and not denied(noun.head):
        aim = cue_class(noun, lexicon)
        return aim is not None and aim.name in {"plan", "promise"}
    return noun.head.lemma_ == "find" and noun.lemma_ in lexicon.words.get("feasible", ())


def is_excessive(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether too much of something keeps an infinitive from coming about: "earns too much to get it", "too ill to"."""
    if head.pos_ == "ADJ" and (
        head.head.tag_ != "VBD" or "neg" in head.head.kinds or head.lower_ in lexicon.words.get("not hindering", ())
    ):
        # "Is too big to fail" may fail; who was "too slow to come" or "too eager to sell" did.
        return False
    first = head.left_edge.i if head.pos_ == "ADJ" else head.i
    between = verb.doc.tokens[first : verb.i]
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


def marked(verb: Token, head: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """What stands before the first of joined clauses and reaches the others: "*if* X wins and Y steps down".

    So does an adverb before the subject that they share: "*apparently* X saw it and left".
    """
    for mark in children(head, "mark"):
        if mark.lower_ in _SHARED_MARKS and (stance := lexicon.hedges.get((mark.lower_, "mark"))):
            reading = reading.under(stance, mark.text)
    if is_whenever(head, lexicon):
        reading = reading.under(lexicon.hedges["if", "mark"], "whenever")
    shared = children(head, *SUBJECT) if not children(verb, *SUBJECT) else ()
    for adverb in children(head, "advmod") if shared else ():
        stance = lexicon.hedges.get((adverb.lower_, "adv"))
        if stance is not None and stance.polarity is Polarity.POSITIVE and adverb.i < shared[0].left_edge.i:
            reading = reading.under(stance, adverb.text)
    return reading


def ground_of(verb: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of a verb whose *for* names what was done: "thanked", "fined", "criticised"; not "called for"."""
    asking = (f"{verb.lemma_} for", "verb") in lexicon.cues and not children(verb, "dobj", "oprd")
    if verb.pos_ != "VERB" or asking:
        return None
    judge = lexicon.cues.get((verb.lemma_, "object"))
    return lexicon.cues.get((verb.lemma_, "for")) or (judge if judge is not None and judge.name == "judge" else None)


def is_supposed_of(verb: Token, noun: Token) -> bool:
    """Whether a clause tells of one only supposed: "if there were a man *who did so*", "was he a man *who lied*?"."""
    if verb.dep_ != "relcl" or not any(c.lower_ in _ONE for c in noun.children):
        return False
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    asked = [c for c in children(over, "aux") if c.lower_ in _WOULD]
    if any(aux.i < subject.i for aux in asked for subject in children(over, "nsubj")):
        return True  # "would you vote for a man who did so?"
    if noun.dep_ in {"attr", "dobj"} and any(mark.lower_ == "if" for mark in children(over, "mark")):
        return True
    told = noun.dep_ == "attr" and any(s.tag_ in RELATIVE for s in children(verb, *SUBJECT))
    return told and not any(s.lower_ in {"it", "there"} for s in children(over, "expl", "nsubj"))


def plea_of(governor: Token, lexicon: Lexicon) -> Token | None:
    """The adjective that somebody says of himself: "pleaded *guilty* to stealing"; ``governor`` is it, or its verb.

    So is what is found of him: "found *guilty* of stealing".
    """
    if governor.pos_ == "ADJ" and governor.lower_ == "guilty":
        return governor
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
