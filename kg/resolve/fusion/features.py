"""What speaks for and against two readings being of one event, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.resolve.fusion.traits import EMPTY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from kg.model import Story
    from kg.resolve.fusion.traits import Side, Traits

_BEGINNING = 2  # letters by which two words are of one stem: die, died, dies
_NUMBERS = 0.2
Values = tuple[float, ...]
_NOTHING: Values = (0.0, 0.0, 0.0, 0.0)
NAMES = (
    "action",
    "rare action",
    "verb",
    "kin",
    "other word",
    "type",
    "other type",
    "actor",
    "recipient",
    "theme",
    "place",
    "crossed parties",
    "other actor",
    "other recipient",
    "other theme",
    "persons",
    "other persons",
    "date",
    "other weekday",
    "numbers",
    "other numbers",
    "other figures",
    "other polarity",
    "one of them to come",
    "one document",
    "story",
    "other sentence, common action",
)


class Told(NamedTuple):
    """What a document is about, made ready to be compared: names and words, each with its weight, and its numbers."""

    names: Mapping[str, float]
    words: Mapping[str, float]
    numbers: frozenset[str]


def told(story: Story) -> Told:
    """What a document is about, made ready."""
    return Told(dict(story.names), dict(story.words), frozenset(word for word, _ in story.words if word[0].isdigit()))


def likeness(one: Told, other: Told) -> float:
    """How far two documents tell one story, 0 to 1.

    The mean of the cosines of their names and of their words, or that of their words where one has no names; a fifth of
    it is the numbers that they share, where both have some.
    """
    like = cosine(one.words, other.words)
    if one.names and other.names:
        like = (like + cosine(one.names, other.names)) / 2
    if one.numbers and other.numbers:
        like = (1 - _NUMBERS) * like + _NUMBERS * _overlap(one.numbers, other.numbers)
    return like


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum([small[word] * large[word] for word in filter(large.__contains__, small)])


def features(one: Traits, other: Traits, *, like: float, days: int) -> Values:
    """What speaks for and against, each from 0 to 1, in the order of ``NAMES``.

    ``like`` is how alike their documents are; ``days`` how far apart reports of one event may be.
    """
    common = 0.0
    if one.words and other.words:
        rarity = min(one.reading.around.rarity, other.reading.around.rarity)
        common = (1 - rarity) * (1 - cosine(one.words, other.words))
    return (*_action(one, other), *_roles(one, other), *_setting(one, other, days), like, common)


def _action(one: Traits, other: Traits) -> Values:
    a, b = one.reading, other.reading
    same = a.action == b.action
    verb = not same and one.verb == other.verb
    return (
        float(same),
        min(a.around.rarity, b.around.rarity) if same else 0.0,
        float(verb),
        float(not (same or verb) and not one.kin.isdisjoint(other.kin)),
        float(same and a.around.word[:_BEGINNING] != b.around.word[:_BEGINNING]),
        float(not same and a.type is not None and a.type == b.type),
        float(a.type is not None and b.type is not None and a.type != b.type),
    )


def _roles(one: Traits, other: Traits) -> Values:
    met = not (one.spoken.isdisjoint(other.spoken) and one.named.isdisjoint(other.named))
    actor, recipient, theme, crossed = _shared_parts(one, other) if met else _NOTHING
    persons = one.persons and other.persons
    return (
        actor,
        recipient,
        theme,
        0.0 if one.place is EMPTY or other.place is EMPTY else _shared(one.place, other.place),
        crossed,
        _differ(one.actor, other.actor) if one.actor.names and other.actor.names else 0.0,
        _differ(one.recipient, other.recipient) if one.recipient.names and other.recipient.names else 0.0,
        float(not theme and bool(one.theme.words and other.theme.words)),
        _overlap(one.persons, other.persons) if persons else 0.0,
        float(bool(persons) and one.persons.isdisjoint(other.persons)),
    )


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


def _setting(one: Traits, other: Traits, days: int) -> Values:
    a, b = one.reading, other.reading
    numbers = bool(one.numbers and other.numbers)
    shared = numbers and not one.numbers.isdisjoint(other.numbers)
    return (
        0.0 if one.day is None or other.day is None else max(0.0, 1 - abs(one.day - other.day) / (days + 1)),
        float(bool(one.days and other.days) and one.days.isdisjoint(other.days)),
        float(shared),
        float(numbers and not shared),
        float(bool(one.figures and other.figures) and one.figures.isdisjoint(other.figures)),
        float(a.around.polarity is not b.around.polarity),
        float(a.around.future is not b.around.future),
        float(one.document == other.document),
    )


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
