from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.clean import clean
from kg.model import BlockKind, Document, Genre

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

PAGE = """NORTHPORT: The mayor has asked the province to pay for the repair of the old bridge.

The request follows a week of floods that closed three of the town's five bridges.

“We cannot wait for the winter,” Mayor Ada Quill said at a Monday evening council meeting.

Ferry owners reject claims of unsafe boats

Ms Quill said the boats would be inspected by the end of the month.

Money for the piers

The council gave its works department two million crowns for the two northern piers.

Published in The Harbour Post, May 7th, 2024

Opinion

Who owns the river?

Who owns the river?

A dry spring should make the province rethink what each farm on the average

Editorial

Empty shelves
Updated 9 Jan, 2025

Empty shelves

The notion that the shops are full is difficult to square with what people see.
New ferries
9 Jan, 2025

New ferries

THE mood was good at the launch of Governor Brook's new ferry in the port..."""

ARGUMENT = """ date 2024-05-08 The town's plea for money is a matter that demands urgent attention from
the province. The worries of its mayor are undeniably justified, and the dire state of
the bridges puts lives in danger every day.

Closing a bridge without a plan for those who live beyond it is reckless. The province
has a clear obligation to the people of the valley, and the mayor rightly reminded it of
that duty. Meaningful help must come before the autumn rains return, since every week of
delay makes the repairs more costly and the detours more dangerous.

The role of the province is pivotal. It should pay for the piers, and it should do so
now. Safe bridges are indispensable to the farms of the valley, and surely to its
schools as well. It is imperative that the cabinet acts."""


def cleaned(text: str, **fields: object) -> Document:
    """A text, cleaned."""
    return clean(Document(name="a", text=text, **fields))  # type: ignore[arg-type]  # fields as a test needs them


def words(document: Document, kind: BlockKind) -> list[str]:
    """The words of all blocks of a kind."""
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


# ------------------------------------------------------------------------------------------------ a whole page


def test_dateline_of_a_page() -> None:
    """A dateline is a block of its own."""
    page = cleaned(PAGE)
    assert (page.dateline, words(page, BlockKind.DATELINE)) == ("NORTHPORT", ["NORTHPORT:"])


def test_paragraph_starts_after_the_dateline() -> None:
    """The paragraph starts with the word after its dateline."""
    assert words(cleaned(PAGE), BlockKind.PARAGRAPH)[0].startswith("The mayor has asked")


def test_headings_of_a_page() -> None:
    """A short open line with a paragraph below is a heading."""
    expected = ["Ferry owners reject claims of unsafe boats", "Money for the piers"]
    assert words(cleaned(PAGE), BlockKind.HEADING) == expected


def test_page_after_the_end_mark() -> None:
    """From the end mark on, all is furniture, whole sentences too."""
    page = cleaned(PAGE)
    furniture = words(page, BlockKind.FURNITURE)
    assert (furniture[0], furniture[-1]) == ("Published in The Harbour Post, May 7th, 2024", PAGE.splitlines()[-1])


def test_nothing_but_furniture_after_the_end_mark() -> None:
    """No block after the end mark is anything but furniture."""
    end = PAGE.index("Published in")
    assert {block.kind for block in cleaned(PAGE).blocks if block.span.start >= end} == {BlockKind.FURNITURE}


def test_metadata_of_a_page() -> None:
    """The end mark tells outlet and day; the days of teasers tell nothing."""
    page = cleaned(PAGE)
    found = (page.title, page.outlet, page.date, page.genre)
    assert found == (None, "The Harbour Post", date(2024, 5, 7), Genre.REPORT)


def test_stamp() -> None:
    """A stamp before the text gives the day and is furniture."""
    found = cleaned(ARGUMENT)
    assert (found.date, words(found, BlockKind.FURNITURE)) == (date(2024, 5, 8), ["date 2024-05-08"])


def test_argument_without_a_mark() -> None:
    """A text that argues is an opinion, even if nothing marks it."""
    assert cleaned(ARGUMENT).genre is Genre.OPINION


# ------------------------------------------------------------------------------------------------ invariants

