"""A small graph, and pools that are stopped at the end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.serve.workers import Limits, Pool
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

PREFIXES = {"ex": "http://example.org/"}

# Counting all combinations of eight quads out of forty takes days; keeping some of them apart takes memory.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s . ?t ?u ?v }"
HUNGRY = "SELECT DISTINCT ?c ?f ?i ?l ?p { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p } ORDER BY ?p"


def quads(number: int) -> list[Quad]:
    """So many things with a label, in one graph."""
    graph, label = NamedNode("urn:g"), NamedNode("http://example.org/label")
    return [
        Quad(NamedNode(f"http://example.org/{i}"), label, Literal(f'"{i}", they\r\nsaid: {{}} </result> \\'), graph)
        for i in range(number)
    ]


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of forty things with a label, closed."""
    with Graph.open(tmp_path / "news.kg") as opened:
        opened.replace("urn:g", quads(40))
    return tmp_path / "news.kg"


@pytest.fixture
def write(graph: Path) -> Callable[[int], None]:
    """Makes the graph hold so many things, and publishes it."""

    def written(number: int) -> None:
        with Graph.open(graph) as opened:
            opened.replace("urn:g", quads(number))

    return written


@pytest.fixture
def runaway() -> str:
    """A query that does not end."""
    return RUNAWAY


@pytest.fixture
def hungry() -> str:
    """A query that takes more and more memory."""
    return HUNGRY


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], Coroutine[object, object, None]]:
    """Waits until a condition is met, which must be soon."""

    async def waited(met: Callable[[], bool]) -> None:
        for _ in range(1000):
            if met():
                return
            await asyncio.sleep(0.02)
        pytest.fail("it did not come about")

    return waited


@pytest.fixture
def run(graph: Path) -> Callable[..., Any]:
    """Runs what a test does with a pool that works on the graph, and gives what it gives."""

    def done(scenario: Callable[[Pool], Coroutine[object, object, Any]], **limits: Any) -> Any:  # noqa: ANN401
        async def whole() -> Any:  # noqa: ANN401
            pool = Pool(graph, prefixes=PREFIXES, limits=replace(Limits(workers=1), **limits))
            await pool.start()
            try:
                return await scenario(pool)
            finally:
                await pool.stop()

        return asyncio.run(whole())

    return done
