"""Events on the calendar that are still to come: "comes days before her first debate", "is preparing for the vote".

What is told in the present, or of the future, to come before an event has that ahead; in the past it may be over since.
Who will do something at an event, or take part in it, has it ahead too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, governor_of

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PRESENT = frozenset({"VBP", "VBZ"})
_WILL = frozenset({"will", "wo", "'ll", "’ll"})
_TOWARDS = frozenset({"for", "into", "to", "toward", "towards"})
_DURING = frozenset({"at", "during", "in"})
_EACH = frozenset({"any", "current", "each", "every", "most", "these", "this"})
_UNITS = (["month"], ["week"], ["year"], *([day] for day in _WEEKDAYS))


def is_ahead(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names an event on the calendar that is still to come, by what is told of it."""
    if noun.lemma_.lower() not in lexicon.words.get("calendar", ()) or _is_any(noun):
        return False
    main = governor_of(noun)
    if main is None or main.lemma_ == "be":
        return False
    return _has_day_ahead(noun) or _is_joined(noun, main, lexicon) or _is_awaited(noun, main, lexicon)


def takes_effect_later(noun: Token) -> bool:
    """Whether a noun names a measure that is announced to take effect later: "a ban *to take effect* in July"."""
    main = governor_of(noun)
    clauses = list(children(noun, "acl", "relcl"))
    if main is not None:
        clauses += [c for c in children(main, "advcl") if c.left_edge.i == noun.right_edge.i + 1]
    return any(c.i > noun.i and any(a.lower_ == "to" for a in children(c, "aux")) and _is_onset(c) for c in clauses)


def _is_onset(verb: Token) -> bool:
    """Whether a verb tells that something begins to be so: "take effect", "come into force", "begin"."""
    if verb.lemma_ == "take":
        return any(c.lower_ == "effect" for c in children(verb, "dobj"))
    if verb.lemma_ in {"come", "go"}:
        into = [p for p in children(verb, "prep") if p.lower_ == "into"]
        return any(n.lower_ in {"effect", "force"} for p in into for n in children(p, "pobj"))
    return verb.lemma_ in {"begin", "start"} and not children(verb, "dobj", "xcomp")


def _is_any(noun: Token) -> bool:
    """Whether a noun is of no one event, or of one that may be under way: "every vote", "this election"."""
    return any(c.lower_ in _EACH for c in noun.children if c.dep_ in {"amod", "det"})


def _has_day_ahead(noun: Token) -> bool:
    """Whether a day to come stands right behind a noun: "the debate tomorrow", "a hearing next week"."""
    following = [t.lower_ for t in noun.doc.tokens[noun.i + 1 : noun.i + 3]]
    return following[:1] == ["tomorrow"] or (following[:1] == ["next"] and following[1:] in _UNITS)


def _is_joined(noun: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether somebody will take part in an event, or do something in its course: "will play in the final"."""
    if not any(c.lower_ in _WILL for c in children(main, "aux")):
        return False
    if noun.dep_ == "pobj":
        # "She will write it down in the morning meetings": again and again.
        return noun.head.lower_ in _DURING and noun.head.head is main and noun.tag_ != "NNS"
    taken = main.lemma_ in lexicon.words.get("taking part", ())
    return taken and noun.head is main and noun.dep_ in {"dobj", "nsubjpass"}


def _is_awaited(noun: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether something is, or will be, done before an event or in preparation for it."""
    if noun.dep_ != "pobj" or noun.tag_ == "NNS" or not (_is_before(noun.head) or _is_prepared(noun, main, lexicon)):
        return False
    first = (*children(main, "aux", "auxpass"), main)[0]
    return first.tag_ in _PRESENT or first.lower_ in _WILL


def _is_before(preposition: Token) -> bool:
    """Whether a preposition is *before* or *ahead of*."""
    ahead = preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "ahead"
    return ahead or preposition.lower_ == "before"


def _is_prepared(noun: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether somebody prepares for an event: "is preparing for the debate", "heads into the debate"."""
    towards = noun.head.lower_ in _TOWARDS and noun.head.head is main
    return towards and f"{main.lemma_} {noun.head.lower_}" in lexicon.words.get("preparing", ())
