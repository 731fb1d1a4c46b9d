"""Whom an event reaches through a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_individual
from kg.extract.factuality import cue_class
from kg.extract.lexemes import light, noun_lexeme
from kg.extract.lexemes import nominal as nominal_action
from kg.extract.roles.frame import PLACES
from kg.extract.roles.putting import SIDES
from kg.extract.syntax import children, objects_of
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

_PARTY_PREPOSITIONS = frozenset(
    ["to", "with", "against", "from", "on", "upon", "toward", "towards", "into", "onto", "at", "between"]
)
# What is done to somebody is not done on, at or into somebody else too.
_LOOSE = frozenset(["on", "upon", "at", "from", "into", "onto", "to", "with"])
_STATES = frozenset({"appear", "be", "lie", "live", "remain", "reside", "serve", "sit", "stay", "study", "work"})
_MEDIA = frozenset({"air", "broadcast", "hear", "post", "publish", "see", "speak", "stream", "talk", "tweet", "watch"})
_ASKING = frozenset({"request", "want"})
# They lead, and one puts a hat on them.
_BODILY = frozenset({"chair", "hand", "head"})
# What seems so to somebody, amounts to something or is settled is done to nobody.
_SEEMING = frozenset(
    {"amount", "appear", "come down", "decide", "determine", "extend", "range", "seem", "sound", "vary"}
)
# "An attack on X" is done to X; "a report on X" is about X.
_HITTING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
_TOGETHER = frozenset({"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "SUPPORT"})
_FELT = frozenset({"believe", "doubt", "expect", "fear", "know"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# What one warns, argues or decides against is what it is about.
_CAUTIONING = frozenset(
    {"advise", "argue", "caution", "counsel", "decide", "guard", "insure", "preach", "recommend", "rule", "warn"}
)


def reaches(frame: Frame, word: str, party: Token) -> bool:
    """Whether what happens is done to the party after a preposition."""
    action, lexicon = frame.action, frame.lexicon
    if word == "for":
        # "aid for X" reaches X when it is given; a plan for X need not.
        return action in lexicon.transfers and frame.has(RoleName.THEME) and not frame.has(RoleName.RECIPIENT)
    if word not in _PARTY_PREPOSITIONS or party.text in _BODILY or (word in _LOOSE and _is_received(frame, word)):
        return False
    if word in {"to", "with"}:
        return _joins(frame) if word == "with" else not (action in _SEEMING or _spans_range(frame))
    if word == "at":
        # One shouts at people, and works at a company.
        return is_individual(party, frame.mentions.get(party.i), lexicon) and action not in _STATES
    if word == "from":
        found = lexicon.cues.get((action, "verb"))
        return action in lexicon.takings or (found is not None and found.name in _ASKING)
    if word in {"into", "onto"}:
        return party.ent_type_ in PLACES
    if word == "against":
        return frame.trigger.pos_ != "VERB" or frame.trigger.lemma_ not in _CAUTIONING
    # "Fought *on the Norland side*": for it, and not against it.
    return word not in {"on", "upon"} or (not _is_side(frame, party) and _lands(frame))


def _joins(frame: Frame) -> bool:
    """Whether those after "with" are acted with or upon, and do not merely stand by: "met with X", "a deal with X".

    Not so where something else is acted upon ("tossed a ball with his son"), unless the lexicon knows the verb with
    "with" ("shared the data with X") or as a reciprocal one; nor beside a noun that is no reciprocal ("her standing
    with X"). What comes to be is made with somebody, and not done to him ("the club that she founded with X").
    """
    action, lexicon = frame.action, frame.lexicon
    nominal = frame.trigger.pos_ in _NOUNS
    verb = nominal_action(frame.trigger, lexicon) or action if nominal else action
    if verb in lexicon.reciprocals or any(entry.prep == "with" for entry in lexicon.lexemes.get(verb, ())):
        return True
    if nominal:
        found = noun_lexeme(frame.trigger, lexicon)
        return found is not None and found.type in _TOGETHER
    if verb in lexicon.words.get("untouching", ()):
        return False
    return not frame.has(RoleName.THEME) or light(frame.trigger, lexicon) is not None


def _is_received(frame: Frame, word: str) -> bool:
    """Whether a party that stands elsewhere than after this preposition receives already."""
    own = f"after {word!r}"
    return any(role.name is RoleName.RECIPIENT and role.pattern != own for role in frame.roles)


def _spans_range(frame: Frame) -> bool:
    """Whether "from … to …" names the ends of a range, as beside what is felt: "worries from Norland to Sudria"."""
    trigger = frame.trigger
    felt = cue_class(trigger, frame.lexicon) if trigger.pos_ in _NOUNS else None
    if felt is None or felt.name not in _FELT or children(trigger, "poss"):
        return False
    ends = {p.lower_: objects_of(p) for p in children(trigger, "prep")}
    places = [thing.ent_type_ in PLACES for word in ("from", "to") for thing in ends.get(word, ())]
    return "from" in ends and "to" in ends and all(places)


def _is_side(frame: Frame, party: Token) -> bool:
    """Whether somebody stands on a side or plays on a team, and does nothing to it."""
    word = party.lemma_.lower()
    return word in SIDES or (word == "team" and frame.trigger.pos_ == "VERB")


def _lands(frame: Frame) -> bool:
    """Whether something is done to the party after "on": not where it is said or shown ("on the radio")."""
    if frame.trigger.pos_ in _NOUNS:
        found = noun_lexeme(frame.trigger, frame.lexicon)
        return found is not None and found.type in _HITTING
    cue = frame.lexicon.cues.get((frame.action, "verb"))
    said = cue is not None and cue.name == "say"
    return not (said or frame.action in _STATES or frame.action in _MEDIA)
