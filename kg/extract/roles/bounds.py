"""Where the words of a role end that has its trigger inside it: "*money* raised by them and the sums of others"."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.roles.extents import whole
from kg.extract.roles.objects import is_deed
from kg.extract.syntax import NOMINAL, children, own_span
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.tree import Token

_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_OWN = frozenset({"amod", "compound", "det", "nummod", "poss"})
_FEW = 3
_LINKS = frozenset({"advmod", "cc", "preconj", "punct"})


def own_words(head: Token, trigger: Token) -> Span:
    """The span of a phrase or clause, as far as it is the trigger's own.

    What the parse joins to a noun and is the next deed is none of its words. A noun that a trigger belongs to is told
    without what is joined to it behind the trigger; a clause under a trigger without the question word that opens it,
    before the trigger; a subject without a supplement behind the trigger.
    """
    span = whole(head, trigger)
    deeds = [other for other in children(head, "conj") if is_deed(other)]
    if deeds:
        return Span(span.start, own_span(deeds[0].left_edge.nbor(-2)).end)
    if not span.covers(own_span(trigger)):
        return span
    if trigger.is_ancestor(head) and trigger.i < head.i:
        return Span(max(_opening(head, trigger), span.start), span.end)
    if trigger.is_ancestor(head) and head.pos_ in NOMINAL:
        return Span(span.start, min(_before(head, trigger), span.end))
    if head.pos_ in NOMINAL and head.is_ancestor(trigger):
        return Span(span.start, min(_end(head, trigger, span.end), span.end))
    return span


def _opening(head: Token, trigger: Token) -> int:
    """Where a clause begins whose question word stands before its trigger: "what they say *is a lie*"."""
    tokens = list(head.subtree)
    behind = [each for each in tokens if each.i > trigger.i and not each.is_punct]
    asked = any(each.i < trigger.i and each.tag_ in _ASKING for each in tokens)
    if not asked or len(behind) < _FEW or trigger.lemma_ == "need":
        # "What they try to do"; "what they need to win": they need it, and not to win.
        return -1
    return min(each.idx for each in behind)


def _before(head: Token, trigger: Token) -> int:
    """Where a subject ends whose supplement stands behind the trigger: "a *law* was passed, one that …"."""
    last = max((each for each in head.subtree if each.i < trigger.i and not each.is_punct), key=attrgetter("i"))
    return own_span(last).end


def _end(head: Token, trigger: Token, end: int) -> int:
    """Where a noun ends before another that is joined to it and that the trigger says nothing of."""
    for other in children(head, "conj"):
        alone = trigger.i > head.i or not _OWN.isdisjoint(other.kinds)
        if other.i > trigger.i and alone:
            last = other.left_edge.nbor(-1)
            while last.i > head.i and last.dep_ in _LINKS:
                last = last.nbor(-1)
            return last.idx + len(last.text) if last.i >= max(head.i, trigger.i) else end
    tokens = list(head.subtree)
    nor = [each for each in tokens if each.lower_ == "nor" and each.i > trigger.i]
    if nor and not any(each.lower_ == "neither" for each in tokens):
        # "No money raised by them *nor* the sums of others": these go with what is denied.
        last = nor[0].nbor(-1)
        return last.idx + len(last.text)
    return end
