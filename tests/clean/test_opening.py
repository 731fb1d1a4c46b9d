from __future__ import annotations

from datetime import date

import pytest

from kg.clean import days
from kg.clean.lines import stretches
from kg.clean.opening import Opening, dateline, stamp
from kg.model import Span

BODY = "The river rose on Sunday and the bridge was closed."


def opening(text: str) -> Opening | None:
    """The dateline of a text."""
    return dateline(text, stretches(text))


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("NORTHPORT:", "NORTHPORT"),
        ("GENEVA, March 3 (Reuters) —", "GENEVA"),
        ("KABUL/ISLAMABAD:", "KABUL/ISLAMABAD"),
        ("NAIROBI (AP) -", "NAIROBI"),
        ("NAIROBI, Kenya --", "NAIROBI, Kenya"),
        ("FLINT, Mich., Oct. 4 (UPI) —", "FLINT, Mich."),
        ("NEWPORT NEWS, Va. -", "NEWPORT NEWS, Va."),
        ("Kabul, 5 January 2024 –", "Kabul"),
        ("Nairobi (Reuters) -", "Nairobi"),
        ("BEIJING, AP —", "BEIJING"),
        ("PORT-AU-PRINCE:", "PORT-AU-PRINCE"),
        ("UNITED NATIONS -", "UNITED NATIONS"),
    ],
)
def test_datelines(head: str, place: str) -> None:
    """A dateline is found as papers write it; the place is without agency and day."""
    found = opening(f"{head} {BODY}")
    assert found == Opening(span=Span(0, len(head)), place=place, day=days.first(head))


@pytest.mark.parametrize(
    "text",
    [
        f"REPORT: {BODY}",
        "NORTHPORT: Bridge shut",
        f"Quill — who has been there — said this. {BODY}",
        f"Ada Quill (R) — a friend — said this. {BODY}",
        f"NORTHPORT-based papers said this. {BODY}",
        f"The mayor: {BODY}",
        f"UN: {BODY}",
        f"QUILL: {BODY}\nBROOK: {BODY}\nQUILL: {BODY}",
        f"{BODY}\n{BODY}\n{BODY}\nNORTHPORT: {BODY}",
    ],
)
def test_no_datelines(text: str) -> None:
    """Labels, headlines, asides, speakers and later paragraphs are no datelines."""
    assert opening(text) is None


def test_dateline_below_a_title() -> None:
    """A dateline may stand in the paragraph below the title."""
    found = opening(f"Bridge shut after flood\nNORTHPORT: {BODY}")
    assert found is not None
    assert found.place == "NORTHPORT"


def test_dateline_on_a_line_of_its_own() -> None:
    """A place in capitals with a day is a dateline without text behind it."""
    found = opening(f"NORTHPORT, May 7, 2024\n{BODY}")
    assert (found.place, found.day) == ("NORTHPORT", date(2024, 5, 7)) if found else None


def test_agency_alone() -> None:
    """An agency's name before the text is no place."""
    assert opening(f"(Reuters) - {BODY}") == Opening(span=Span(0, 11))


def test_day_without_a_year() -> None:
    """A dateline's day counts only with its year."""
    found = opening(f"GENEVA, March 3 (AP) - {BODY}")
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize("text", ["date 2024-05-08 It rained.", "Date: 8 May 2024\nIt rained."])
def test_stamps(text: str) -> None:
    """A stamp is found with and without a line of its own."""
    found = stamp(text, Span(0, len(text)))
    assert found is not None
    assert found.day == date(2024, 5, 8)


@pytest.mark.parametrize("text", ["Date palms grew here.", "It rained on date 2024-05-08 again."])
def test_no_stamps(text: str) -> None:
    """The word alone, or a date within the text, is no stamp."""
    assert stamp(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("November 23rd, 2023", date(2023, 11, 23)),
        ("23 Dec, 2024", date(2024, 12, 23)),
        ("Sept. 5, 2024", date(2024, 9, 5)),
        ("2024.05.08 09:01", date(2024, 5, 8)),
        ("12/19/2024", date(2024, 12, 19)),
        ("4/4/2024", date(2024, 4, 4)),
        ("05/03/2024", None),
        ("February 30, 2024", None),
        ("March 3", None),
    ],
)
def test_days(words: str, day: date | None) -> None:
    """A day is read as papers write it, if it has a year and one reading."""
    assert days.first(words) == day
