"""``kg report`` on a graph in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.ids import Ids
from kg.store import Graph
from tests.report.conftest import EVENT, ONE, TRIG
from tests.report.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TWINS = """graph:world {
  ent:ruker-jan a kg:Person ; rdfs:label "Ruker" .
  ent:ruker-ida a kg:Person ; rdfs:label "Ruker" .
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The graph of two reports, in a folder, with two persons of one name."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    with Graph.open(tmp_path / "news.kg") as graph:
        graph.bulk(ox.parse(f"{prefixes}{TRIG}{TWINS}", ox.RdfFormat.TRIG))
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    """The end of the command; an exception that it let through fails the test."""
    asked = ["report", *arguments, "--graph", str(folder / "news.kg")]
    return CliRunner(catch_exceptions=False).invoke(main, asked)


@pytest.mark.parametrize("what", ["Norland", f"doc:{ONE}", EVENT])
def test_text_goes_to_the_terminal(what: str, folder: Path) -> None:
    """Without --html a report is text."""
    found = run(folder, what)
    assert found.exit_code == 0
    assert "\nStatements\n" in found.stdout
    assert "<" not in found.stdout.replace("<script>", "").replace("</script>", "").replace("<now>", "")


def test_html_goes_to_the_terminal_on_request(folder: Path) -> None:
    """With --html a report is one page of HTML."""
    assert Page(run(folder, "Norland", "--html").stdout).words("//h1") == ["Norland"]


def test_a_name_in_html_asks_for_html(folder: Path) -> None:
    """A file whose name ends in .html gets HTML, another one text."""
    for name, start in (("a.html", "<!doctype html>"), ("a.txt", "Norland\nentity  ent:state-norland\n")):
        assert run(folder, "Norland", "--output", str(folder / name)).stdout == f"report: {folder / name}\n"
        assert (folder / name).read_text(encoding="utf-8").startswith(start)


def test_a_name_of_several_is_refused(folder: Path) -> None:
    """A name that two entities bear is refused in one line with the ids of both."""
    found = run(folder, "Ruker")
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
    assert "'Ruker' is the name of several entities (ent:ruker-ida, ent:ruker-jan)" in found.stderr


def test_the_kg_toml_says_how_many(folder: Path) -> None:
    """The most statements are those of the configuration, unless the command says otherwise."""
    (folder / "news.kg" / "kg.toml").write_text("[draw]\nreport_statements = 1\n", encoding="utf-8")
    assert "Sudria – pay" not in run(folder, f"doc:{ONE}").stdout
    assert "Sudria – pay" in run(folder, f"doc:{ONE}", "--limit", "9").stdout
