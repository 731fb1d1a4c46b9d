"""The phrase that tells where or how, in words, of verbs that are empty without: "live *close to the fire*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrasal import beside, particles
from kg.extract.roles.frame import PLACES
from kg.extract.syntax import TIMES, children
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_TOLD = frozenset({RoleName.AMOUNT, RoleName.PLACE, RoleName.RECIPIENT, RoleName.THEME})
_WITHIN = frozenset({"across", "around", "in", "inside", "through", "throughout"})
# These tell when or why, and not where or how.
_APART = frozenset(
    {
        "according",
        "after",
        "amid",
        "because",
        "before",
        "despite",
        "during",
        "following",
        "for",
        "since",
        "till",
        "until",
    }
) | {"until", "while"}


def needed(frame: Frame) -> None:
    """Fills the phrase right behind a verb that says little alone: "sat *on the bench*", "jumped out *to a lead*".

    It is told in words with its preposition, since nothing is done to what it names.
    """
    verb = frame.trigger
    if verb.pos_ != "VERB" or frame.action not in frame.lexicon.words.get("phrase needed", ()):
        return
    if any(role.name in _TOLD for role in frame.roles) or not {"ccomp", "dobj", "xcomp"}.isdisjoint(verb.kinds):
        return
    within = beside(verb, frame.lexicon)
    first = verb.i + 1 + len(particles(verb))
    for opening in children(verb, "advmod", "prep"):
        between = verb.doc.tokens[first : opening.left_edge.i]
        near = opening.left_edge.i >= first and all(each.ent_type_ in TIMES for each in between)
        if not near or opening.lower_ in _APART or opening in within:
            continue
        thing, pattern = _thing(opening), f"after {opening.lower_!r}"
        if thing is not None and thing.ent_type_ in PLACES and opening.lower_ in _WITHIN:
            frame.used.discard(thing.i)
            frame.add(RoleName.PLACE, thing, pattern)
        elif thing is not None and thing.ent_type_ not in TIMES:
            frame.used.discard(thing.i)
            frame.add(RoleName.THEME, thing, pattern, topic=True, opening=opening.left_edge)
        return


def _thing(opening: Token) -> Token | None:
    """What stands behind a preposition, or behind the preposition of an adverb: "close *to the fire*"."""
    if opening.dep_ == "prep" and "pobj" in opening.kinds:
        return children(opening, "pobj")[0]
    for preposition in children(opening, "prep"):
        if preposition.i > opening.i and "pobj" in preposition.kinds:
            return children(preposition, "pobj")[0]
    return None
