"""The log: one JSON object a line, without tokens, queries, or values of parameters."""

from __future__ import annotations

import hashlib
import logging
import sys
import time
import traceback
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from kg.serve.safety.gate import Exchange

ACCESS = logging.getLogger("kg.serve.access")
ERRORS = logging.getLogger("kg.serve")
GONE_AWAY = 499  # of a client that did not wait: there is no status for it, and others use this
MOST_NOTED = 1000
SHOWN = 16  # hexadecimal digits of a query's SHA-256
SERVER = ("kg.serve", "uvicorn")

_encoded = msgspec.json.Encoder().encode


class Lines(logging.Formatter):
    """Writes a record as one line of JSON: its time (UTC), level and message; or the lines that it brings.

    Of an exception it tells the type and where it came from, not what it says: that may quote a query.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, or lines, without the end of the last."""
        if lines := getattr(record, "lines", None):
            return b"\n".join(lines).decode()
        said: dict[str, Any] = {"time": _time(record.created)}
        said |= {"level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info and record.exc_info[0] is not None:
            said["exception"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            said["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return _encoded(said).decode()


class AccessLog:
    """A line for each request, written many at once: one by one they would cost more than many a request itself."""

    def __init__(self) -> None:
        """Nothing noted yet."""
        self._noted: list[tuple[float, Exchange, float, str, str]] = []

    def note(self, exchange: Exchange, *, seconds: float, client: str, query: str = "") -> None:
        """Note a request that has ended after so many seconds, and the query or update that it was."""
        self._noted.append((time.time(), exchange, seconds, client, query))
        if len(self._noted) >= MOST_NOTED:
            self.flush()

    def flush(self) -> None:
        """Write what was noted."""
        if noted := self._noted:
            self._noted = []
            ACCESS.info("", extra={"lines": [_line(*each) for each in noted]})


def _line(ended: float, exchange: Exchange, seconds: float, client: str, query: str) -> bytes:
    fields: dict[str, Any] = {
        "time": _time(ended),
        "request": exchange.id.decode(),
        "method": exchange.method,
        "path": exchange.path,
        "status": exchange.status or GONE_AWAY,
        "ms": round(seconds * 1000, 2),
        "bytes": exchange.sent,
        "client": client,
    }
    if query:
        fields["query"] = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:SHOWN]
    return _encoded(fields)


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


@contextmanager
def logging_to(stream: TextIO | None = None) -> Iterator[None]:
    """Write what the server logs to ``stream``, standard error by default, as long as the block runs."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines())
    loggers = [logging.getLogger(name) for name in SERVER]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    loggers[0].setLevel(logging.INFO)
    loggers[1].setLevel(logging.CRITICAL)  # what it would log, the gate has logged
    try:
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagate
