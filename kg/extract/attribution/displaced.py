"""The clause of a verb of saying that the parse hangs on a phrase between the two.

"X said after the talks he would go": *after* has an object, so nothing opens a clause of time. "X told us at the time
that Y fell": *that* is nothing in its clause, which has a subject of its own, so it is no relative one (Huddleston and
Pullum 2002, ch. 11, 12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_OPENING = frozenset({"after", "before", "during", "since"})
_TIMES = frozenset({"day", "hour", "moment", "month", "morning", "night", "point", "time", "week", "year"})


def displaced(verb: Token) -> list[Token]:
    """The clause that says what is said, behind a phrase of time; none where the verb governs an object or clause."""
    if children(verb, "ccomp", "dobj"):
        return []
    behind = [c for c in children(verb, "advcl") if c.i > verb.i and phrases_before(c)]
    nouns = [noun for p in children(verb, "prep") if p.i > verb.i for noun in children(p, "pobj")]
    nouns += [noun for noun in children(verb, "npadvmod") if noun.i > verb.i]
    return behind + [c for noun in nouns if noun.lemma_ in _TIMES for c in children(noun, "relcl") if _is_whole(c)]


def phrases_before(clause: Token) -> list[Token]:
    """The phrases of time before the subject of an adverbial clause that nothing opens."""
    subjects = children(clause, *SUBJECT)
    if clause.dep_ != "advcl" or not subjects or any(m.i < clause.i for m in children(clause, "mark")):
        return []
    before = [p for p in children(clause, "prep") if p.i < subjects[0].i and p.lower_ in _OPENING]
    return [p for p in before if p.left_edge.i == clause.left_edge.i and children(p, "pobj")]


def _is_whole(clause: Token) -> bool:
    opening = clause.left_edge
    return opening.lower_ == "that" and opening.dep_ in {"advmod", "mark"} and bool(children(clause, *SUBJECT))
