"""Dates and weekdays, against a day of publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.times import normalise
from kg.model import RoleName, Span, TimePrecision
from tests.extract.conftest import event, parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc

# A Thursday.
PUBLISHED = date(2024, 5, 16)


def bounds(words: str, *, published: date | None = PUBLISHED, future: bool = False) -> tuple[str, str, str] | None:
    """First day, last day, precision."""
    time = normalise(words, Span(0, len(words)), published=published, future=future)
    return (str(time.earliest), str(time.latest), time.precision.value) if time else None


@pytest.mark.parametrize(
    "words",
    ["23 December 2023", "December 23, 2023", "Dec. 23, 2023", "23rd of December, 2023", "2023-12-23", "23 Dec 2023"],
)
def test_full_date(words: str) -> None:
    """A date with its year needs no day of publication."""
    assert bounds(words, published=None) == ("2023-12-23", "2023-12-23", "day")


@pytest.mark.parametrize("words", ["31 February", "2024-13-01", "45 May"])
def test_impossible_date(words: str) -> None:
    """A day that the calendar lacks is none."""
    assert bounds(words) is None


@pytest.mark.parametrize(
    ("published", "expected"), [(date(2024, 1, 5), "2023-12-23"), (date(2024, 12, 30), "2024-12-23")]
)
def test_date_without_year(published: date, expected: str) -> None:
    """Without a year, the nearest such day is meant."""
    assert bounds("December 23", published=published) == (expected, expected, "day")


def test_date_without_year_or_publication() -> None:
    """Without a year and a day of publication it cannot be told."""
    assert bounds("December 23", published=None) is None


def test_leap_day_without_year() -> None:
    """29 February is in the year that has one."""
    assert bounds("29 February", published=date(2025, 1, 10)) == ("2024-02-29", "2024-02-29", "day")


def test_month() -> None:
    """A month has all its days."""
    assert bounds("February 2024") == ("2024-02-01", "2024-02-29", "month")


@pytest.mark.parametrize("words", ["2023", "in 2023", "the year 2023"])
def test_year(words: str) -> None:
    """A year has all its days."""
    assert bounds(words) == ("2023-01-01", "2023-12-31", "year")


def test_number_that_is_no_year() -> None:
    """A number inside other words is no year."""
    assert bounds("2023 people") is None


@pytest.mark.parametrize(
    ("words", "expected"), [("today", "2024-05-16"), ("yesterday", "2024-05-15"), ("tomorrow", "2024-05-17")]
)
def test_day_beside_publication(words: str, expected: str) -> None:
    """*Yesterday*, *today*, *tomorrow* count from the day of publication."""
    assert bounds(words) == (expected, expected, "day")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tuesday", "2024-05-14"),
        ("Thursday", "2024-05-16"),
        ("Friday", "2024-05-10"),
        ("Tuesday evening", "2024-05-14"),
    ],
)
def test_weekday(words: str, expected: str) -> None:
    """A weekday is the last one up to the day of publication."""
    assert bounds(words) == (expected, expected, "day")


@pytest.mark.parametrize(("words", "expected"), [("Tuesday", "2024-05-21"), ("Friday", "2024-05-17")])
def test_weekday_to_come(words: str, expected: str) -> None:
    """Of what is to come, a weekday is the next one."""
    assert bounds(words, future=True) == (expected, expected, "day")


def test_next_weekday() -> None:
    """*Next* says so itself."""
    assert bounds("next Tuesday") == ("2024-05-21", "2024-05-21", "day")


def test_next_weekday_of_the_same_name() -> None:
    """On a Thursday, next Thursday is a week away."""
    assert bounds("next Thursday") == ("2024-05-23", "2024-05-23", "day")


def test_last_weekday_of_the_same_name() -> None:
    """On a Thursday, last Thursday is a week ago."""
    assert bounds("last Thursday") == ("2024-05-09", "2024-05-09", "day")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("last week", ("2024-05-06", "2024-05-12", "week")),
        ("this week", ("2024-05-13", "2024-05-19", "week")),
        ("next week", ("2024-05-20", "2024-05-26", "week")),
        ("last month", ("2024-04-01", "2024-04-30", "month")),
        ("next month", ("2024-06-01", "2024-06-30", "month")),
        ("this year", ("2024-01-01", "2024-12-31", "year")),
        ("last year", ("2023-01-01", "2023-12-31", "year")),
    ],
)
def test_unit(words: str, expected: tuple[str, str, str]) -> None:
    """Last, this and next week, month and year, weeks from Monday."""
    assert bounds(words) == expected


def test_month_over_the_turn_of_the_year() -> None:
    """In January, last month is in the year before."""
    assert bounds("last month", published=date(2024, 1, 5)) == ("2023-12-01", "2023-12-31", "month")


def test_relative_day_without_publication() -> None:
    """Without a day of publication, *yesterday* cannot be told."""
    assert bounds("yesterday", published=None) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("since 2021", "2021-01-01", "None"),
        ("until Friday", "None", "2024-05-10"),
        ("before 2019", "None", "2018-12-31"),
        ("after March 5", "2024-03-06", "None"),
        ("by the end of the month", "None", "2024-05-31"),
        ("the coming weeks", "2024-05-16", "None"),
    ],
)
def test_open_bound(words: str, first: str, last: str) -> None:
    """*Since* has no end, *until* no beginning."""
    assert bounds(words) == (first, last, "range")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from March to May", "2024-03-01", "2024-05-31"),
        ("from November to February", "2023-11-01", "2024-02-29"),
        ("between 2019 and 2021", "2019-01-01", "2021-12-31"),
        ("2019-20", "2019-01-01", "2020-12-31"),
        ("March 5-7", "2024-03-05", "2024-03-07"),
        ("Monday to Wednesday", "2024-05-13", "2024-05-15"),
        ("Monday and Tuesday", "2024-05-13", "2024-05-14"),
    ],
)
def test_from_one_to_another(words: str, first: str, last: str) -> None:
    """A stretch has the first day of the one and the last day of the other."""
    assert bounds(words) == (first, last, "range")


def test_two_days_apart() -> None:
    """*Monday and Wednesday* are no stretch, and no one day either."""
    assert bounds("Monday and Wednesday") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the 1990s", ("1990-01-01", "1999-12-31", "decade")),
        ("the third quarter of 2023", ("2023-07-01", "2023-09-30", "quarter")),
        ("last quarter", ("2024-01-01", "2024-03-31", "quarter")),
        ("the first half of last year", ("2023-01-01", "2023-06-30", "range")),
        ("early 2022", ("2022-01-01", "2022-04-30", "range")),
        ("late last month", ("2024-04-21", "2024-04-30", "range")),
        ("earlier this year", ("2024-01-01", "2024-05-16", "range")),
        ("later this week", ("2024-05-16", "2024-05-19", "range")),
        ("the weekend", ("2024-05-11", "2024-05-12", "range")),
    ],
)
def test_stretch(words: str, expected: tuple[str, str, str]) -> None:
    """Quarters, halves, decades and parts of them have their own bounds."""
    assert bounds(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two days ago", ("2024-05-14", "2024-05-14", "day")),
        ("two weeks ago", ("2024-04-29", "2024-05-05", "week")),
        ("ten years ago", ("2014-01-01", "2014-12-31", "year")),
        ("more than two years ago", ("None", "2022-12-31", "range")),
        ("the past two weeks", ("2024-05-02", "2024-05-16", "range")),
        ("the next five years", ("2024-05-16", "2029-05-16", "range")),
    ],
)
def test_counted_from_publication(words: str, expected: tuple[str, str, str]) -> None:
    """How long ago is as exact as its unit; the past two weeks end with the day of publication."""
    assert bounds(words) == expected


@pytest.mark.parametrize(
    ("future", "expected"), [(False, "2023-08-01"), (True, "2024-08-01"), (None, "2024-08-01")], ids=str
)
def test_month_without_year(future: bool | None, expected: str) -> None:  # noqa: FBT001 (a case, not a switch)
    """A month is the last that has begun, of what is to come the next, else the nearest."""
    time = normalise("in August", Span(0, 9), published=PUBLISHED, future=future)
    assert time is not None
    assert (str(time.earliest), time.precision) == (expected, TimePrecision.MONTH)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("for three months", "P3M"), ("two weeks", "P14D"), ("half an hour", "PT30M"), ("two-day", "P2D")],
)
def test_duration(words: str, expected: str) -> None:
    """How long something took is no day."""
    time = normalise(words, Span(0, len(words)), published=PUBLISHED)
    assert time is not None
    assert (time.earliest, time.latest, time.duration) == (None, None, expected)


@pytest.mark.parametrize("words", ["a day", "more than two years", "in two weeks", "within two days"])
def test_no_duration(words: str) -> None:
    """A rate, an inexact number and a deadline are not how long something took."""
    assert bounds(words) is None


@pytest.mark.parametrize(
    "words",
    [
        *("every Tuesday", "Sundays", "three days later", "the next day", "the same week", "48-year-old", "49"),
        *("the third quarter", "last season", "Good Friday", "5 p.m.", "05/03/2013", "99 years old", "the day"),
    ],
)
def test_what_names_no_day_of_its_own(words: str) -> None:
    """What recurs, ages, quarters of a match and what counts from another event are left out."""
    assert bounds(words) is None


@pytest.mark.parametrize("words", ["recently", "a Maybe 3"])
def test_what_cannot_be_told(words: str) -> None:
    """What names no day, week, month or year is left out."""
    assert bounds(words) is None


def test_span_is_kept() -> None:
    """A time says which words it was read from."""
    time = normalise("yesterday", Span(4, 13), published=PUBLISHED)
    assert time is not None
    assert (time.span, time.precision) == (Span(4, 13), TimePrecision.DAY)


# ------------------------------------------------------------------------------------------------ whose time it is


def dated(doc: Doc, word: str) -> str:
    """First day, last day and duration of the event at ``word``."""
    time = event(doc, word, published=PUBLISHED).time
    return f"{time.earliest} {time.latest} {time.duration}" if time else "undated"


def test_preposition_belongs_to_the_time() -> None:
    """*Since* before a date opens its end."""
    doc = parsed("""
        Norland has    held/hold Sudria  since  Monday   .
        NNP/GPE VBZ    VBN       NNP/GPE IN     NNP/DATE .
        nsubj:3 aux:3  ROOT      dobj:3  prep:3 pobj:5   punct:3
    """)
    assert dated(doc, "held") == "2024-05-13 None None"


def test_time_of_an_event_noun() -> None:
    """A date before an event noun is that event's."""
    doc = parsed("""
        Sudria  condemned/condemn the   Tuesday    attack .
        NNP/GPE VBD               DT    NNP/DATE   NN     .
        nsubj:2 ROOT              det:5 compound:5 dobj:2 punct:2
    """)
    assert dated(doc, "attack") == "2024-05-14 2024-05-14 None"


