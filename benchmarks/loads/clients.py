"""Eight clients, each with its next query as soon as it has an answer: wrk where it is installed, else threads."""

from __future__ import annotations

import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENTS = 8
LUA = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local at = math.random(#paths)
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency, requests)
  local bad = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
  io.write(string.format("FIGURES %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), bad + summary.errors.timeout))
end
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a load of some seconds came to: answers a second, milliseconds at the median and the 99th percentile."""

    rate: float
    median: float
    last: float
    failed: int

    def __str__(self) -> str:
        """One cell of the table."""
        return f"{self.rate:,.0f}/s, median {self.median:.1f} ms, p99 {self.last:.1f} ms, {self.failed} failed"


def load(address: str, queries: list[str], *, seconds: float) -> Load:
    """So many seconds of eight clients, each with its next query as soon as it has an answer."""
    paths = [f"{urlsplit(address).path}?query={quote(query)}" for query in queries]
    return _wrk(address, paths, seconds) if shutil.which("wrk") else _own(address, paths, seconds)


def _wrk(address: str, paths: list[str], seconds: float) -> Load:
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder, "paths"), Path(folder, "load.lua")
        listed.write_text("\n".join(paths), encoding="utf-8")
        script.write_text(LUA % listed, encoding="utf-8")
        command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds:.0f}s", "--timeout", "60s", "-s", str(script), address]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"FIGURES (\d+) (\d+) (\d+) (\d+) (\d+)", said)
    if found is None:
        sys.exit(f"wrk said nothing of use: {said}")
    requests, microseconds, median, last, failed = map(int, found.groups())
    return Load(rate=requests / microseconds * 1e6, median=median / 1000, last=last / 1000, failed=failed)


def _own(address: str, paths: list[str], seconds: float) -> Load:
    took: list[float] = []
    failed: list[int] = []
    end = time.monotonic() + seconds
    parts = urlsplit(address)

    def client(first: int) -> None:
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        at = first
        while time.monotonic() < end:
            start = time.monotonic()
            connection.request("GET", paths[at % len(paths)])
            answer = connection.getresponse()
            answer.read()
            took.append(time.monotonic() - start)
            if answer.status != http.HTTPStatus.OK:
                failed.append(answer.status)
            at += CLIENTS

    together([partial(client, first) for first in range(CLIENTS)])
    order = sorted(took)
    last = order[int(len(order) * 0.99)]
    return Load(rate=len(took) / seconds, median=statistics.median(took) * 1000, last=last * 1000, failed=len(failed))


def raw(graph: Path, queries: list[str], *, seconds: float) -> Load:
    """The engine in this process, on one core, with results written as JSON."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        with Graph.read(graph) as opened:
            opened.backup(Path(folder, "raw.kg"))
        store = Store.read_only(str(Path(folder, "raw.kg", "store")))
        end, at = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            start = time.monotonic()
            found = store.query(queries[at % len(queries)])
            assert isinstance(found, QuerySolutions)  # noqa: S101
            found.serialize(format=QueryResultsFormat.JSON)
            took.append(time.monotonic() - start)
            at += 1
        del store
    order = sorted(took)
    last = order[int(len(order) * 0.99)] * 1000
    return Load(rate=len(took) / sum(took), median=statistics.median(took) * 1000, last=last, failed=0)


def together(jobs: list[Callable[[], None]]) -> None:
    """Does all of them at once, and waits."""
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
