"""Reports become events, claims what they amount to, and facts plain triples."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.config import ResolveConfig
from kg.model import (
    Certainty,
    Claim,
    Event,
    EventReading,
    Factuality,
    Genre,
    MentionRef,
    Modality,
    Participant,
    Polarity,
    Resolution,
    RoleName,
    Span,
    Surroundings,
    Time,
)
from kg.resolve.fusion import PlainTriple, events, facts, factuality, is_certain
from kg.resolve.fusion.rules import Rules
from kg.resolve.fusion.traits import traits
from tests.articles import MARCH_5, day

if TYPE_CHECKING:
    from random import Random

CONFIG = ResolveConfig(fusion_days=3, theme_overlap=0.2)


def ref(document: str = "d1", start: int = 10) -> MentionRef:
    """A mention of five characters."""
    return MentionRef(document=document, span=Span(start, start + 5))


def reading(  # noqa: PLR0913 (what a reading can differ in)
    document: str = "d1",
    start: int = 10,
    *,
    actor: str | tuple[str, ...] = "state:nd",
    recipient: str | tuple[str, ...] = "state:sd",
    theme: str = "",
    about: str | None = None,
    action: str = "pay",
    type: str | None = "AID",  # noqa: A002 (the name of the field)
    published: date | None = MARCH_5,
    time: Time | None = None,
    reciprocal: bool = False,
) -> EventReading:
    """A reading that Norland paid Sudria, with what differs; ``about`` is the entity that is the theme."""
    parties = [
        Participant(role=role, mention=ref(document, start), words=entity, entity=entity)
        for role, entities in ((RoleName.ACTOR, actor), (RoleName.RECIPIENT, recipient))
        for entity in ((entities,) if isinstance(entities, str) else entities)
        if entity
    ]
    themes = [Participant(role=RoleName.THEME, mention=ref(document, start), words=theme, entity=about)]
    return EventReading(
        mention=ref(document, start),
        action=action,
        type=type,
        mode=None,
        participants=tuple(parties + (themes if theme or about else [])),
        reciprocal=reciprocal,
        time=time,
        published=published,
    )


def claim(  # noqa: PLR0913 (what a claim can differ in)
    mention: MentionRef | None = None,
    *,
    own_voice: bool = True,
    genre: Genre | None = Genre.REPORT,
    polarity: Polarity = Polarity.POSITIVE,
    certainty: Certainty = Certainty.CERTAIN,
    modality: Modality = Modality.ASSERTED,
    future: bool = False,
) -> Claim:
    """A report's certain claim in its own voice, with what differs."""
    mention = mention or ref()
    return Claim(
        mention=mention,
        authority="org:harbour-post" if own_voice else "mira-dahl",
        own_voice=own_voice,
        genre=genre,
        event=mention,
        modality=modality,
        polarity=polarity,
        certainty=certainty,
        future=future,
    )


def resolved(*readings: EventReading, genre: Genre | None = Genre.REPORT) -> list[Resolution]:
    """The resolutions of some readings, each claimed by its report."""
    documents = sorted({each.mention.document for each in readings})
    return [
        Resolution(
            document=document,
            readings=tuple(each for each in readings if each.mention.document == document),
            claims=tuple(claim(each.mention, genre=genre) for each in readings if each.mention.document == document),
        )
        for document in documents
    ]


def fused(*readings: EventReading) -> list[Event]:
    """The events of some readings."""
    return events(resolved(*readings), CONFIG)


def clusters(*readings: EventReading) -> list[list[str]]:
    """The documents of each event."""
    return [[each.mention.document for each in event.readings] for event in fused(*readings)]


ONE, TWO = reading("d1"), reading("d2")

# ------------------------------------------------------------------------------------------------ what is fused


def test_two_reports() -> None:
    """Two documents that tell of one action between the same parties tell of one event."""
    assert clusters(ONE, TWO) == [["d1", "d2"]]


def test_one_document() -> None:
    """A document that tells of one action between the same parties twice tells of one event."""
    assert clusters(ONE, reading("d1", 30)) == [["d1", "d1"]]


