"""What of an event reading fusion compares: its parties, their words and names, its sentence and its days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import RoleName
from kg.ontology.vocabulary import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.model import EventReading, MentionRef, Participant

    Lift = Callable[[str], str]

_STOP_WORDS = """a an and as at be by for from he her him his i in is it its of on or she that the their them these they
this those to we who which with you"""
STOP = frozenset(_STOP_WORDS.split())
# Verbs that leave what is done to their object.
_LIGHT_VERBS = "be carry do file get give hand have hold issue make open put take"
LIGHT = frozenset(_LIGHT_VERBS.split())
_CAPITAL = re.compile(r"\b[A-Z][\w’']*")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One role of a reading: the entities that have a name across documents, lifted; all words; words of names."""

    named: frozenset[str] = _NONE
    words: frozenset[str] = _NONE
    names: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """An event reading, made ready to be compared. ``things`` are the words of what is acted on, if it is no event.

    ``verb`` is the verb of a phrasal action ("check" of "check in"), and of a light one the whole of it. ``bare`` says
    that it says nothing by itself and is in no graph.
    """

    reading: EventReading
    verb: str
    kin: frozenset[str]
    actor: Side
    recipient: Side
    theme: Side
    place: Side
    things: frozenset[str]
    words: Mapping[str, float]
    persons: frozenset[str]
    days: frozenset[str]
    numbers: frozenset[float]
    bare: bool

    @property
    def mention(self) -> MentionRef:
        """Which mention it is."""
        return self.reading.mention

    @property
    def document(self) -> str:
        """The id of its document."""
        return self.reading.mention.document


def age(reading: EventReading) -> tuple[bool, str, MentionRef]:
    """What sorts readings: by day of publication, undated ones last, then by mention."""
    published = reading.published
    return published is None, published.isoformat() if published else "", reading.mention


def verb(action: str) -> str:
    """The verb of a phrasal action; of a light verb the whole of it."""
    first = action.split(" ", 1)[0]
    return action if first in LIGHT else first


def traits(reading: EventReading, lift: Lift, *, bare: bool = False) -> Traits:
    """A reading made ready; parties are compared as ``lift`` gives them."""
    themes = [p for p in reading.participants if p.role is RoleName.THEME]
    theme = _side(themes, reading, lift)
    around = reading.around
    return Traits(
        reading=reading,
        verb=verb(reading.action),
        kin=frozenset(around.kin),
        actor=_side([p for p in reading.participants if p.role is RoleName.ACTOR], reading, lift),
        recipient=_side([p for p in reading.participants if p.role is RoleName.RECIPIENT], reading, lift),
        theme=theme,
        place=_side([p for p in reading.participants if p.role is RoleName.PLACE], reading, lift),
        things=_NONE if any(p.event for p in themes) else theme.words,
        words=dict(around.words),
        persons=frozenset(around.persons),
        days=frozenset(around.days),
        numbers=frozenset(around.numbers),
        bare=bare,
    )


def _side(parts: Iterable[Participant], reading: EventReading, lift: Lift) -> Side:
    local = f"-{reading.mention.document}"
    named: set[str] = set()
    words: set[str] = set()
    names: set[str] = set()
    for part in parts:
        own, capital = _words(part.words)
        words |= own
        names |= capital
        if part.entity and not part.entity.endswith(local):
            named.add(lift(part.entity))
            names |= _called(part.entity)
    return Side(named=frozenset(named), words=frozenset(words), names=frozenset(names))


@lru_cache(maxsize=65_536)  # phrases recur
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a phrase as they are compared, and those of its names."""
    own = frozenset(stems(text)) - STOP
    return own, frozenset(s for word in _CAPITAL.findall(text) for s in stems(word)) & own


@lru_cache(maxsize=65_536)  # names recur
def _called(entity: str) -> frozenset[str]:
    """The words of an entity's id: "state:nd" is called nd."""
    return frozenset(stems(entity.rsplit(":", 1)[-1].replace("-", " "))) - STOP