def test_time_of_an_event_noun_only() -> None:
    """It is not that of the verb above."""
    doc = parsed("""
        Sudria  condemned/condemn the   Tuesday    attack .
        NNP/GPE VBD               DT    NNP/DATE   NN     .
        nsubj:2 ROOT              det:5 compound:5 dobj:2 punct:2
    """)
    assert dated(doc, "condemned") == "undated"


def test_date_of_a_thing_is_no_time() -> None:
    """*The 2016 law* says when the law is from, not when it was attacked."""
    doc = parsed("""
        Sudria  attacked/attack the   2016     law    .
        NNP/GPE VBD             DT    CD/DATE  NN     .
        nsubj:2 ROOT            det:5 nummod:5 dobj:2 punct:2
    """)
    assert dated(doc, "attacked") == "undated"


def test_how_long() -> None:
    """*For three months* is how long it was done."""
    doc = parsed("""
        Norland held/hold Sudria  for    three    months/month .
        NNP/GPE VBD       NNP/GPE IN     CD/DATE  NNS/DATE     .
        nsubj:2 ROOT      dobj:2  prep:2 nummod:6 pobj:4       punct:2
    """)
    assert dated(doc, "held") == "None None P3M"


def test_how_long_after() -> None:
    """*Three days after* is no duration."""
    doc = parsed("""
        Norland attacked/attack Sudria  three    days/day   after  the   talks  .
        NNP/GPE VBD             NNP/GPE CD/DATE  NNS/DATE   IN     DT    NNS    .
        nsubj:2 ROOT            dobj:2  nummod:5 npadvmod:6 prep:2 det:8 pobj:6 punct:2
    """)
    assert dated(doc, "attacked") == "undated"


