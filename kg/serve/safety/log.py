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

ACCESS = logging.getLogger("kg.serve.access")
ERRORS = logging.getLogger("kg.serve")
SHOWN = 16  # hexadecimal digits of a query's SHA-256
SERVER = ("kg.serve", "uvicorn")

_encoded = msgspec.json.Encoder().encode


class Lines(logging.Formatter):
    """Writes a record as one line of JSON: its time (UTC), level and message, or in the place of these its fields.

    Of an exception it tells the type and where it came from, not what it says: that may quote a query.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        said: dict[str, Any] = {"time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")}
        fields = getattr(record, "fields", None)
        said |= fields or {"level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info and record.exc_info[0] is not None:
            said["exception"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            said["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return _encoded(said).decode()


def access(  # noqa: PLR0913 (the fields of a line)
    *, request_id: str, method: str, path: str, status: int, begun: float, sent: int, query: str | None, client: str
) -> None:
    """Log one request: ``begun`` by ``time.perf_counter``, ``sent`` in bytes of body."""
    fields: dict[str, Any] = {
        "request": request_id,
        "method": method,
        "path": path,
        "status": status,
        "ms": round((time.perf_counter() - begun) * 1000, 2),
        "bytes": sent,
        "client": client,
    }
    if query is not None:
        fields["query"] = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:SHOWN]
    ACCESS.info("", extra={"fields": fields})


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