LINES = st.sampled_from(
    [
        *PAGE.splitlines(),
        *ARGUMENT.splitlines(),
        "",
        "  ",
        "By Ada Quill",
        "Read more",
        "Subscribe",
        "Sir,",
        "\r",
        "\ufeff",
        "x",
    ]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=12).map("\n".join))
def test_blocks_are_sorted_and_apart(text: str) -> None:
    """Blocks are sorted and do not overlap."""
    blocks = cleaned(text).blocks
    assert all(one.span.end <= two.span.start for one, two in pairwise(blocks))


@given(st.lists(LINES | st.text(max_size=20), max_size=12).map("\n".join))
def test_no_text_is_lost(text: str) -> None:
    """What no block covers is white space."""
    rest = list(text)
    for block in cleaned(text).blocks:
        rest[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    assert not "".join(rest).strip().strip("\u200b\u2060\ufeff \n\r\t")


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_space_around_blocks(text: str) -> None:
    """No block starts or ends with white space."""
    assert all(block.span.of(text).strip() == block.span.of(text) for block in cleaned(text).blocks)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_cleaning_twice(text: str) -> None:
    """A document that is cleaned again keeps its blocks and its text."""
    once = cleaned(text)
    again = clean(once)
    assert (again.text, again.blocks) == (text, once.blocks)


# ------------------------------------------------------------------------------------------------ blocks


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge on Monday.",
        "The mayor opened the bridge on Monday",
        "Opinion is divided over the bridge .",
        "Published in 2019, the report said that the bridge was safe.",
        "Subscribe to the view of the mayor and you will pay, said one councillor who did not want to be named.",
        "Follow us, he said, and the river will be yours.",
        "Reporting by the town's only paper showed in 2019 that the mayor had lied.",
        "“By noon we had no boats left.”",
    ],
)
def test_one_sentence(text: str) -> None:
    """A text of one sentence is one paragraph that covers it all, whatever word it starts with."""
    assert words(cleaned(f" {text}\n"), BlockKind.PARAGRAPH) == [text]


def test_empty_text() -> None:
    """A text of white space has no blocks."""
    assert cleaned(" \n\n ").blocks == ()


def test_lines_without_blank_lines() -> None:
    """Where no blank line parts them, each long line is a paragraph."""
    text = "The mayor opened the bridge on Monday, a month late.\nThe council had asked for more time in April."
    assert words(cleaned(text), BlockKind.PARAGRAPH) == text.split("\n")


def test_hard_wrapped_text() -> None:
    """The lines of a hard-wrapped paragraph are one block."""
    paragraphs = cleaned(ARGUMENT).blocks[1:]
    assert [block.kind for block in paragraphs] == [BlockKind.PARAGRAPH] * 3


def test_given_title() -> None:
    """A title that the format gives is a block where the text starts with it, up to case and space."""
    found = cleaned("River  bridge OPEN\n\nThe mayor opened it on Monday.", title="River bridge open")
    assert words(found, BlockKind.TITLE) == ["River  bridge OPEN"]


def test_given_title_in_one_line_with_the_text() -> None:
    """A given title that runs into the text is cut off it."""
    found = cleaned("River bridge opens again The mayor cut the ribbon on Monday.", title="River bridge opens again")
    assert words(found, BlockKind.PARAGRAPH) == ["The mayor cut the ribbon on Monday."]


def test_given_title_that_starts_a_sentence() -> None:
    """A title whose words only start the first sentence does not cut it."""
    text = "River bridge opens again after the mayor cut the ribbon on Monday."
    assert words(cleaned(text, title="River bridge opens again"), BlockKind.PARAGRAPH) == [text]


def test_title_by_its_shape() -> None:
    """A short open first line above the text is the title."""
    assert cleaned("River bridge open again\n\nThe mayor cut the ribbon on Monday.").title == "River bridge open again"


def test_line_below_the_title() -> None:
    """A line between title and text is a heading."""
    text = "River bridge open again\nMayor promises a second one\nThe mayor cut the ribbon on Monday."
    assert words(cleaned(text), BlockKind.HEADING) == ["Mayor promises a second one"]


