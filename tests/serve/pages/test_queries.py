from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from kg.serve import pages
from kg.serve.pages import entities

QUERIES = [
    (module.name, name, value)
    for module in iter_modules(pages.__path__)
    for name, value in vars(import_module(f"kg.serve.pages.{module.name}")).items()
    if isinstance(value, str)
    and re.search(r"\b(?:SELECT|CONSTRUCT|ASK)\b", value)
    and name not in {"EXAMPLE", "_LATEST"}
] + [("entities", part, query) for part, (_, _, query) in entities.PARTS.items()]
# A subject, a predicate that is no path, an object: nothing that Oxigraph would work out for the whole graph.
SINGLE = re.compile(r"\s*[?$]\w+ [\w:]+ [?$]\w+\s*")


@pytest.mark.parametrize(("module", "name", "query"), QUERIES, ids=[f"{each[0]}.{each[1]}" for each in QUERIES])
def test_optional_parts_are_single_patterns(module: str, name: str, query: str) -> None:
    """An OPTIONAL of several patterns is worked out for the whole graph, so none is in a query of a page."""
    parts = re.findall(r"OPTIONAL \{([^{}]*(?:\{|\}))", query)
    assert len(parts) == query.count("OPTIONAL")
    for part in parts:
        assert part.endswith("}"), f"{module}.{name}: {part}"
        assert SINGLE.fullmatch(part[:-1]), f"{module}.{name}: {part}"
