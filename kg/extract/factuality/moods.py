"""Moods: orders and bans, advice, what is only compared or measured, what came too late or with trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import negation
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.subjectless import is_imperative
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_STRANDED = frozenset({"going", "had", "has", "have", "need", "needed", "needs"})
_MUCH = frozenset({"far", "few", "frequently", "little", "long", "many", "much", "often"})
_CAN = frozenset({"ca", "can", "could"})
_PRESENT = frozenset({"VBP", "VBZ"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight"})
_TROUBLE = frozenset({"difficulty", "trouble"})
_HARD = frozenset({"difficult", "hard", "harder", "rough", "tough", "tougher"})
_COMPARED = frozenset({"advmod", "acomp", "dobj", "nsubj"})
_COMPARATIVE = frozenset({"JJR", "RBR"})


def is_advised(verb: Token) -> bool:
    """Whether somebody had better do it: "you'd better go", "she better go"."""
    if verb.tag_ not in {"VB", "VBP"} or "advmod" not in verb.kinds:
        return False
    better = [c for c in children(verb, "advmod") if c.lower_ == "better" and c.i < verb.i and not c.children]
    helped = [c.lower_ for c in children(verb, "aux")]
    subjects = children(verb, "nsubj") if better and set(helped) <= {"had", "'d", "’d"} else ()
    return any(s.i + len(helped) + 1 == better[0].i for s in subjects)


def is_stranded(verb: Token) -> bool:
    """Whether a modal of two words stands for a verb that is left out: "I haven't seen it, but I'm *going to*."."""
    if verb.lower_ not in _STRANDED or verb.i + 2 >= len(verb.doc):
        return False
    return verb.nbor(1).lower_ == "to" and verb.nbor(2).tag_ in {".", ","}


def is_mandated(verb: Token, lexicon: Lexicon) -> bool:
    """Whether *that* opens a clause right behind a word of asking, on which the parse did not hang it.

    "The policy of demanding *that* voters *prove* it helps them".
    """
    for that in children(verb, "advmod", "mark"):
        word = that.nbor(-1) if that.lower_ == "that" and that.i else verb
        found = cue_class(word, lexicon) if word.pos_ == "VERB" and word is not verb.head and word is not verb else None
        if found is not None and found.name == "request" and verb.tag_ in {"VB", "VBP"}:
            return True
    return False


def is_order(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb orders or forbids: "Sell it", "Do not sell it"; quoted behind its cue too ("said: “Sell it”")."""
    if is_imperative(verb):
        return True
    if verb.tag_ not in {"VB", "VBP"} or children(verb, "mark", *SUBJECT):
        return False
    helped = children(verb, "aux")
    if any(c.lower_ != "do" for c in helped):
        return False
    banned = bool(helped) and negation.denied(verb)
    alone = verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    return (banned and alone) or _is_aside(verb) or _is_quoted(verb, lexicon)


def _is_aside(verb: Token) -> bool:
    return verb.dep_ == "parataxis" and verb.i > 0 and verb.nbor(-1).text == "("


def is_example(verb: Token) -> bool:
    """Whether "think" in brackets only names an example: "the largest banks (think Norbank) will pay"."""
    return verb.lower_ == "think" and _is_aside(verb)


def _is_quoted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a bare verb is the whole clause that a verb of saying quotes."""
    if verb.tag_ != "VB" or verb.dep_ not in {"advcl", "ccomp", "xcomp"} or not in_quotes(verb):
        return False
    found = cue_class(verb.head, lexicon)
    return found is not None and found.name in {"say", "request"} and not in_quotes(verb.head)


def is_correlative(verb: Token) -> bool:
    """Whether a clause opens with a comparative: "the sooner it leaves, the better" tells of no leaving."""
    for child in verb.children:
        if child.i > verb.i:
            break
        if child.dep_ in _COMPARED:
            marked = [t for t in (child, *children(child, "amod", "advmod")) if t.tag_ in _COMPARATIVE]
            if marked and any(map(_is_the, marked)):
                return True
    return False


def _is_the(comparative: Token) -> bool:
    return comparative.i > 0 and comparative.nbor(-1).lower_ == "the"


def is_degree(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause asks to what degree something is so now: "how much it pays"; not as told ("explained how …")."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ == "relcl":
        return False
    edge = verb.left_edge
    if edge.lower_ != "how" or edge.i == verb.i or edge.nbor(1).lower_ not in _MUCH:
        return False
    found = cue_class(verb.head, lexicon) if verb.dep_ == "ccomp" else None
    return found is None or found.name not in {"say", "show"}


def is_forestalled(verb: Token) -> bool:
    """Whether something else came first, so that perhaps it never did: "left before they could ask"."""
    before = "aux" in verb.kinds and any(c.lower_ == "before" for c in children(verb, "mark"))
    return before and any(c.lower_ == "could" for c in children(verb, "aux"))


def is_laboured(verb: Token) -> bool:
    """Whether somebody has trouble doing it, and so perhaps does not: "had trouble *selling* it"."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "in" else verb.head
    had = over.head if over.dep_ == "dobj" else over
    if verb.tag_ != "VBG" or had.lemma_ != "have" or children(verb, *SUBJECT):
        return False
    return any(c.lemma_ in _TROUBLE or _is_hard(c) for c in children(had, "dobj") if c.i < verb.i)


def _is_hard(noun: Token) -> bool:
    """Whether a noun is "time" in "a hard time"; easy times may be hard still: "a harder time winning"."""
    return noun.lemma_ == "time" and any(c.lemma_ in _HARD or c.lower_ in _HARD for c in children(noun, "amod"))


def is_longing(verb: Token) -> bool:
    """Whether somebody is only impatient: "can't wait to see it"."""
    if verb.lemma_ != "wait" or not (negation.denied(verb) and _has_aim(verb)):
        return False
    return any(c.lower_ in _CAN for c in children(verb, "aux"))


def _has_aim(verb: Token) -> bool:
    return bool(children(verb, "xcomp")) or any(c.lower_ == "for" for c in children(verb, "prep"))


def is_scheduled(clause: Token, main: Token) -> bool:
    """Whether a clause with *when* tells what is set for a day to come: "faces a test on Tuesday when they try it"."""
    if clause.dep_ != "advcl" or main.tag_ not in _PRESENT:
        return False
    if main.lemma_ == "face" and any(c.tag_ in _PRESENT for c in children(clause, "auxpass")):
        # "Faces ten years in prison when he is sentenced": that day is to come.
        return any(c.lower_ == "when" for c in children(clause, "advmod"))
    if clause.tag_ not in _PRESENT:
        return False
    if any(children(verb, "aux", "auxpass") for verb in (clause, main)):
        return False
    days = [*children(main, "npadvmod"), *(day for on in children(main, "prep") for day in children(on, "pobj"))]
    return any(c.lower_ == "when" for c in children(clause, "advmod")) and any(map(_is_day, days))


def _is_day(noun: Token) -> bool:
    return noun.lower_ in _DAYS or any(c.lower_ == "next" for c in children(noun, "amod"))
