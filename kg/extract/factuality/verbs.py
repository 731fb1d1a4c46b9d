"""Verbs, by their own marks and by what governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import elided, gerunds, joined, negation, sharing
from kg.extract.factuality.conditions import as_either, is_either, is_supposed
from kg.extract.factuality.content import announced, attributed, otherwise
from kg.extract.factuality.copulas import predicated
from kg.extract.factuality.forms import is_alone, is_bare, is_finite, is_infinitive, is_past, is_stray
from kg.extract.factuality.marks import own
from kg.extract.factuality.moods import is_scheduled
from kg.extract.factuality.periphrastic import is_described
from kg.extract.factuality.presupposed import is_answered, is_open, is_presupposed, is_reply, is_settled, is_untold
from kg.extract.factuality.questions import is_question
from kg.extract.factuality.readings import ORDER, PURPOSE, Reading, cue_class, governs, product
from kg.extract.factuality.resolved import as_resolved, is_resolve
from kg.extract.once import once
from kg.extract.syntax import SUBJECT, children, governor_of, is_definite, is_passive
from kg.extract.tree import height
from kg.model import Certainty, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_AIMS = frozenset({"plan", "promise", "request", "threaten", "want"})
_AIMED = frozenset({"acl", "advcl", "relcl", "xcomp"})
# "Believes in what she says": she says something.
_UNASKED = frozenset({"believe", "cease", "fail", "know", "manage", "prevent", "seem", "try"})
_STATES = frozenset({"be", "have", "remain", "seem"})
_UNHUNG = frozenset({"appos", "attr", "conj", "dep", "dobj", "parataxis", "pobj"})
_DEPTH = 8


def of_verb(verb: Token, lexicon: Lexicon, depth: int = _DEPTH) -> Reading:
    """The reading of a verb, under at most so many governors, the nearest first."""
    # Each governor stands above the one before, so that where there are no more words above the limit is never felt.
    known = depth == _DEPTH or height(verb) < depth
    reading = _under_all(verb, lexicon) if known else _alone(verb, lexicon, depth)
    return as_either(reading) if is_either(verb) else reading


@once
def _under_all(verb: Token, lexicon: Lexicon) -> Reading:
    return _alone(verb, lexicon, _DEPTH)


def _alone(verb: Token, lexicon: Lexicon, depth: int) -> Reading:
    reading = own(verb, lexicon)
    if depth and verb.dep_ != "ROOT":
        if verb.dep_ in _AIMED and (deed := joined.deed_of(verb)) is not None:
            reading = sharing.as_done(reading, deed, of_verb(deed[0], lexicon, depth - 1), lexicon)
        else:
            reading = _governed(verb, reading, lexicon, depth)
    if not reading.reasons and (is_alone(verb) or (verb.dep_ in _UNHUNG and is_infinitive(verb))):
        # "Hard for families to sue and for the state *to be sued*": the parse joined it to no infinitive.
        reading = reading.unclear("an infinitive under nothing that tells it")
    return sharing.as_questioned(reading) if is_question(verb) else reading


def of_complement(predicate: Token, lexicon: Lexicon) -> Reading:
    """The reading of a predicate beside its verb: "found dead" is as the finding is, "feared dead" is only feared."""
    reading, head = own(predicate, lexicon), predicate.head
    if head.pos_ not in {"VERB", "AUX"}:
        return reading
    outer = of_verb(head, lexicon)
    if head.lemma_ != "be" and cue_class(head, lexicon, predicate) is not None:
        return sharing.as_held(_complement(predicate, head, reading, lexicon, _DEPTH), outer, head)
    certainty = max(reading.certainty, outer.certainty, key=ORDER.index)
    return replace(outer, certainty=certainty, polarity=product(reading.polarity, outer.polarity))


def _governed(  # noqa: C901, PLR0911 (a case for each relation)
    verb: Token, reading: Reading, lexicon: Lexicon, depth: int
) -> Reading:
    head = verb.head
    match verb.dep_:
        case "xcomp" | "ccomp" if head.pos_ != "ADJ" or not joined.is_excessive(verb, head, lexicon):
            return _complement(verb, head, reading, lexicon, depth)
        case "conj":
            return _coordinated(verb, joined.beside(verb, head), reading, lexicon, depth)
        case "acl" | "relcl" if is_infinitive(verb) and joined.is_unique(head, lexicon):
            return _adjoined(verb, head, reading, lexicon, depth)
        case "acl" if is_infinitive(verb) or joined.is_announced(verb, lexicon):
            return _announced(verb, head, reading, lexicon, depth)
        case "relcl" if is_infinitive(verb) and head.pos_ == "NOUN":
            return _announced(verb, head, reading, lexicon, depth)
        case "relcl" if is_infinitive(verb):
            return replace(reading.doubted(Certainty.UNKNOWN, f"for {head.text!r}"), future=True)
        case "advcl" | "xcomp" if is_infinitive(verb):
            return _aimed(verb, head, reading, lexicon, depth)
        case "advcl" | "acl" | "relcl":
            return _adjoined(verb, head, reading, lexicon, depth)
        case "dep" if verb.tag_ == "VB" and not children(verb, "aux", *SUBJECT):
            return reading.unclear("out of place")
        case "pcomp":
            return _gerund(verb, head, reading, lexicon, depth)
        case "csubj" | "csubjpass":
            outer = of_verb(head, lexicon, depth - 1) if head.pos_ in {"VERB", "AUX"} else own(head, lexicon)
            return sharing.as_subject(verb, head, reading, outer, lexicon)
        case _:
            return reading


def _announced(verb: Token, noun: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if not is_finite(verb) and joined.is_found(noun, lexicon):
        return sharing.as_main(reading, of_verb(noun.head, lexicon, depth - 1), f"as {noun.head.text!r}")
    return announced(noun, verb, reading, lexicon)


def _aimed(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    if is_supposed(verb):
        return reading
    if joined.is_excessive(verb, head, lexicon):
        return reading.under(lexicon.hedges["no", "det"], "too")
    if head.pos_ == "ADJ" or joined.is_led(verb, head, lexicon):
        return _complement(verb, head, reading, lexicon, depth)
    if joined.is_result(verb, head, lexicon):
        return sharing.as_main(reading, of_verb(head, lexicon, depth - 1), f"result of {head.text!r}")
    return replace(reading.unclear(PURPOSE), future=True)


def _complement(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    found = cue_class(head, lexicon, verb)
    if found is None:
        return _unclassed(verb, head, reading, lexicon, depth)
    if not governs(head, verb, found):
        return reading
    if found.name == "factive":
        tensed = not is_infinitive(verb)
        return reading if tensed else sharing.as_main(reading, of_verb(head, lexicon, depth - 1), f"as {head.text!r}")
    if (other := otherwise(verb, head, reading, found, lexicon)) is not None:
        return other
    if (done := joined.brought_about(head)) is not None:
        return sharing.as_main(reading, of_verb(done, lexicon, depth - 1), f"as {head.text!r}")
    seen = reading.under(found.stance, f"{found.name} under {head.text!r}")
    seen = as_resolved(seen) if is_resolve(head, found, lexicon) else seen
    outer = of_verb(head, lexicon, depth - 1) if head.pos_ in {"VERB", "AUX"} else own(head, lexicon)
    if found.name == "cease" and verb.tag_ == "VBG":
        return sharing.ceased(seen, outer)
    if found.attributes:
        untold = found.name == "say" and outer.polarity is Polarity.NEGATIVE and is_open(verb)
        untold = untold and is_settled(verb, lexicon)
        return replace(reading, cue=outer.cue) if untold else attributed(seen, head, outer, found, lexicon)
    if head.pos_ == "ADJ":
        outer = of_verb(head.head, lexicon, depth - 1) if head.head.pos_ in {"VERB", "AUX"} else outer
    # "Is not sure what caused it": something did.
    asked = is_open(verb) and outer.polarity is Polarity.NEGATIVE
    return _opened(verb, head, reading, lexicon, depth) if asked else sharing.implied(seen, head, outer, found, lexicon)


def _unclassed(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    """A clause under a word of no known class: certain only where the construction says so."""
    if joined.is_independent(verb, head):
        return reading
    if is_open(verb):
        return _opened(verb, head, reading, lexicon, depth)
    if is_infinitive(verb) and joined.is_result(verb, head, lexicon):
        return sharing.as_main(reading, of_verb(head, lexicon, depth - 1), f"result of {head.text!r}")
    if head.lemma_ == "be" and verb.dep_ == "ccomp" and verb.i > head.i:
        return predicated(verb, head, reading, lexicon)
    if head.lemma_ == "be" and is_infinitive(verb) and is_described(verb, head):
        return reading.unclear(f"under {head.text!r}")
    if head.lemma_ == "have" and verb.tag_ == "VB" and not is_infinitive(verb) and children(verb, "nsubj"):
        return sharing.as_had(reading, head, of_verb(head, lexicon, depth - 1))
    if head.lemma_ in {"have", "need", "be", "go"} and head.pos_ in {"VERB", "AUX"}:
        seen = _governed(head, sharing.over_infinitive(reading, head, lexicon), lexicon, depth - 1)
        return sharing.as_questioned(seen) if is_question(head) else seen
    return reading.unclear(f"under {head.text!r}")


def _opened(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    """What an open question or a free relative starts from: "revisit what it called a threat", "saw who won"."""
    if head.pos_ == "NOUN" and not is_answered(verb, lexicon):
        return reading.unclear(f"open under {head.text!r}")
    main = head if head.pos_ in {"VERB", "AUX"} else governor_of(head)
    outer = of_verb(main, lexicon, depth - 1) if main is not None else Reading()
    if outer.plain or is_settled(verb, lexicon):
        return replace(reading, cue=reading.cue or outer.cue)
    return replace(reading.unclear(f"open under {head.text!r}"), cue=outer.cue)


def _coordinated(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    """A verb joined to another: it shares what governs that, and its auxiliaries and negation where it has none."""
    if head.pos_ not in {"VERB", "AUX"} or is_reply(verb, lexicon):
        return reading
    if joined.is_told_on(verb, head, lexicon):
        return reading.unclear(f"under {head.head.text!r} or beside it")
    if joined.is_behind_infinitive(verb, head):
        return reading.unclear(f"a bare form behind an infinitive of {head.text!r}")
    if is_stray(verb, head) or (is_infinitive(verb) and is_finite(head) and not is_infinitive(head)):
        return reading.unclear(f"a bare form beside {head.text!r}")
    links = [c.lower_ for c in children(head, "cc") if c.i < verb.i]
    either = links[-1:] == ["or"] and not is_open(verb)
    if "nor" in links or "than" in links:
        reading = reading.under(lexicon.hedges["no", "det"], "nor" if "nor" in links else "rather than")
    # "Has never signed or paid": the negation is before both.
    alike = "or" in links and negation.denied(head) and not children(verb, "aux", "neg")
    tensed = bool(children(verb, *SUBJECT)) or (is_finite(verb) and not is_bare(verb, head) and not alike)
    if tensed and not joined.is_gapped(verb, over := elided.condition_before(verb) or head):
        reading = _governed(over, joined.marked(verb, over, reading, lexicon), lexicon, depth - 1)
        return as_either(reading) if either else reading
    if verb.tag_ == "VBG" != head.tag_:
        # "Was no admirer of his, and replacing him": a participle beside a clause shares no negation.
        return _adjoined(verb, head, reading, lexicon, depth)
    outer = _alone(head, lexicon, depth - 1)
    if "but" in links and negation.denied(head):
        outer = replace(outer, polarity=product(outer.polarity, Polarity.NEGATIVE))
    if reading.polarity is Polarity.NEGATIVE and negation.empties(head):
        outer = replace(outer, polarity=Polarity.POSITIVE)
    found = sharing.as_joined(reading, outer, head)
    return as_either(found) if either else found


def _adjoined(verb: Token, head: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    main = head if head.pos_ in {"VERB", "AUX"} else governor_of(head)
    if verb.dep_ != "advcl" and negation.negated(head):
        return sharing.of_none(verb, reading, of_verb(main, lexicon, depth - 1) if main else Reading(), lexicon)
    if verb.dep_ != "advcl" and negation.is_of_any(head, main):
        return replace(reading.unclear(f"of any {head.text!r}"), polarity=Polarity.POSITIVE)
    if main is not None and joined.is_backshifted(verb, main, lexicon):
        return reading.unclear(f"goes with {main.text!r}")
    supposed = joined.is_supposed_of(verb, head)
    if main is None or elided.is_oath(verb) or (is_past(verb) and not supposed):
        return reading
    if verb.tag_ == "VBG" and (talk := joined.topic_of(verb, lexicon)) is not None:
        return announced(talk, verb, reading, lexicon)
    outer = of_verb(main, lexicon, depth - 1)
    if head is not main and head.dep_ == "dobj" and not is_definite(head) and (found := cue_class(main, lexicon)):
        outer = outer.under(found.stance, f"{found.name} under {main.text!r}")
    if reading.polarity is not Polarity.NEGATIVE is outer.polarity and joined.is_doubtful_reason(verb, main):
        return reading.doubted(Certainty.UNKNOWN, f"because, under a negated {main.text!r}")
    if outer.plain or (is_presupposed(verb, head) and not supposed) or joined.is_appearance(verb, outer):
        return replace(reading, cue=reading.cue or outer.cue, future=reading.future or is_scheduled(verb, main))
    return sharing.hanging(verb, main, reading, outer, lexicon)


def _gerund(  # noqa: C901, PLR0911 (a case for each governor)
    verb: Token, preposition: Token, reading: Reading, lexicon: Lexicon, depth: int
) -> Reading:
    before = f"{preposition.nbor(-1).lower_} {preposition.lower_}" if preposition.i else ""
    for words in (before, preposition.lower_):
        if stance := lexicon.hedges.get((words, "prep")):
            over = preposition.head
            outer = of_verb(over, lexicon, depth - 1) if over.pos_ in {"VERB", "AUX"} else Reading()
            return sharing.lacking(reading.under(stance, words), preposition, outer)
    if gerunds.is_conceded(preposition):
        return reading
    if (reason := gerunds.untold(verb, preposition, lexicon)) is not None:
        return reading.unclear(reason)
    governor = preposition.head
    found = cue_class(governor, lexicon)
    if is_open(verb) and (found is None or found.name in _UNASKED or governor.pos_ == "ADJ"):
        return _opened(verb, governor, reading, lexicon, depth)
    if preposition.lower_ == "for" and (ground := joined.ground_of(governor, lexicon)) is not None:
        return sharing.grounded(reading, ground, of_verb(governor, lexicon, depth - 1), cue_class(verb, lexicon))
    if preposition.lower_ in {"of", "to"} and (plea := joined.plea_of(governor, lexicon)) is not None:
        return sharing.as_main(reading, of_complement(plea, lexicon), f"as {plea.text!r}")
    if governor.pos_ in {"VERB", "AUX"}:
        return _circumstance(verb, preposition, reading, lexicon, depth)
    if governor.pos_ == "ADJ" and found is not None and not found.attributes:
        return _complement(verb, governor, reading, lexicon, depth)
    if found is not None and found.name == "factive" and (main := governor_of(governor)) is not None:
        return sharing.having(reading, of_verb(main, lexicon, depth - 1), governor)
    if governor.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return _announced(verb, governor, reading, lexicon, depth)
    return reading.unclear(f"under {preposition.text!r}")


def _circumstance(verb: Token, preposition: Token, reading: Reading, lexicon: Lexicon, depth: int) -> Reading:
    governor = preposition.head
    if preposition.lower_ == "as" and preposition.nbor(-1).lower_ != "such":
        # "Dismissed it as being weak", "saw it as helping the poor": so it looks to who does.
        return replace(reading.doubted(Certainty.PROBABLE, f"as seen by {governor.text!r}"), cue=governor)
    led = (f"{governor.lemma_} {preposition.lower_}", "verb") in lexicon.cues
    found = cue_class(governor, lexicon)
    beside = gerunds.is_in_course(verb, preposition, lexicon) or joined.is_beside(verb, preposition, found)
    if beside and governor.lemma_ != "insist" and not (led or is_untold(verb)):
        outer = of_verb(governor, lexicon, depth - 1)
        denied = outer.polarity is Polarity.NEGATIVE and preposition.lower_ in {"by", "in", "on"}
        if denied or (preposition.lower_ == "by" and governor.lemma_ in _STATES):
            # "Cannot win by waiting", "has two ways to win: by waiting", "did not engage in waiting": nobody waits.
            return reading.unclear(f"{preposition.text}, under {governor.text!r}")
        return sharing.in_its_course(reading, preposition, outer)
    if preposition.lower_ == "on" and not (led or is_finite(verb)):
        # "Worked on selling it", "wrote a book on sailing", "votes on whether to sell it".
        return reading.unclear(f"a topic under {governor.text!r}")
    seen = _complement(verb, governor, reading, lexicon, depth)
    held = is_passive(governor) or bool(children(governor, "dobj"))
    if found is not None and found.name == "believe" and verb.tag_ == "VBG" and not held:
        # "Was thinking about leaving", unlike "was suspected of leaving": nobody holds that somebody does.
        return reading.unclear(f"thought of under {governor.text!r}")
    if preposition.lower_ == "against" and found is not None and found.name in {*_AIMS, "suggest"}:
        return replace(seen, polarity=product(seen.polarity, Polarity.NEGATIVE))
    return seen
