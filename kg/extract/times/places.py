"""Of which event an expression of time tells the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kg.extract.syntax import children, governor_of
from kg.extract.times.astray import beside_noun, is_astray, is_mixed, is_repeated
from kg.extract.times.durations import duration
from kg.extract.times.expressions import normalise
from kg.extract.valency import FORECASTING
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kg.extract.tree import Doc, Token
    from kg.model import Time

TIMES = frozenset({"DATE", "TIME"})
# What stands before an expression and is a part of it.
_LEADS = frozenset({"after", "before", "between", "by", "for", "from", "in", "since", "through", "till", "until"})
_JOINTS = frozenset({"and", "to", "until", "till", "through"})
_POSSESSIVE = frozenset({"'s", "’s"})
_RELATIVE = frozenset({"after", "ago", "before", "earlier", "from", "into", "later", "older", "since", "younger"})
_PREMODIFIES = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "punct"})
_TOWARDS = frozenset({"toward", "towards"})
_OF_NOUNS = _TOWARDS | {"of", "from", "for"}
_NO_TIME = frozenset({"nsubj", "nsubjpass", "appos", "ROOT"})
_RELATORS = frozenset({"ADP", "SCONJ"})
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_LASTING = frozenset({"for", "over", "during", "throughout"})
_DURING = _LASTING | {"with", "within"}
_OCCASIONS = frozenset({"at", "during", "in"})
_TAKES_TIME = frozenset({"last", "serve", "spend", "take", "wait"})
_CLAUSE = frozenset({"VERB", "AUX"})
_OVER = frozenset({"ago", "earlier", "last", "yesterday"})
_LENGTH = re.compile(
    r"(?:(?:about|only|just|mere|a|the|some|several|few|couple|many|of) )*"
    r"(?:minutes|hours|days|weeks|months|years|decades|moments)"
    r"|(?:(?:about|almost|around|barely|exactly|just|less|more|nearly|only|over|roughly|than) )*"
    r"(?:half )?(?:an?|one) (?:minute|hour|day|week|month|quarter|year|decade)"
)


class Dated(NamedTuple):
    """An expression of time: its head, its words with the preposition that belongs to them, and their span."""

    head: Token
    words: str
    span: Span

    @property
    def within(self) -> bool:
        """Whether it says how long, or in the course of what, and so plays no part of its own in the event."""
        return self.head.dep_ == "pobj" and self.head.head.lower_ in _DURING


def dates(doc: Doc, triggers: Mapping[int, Token]) -> dict[int, list[Dated]]:
    """The expressions of time by the index of the verb or the event noun that they belong to, in the text's order.

    What stands before a noun ("the 2016 law", "Friday's attack") tells the time of that noun's event and of no other.
    """
    found: dict[int, list[Dated]] = {}
    entities = [entity for entity in doc.ents if entity.label_ in TIMES]
    for entity, following in zip(entities, [*entities[1:], None], strict=False):
        head = entity.root
        if head.dep_ in _PREMODIFIES and head.head.ent_type_ in TIMES:
            head = head.head  # "Saturday" of "Saturday night"
        owner = _owner(head, triggers)
        if owner is None or is_astray(head, owner):
            continue
        first, last = doc.tokens[entity.start], doc.tokens[entity.end - 1]
        behind = doc.tokens[entity.end] if entity.end < len(doc) else last
        if behind.lower_ in _RELATIVE and (_is_length(entity.text.lower()) or is_repeated(last)):
            continue  # "three days after the vote" counts from the vote; "week after week" is no week
        if is_mixed(head, first):
            continue
        lead = doc.tokens[first.i - 1] if first.i else first
        if lead.lower_ not in _LEADS or lead.sent is not first.sent:
            lead = first
        joined = lead.lower_ in {"from", "between"} and behind.lower_ in _JOINTS
        gap = doc.tokens[entity.end + 1 : following.start] if joined and following is not None else None
        if gap is not None and following is not None and all(token.is_space for token in gap):
            last = doc.tokens[following.end - 1]
        elif behind.lower_ in _POSSESSIVE and first.text.endswith("0"):
            last = behind  # "the 1930's"
        end = last.idx + len(last.text)
        dated = Dated(head, doc.text[lead.idx : end], Span(first.idx, end))
        for each in (owner, *_on_that_occasion(owner), *_when(head, owner)):
            found.setdefault(triggers.get(each.i, each).i, []).append(dated)
    return found


def _is_length(words: str) -> bool:
    """Whether words say how long, in numbers or without: "three days", "hours"."""
    return duration(words) is not None or _LENGTH.fullmatch(words) is not None


def _on_that_occasion(noun: Token) -> list[Token]:
    """The verb whose occasion a dated noun is: "said so at a briefing on Tuesday" was said on Tuesday."""
    occasion = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ in _OCCASIONS
    verb = governor_of(noun) if occasion else None
    if verb is not None and verb.tag_ == "VBG" and noun.head.lower_ == "during":
        # "Is raising doubts about it during Monday's vote": who raises them now does so after the vote.
        return []
    return [verb] if verb is not None and noun.head.head is verb else []


def _when(head: Token, owner: Token) -> list[Token]:
    """The verbs of clauses that say what a time is the time of: "faces a vote on Tuesday, when the chamber meets"."""
    clauses = [*children(head, "relcl", "advcl"), *(c for c in children(owner, "advcl") if c.i > head.i)]
    return [clause for clause in clauses if any(c.lower_ == "when" for c in children(clause, "advmod"))]


def _owner(head: Token, triggers: Mapping[int, Token]) -> Token | None:
    """The verb or event noun that an expression hangs on, through its preposition."""
    outer = head.head
    if head.dep_ in _PREMODIFIES:
        return triggers.get(outer.i)
    if head.dep_ in _NO_TIME or outer.i == head.i:
        return None
    if head.dep_ == "conj":
        return _owner(outer, triggers)
    if head.dep_ != "pobj":
        return _owner_of_bare(head, triggers)
    preposition = outer
    while outer.pos_ == "ADP" and outer.head.i != outer.i:
        outer = outer.head
    if outer.i in triggers:
        return None if _is_of_no_verb(preposition, outer) else triggers[outer.i]
    if outer.pos_ not in _CLAUSE and preposition.lower_ in _OF_NOUNS:
        return None  # "a report from 2005" says when the report is from, and not when anybody read it
    if _is_beside_name(outer):
        return None  # "said Bell, an aide in 2012"
    return governor_of(head)


def _is_of_no_verb(preposition: Token, verb: Token) -> bool:
    """Whether a date is of no such event: "the march *toward Election Day*"; "the debate, I guess, *of today*".

    "Of" behind a verb dates none, unlike "as of".
    """
    if preposition.lower_ in _TOWARDS and verb.pos_ not in _CLAUSE:
        return True
    stray = preposition.lower_ == "of" and verb.pos_ in _CLAUSE
    return stray and (not preposition.i or preposition.nbor(-1).lower_ != "as")


def _owner_of_bare(head: Token, triggers: Mapping[int, Token]) -> Token | None:
    """The verb or event noun of an expression without a preposition: "left on a Monday", "left *Monday*"."""
    outer = head.head
    if outer.lemma_ in FORECASTING and not _is_past(head) and (thing := _right_before(head, outer)) is not None:
        # "Expects big profits next year" dates the profits, and "promised $4m last year" the promise.
        return triggers.get(thing.i)
    if outer.pos_ in _RELATORS and head.dep_ == "npadvmod":
        return None  # "two days before the vote" counts from the vote
    if outer.pos_ not in _CLAUSE and _is_beside_name(outer):
        return None  # "the test, its second this year, failed"
    if (noun := beside_noun(head, outer)) is not None:
        return triggers.get(noun.i)
    return triggers.get(outer.i) or governor_of(head)


def _is_past(head: Token) -> bool:
    """Whether the words of an expression say that it is over."""
    return head.lower_ in _OVER or any(word.lower_ in _OVER for word in head.children)


def _right_before(head: Token, verb: Token) -> Token | None:
    """The object of a verb that a date stands right behind."""
    things = children(verb, "dobj")
    return next((thing for thing in things if thing.right_edge.i + 1 == head.left_edge.i), None)


def _is_beside_name(noun: Token) -> bool:
    """Whether a noun stands in an apposition, which says who somebody is or was."""
    while noun.pos_ not in _CLAUSE and noun.head is not noun:
        if noun.dep_ == "appos":
            return True
        noun = noun.head
    return False


def time_of(found: Sequence[Dated], trigger: Token, *, published: date | None, future: bool) -> Time | None:
    """The time that expressions tell of an event: the first that has bounds, and the first that says how long."""
    if not found or _is_forecast(trigger):
        return None
    tense = True if future else _tense(trigger)
    point: Time | None = None
    length: Time | None = None
    for dated in found:
        time = normalise(dated.words, dated.span, published=published, future=tense)
        if time is None:
            continue
        if time.duration is None:
            point = point or time
        elif _lasts(dated.head):
            length = length or time
    if point is None or length is None:
        return point or length
    return replace(point, duration=length.duration)


def _is_forecast(trigger: Token) -> bool:
    """Whether its day is that of what is to come: "*is expected* on Friday" is so today."""
    now = any(aux.tag_ in _PRESENT for aux in children(trigger, "auxpass"))
    return now and trigger.lemma_ in FORECASTING


def _tense(trigger: Token) -> bool | None:
    """False for what is told as past, None for what may be either: "The summit opens in March"."""
    if trigger.tag_ not in _PAST:
        return None
    return None if any(aux.tag_ in _PRESENT for aux in children(trigger, "auxpass")) else False


def _lasts(head: Token) -> bool:
    """Whether a number of days is how long something took, and no deadline, age or sentence."""
    if head.dep_ == "pobj":
        return head.head.lower_ in _LASTING
    return head.head.pos_ == "VERB" and (head.dep_ == "npadvmod" or head.head.lemma_ in _TAKES_TIME)
