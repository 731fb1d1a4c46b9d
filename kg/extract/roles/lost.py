"""Verbs that have lost their object in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import is_passive
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame

_TOLD = frozenset({RoleName.AMOUNT, RoleName.RECIPIENT, RoleName.THEME})


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
