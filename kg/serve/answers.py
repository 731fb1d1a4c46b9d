"""Answers that a cache can keep and ask about again: ETag, 304, gzip, and bodies that wait in a file.

An ETag is weak: rows that a query does not order may come in another order another time, and mean the same.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.responses import Response

from kg.serve.problems import Problem
from kg.serve.protocol.accept import compressed, header

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from kg.serve.workers.tasks import Answer

PIECE = 256 * 1024  # bytes: what is handed to the network at a time
WORTH = 1_000  # bytes: less is not compressed
LEVEL = 5
RETRY_SECONDS = "2"
SAFE = {"GET", "HEAD"}
NO_CONTENT = 204


def respond(request: Request, answer: Answer, *, kept: bool = True) -> Response:
    """The answer of a worker or of the writer, as it goes out; with ``kept`` off, no cache is to keep it.

    :raises Problem: for an answer that says what went wrong.
    """
    if answer.status >= 400:  # noqa: PLR2004 (the first status of an error)
        raise Problem(answer.status, detail=answer.detail, headers=_retry(answer.status))
    headers: dict[str, str] = {}
    if answer.encoding:
        headers["Content-Encoding"] = answer.encoding
    if answer.status != NO_CONTENT:
        headers["Content-Type"] = answer.content_type
    if kept and answer.tag and request.method in SAFE:
        headers |= _validated(etag(answer.tag, answer.content_type, answer.encoding))
    else:
        headers["Cache-Control"] = "no-store"
    if isinstance(answer.body, bytes):
        return Sent(answer.body, status_code=answer.status, headers=headers)
    return Sent(_taken(answer.body), status_code=answer.status, headers=headers)


def made(request: Request, content: bytes, content_type: str, *, status: int = 200) -> Response:
    """A body that a handler made itself: compressed where that is worth it; 304 if the client has it already."""
    encoding = None
    tag = hashlib.sha256(content).hexdigest()[:24]
    if len(content) > WORTH and compressed(request):
        content, encoding = gzip.compress(content, LEVEL, mtime=0), "gzip"
    headers = _validated(etag(tag, content_type, encoding))
    if _known(request, {headers["ETag"]}):
        return Response(status_code=304, headers=headers)
    headers["Content-Type"] = content_type
    if encoding:
        headers["Content-Encoding"] = encoding
    return Sent(content, status_code=status, headers=headers)


def unchanged(request: Request, media_types: Iterable[str | None]) -> Response | None:
    """304, if the client has the answer in one of ``media_types``, of this generation; ask before the query is run."""
    if not header(request, b"if-none-match") or request.method not in SAFE:
        return None
    tag: str = request.app.state.pool.generation.tag
    encodings = (None, "gzip") if compressed(request) else (None,)
    tags = {etag(tag, media_type, encoding) for media_type in media_types if media_type for encoding in encodings}
    known = _known(request, tags)
    return Response(status_code=304, headers=_validated(known)) if known else None


@lru_cache(maxsize=1024)
def etag(tag: str, content_type: str, encoding: str | None) -> str:
    """The ETag of what ``tag`` stands for, in one representation.

    >>> etag("7", "text/csv; charset=utf-8", None) == etag("7", "text/csv", None) != etag("7", "text/csv", "gzip")
    True
    """
    named = "\n".join((tag, content_type.partition(";")[0].strip(), encoding or ""))
    return f'W/"{hashlib.sha256(named.encode()).hexdigest()[:24]}"'


class Sent(Response):
    """A body sent in pieces, so that a client that reads slowly is noticed; a file is read as it is sent."""

    def __init__(self, body: bytes | BinaryIO, *, status_code: int, headers: dict[str, str]) -> None:
        """A file is closed when it has been sent, or could not be."""
        self.background = None
        self.status_code = status_code
        self.file = None if isinstance(body, bytes) else body
        self.body = body if isinstance(body, bytes) else b""
        self.raw_headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()
        ]
        if status_code != NO_CONTENT:
            length = len(self.body) if self.file is None else self.file.seek(0, 2)
            self.raw_headers.append((b"content-length", b"%d" % length))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 (ASGI names it)
        """Send it."""
        if self.file is None and len(self.body) <= PIECE:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": self.body})
            return
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            for piece in self._pieces() if scope["method"] != "HEAD" else ():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            if self.file is not None:
                self.file.close()

    def _pieces(self) -> Iterator[bytes]:
        if self.file is None:
            yield from (bytes(self.body[start : start + PIECE]) for start in range(0, len(self.body), PIECE))
            return
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece


def _taken(file: Path) -> BinaryIO:
    """The file, opened; its name is removed at once, so that nothing is left behind whatever happens."""
    opened = file.open("rb")
    file.unlink(missing_ok=True)
    return opened


def _validated(tag: str) -> dict[str, str]:
    """To be kept, but asked about each time; what came for a token, no cache keeps for others (RFC 9111, 3.5)."""
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _known(request: Request, tags: set[str]) -> str:
    """The one of ``tags`` that the client has, "" if it has none (RFC 9110, section 13.1.2: weak comparison)."""
    if request.method not in SAFE:
        return ""
    has = {tag.strip().removeprefix("W/") for tag in header(request, b"if-none-match").split(",")}
    if "*" in has and tags:
        return min(tags)
    return next((tag for tag in sorted(tags) if tag.removeprefix("W/") in has), "")


def _retry(status: int) -> dict[str, str]:
    return {"Retry-After": RETRY_SECONDS} if status in {429, 503} else {}
