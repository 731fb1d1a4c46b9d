"""Conditions: with *if*, or by order ("Had X signed", "should X win", "were X to win").

Conditionals by inversion after Huddleston and Pullum (2002, ch. 8, 11): *had*, *should* or *were* opens the clause,
before its subject, and no question mark ends it. What stands beside another with *or* need not be so either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import elided
from kg.extract.factuality.eventual import is_as_long, is_eventual
from kg.extract.factuality.forms import is_past, is_stray
from kg.extract.factuality.presupposed import is_open
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children
from kg.model import Certainty, Polarity

if TYPE_CHECKING:
    from kg.extract.factuality.readings import Reading
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_AUXILIARIES = frozenset({"had", "were", "should"})
_MAIN = frozenset({"had", "were"})
_HAD = frozenset({"had", "'d", "’d"})
_UNREAL = frozenset({"could", "might", "would", "'d", "’d"})
_ASSUMING = frozenset({"assuming", "granted", "granting", "presuming", "provided", "providing", "supposing"})
_BEFORE = frozenset({"and", "but", "even", "or"})
_ASKING = frozenset({"ask", "enquire", "inquire", "wonder"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "conj", "relcl", "ROOT"})
# "Nor should X": what is before the modal turns the order.
_TELLING = frozenset({"believe", "expect", "say"})
_LIKEWISE = frozenset({"neither", "nor", "not", "only", "so", "then"})
_NOT_PAST = frozenset({"VB", "VBP", "VBZ"})
_TENSED = frozenset({"VBD", "VBP", "VBZ"})
_RULING = frozenset({"allow", "prevent", "request"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_asked(clause: Token) -> bool:
    """Whether a clause with *if* is what somebody asks, and no condition."""
    asked = clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and clause.head.lemma_ in _ASKING)
    return asked and clause.i > clause.head.i


def is_conditional(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb has a condition; one before what is said is of that: "If they sign, we leave, said X"."""
    if _is_under_condition_of(verb, lexicon):
        return True
    if _is_telling(verb, lexicon):
        # "If they sign, experts say that prices will fall": they say so whoever signs.
        return False
    if _is_limited(verb, lexicon) or elided.is_only_if(verb) or elided.is_shared(verb):
        return True
    under = children(verb, "advcl", "ccomp")
    found = [c for c in under if _is_condition(c, verb) and not _is_beyond(c, verb, lexicon)] if under else ()
    if not found or not any(found[-1].i < c.i < verb.i for c in children(verb, "ccomp")):
        return bool(found)
    cue = cue_class(verb, lexicon)
    return cue is None or cue.name != "say"


def _is_of_asking(clause: Token, verb: Token) -> bool:
    """Whether *if* tells what somebody was asked before he spoke: "When asked if they left, she said …"."""
    return any(c.lemma_ in _ASKING and c.i < clause.i < verb.i for c in children(verb, "advcl"))