@pytest.mark.parametrize(
    "other",
    [
        reading("d1", 30, action="fund"),
        reading("d1", 30, actor=("state:nd", "state:us")),
        reading("d1", 30, recipient="state:us"),
        reading("d1", 30, recipient=""),
        reading("d1", 30, theme="wells"),
    ],
    ids=["action", "actors", "recipient", "no-recipient", "theme"],
)
def test_another_event_of_one_document(other: EventReading) -> None:
    """Within a document another action, party or theme is another event."""
    assert len(fused(ONE, other)) == 2


def test_other_day_of_one_document() -> None:
    """Within a document the same on another day is another event."""
    days = [reading("d1", start, time=day(2024, 3, start, Span(0, 3))) for start in (3, 4)]
    assert len(fused(*days)) == 2


@pytest.mark.parametrize(("other", "found"), [("the old harbour bridge", 1), ("the north tower", 2), ("", 2)])
@pytest.mark.parametrize("document", ["d1", "d2"])
def test_same_thing(document: str, other: str, found: int) -> None:
    """Where nobody is acted upon, one action of one actor on the same thing is one event, in one document or two."""
    one = reading("d1", recipient="", action="close", theme="the harbour bridge")
    assert len(fused(one, reading(document, 30, recipient="", action="close", theme=other))) == found


def test_same_thing_given_to_somebody() -> None:
    """Within a document what is given to somebody is not what is given to nobody named."""
    readings = [reading("d1", 10, theme="wells"), reading("d1", 30, recipient="", theme="wells")]
    assert len(fused(*readings)) == 2


def test_same_words_said() -> None:
    """Two events in which the same is said are not joined by it: a theme that is an event is no thing."""
    readings = [reading(name, recipient="", action="say", theme="Norland will pay") for name in ("d1", "d2")]
    themes = [replace(each.participants[-1], event=ref("d1", 40)) for each in readings]
    spoken = [
        replace(each, participants=(*each.participants[:-1], theme))
        for each, theme in zip(readings, themes, strict=True)
    ]
    assert len(fused(*spoken)) == 2


def test_lifted_parties() -> None:
    """A body and its state are one party across documents when they are lifted, and not otherwise."""
    body = reading("d2", actor="gov:nd-foreign-ministry")
    lifted = {"gov:nd-foreign-ministry": "state:nd"}
    documents = resolved(ONE, body)
    assert len(events(documents, CONFIG)) == 2
    (event,) = events(documents, CONFIG, lift=lambda entity: lifted.get(entity, entity))
    assert event.readings == (ONE, body)


@pytest.mark.parametrize(
    "other",
    [
        replace(TWO, action="lend"),
        reading("d2", actor="state:us"),
        reading("d2", recipient="state:us"),
        reading("d2", actor="state:sd", recipient="state:nd"),
        reading("d2", recipient=""),
        reading("d2", actor=""),
        reading("d2", published=None),
        reading("d2", published=MARCH_5 + timedelta(days=4)),
        reading("d2", published=MARCH_5 - timedelta(days=4)),
    ],
    ids=[
        "action", "actor", "recipient", "direction", "no-recipient", "no-actor", "undated", "later",
        "earlier",
    ],
)  # fmt: skip
def test_another_event(other: EventReading) -> None:
    """Another action, party, direction or day is another event."""
    assert clusters(ONE, other) == [["d1"], ["d2"]]


def test_days_apart() -> None:
    """Reports as far apart as the configuration says still tell of one event."""
    assert clusters(ONE, reading("d2", published=MARCH_5 + timedelta(days=3))) == [["d1", "d2"]]


@pytest.mark.parametrize("other", ["COERCE", None])
def test_type(other: str | None) -> None:
    """One action of the same parties on one day is one event, whatever type its words gave it."""
    assert clusters(ONE, replace(TWO, type=other)) == [["d1", "d2"]]


def test_chain() -> None:
    """What is one event with a third is not one event, if reported too far apart: events do not go on by chains."""
    later, last = (MARCH_5 + timedelta(days=days) for days in (3, 6))
    assert clusters(ONE, reading("d2", published=later), reading("d3", published=last)) == [["d1", "d2"], ["d3"]]


def test_themes_share_words() -> None:
    """Themes that share words are one, and small words do not count."""
    one, two = reading("d1", theme="three wells for the north"), reading("d2", theme="a grant for wells")
    assert clusters(one, two) == [["d1", "d2"]]


