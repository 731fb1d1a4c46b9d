"""What fusion looks at: no pair that its rules would let pass is missed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.config import ResolveConfig
from kg.model import EventReading, Story, Surroundings
from kg.resolve.fusion.blocks import Keyed
from kg.resolve.fusion.compared import Compared
from kg.resolve.fusion.ground import grounded
from kg.resolve.fusion.pairs import Pairs
from kg.resolve.fusion.traits import Traits, traits
from tests.resolve.test_fusion import reading, resolved
from tests.resolve.test_fusion_features import SHARED

CONFIG = ResolveConfig()
WORDS = ("harbour", "strike", "budget", "vote", "mayor")


def said(document: str, start: int, *words: str, actor: str = "", action: str = "ransack") -> EventReading:
    """A reading whose sentence has some words, of one weight."""
    weight = len(words) ** -0.5 if words else 0.0
    around = Surroundings(words=tuple((word, weight) for word in sorted(words)))
    return replace(reading(document, start, actor=actor, recipient="", action=action), around=around)


def told(*readings: EventReading) -> dict[str, list[Traits]]:
    """The readings of each document, made ready."""
    return {each.document: traits(each, str) for each in resolved(*readings)}


def together(*readings: EventReading, least: float = 0.22) -> set[tuple[int, int]]:
    """Which readings of the documents d1 and d2 are looked at, by their numbers."""
    found = told(*readings)
    every = [one for document in ("d1", "d2") for one in found[document]]
    one, other = (Keyed([n for n, one in enumerate(every) if one.document == d], every) for d in ("d1", "d2"))
    return set(grounded(one.between(other), every, least))


def test_shared_words() -> None:
    """Readings whose sentences share words are looked at."""
    assert together(said("d1", 10, "harbour", "strike"), said("d2", 10, "harbour", "vote")) == {(0, 1)}


def test_too_few_shared_words() -> None:
    """Sentences of many words that share one are not looked at."""
    assert not together(said("d1", 10, *WORDS), said("d2", 10, "mayor", "fog", "ship", "crane", "quay"), least=0.3)


def test_shared_party() -> None:
    """Readings with one party are looked at, whatever their sentences are."""
    assert together(said("d1", 10, "vote", actor="state:nd"), said("d2", 10, "fog", actor="state:nd")) == {(0, 1)}


def test_other_action() -> None:
    """Readings of two actions that are no kin are not looked at."""
    assert not together(said("d1", 10, "vote"), said("d2", 10, "vote", action="repair"))


READINGS = st.lists(
    st.builds(
        lambda document, words, actor, recipient, action, rarity: replace(
            reading(document, actor=actor, recipient=recipient, theme=" ".join(sorted(words)), action=action),
            around=replace(said(document, 10, *words).around, rarity=rarity),
        ),
        st.sampled_from(["d1", "d2"]),
        st.sets(st.sampled_from(WORDS), max_size=4),
        st.sampled_from(["", "state:nd", "state:sd"]),
        st.sampled_from(["", "state:nd", "state:sd"]),
        st.sampled_from(["ransack", "say"]),
        st.sampled_from([0.1, 0.9]),
    ),
    min_size=2,
    max_size=12,
)


@settings(deadline=None, max_examples=100)
@given(READINGS)
def test_nothing_is_missed(found: list[EventReading]) -> None:
    """Each pair of one action in two documents that no rule parts, and that something founds, is looked at."""
    placed = [
        replace(one, mention=replace(one.mention, span=type(one.mention.span)(n, n + 1))) for n, one in enumerate(found)
    ]
    stories = [
        Story(words=SHARED, names=(("dahl", 0.5), ("elmport", 0.5), (land, 0.5**0.5))) for land in ("norland", "sudria")
    ]
    documents = [replace(each, story=story) for each, story in zip(resolved(*placed), stories, strict=False)]
    pairs = Pairs(Compared(documents, str), CONFIG, bare=False)
    looked_at = {tuple(sorted(pair)) for _, group in pairs._pairs() for pair in group}
    for a, one in enumerate(pairs.traits):
        for b in range(a + 1, len(pairs.traits)):
            two = pairs.traits[b]
            founded = pairs.weighed.rules.founded(one, two, pairs.like(one.document, two.document))
            if one.document != two.document and one.verb == two.verb and founded and not pairs.apart(a, b):
                assert (a, b) in looked_at