def test_clause_of_a_time() -> None:
    """What happens when something else does happens on its day: "faces a vote on Friday when rebels try to leave"."""
    doc = parsed("""
        Norland faces/face a     vote   on     Friday      when     rebels/rebel try   .
        NNP/GPE VBZ        DT    NN     IN     NNP/DATE    WRB      NNS          VBP   .
        nsubj:2 ROOT       det:4 dobj:2 prep:2 pobj:5      advmod:9 nsubj:9      advcl:2 punct:2
    """)
    assert event(doc, "try", published=PUBLISHED).time is not None


def test_clause_of_another_time() -> None:
    """A clause with another conjunction has a time of its own."""
    doc = parsed("""
        Norland faces/face a     vote   on     Friday      because rebels/rebel try   .
        NNP/GPE VBZ        DT    NN     IN     NNP/DATE    IN      NNS          VBP   .
        nsubj:2 ROOT       det:4 dobj:2 prep:2 pobj:5      mark:9  nsubj:9      advcl:2 punct:2
    """)
    assert event(doc, "try", published=PUBLISHED).time is None


def test_day_behind_what_is_expected() -> None:
    """The day right behind what somebody expects is not of the expecting."""
    gloss = """
        Norland {}   profits/profit Friday     .
        NNP/GPE VBD  NNS            NNP/DATE   .
        nsubj:2 ROOT dobj:2         npadvmod:2 punct:2
    """
    assert dated(parsed(gloss.format("expected/expect")), "expected") == "undated"
    assert dated(parsed(gloss.format("hid/hide")), "hid") != "undated"


