"""Habits of the past that *would* tells: "he would say, “Not today”", "as a child, she would sing".

Of nobody in particular it may be told what he would say; but somebody known is quoted word for word for what he said
(habitual *would* after Huddleston and Pullum 2002, ch. 3, section 9.8). What is joined to it is of the same time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.readings import cue_class
from kg.extract.syntax import children, is_definite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_WOULD = frozenset({"would", "'d", "’d"})
_PERSONS = frozenset({"he", "she", "they"})
_MARKS = frozenset({"'", '"', "‘", "“", "''", "``"})
_LEADS = frozenset({",", ":"})
_RECURRING = frozenset({"after dark", "after midnight", "at night", "by day", "by night"})
_TIMES_OF_DAY = frozenset({"afternoons", "evenings", "mornings", "nights", "summers", "weekends", "winters"})
_WEEKDAYS = frozenset({"fri", "mon", "satur", "sun", "thurs", "tues", "wednes"})
_PRESENT = frozenset({"VBP", "VBZ"})
_WITHIN = frozenset({"at", "during", "in", "on"})
_BEYOND = frozenset({"if", "unless"})


def is_told(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb with *would* stands in a row of clauses that tell what somebody used to do."""
    if not _is_open(verb):
        return False
    row = list(_row(_first(verb)))
    return any(_is_quoting(each, lexicon) for each in row) or any(_is_of_childhood(each, lexicon) for each in row)


def is_manner(verb: Token) -> bool:
    """Whether a clause in the present tells how something is done as a rule: "the way judges *are chosen*"."""
    helped = children(verb, "aux", "auxpass", "neg")
    passive = [c for c in helped if c.dep_ == "auxpass" and c.tag_ in _PRESENT]
    if len(helped) != len(passive) or not (passive or verb.tag_ in _PRESENT):
        return False
    if verb.dep_ == "relcl":
        return verb.head.lower_ == "way" and verb.lemma_ != "be"
    return verb.left_edge.lower_ == "how" and verb.dep_ in {"ccomp", "pcomp"} and bool(passive)


def is_recurring(verb: Token) -> bool:
    """Whether a phrase beside a verb names no single time: "at night", "after midnight", "on Sundays"."""
    return any(_is_unbound(p, noun) for p in children(verb, "prep") for noun in children(p, "pobj"))


def _is_unbound(preposition: Token, noun: Token) -> bool:
    if f"{preposition.lower_} {noun.lower_}" in _RECURRING:
        return not noun.children
    if preposition.lower_ not in _WITHIN or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    named = noun.lower_ in _TIMES_OF_DAY or noun.lower_.removesuffix("days") in _WEEKDAYS
    return named and not children(noun, "nummod", "amod")


def _is_open(verb: Token) -> bool:
    """Whether a verb has *would* itself, or shares it with the one that it is joined to, and no perfect."""
    helped = {c.lower_ for c in children(verb, "aux")}
    if not helped and verb.tag_ == "VB" and verb.dep_ == "conj":
        return _is_open(verb.head)
    return not helped.isdisjoint(_WOULD) and "have" not in helped


def _first(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def _row(first: Token) -> Iterator[Token]:
    """The clauses with *would* that are joined to a first one, and that."""
    if any(c.lower_ in _WOULD for c in children(first, "aux")):
        yield first
    for other in children(first, "conj"):
        yield from _row(other)


def _is_quoting(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody known is quoted: "he would say, “Not today”", not "a reader would say" nor "I would say"."""
    known = [s for s in children(verb, "nsubj") if s.lower_ in _PERSONS or is_definite(s)]
    found = cue_class(verb, lexicon) if known else None
    if found is None or found.name not in {"say", "ask-whether"} or children(verb, "neg"):
        return False
    if any(m.lower_ in _BEYOND for c in children(verb, "advcl") for m in children(c, "mark")):
        return False
    after = [t.text for t in verb.doc.tokens[verb.i + 1 : verb.i + 3]]
    return bool(after) and after[after[0] in _LEADS :][:1] != [] and after[after[0] in _LEADS] in _MARKS


def _is_of_childhood(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells of when somebody was young: "as a child, she would sing", "when he was young"."""
    young = lexicon.words.get("childhood", ())
    if any(n.lower_ in young for p in children(verb, "prep") if p.lower_ == "as" for n in children(p, "pobj")):
        return True
    for clause in children(verb, "advcl"):
        if (
            clause.lemma_ == "be"
            and clause.tag_ == "VBD"
            and any(c.lower_ == "when" for c in children(clause, "advmod"))
        ):
            return any(c.lower_ in young or c.lower_ == "young" for c in children(clause, "acomp", "attr"))
    return False
