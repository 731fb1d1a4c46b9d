"""To whom it is done: what those make of a type.

Only what force can reach is attacked: who "fights a disease", "kills a bill" or "attacks a provision" harms nobody, nor
does who does it to himself. Only somebody is arrested, released, allowed or encouraged. Who warns that something may
happen cautions; a state threatens with it, and so does who warns of what they will do themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import REFLEXIVE
from kg.extract.syntax import children
from kg.extract.types import governors, sides
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token
    from kg.extract.types.typed import Typed
    from kg.ontology import Lexicon

_THINGS = frozenset({RoleName.RECIPIENT, RoleName.THEME})
# Nobody does these to himself.
_TO_OTHERS = frozenset({"AID", "ASSAULT", "COERCE", "RETREAT", "SUPPORT"})
# These help whom they are done to: who shelters profits or protects his data helps nobody.
_SAVING = frozenset({"protect", "rescue", "save", "shelter"})
_OF = frozenset({"against", "at", "of", "on"})
_STATES = frozenset({"GPE", "NORP"})


def holds(typed: Typed, action: str, found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether a type holds of those to whom something is done, in ``found``; ``action`` is what a bare entry names."""
    things = [head for name, head in found if name in _THINGS]
    if things and typed.type in _TO_OTHERS and all(thing.lower_ in REFLEXIVE for thing in things):
        return False
    if typed.type == "AID" and typed.name.split()[-1] in _SAVING:
        return any(name is RoleName.RECIPIENT for name, _ in found)
    if typed.type == "THREATEN" and _plain(typed) in lexicon.words.get("cautioning", ()):
        return _is_threat(found, lexicon)
    if typed.type == "CONSULT" and typed.mode == "visit" and things and not typed.name.endswith("talk"):
        return any(thing.ent_type_ or sides.can_mean(thing, lexicon) for thing in things)
    if typed.type == "CONSULT" and action == "discuss":
        return _is_shared(found, lexicon)
    return not action or _is_reached(typed, action, things, lexicon)


def _is_reached(typed: Typed, action: str, things: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare verb can be done to the things it is done to; what may be done without arms is no assault."""
    if typed.type == "ASSAULT" and action in lexicon.words.get("by arms or other means", ()):
        return False
    if not things:
        return True
    if action in lexicon.words.get("done to parties", ()):
        meant = [each for thing in things if not _is_beside(thing) for each in _meant_by(thing)]
        return not meant or any(each.lower_ == "those" or sides.can_mean(each, lexicon) for each in meant)
    if typed.type == "ASSAULT" or action in lexicon.words.get("taken by force", ()):
        return any(sides.is_target(thing, lexicon) for thing in things)
    return True


def is_told(found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether an attack may be one in words: by those of whom no more is told, or by nobody on a person by name."""
    doers = [head for name, head in found if name is RoleName.ACTOR]
    if any(sides.is_armed(doer, lexicon) for doer in doers):
        return False
    if all(doer.lower_ == "it" for doer in doers):
        things = [head for name, head in found if name in _THINGS]
        return bool(things) and all(thing.ent_type_ == "PERSON" for thing in things)
    bodies = [head for name, head in found if name in _THINGS and sides.can_mean(head, lexicon)]
    return bool(bodies) and all(sides.is_untold(doer, lexicon) for doer in doers)


def _is_beside(thing: Token) -> bool:
    """Whether a phrase or an infinitive only tells more: "arrested *for theft*", "in custody *to appear*"."""
    if thing.dep_ == "pcomp":
        return True
    if thing.pos_ == "VERB":
        return any(aux.tag_ == "TO" for aux in children(thing, "aux")) and not children(thing, "nsubj", "nsubjpass")
    return thing.dep_ == "pobj" and thing.head.lower_ not in _OF


def _meant_by(thing: Token) -> Sequence[Token]:
    """Whom a thing stands for: who is to act ("helped *her* win"), those some are of ("half of *the people*")."""
    if thing.pos_ in {"VERB", "AUX"}:
        return children(thing, "nsubj", "nsubjpass") or [thing]
    return [thing, *(each for of in children(thing, "prep") if of.lower_ == "of" for each in children(of, "pobj"))]


def _plain(typed: Typed) -> str:
    """The entry that a name ends with, with or without a clause: "intensify + warn", "warn ~ @clause"."""
    return typed.name.rpartition(" + ")[2].removesuffix(" ~ @clause")


def _is_threat(found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether a warning threatens: it goes to a state or a people, or tells what those who warn will do."""
    warned = [head for name, head in found if name is RoleName.RECIPIENT]
    # "Warned the Norlandic government".
    if any(not _STATES.isdisjoint([head.ent_type_, *(c.ent_type_ for c in head.children)]) for head in warned):
        return True
    return any(name is RoleName.THEME and _is_own_deed(head, lexicon) for name, head in found)


def _is_own_deed(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells what those who speak of it will do, or their own ("his government would expel her")."""
    if clause.pos_ != "VERB":
        return False
    doers = children(clause, "nsubj")
    if any(doer.lower_ in governors.PRONOUNS for doer in doers):
        return governors.intends(clause)
    willing = any(aux.lower_ in {"will", "would"} for aux in children(clause, "aux"))
    return willing and any("poss" in doer.kinds and sides.can_mean(doer, lexicon) for doer in doers)


def _is_shared(found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether several discuss: one who discusses something with nobody speaks of it."""
    doers = [head for name, head in found if name is RoleName.ACTOR]
    alone = len(doers) == 1 and not sides.is_several(doers[0], lexicon)
    return not alone or any(name is RoleName.RECIPIENT for name, _ in found)
