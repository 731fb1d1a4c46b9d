"""The clients that the README shows, each against the running server: curl, SPARQLWrapper and rdflib."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## Ask over the network\n")[2].partition("\n## ")[0]
SHOWN = "http://127.0.0.1:7878"
NORWAY, ICELAND = "https://w3id.org/newskg/entity/state-no", "https://w3id.org/newskg/entity/state-is"
# What only reads: a server that is written to needs a token.
CURLS = [line for line in SECTION.splitlines() if line.startswith("curl ") and "-T" not in line.split()]
SCRIPTS = re.findall(r"```py\n(.*?)```", SECTION, re.DOTALL)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def address(example_graph: Any) -> Iterator[str]:  # noqa: ANN401 (the graph of examples/)
    """Where ``kg serve`` answers for the graph of examples/, without the last slash."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(example_graph.folder), "--port", "0"]
    with subprocess.Popen(
        [*command, "--no-access-log"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[0].rstrip("/")
        process.terminate()


def test_all_are_shown() -> None:
    """The README shows each way to ask."""
    assert len(CURLS) == 4
    assert [("SPARQLWrapper" in script, "SPARQLStore" in script) for script in SCRIPTS] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
@pytest.mark.parametrize("line", CURLS)
def test_curl(address: str, line: str) -> None:
    """A command of the README succeeds, and its answer speaks of what is asked for."""
    command = [*shlex.split(line.replace(SHOWN, address)), "--silent", "--show-error", "--fail"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "state-no" in said if "urge" in line else "harbour" in said if "search" in line else "act:urge" in said


@pytest.mark.parametrize("script", SCRIPTS, ids=["SPARQLWrapper", "rdflib"])
def test_script(address: str, script: str) -> None:
    """A script of the README prints who urges whom."""
    code = script.replace(SHOWN, address)
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert f"{NORWAY} {ICELAND}" in said.splitlines()
