"""Quotations that run over several paragraphs, of which only the first opens and only the last closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.quotes import quotes
from tests.extract.claiming import said
from tests.extract.conftest import parsed

if TYPE_CHECKING:
    from kg.extract.tree import Doc

OPENED = """
    “        We      lost/lose .
    ``       PRP     VBD       .
    punct:3  nsubj:3 ROOT      punct:3
"""
BETWEEN = """
    We      ran/run .
    PRP     VBD     .
    nsubj:2 ROOT    punct:2
"""
CLOSED = """
    We      tried/try~ ,~      ”       Bell       said/say .
    PRP     VBD        ,       ''      NNP/PERSON VBD      .
    nsubj:2 ccomp:6    punct:6 punct:6 nsubj:6    ROOT     punct:6
"""
AGAIN = """
    “       They    shot/shoot him .~      ”
    ``      PRP     VBD        PRP .       ''
    punct:3 nsubj:3 ROOT       dobj:3 punct:3 punct:3
"""
TOLD = """
    Norland denied/deny it     .
    NNP/GPE VBD         PRP    .
    nsubj:2 ROOT        dobj:2 punct:2
"""


def texts(doc: Doc) -> list[str]:
    """The words of each quotation."""
    return [doc[quote.start : quote.end].text for quote in quotes(doc)]


def straight(*blocks: str) -> list[str]:
    """The blocks with straight marks."""
    return [block.replace("“", '"').replace("”", '"') for block in blocks]


def test_goes_on_to_the_mark_that_closes_it() -> None:
    """What stands between the paragraph that opens a quotation and the one that closes it is quoted."""
    assert texts(parsed(OPENED, BETWEEN, CLOSED, TOLD)) == ["We lost.", "We ran.", "We tried,"]


def test_straight_marks() -> None:
    """A straight mark that sticks to what stands before it closes, though it is the first of its paragraph."""
    assert texts(parsed(*straight(OPENED, BETWEEN, CLOSED, TOLD))) == ["We lost.", "We ran.", "We tried,"]


def test_who_is_named_at_the_end_has_said_all_of_it() -> None:
    """The speaker behind the mark that closes it has said the paragraphs before too."""
    doc = parsed(OPENED, BETWEEN, CLOSED)
    assert said(doc) == ["Bell | said | We lost.\n\nWe ran.\n\nWe tried"]


def test_nothing_closes_it() -> None:
    """Where no mark closes it, the paragraphs behind are the document's own."""
    assert texts(parsed(*straight(OPENED, BETWEEN, TOLD))) == ["We lost."]


@pytest.mark.parametrize("last", [AGAIN, *straight(AGAIN)])
def test_another_opens_before(last: str) -> None:
    """A quotation that is opened and closed behind it tells that its mark was forgotten."""
    assert "We ran." not in texts(parsed(OPENED, BETWEEN, last))


def test_opened_again() -> None:
    """A paragraph that opens it again and does not close it goes on with it, and so does the last one."""
    again = OPENED.replace("lost/lose", "won/win")
    assert texts(parsed(OPENED, BETWEEN, again, BETWEEN, AGAIN)) == [
        "We lost.",
        "We ran.",
        "We won.",
        "We ran.",
        "They shot him.",
    ]


def test_single_marks() -> None:
    """A single mark at the head of a paragraph opens what one behind a stop or comma closes."""
    doc = parsed(OPENED.replace("“", "'"), BETWEEN, CLOSED.replace("”", "'"))
    assert texts(doc) == ["We lost.", "We ran.", "We tried,"]


def test_mark_of_a_measure() -> None:
    """A mark that sticks to what stands before it opens nothing."""
    doc = parsed("""
        Bell       stands/stand 6'3~   " tall     .
        NNP/PERSON VBZ          CD     ''      JJ       .
        nsubj:2    ROOT         dobj:2 punct:5 acomp:2  punct:2
    """)
    assert texts(doc) == []
