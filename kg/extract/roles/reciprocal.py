"""Events whose parties act on one another: "the two met", "Norland and Sudria accused each other"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.subjects import subjects
from kg.extract.syntax import children, conjuncts
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_ACTOR, _RECIPIENT, _THEME = RoleName.ACTOR, RoleName.RECIPIENT, RoleName.THEME
_ARTICLES = frozenset({"a", "an"})
_JOINT = frozenset({"bilateral", "common", "joint", "mutual", "reciprocal", "shared", "trilateral"})
_JOINTLY = frozenset({"jointly", "mutually", "together"})
_SIDES = frozenset({"GPE", "NORP", "ORG"})
_THINGS = frozenset({"object", "subject of a passive", "clause"})


def reciprocal(frame: Frame, action: str) -> bool:
    """Whether several actors are each other's recipients.

    By the verb ("the two met"; "fought" only where nothing else was fought), or by "each other".
    """
    if len([role for role in frame.roles if role.name is _ACTOR]) < 2:  # noqa: PLR2004 (two make a pair)
        return False
    if frame.mutual:
        return True
    if frame.has(_RECIPIENT):
        return False
    known = _shares_objects(frame, action)
    thing = any(role.name is _THEME and role.pattern in _THINGS for role in frame.roles)
    return known is not None and (known or not thing)


def _shares_objects(frame: Frame, action: str) -> bool | None:
    """Whether a reciprocal action is one beside an object too; None where it is not reciprocal at all.

    A light verb with its noun ("sign an agreement") is as reciprocal as its verb, when that shares its objects.
    """
    words = [word for word in action.split() if word not in _ARTICLES]
    known = frame.lexicon.reciprocals.get(" ".join(words))
    if known is None and frame.lexicon.reciprocals.get(words[0]):
        return True
    return known


def sides(frame: Frame) -> list[Token]:
    """The coordinated names before one noun that does something reciprocal: "Norland and EU negotiators agreed"."""
    if not _is_reciprocal(frame):
        return []
    heads = [head for head in subjects(frame.trigger)[0] if head.tag_ in {"NNS", "NNPS"}]
    names = (each for head in heads for name in children(head, "amod", "compound", "nmod") for each in conjuncts(name))
    return [name for name in names if name.i in frame.mentions and name.ent_type_ in _SIDES]


def _is_reciprocal(frame: Frame) -> bool:
    return frame.trigger.pos_ == "VERB" and (
        frame.lexicon.reciprocals.get(frame.action) is not None or is_joint(frame.trigger)
    )


def is_joint(trigger: Token) -> bool:
    """Whether words say that the actors do it with one another: "jointly", "a joint exercise"."""
    if not _JOINTLY.isdisjoint([child.lower_ for child in trigger.children]):
        return True
    things = children(trigger, "dobj", "nsubjpass")
    if not things:
        return False
    inner = [p for thing in things for q in children(thing, "prep") for p in children(q, "pobj")]
    return not _JOINT.isdisjoint([child.lower_ for thing in (*things, *inner) for child in thing.children])
