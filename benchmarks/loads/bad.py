"""Bad queries among good ones: what they cost the others."""

from __future__ import annotations

import hashlib
import http.client
import json
import random
import socket
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from loads.clients import Load, load, together

if TYPE_CHECKING:
    from collections.abc import Callable

RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@dataclass(slots=True, kw_only=True)
class Mixed:
    """What minutes of mixed load came to."""

    good: int = 0
    failed: list[str] = field(default_factory=list)
    bad: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, kind: str, status: str) -> None:
        """One more answer to a bad query."""
        with self.lock:
            self.bad[f"{kind}: {status}"] = self.bad.get(f"{kind}: {status}", 0) + 1


def runaway(address: str, queries: list[str], *, limit: float) -> tuple[float, int, Load]:
    """How long a query without end took, its status, and what other clients got meanwhile."""
    said: list[tuple[float, int]] = []

    def ask() -> None:
        time.sleep(1)
        start = time.monotonic()
        status, _ = _get(address, RUNAWAY, timeout=limit)
        said.append((time.monotonic() - start, status))

    thread = threading.Thread(target=ask)
    thread.start()
    meanwhile = load(address, queries, seconds=limit + 3)
    thread.join()
    return (*said[0], meanwhile)


def mixed(address: str, queries: dict[str, list[str]], *, minutes: float) -> Mixed:
    """Six clients with good queries and two with bad ones; a good answer must be whole, and say what it said before."""
    found = Mixed()
    end = time.monotonic() + minutes * 60
    good = [*queries["point"][:400], *queries["1,000 rows"][:5]]
    known: dict[str, str] = {}

    def well(seed: int) -> None:
        order = random.Random(seed)  # noqa: S311 (a load)
        while time.monotonic() < end:
            query = order.choice(good)
            status, content = _get(address, query)
            mark = hashlib.sha256(content).hexdigest()
            with found.lock:
                found.good += 1
                if status != http.HTTPStatus.OK or not _whole(content) or known.setdefault(query, mark) != mark:
                    found.failed.append(f"{status}: {content[:120]!r}")

    def badly(seed: int) -> None:
        order = random.Random(seed)  # noqa: S311 (a load)
        while time.monotonic() < end:
            kind = order.choice(sorted(BAD))
            found.count(kind, BAD[kind](address))

    together([*(partial(well, seed) for seed in range(6)), *(partial(badly, seed) for seed in range(2))])
    return found


def _away(address: str) -> str:
    """A client that leaves before its answer comes."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port)) as connection:
        connection.sendall(f"GET {parts.path}?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        time.sleep(0.3)
    return "left"


BAD: dict[str, Callable[[str], str]] = {
    "without end": lambda address: str(_get(address, RUNAWAY, timeout=1)[0]),
    "wrong": lambda address: str(_get(address, "SELECT * {")[0]),
    "nested": lambda address: str(_get(address, "ASK " + "{" * 3000 + "}" * 3000)[0]),
    "elsewhere": lambda address: str(_get(address, "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")[0]),
    "large": lambda address: str(_get(address, "SELECT * { ?s ?p ?o } LIMIT 200000")[0]),
    "client that leaves": _away,
}


def _get(address: str, query: str, *, timeout: float | None = None) -> tuple[int, bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
    path = f"{parts.path}?query={quote(query)}{'' if timeout is None else f'&timeout={timeout}'}"
    try:
        connection.request("GET", path, headers={"Accept": "application/sparql-results+json"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException) as error:
        return 0, repr(error).encode()
    finally:
        connection.close()


def _whole(content: bytes) -> bool:
    try:
        return "results" in json.loads(content)
    except ValueError:
        return False
