"""Attributions in the making, and whose words a cue introduces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.subjects import subjects
from kg.extract.syntax import children, is_passive, objects_of

if TYPE_CHECKING:
    from kg.extract.tree import Token

_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_QUOTING = frozenset({"cite", "quote"})
# Who says, denies or asks something has uttered words; who believes or wants it need not have.
SPEECH = frozenset({"say", "allege", "deny", "suggest", "request", "promise", "threaten", "reject"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """An attribution in the making: ``content`` holds indices of tokens, ``kind`` is the class of its cue."""

    cue: Token | None
    authority: Token | None
    pattern: str
    content: set[int] = field(default_factory=set)
    kind: str = "say"

    @property
    def speech(self) -> bool:
        """Whether the cue says something, rather than asking for it or holding it to be so."""
        return self.kind == "say"


def authority_of(verb: Token) -> Token | None:
    """Who says it: the subject of a cue, the agent of a passive one, or who is quoted "as saying" it."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in _QUOTING:
        quoted = verb.head.head
        return next(iter(children(quoted, "nsubjpass" if is_passive(quoted) else "dobj")), None)
    if is_passive(verb):
        agents = [thing for p in children(verb, "agent") for thing in objects_of(p)]
        return agents[0] if agents else None
    doers, _ = subjects(verb)
    return _meant_by_who(verb, doers[0]) if doers else None


def _meant_by_who(verb: Token, doer: Token) -> Token:
    """The people that *who* stands for, where the parse has it for the place they are in: "rebels in Sudrel, who …"."""
    if doer.ent_type_ not in _PLACES or doer.dep_ != "pobj" or not any(c.lower_ == "who" for c in verb.children):
        return doer
    over = doer.head.head
    if over.pos_ == "VERB":
        # "Placates rebels in Sudrel, who …": the parse hung the place on the verb.
        over = next((o for o in children(over, "dobj") if o.right_edge.i == doer.head.i - 1), over)
    return over if over.pos_ in {"NOUN", "PROPN"} and over.ent_type_ not in _PLACES else doer
