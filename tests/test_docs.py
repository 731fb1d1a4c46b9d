from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from kg import query
from kg.cli import main
from kg.export import FORMATS

ROOT = Path(__file__).parent.parent
TOP = sorted(
    path for path in ROOT.iterdir() if not path.name.startswith(".") and path.name not in {"build", "dist", "tests"}
)
DOCUMENTS = sorted(
    page for path in TOP for page in ([path] if path.is_file() else path.rglob("*")) if page.suffix == ".md"
)
# The languages of blocks that are run, and those that are only shown.
RUN = {
    "python": "tour",
    "console": "tour",
    "bash": "tour",
    "sparql": "questions",
    "turtle": "notation",
    "trig": "notation",
}
SHOWN = {"", "json", "jsonl", "mermaid", "py", "sh", "text", "toml"}
BLOCK = re.compile(
    r"^(?P<fence>```+|~~~+)[ \t]*(?P<language>[^\s`]*)[^\n]*\n(?P<code>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
each_page = pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.relative_to(ROOT).as_posix())


def blocks(text: str) -> list[tuple[int, str]]:
    """The line, from 1, and the language of each block of code."""
    return [(text[: found.start()].count("\n") + 1, found["language"]) for found in BLOCK.finditer(text)]


@pytest.fixture(scope="module")
def collected() -> str:
    """The names of the tests that pytest makes of the documentation, a line each."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *map(str, DOCUMENTS)]
    done = subprocess.run(command, check=False, capture_output=True, cwd=ROOT, encoding="utf-8")
    assert done.returncode in {0, 5}, done.stdout + done.stderr
    return done.stdout


def test_blocks_are_found() -> None:
    """Blocks of code are found with their line and language."""
    assert blocks("# A\n\n```turtle\n<a> <b> <c> .\n```\n\n~~~~sh\nx\n~~~~\n") == [(3, "turtle"), (7, "sh")]


def test_pages_are_found() -> None:
    """The documents of the top, of the ontology and of the examples are among the pages."""
    found = {page.relative_to(ROOT).as_posix() for page in DOCUMENTS}
    assert found >= {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "GLOSSARY.md"}
    assert found >= {"examples/README.md", "ontology/README.md"}


@each_page
def test_page_is_where_pytest_looks(page: Path) -> None:
    """A plain ``pytest`` comes by every page, so that a block in a new folder is not left out."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    looked_in = {found for pattern in settings["testpaths"] for found in ROOT.glob(pattern)}
    assert looked_in & {page, *page.parents}


@each_page
def test_language_of_each_block_is_known(page: Path) -> None:
    """A block is in a language that is run, or in one that is only shown; ``ttl`` or ``shell`` would hide it."""
    assert {language for _, language in blocks(page.read_text())} <= {*RUN, *SHOWN}


@each_page
def test_each_block_is_a_test(page: Path, collected: str) -> None:
    """Every block in a language that is run is collected as a test of its line."""
    name = page.relative_to(ROOT).as_posix()
    for line, language in blocks(page.read_text()):
        if language in RUN:
            assert f"{name}::sybil:{RUN[language]},line:{line}," in collected


def test_ontology_draws_an_example() -> None:
    """The README of the ontology draws an example in Turtle."""
    assert "turtle" in {language for _, language in blocks((ROOT / "ontology" / "README.md").read_text())}


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_readme_names_each_command(name: str) -> None:
    """The README names every command."""
    assert re.search(rf"\bkg {name}\b", (ROOT / "README.md").read_text())


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_readme_names_each_format(name: str) -> None:
    """The README names every format of ``kg export``."""
    assert re.search(rf"\b{name}\b", (ROOT / "README.md").read_text())


def test_no_page_asks_what_there_is_not() -> None:
    """Every question that a page asks is one of ``queries/``."""
    known = {question.name for question in query.questions()}
    asked = {found for page in DOCUMENTS for found in re.findall(r"\bkg ask ([a-z]+(?:-[a-z]+)+)", page.read_text())}
    assert asked <= known


def test_changelog_has_an_unreleased_section() -> None:
    """The changelog begins with what is not released yet, under one of the headings of Keep a Changelog."""
    headings = re.findall(r"^##+ (.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert headings[1] in {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_examples_are_told_of() -> None:
    """The README of the examples tells of every file."""
    told = (ROOT / "examples" / "README.md").read_text()
    assert [path.name for path in (ROOT / "examples").iterdir() if f"`{path.name}`" not in told] == ["README.md"]
