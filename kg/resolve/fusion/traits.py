"""What of an event reading fusion compares: its parties, their words and names, its sentence and its days."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from kg.model import RoleName
from kg.ontology.vocabulary import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.model import EventReading, MentionRef, Participant, Polarity, Resolution

    Lift = Callable[[str], str]

T = TypeVar("T")
_COMPARED = (RoleName.ACTOR, RoleName.RECIPIENT, RoleName.THEME, RoleName.PLACE)
_STOP_WORDS = """a an and as at be by for from he her him his i in is it its of on or she that the their them these they
this those to we who which with you"""
STOP = frozenset(_STOP_WORDS.split())
# Verbs that leave what is done to their object.
_LIGHT_VERBS = "be carry do file get give hand have hold issue make open put take"
LIGHT = frozenset(_LIGHT_VERBS.split())
_CAPITAL = re.compile(r"\b[A-Z][\w’']*")
_LEAD = 500  # characters at the beginning of a document, in which news say what they are about
# Ids that end in a digest are of nouns and of names that several bear, those of groups begin so.
_SHARED = re.compile(r"^pop:|-[0-9a-f]{16}$")
_NONE: frozenset[Any] = frozenset()


class Side(Struct, frozen=True, kw_only=True, gc=False):
    """One role of a reading: the entities that have a name across documents, lifted; all words; words of names.

    ``proper`` are those entities that no other bears the name of: no nouns ("the gunman"), groups or lone surnames.
    """

    named: frozenset[str] = _NONE
    proper: frozenset[str] = _NONE
    words: frozenset[str] = _NONE
    names: frozenset[str] = _NONE


EMPTY = Side()
# What a reading may tell, as bits, so that what two of them both tell is known at one look.
PLACE, ACTOR, RECIPIENT, THEME, PERSONS, DAYS, NUMBERS, FIGURES, WORDS = _TELLING = tuple(1 << n for n in range(9))
_BEGINNING = 2  # letters by which two words are of one stem: die, died, dies


class Deed(Struct, frozen=True, kw_only=True, gc=False, eq=False):
    """What the verb of a reading tells, and how it is put: few things are done again and again, so readings share it.

    ``stem`` is the beginning of the trigger's first word, by which forms of one word are known.
    """

    action: str
    verb: str
    kin: frozenset[str]
    type: str | None
    stem: str
    rarity: float
    polarity: Polarity
    future: bool


class Traits(Struct, frozen=True, kw_only=True, gc=False, eq=False):
    """An event reading, made ready to be compared. ``things`` are the words of what is acted on, if it is no event.

    ``mention``, ``document`` and ``day``, an ordinal, tell which it is and when it was published; ``actors`` and
    ``recipients`` are all entities in these roles, ``undergone`` the words of recipient and theme, ``spoken`` those and
    the actor's, ``figures`` those that are numbers (how many, how old), ``named`` the entities of all three that have a
    name across documents. ``verb`` is the verb of a phrasal action ("check" of "check in"), and of a light one the
    whole of it. ``lead`` says that it stands at the beginning of its document, ``bare`` that it says nothing by itself
    and is in no graph. ``tells`` are bits: which of its parts are there at all.
    """

    reading: EventReading
    deed: Deed
    mention: MentionRef
    document: str
    day: int | None
    verb: str
    kin: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    actor: Side
    recipient: Side
    theme: Side
    place: Side
    undergone: frozenset[str]
    spoken: frozenset[str]
    named: frozenset[str]
    things: frozenset[str]
    words: Mapping[str, float]
    persons: frozenset[str]
    days: frozenset[str]
    numbers: frozenset[float]
    figures: frozenset[str]
    lead: bool
    bare: bool
    tells: int


def age(one: Traits) -> tuple[bool, int, str, tuple[int, int]]:
    """What sorts readings: by day of publication, undated ones last, then by mention."""
    return seniority(one.reading)


def seniority(reading: EventReading) -> tuple[bool, int, str, tuple[int, int]]:
    """The same of a reading that is not made ready."""
    day, mention = reading.published, reading.mention
    return day is None, day.toordinal() if day else 0, mention.document, mention.span


def traits(resolution: Resolution, lift: Lift, *, bare: bool = False) -> list[Traits]:
    """The readings of a document made ready, or those in no graph if ``bare``.

    Parties are compared as ``lift`` gives them. Mentions of one sentence share the words of it.
    """
    sentences: dict[tuple[tuple[str, float], ...], Mapping[str, float]] = {}
    out = []
    for reading in resolution.bare if bare else resolution.readings:
        words = reading.around.words
        if words not in sentences:
            sentences[words] = dict(words)
        out.append(_traits(reading, sentences[words], lift, bare=bare))
    return out


def _by_role(reading: EventReading) -> dict[RoleName, list[Participant]]:
    parts: dict[RoleName, list[Participant]] = {}
    for part in reading.participants:
        parts.setdefault(part.role, []).append(part)
    return parts


def _traits(reading: EventReading, words: Mapping[str, float], lift: Lift, *, bare: bool) -> Traits:
    parts = _by_role(reading)
    actors, recipients, themes, places = [parts.get(role, ()) for role in _COMPARED]
    local, around = f"-{reading.mention.document}", reading.around
    actor, recipient, theme, place = [_side(each, local, lift) for each in (actors, recipients, themes, places)]
    put = around.polarity, around.future
    deed = _deed(reading.action, reading.type, (around.word, around.kin, around.rarity), put)
    undergone = recipient.words | theme.words if recipients else theme.words
    spoken = actor.words | undergone if actors else undergone
    figures = _set([word for word in spoken if word[0].isdigit()])
    of_roles = (place is not EMPTY, actor.names, recipient.names, theme.words)
    of_sentence = (around.persons, around.days, around.numbers, figures, words)
    return Traits(
        reading=reading,
        deed=deed,
        mention=reading.mention,
        document=reading.mention.document,
        day=reading.published.toordinal() if reading.published else None,
        verb=deed.verb,
        kin=deed.kin,
        actors=_entities(actors),
        recipients=_entities(recipients),
        actor=actor,
        recipient=recipient,
        theme=theme,
        place=place,
        undergone=undergone,
        spoken=spoken,
        named=_set([*actor.named, *recipient.named, *theme.named]),
        things=_NONE if any(p.event for p in themes) else theme.words,
        words=words,
        persons=_set(around.persons),
        days=_set(around.days),
        numbers=_set(around.numbers),
        figures=figures,
        lead=reading.mention.span.start < _LEAD,
        bare=bare,
        tells=sum(compress(_TELLING, (*of_roles, *of_sentence))),
    )


@lru_cache(maxsize=65_536)  # deeds recur, and what is weighed of two of them goes by which they are
def _deed(action: str, kind: str | None, told: tuple[str, tuple[str, ...], float], put: tuple[Polarity, bool]) -> Deed:
    (word, kin, rarity), (polarity, future) = told, put
    return Deed(
        action=action,
        verb=verb(action),
        kin=frozenset(kin),
        type=kind,
        stem=word[:_BEGINNING],
        rarity=rarity,
        polarity=polarity,
        future=future,
    )


@lru_cache(maxsize=65_536)  # actions recur
def verb(action: str) -> str:
    """The verb of a phrasal action; of a light verb the whole of it."""
    first = action.split(" ", 1)[0]
    return action if first in LIGHT else first


def _set(values: Sequence[T]) -> frozenset[T]:
    """The values; most of what a reading may tell it does not, and all that tell nothing share one set."""
    return frozenset(values) if values else _NONE


def _entities(parts: Sequence[Participant]) -> frozenset[str]:
    return _set([p.entity for p in parts if p.entity])


def _side(parts: Sequence[Participant], local: str, lift: Lift) -> Side:
    """What the parts of one role tell; ids that end in ``local`` have no name across documents."""
    if not parts:
        return EMPTY
    told = [_said(part.words) for part in parts]
    known = [part.entity for part in parts if part.entity and not part.entity.endswith(local)]
    if not known and len(told) == 1:
        return told[0]
    own = [entity for entity in known if not _SHARED.search(entity)]
    return Side(
        named=_set([lift(entity) for entity in known]),
        proper=_set([lift(entity) for entity in own]),
        words=_NONE.union(*[each.words for each in told]),
        # "Dahl's mate Bell" is known as Bell.
        names=_NONE.union(*[_called(e) for e in own]) if own else _NONE.union(*[each.names for each in told]),
    )


@lru_cache(maxsize=65_536)  # phrases recur
def _said(text: str) -> Side:
    """The words of a phrase as they are compared, and those of its names."""
    own = frozenset(stems(text)) - STOP
    capital = [] if text.islower() else [s for word in _CAPITAL.findall(text) for s in stems(word)]
    return Side(words=own, names=own.intersection(capital)) if own else EMPTY


@lru_cache(maxsize=65_536)  # names recur
def _called(entity: str) -> frozenset[str]:
    """The words of an entity's id: "state:nd" is called nd."""
    return frozenset(stems(entity.rsplit(":", 1)[-1].replace("-", " "))) - STOP