def test_themes_share_small_words() -> None:
    """Themes that share only small words are two events."""
    one, two = reading("d1", theme="a well for the north"), reading("d2", theme="a mast for the harbour")
    assert clusters(one, two) == [["d1"], ["d2"]]


def test_themes_of_other_actions() -> None:
    """Another verb of the same type tells of one event when the themes share words."""
    one, two = reading("d1", theme="wells"), reading("d2", theme="wells", action="fund")
    assert clusters(one, two) == [["d1", "d2"]]


@pytest.mark.parametrize(("other", "expected"), [(4, [["d1", "d2"]]), (5, [["d1"], ["d2"]])])
def test_dated(other: int, expected: list[list[str]]) -> None:
    """Two readings that the text dates are one event only when the days overlap."""
    one = reading("d1", time=day(2024, 3, 4, Span(0, 3)))
    assert clusters(one, reading("d2", time=day(2024, 3, other, Span(0, 3)))) == expected


@pytest.mark.parametrize(
    ("bound", "expected"), [("earliest", [["d1", "d2"]]), ("latest", [["d1"], ["d2"]])], ids=["until", "since"]
)
def test_dated_on_one_side(bound: str, expected: list[list[str]]) -> None:
    """A time that is open on one side rules out what lies behind the other: the fourth is no day since the fifth."""
    one = reading("d1", time=day(2024, 3, 4, Span(0, 3)))
    time = day(2024, 3, 5, Span(0, 3))
    open_time = replace(time, earliest=None) if bound == "earliest" else replace(time, latest=None)
    assert clusters(one, reading("d2", time=open_time)) == expected


def test_dated_and_undated() -> None:
    """A reading without a day of its own can be of one event with a dated one."""
    assert clusters(reading("d1", time=day(2024, 3, 4, Span(0, 3))), TWO) == [["d1", "d2"]]


def test_reciprocal() -> None:
    """A meeting is one event, whoever of the two is told first."""
    met = reading("d1", actor=("state:nd", "state:sd"), recipient="", action="meet", type="CONSULT", reciprocal=True)
    turned = reading("d2", actor="state:sd", recipient="state:nd", action="meet", type="CONSULT")
    assert clusters(met, turned) == [["d1", "d2"]]


def test_parties_of_one_document() -> None:
    """Parties that only their own documents know are no sign of one event."""
    one, two = (reading(name, recipient=f"dockers-{name}") for name in ("d1", "d2"))
    assert clusters(one, two) == [["d1"], ["d2"]]


def test_shared_party_of_several() -> None:
    """One shared actor and one shared recipient are enough."""
    assert clusters(ONE, reading("d2", actor=("state:us", "state:nd"))) == [["d1", "d2"]]


# ------------------------------------------------------------------------------------------------ ids and order


def test_earliest_member() -> None:
    """The id of an event is its earliest report, whatever the ids of the documents."""
    early = reading("d2", published=MARCH_5 - timedelta(days=1))
    (event,) = fused(ONE, early)
    assert event.id == early.mention
    assert [each.mention.document for each in event.readings] == ["d2", "d1"]


def test_same_day() -> None:
    """Of reports of one day the document's id decides."""
    (event,) = fused(reading("d2"), reading("d1", 90))
    assert event.id == ref("d1", 90)


def test_sorted() -> None:
    """Events are sorted by id."""
    found = [event.id for event in fused(reading("d2", type="COERCE"), reading("d1", 40), reading("d1", 20))]
    assert found == sorted(found)


PARTIES = st.sampled_from(["state:nd", "state:sd", "state:us", ("state:nd", "state:us")])
READINGS = st.lists(
    st.builds(
        reading,
        st.sampled_from(["d1", "d2", "d3", "d4"]),
        st.integers(0, 5),
        actor=PARTIES,
        recipient=PARTIES,
        theme=st.sampled_from(["", "wells", "wells in the north", "a mast"]),
        type=st.sampled_from(["AID", "CONSULT", None]),
        published=st.sampled_from([None, MARCH_5, MARCH_5 + timedelta(days=2), MARCH_5 + timedelta(days=5)]),
        reciprocal=st.booleans(),
    ),
    max_size=9,
    unique_by=lambda each: each.mention,
)


