"""What makes two mentions of one document one event, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kg.model import EventReading, Modality
    from kg.resolve.fusion.traits import Traits


def told_apart(one: Traits, other: Traits) -> str | None:
    """What tells two mentions of one document apart; what only one of them tells does not."""
    a, b = one.reading, other.reading
    if a.action != b.action:
        return "other actions in one document"
    turned = a.around.polarity is not b.around.polarity
    if put(a) != put(b):
        return "other claims in one document"
    if turned and _bounds(a) != _bounds(b):
        return "other claims in one document"
    if a.time and b.time and _bounds(a) != _bounds(b):
        return "other days in one document"
    sides = (("actors", one.actor, other.actor), ("recipients", one.recipient, other.recipient))
    for name, mine, theirs in sides:
        if mine.named and theirs.named and not mine.named & theirs.named:
            return f"other {name} in one document"
    if one.theme.words and other.theme.words and not one.theme.words & other.theme.words:
        return "other themes in one document"
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return "other numbers in one document"
    return None


def same_within(one: Traits, other: Traits) -> bool:
    """Two mentions of one document: the same actors do the same, to the same parties or things."""
    if not one.actors or one.actors != other.actors:
        return False
    if one.recipients or other.recipients:
        return one.recipients == other.recipients and one.theme.words == other.theme.words
    few, many = sorted((one.things, other.things), key=len)
    return bool(few) and few <= many


def _bounds(reading: EventReading) -> tuple[date | None, date | None] | None:
    return (reading.time.earliest, reading.time.latest) if reading.time else None


def put(reading: EventReading) -> tuple[Modality, bool, bool]:
    """How an event is put: what is so, what may be and what is to come are not one."""
    return reading.around.modality, reading.around.future, reading.around.open
