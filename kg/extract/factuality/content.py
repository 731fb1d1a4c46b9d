"""What a clause amounts to as the content of a word: said by somebody, announced by a noun, judged by a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.factuality import negation
from kg.extract.factuality.feelings import felt
from kg.extract.factuality.forms import is_finite, is_infinitive, is_past, is_subjunctive, is_told
from kg.extract.factuality.marks import own
from kg.extract.factuality.owners import is_owned
from kg.extract.factuality.presupposed import is_open, is_settled
from kg.extract.factuality.readings import PURPOSE, Reading, cue_class, product
from kg.extract.factuality.refuted import foiled, given_up, refuted
from kg.extract.factuality.resolved import as_resolved, is_resolve
from kg.extract.subjectless import is_imperative
from kg.extract.syntax import SUBJECT, children, is_definite, is_passive
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_SAYING = frozenset({"believe", "plan", "say"})
_INSISTING = frozenset({"insist", "move", "rule", "specify", "stipulate", "vote"})
_SAID = frozenset({"show", "say", "allege", "deny", "believe", "doubt", "suggest"})
_WH = frozenset({"WP", "WRB"})
_WH_PLACES = ("advmod", "dobj")
_WHETHER = frozenset({"if", "whether"})
_URGED = frozenset({"request", "promise", "suggest", "threaten"})
_HEARER = frozenset({"at", "to"})
_FIRST = frozenset({"i", "we"})
_MOOTING = frozenset({"broach", "float", "mention", "moot", "pitch", "tout"})
_MAKING = frozenset({"craft", "create", "design", "develop", "devise", "draft", "formulate", "prepare", "write"})
_PLEDGED = frozenset({"plan", "promise", "threaten"})
# Verbs of these classes have no clause with a tense: it belongs to a noun beside them.
_WITHOUT_TENSE = frozenset({"escape", "fail", "foil", "prevent", "try"})
_WISHING = frozenset({"like", "want", "wish"})
_LIKING = frozenset({"like", "love"})
_AIMED = _URGED | {"plan", "want"}
_ANY = frozenset({"a", "an", "any", "anybody", "anyone", "each", "every", "everybody", "everyone"})
_PERSONAL = frozenset({"he", "i", "she", "they", "we", "who", "you"})
_OPEN_CLAUSES = frozenset({"acl", "advcl", "pcomp", "xcomp"})


def otherwise(verb: Token, head: Token, reading: Reading, found: CueClass, lexicon: Lexicon) -> Reading | None:
    """A clause to which its cue does not do what its class says, by its form; None where it does."""
    done = felt(verb, head, reading, lexicon) or _asked_for(verb, head, reading, found, lexicon)
    if done is not None:
        return done
    other = _unwilled(verb, head, reading, found, lexicon) or _granted(verb, head, reading, found, lexicon)
    if other is not None:
        return other
    if found.name in {"believe", "say"} and is_imperative(head):
        return replace(reading.doubted(Certainty.UNKNOWN, f"supposed by {head.text!r}"), modality=Modality.CONDITIONAL)
    if found.name == "suggest" and verb.dep_ == "ccomp" and is_told(verb) and not is_subjunctive(verb):
        return replace(reading.doubted(Certainty.POSSIBLE, f"under {head.text!r}"), cue=head)
    if found.name in {"request", "plan"} and verb.dep_ == "ccomp" and is_open(verb):
        # "Asked why they left", "decided who will lead": nobody is to leave, and nobody promised to lead.
        return replace(reading.unclear(f"open under {head.text!r}"), cue=head)
    if found.name == "say" and verb.dep_ == "xcomp" and is_infinitive(verb):
        return _spoken_to(verb, head, reading)
    if found.name == "say" and head.lemma_ in _MOOTING and verb.tag_ == "VBG" and not children(verb, "aux", *SUBJECT):
        # "Mentioned selling it": a deed or an idea.
        return replace(reading.unclear(f"mooted by {head.text!r}"), cue=head)
    return None


def _is_cut_short(verb: Token, head: Token) -> bool:
    """Whether something came in between when somebody was about to do it."""
    if head.lower_ != "about" or head.head.tag_ != "VBD":
        return False
    under = [c for each in (verb, head, head.head) for c in children(each, "advcl")]
    return any(c.i > verb.i and any(w.lower_ == "when" for w in children(c, "advmod", "mark")) for c in under)


def _asked_for(verb: Token, head: Token, reading: Reading, found: CueClass, lexicon: Lexicon) -> Reading | None:
    """What a subjunctive asks for, and what something is used to prove; None where neither is so."""
    insisted = verb.tag_ != "VBP" or head.lemma_ in _INSISTING
    if verb.dep_ == "ccomp" and found.name in _SAYING and insisted and is_subjunctive(verb):
        # "Insisted that she leave", "decided that it be sold"; "said that the board want it" may be British.
        return replace(reading.under(lexicon.hedges["should", "modal"], f"asked for by {head.text!r}"), cue=head)
    told = cue_class(verb, lexicon) if head.lemma_ == "use" else None
    # "Used the case to prove that": that is what it was for.
    return replace(reading.unclear(PURPOSE), future=True) if told is not None and told.name == "show" else None


def _granted(verb: Token, head: Token, reading: Reading, found: CueClass, lexicon: Lexicon) -> Reading | None:
    """What is taken for granted by who judges or questions it, or likes to do it; None where nothing is."""
    if _is_cut_short(verb, head):
        # "Were about to board it when they were caught": whether they did is not told, and it does not lie ahead.
        return reading.doubted(Certainty.UNKNOWN, f"{head.text!r} to, when")
    if is_open(verb) and (found.name == "doubt" or (head.lemma_ == "judge" and verb.dep_ == "ccomp")):
        # "Questioned why they left"; "will judge what they knew": nobody holds that they knew it.
        if is_settled(verb, lexicon):
            return reading
        open_ = f"open under {head.text!r}"
        return reading.unclear(open_) if found.name == "doubt" else reading.doubted(Certainty.UNKNOWN, open_)
    if head.lemma_ in _LIKING and is_infinitive(verb) and not children(head, "aux"):
        # "Likes to sing", unlike "would like to sing": he does.
        return reading.unclear(f"{head.text!r} is denied") if negation.empties(head) else reading
    performed = head.lemma_ in _WISHING and is_infinitive(verb) and verb.lemma_ in lexicon.words.get("performing", ())
    if performed and any(s.lower_ in _FIRST for s in children(head, "nsubj")) and not negation.empties(head):
        # "I want to thank them" thanks them.
        return replace(reading, cue=head)
    return None


def _spoken_to(verb: Token, head: Token, reading: Reading) -> Reading | None:
    """What somebody is told to do ("shouted at them to stop"), or what something is said for ("told it to amuse")."""
    if any(p.lower_ in _HEARER and head.i < p.i < verb.i for p in children(head, "prep", "dative")):
        ordered = reading.doubted(Certainty.UNKNOWN, f"told by {head.text!r}")
        return replace(ordered, modality=Modality.REQUESTED, future=True, cue=head)
    return replace(reading.unclear(PURPOSE), future=True) if children(head, "dobj") else None


def _unwilled(verb: Token, head: Token, reading: Reading, found: CueClass, lexicon: Lexicon) -> Reading | None:
    """What a word of planning, threatening or trying only tells, or is made for; None where somebody wills it."""
    if is_infinitive(verb) and found.name != "ask-whether" and _is_how_to(verb, head):
        # "Learned how to leave", "told them where to go".
        return reading.unclear(f"open under {head.text!r}")
    if found.name == "doubt" and is_infinitive(verb):
        # "Asked X to doubt the vote, and *to stay* at home": nobody doubts to do anything.
        return replace(reading.unclear(PURPOSE), future=True)
    made = found.name == "plan" and is_passive(head) and not negation.denied(head)
    if made and head.lemma_ in lexicon.words.get("calculated", ()):
        # "A bill designed to help", "a trick aimed at winning": nobody named plans it.
        return replace(reading.unclear(PURPOSE), future=True)
    if head.lemma_ == "make" and is_passive(head) and is_infinitive(verb) and not _is_of_persons(head):
        # "A law made to help": that is what it is for; who "was made to leave" has left.
        return replace(reading.unclear(PURPOSE), future=True)
    if found.name == "threaten" and verb.dep_ == "ccomp" and verb.tag_ != "VB" and reading.plain:
        # "Warned that the bank was selling": it is said to be so.
        return replace(reading, cue=head, reasons=(*reading.reasons, f"told by {head.text!r}"))
    if found.name == "request" and verb.dep_ == "ccomp" and is_past(verb) and verb.i > head.i and not is_open(verb):
        # "Said, when asked, that they left": nobody asks for what was.
        return reading.unclear(f"past under {head.text!r}")
    if found.name in _WITHOUT_TENSE and verb.dep_ == "ccomp" and is_finite(verb):
        return reading.unclear(f"with a tense under {head.text!r}")
    return None


def _is_of_persons(verb: Token) -> bool:
    """Whether the subject of a passive is a person or several, as far as a pronoun, a name or a plural tells."""
    subjects = children(verb, "nsubjpass", "nsubj")
    return any(s.ent_type_ in {"PERSON", "NORP"} or s.lower_ in _PERSONAL or s.tag_ == "NNS" for s in subjects)


def _is_how_to(verb: Token, head: Token) -> bool:
    return any(c.tag_ in _WH and head.i < c.i < verb.i for c in children(verb, *_WH_PLACES))


def attributed(seen: Reading, head: Token, outer: Reading, found: CueClass, lexicon: Lexicon) -> Reading:
    """What somebody says, knows or wants: nobody's where that is denied, and alleged where nobody is named."""
    if found.name in _AIMED | {"expect"} and outer.modality is Modality.CONDITIONAL:
        # "If they promised to leave", "if the law requires us to leave": nobody has, and it does not.
        return replace(seen.doubted(Certainty.UNKNOWN, f"as {head.text!r}"), modality=Modality.CONDITIONAL)
    seen = _given(seen, head, outer, found)
    if found.name == "plan" and outer.polarity is Polarity.NEGATIVE and not children(head, "neg"):
        # "Denied that they planned to leave".
        seen = replace(seen, modality=Modality.ASSERTED)
    if found.name in _URGED and (outer.polarity is Polarity.NEGATIVE or _is_of_nothing(head)):
        # "Did not ask X to leave", "no law requires X to leave".
        seen = replace(seen, modality=Modality.ASSERTED)
    elif found.name in _AIMED and outer.certainty is Certainty.UNKNOWN and outer.modality is not Modality.CONDITIONAL:
        # "Tried to get X to agree to leave", "asked whether X requires Y to leave": nobody need have.
        seen = replace(seen.unclear(f"{head.text!r} is open itself"), modality=Modality.ASSERTED)
    if outer.polarity is Polarity.NEGATIVE and found.name != "know":
        if head.lemma_ in lexicon.neg_raisers and children(head, "neg"):
            # "Does not think that X attacked": thinks that X did not.
            seen = seen.doubted(Certainty.PROBABLE, f"{head.text!r} is negated")
            seen = replace(seen, polarity=product(seen.polarity, Polarity.NEGATIVE))
        else:
            seen = seen.unclear(f"{head.text!r} is negated")
    elif outer.polarity is Polarity.NEGATIVE and not seen.plain:
        # "Without knowing how it would end": nobody tells that it would.
        seen = seen.unclear(f"{head.text!r} is negated")
    elif found.name in _SAID and _is_unsaid(head, outer, found, lexicon):
        seen = seen.unclear(f"{head.text!r} is not said to be")
    if head.pos_ == "VERB" and is_passive(head) and found.name in {"say", "believe", "allege"}:
        seen = replace(seen.doubted(Certainty.POSSIBLE, f"{head.text!r} by nobody named"), modality=Modality.ALLEGED)
    # What is known or seen is so, whoever sees it.
    return seen if found.name in {"know", "show"} and seen.plain else replace(seen, cue=head)


