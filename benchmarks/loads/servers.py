"""The servers that are compared, each in a process of its own."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

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


def resident(process: int) -> int:
    """Bytes of memory of a process and of those that it started; 0 where the system does not tell."""
    sizes = 0
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            parent = int((entry / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
            if process in {parent, int(entry.name)}:
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
