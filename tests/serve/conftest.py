"""What the tests of the server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serve import near

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph of two named graphs, with a triple each."""
    return near.built(tmp_path_factory.mktemp("serve") / "news.kg")


@pytest.fixture
def pool(folder: Path) -> near.Near:
    """A pool that answers in this process."""
    return near.Near(folder)


@pytest.fixture
def client(pool: near.Near) -> TestClient:
    """A client of a server as it is by default."""
    return near.client(pool)