def _given(seen: Reading, head: Token, outer: Reading, found: CueClass) -> Reading:
    """What is promised, as far as that is: "they would promise to leave", "did they promise to leave?"."""
    if found.name in _PLEDGED and outer.future and outer.certainty is not Certainty.CERTAIN:
        return replace(seen.unclear(f"{head.text!r} is to come"), modality=Modality.ASSERTED)
    if found.name in _PLEDGED and "question" in outer.reasons:
        return replace(seen.doubted(Certainty.UNKNOWN, f"as {head.text!r}"), modality=Modality.ASSERTED)
    return seen


def _is_of_nothing(cue: Token) -> bool:
    """Whether a cue is said of nothing: "no law requiring X to leave"."""
    return cue.dep_ in {"acl", "relcl"} and negation.negated(cue.head)


def _is_unsaid(head: Token, outer: Reading, found: CueClass, lexicon: Lexicon) -> bool:
    """Whether nobody is told to have said it: "may say that …", "would deny …", unlike "I must say that …".

    What is spoken "to say" something, or hangs on a word of no known class, may well have been said; what is done "to
    prove" it need not have.
    """
    first = any(s.lower_ in _FIRST for s in children(head, *SUBJECT))
    if first or not (outer.future or outer.certainty in {Certainty.POSSIBLE, Certainty.UNKNOWN}):
        return False
    if PURPOSE in outer.reasons or outer.undecided:
        # "To prove that", "it takes time to show that"; who is "angry at seeing it" has seen it.
        shown = found.name == "show" and (PURPOSE in outer.reasons or is_infinitive(head))
        return shown or _is_bidden(head, lexicon)
    return True


