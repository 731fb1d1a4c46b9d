"""The servers that are compared, each in a process of its own."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def running(
    command: list[str], *, port: int, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process of its own, once it listens."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})}
    ) as process:
        try:
            while not listens(port):
                if process.poll() is not None:
                    sys.exit(f"{command[0]} ended with {process.returncode}")
                time.sleep(0.2)
            yield process
        finally:
            process.terminate()
            process.wait(20)


def kg_serve(graph: Path, port: int) -> list[str]:
    """The command of our own server."""
    return [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", str(port), "--no-access-log"]


def oxigraph_server(graph: Path, port: int) -> list[str]:
    """The command of Oxigraph's own server, on the same store."""
    return [
        str(Path(sys.executable).parent / "oxigraph"), "serve", "--location", str(graph / "store"),
        "--bind", f"127.0.0.1:{port}",
    ]  # fmt: skip


RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(default_union=True)
data.parse(sys.argv[1], format="nquads")
app = SparqlEndpoint(graph=data, path="/query")
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
"""


def rdflib_server(file: Path, port: int) -> list[str]:
    """The command of rdflib-endpoint, which reads the graph into memory first."""
    return [sys.executable, "-c", RDFLIB, str(file), str(port)]


def resident(process: int, *, alone: bool = False) -> int:
    """Bytes of memory of a process and, unless ``alone``, of those it started; 0 where the system does not tell."""
    sizes = 0
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            parent = int((entry / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
            if int(entry.name) == process or (parent == process and not alone):
                sizes += int((entry / "statm").read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return sizes


def free() -> int:
    """A free port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


class Sizes:
    """The memory of a server and of all its processes, taken every few seconds while a load runs."""

    def __init__(self, process: int) -> None:
        """Nothing is taken yet."""
        self._process = process
        self._taken: list[tuple[int, int]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._take)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def __str__(self) -> str:
        """In MiB."""
        fifth = max(1, len(self._taken) // 5)
        means = [
            [
                sum(each[which] for each in part) / len(part) / 2**20
                for part in (self._taken[:fifth], self._taken[-fifth:])
            ]
            for which in (0, 1)
        ]
        (first, last), (all_first, all_last) = means
        return f"server {first:.0f} → {last:.0f} MiB, with its workers {all_first:.0f} → {all_last:.0f} MiB"

    def _take(self) -> None:
        while not self._over.wait(2):
            self._taken.append((resident(self._process, alone=True), resident(self._process)))