@pytest.mark.parametrize(
    "line", ["The mayor added:", "Who pays?", "“Not a crown more.”", "and the rest of it", "- a list"]
)
def test_lines_that_are_no_headings(line: str) -> None:
    """A line that introduces speech, asks, quotes, goes on or lists is a paragraph."""
    text = f"The mayor cut the ribbon on Monday.\n\n{line}\n\nThe council paid for the bridge itself."
    assert words(cleaned(text), BlockKind.HEADING) == []


def test_lists_are_no_headings() -> None:
    """Three short lines one upon another are a list."""
    text = (
        "The mayor spoke of three bridges.\n\nNorth Bridge\nMill Bridge\nOld Bridge\n\nAll of them are closed to cars."
    )
    assert words(cleaned(text), BlockKind.HEADING) == []


def test_last_line_is_no_heading() -> None:
    """A short line with nothing below is a paragraph."""
    assert words(cleaned("The mayor cut the ribbon on Monday.\n\nNo date is set"), BlockKind.HEADING) == []


# ------------------------------------------------------------------------------------------------ metadata


def test_format_wins() -> None:
    """What the format gave is kept, whatever the text says."""
    found = cleaned(PAGE, outlet="The Herald", date=date(2024, 5, 6), genre=Genre.LETTER)
    assert (found.outlet, found.date, found.genre) == ("The Herald", date(2024, 5, 6), Genre.LETTER)


def test_byline() -> None:
    """A byline above the text names the writer and is furniture."""
    found = cleaned("River bridge open\n\nBy Ada Quill\n\nThe mayor cut the ribbon on Monday.")
    assert (found.author, words(found, BlockKind.FURNITURE)) == ("Ada Quill", ["By Ada Quill"])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 3, 2024 at 7:31 AM ET", date(2024, 5, 3)),
        ("Posted: Mon, 3 Jun 2024 14:05 GMT | Updated: 4 Jun 2024 09:00 GMT", date(2024, 6, 3)),
        ("Last updated 4 June 2024", date(2024, 6, 4)),
        ("05/03/2024 10:20 AM", None),
    ],
)
def test_lines_of_days(line: str, day: date | None) -> None:
    """A line of days below the title tells the day; digits that can be read in two ways tell none."""
    found = cleaned(f"River bridge open again\n{line}\nThe mayor cut the ribbon on Monday.")
    assert (found.date, words(found, BlockKind.FURNITURE)) == (day, [line])


def test_chronicle() -> None:
    """Days that head the entries of a chronicle are no day of publication."""
    entries = "\n".join(f"March {day}, 2024\nThe river rose by {day} more feet in the night." for day in (3, 4, 5))
    assert cleaned(f"The flood, day by day\n{entries}").date is None


def test_published_before_changed() -> None:
    """The end mark's day comes before that of a change."""
    text = "Updated 9 May, 2024\n\nThe mayor cut the ribbon on Monday.\n\nPublished in The Herald, May 7th, 2024"
    assert cleaned(text).date == date(2024, 5, 7)


def test_language_is_not_guessed() -> None:
    """The language stays unknown when the format does not say it."""
    assert cleaned(PAGE).language is None


# ------------------------------------------------------------------------------------------------ real documents


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is absent")
def test_real_report() -> None:
    """A real page gives its outlet, day, dateline and genre, two headings and no title."""
    text = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    found = cleaned(text)
    page = text.index("Opinion\n\n")
    kinds = {block.kind for block in found.blocks if block.span.start >= page}
    metadata = (found.title, found.outlet, found.date, found.genre, found.dateline)
    assert (metadata, len(words(found, BlockKind.HEADING)), kinds) == (
        (None, "Dawn", date(2023, 11, 23), Genre.REPORT, "WASHINGTON"),
        2,
        {BlockKind.FURNITURE},
    )


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is absent")
def test_real_opinion() -> None:
    """A real piece that nothing marks as an opinion is one, dated by its stamp."""
    found = cleaned(next(SEEDS.glob("001_*")).read_text(encoding="utf-8"))
    assert (found.date, found.genre, found.title) == (date(2023, 11, 24), Genre.OPINION, None)
