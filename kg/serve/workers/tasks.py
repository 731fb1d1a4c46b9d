"""What is asked of a worker and what it answers, as it goes over the line between two processes."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (msgspec reads the types of records)
from typing import Final

import msgspec

from kg.store import Dataset

__all__ = [
    "Answer",
    "Dataset",
    "Dump",
    "Job",
    "Opening",
    "Query",
    "Reply",
    "Setup",
    "read_job",
    "read_reply",
    "written",
]


class Query(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A SPARQL query, and how its answer is written.

    ``union``: the default graph of a query without FROM and ``dataset`` is the union of all graphs. ``rows`` and
    ``triples`` are media types, None where nothing acceptable is known. ``most_rows`` and ``most_bytes`` are asked for
    by the client: it then gets a whole, valid answer of so many rows or triples, and of so many bytes, at most.
    ``federation`` is the hosts that SERVICE may name. ``substitutions`` are terms in N-Triples' form by the names of
    the variables whose place they take; the query must select these.
    """

    text: str
    rows: str | None = "application/sparql-results+json"
    triples: str | None = "text/turtle"
    dataset: Dataset | None = None
    union: bool = True
    most_rows: int | None = None
    most_bytes: int | None = None
    gzip: bool = False
    base: str | None = None
    federation: tuple[str, ...] = ()
    substitutions: dict[str, str] = {}


class Dump(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """All that is in one graph ("" is the default graph), or in the whole data set (None)."""

    graph: str | None
    media_type: str
    gzip: bool = False


class Opening(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Goes on with another copy of a snapshot, in the folder ``store``."""

    store: str


class Setup(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The first thing that a worker is told; ``alone``: it may not reach the network."""

    store: str
    spool: str
    prefixes: dict[str, str]
    memory: int
    most_bytes: int
    in_memory: int
    alone: bool


class Job(msgspec.Struct, frozen=True, array_like=True):
    """A task with the seconds after which the worker ends itself, should nobody else have ended it."""

    task: Query | Dump | Opening | Setup
    seconds: float


class Reply(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An Answer on the line: ``path`` is the file that holds a long body, which is then empty."""

    status: int
    content_type: str = "text/plain; charset=utf-8"
    body: bytes = b""
    path: str = ""
    encoding: str | None = None
    detail: str = ""
    cut: bool = False
    seconds: float = 0.0


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A whole answer; ``body`` is a file to send, and to remove, where the answer is long.

    ``encoding`` is "gzip" or None, ``detail`` one line on what went wrong (``status`` 400 and above), ``cut`` whether
    rows or bytes were left out, as the client asked. ``tag`` tells the snapshot that was asked (``Generation.tag``).
    """

    status: int
    content_type: str
    body: bytes | Path
    encoding: str | None = None
    detail: str = ""
    cut: bool = False
    seconds: float = 0.0
    tag: str = ""


written: Final = msgspec.msgpack.Encoder().encode
read_job: Final = msgspec.msgpack.Decoder(Job).decode
read_reply: Final = msgspec.msgpack.Decoder(Reply).decode
