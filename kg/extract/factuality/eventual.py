"""Clauses that tell what may come about or hold, without *if*: "in case they leave", "as long as they stay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_CASES = frozenset({"cases", "circumstances", "instances", "situations"})
_NOW = frozenset({"VBP", "VBZ"})


def is_eventual(verb: Token) -> bool:
    """Whether a clause tells what may come about: "in the event (that) they left", "in case they left"."""
    if verb.dep_ == "advcl":
        # The parse may hang "in the event" on the clause itself.
        opening = [p for p in children(verb, "prep") if p.lower_ == "in" and p.i == verb.left_edge.i]
        return any(o.lower_ == "event" and not children(o, "prep") for p in opening for o in children(p, "pobj"))
    if verb.dep_ not in {"acl", "relcl"} or verb.head.lower_ not in _CASES | {"case", "event"}:
        return False
    noun = verb.head
    if noun.lower_ in _CASES:
        # "In cases where a firm breaks the rules".
        first = (*children(verb, "aux", "auxpass"), verb)[0]
        bare = not children(noun, "det", "nummod", "poss")
        return noun.head.lower_ == "in" and bare and verb.left_edge.lower_ in {"in", "where"} and first.tag_ in _NOW
    return noun.head.lower_ == "in" and (noun.lower_ == "event" or not children(noun, "det", "amod", "poss"))


def is_as_long(verb: Token) -> bool:
    """Whether a clause in the present tells how long something else holds: "as long as they obey the law"."""
    if verb.dep_ != "advcl" or verb.head.lower_ != "long" or not any(c.lower_ == "as" for c in children(verb, "mark")):
        return False
    first = (*children(verb, "aux", "auxpass"), verb)[0]
    return first.tag_ in _NOW and any(c.lower_ in {"as", "so"} for c in children(verb.head, "advmod"))
