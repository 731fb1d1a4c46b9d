from __future__ import annotations

import time

import pytest

from kg.clean.furniture import RULES, Kind, rule
from kg.clean.page import furniture

BODY = "The mayor cut the ribbon on Monday."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published in The Herald, May 7th, 2024", Kind.END),
        ("(Published in The Herald on 7 May 2024)", Kind.END),
        ("Editorial", Kind.GENRE),
        ("Letters to the Editor", Kind.GENRE),
        ("Politics", Kind.SECTION),
        ("Read more", Kind.TEASERS),
        ("Also read:", Kind.TEASERS),
        ("Related stories", Kind.TEASERS),
        ("Most Read", Kind.TEASERS),
        ("More from Northport", Kind.TEASERS),
        ("You may also like", Kind.TEASERS),
        ("Updated 23 Dec, 2024", Kind.DAY),
        ("Tuesday 7 May 2024 22.34 BST", Kind.DAY),
        ("PUBLISHED: 1:32 PM, May 7, 2024", Kind.DAY),
        ("FOR IMMEDIATE RELEASE May 7, 2024", Kind.DAY),
        ("By Ada Quill and Tom Brook, Staff Writers", Kind.BYLINE),
        ("BY ADA QUILL", Kind.BYLINE),
        ("Our Correspondent", Kind.BYLINE),
        ("Also read: Ferries return to the north", Kind.LINE),
        ("Click here for the latest on the flood", Kind.LINE),
        ("5 min read", Kind.LINE),
        ("Share on Facebook", Kind.LINE),
        ("Facebook Twitter WhatsApp", Kind.LINE),
        ("Follow us on Instagram", Kind.LINE),
        ("Subscribe to our newsletter", Kind.LINE),
        ("Sign up for our free morning newsletter.", Kind.LINE),
        ("Advertisement", Kind.LINE),
        ("Copyright © 2024 The Herald. All rights reserved.", Kind.LINE),
        ("(Reporting by Ada Quill in Northport; Editing by Tom Brook)", Kind.LINE),
        ("Ada Quill contributed to this report.", Kind.LINE),
        ("Photo: The Herald", Kind.LINE),
    ],
)
def test_lines_of_pages(line: str, kind: Kind) -> None:
    """A line that pages put around an article is known by its kind."""
    found = rule(line)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "line",
    [
        "Opinion is divided over the bridge.",
        "Editorial freedom is at stake, the paper said.",
        "Published in 2019, the report said little.",
        "Published in Northport, the paper has many readers.",
        "Share prices of ferry companies fell on Monday.",
        "Sign up rates for the army fell, officials said.",
        "Follow us, he said, and all will be well.",
        "Reporting by the town's paper showed that he lied.",
        "Images by the agency showed smoke over the port.",
        "Updated maps show the flood of 2024.",
        "By Monday, the river had fallen.",
        "May 2024 was the wettest month on record.",
        "More in sorrow than in anger, the mayor resigned.",
        "Copyright law must change, the writers said. They marched on Monday.",
        "Advertisement spending fell by a tenth.",
    ],
)
def test_sentences_that_start_like_furniture(line: str) -> None:
    """A sentence that merely starts with such a word is no furniture."""
    assert rule(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "1" * 5000,
        "1" * 60 + " x",
        "Reporting by " + "A" * 200 + " x",
        "By " + "Ab " * 40 + "x.",
        "share " * 40 + "x",
        "A" * 500_000,
    ],
)
def test_no_rule_runs_away(line: str) -> None:
    """Endless digits, capitals or words do not make a rule slow."""
    start = time.perf_counter()
    rule(line)
    assert time.perf_counter() - start < 1


def test_each_rule_says_why() -> None:
    """Each rule says what its lines are."""
    assert all(each.why for each in RULES)


def whys(*lines: str) -> list[bool]:
    """Which lines are furniture."""
    return [found is not None for found in furniture(lines)]


def test_end_mark_needs_an_article_above() -> None:
    """An end mark above the article ends nothing."""
    assert whys("Published in The Herald, May 7th, 2024", BODY) == [True, False]


def test_list_of_other_stories() -> None:
    """Headlines and cut-off openings below a heading over other stories are furniture, up to a whole sentence."""
    found = whys(BODY, "Related stories", "Goats at large", "The goats of the valley have …", BODY)
    assert found == [False, True, True, True, False]


def test_genre_above_the_article() -> None:
    """A label above the article takes no title with it."""
    assert whys("Opinion", "Who owns the river", BODY) == [True, False, False]


def test_section_below_is_a_heading() -> None:
    """The name of a section inside an article is left to the headings."""
    assert whys(BODY, "Health", BODY) == [False, False, False]


def test_byline_in_the_middle() -> None:
    """What looks like a byline in the middle of an article is left alone."""
    assert not any(whys(*[BODY] * 3, "By Mill Road", *[BODY] * 4))


def test_bare_day_in_the_middle() -> None:
    """A day without a word of publication in the middle of an article is left alone."""
    assert not any(whys(*[BODY] * 5, "May 7, 2024", BODY))
