"""What two readings share of parties, things and figures, and what is another's in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Polarity

if TYPE_CHECKING:
    from kg.resolve.fusion.traits import Side, Traits


def leading(one: Traits, other: Traits) -> bool:
    """Whether two documents both tell it at their beginning: with no other numbers, and a saying of one speaker."""
    if not (one.lead and other.lead) or number_others(one, other) or _address_others(one, other):
        return False
    if not (one.reading.around.speech or other.reading.around.speech):
        return True
    elsewhere = one.theme.words and other.theme.words and one.theme.words.isdisjoint(other.theme.words)
    return share_actor(one, other) and not elsewhere


def share_actor(one: Traits, other: Traits) -> bool:
    """Whether actors have an entity or a word in common, and are not two whose entities are known."""
    if one.actor.proper and other.actor.proper and one.actor.named.isdisjoint(other.actor.named):
        return False
    return not (one.actor.words.isdisjoint(other.actor.words) and one.actor.named.isdisjoint(other.actor.named))


def kept_silent(one: Traits, other: Traits) -> bool:
    """Whether it is what two did not say: "Dahl did not respond", "the port did not respond"."""
    silent = one.reading.around.speech and one.reading.around.polarity is Polarity.NEGATIVE
    return silent and bool(one.actor.words) and one.actor.words.isdisjoint(other.actor.words)


def share_nothing(one: Traits, other: Traits) -> bool:
    """Whether both tell who does it, and share neither a word nor an entity of those and of what undergoes it."""
    told = one.actor.words and other.actor.words
    return bool(told) and one.spoken.isdisjoint(other.spoken) and one.named.isdisjoint(other.named)


def number_others(one: Traits, other: Traits) -> bool:
    """Whether both sentences have numbers, and none in common."""
    return bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)


def measure_others(one: Traits, other: Traits) -> bool:
    """Whether parties and themes of both hold figures, and none in common: two polls that somebody leads."""
    told = bool(one.figures and other.figures)
    return told and (one.figures.isdisjoint(other.figures) or number_others(one, other))


def _address_others(one: Traits, other: Traits) -> bool:
    """Whether recipients are others; where one tells none, whether kindred actions are done to other things."""
    a, b = one.recipient, other.recipient
    if not (a.words or a.named) or not (b.words or b.named):
        return bool(a.named or b.named) and one.verb != other.verb and undergo_others(one, other)
    return a.named.isdisjoint(b.named) and a.words.isdisjoint(b.words)


def name_others(one: Traits, other: Traits) -> bool:
    """Whether the words of both actors hold names, and none in common, and none of them is the other's recipient."""
    a, b = one.actor, other.actor
    both = a.names and b.names and a.names.isdisjoint(b.names) and a.named.isdisjoint(b.named)
    return bool(both) and not converse(one, other)


def undergo_others(one: Traits, other: Traits) -> bool:
    """Whether both tell what undergoes it, in words of which none is shared."""
    return bool(one.undergone and other.undergone) and one.undergone.isdisjoint(other.undergone)


def tell_one(one: Traits, other: Traits) -> bool:
    """Whether two readings of one story are no sayings and share a word, and no party is put in other words.

    What undergoes it must share one too, if both tell it, and numbers one: polls with other figures are two.
    """
    if number_others(one, other) or undergo_others(one, other):
        return False
    sides = ((one.actor, other.actor), (one.recipient, other.recipient))
    apart = any(a.words and b.words and a.words.isdisjoint(b.words) and a.named.isdisjoint(b.named) for a, b in sides)
    if apart and not converse(one, other):
        return False
    speech = one.reading.around.speech or other.reading.around.speech
    return not speech and not one.spoken.isdisjoint(other.spoken)


def bear_other_names(one: Traits, other: Traits) -> bool:
    """Whether actors, or recipients, are known by other names."""
    sides = ((one.actor, other.actor), (one.recipient, other.recipient))
    return not converse(one, other) and any(_differ(*each) for each in sides)


def converse(one: Traits, other: Traits) -> bool:
    """Whether of two kindred actions one may be the other told from its other side: who loses is beaten."""
    crossed = one.actor.named & other.recipient.named or one.recipient.named & other.actor.named
    return one.verb != other.verb and bool(crossed)


def meet(one: Traits, other: Traits) -> bool:
    """Whether actors share a word, or recipients, and numbers do not differ."""
    words = one.actor.words & other.actor.words or one.recipient.words & other.recipient.words
    return bool(words) and not number_others(one, other)


def _differ(one: Side, other: Side) -> bool:
    """Whether two parties are known by name, and by no name in common."""
    both = one.proper and other.proper
    return bool(both) and one.named.isdisjoint(other.named) and one.names.isdisjoint(other.names)


def turned(one: Traits, other: Traits) -> bool:
    """Whether the one does to the other what the other does to the one; a meeting has no direction.

    Of kindred actions one may be the other turned round: who loses is beaten.
    """
    if one.verb != other.verb or one.reading.reciprocal or other.reading.reciprocal or one.reading.type == "CONSULT":
        return False
    kept = one.actor.named & other.actor.named or one.recipient.named & other.recipient.named
    return not kept and bool(one.actor.named & other.recipient.named or one.recipient.named & other.actor.named)
