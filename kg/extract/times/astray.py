"""Expressions of time that hang on a verb in the parse and tell no time of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, TIMES, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_OVER = frozenset({"ago", "last", "yesterday"})
_PRESENT = frozenset({"VBP", "VBZ"})
# What is told in the present of a report may have been said before: "the report says so in a chapter last week".
_TELLING = frozenset({"add", "argue", "claim", "note", "report", "say", "show", "state", "tell", "warn", "write"})
_COUNTING = frozenset({"announce", "cite", "claim", "estimate", "list", "mention", "note", "report", "say", "state"})
_AWAY = frozenset({"after", "before", "since"})
_APART = frozenset({"from", "than"})
_LONGER = frozenset({"longer", "newer", "older", "shorter", "younger"})
_NUMBER = re.compile(r"\d{3,}")
_YEAR = re.compile(r"[12]\d{3}")
_PARTS_OF_DAY = frozenset({"afternoon", "evening", "morning", "night"})
_BEFORE = frozenset({"compound", "nmod"})
_STRETCHES = frozenset(
    f"{unit}{plural}" for unit in ("minute", "hour", "day", "week", "month", "year", "decade") for plural in ("", "s")
)
_LASTING = frozenset({"after", "during", "for", "in", "of", "over", "throughout"})
_FOLLOWING = frozenset({"after", "amid", "despite", "following", "over", "since"})
_READYING = frozenset({"brace", "gear", "prepare", "ready", "wait"})
_RECALLING = frozenset({"await", "celebrate", "commemorate", "forget", "recall", "remember"})


def is_astray(head: Token, verb: Token) -> bool:
    """Whether an expression with that head tells no time of the verb that it hangs on, as far as anybody can tell."""
    while head.dep_ == "conj":
        head = head.head
    return (
        _is_idiom(head)
        or _is_cut(head)
        or _is_in_title(head, verb)
        or _is_over_now(head, verb)
        or _is_of_what_is_told(head, verb)
        or _is_of_object(head, verb)
        or _is_behind_deed(head, verb)
        or _is_measure(head)
        or _is_of_event_before(head, verb)
        or _is_limit(head, verb)
        or _is_of_what_comes(head, verb)
        or _is_numbered(head)
        or _is_of_charge(head, verb)
        or (head.dep_ == "dobj" and verb.lemma_ in _RECALLING)
    )


def _is_idiom(head: Token) -> bool:
    """Whether "at the end of the day" only means "after all"."""
    if head.lower_ == "day" and head.dep_ == "pobj" and head.head.lower_ == "of":
        head = head.head.head
    inner = [day for of in children(head, "prep") for day in children(of, "pobj")]
    plain = any(day.lower_ == "day" and not children(day, "amod", "poss") for day in inner)
    return head.lower_ == "end" and plain and head.dep_ == "pobj" and head.head.lower_ == "at"


def _is_cut(head: Token) -> bool:
    """Whether a year only stands before a noun that the parse lost ("after *the 1999* shooting"), or a part of a day.

    "The morning meetings" are of no morning.
    """
    if head.lower_ in _PARTS_OF_DAY and head.dep_ in _BEFORE and not head.children:
        return True
    decade = any(c.tag_ == "POS" for c in head.children) or head.doc.tokens[head.i : head.i + 2][-1].tag_ == "POS"
    year = _YEAR.fullmatch(head.text) is not None and not decade
    return year and any(c.lower_ == "the" for c in children(head, "det"))


def _is_in_title(head: Token, verb: Token) -> bool:
    """Whether a day ends a title in quotation marks: "told “The Sudrel Sunday”"."""
    title = head.dep_ == "npadvmod" and in_quotes(head) and not in_quotes(verb)
    return title and head.i > 0 and head.nbor(-1).pos_ == "PROPN" and head.nbor(-1).ent_type_ not in TIMES


def _is_over_now(head: Token, verb: Token) -> bool:
    """Whether words that look back stand beside a verb in the present: "the film *ends* with a speech *last week*"."""
    past = head.lower_ in _OVER or any(c.lower_ in _OVER for c in head.children)
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    return past and first.tag_ in _PRESENT and first.lemma_ != "have" and verb.lemma_ not in _TELLING


def _is_of_what_is_told(head: Token, verb: Token) -> bool:
    """Whether a stretch is of what somebody counts: "*reported* nine fires *between* May and July"."""
    word = head if head.lower_ == "between" else head.head if head.dep_ == "pobj" else verb
    return word.lower_ == "between" and verb.lemma_ in _COUNTING


def _is_of_object(head: Token, verb: Token) -> bool:
    """Whether a comparison of lengths belongs to the object before it: "offered a lease *longer than nine years*"."""
    before = head.left_edge.i - 1
    compared = head.lower_ in _LONGER and any(than.lower_ == "than" for than in children(head, "prep"))
    return compared and any(thing.right_edge.i == before and thing.i > verb.i for thing in children(verb, "dobj"))


def _is_behind_deed(head: Token, verb: Token) -> bool:
    """Whether a day without a preposition stands behind what somebody else did, and may be the day of that.

    "Echoed statements *by Bell* last week"; "a tone other than that *from the paper's coverage* last week".
    """
    before = head.left_edge.i - 1
    if head.dep_ != "npadvmod" or head.head is not verb or before <= verb.i:
        return False
    by = [p for thing in children(verb, "dobj") for p in children(thing, "prep") if p.lower_ == "by"]
    if any(p.right_edge.i == before and p.i > p.head.i for p in by):
        return True
    noun = head.doc.tokens[before]
    held = noun.dep_ == "pobj" and noun.head.lower_ in _APART and noun.head.head.dep_ == "pobj"
    return held and bool(children(noun, "poss"))


def _is_measure(head: Token) -> bool:
    """Whether a stretch only measures something: "from *days* of riots", "by *two hours*"."""
    if head.dep_ != "pobj" or head.lower_ not in _STRETCHES or head.head.lower_ in _LASTING:
        return False
    following = head.doc.tokens[head.i + 1 : head.i + 2]
    measured = any(t.lower_ == "of" and t.head is head for t in following)
    return measured or (head.head.lower_ == "by" and any(c.tag_ == "CD" for c in head.children))


def _is_of_event_before(head: Token, verb: Token) -> bool:
    """Whether a date with its year stands behind another event: "imposed it following X's *war in 2014*"."""
    preposition = head.head
    dated = any(_YEAR.fullmatch(t.text) for t in (head, *head.children))
    if head.dep_ != "pobj" or preposition.head is not verb or not dated:
        return False
    others = [p for p in children(verb, "prep") if p.lower_ in _FOLLOWING and p.right_edge.i == preposition.i - 1]
    return any(noun.pos_ == "NOUN" and noun.ent_type_ not in TIMES for p in others for noun in children(p, "pobj"))


def _is_limit(head: Token, verb: Token) -> bool:
    """Whether something did not come until then, and so came then: "*did not* begin until May"."""
    until = head.dep_ == "pobj" and head.head.lower_ in {"till", "until"} and head.head.head is verb
    return until and "neg" in verb.kinds and any(c.lower_ == "did" for c in children(verb, "aux"))


def _is_of_what_comes(head: Token, verb: Token) -> bool:
    """Whether a day is that of what somebody makes ready for: "is *bracing for* protests *on Friday*"."""
    preposition = head.head
    if verb.lemma_ not in _READYING or head.dep_ != "pobj" or preposition.head is not verb:
        return False
    return any(p.lower_ == "for" and p.right_edge.i == preposition.i - 1 for p in children(verb, "prep"))


def _is_of_charge(head: Token, verb: Token) -> bool:
    """Whether a year behind what somebody faces now is that of the deed: "*faces* trial over a killing *in 2020*"."""
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    if verb.lemma_ != "face" or first.tag_ not in _PRESENT or first.lemma_ == "have":
        return False
    if head.dep_ != "pobj" or _YEAR.fullmatch(head.text) is None:
        return False
    charges = [c for c in children(verb, "dobj") if c.i < head.i]
    return any(t.dep_ == "pobj" for c in charges for t in head.doc.tokens[c.i + 1 : head.i])


def _is_numbered(head: Token) -> bool:
    """Whether a number before a day is of a name that the parse cut: "the deal on Bill *2770 Wednesday*"."""
    return head.lower_.endswith("day") and any(_NUMBER.fullmatch(c.text) for c in children(head, "nummod"))


def is_repeated(last: Token) -> bool:
    """Whether a unit of time is counted by itself: "*week* after week", "year over year"."""
    following = last.doc.tokens[last.i + 2 : last.i + 3]
    return any(t.lower_ == last.lower_ for t in following)


def is_mixed(head: Token, first: Token) -> bool:
    """Whether an expression begins with a day that hangs elsewhere: "her march toward Labour Day *later this week*"."""
    if head.left_edge.i <= first.i:
        return False
    before = head.left_edge.nbor(-1)
    return before.dep_ == "pobj" and before.head.i < first.i and before.head.head.pos_ == "NOUN"


def beside_noun(head: Token, verb: Token) -> Token | None:
    """The noun that a day right behind it dates, in what comes before or after: "after the vote *Monday*, X left"."""
    if head.dep_ != "npadvmod" or not any(s.left_edge.i > head.i for s in children(verb, *SUBJECT)):
        return None
    before = [p for p in children(verb, "prep") if p.lower_ in _AWAY and p.right_edge.i == head.left_edge.i - 1]
    return next((noun for p in before for noun in children(p, "pobj")), None)
