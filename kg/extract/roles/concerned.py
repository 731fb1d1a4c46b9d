"""Whom an event is about without their taking part in it.

"Norland refused a request from Sudria for aid to Estia": Norland refuses the request; it does not refuse Sudria, and
Estia has done nothing at all. Still it is Sudria and Estia that the refusal concerns. Such parties stand inside the
phrases and clauses that an event governs, and are found from below: each party climbs from its own word to the triggers
above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.roles.frame import PLACES
from kg.extract.roles.reciprocal import is_joint, sides
from kg.model import Role, RoleName

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention, Span
    from kg.ontology import Lexicon

_ACTOR, _PLACE, _RECIPIENT, _THEME = RoleName.ACTOR, RoleName.PLACE, RoleName.RECIPIENT, RoleName.THEME
_MOST = 3
_STEPS = 12
_CLAUSES = frozenset({"VERB", "AUX"})
_OTHERS = frozenset({RoleName.RECIPIENT, RoleName.THEME})
# What somebody does is not about themselves.
_DOERS = frozenset({"nsubj", "csubj", "agent"})
_ADVERBIAL = frozenset({"advcl", "prep"})
_APART = frozenset({"parataxis", "dep", "relcl", "meta", "intj"})
# Adverbials of time, cause and contrast say when and why, and not what.
_CIRCUMSTANCES = frozenset(
    {"according", "after", "amid", "amidst", "as", "because", "before", "despite", "during", "following", "like"}
) | {"since", "than", "unlike", "until", "within"}
_CONSTRUCTIONS = {
    "acl": "inside the clause",
    "advcl": "inside the clause of purpose or manner",
    "ccomp": "inside the clause",
    "dobj": "inside the object",
    "nsubjpass": "inside the subject of a passive",
    "poss": "possessor",
    "xcomp": "inside the clause",
}


def reached(
    doc: Doc, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token], lexicon: Lexicon
) -> dict[int, list[tuple[Token, Token]]]:
    """The parties and places under each trigger, nearest first, by the index of the trigger.

    With each comes the child of the trigger that it stands under. The things that a clause's verb acts on come last.
    """
    events = {trigger.i for trigger in triggers.values()}
    found: dict[int, list[tuple[bool, int, Token, Token]]] = {}
    for i, mention in mentions.items():
        token = doc.tokens[i]
        if token.pos_ == "PRON" or mention.apposition is not None:
            continue
        thing = not (token.ent_type_ in PLACES or token.lemma_ in lexicon.places or is_agent(token, mention, lexicon))
        if thing and token.dep_ != "dobj":
            continue
        for steps, trigger, under in _above(token, events):
            if not thing or under.dep_ in {"ccomp", "xcomp"}:
                found.setdefault(trigger, []).append((thing, steps, token, under))
    return {i: [(e[2], e[3]) for e in sorted(each, key=_nearness)] for i, each in found.items()}


def _nearness(candidate: tuple[bool, int, Token, Token]) -> tuple[bool, int, int]:
    thing, steps, token, _ = candidate
    return thing, steps, token.i


def _above(token: Token, events: Collection[int]) -> Iterator[tuple[int, int, Token]]:
    """The triggers above a party that may concern it: steps, index, and the child of the trigger on the way."""
    for steps in range(_STEPS):
        head, relation = token.head, token.dep_
        if head is token or relation in _APART or (relation in _ADVERBIAL and _is_circumstance(token)):
            return
        if relation == "conj" and token.pos_ in _CLAUSES and head.pos_ in _CLAUSES:
            return
        if head.i in events and relation not in _DOERS:
            yield steps, head.i, token
        token = head


def _is_circumstance(token: Token) -> bool:
    if token.dep_ == "advcl":
        return any(c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB") for c in token.children)
    return token.dep_ == "prep" and token.lower_ in _CIRCUMSTANCES and token.head.pos_ in _CLAUSES


def concerned(frame: Frame, *, reciprocal: bool) -> tuple[Role, ...]:
    """The nearest of the parties below the trigger that have no role, as far as an event has room for others.

    Where several act on or with one another, those after the first are whom it concerns; where nobody receives, the
    place where it happens.
    """
    room = _MOST - len([role for role in frame.roles if role.name in _OTHERS])
    if room <= 0:
        return ()
    below = _inner(frame, room) if frame.below else ()
    return (*_counterparts(frame, reciprocal=reciprocal), *below, *_scenes(frame))[:room]


def _counterparts(frame: Frame, *, reciprocal: bool) -> list[Role]:
    actors = [role.mention for role in frame.roles if role.name is _ACTOR and role.mention is not None]
    if len(actors) < 2:  # noqa: PLR2004 (two make a pair)
        actors = [frame.mentions[name.i].span for name in sides(frame)]
    elif not (reciprocal or is_joint(frame.trigger)):
        return []
    return [_theme(mention, "one of several who do it together") for mention in actors[1:]]


def _inner(frame: Frame, most: int) -> list[Role]:
    found: list[Role] = []
    spans = [role.span for role in frame.roles]
    names = {frame.mentions[i].name for i in frame.used if i in frame.mentions}
    for token, under in frame.below:
        mention = frame.mentions[token.i]
        if mention.name in names or _within(mention.span, spans):
            continue
        names.add(mention.name)
        spans.append(mention.span)
        relation = f"after {under.text!r}" if under.dep_ in {"prep", "dative"} else "beside the trigger"
        found.append(_theme(mention.span, _CONSTRUCTIONS.get(under.dep_, relation)))
        if len(found) == most:
            break
    return found


def _within(span: Span, others: Iterable[Span]) -> bool:
    start, end = span
    for first, last in others:  # noqa: SIM110 (asked of each party: a generator costs as much as the rest)
        if first <= start and end <= last:
            return True
    return False


def _scenes(frame: Frame) -> list[Role]:
    places = [role.mention for role in frame.roles if role.name is _PLACE and role.mention is not None]
    if not places or frame.has(_RECIPIENT):
        return []
    return [_theme(places[0], "where it happens to nobody named")]


def _theme(mention: Span, pattern: str) -> Role:
    return Role(name=_THEME, span=mention, words=mention, pattern=pattern, mention=mention)
