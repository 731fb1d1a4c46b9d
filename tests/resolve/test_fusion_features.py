"""What makes two readings one event, what rules it out, what people decided, and which texts are copies."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.model import Copy, Judgement, Modality, Polarity, Resolution, Story, Surroundings, Verdict
from kg.ontology import Vocabulary
from kg.resolve import candidates, copies, events, identities
from kg.resolve.stories import story
from tests.articles import MARCH_5, Article
from tests.resolve.test_fusion import CONFIG, READINGS, clusters, fused, reading, ref, resolved

if TYPE_CHECKING:
    from random import Random

    from kg.model import EventReading, MentionRef

ONE, TWO, THREE = (reading(name) for name in ("d1", "d2", "d3"))
HARBOUR = (("harbour", 0.6), ("strike", 0.8))
ELSEWHERE = (("budget", 0.6), ("vote", 0.8))


def told(one: EventReading, **around: object) -> EventReading:
    """A reading with other surroundings."""
    return replace(one, around=replace(one.around, **around))


def name(mention: MentionRef) -> str:
    """The local name of a mention."""
    return f"{mention.document}-{mention.span.start}-{mention.span.end}"


def judged(one: EventReading, other: EventReading, verdict: Verdict) -> Judgement:
    """What somebody decided of two readings."""
    return Judgement(left=name(one.mention), right=name(other.mention), verdict=verdict)


# ------------------------------------------------------------------------------------------------ what rules out


def test_turned_round() -> None:
    """What Norland does to Sudria is not what Sudria does to Norland, even with one theme on one day."""
    turned = reading("d2", actor="state:sd", recipient="state:nd", theme="wells")
    assert clusters(reading("d1", theme="wells"), turned) == [["d1"], ["d2"]]


def test_denied_elsewhere() -> None:
    """What one document affirms and another denies, of the same parties, is one event."""
    assert clusters(ONE, told(TWO, polarity=Polarity.NEGATIVE)) == [["d1", "d2"]]


def test_denied_of_another() -> None:
    """What is denied of nobody named is not surely what another document affirms."""
    denied = told(reading("d2", recipient=""), polarity=Polarity.NEGATIVE)
    assert clusters(reading("d1", recipient=""), denied) == [["d1"], ["d2"]]


@pytest.mark.parametrize(("words", "found"), [(HARBOUR, 1), (ELSEWHERE, 2)])
def test_denied_in_one_document(words: tuple[tuple[str, float], ...], found: int) -> None:
    """A document that affirms and denies one thing does so in sentences that share most words, else it tells of two."""
    one = told(reading("d1"), words=HARBOUR)
    assert len(fused(one, told(reading("d1", 30), words=words, polarity=Polarity.NEGATIVE))) == found


def test_put_otherwise_in_one_document() -> None:
    """Within a document what is promised is not what is asserted."""
    assert len(fused(ONE, told(reading("d1", 30), modality=Modality.PROMISED))) == 2


def test_what_may_be() -> None:
    """What is so and what may be are not one event, in one document or in two."""
    assert len(fused(ONE, told(reading("d1", 30), open=True))) == 2
    assert len(fused(ONE, told(reading("d2", 30), open=True))) == 2


def test_common_action() -> None:
    """Two sayings of one speaker are two events unless their sentences share words, though the day is one."""
    said = [told(reading(d, recipient="", action="say", type=None), rarity=0.1) for d in ("d1", "d2")]
    apart = [told(each, words=words) for each, words in zip(said, (HARBOUR, ELSEWHERE), strict=True)]
    assert len(fused(*apart)) == 2


# ------------------------------------------------------------------------------------------------ stories


# What two documents of one story share besides: single words in common make no story.
SHARED = tuple((f"word{n}", 0.001) for n in range(8))


def documents_of_one_story(*readings: EventReading) -> list[Resolution]:
    """Their documents, which have the same names in them."""
    names = (("elmport", 0.6), ("norland", 0.8))
    return [replace(each, story=Story(words=(*names, *SHARED), names=names)) for each in resolved(*readings)]


# Documents that are rather alike.
WEAK = tuple((("dahl", 0.5), ("elmport", 0.5), (land, 0.5**0.5)) for land in ("norland", "sudria"))


def test_story() -> None:
    """Undated documents of one story tell of one event by the same rare action."""
    undated = [
        reading(d, actor="", recipient="", theme="the archive", action="ransack", published=None) for d in ("d1", "d2")
    ]
    assert len(events(documents_of_one_story(*undated), CONFIG)) == 1
    assert len(events(resolved(*undated), CONFIG)) == 2


def test_story_without_a_shared_word() -> None:
    """In one story the same action of two who share no word is not surely one event."""
    fall = [
        reading(d, actor=who, recipient="", action="fall", published=None)
        for d, who in (("d1", "a climber"), ("d2", "a boat"))
    ]
    assert len(events(documents_of_one_story(*fall), CONFIG)) == 2


@pytest.mark.parametrize(("start", "found"), [(10, 1), (900, 2)])
def test_beginnings(start: int, found: int) -> None:
    """What two documents of one story both tell at their beginning is one event, also if it is alleged."""
    one, two = (
        told(reading(d, start, actor="", recipient="", action="ransack", published=None), rarity=0.5)
        for d in ("d1", "d2")
    )
    assert len(events(documents_of_one_story(one, told(two, modality=Modality.ALLEGED, open=True)), CONFIG)) == found


def test_beginnings_with_other_numbers() -> None:
    """Polls with other figures are two, though two documents of one story begin with them."""
    polls = (reading(d, actor="", recipient="", action="poll", published=None) for d in ("d1", "d2"))
    one, two = (told(each, rarity=0.5, numbers=(share,)) for each, share in zip(polls, (43.0, 49.0), strict=True))
    assert len(events(documents_of_one_story(one, two), CONFIG)) == 2


@pytest.mark.parametrize(("speaker", "found"), [("person:dahl", 1), ("person:lind", 2)])
def test_beginnings_with_a_saying(speaker: str, found: int) -> None:
    """Of sayings at the beginning of two documents of one story, those of one speaker are one."""
    one, two = (
        told(reading(d, actor=who, recipient="", action="explain", published=None), rarity=0.5, speech=True)
        for d, who in (("d1", "person:dahl"), ("d2", speaker))
    )
    assert len(events(documents_of_one_story(one, two), CONFIG)) == found


@pytest.mark.parametrize(("theme", "found"), [("the archive", 1), ("the harbour", 2)])
def test_one_actor_further_on(theme: str, found: int) -> None:
    """Further on in one story, one actor does one thing to the same, whether it is so or alleged."""
    one, two = (
        told(reading(d, 900, recipient="", theme=each, action="ransack", published=None), rarity=0.5)
        for d, each in (("d1", "the archive"), ("d2", theme))
    )
    assert len(events(documents_of_one_story(one, told(two, modality=Modality.ALLEGED, open=True)), CONFIG)) == found


@pytest.mark.parametrize(("age", "found"), [("36", 1), ("32", 2)])
def test_ages(age: str, found: int) -> None:
    """Of two climbers of other ages in one story each falls for himself."""
    one, two = (
        replace(
            each, participants=tuple(replace(part, words=f"a {years}-year-old climber") for part in each.participants)
        )
        for years, each in (
            ("36", reading("d1", actor="climber-0123456789abcdef", recipient="", action="fall", published=None)),
            (age, reading("d2", actor="climber-fedcba9876543210", recipient="", action="fall", published=None)),
        )
    )
    one, two = told(one, rarity=0.5), told(two, rarity=0.5)
    documents = [
        replace(each, story=Story(words=(*WEAK[n], *SHARED), names=WEAK[n]))
        for n, each in enumerate(resolved(one, two))
    ]
    assert len(events(documents, CONFIG)) == found


def test_kin_turned_round() -> None:
    """Who loses is beaten: of kindred actions one may be the other turned round."""
    beat = told(reading("d1", action="beat", type=None, published=None), kin=("match",))
    lose = told(
        reading("d2", actor="state:sd", recipient="state:nd", action="lose", type=None, published=None), kin=("match",)
    )
    assert len(events(documents_of_one_story(beat, lose), CONFIG)) == 1


def test_kin() -> None:
    """Two actions that reports use for one event are of one event in one story."""
    slay, kill = (
        told(reading(d, actor="", action=action, published=None, type=None), kin=("kill",))
        for d, action in (("d1", "slay"), ("d2", "kill"))
    )
    assert len(events(documents_of_one_story(slay, kill), CONFIG)) == 1


@pytest.mark.parametrize(("theme", "found"), [("the harbour wall", 1), ("the price of wool", 2)])
def test_kin_done_to_others(theme: str, found: int) -> None:
    """Two verbs of a class, as kindred readings of one story, are one deed only where it is done to the same."""
    parts = (("raise", "the harbour wall"), ("lift", theme))
    one, two = (
        told(
            reading(d, 900, actor="person:dahl", recipient="", theme=words, action=action, published=None),
            kin=("rise",),
            rarity=0.9,
        )
        for d, (action, words) in zip(("d1", "d2"), parts, strict=True)
    )
    assert len(events(documents_of_one_story(one, two), CONFIG)) == found


@pytest.mark.parametrize(("words", "found"), [(HARBOUR, 1), (ELSEWHERE, 2)])
def test_same_man_and_verb(words: tuple[tuple[str, float], ...], found: int) -> None:
    """That one man sings is one event of one story only where the sentences share more than him."""
    one, two = (
        told(
            reading(d, 900, actor="person:dahl", recipient="", action="sing", type=None, published=None),
            rarity=0.9,
            words=each,
        )
        for d, each in (("d1", HARBOUR), ("d2", words))
    )
    assert len(events(documents_of_one_story(one, two), CONFIG)) == found


def test_same_words_of_nobody_in_common() -> None:
    """A sentence that many write is not one event where other people are told to do it."""
    one, two = (
        told(
            reading(d, 900, actor=who, recipient="", action="respond", type=None, published=None),
            rarity=0.8,
            words=HARBOUR,
        )
        for d, who in (("d1", "a weaver"), ("d2", "the board"))
    )
    assert len(events(documents_of_one_story(one, two), CONFIG)) == 2


def test_bare_mention() -> None:
    """A mention that says nothing by itself goes by the event that it is of, and is no reading of it."""
    bare = reading("d2", 50, actor="", recipient="")
    one, two = documents_of_one_story(ONE, TWO)
    documents = [one, replace(two, bare=(bare,))]
    (event,) = events(documents, CONFIG)
    assert event.readings == (ONE, TWO)
    assert identities(documents, CONFIG)[bare.mention] == event.id


@pytest.mark.parametrize("told_twice", [True, False])
def test_bare_mention_of_what_is_told_once(told_twice: bool) -> None:  # noqa: FBT001 (drawn from a list)
    """A mention that says nothing by itself must be surer of an event that is told once than of one told twice."""
    bare = reading("d2", 50, actor="", recipient="")
    one, two = documents_of_one_story(ONE, TWO)
    documents = [one, replace(two, readings=two.readings if told_twice else (), bare=(bare,))]
    found = events(documents, CONFIG)
    unsure = dataclasses.replace(CONFIG, bare_from=0.0, bare_alone_from=1.0)
    assert len(found) == 1
    assert (identities(documents, unsure)[bare.mention] == found[0].id) is told_twice


# ------------------------------------------------------------------------------------------------ judgements


def test_negative_judgement() -> None:
    """What people parted is two events, whatever the score."""
    parted = judged(ONE, TWO, Verdict.NEGATIVE)
    assert len(events(resolved(ONE, TWO), CONFIG, judgements=[parted])) == 2


def test_negative_judgement_through_a_third() -> None:
    """What people parted stays apart though a third is like both."""
    found = events(resolved(ONE, TWO, THREE), CONFIG, judgements=[judged(TWO, ONE, Verdict.NEGATIVE)])
    assert not [e for e in found if {ONE, TWO} <= set(e.readings)]


def test_positive_judgement() -> None:
    """What people joined is one event, whatever rules it out."""
    other = reading("d2", actor="state:us", action="lend", published=MARCH_5 + timedelta(days=90))
    assert len(events(resolved(ONE, other), CONFIG, judgements=[judged(ONE, other, Verdict.POSITIVE)])) == 1


def test_unsure_judgement() -> None:
    """What people were unsure of goes by the score."""
    assert len(events(resolved(ONE, TWO), CONFIG, judgements=[judged(ONE, TWO, Verdict.UNSURE)])) == 1


def test_unknown_judgement() -> None:
    """A judgement of what is not here changes nothing."""
    other = Judgement(left="state-nd", right=name(ref("d9")), verdict=Verdict.NEGATIVE)
    assert len(events(resolved(ONE, TWO), CONFIG, judgements=[other])) == 1


@given(READINGS, st.data(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_judgements(readings: list[EventReading], data: st.DataObject, random: Random) -> None:
    """Judgements in any order give the same events, and none that holds both sides of a negative one."""
    mentions = st.sampled_from(readings) if readings else st.nothing()
    made = st.builds(judged, mentions, mentions, st.sampled_from(list(Verdict)))
    found = data.draw(st.lists(made, max_size=5))
    shuffled = found[:]
    random.shuffle(shuffled)
    one = events(resolved(*readings), CONFIG, judgements=found)
    assert one == events(resolved(*readings), CONFIG, judgements=shuffled)
    inside = [{name(r.mention) for r in event.readings} for event in one]
    negative = [{j.left, j.right} for j in found if j.verdict is Verdict.NEGATIVE and j.left != j.right]
    assert not [pair for pair in negative for names in inside if pair <= names]


def test_candidates() -> None:
    """A candidate tells the score, what made it, whether the two are fused, and what people decided."""
    (pair,) = candidates(resolved(ONE, TWO), CONFIG, judgements=[judged(ONE, TWO, Verdict.NEGATIVE)])
    assert (pair.left, pair.right, pair.fused, pair.verdict) == (ONE.mention, TWO.mention, False, Verdict.NEGATIVE)
    assert pair.score > CONFIG.fusion_from
    assert dict(pair.features)["recipient"] == CONFIG.weigh_recipient


# ------------------------------------------------------------------------------------------------ copies

WORDS = [f"word{n}" for n in range(60)]


def article(document: str, words: list[str], day: int = 5) -> Resolution:
    """A document of some words, published on a day of March."""
    text = " ".join(words) + "."
    told_of = story(Article(text).extraction(), Vocabulary())
    return Resolution(document=document, story=told_of, published=MARCH_5.replace(day=day))


def test_copies() -> None:
    """Of two nearly equal texts the later is a copy of the earlier, and a third of its own is none."""
    found = [article("d1", [*WORDS, "more"], 6), article("d2", WORDS), article("d3", WORDS[::-1])]
    assert copies(found, CONFIG) == [Copy(document="d1", original="d2")]


def test_short_texts() -> None:
    """Texts of a few words are no copies, though they are equal."""
    assert copies([article("d1", WORDS[:8]), article("d2", WORDS[:8])], CONFIG) == []


def test_copy_is_no_independent_report() -> None:
    """A copy counts as a report, but not as an independent one."""
    told_of = article("d1", WORDS).story
    one, two = (replace(each, story=told_of) for each in resolved(ONE, TWO))
    (event,) = events([one, two], CONFIG)
    assert (event.reports, event.independent_reports) == (2, 1)


def test_first_reported() -> None:
    """An event was first reported on the day of its earliest dated document."""
    (event,) = fused(ONE, reading("d2", published=MARCH_5 - timedelta(days=1)))
    assert event.first_reported == MARCH_5 - timedelta(days=1)


def test_surroundings_are_silent_by_default() -> None:
    """Surroundings that nobody told say nothing."""
    assert Surroundings() == Surroundings(words=(), polarity=Polarity.POSITIVE)


@pytest.mark.parametrize(("share", "found"), [("49 percent", 2), ("43 percent", 1)])
def test_figures_that_are_told(share: str, found: int) -> None:
    """Who leads whom by other figures leads in two polls."""
    one, two = (reading(d, theme=theme, action="lead") for d, theme in (("d1", "43 percent"), ("d2", share)))
    assert len(events(resolved(told(one, rarity=0.5), told(two, rarity=0.5)), CONFIG)) == found
