"""The graph keeps apart what is not surely one event; the ids of mentions go by what is likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from kg.model import Modality, Story, Surroundings
from kg.ontology import Meanings
from kg.ontology.vocabulary import stems
from kg.resolve.fusion import events, identities
from kg.resolve.fusion.doubts import differ, doubt
from kg.resolve.fusion.features import likeness, told
from kg.resolve.fusion.rules import Rules
from kg.resolve.fusion.traits import traits
from tests.resolve.test_fusion import CONFIG, reading, resolved
from tests.resolve.test_fusion_features import documents_of_one_story

if TYPE_CHECKING:
    from kg.model import EventReading
    from kg.resolve.fusion.traits import Traits

LIGHT = frozenset({"the", "are", "has"})


def said(theme: str, document: str = "d1", *, actor: str = "body:port", **around: object) -> EventReading:
    """What the port said, with the weighty words of it."""
    words = tuple((word, 0.5) for word in stems(theme) if word not in LIGHT)
    told = replace(Surroundings(speech=True, words=words), **around)
    return replace(
        reading(document, actor=actor, recipient="", theme=theme, action="say", type=None, published=None), around=told
    )


def prepared(one: EventReading) -> Traits:
    """One reading, made ready to be compared."""
    return traits(resolved(one)[0], str)[0]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("the bridges close", None),
        ("the harbour has schools", "other words said"),
    ],
)
def test_sayings(other: str, why: str | None) -> None:
    """Of what one speaker says, other contents are other sayings."""
    one, two = prepared(said("the bridges are closed")), prepared(said(other, "d2"))
    assert doubt(one, two, saying=0.3) == why


@pytest.mark.parametrize(
    ("around", "why"),
    [
        ({"future": True}, "one of them to come"),
        ({"modality": Modality.REQUESTED}, "one of them to come"),
        ({"modality": Modality.ALLEGED}, None),
        ({"open": True}, "one of them to come"),
        ({"open": True, "modality": Modality.ALLEGED}, None),
        ({"days": ("monday",)}, "other weekdays"),
        ({"days": ("friday",)}, None),
    ],
)
def test_not_the_act(around: dict[str, Any], why: str | None) -> None:
    """What is planned, asked for or only tried, or of another weekday, is not what happened; the alleged may be."""
    one, two = (prepared(said("the bridges", days=("friday",))), prepared(said("the bridges", "d2", **around)))
    assert doubt(one, two, saying=0.3) == why


@pytest.mark.parametrize(
    ("actor", "recipient", "why"),
    [("", "rules", "parties turned round"), ("rules", "trade", None), ("", "trade", None), ("", "", None)],
)
def test_words_turned(actor: str, recipient: str, why: str | None) -> None:
    """Rules that weaken the trade are not the rules that were weakened, though no name tells them apart."""
    one = prepared(reading(actor="rules", recipient="trade", action="weaken"))
    other = prepared(reading("d2", actor=actor, recipient=recipient, action="weaken"))
    assert (doubt(one, other, saying=0.3), doubt(other, one, saying=0.3)) == (why, why)


def test_other_things() -> None:
    """Who closes the harbour does not close the schools, whatever else two sentences share."""
    harbour, schools = (prepared(said(theme, speech=False)) for theme in ("the harbour", "the schools"))
    assert differ(harbour, schools, Meanings(), meant=0.6)
    assert not differ(harbour, harbour, Meanings(), meant=0.6)


@pytest.mark.parametrize(
    ("action", "theme", "others"), [("beat", "the Weavers", True), ("overcome", "a deficit", False)]
)
def test_other_deeds(action: str, theme: str, *, others: bool) -> None:
    """Who overcomes a deficit does not thereby beat a team: other verbs of other things are other deeds."""
    one = prepared(reading(recipient="", theme="a deficit", action="overcome"))
    other = prepared(reading("d2", recipient="", theme=theme, action=action))
    assert differ(one, other, Meanings(), meant=0.6) is others


def test_other_speakers() -> None:
    """What the port says, the ferry company does not say."""
    port, company = (prepared(said("the bridges", actor=actor)) for actor in ("body:port", "body:ferries"))
    assert differ(port, company, Meanings(), meant=0.6)


def test_few_words_make_no_story() -> None:
    """Two sentences that share the name of a country tell no story together; articles that share much do."""
    few = Story(words=(("norland", 0.8), ("tariff", 0.6)), names=(("norland", 1.0),))
    many = Story(words=tuple((f"word{n}", 0.1**0.5) for n in range(10)), names=(("norland", 1.0),))
    assert likeness(told(few), told(few)) < 0.1
    assert likeness(told(few), told(few), sure=False) == pytest.approx(1)
    assert likeness(told(many), told(many)) == pytest.approx(1)


def test_likely_but_not_sure() -> None:
    """A plan and the act are two events of the graph, though their mentions go by one as likely one."""
    act = replace(
        reading("d1", action="ransack", type=None, published=None), around=Surroundings(rarity=0.9, word="ransack")
    )
    plan = replace(
        reading("d2", action="ransack", type=None, published=None),
        around=Surroundings(rarity=0.9, word="ransack", future=True),
    )
    documents = documents_of_one_story(act, plan)
    assert len(events(documents, CONFIG)) == 2
    assert len(set(identities(documents, CONFIG).values())) == 1


def test_only_the_sure_asks() -> None:
    """Rules of the likely do not ask whether one of two is still to come."""
    act, plan = prepared(said("the bridges")), prepared(said("the bridges", "d2", future=True))
    assert Rules(CONFIG).apart(act, plan) == "one of them to come"
    assert Rules(CONFIG, sure=False).apart(act, plan) is None
