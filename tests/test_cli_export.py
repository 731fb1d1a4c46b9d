"""``kg export`` on the command line: its options lead to the filters, and what means nothing is told in one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.ids import Ids
from kg.store import Graph
from tests.export.conftest import actor_quads

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the graph of three actors."""
    with Graph.open(tmp_path / "news.kg") as graph:
        graph.bulk(actor_quads())
    return tmp_path / "news.kg"


def run(folder: Path, *options: str) -> Result:
    """The command on the graph."""
    return CliRunner().invoke(main, ["export", "--graph", str(folder), *options])


def actions(result: Result) -> list[str]:
    """The actions of the edges of node-link JSON, sorted."""
    assert result.exit_code == 0, result.output
    return sorted(edge["action"] for edge in json.loads(result.stdout)["edges"])


OPTIONS = {
    "facts alone": ((), ["fund", "urge", "urge"]),
    "another factuality": (("--factuality", "disputed"), ["deport"]),
    "a type": (("--types", "REQUEST"), ["urge", "urge"]),
    "a day": (("--since", "2024-03-02", "--until", "2024-03-02"), ["urge", "urge"]),
    "a day before": (("--until", "2024-03-01"), []),
    "independent reports": (("--reports", "1"), ["urge", "urge"]),
    "a certainty": (("--certainty", "certain,probable"), []),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_options_filter(folder: Path, name: str) -> None:
    """Each option keeps the events that it names."""
    options, wanted = OPTIONS[name]
    assert actions(run(folder, "--format", "nodelink", *options)) == wanted


WRONG = {
    "a near format": (("--format", "plovr"), 2, "did you mean 'plover'?"),
    "a place that is not there": (
        ("--format", "ftm", "--place", "Atlantis"),
        1,
        "no event here has the place 'Atlantis'",
    ),
    "no day": (("--format", "gexf", "--since", "yesterday"), 1, "--since 'yesterday' is no day"),
    "a filter on everything": (
        ("--format", "trig", "--types", "AID"),
        1,
        "trig holds the whole graph; expected no filter",
    ),
    "a file for a folder": (("--format", "neo4j", "--output", "x.csv"), 1, "expected a folder"),
    "a type that is not there": (("--format", "plover", "--types", "AIDS"), 1, "did you mean 'AID'?"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_means_nothing(folder: Path, name: str) -> None:
    """A wrong option is one line that says what was meant or expected, and nothing is written."""
    options, code, words = WRONG[name]
    result = run(folder, *options)
    assert (result.exit_code, words in result.stderr) == (code, True)
    assert result.stdout == ""


def test_no_text(folder: Path) -> None:
    """``--no-text`` leaves long literals out, by the number of the configuration."""
    (folder / "kg.toml").write_text("[export]\nlong_quotation = 3\n")
    whole, short = (run(folder, "--format", "nquads", *options).stdout for options in ((), ("--no-text",)))
    assert set(short.splitlines()) < set(whole.splitlines())
    assert f"<{Ids().entity('a')}>" in short
