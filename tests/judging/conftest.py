"""A graph of the four reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg
from kg import pipeline
from kg.shards import Shard
from kg.store import Graph
from tests.judging.payments import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.newsgraph import NewsGraph


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsGraph]:
    """A graph of four reports, three of one payment and one of another; its folder's parent is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709640000")
    with kg.open(tmp_path / "news.kg") as made:
        with Graph.open(made.folder) as store:
            found = pipeline.world([article.extraction() for article in ARTICLES], made.config)
            store.bulk(quad for _, quads in pipeline.graphs(found, made.ids) for quad in quads)
        for article in ARTICLES:
            made.shards.put(article.ident, Shard(recipe="by hand", extraction=article.extraction()))
        yield made
