"""A score is the sum of all features; to leave out what cannot count changes none that does."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.config import ResolveConfig
from kg.model import EventReading, Polarity, Surroundings
from kg.resolve.fusion.rules import NO_MEANINGS
from kg.resolve.fusion.score import Scorer, logistic, logit
from kg.resolve.fusion.traits import Traits, traits
from tests.articles import MARCH_5
from tests.resolve.test_fusion import reading, resolved

WORDS = ("harbour", "strike", "budget", "vote", "mayor")
NAMES = ("", "state:nd", "state:sd", "mira-dahl")


def surroundings(words: set[str], persons: set[str], numbers: set[int], rarity: float, *, told: bool) -> Surroundings:
    """What stands around a reading."""
    return Surroundings(
        words=tuple((word, len(words) ** -0.5) for word in sorted(words)),
        persons=tuple(sorted(persons)),
        numbers=tuple(sorted(map(float, numbers))),
        days=("monday",) if told else ("friday",),
        rarity=rarity,
        polarity=Polarity.POSITIVE if told else Polarity.NEGATIVE,
    )


SETS = st.sets(st.sampled_from(WORDS), max_size=4)
AROUND = st.builds(
    surroundings, SETS, SETS, st.sets(st.integers(1, 3), max_size=2), st.floats(0, 1), told=st.booleans()
)
READINGS = st.builds(
    lambda document, actor, recipient, theme, action, on, around: replace(
        reading(document, actor=actor, recipient=recipient, theme=theme, action=action, published=on), around=around
    ),
    st.sampled_from(["d1", "d2"]),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    SETS.map(" ".join),
    st.sampled_from(["ransack", "ransack of", "say"]),
    st.sampled_from([None, MARCH_5, MARCH_5 + timedelta(days=2)]),
    AROUND,
)
WEIGHT = st.floats(-5, 5)
CONFIGS = st.builds(
    ResolveConfig,
    fusion_start=WEIGHT,
    weigh_story=WEIGHT,
    weigh_date=WEIGHT,
    weigh_other_sentence=WEIGHT,
    weigh_one_document=WEIGHT,
    weigh_other_theme=WEIGHT,
    weigh_other_persons=WEIGHT,
)


def told(one: EventReading) -> Traits:
    """A reading made ready."""
    return next(each for document in resolved(one) for each in traits(document, str))


@settings(deadline=None)
@given(READINGS, READINGS, st.floats(0, 1), CONFIGS)
def test_sum_of_all_features(one: EventReading, other: EventReading, like: float, config: ResolveConfig) -> None:
    """What is not asked for adds nothing: the score is the very number that all features sum to."""
    scorer, pair = Scorer(config, NO_MEANINGS), (told(one), told(other))
    assert scorer.score(*pair, like) == logistic(sum(scorer.parts(*pair, like).values(), config.fusion_start))


@settings(deadline=None)
@given(READINGS, READINGS, st.floats(0, 1), CONFIGS, st.floats(0.01, 0.99))
def test_least(one: EventReading, other: EventReading, like: float, config: ResolveConfig, least: float) -> None:
    """What scores enough has its score whatever is left out below; what does not has it, or 0."""
    scorer, pair = Scorer(config, NO_MEANINGS), (told(one), told(other))
    score = scorer.score(*pair, like)
    assert scorer.score(*pair, like, least=logit(least)) in ({score} if score > least + 1e-4 else {score, 0.0})
