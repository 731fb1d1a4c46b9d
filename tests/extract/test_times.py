"""Dates and weekdays, against a day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.times import normalise
from kg.model import Span, TimePrecision

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


@pytest.mark.parametrize("words", ["recently", "the weekend", "two days", "a Maybe 3"])
def test_what_cannot_be_told(words: str) -> None:
    """What names no day, week, month or year is left out."""
    assert bounds(words) is None


def test_span_is_kept() -> None:
    """A time says which words it was read from."""
    time = normalise("yesterday", Span(4, 13), published=PUBLISHED)
    assert time is not None
    assert (time.span, time.precision) == (Span(4, 13), TimePrecision.DAY)