@given(READINGS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_makes_no_difference(readings: list[EventReading], random: Random) -> None:
    """Documents in another order, and readings in another order, give the same events and the same triples."""
    documents = resolved(*readings)
    shuffled = [replace(each, readings=each.readings[::-1], claims=each.claims[::-1]) for each in documents]
    random.shuffle(shuffled)
    one, two = events(documents, CONFIG), events(shuffled, CONFIG)
    assert one == two
    made = [claim for each in documents for claim in each.claims]
    assert facts(one, made) == facts(two[::-1], made[::-1])


@given(READINGS)
@settings(deadline=None)
def test_each_reading_once(readings: list[EventReading]) -> None:
    """Every reading is in exactly one event, whose id is one of its readings."""
    found = fused(*readings)
    assert sorted(each.mention for event in found for each in event.readings) == sorted(r.mention for r in readings)
    assert all(event.id == event.readings[0].mention for event in found)


# ------------------------------------------------------------------------------------------------ counts of reports


def test_reports() -> None:
    """An event counts the documents that report it."""
    (event,) = fused(ONE, TWO)
    assert (event.reports, event.independent_reports) == (2, 2)


@pytest.mark.parametrize("genre", [Genre.OPINION, Genre.LETTER])
def test_independent_reports(genre: Genre) -> None:
    """Opinions and letters are no independent reports."""
    (event,) = events([*resolved(ONE), *resolved(TWO, genre=genre)], CONFIG)
    assert (event.reports, event.independent_reports) == (2, 1)


# ------------------------------------------------------------------------------------------------ factuality

NO = Polarity.NEGATIVE
UNSURE = [certainty for certainty in Certainty if certainty is not Certainty.CERTAIN]
UNASSERTED = [modality for modality in Modality if modality is not Modality.ASSERTED]


def test_fact() -> None:
    """What a report affirms in its own voice, certain and not future, is a fact."""
    assert factuality([claim()]) is Factuality.FACT


def test_counterfact() -> None:
    """What a report so denies, and nobody so affirms, is a counterfact."""
    assert factuality([claim(polarity=NO)]) is Factuality.COUNTERFACT


def test_nobody_claims() -> None:
    """What nobody claims is uncommitted."""
    assert factuality([]) is Factuality.UNCOMMITTED


@pytest.mark.parametrize("polarity", list(Polarity))
@pytest.mark.parametrize("certainty", UNSURE)
def test_unsure(polarity: Polarity, certainty: Certainty) -> None:
    """What is less than certain is neither fact nor counterfact."""
    assert factuality([claim(polarity=polarity, certainty=certainty)]) is Factuality.UNCOMMITTED


@pytest.mark.parametrize("polarity", list(Polarity))
@pytest.mark.parametrize("modality", UNASSERTED)
def test_not_asserted(polarity: Polarity, modality: Modality) -> None:
    """What is requested, promised, threatened, alleged or conditional is neither fact nor counterfact."""
    assert factuality([claim(polarity=polarity, modality=modality)]) is Factuality.UNCOMMITTED


@pytest.mark.parametrize("polarity", list(Polarity))
def test_future(polarity: Polarity) -> None:
    """What is still to come is neither fact nor counterfact."""
    assert factuality([claim(polarity=polarity, future=True)]) is Factuality.UNCOMMITTED


@pytest.mark.parametrize("polarity", list(Polarity))
@pytest.mark.parametrize("genre", [Genre.OPINION, Genre.LETTER, None])
def test_opinion(polarity: Polarity, genre: Genre | None) -> None:
    """What only an opinion, a letter or a text of no known genre says is neither fact nor counterfact."""
    assert factuality([claim(polarity=polarity, genre=genre)]) is Factuality.UNCOMMITTED


@pytest.mark.parametrize("polarity", list(Polarity))
def test_only_quoted(polarity: Polarity) -> None:
    """What a report only quotes is neither fact nor counterfact."""
    assert factuality([claim(polarity=polarity, own_voice=False)]) is Factuality.UNCOMMITTED


DENIALS = [
    claim(polarity=NO),
    claim(polarity=NO, own_voice=False),
    claim(polarity=NO, genre=Genre.OPINION),
    claim(polarity=NO, genre=Genre.OPINION, own_voice=False),
]


@pytest.mark.parametrize("denial", DENIALS, ids=["report", "quoted", "opinion", "quoted-in-opinion"])
def test_disputed(denial: Claim) -> None:
    """What one affirms and another denies, both certain, is disputed, whoever they are; it wins over a fact."""
    assert factuality([claim(), denial]) is Factuality.DISPUTED


@pytest.mark.parametrize("denial", DENIALS[:1])
def test_disputed_counterfact(denial: Claim) -> None:
    """A counterfact that somebody quoted affirms is disputed."""
    assert factuality([denial, claim(own_voice=False)]) is Factuality.DISPUTED


def test_disputed_without_a_report() -> None:
    """What two quoted authorities say against each other is disputed."""
    assert factuality([claim(own_voice=False), claim(own_voice=False, polarity=NO)]) is Factuality.DISPUTED


@pytest.mark.parametrize(
    "denial",
    [
        *(claim(polarity=NO, own_voice=False, certainty=certainty) for certainty in UNSURE),
        *(claim(polarity=NO, own_voice=False, modality=modality) for modality in UNASSERTED),
        claim(polarity=NO, own_voice=False, future=True),
    ],
    ids=[*UNSURE, *UNASSERTED, "future"],
)
def test_not_disputed(denial: Claim) -> None:
    """A denial that is unsure, not asserted or about the future does not dispute a fact."""
    assert factuality([claim(), denial]) is Factuality.FACT


@given(
    st.lists(st.sampled_from([claim(), *DENIALS, claim(own_voice=False), claim(future=True)])).flatmap(st.permutations)
)
@settings(deadline=None)
def test_order_of_claims(claims: list[Claim]) -> None:
    """What claims amount to does not depend on their order or number."""
    assert factuality(claims) is factuality([*claims[::-1], *claims])


def test_certain() -> None:
    """A claim is certain by certainty, modality and time, whoever makes it and whichever way."""
    assert is_certain(claim(own_voice=False, genre=Genre.OPINION, polarity=NO))


def test_factuality_over_all_reports() -> None:
    """The claims of all reports of one event count: one denies, so it is disputed."""
    documents = resolved(ONE, TWO)
    denied = replace(documents[1], claims=(claim(TWO.mention, polarity=NO),))
    assert [event.factuality for event in events([documents[0], denied], CONFIG)] == [Factuality.DISPUTED]


def test_claims_without_an_event() -> None:
    """A bare quotation says nothing of any event."""
    (document,) = resolved(ONE)
    bare = Claim(mention=ONE.mention, authority="mira-dahl", genre=Genre.REPORT, polarity=NO, text="No.")
    (event,) = events([replace(document, claims=(*document.claims, bare))], CONFIG)
    assert event.factuality is Factuality.FACT


# ------------------------------------------------------------------------------------------------ plain triples


def triples(*readings: EventReading, made: list[Claim] | None = None) -> list[tuple[str, str, str]]:
    """The plain triples of some readings, each a report's fact unless ``made`` says otherwise."""
    made = [claim(each.mention) for each in readings] if made is None else made
    documents = [
        Resolution(
            document=each.mention.document,
            readings=(each,),
            claims=tuple(c for c in made if c.event == each.mention),
        )
        for each in readings
    ]
    return [(fact.subject, fact.action, fact.object) for fact in facts(events(documents, CONFIG), made)]


def test_triple() -> None:
    """A fact gives actor, action and recipient, with the mention that says so."""
    assert facts(fused(ONE), [claim(ONE.mention)]) == [
        PlainTriple(subject="state:nd", action="pay", object="state:sd", mention=ONE.mention)
    ]


@pytest.mark.parametrize(
    "other",
    [
        claim(polarity=NO),
        claim(own_voice=False),
        claim(genre=Genre.OPINION),
        claim(certainty=Certainty.PROBABLE),
        claim(modality=Modality.PROMISED),
        claim(future=True),
    ],
    ids=["denied", "quoted", "opinion", "probable", "promised", "future"],
)
def test_no_triple(other: Claim) -> None:
    """What is no fact gives no triple."""
    assert triples(ONE, made=[other]) == []


def test_disputed_gives_no_triple() -> None:
    """A disputed event gives no triple, though a report affirms it."""
    assert triples(ONE, TWO, made=[claim(ONE.mention), claim(TWO.mention, polarity=NO)]) == []


def test_only_the_affirming_mention() -> None:
    """Of a fact's mentions only those that affirm it give triples."""
    quoted = reading("d2", actor=("state:nd", "state:us"))
    assert triples(ONE, quoted, made=[claim(ONE.mention), claim(quoted.mention, own_voice=False)]) == [
        ("state:nd", "pay", "state:sd")
    ]


def test_never_from_the_union() -> None:
    """Two mentions with other actors and recipients give their own pairs, not the cross product."""
    one = reading("d1", actor=("state:nd", "state:us"), recipient="state:sd")
    two = reading("d2", actor="state:nd", recipient=("state:sd", "state:es"))
    assert len(fused(one, two)) == 1
    assert sorted(set(triples(one, two))) == [
        ("state:nd", "pay", "state:es"),
        ("state:nd", "pay", "state:sd"),
        ("state:us", "pay", "state:sd"),
    ]


def test_theme_as_object() -> None:
    """Without a recipient a theme that is an entity is the object."""
    assert triples(reading(recipient="", about="org:who")) == [("state:nd", "pay", "org:who")]


def test_recipient_before_theme() -> None:
    """With a recipient the theme is no object."""
    assert triples(reading(about="org:who")) == [("state:nd", "pay", "state:sd")]


@pytest.mark.parametrize("theme", ["", "three wells"])
def test_words_are_no_object(theme: str) -> None:
    """A theme of words only, or none at all, gives no triple."""
    assert triples(reading(recipient="", theme=theme)) == []


def test_theme_that_is_an_event() -> None:
    """A theme that is an event is no object of a plain triple, though a name stands in it."""
    plain = reading(recipient="", about="org:who")
    theme = replace(plain.participants[-1], event=ref("d1", 40))
    assert triples(replace(plain, participants=(*plain.participants[:-1], theme))) == []


def test_no_actor() -> None:
    """Without an actor there is no triple."""
    assert triples(reading(actor="")) == []


def test_on_oneself() -> None:
    """What somebody does to himself is no triple."""
    assert triples(reading(recipient="state:nd")) == []


def test_reciprocal_both_ways() -> None:
    """A reciprocal event gives each ordered pair of its parties."""
    met = reading(actor=("state:nd", "state:sd", "state:us"), recipient="", action="meet", reciprocal=True)
    pairs = [(a, b) for a in ("nd", "sd", "us") for b in ("nd", "sd", "us") if a != b]
    assert triples(met) == [(f"state:{a}", "meet", f"state:{b}") for a, b in pairs]


def test_not_reciprocal() -> None:
    """Two who do something together do nothing to each other."""
    assert triples(reading(actor=("state:nd", "state:sd"), recipient="")) == []


def test_action_of_the_event() -> None:
    """Two reports of one event by other verbs give a triple each, of the action that each tells."""
    late = reading("d1", theme="wells", action="fund", published=MARCH_5 + timedelta(days=1))
    early = reading("d2", theme="wells", action="pay")
    assert triples(late, early) == [("state:nd", action, "state:sd") for action in ("fund", "pay")]


def test_triples_are_sorted() -> None:
    """Triples are sorted, and one of two mentions stands for each."""
    found = facts(fused(ONE, TWO), [claim(TWO.mention), claim(ONE.mention)])
    assert [fact.mention.document for fact in found] == ["d1", "d2"]


@pytest.mark.parametrize(("polarity", "one"), [(Polarity.NEGATIVE, False), (Polarity.POSITIVE, True)])
def test_two_who_did_not_reply(polarity: Polarity, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """That two did not reply are two events."""
    first, second = (
        traits(
            resolved(
                replace(
                    reading(document, actor=actor, recipient=""),
                    around=Surroundings(speech=True, polarity=polarity),
                )
            )[0],
            str,
        )[0]
        for document, actor in (("d1", "clerk-d1"), ("d2", "driver-d2"))
    )
    assert (Rules(CONFIG).apart(first, second) is None) is one
