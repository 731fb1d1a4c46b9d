"""How likely two readings are of one event: a weighed sum of features."""

from __future__ import annotations

import math
from functools import lru_cache
from operator import mul
from typing import TYPE_CHECKING

from kg.resolve.fusion.features import NAMES, OF_DEEDS, of_deeds, of_parties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.config import ResolveConfig
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Deed, Traits


class Scorer:
    """Scores pairs of readings by the weights of a configuration."""

    def __init__(self, config: ResolveConfig, meanings: Meanings) -> None:
        """Reads the weights once."""
        self._start, self._days, self._meanings = config.fusion_start, config.fusion_days, meanings
        by_name = weights(config)
        found = tuple(by_name[name] for name in NAMES)
        self._of_deeds, self._of_parties = found[: len(OF_DEEDS)], found[len(OF_DEEDS) :]
        self._begun = lru_cache(maxsize=262_144)(self._begin)  # what is done recurs, whoever does it

    def parts(self, one: Traits, other: Traits, like: float) -> dict[str, float]:
        """What each feature adds to the sum, by name; the start of the sum, and what adds nothing, is left out."""
        values = (
            *of_deeds(one.deed, other.deed),
            *of_parties(one, other, like=like, days=self._days, meanings=self._meanings),
        )
        weights = (*self._of_deeds, *self._of_parties)
        found = zip(NAMES, values, weights, strict=True)
        return {name: part for name, value, weight in found if (part := value * weight)}

    def score(self, one: Traits, other: Traits, like: float) -> float:
        """The probability, 0 to 1, that the two are of one event: the logistic function of the sum."""
        rest = of_parties(one, other, like=like, days=self._days, meanings=self._meanings)
        return logistic(sum(map(mul, rest, self._of_parties), self._begun(one.deed, other.deed)))

    def _begin(self, one: Deed, other: Deed) -> float:
        """The sum over what is done."""
        return sum(map(mul, of_deeds(one, other), self._of_deeds), self._start)


def weights(config: ResolveConfig) -> Mapping[str, float]:
    """The weight of each feature, by name."""
    return {
        "action": config.weigh_action,
        "rare action": config.weigh_rare_action,
        "verb": config.weigh_verb,
        "kin": config.weigh_kin,
        "other word": config.weigh_other_word,
        "type": config.weigh_type,
        "other type": config.weigh_other_type,
        "actor": config.weigh_actor,
        "recipient": config.weigh_recipient,
        "theme": config.weigh_theme,
        "theme in other words": config.weigh_theme_in_other_words,
        "place": config.weigh_place,
        "crossed parties": config.weigh_crossed_parties,
        "other actor": config.weigh_other_actor,
        "other recipient": config.weigh_other_recipient,
        "other theme": config.weigh_other_theme,
        "persons": config.weigh_persons,
        "other persons": config.weigh_other_persons,
        "date": config.weigh_date,
        "other weekday": config.weigh_other_weekday,
        "numbers": config.weigh_numbers,
        "other numbers": config.weigh_other_numbers,
        "other figures": config.weigh_other_figures,
        "other polarity": config.weigh_other_polarity,
        "one of them to come": config.weigh_to_come,
        "one document": config.weigh_one_document,
        "story": config.weigh_story,
        "other sentence, common action": config.weigh_other_sentence,
    }


def logistic(value: float) -> float:
    """From any number to 0 to 1, rounded to 4 places, so that no rounding of a machine decides."""
    return round(1 / (1 + math.exp(-value)), 4)
