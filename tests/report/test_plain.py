"""A report as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg import report
from kg.cli import main
from tests.report.conftest import EVENT, ONE, TRIG, TWO, opened, span
from tests.report.page import Page, read

if TYPE_CHECKING:
    from pathlib import Path

    from kg.newsgraph import NewsGraph


def test_each_statement_shows_its_factuality(news: NewsGraph) -> None:
    """Every statement and every claim of an event stands with what the event amounts to."""
    lines = [line for line in read(news, "Norland", form="text").splitlines() if " – urge" in line or "urge  " in line]
    assert lines
    assert all(line.endswith("[fact]") for line in lines)


def test_who_did_what_to_whom(news: NewsGraph) -> None:
    """A statement names actor, action and recipient, its days, reports and id."""
    text = read(news, f"doc:{ONE}", form="text")
    assert "  Norland – urge → Sudria  [fact]\n      “to pay”\n      about pay (uncommitted)\n" in text
    assert f"      by 2024-03-02, 2 reports, {EVENT}\n" in text


def test_an_event_shows_its_sentences(news: NewsGraph) -> None:
    """The report of an event has the sentences that tell it, the trigger in brackets."""
    assert "Norland [urged] Sudria to pay." in read(news, EVENT, form="text")


def test_an_office_without_a_body(news: NewsGraph) -> None:
    """An office of which no body is told stands alone."""
    assert "\n  Ada Ruker: envoy\n" in read(news, "Ada Ruker", form="text")


def test_scores_are_shown(news: NewsGraph) -> None:
    """The pairs that are given stand with their scores and what those are made of."""
    ids = news.ids
    left, right = (ids.prefixes["mention"] + span(document, "urged") for document in (ONE, TWO))
    pair = report.Compared(left=left, right=right, score=0.914, features=(("story", 3.1), ("type", -0.5)))
    event = ids.prefixes["event"] + span(ONE, "urged")
    text = report.plain(news.graph, ids, event, compared=[pair])
    assert (
        f"  0.91  mention:{span(ONE, 'urged')}  mention:{span(TWO, 'urged')}\n      story +3.10, type -0.50\n" in text
    )
    made = Page(report.html(news.graph, ids, event, pictures={}, compared=[pair]))
    cells = made.words("//section[h2[text()='Why these reports are of one event']]//td")
    assert cells[0] == "0.91"
    assert cells[1].startswith("“urged”") or cells[1].startswith("urged")
    assert cells[3] == "story +3.10, type -0.50"


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    """Control characters and controls of direction of a name do not reach the terminal."""
    spoilt = TRIG.replace('rdfs:label "Norland"', 'rdfs:label "Nor\\u001B[31mland\\u202E"')
    text = read(opened(tmp_path, spoilt), "ent:state-norland", form="text")
    assert not set(text) & {"\x1b", "\u202e"}


@pytest.mark.parametrize("what", ["Norland", f"doc:{TWO}", EVENT])
def test_lines_are_short(what: str, news: NewsGraph) -> None:
    """Words that are folded keep to 100 characters."""
    folded = [line for line in read(news, what, form="text").splitlines() if line.startswith("      ")]
    assert folded
    assert max(map(len, folded)) <= 100


def test_the_command_says_what_it_takes() -> None:
    """Without --html the command gives text, which its help says."""
    found = CliRunner().invoke(main, ["report", "--help"])
    assert "plain text" in " ".join(found.output.split())