def _is_under_condition_of(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is said has a condition that the parse gave to the saying: "If they sign, I think we leave"."""
    said = verb.head if verb.dep_ == "ccomp" and "advcl" in verb.head.kinds else None
    if said is None or not (verb.i < said.i or _is_telling(said, lexicon)):
        return False
    return any(c.i < min(verb.i, said.i) and _is_condition(c, said) for c in children(said, "advcl"))


def _is_telling(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb without a modal tells or holds what stands behind it, and a condition stands before it."""
    found = cue_class(verb, lexicon) if "ccomp" in verb.kinds and "advcl" in verb.kinds else None
    if found is None or found.name not in _TELLING or any(c.tag_ in {"MD", "TO"} for c in children(verb, "aux")):
        return False
    conditions = [c for c in children(verb, "advcl") if c.i < verb.i]
    return bool(conditions) and any(c.i > verb.i and not is_inverted(c) for c in children(verb, "ccomp"))


def _is_beyond(clause: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a condition of what is now, or to come, stands behind what was: "who *left*, if they earn".

    So "they *promised* to leave, should X win" tells of a promise, whoever wins; and "if X wins, towns *held* by Y will
    pay" does not tell of holding: there the condition stands before the noun. Who *apologised* if it was so did; who
    *faces* a fine if found guilty faces it now; and what *bars* them from voting if they owe taxes bars them.
    """
    if _is_of_content(clause, verb, lexicon) or _is_for_hearer(clause, verb, lexicon):
        return True
    if (verb.dep_ in {"acl", "relcl"} and clause.i < verb.head.i) or _is_known(verb, lexicon):
        return True
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    now = first.lemma_ == "be" and first.tag_ in _NOT_PAST
    done = verb.tag_ in {"VBD", "VBN"} and first.tag_ != "MD" and not now
    if clause.i < verb.i:
        # "If it can be sold, Bell *said*": he said so whether it can or not.
        opening = (*children(clause, "aux", "auxpass"), clause)[0]
        return done and first.tag_ == "VBD" and (opening.tag_ in _NOT_PAST or opening.lower_ == "can")
    told = verb.lemma_ in lexicon.words.get("performing", ()) and not in_quotes(verb)
    return done and (clause.tag_ in _NOT_PAST or told)


def _is_known(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody knows now what happened, whatever is so: "if she refuses, she *knows* what they did"."""
    found = cue_class(verb, lexicon) if verb.tag_ in {"VBP", "VBZ"} else None
    known = found is not None and found.name == "know" and not children(verb, "aux")
    return known and any(is_open(c) and is_past(c) for c in children(verb, "ccomp"))


def _is_for_hearer(clause: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a condition only tells for whom something matters: "if you want a loan, the bank offers one".

    Whatever the hearer wants or has missed, it is offered, or took place (relevance conditionals: Austin 1956).
    """
    if not any(s.lower_ == "you" for s in children(clause, "nsubj")):
        return False
    if any(c.lemma_ != "do" for c in children(clause, "aux", "auxpass")):
        return False
    if any(t.lower_ in {"you", "your"} for t in verb.subtree if not clause.left_edge.i <= t.i <= clause.right_edge.i):
        return False
    if children(verb, "aux", "auxpass") or not children(verb, "nsubj"):
        return False
    attending = any(w.lemma_ in lexicon.words.get("attending", ()) for w in (clause, *children(clause, "xcomp")))
    return attending and (verb.tag_ == "VBD" or verb.lemma_ in lexicon.words.get("offering", ()))


def _is_of_content(clause: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a condition behind a verb limits what it bars, asks for or faces, and not the barring."""
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    if clause.i < verb.i or first.tag_ not in _TENSED:
        return False
    if verb.lemma_ == "face":
        return True
    found = cue_class(verb, lexicon)
    if found is None or found.name not in _RULING:
        return False
    return any(verb.i < each.i < clause.i for each in _contents(verb))


def _contents(verb: Token) -> list[Token]:
    """The infinitives and gerunds that a verb governs: "bars them from *voting*", "requires them to *pay*"."""
    gerunds = [c for p in children(verb, "prep") if p.lower_ == "from" for c in children(p, "pcomp")]
    return [*(c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VB"), *gerunds]


def _is_limited(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the condition behind a verb of barring or asking is one of what that bars or asks for."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ not in {"ccomp", "pcomp", "xcomp"} or "advcl" not in over.kinds or over.lemma_ == "face":
        return False
    behind = [c for c in children(over, "advcl") if c.i > verb.i and _is_condition(c, over)]
    return any(_is_of_content(c, over, lexicon) for c in behind)


def _is_condition(clause: Token, verb: Token) -> bool:
    if elided.is_oath(clause):
        return False
    if (verb.lemma_ in _ASKING and clause.i > verb.i) or _is_quoted_alone(clause, verb) or _is_of_asking(clause, verb):
        # "“If you look,” she said": she said it, whoever looks.
        return False
    if is_inverted(clause):
        return True
    if clause.lower_ in {"any", "anything"}:
        # "If anything, it grew".
        return False
    marks = children(clause, "mark") if clause.dep_ == "advcl" else ()
    return any(c.lower_ in {"if", "unless"} and not is_compared(c) for c in marks)


def _is_quoted_alone(clause: Token, verb: Token) -> bool:
    """Whether a whole clause stands in quotes and its verb does not; not "will pay if it is “asked nicely”"."""
    return not in_quotes(verb) and in_quotes(clause) and in_quotes(clause.left_edge)


def is_compared(mark: Token) -> bool:
    """Whether an *if* is no condition of what it hangs on: "talks *as if* it fell", "stays *even if* it falls"."""
    return mark.lower_ == "if" and mark.i > 0 and mark.nbor(-1).lower_ in {"as", "even"}


def is_inverted(clause: Token) -> bool:
    """Whether a clause is a condition by its order."""
    if clause.dep_ not in _CLAUSES:
        return False
    first = _fronted(clause)
    if first is None:
        return False
    if first.lower_ == "should" and clause.dep_ != "advcl" and first.i > clause.sent.start:
        return _is_should(first)
    if clause.dep_ not in {"ccomp", "ROOT"}:
        return clause.dep_ == "advcl" or first.i == clause.left_edge.i
    doc, sentence = clause.doc, clause.sent
    opens = first.i == sentence.start or not doc[first.i - 1].is_alpha or doc[first.i - 1].lower_ in _BEFORE
    if not opens or any(t.text == "?" for t in doc[clause.i + 1 : sentence.end]):
        return False
    # Before its main clause, or behind it where the parse took the condition for the main one.
    leading = clause.dep_ == "ccomp" and clause.i < clause.head.i and first.i == clause.left_edge.i
    return leading or (clause.dep_ == "ROOT" and any(c.i < first.i for c in children(clause, "ccomp")))


def _is_should(modal: Token) -> bool:
    """Whether "should" before its subject opens a condition, and no question: "may leave *should* X win"."""
    before = modal.nbor(-1) if modal.i else modal
    asking = before.tag_ in _WH or any(t.text == "?" for t in modal.doc[modal.i : modal.sent.end])
    return not asking and before.lower_ not in _LIKEWISE


def _fronted(clause: Token) -> Token | None:
    """The word that opens a condition before its subject."""
    if "aux" not in clause.kinds and "auxpass" not in clause.kinds and clause.lower_ not in _MAIN:
        return None
    words = [c for c in children(clause, "aux", "auxpass") if c.lower_ in _AUXILIARIES]
    if clause.lower_ in _MAIN:
        words.append(clause)
    if not words:
        return None
    subject = next(iter(children(clause, "nsubj", "nsubjpass", "expl")), None)
    return words[0] if subject is not None and words[0].i < subject.i else None


def is_contrary(clause: Token) -> bool:
    """Whether a condition tells what did not come about, or not then: "it would have closed *if they had signed*"."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBN":
        return False
    helped = children(clause, "aux")
    if not any(c.lower_ in _HAD for c in helped) or any(c.tag_ == "MD" for c in helped):
        return False
    if not (is_inverted(clause) or any(c.lower_ == "if" and not is_compared(c) for c in children(clause, "mark"))):
        return False
    return any(c.lower_ in _UNREAL for c in children(clause.head, "aux"))


def is_supposed(verb: Token) -> bool:
    """Whether a verb is an infinitive under such a *were*: "were Norland to *sign*"."""
    head = verb.head
    return head.lower_ == "were" and verb.tag_ == "VB" and head.i < verb.i and is_inverted(head)


def is_either(verb: Token) -> bool:
    """Whether a verb comes before others of which only one need be so: "will rise, stay or fall"."""
    for subject in children(verb, "nsubj", "nsubjpass"):
        if "cc" in subject.kinds and any(c.lower_ == "or" for c in subject.kinds["cc"]):
            # "Norland or Sudria will win".
            return True
    if "conj" not in verb.kinds:
        return False
    others = [c for c in children(verb, "conj") if c.pos_ == "VERB" and c.i > verb.i and not is_stray(c, verb)]
    links = {c.lower_ for c in children(verb, "cc")}
    # "Left when asked and not (talking or acting)": only the later two are alternatives.
    return bool(others) and ("or" in links or (not links and any(map(is_either, others))))


def as_either(reading: Reading) -> Reading:
    """One of two such things; what is denied of either is denied of both."""
    return reading if reading.polarity is Polarity.NEGATIVE else reading.doubted(Certainty.POSSIBLE, "or")


def is_hypothetical(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is or has a condition, but for one by its own order."""
    assumed = verb.dep_ == "ccomp" and verb.i > verb.head.i and is_assuming(verb.head)
    if assumed or is_supposed(verb) or is_eventual(verb) or is_as_long(verb):
        return True
    return is_conditional(verb, lexicon) or _is_lacking(verb)


def is_assuming(verb: Token) -> bool:
    """Whether a participle stands for *if*: "rents fall, *assuming* that wages rise"; not "left assuming that"."""
    if verb.lower_ not in _ASSUMING or verb.tag_ not in {"VBG", "VBN"}:
        return False
    if (
        "ccomp" not in verb.kinds
        or children(verb, "aux", "nsubj", "nsubjpass")
        or verb.dep_ in {"ccomp", "conj", "pcomp"}
    ):
        return False
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return before is None or not before.is_alpha or before.lower_ in _BEFORE


def _is_lacking(verb: Token) -> bool:
    """Whether what is left undone is a condition: "Without changing course, Norland risks a war"."""
    if verb.tag_ not in _NOT_PAST or "prep" not in verb.kinds:
        return False
    first = [p for p in children(verb, "prep") if p.lower_ == "without" and p.i < verb.i]
    return any(c.tag_ == "VBG" for p in first for c in children(p, "pcomp"))
