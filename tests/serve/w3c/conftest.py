"""A server of a graph of its own, that anybody with its token may write to."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import httpx
import pytest

from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "only-for-the-tests-of-w3c"  # noqa: S105 (it opens nothing but the server below)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of ``kg serve --writable`` in a process of its own, with the token."""
    folder = tmp_path_factory.mktemp("w3c") / "w3c.kg"
    Graph.open(folder).close()
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(folder), "--port", "0", "--writable"]
    with subprocess.Popen(
        [*command, "--no-access-log"], stdout=subprocess.PIPE, text=True, env={**os.environ, "KG_TOKEN": TOKEN}
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0].rstrip("/")
        with httpx.Client(base_url=address, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60) as client:
            yield client
        process.terminate()
