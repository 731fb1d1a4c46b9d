"""What speaks for and against two readings being of one event, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from kg.model import Story
    from kg.resolve.fusion.traits import Side, Traits


def likeness(one: Story, other: Story) -> float:
    """How far two documents tell one story: the cosine of their names, or of their words where one has no names."""
    if one.names and other.names:
        return cosine(dict(one.names), dict(other.names))
    return cosine(dict(one.words), dict(other.words))


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def features(one: Traits, other: Traits, *, like: float, days: int) -> dict[str, float]:
    """What speaks for and against, each from 0 to 1; what is 0 is left out.

    ``like`` is how alike their documents are; ``days`` how far apart reports of one event may be.
    """
    found = {
        **_action(one, other),
        **_roles(one, other),
        **_setting(one, other, days),
        "story": like,
    }
    if one.words and other.words:
        common = 1 - min(one.reading.around.rarity, other.reading.around.rarity)
        found["other sentence, common action"] = common * (1 - cosine(one.words, other.words))
    return {name: value for name, value in found.items() if value}


def _action(one: Traits, other: Traits) -> dict[str, float]:
    a, b = one.reading, other.reading
    same = a.action == b.action
    verb = not same and one.verb == other.verb
    return {
        "action": float(same),
        "rare action": min(a.around.rarity, b.around.rarity) if same else 0.0,
        "verb": float(verb),
        "kin": float(not (same or verb) and bool(one.kin & other.kin)),
        "type": float(not same and a.type is not None and a.type == b.type),
        "other type": float(a.type is not None and b.type is not None and a.type != b.type),
    }


def _roles(one: Traits, other: Traits) -> dict[str, float]:
    return {
        "actor": _shared(one.actor, other.actor),
        "recipient": _shared(one.recipient, other.recipient),
        "theme": _shared(one.theme, other.theme),
        "place": _shared(one.place, other.place),
        "crossed parties": max(
            _overlap(one.actor.words, other.recipient.words | other.theme.words),
            _overlap(other.actor.words, one.recipient.words | one.theme.words),
            _overlap(one.recipient.words, other.theme.words),
            _overlap(other.recipient.words, one.theme.words),
        ),
        "other actor": _differ(one.actor, other.actor),
        "other recipient": _differ(one.recipient, other.recipient),
        "other theme": float(bool(one.theme.words and other.theme.words) and not _shared(one.theme, other.theme)),
        "persons": _overlap(one.persons, other.persons),
        "other persons": float(bool(one.persons and other.persons) and not one.persons & other.persons),
    }


def _setting(one: Traits, other: Traits, days: int) -> dict[str, float]:
    a, b = one.reading, other.reading
    apart = abs((a.published - b.published).days) if a.published and b.published else None
    return {
        "date": max(0.0, 1 - apart / (days + 1)) if apart is not None else 0.0,
        "other weekday": float(bool(one.days and other.days) and not one.days & other.days),
        "numbers": float(bool(one.numbers & other.numbers)),
        "other numbers": float(bool(one.numbers and other.numbers) and not one.numbers & other.numbers),
        "other polarity": float(a.around.polarity is not b.around.polarity),
        "one of them to come": float(a.around.future is not b.around.future),
        "one document": float(one.document == other.document),
    }


def same_parties(one: Traits, other: Traits) -> bool:
    """Whether actor and recipient, both with names, are the same; of reciprocal events, any two parties."""
    if one.reading.reciprocal or other.reading.reciprocal:
        return len(_all(one) & _all(other)) > 1
    actor = one.actor.named & other.actor.named
    return bool(actor and one.recipient.named & other.recipient.named)


def _all(one: Traits) -> frozenset[str]:
    return one.actor.named | one.recipient.named


def _shared(one: Side, other: Side) -> float:
    return 1.0 if one.named & other.named else _overlap(one.words, other.words)


def _differ(one: Side, other: Side) -> float:
    """Whether both bear names, and none in common."""
    apart = not one.named & other.named and not one.names & other.names
    return float(bool(one.names and other.names) and apart)


def _overlap(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Shared words, as a part of the fewer (Szymkiewicz and Simpson)."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
