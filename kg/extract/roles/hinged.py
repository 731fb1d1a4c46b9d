"""Verbs that are denied only of a means or up to a time ("cannot win *by waiting*"), or have lost their object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, is_passive
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_MEANS = frozenset({"by", "without"})
# Before or until then it was not so: afterwards it may be.
_LIMITS = frozenset({"before", "till", "until"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_TOLD = frozenset({RoleName.AMOUNT, RoleName.RECIPIENT, RoleName.THEME})


def hinges(verb: Token, *, future: bool) -> bool:
    """Whether a negated verb may be denied only of a means or up to a time: "never pays *without asking*".

    "Nobody wins by cheating" says that some win; "had never flown before she left" that she may have flown since. What
    will not be ``future`` until something comes is refused all the same.
    """
    if verb.pos_ != "VERB":
        return False
    limits = _LIMITS if not future and _denied(verb) else frozenset()
    for preposition in children(verb, "prep"):
        word = preposition.lower_
        following = preposition.i > verb.i
        if word in _MEANS and following and "pcomp" in preposition.kinds:
            return True
        if word in limits and following and ("pobj" in preposition.kinds or "pcomp" in preposition.kinds):
            return True
    return any(mark.lower_ in limits for clause in children(verb, "advcl") for mark in children(clause, "mark"))


def _denied(verb: Token) -> bool:
    """Whether a verb is negated by a word of its own, and not by what stands over it ("failed to")."""
    own = any(each.lower_ == "never" for each in children(verb, "advmod"))
    nobody = any(each.left_edge.lower_ in _NOBODY for each in children(verb, "nsubj", "nsubjpass"))
    return "neg" in verb.kinds or own or nobody


def lacks_object(frame: Frame, action: str) -> bool:
    """Whether a verb that always acts on something has nothing to act on, so that the parse must have lost it."""
    verb, words = frame.trigger, frame.lexicon.words
    if (
        action not in words.get("transitive", ())
        or action in words.get("objectless", ())
        or verb.pos_ != "VERB"
        or verb.tag_ in {"VBG", "JJ"}
    ):
        return False
    if is_passive(verb) or verb.dep_ in {"acl", "amod", "compound"} or {"ccomp", "dobj", "xcomp"} & verb.kinds.keys():
        return False
    return not any(role.name in _TOLD for role in frame.roles) and not frame.mutual