def test_year_of_who_somebody_was() -> None:
    """A date inside an apposition tells when somebody was what it says."""
    gloss = """
        Bell       ,       {}      in     2012    ,       spoke/speak .
        NNP/PERSON ,       NN      IN     CD/DATE ,       VBD         .
        nsubj:7    punct:1 {}      prep:3 pobj:4  punct:1 ROOT        punct:7
    """
    assert dated(parsed(gloss.format("envoy", "appos:1")), "spoke") == "undated"


def test_past_day_of_what_is_to_come() -> None:
    """What was pledged last week is not done then."""
    doc = parsed("""
        Norland pledged/pledge to    leave   last   week       .
        NNP/GPE VBD            TO    VB      JJ/DATE NN/DATE   .
        nsubj:2 ROOT           aux:4 xcomp:2 amod:6 npadvmod:4 punct:2
    """)
    assert event(doc, "leave", published=PUBLISHED).time is None


def test_hours_after() -> None:
    """*Hours after* something counts from it."""
    doc = parsed("""
        Norland attacked/attack hours/hour after  the   talks  .
        NNP/GPE VBD             NNS/TIME   IN     DT    NNS    .
        nsubj:2 ROOT            npadvmod:4 prep:2 det:6 pobj:4 punct:2
    """)
    assert dated(doc, "attacked") == "undated"


def test_with_days_to_go() -> None:
    """*With two days to go* is when something is, and no time of it."""
    doc = parsed("""
        With   two      days/day to    Friday   ,       Norland left/leave .
        IN     CD/DATE  NNS/DATE IN    NNP      ,       NNP/GPE VBD        .
        prep:8 nummod:3 pobj:1   prep:3 pobj:4  punct:8 nsubj:8 ROOT       punct:8
    """)
    assert not [role for role in event(doc, "left", published=PUBLISHED).roles if role.name is RoleName.TIME]
