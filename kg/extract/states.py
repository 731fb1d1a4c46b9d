"""States and what befell somebody, told by a copula, an adjective or a participle: the roles of such an event.

A copula links what it stands between and does nothing to it: its predicate is a theme in words, never a party, so that
no plain triple says "X – be – Y".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract import roles
from kg.extract.predication import hyphenated_agent, predicated
from kg.extract.syntax import TIMES, children, nominals, objects_of
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.tree import Token

_BESIDE = frozenset({RoleName.PLACE, RoleName.TIME, RoleName.AMOUNT})


def fill(frame: roles.Frame) -> str:
    """Fills the frame of a state and returns the action that it is named by."""
    trigger = frame.trigger
    if trigger.pos_ == "VERB" and trigger.dep_ in {"amod", "compound"}:
        frame.add(_undergoer(frame, trigger.head), trigger.head, "noun that the participle modifies")
        if (agent := hyphenated_agent(trigger)) is not None:
            frame.add(RoleName.ACTOR, agent, "name before the hyphen")
        return trigger.lemma_.lower()
    state = frame.lexicon.adjectives.get(trigger.lower_) if trigger.pos_ == "ADJ" else None
    copula = trigger if trigger.lemma_ == "be" else trigger.head if trigger.dep_ == "acomp" else None
    if copula is not None:
        _linked(frame, copula)
    elif trigger.dep_ == "amod":
        frame.add(RoleName.ACTOR, trigger.head, "noun that the adjective modifies")
    else:
        for holder in predicated(trigger):
            frame.add(RoleName.ACTOR, holder, "what the adjective is said of")
    if state is not None:
        frame.roles[:] = [replace(r, name=state.role) if r.name is RoleName.ACTOR else r for r in frame.roles]
        return state.action
    return "be" if trigger.lemma_ == "be" else f"be {trigger.lower_}"


def _undergoer(frame: roles.Frame, noun: Token) -> RoleName:
    return RoleName.RECIPIENT if frame.agent(noun) else RoleName.THEME


def _linked(frame: roles.Frame, copula: Token) -> None:
    """The subject of a copula, what is said of it, and the circumstances."""
    link = roles.Frame(trigger=copula, lexicon=frame.lexicon, mentions=frame.mentions, triggers=frame.triggers)
    link.used = frame.used
    frame.used.add(frame.trigger.i)
    roles.verbal(link)
    for predicate in children(copula, "attr"):
        for each in nominals(predicate):
            link.add(RoleName.THEME, each, "office" if roles.is_office(each, frame.lexicon) else "predicate")
    if frame.trigger is not copula:
        _completed(link, frame.trigger)
    for role in link.roles:
        if role.name is RoleName.ACTOR or role.name in _BESIDE:
            frame.roles.append(role)
        else:
            frame.roles.append(replace(role, name=RoleName.THEME, mention=None))


def _completed(link: roles.Frame, quality: Token) -> None:
    """What an adjective says little without: "willing *to pay*", "opposed *to the test*", "happy *with it*"."""
    for preposition in children(quality, "prep"):
        roles.prepositional(link, preposition)
        own = preposition.lower_ in {"to", "with"} and preposition.i > quality.i
        for thing in objects_of(preposition) if own and not link.has(RoleName.THEME) else ():
            if thing.ent_type_ not in TIMES:
                link.add(RoleName.THEME, thing, f"after {preposition.lower_!r}", topic=True)
    for clause in children(quality, "xcomp", "ccomp"):
        if clause.i > quality.i and clause.pos_ in {"AUX", "VERB"} and not link.has(RoleName.THEME):
            # "*Too* weak to walk" does not walk.
            too = next((each for each in children(quality, "advmod") if each.lower_ == "too"), None)
            link.add(RoleName.THEME, clause, "clause", topic=True, opening=too)
