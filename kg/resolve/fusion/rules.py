"""What rules it out that two readings are of one event, whatever their score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ontology import Meanings
from kg.resolve.fusion import parties
from kg.resolve.fusion.doubts import differ, doubt
from kg.resolve.fusion.features import cosine, same_parties

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import date

    from kg.config import ResolveConfig
    from kg.model import EventReading, Modality
    from kg.resolve.fusion.traits import Traits


NO_MEANINGS = Meanings()


class Rules:
    """Says of pairs of readings what rules them out, by the numbers of a configuration."""

    def __init__(self, config: ResolveConfig, meanings: Meanings = NO_MEANINGS, *, sure: bool = True) -> None:
        """With the numbers to go by; ``sure`` also rules out what is in doubt, as the graph does."""
        self._config, self._meanings, self._sure = config, meanings, sure

    def apart(self, one: Traits, other: Traits) -> str | None:
        """What rules it out that the two are of one event, whatever the score; None where nothing does.

        Of a mention that is in no graph less is asked.
        """
        a, b = one.reading, other.reading
        if a.time and b.time and not _overlap(a, b):
            return "other days"
        if one.day is not None and other.day is not None and abs(one.day - other.day) > self._config.fusion_days:
            return "reported too far apart"
        if one.bare or other.bare:
            return None
        if self._sure and (why := doubt(one, other, saying=self._config.saying_likeness)):
            return why
        return self._in_one_document(one, other) if one.document == other.document else self._elsewhere(one, other)

    def founded(self, one: Traits, other: Traits, like: float) -> bool:
        """Whether the two can be fused for what they share themselves, not only for what others share with both."""
        if one.bare or other.bare:
            return True
        if one.document == other.document:
            return same_within(one, other) and told_apart(one, other) is None
        if self._sure and differ(one, other, self._meanings, meant=self._config.themes_meant):
            return False
        if like >= self._config.lead_story and (parties.leading(one, other) or self._by_one(one, other)):
            return True
        if one.verb != other.verb and not self._kindred(one, other):
            return False
        alien = _put(one.reading) != _put(other.reading)
        elsewhere = one.theme.words and other.theme.words and one.theme.words.isdisjoint(other.theme.words)
        return not (alien or elsewhere) and self._anchored(one, other, like)

    def _kindred(self, one: Traits, other: Traits) -> bool:
        """Whether two verbs tell one deed: of a class, or with one theme; and it is done to the same, or turned round.

        To rise is not to raise questions, though nouns and other verbs make one class of them.
        """
        least = self._config.theme_overlap
        if alike(one.theme.words, other.theme.words, least):
            return True
        done = parties.converse(one, other) or alike(one.undergone, other.undergone, least)
        return done and not one.kin.isdisjoint(other.kin)

    def _in_one_document(self, one: Traits, other: Traits) -> str | None:
        """What rules it out in one document: of what is affirmed and denied, also that the sentences differ."""
        if parties.turned(one, other):
            return "parties turned round"
        if parties.bear_other_names(one, other):
            return "other parties"
        turned = one.reading.around.polarity is not other.reading.around.polarity
        if turned and cosine(one.words, other.words) < self._config.common_sentence_likeness:
            return "one affirmed, one denied, not surely of one thing"
        if one.words and one.words == other.words and one.reading.around.rarity < self._config.common_action:
            return "a common action twice in one sentence"
        return None

    def _elsewhere(self, one: Traits, other: Traits) -> str | None:
        """What rules it out of two documents."""
        if parties.turned(one, other):
            return "parties turned round"
        if parties.bear_other_names(one, other):
            return "other parties"
        turned = one.reading.around.polarity is not other.reading.around.polarity
        if turned and not self._contradicts(one, other):
            return "one affirmed, one denied, not surely of one thing"
        return "others did not say it" if not turned and parties.kept_silent(one, other) else None

    def _anchored(self, one: Traits, other: Traits, like: float) -> bool:
        """Whether more than the action is shared: parties, a party and a theme, much of a sentence, or the story.

        Of an action that is common, as saying is, sentences must share more, and the rest does not count.
        """
        a, b = one.reading.around, other.reading.around
        likeness = cosine(one.words, other.words)
        if parties.name_others(one, other) or parties.measure_others(one, other):
            return False
        if min(a.rarity, b.rarity) < self._config.common_action:
            plain = not one.words and same_parties(one, other)
            if a.speech and b.speech and not alike(one.theme.words, other.theme.words, self._config.theme_overlap):
                return plain
            return plain or likeness >= self._config.common_sentence_likeness
        if not parties.share_nothing(one, other) and likeness >= self._config.sentence_likeness * (
            1 if parties.meet(one, other) else 2
        ):
            return True
        if (same_parties(one, other) and not parties.number_others(one, other)) or (
            like >= self._config.one_story and parties.tell_one(one, other) and self._share_more(one, other)
        ):
            return True
        elsewhere = one.recipient.words and other.recipient.words and not one.recipient.words & other.recipient.words
        shared = one.actor.named & other.actor.named or one.recipient.named & other.recipient.named
        about = alike(one.theme.words, other.theme.words, self._config.theme_overlap)
        return bool(shared) and about and not elsewhere

    def _by_one(self, one: Traits, other: Traits) -> bool:
        """Whether the same actor does what is neither common nor a saying, to nothing else, whatever way it is put."""
        a, b = one.reading.around, other.reading.around
        if a.speech or b.speech or min(a.rarity, b.rarity) < self._config.common_action:
            return False
        if (
            parties.number_others(one, other)
            or parties.undergo_others(one, other)
            or not parties.share_actor(one, other)
        ):
            return False
        return self._share_more(one, other)

    def _share_more(self, one: Traits, other: Traits) -> bool:
        """Whether more than the actor is shared: what undergoes it, or some of the sentence."""
        if not one.undergone.isdisjoint(other.undergone):
            return True
        return cosine(one.words, other.words) >= self._config.actor_sentence_likeness

    def _contradicts(self, one: Traits, other: Traits) -> bool:
        """Whether one surely denies what the other affirms: the same action of the same on the same, at one time."""
        a, b = one.reading, other.reading
        if a.action != b.action or a.published is None or b.published is None or a.around.future is not b.around.future:
            return False
        if one.recipient.words or other.recipient.words:
            return same_parties(one, other)
        shared = one.actor.named & other.actor.named
        return bool(shared) and alike(one.things, other.things, self._config.theme_overlap)


def _put(reading: EventReading) -> tuple[Modality, bool, bool]:
    """How an event is put: what is so, what may be and what is to come are not one."""
    return reading.around.modality, reading.around.future, reading.around.open


def told_apart(one: Traits, other: Traits) -> str | None:
    """What tells two mentions of one document apart; what only one of them tells does not."""
    a, b = one.reading, other.reading
    if a.action != b.action:
        return "other actions in one document"
    turned = a.around.polarity is not b.around.polarity
    if _put(a) != _put(b):
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
    if one.reading.around.speech and other.reading.around.speech:
        return one.theme.words == other.theme.words
    few, many = sorted((one.things, other.things), key=len)
    return bool(few) and few <= many


def _bounds(reading: EventReading) -> tuple[date | None, date | None] | None:
    return (reading.time.earliest, reading.time.latest) if reading.time else None


def alike(mine: AbstractSet[str], theirs: AbstractSet[str], least: float) -> bool:
    """Whether two themes share at least that part of all their words."""
    return bool(mine & theirs) and len(mine & theirs) >= least * len(mine | theirs)


def _overlap(one: EventReading, other: EventReading) -> bool:
    a, b = one.time, other.time
    return a is None or b is None or (_begins_by(a.earliest, b.latest) and _begins_by(b.earliest, a.latest))


def _begins_by(earliest: date | None, latest: date | None) -> bool:
    """Whether one bound does not lie behind another; an open one never does."""
    return earliest is None or latest is None or earliest <= latest
