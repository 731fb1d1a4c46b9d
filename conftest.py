"""Examples in docstrings and documentation run as tests, each language in its own way.

::

    python, >>>      run, in a folder of their own that holds examples/
    console, bash    lines that start with "$ " are run in that folder, the lines below are what they must print
    sparql           asked of the graph of examples/
    turtle, trig     read by pyoxigraph and by rdflib, which must find equally many statements

Blocks in other languages are only shown (``sh``: what changes the reader's machine). What a command prints may hold
``...`` for any words; a command with nothing below it must only succeed. A line that ends in a backslash goes on in the
next one. ``<!-- skip: next "reason" -->`` before a block leaves it out.
"""

from __future__ import annotations

import doctest
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest
import rdflib
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.parsers.rest import SkipParser as DocstringSkipParser
from sybil.sybil import SybilCollection

from kg.ids import Ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sybil import Example

ROOT = Path(__file__).parent.resolve()
START = Path.cwd()
SHELL = shutil.which("bash")
NEEDS_MODEL = ("sybil:tour,", "sybil:questions,")


# ------------------------------------------------------------------------------------------------ fixtures


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and measured sets that may stand beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder shared/ does not stand beside this checkout")
    return folder


@pytest.fixture(scope="session")
def example_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The graph of examples/, built once for all tests that only read it."""
    import kg  # noqa: PLC0415  (tests of a stage below must run while one above it is broken)

    graph = kg.open(tmp_path_factory.mktemp("example-graph") / "examples.kg")
    try:
        graph.build([ROOT / "examples"])
        yield graph
    finally:
        graph.close()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the parses that tests make apart from those of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the documentation's commands and queries: they parse examples/ with the trained pipeline."""
    for item in items:
        if item.name.startswith(NEEDS_MODEL):
            item.add_marker("model")


# ------------------------------------------------------------------------------------------------ evaluators


def run_console(example: Example) -> str | None:
    """Run the commands of a block one by one; the first that fails or prints something else is the block's failure."""
    for command, expected in console_steps(example.parsed):
        done = subprocess.run(
            [SHELL or "bash", "-c", command],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env=console_environment(example.namespace["_folder"]),
        )
        shown = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
        if done.returncode:
            return f"$ {command}\nended with status {done.returncode} and printed:\n{shown}"
        if expected and not doctest.OutputChecker().check_output(expected, shown, doctest.ELLIPSIS):
            return f"$ {command}\nExpected:\n{expected}Got:\n{shown}"
    return None


def console_steps(block: str) -> list[tuple[str, str]]:
    r"""Each command of a block with the lines that it must print.

    >>> console_steps("$ kg ask x \\\n    --json\n[]\n$ kg info\n")
    [('kg ask x \\\n    --json', '[]\n'), ('kg info', '')]
    """
    steps: list[tuple[str, str]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line.removeprefix("$ "), ""))
        elif not steps:
            message = f"the block starts with {line!r}; expected a command after '$ '"
            raise ValueError(message)
        elif steps[-1][0].endswith("\\") and not steps[-1][1]:
            steps[-1] = (f"{steps[-1][0]}\n{line}", "")
        else:
            steps[-1] = (steps[-1][0], f"{steps[-1][1]}{line.rstrip()}\n")
    return steps


def console_environment(folder: Path) -> dict[str, str]:
    """The environment of a command: ``kg`` is this checkout's, output plain and 100 columns wide."""
    commands = folder / ".commands"
    commands.mkdir(exist_ok=True)
    if not (shim := commands / "kg").exists():
        shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kg "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    path = os.pathsep.join((str(Path(sys.executable).parent), str(commands), os.environ.get("PATH", "")))
    python_path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    plain = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    return {**os.environ, **plain, "PATH": path, "PYTHONPATH": python_path}


def ask_examples(example: Example) -> None:
    """Ask the graph of examples/ a query; prefixes of the project need not be declared."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in Ids().prefixes.items())
    example.namespace["example_graph"].query(prefixes + example.parsed)


def read_rdf(example: Example) -> str | None:
    """Read a block with two libraries; prefixes of the project need not be declared."""
    name = example.region.lexemes["arguments"]
    text = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in Ids().prefixes.items()) + example.parsed
    fast_format = {"turtle": pyoxigraph.RdfFormat.TURTLE, "trig": pyoxigraph.RdfFormat.TRIG}[name]
    fast = set(pyoxigraph.parse(text, format=fast_format))
    slow = set(rdflib.Dataset().parse(data=text, format=name).quads())
    return None if len(fast) == len(slow) else f"pyoxigraph reads {len(fast)} statements, rdflib {len(slow)}"


# ------------------------------------------------------------------------------------------------ what is collected


def enter_folder(namespace: dict[str, Any]) -> None:
    """Give the examples of one file a folder of their own, with a copy of examples/."""
    folder = Path(tempfile.mkdtemp(prefix="newskg-"))
    shutil.copytree(ROOT / "examples", folder / "examples")
    os.chdir(folder)
    namespace["_folder"] = folder


def leave_folder(namespace: dict[str, Any]) -> None:
    """Remove the folder again."""
    os.chdir(START)
    shutil.rmtree(namespace["_folder"])


DOCUMENTS = ["*.md"]
pytest_collect_file = SybilCollection(
    (
        Sybil(
            name="docstrings",
            parsers=[DocTestParser(optionflags=doctest.ELLIPSIS), DocstringSkipParser()],
            patterns=["kg/*.py", "kg/*/*.py", "kg/*/*/*.py", "kg/*/*/*/*.py", "conftest.py"],
            setup=enter_folder,
            teardown=leave_folder,
        ),
        Sybil(
            name="notation",
            parsers=[
                *(CodeBlockParser(language=language, evaluator=read_rdf) for language in ("turtle", "trig")),
                SkipParser(),
            ],
            patterns=DOCUMENTS,
        ),
        Sybil(
            name="questions",
            parsers=[CodeBlockParser(language="sparql", evaluator=ask_examples), SkipParser()],
            patterns=DOCUMENTS,
            fixtures=["example_graph"],
        ),
        Sybil(
            name="tour",
            parsers=[
                *(CodeBlockParser(language=language, evaluator=run_console) for language in ("console", "bash")),
                PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
                SkipParser(),
            ],
            patterns=DOCUMENTS,
            setup=enter_folder,
            teardown=leave_folder,
        ),
    )
).pytest()
