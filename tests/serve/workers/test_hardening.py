"""What worker processes may not do."""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.serve.workers import Limits, Pool

if TYPE_CHECKING:
    from collections.abc import Callable

linux = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"},
    reason="a system that has no such filter",
)
TRIED = """
import socket, subprocess, threading
from kg.serve.workers.hardening import isolate
pair = socket.socketpair()
assert isolate()
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
        print("a socket")
    except PermissionError:
        print("none")
try:
    subprocess.run(["true"])
    print("a program")
except PermissionError:
    print("none")
found = []
def tried():
    try:
        socket.socket()
        found.append("a socket")
    except PermissionError:
        found.append("none")
thread = threading.Thread(target=tried)
thread.start()
thread.join()
pair[0].sendall(b"line")
print(*found, pair[1].recv(4).decode())
"""
GREEDY = """
from kg.serve.workers.hardening import bound
bound(50 * 2**20)
bytearray(100 * 2**20)
try:
    bytearray(500 * 2**20)
    print("given")
except MemoryError:
    print("refused")
"""
LEFT_ALONE = """
import asyncio, sys
from pathlib import Path
from kg.serve.workers import Limits, Pool, Query
async def main():
    pool = Pool(Path(sys.argv[1]), prefixes={}, limits=Limits(workers=1))
    await pool.start()
    asked = asyncio.create_task(pool.ask(Query(text=sys.argv[2])))
    await asyncio.sleep(0.2)
    print(*(worker.process.pid for worker in pool._crew.workers), flush=True)
    await asked
asyncio.run(main())
"""


def said(program: str) -> list[str]:
    """What a Python program prints, line by line."""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def told(process: int, file: str) -> str:
    """What the system tells of a process."""
    return Path(f"/proc/{process}/{file}").read_text(encoding="utf-8")


@linux
def test_isolated_process_opens_nothing() -> None:
    """After isolation there are no new sockets, in new threads neither, and no new programs; the line stays open."""
    assert said(TRIED) == ["none"] * 4 + ["none line"]


def test_worker_imports_little() -> None:
    """A worker is started with what it needs to answer: no event loop, no web server, no parser."""
    heavy = ("asyncio", "starlette", "uvicorn", "rdflib", "spacy", "numpy")
    program = f"import sys, kg.serve.workers.process\nprint(*(name for name in {heavy} if name in sys.modules))"
    assert said(program) == [""]


@linux
def test_allocation_beyond_the_bound_fails() -> None:
    """A bounded process gets the memory it may use, and not much more."""
    assert said(GREEDY) == ["refused"]


@linux
@pytest.mark.parametrize(("federation", "mode"), [(False, "2"), (True, "0")])
def test_workers_are_isolated(graph: Path, federation: bool, mode: str) -> None:  # noqa: FBT001
    """Workers are isolated, unless a query may reach another machine."""

    async def scenario() -> list[str]:
        pool = Pool(graph, prefixes={}, limits=Limits(workers=1), federation=federation)
        await pool.start()
        try:
            return [told(worker.process.pid, "status") for worker in pool._crew.workers]
        finally:
            await pool.stop()

    for status in asyncio.run(scenario()):
        assert f"\nSeccomp:\t{mode}\n" in status


@linux
def test_workers_know_no_secret(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret in the server's environment is not in that of a worker, which no signal of the terminal reaches."""
    monkeypatch.setenv("KG_TOKEN", "swordfish")

    async def scenario(pool: Pool) -> list[tuple[str, int]]:
        numbers = [worker.process.pid for worker in pool._crew.workers]
        return [(told(number, "environ"), os.getsid(number)) for number in numbers]

    for environment, session in run(scenario):
        assert "PYTHONPATH" in environment
        assert "swordfish" not in environment
        assert session != os.getsid(0)


@linux
def test_workers_end_with_their_server(graph: Path, runaway: str) -> None:
    """When the server is killed, its workers end, in the middle of a query too."""
    with subprocess.Popen(
        [sys.executable, "-c", LEFT_ALONE, str(graph), runaway], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        workers = [int(number) for number in server.stdout.readline().split()]
        server.send_signal(signal.SIGKILL)
    assert len(workers) == 2
    for _ in range(500):
        if not any(_runs(number) for number in workers):
            return
        time.sleep(0.02)
    pytest.fail("workers outlive their server")


def _runs(process: int) -> bool:
    """Whether a process runs: one that has ended and that nobody has asked about does not."""
    try:
        return told(process, "stat").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