def _is_bidden(head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of saying is what another lets, asks or forces somebody to do, or may: "rules letting X *say*"."""
    over = head.head
    if head.dep_ not in {"ccomp", "xcomp"} or over.pos_ != "VERB" or not is_infinitive(head):
        return False
    return cue_class(over, lexicon, head) is not None


def announced(noun: Token, verb: Token, reading: Reading, lexicon: Lexicon) -> Reading:
    """A clause that a noun announces: a plan to attack, the claim that it attacked, efforts to help."""
    found = cue_class(noun, lexicon, verb)
    if found is None or (is_infinitive(verb) and _is_how_to(verb, noun)):
        # "Said Miller: We left"; "a ruling on how to count them".
        apart = children(verb, *SUBJECT) and any(t.text == ":" for t in verb.doc[noun.i : verb.i])
        return reading if apart else reading.unclear(f"under {noun.text!r}")
    if (undone := _undone(noun, verb, reading, found, lexicon)) is not None:
        return undone
    if found.name == "factive" or (found.name == "doubt" and negation.negated(noun)):
        # "The fact that they left", "there is no doubt that they left".
        return reading.unclear(f"under {noun.text!r}") if is_infinitive(verb) else reading
    if found.name == "plan" and children(verb, "mark") and is_finite(verb):
        # "The court's decision that it broke the law" finds something.
        return replace(reading, cue=noun)
    if found.name in _AIMED and is_nobodys(noun):
        return replace(reading.unclear(f"{noun.text!r} of nobody"), future=True)
    if found.name == "say" and is_infinitive(verb) and noun.lemma_ != "claim":
        # "Its announcement to close the mine", "its message to vote": what is to be done.
        return replace(reading.doubted(Certainty.UNKNOWN, f"under {noun.text!r}"), future=True, cue=noun)
    if found.name in _PLEDGED and (over := given_up(noun, lexicon)) is not None:
        return replace(reading.doubted(Certainty.UNKNOWN, f"{noun.text!r} under {over.text!r}"), future=True, cue=noun)
    seen = reading.under(found.stance, f"{found.name} under {noun.text!r}")
    seen = as_resolved(seen) if is_resolve(noun, found, lexicon) else seen
    if negation.negated(noun):
        feasible = noun.lemma_ in lexicon.words.get("feasible", ())
        seen = _without(reading, noun, lexicon) if feasible else seen.unclear(f"no {noun.text!r}")
    if found.name == "say" and not is_owned(noun, lexicon):
        seen = _of_nobody(seen, noun, verb)
    # The fact or the knowledge that it attacked: so, whoever has it.
    return replace(seen, cue=noun) if found.attributes and found.name != "know" else seen


def _undone(noun: Token, verb: Token, reading: Reading, found: CueClass, lexicon: Lexicon) -> Reading | None:
    """What is not so because the claim is said to be false, or the plan was foiled; None where neither is told."""
    if found.attributes and is_finite(verb) and (false := refuted(noun, lexicon)) is not None:
        return reading.under(lexicon.hedges["not", "adv"], f"{noun.text!r} is {false.text!r}")
    if (over := foiled(noun, lexicon)) is not None:
        return reading.under(lexicon.hedges["not", "adv"], f"{noun.text!r} under {over.text!r}")
    return None


def _of_nobody(seen: Reading, noun: Token, verb: Token) -> Reading:
    """What is claimed by nobody named is alleged; what an answer "on how he would rule" is about is not."""
    if is_open(verb) or any(mark.lower_ in _WHETHER for mark in children(verb, "mark")):
        return seen.unclear(f"open under {noun.text!r}")
    return replace(seen.doubted(Certainty.POSSIBLE, f"{noun.text!r} of nobody named"), modality=Modality.ALLEGED)


def _without(reading: Reading, noun: Token, lexicon: Lexicon) -> Reading:
    """What there is "no chance" or "no way" of is said not to be, as sure as that there is none."""
    over = own(noun.head, lexicon) if noun.head.pos_ in {"VERB", "AUX"} else Reading()
    seen = reading.doubted(over.certainty, f"no {noun.text!r}")
    return replace(
        seen,
        polarity=product(reading.polarity, Polarity.NEGATIVE),
        future=reading.future or over.future,
        modality=over.modality if over.modality is Modality.CONDITIONAL else reading.modality,
    )


def is_nobodys(noun: Token) -> bool:
    """Whether a noun names what nobody has: "told to draft a plan", "did not unveil plans", "anybody's decision"."""
    if any(c.lower_ in _ANY for owner in children(noun, "poss") for c in (owner, *owner.children)):
        return True
    if negation.negated(noun):
        return True
    verb = noun.head
    if noun.dep_ != "dobj":
        return False
    if negation.denied(verb) and not is_definite(noun):
        return True
    if verb.lemma_ not in _MAKING or verb.tag_ not in {"VB", "VBG"}:
        return False
    return verb.dep_ in _OPEN_CLAUSES and not is_finite(verb)
