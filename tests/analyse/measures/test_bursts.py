"""Bursts in events that are few enough to count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import log

import pytest

from kg.analyse import measures
from kg.analyse.occurrences import Occurrence, Occurrences
from kg.errors import ConfigError, NotFoundError


def days(*counts: tuple[int, int]) -> Occurrences:
    """For each day of March the number of riots that z takes part in, over water, and of other events of a."""
    riot = Occurrence(
        event="", on=None, type="PROTEST-riot", entities=("ent:z",), words=("the price of Water in Norland",)
    )
    other = Occurrence(event="", on=None, entities=("ent:a",))
    kinds = [
        (date(2024, 3, day), kind)
        for day, (ours, others) in enumerate(counts, start=1)
        for kind in [riot] * ours + [other] * others
    ]
    made = (replace(kind, event=f"event:{number}", on=on) for number, (on, kind) in enumerate(kinds))
    return Occurrences(events=tuple(made), labels={"ent:a": "Sudria", "ent:z": "Zeyla"})


BURST = days((1, 9), (1, 9), (8, 2), (7, 3), (1, 9), (1, 9))


def test_a_burst() -> None:
    """Two days with eight and seven of ten, where 19 of 60 are usual."""
    (row,) = measures.bursts(BURST, "ent:z", by="day")
    assert (row.since, row.until, row.events, row.total) == (date(2024, 3, 3), date(2024, 3, 4), 15, 20)
    assert (row.rank, row.usual) == (1, round(19 / 60, 9))


def test_the_weight_of_a_burst_by_hand() -> None:
    """At twice the usual share: 15 times log 2, and 5 times the logarithm of what is left of the others."""
    (row,) = measures.bursts(BURST, "ent:z", by="day")
    assert row.weight == pytest.approx(15 * log(2) + 5 * log((1 - 38 / 60) / (1 - 19 / 60)), abs=1e-8)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("ent:z", ("entity", "ent:z", "Zeyla")),
        ("zeyla", ("entity", "ent:z", "Zeyla")),
        ("PROTEST", ("type", "PROTEST", "PROTEST")),
        ("PROTEST-riot", ("type", "PROTEST-riot", "PROTEST-riot")),
        ("price of  water", ("words", "price of  water", "price of  water")),
    ],
)
def test_what_a_name_may_be(name: str, subject: tuple[str, ...]) -> None:
    """An id, a label, a type with its modes, or words of themes, in any case of letters, all give the same burst."""
    (row,) = measures.bursts(BURST, name, by="day")
    assert (row.subject, row.name, row.label) == subject
    assert (row.since, row.events) == (date(2024, 3, 3), 15)


def test_words_are_whole() -> None:
    """Part of a word is not what the events are about."""
    with pytest.raises(NotFoundError, match="no event here is about an entity, a type or words called 'ater'"):
        measures.bursts(BURST, "ater", by="day")


def test_a_name_that_is_nothing() -> None:
    """A name that means nothing is refused with the nearest entity."""
    with pytest.raises(NotFoundError, match="did you mean 'Zeyla'"):
        measures.bursts(BURST, "Zeila")


def test_a_label_of_several() -> None:
    """A label that two entities bear is refused with their ids."""
    found = Occurrences(events=BURST.events, labels={"ent:a": "Springfield", "ent:z": "Springfield"})
    with pytest.raises(NotFoundError, match="several actors \\(ent:a, ent:z\\)"):
        measures.bursts(found, "Springfield")


def test_the_bursts_of_all() -> None:
    """Without a name, those of every entity and type: z and the protests burst together, and nobody else."""
    rows = measures.bursts(BURST, by="day")
    assert [(row.rank, row.subject, row.label) for row in rows] == [(1, "entity", "Zeyla"), (2, "type", "PROTEST")]


def test_two_bursts_the_stronger_first() -> None:
    """Of two bursts the one of more events comes first, though it is later."""
    rows = measures.bursts(days((6, 4), (0, 10), (0, 10), (9, 1), (0, 10), (0, 10)), "ent:z", by="day")
    assert [(row.since.day, row.events) for row in rows] == [(4, 9), (1, 6)]


def test_no_burst_where_all_is_as_usual() -> None:
    """Three of ten every day is no burst, and that is said."""
    rows = measures.bursts(days(*[(3, 7)] * 6), "ent:z", by="day")
    assert (rows, rows.note) == ((), "no burst among 60 events in 6 days that have any")


def test_events_without_a_date_are_left_out() -> None:
    """An event without a day counts in no period, and that is said."""
    undated = Occurrence(event="event:u", on=None, entities=("ent:z",))
    rows = measures.bursts(Occurrences(events=(*BURST.events, undated), labels=BURST.labels), "ent:z", by="day")
    assert (rows[0].events, rows.note) == (
        15,
        "among 60 events in 6 days that have any, 1 event without a date left out",
    )


def test_no_dates_at_all() -> None:
    """Where no event has a day, that is the reason."""
    found = Occurrences(events=(Occurrence(event="event:u", on=None),))
    assert measures.bursts(found).note == "none of 1 event has a date"


def test_a_dear_burst_is_none() -> None:
    """A high price of entering leaves no burst."""
    assert measures.bursts(BURST, "ent:z", by="day", gamma=100.0) == ()


@pytest.mark.parametrize("setting", [{"times": 1.0}, {"gamma": -1.0}])
def test_settings_out_of_range(setting: dict[str, float]) -> None:
    """A burst of the usual share, or one that pays, is refused."""
    with pytest.raises(ConfigError, match="expected times above 1 and a gamma of 0 or more"):
        measures.bursts(BURST, **setting)  # type: ignore[arg-type]  # by name


def test_an_unknown_period() -> None:
    """A period that does not exist is refused."""
    with pytest.raises(ConfigError, match="period 'year' is unknown"):
        measures.bursts(BURST, by="year")  # type: ignore[arg-type]  # what the test is about
