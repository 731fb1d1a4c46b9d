"""The tree of errors is the one that is drawn, and the public names are these."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import errors

CLASSES = {
    name: value for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)
}
PACKAGE = Path(kg.__file__).parent


def drawn() -> dict[str, str]:
    """Each class of the drawing with the one above it: four columns are one step down."""
    above: dict[int, str] = {}
    tree: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"^([ │├└─]*)(\w+Error)\b", line):
            depth = len(found[1]) // 4
            above[depth] = found[2]
            tree[found[2]] = above.get(depth - 1, "Exception")
    return tree


def test_tree() -> None:
    """The drawing has every class, under the class that it derives from."""
    assert drawn() == {name: value.__bases__[0].__name__ for name, value in CLASSES.items()}


def test_names() -> None:
    """These are the errors."""
    assert sorted(CLASSES) == [
        "BuildError",
        "ConfigError",
        "ExtractionError",
        "InputError",
        "JudgementError",
        "KgError",
        "ModelError",
        "NotFoundError",
        "OntologyError",
        "QueryError",
        "StoreError",
    ]


@pytest.mark.parametrize("error", CLASSES.values(), ids=CLASSES)
def test_one_root(error: type[Exception]) -> None:
    """Whoever catches KgError catches them all."""
    assert issubclass(error, errors.KgError)


def test_no_builtin_beside_the_root() -> None:
    """No error is also a ValueError, KeyError or OSError, that somebody else would catch."""
    assert [name for name, error in CLASSES.items() if issubclass(error, ValueError | LookupError | OSError)] == []


@pytest.mark.parametrize("name", sorted(CLASSES.keys() - {"KgError"}))
def test_raised(name: str) -> None:
    """Every error is raised somewhere; the root never is."""
    code = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "errors.py"]
    assert any(re.search(rf"\b(raise|return) {name}\(", text) for text in code)
    assert not any(re.search(r"\braise KgError\b", text) for text in code)


def test_public_names() -> None:
    """The package's public names are these, sorted."""
    assert kg.__all__ == ["KgError", "NewsGraph", "open"]


def test_public_names_hide_nothing() -> None:
    """No public name is also that of a module."""
    modules = {path.stem for path in PACKAGE.iterdir()}
    assert modules.isdisjoint(kg.__all__)


def test_public_error() -> None:
    """The public error is the root of the tree."""
    assert kg.KgError is errors.KgError


def test_a_store_is_read_without_a_parser() -> None:
    """What only reads a store loads neither spaCy nor networkx: a worker of a server starts in a tenth of a second."""
    code = "import sys, kg.store; print(sorted({'spacy', 'networkx', 'kg.newsgraph'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_a_graph_is_opened_without_what_reads_pages_and_shapes() -> None:
    """A command that reads a graph loads neither the reader of pages nor the libraries of RDF and SHACL."""
    code = "import sys, kg.newsgraph; print(sorted({'trafilatura', 'rdflib', 'pyshacl'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
