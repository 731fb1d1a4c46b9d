"""What prepositions give: parties, topics, places, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_individual
from kg.extract.roles.frame import PLACES, TIMES
from kg.extract.syntax import children, objects_of
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "inside", "outside", "across", "around", "throughout"])
_PARTY_PREPOSITIONS = frozenset(
    ["to", "with", "against", "from", "on", "upon", "toward", "towards", "into", "onto", "at", "between"]
)
# What is done to somebody is not done on, at or into somebody else too.
_LOOSE = frozenset(["on", "upon", "at", "from", "into", "onto", "with"])
_TOPIC_PREPOSITIONS = frozenset(["about", "on", "over", "regarding", "concerning", "of", "for", "against", "into"])
DURATIVE = frozenset(["for", "during", "over", "within"])
_DIRECTIONS = frozenset(["to", "from", "into", "toward", "towards"])
_STATES = frozenset({"appear", "be", "lie", "live", "remain", "reside", "serve", "sit", "stay", "study", "work"})
_MEDIA = frozenset({"air", "broadcast", "hear", "post", "publish", "see", "speak", "stream", "talk", "tweet", "watch"})
_ASKING = frozenset({"request", "want"})


def prepositional(frame: Frame, preposition: Token, *, topics: bool = False) -> None:
    """Gives a role to what a preposition governs, by the preposition and the kind of thing.

    With ``topics``, what stands after "on" or "about" is a theme even where it could be a party ("a position on X").
    """
    word = preposition.lower_
    pattern = f"after {word!r}"
    phrasal = preposition.i == frame.trigger.i + 1 and (f"{frame.action} {word}", "verb") in frame.lexicon.cues
    for thing in objects_of(preposition):
        if (name := _role_after(frame, word, thing, topics=topics)) is not None:
            frame.add(name, thing, pattern, topic=name is RoleName.THEME and not phrasal)
    for clause in children(preposition, "pcomp"):
        if clause.pos_ == "VERB" and word in {"of", "for", "about", "on", "against", "from", "in"}:
            frame.add(RoleName.THEME, clause, pattern)


def _role_after(frame: Frame, word: str, thing: Token, *, topics: bool) -> RoleName | None:
    mention = frame.mentions.get(thing.i)
    place = thing.ent_type_ in PLACES and (mention is None or mention.type in PLACES)
    topic = word in _TOPIC_PREPOSITIONS
    if thing.ent_type_ in TIMES:
        return None if word in DURATIVE else RoleName.TIME
    if thing.ent_type_ == "MONEY":
        return RoleName.AMOUNT
    if place and (word in _PLACE_PREPOSITIONS or (word in _DIRECTIONS and _moves(frame))):
        return RoleName.PLACE
    if frame.agent(thing) and not (topics and topic) and _reaches(frame, word, thing):
        return RoleName.RECIPIENT
    return RoleName.THEME if topic and not frame.has(RoleName.THEME) else None


def _moves(frame: Frame) -> bool:
    """Whether something goes to a place, and is not handed over to those who live there."""
    verb = frame.trigger.lemma_.lower()
    return verb in frame.lexicon.motions and not (verb in frame.lexicon.transfers and children(frame.trigger, "dobj"))


def _reaches(frame: Frame, word: str, party: Token) -> bool:
    """Whether what happens is done to the party after a preposition."""
    action, lexicon = frame.action, frame.lexicon
    if word == "for":
        # "aid for X" reaches X when it is given; a plan for X need not.
        return action in lexicon.transfers and frame.has(RoleName.THEME) and not frame.has(RoleName.RECIPIENT)
    if word not in _PARTY_PREPOSITIONS or (word in _LOOSE and frame.has(RoleName.RECIPIENT)):
        return False
    if word == "at":
        # One shouts at people, and works at a company.
        return is_individual(party, frame.mentions.get(party.i), lexicon) and action not in _STATES
    if word == "from":
        found = lexicon.cues.get((action, "verb"))
        return action in lexicon.takings or (found is not None and found.name in _ASKING)
    if word in {"into", "onto"}:
        return party.ent_type_ in PLACES
    return word not in {"on", "upon"} or not (action in _STATES or _broadcasts(frame, party))


def _broadcasts(frame: Frame, party: Token) -> bool:
    """Whether a body is where something is said or seen: "said on Norland Radio"."""
    found = frame.lexicon.cues.get((frame.action, "verb"))
    return party.ent_type_ == "ORG" and (frame.action in _MEDIA or (found is not None and found.name == "say"))
