"""What leaves it in doubt whether two readings are of one event, so that the graph keeps them apart.

A statement of the graph says of one event all that is told of it, so that a wrong link makes it wrong: the likeliest
answer is not enough there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Modality
from kg.resolve.fusion import parties
from kg.resolve.fusion.features import theme_likeness

if TYPE_CHECKING:
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Traits

_NOT_YET = frozenset({Modality.CONDITIONAL, Modality.PROMISED, Modality.REQUESTED, Modality.THREATENED})


def doubt(one: Traits, other: Traits, *, saying: float) -> str | None:
    """Why two readings are not surely of one event; None where nothing tells.

    Two sayings are one if their contents are as alike as ``saying``, 0 to 1; what is planned, asked or tried is not
    what happened, or else the report of the one would make a fact of the other. Nor does the one undergo in the other
    what it does there to something else.
    """
    if _unfulfilled(one) is not _unfulfilled(other):
        return "one of them to come"
    if _turned(one, other) or _turned(other, one):
        return "parties turned round"
    if one.days and other.days and one.days.isdisjoint(other.days):
        return "other weekdays"
    speech = one.reading.around.speech and other.reading.around.speech
    alike = theme_likeness(one, other) if speech else None
    return "other words said" if alike is not None and alike < saying else None


def differ(one: Traits, other: Traits, meanings: Meanings, *, meant: float) -> bool:
    """Whether two readings tell of other parties or things: by other names, or in words of which none is shared.

    Themes that are as alike by ``meanings`` as ``meant``, 0 to 1, are one thing in other words. Of sayings it is enough
    that the speakers are put in other words.
    """
    if parties.name_others(one, other) or _done_to_others(one, other) or _other_deeds(one, other):
        return True
    if theme_likeness(one, other) == 0.0 and meanings.likeness(one.theme.words, other.theme.words) < meant:
        return True
    speech = one.reading.around.speech and other.reading.around.speech
    return speech and bool(one.actor.words and other.actor.words) and not parties.share_actor(one, other)


def _other_deeds(one: Traits, other: Traits) -> bool:
    """Whether other verbs tell of what is done to other things: "overcame a deficit", "defeated the Jags"."""
    if one.verb == other.verb or not parties.undergo_others(one, other) or parties.converse(one, other):
        return False
    a, b = ({*each.recipient.named, *each.theme.named} for each in (one, other))
    return a.isdisjoint(b)


def _done_to_others(one: Traits, other: Traits) -> bool:
    """Whether the words of both recipients hold names, and none in common, nor is one of them the other's actor."""
    a, b = one.recipient, other.recipient
    both = a.names and b.names and a.names.isdisjoint(b.names) and a.named.isdisjoint(b.named)
    return bool(both) and not parties.converse(one, other)


def _unfulfilled(one: Traits) -> bool:
    """Whether it is still to come, or only asked for, promised, supposed, tried or possible.

    Of what is alleged nobody doubts that it is told as something that happened.
    """
    around = one.reading.around
    untold = around.open and around.modality is Modality.ASSERTED
    return around.future or around.modality in _NOT_YET or untold


def _turned(one: Traits, other: Traits) -> bool:
    """Whether who does it to something is what undergoes it in the other: "rules hurt fish", "rules were hurt"."""
    if one.verb != other.verb or not one.undergone or one.reading.reciprocal or other.reading.reciprocal:
        return False
    crossed = not one.actor.words.isdisjoint(other.undergone)
    return crossed and one.undergone.isdisjoint(other.undergone) and one.actor.words.isdisjoint(other.actor.words)
