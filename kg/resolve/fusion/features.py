"""What speaks for and against two readings being of one event, by name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from kg.resolve.fusion.traits import ACTOR, DAYS, FIGURES, NUMBERS, PERSONS, PLACE, RECIPIENT, THEME, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from kg.model import Story
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Deed, Side, Traits

_NUMBERS = 0.2
_ENOUGH = 8  # from so many shared words on, two documents share enough to go by how alike they are
Values = tuple[float, ...]
_NOTHING: Values = (0.0, 0.0, 0.0, 0.0)
OF_DEEDS = (
    "action",
    "rare action",
    "verb",
    "kin",
    "other word",
    "type",
    "other type",
    "other polarity",
    "one of them to come",
)
OF_PARTIES = (
    "actor",
    "recipient",
    "theme",
    "theme in other words",
    "place",
    "crossed parties",
    "other actor",
    "other recipient",
    "other theme",
)
OF_SENTENCES = (
    "persons",
    "other persons",
    "date",
    "other weekday",
    "numbers",
    "other numbers",
    "other figures",
)
OF_DOCUMENTS = ("one document", "story")
NAMES = (*OF_DEEDS, *OF_PARTIES, *OF_SENTENCES, *OF_DOCUMENTS, "other sentence, common action")
# Of what two readings must both tell something, lest nothing but shared words counts of their parties or sentences.
PARTIES_TOLD, SENTENCES_TOLD = PLACE | ACTOR | RECIPIENT | THEME, PERSONS | DAYS | NUMBERS | FIGURES


class Told(NamedTuple):
    """What a document is about, made ready to be compared: names and words, each with its weight, and its numbers."""

    names: Mapping[str, float]
    words: Mapping[str, float]
    numbers: frozenset[str]


def told(story: Story) -> Told:
    """What a document is about, made ready."""
    return Told(dict(story.names), dict(story.words), frozenset(word for word, _ in story.words if word[0].isdigit()))


def likeness(one: Told, other: Told, *, sure: bool = True) -> float:
    """How far two documents tell one story, 0 to 1; if that is to be ``sure``, few shared words count for less.

    Single sentences that share the name of a country are otherwise as alike as articles of one story.

    The mean of the cosines of their names and of their words, or that of their words where one has no names; a fifth of
    it is the numbers that they share, where both have some.
    """
    like = cosine(one.words, other.words)
    if one.names and other.names:
        like = (like + cosine(one.names, other.names)) / 2
    if one.numbers and other.numbers:
        like = (1 - _NUMBERS) * like + _NUMBERS * _overlap(one.numbers, other.numbers)
    if not sure or not like:
        return like
    shared = len(one.words.keys() & other.words.keys())
    return like if shared >= _ENOUGH else like * (shared / _ENOUGH) ** 2


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum([small[word] * large[word] for word in small if word in large], 0.0)


def of_deeds(a: Deed, b: Deed) -> Values:
    """What speaks for and against in what is done, each from 0 to 1: the features ``OF_DEEDS``."""
    same = a.action == b.action
    verb = not same and a.verb == b.verb
    return (
        float(same),
        min(a.rarity, b.rarity) if same else 0.0,
        float(verb),
        float(not (same or verb) and not a.kin.isdisjoint(b.kin)),
        float(same and a.stem != b.stem),
        float(not same and a.type is not None and a.type == b.type),
        float(a.type is not None and b.type is not None and a.type != b.type),
        float(a.polarity is not b.polarity),
        float(a.future is not b.future),
    )


def meet(one: Traits, other: Traits) -> bool:
    """Whether two readings share a word or an entity of those who do it and those who undergo it, in whatever role."""
    return not (one.spoken.isdisjoint(other.spoken) and one.named.isdisjoint(other.named))


def of_parties(one: Traits, other: Traits, meanings: Meanings, *, met: bool) -> Values:
    """What speaks for and against in the parties: the features ``OF_PARTIES``; ``met`` says whether the two ``meet``.

    By ``meanings`` themes are compared that share no word, of mentions that say enough by themselves to be in the
    graph. All are 0 of readings that have not met, and do not both tell one of ``PARTIES_TOLD``.
    """
    both = one.tells & other.tells
    actor, recipient, theme, crossed = _shared_parts(one, other) if met else _NOTHING
    elsewhere = both & THEME and not theme
    return (
        actor,
        recipient,
        theme,
        meanings.likeness(one.theme.words, other.theme.words) if elsewhere and not (one.bare or other.bare) else 0.0,
        _shared(one.place, other.place) if both & PLACE else 0.0,
        crossed,
        _differ(one.actor, other.actor) if both & ACTOR else 0.0,
        _differ(one.recipient, other.recipient) if both & RECIPIENT else 0.0,
        1.0 if elsewhere else 0.0,
    )


def of_sentences(one: Traits, other: Traits, near: float) -> Values:
    """What speaks for and against in the sentences, and how ``near`` the days of the reports are: ``OF_SENTENCES``.

    All but the date are 0 of readings that do not both tell one of ``SENTENCES_TOLD``.
    """
    both = one.tells & other.tells
    numbers = both & NUMBERS and not one.numbers.isdisjoint(other.numbers)
    return (
        _overlap(one.persons, other.persons) if both & PERSONS else 0.0,
        1.0 if both & PERSONS and one.persons.isdisjoint(other.persons) else 0.0,
        near,
        1.0 if both & DAYS and one.days.isdisjoint(other.days) else 0.0,
        1.0 if numbers else 0.0,
        1.0 if both & NUMBERS and not numbers else 0.0,
        1.0 if both & FIGURES and one.figures.isdisjoint(other.figures) else 0.0,
    )


def nearness(one: Traits, other: Traits, days: int) -> float:
    """How near the days of two reports are: 1 on one day, towards 0 after so many ``days``, 0 of an unknown day."""
    if one.day is None or other.day is None:
        return 0.0
    return max(0.0, 1 - abs(one.day - other.day) / (days + 1))


def commonness(one: Deed, other: Deed) -> float:
    """How common an action is that two readings may share, 0 to 1."""
    return 1 - min(one.rarity, other.rarity)


def unlikeness(one: Traits, other: Traits) -> float:
    """How far two sentences differ, 0 to 1: 0 where one of them has no words."""
    return 1 - cosine(one.words, other.words) if one.tells & other.tells & WORDS else 0.0


def _shared_parts(one: Traits, other: Traits) -> Values:
    """What actors, recipients and themes share, and what other roles do."""
    crossed = max(
        _overlap(one.actor.words, other.undergone),
        _overlap(other.actor.words, one.undergone),
        _overlap(one.recipient.words, other.theme.words),
        _overlap(other.recipient.words, one.theme.words),
    )
    return (
        _shared(one.actor, other.actor),
        _shared(one.recipient, other.recipient),
        _shared(one.theme, other.theme),
        crossed,
    )


def theme_likeness(one: Traits, other: Traits) -> float | None:
    """The cosine of the words of two themes, weighed as in their sentences; None where one has no weighty word."""
    mine, theirs = ([x.words[word] for word in x.theme.words if word in x.words] for x in (one, other))
    if not mine or not theirs:
        return None
    shared = [word for word in one.theme.words & other.theme.words if word in one.words and word in other.words]
    dot = math.fsum(one.words[word] * other.words[word] for word in shared)
    return dot / math.sqrt(math.fsum(w * w for w in mine) * math.fsum(w * w for w in theirs))


def same_parties(one: Traits, other: Traits) -> bool:
    """Whether actor and recipient, both with names, are the same; of reciprocal events, any two parties."""
    if one.reading.reciprocal or other.reading.reciprocal:
        return len(_all(one) & _all(other)) > 1
    actor = one.actor.named & other.actor.named
    return bool(actor and one.recipient.named & other.recipient.named)


def _all(one: Traits) -> frozenset[str]:
    return one.actor.named | one.recipient.named


def _shared(one: Side, other: Side) -> float:
    if one.named and not one.named.isdisjoint(other.named):
        return 1.0
    return _overlap(one.words, other.words)


def _differ(one: Side, other: Side) -> float:
    """Whether two that bear names have none in common."""
    return float(one.named.isdisjoint(other.named) and one.names.isdisjoint(other.names))


def _overlap(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Shared words, as a part of the fewer (Szymkiewicz and Simpson)."""
    if not one or not other or one.isdisjoint(other):
        return 0.0
    return len(one & other) / min(len(one), len(other))
