"""How likely two readings are of one event: a weighed sum of features."""

from __future__ import annotations

import math
from functools import lru_cache, partial
from operator import mul
from typing import TYPE_CHECKING

from kg.resolve.fusion.features import (
    NAMES,
    OF_DEEDS,
    OF_PARTIES,
    OF_SENTENCES,
    PARTIES_TOLD,
    SENTENCES_TOLD,
    commonness,
    meet,
    nearness,
    of_deeds,
    of_parties,
    of_sentences,
    unlikeness,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Deed, Traits

_ROUNDING = 1e-9  # a sum and its upper bound are not rounded alike


class Scorer:
    """Scores pairs of readings by the weights of a configuration."""

    def __init__(self, config: ResolveConfig, meanings: Meanings) -> None:
        """Reads the weights once."""
        self._days, self._meanings = config.fusion_days, meanings
        by_name = weights(config)
        kinds = (OF_DEEDS, OF_PARTIES, OF_SENTENCES)
        deeds, self._of_parties, self._of_sentences = [tuple(by_name[n] for n in names) for names in kinds]
        self._date, self._one_document, self._story = by_name["date"], by_name["one document"], by_name["story"]
        self._unlike = by_name["other sentence, common action"]
        self._most_unlike = max(0.0, self._unlike)
        self._weights = tuple(by_name[name] for name in NAMES)
        # What is done recurs, whoever does it; no method, since what refers to itself waits for the garbage collector.
        self._begun = lru_cache(maxsize=262_144)(partial(_begin, config.fusion_start, deeds))

    def parts(self, one: Traits, other: Traits, like: float) -> dict[str, float]:
        """What each feature adds to the sum, by name; the start of the sum, and what adds nothing, is left out."""
        values = (
            *of_deeds(one.deed, other.deed),
            *of_parties(one, other, self._meanings, met=meet(one, other)),
            *of_sentences(one, other, nearness(one, other, self._days)),
            float(one.document == other.document),
            like,
            commonness(one.deed, other.deed) * unlikeness(one, other),
        )
        found = zip(NAMES, values, self._weights, strict=True)
        return {name: part for name, value, weight in found if (part := value * weight)}

    def score(self, one: Traits, other: Traits, like: float, *, least: float = -math.inf) -> float:
        """The probability, 0 to 1, that the two are of one event: the logistic function of the sum; 0 below ``least``.

        The sum goes over all features in the order of ``NAMES``; those that are 0 are not asked for. How far sentences
        differ takes the longest to tell, and comes last: it is left out where it cannot bring the sum to ``least``.
        """
        both = one.tells & other.tells
        total, common = self._begun(one.deed, other.deed)
        met = meet(one, other)
        if met or both & PARTIES_TOLD:
            total = sum(map(mul, of_parties(one, other, self._meanings, met=met), self._of_parties), total)
        near = nearness(one, other, self._days)
        if both & SENTENCES_TOLD:
            total = sum(map(mul, of_sentences(one, other, near), self._of_sentences), total)
        else:
            total += near * self._date
        if one.document == other.document:
            total += self._one_document
        total += like * self._story
        if total + common * self._most_unlike < least - _ROUNDING:
            return 0.0
        total += common * unlikeness(one, other) * self._unlike
        return logistic(total) if total >= least else 0.0


def _begin(start: float, weights: Sequence[float], one: Deed, other: Deed) -> tuple[float, float]:
    """The sum over what is done, and how common that is."""
    return sum(map(mul, of_deeds(one, other), weights), start), commonness(one, other)


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


def logit(score: float) -> float:
    """The sum that has a score, which lies between 0 and 1."""
    return math.log(score / (1 - score))


def logistic(value: float) -> float:
    """From any number to 0 to 1, rounded to 4 places, so that no rounding of a machine decides."""
    return round(1 / (1 + math.exp(-value)), 4)
