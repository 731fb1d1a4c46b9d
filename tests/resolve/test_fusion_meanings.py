"""Themes that share no word are compared by the vectors of their words."""

from __future__ import annotations

from dataclasses import replace as having
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.model import Story
from kg.ontology import Meanings
from kg.resolve import candidates, events
from kg.resolve.fusion import Weighed
from kg.resolve.fusion.features import of_parties
from kg.resolve.fusion.traits import traits
from tests.resolve.test_fusion import CONFIG, reading, resolved
from tests.resolve.test_fusion_features import SHARED

if TYPE_CHECKING:
    from random import Random

    from numpy.typing import NDArray

    from kg.model import EventReading, Resolution


def vector(*numbers: float) -> NDArray[np.float32]:
    """A vector of some numbers."""
    return np.array(numbers, np.float32)


VECTORS = {
    "gem": vector(4, 1, 0),
    "jewellery": vector(3, 1, 0.2),
    "trawler": vector(0, -0.2, 3),
}
MEANINGS = Meanings(VECTORS.get)
STORY = Story(words=(("harbour", 0.8), ("raid", 0.6), *SHARED))
# The sum starts so low that what the rest tells is not quite enough.
BARELY = having(CONFIG, fusion_start=-10.4)


def told(*themes: str) -> list[Resolution]:
    """Reports of one story that say what was stolen, each in its words."""
    readings = [reading(f"d{n}", action="steal", type="ASSAULT", theme=theme) for n, theme in enumerate(themes)]
    return [replace(each, story=STORY) for each in resolved(*map(_rare, readings))]


def _rare(one: EventReading) -> EventReading:
    return replace(one, around=replace(one.around, rarity=0.8))


def score(one: str, other: str, meanings: Meanings) -> int:
    """What two reports score that say what was stolen."""
    left, right = (traits(each, str)[0] for each in told(one, other))
    return Weighed(CONFIG, meanings).score(left, right, 0.5)


def test_theme_in_other_words_scores_more() -> None:
    """Gems and jewellery may be one haul; gems and trawlers score what they do without vectors."""
    assert score("gems", "jewellery", MEANINGS) > score("gems", "trawlers", MEANINGS)
    assert score("gems", "trawlers", MEANINGS) == score("gems", "trawlers", Meanings())


def test_shared_word_needs_no_vectors() -> None:
    """Of themes that share a word vectors say nothing."""
    assert score("gems", "gems and jewellery", MEANINGS) == score("gems", "gems and jewellery", Meanings())


def test_joined_in_other_words() -> None:
    """What two reports put in other words is one event where vectors make it enough, and a near miss is not."""
    names = {theme: len(events(told("gems", theme), BARELY, meanings=MEANINGS)) for theme in ("jewellery", "trawlers")}
    assert names == {"jewellery": 1, "trawlers": 2}


def test_without_vectors_nothing_is_joined() -> None:
    """A pipeline without vectors leaves the same two reports apart."""
    assert len(events(told("gems", "jewellery"), BARELY)) == 2


def test_feature_is_told_by_name() -> None:
    """A pair is shown with what the likeness of its themes adds, beside what speaks against them."""
    (pair,) = candidates(told("gems", "jewellery"), CONFIG, meanings=MEANINGS)
    features = dict(pair.features)
    assert features["theme in other words"] == pytest.approx(0.3, abs=0.01)
    assert features["other theme"] == CONFIG.weigh_other_theme


def test_likeness_is_weighed() -> None:
    """What the likeness of themes adds is its weight, times how alike they are."""
    (pair,) = candidates(told("gems", "jewellery"), having(CONFIG, weigh_theme_in_other_words=2.0), meanings=MEANINGS)
    assert dict(pair.features)["theme in other words"] == pytest.approx(2.0, abs=0.02)


def test_mention_in_no_graph() -> None:
    """Themes of a mention that says nothing by itself are not compared by vectors."""
    one, other = told("gems", "jewellery")
    bare = replace(other, readings=(), bare=other.readings)
    (kept,), (left,) = traits(one, str), traits(bare, str, bare=True)
    assert of_parties(kept, left, MEANINGS, met=True) == of_parties(kept, left, Meanings(), met=True)


@given(random=st.randoms(use_true_random=False))
def test_order_makes_no_difference(random: Random) -> None:
    """In whatever order reports come, the events and their scores are the same."""
    documents = told("gems", "jewellery", "trawlers", "jewellery and trawlers")
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert events(shuffled, BARELY, meanings=Meanings(VECTORS.get)) == events(documents, BARELY, meanings=MEANINGS)
    assert candidates(shuffled, BARELY, meanings=MEANINGS) == candidates(documents, BARELY, meanings=MEANINGS)
