"""The parameters and the body of a request, read within the limits of the server."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from kg.serve.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
CLOSE = {"Connection": "close"}  # what is left of the body is not waited for
PASSED_OVER = 20_000_000  # bytes
PATIENCE = 2.0  # seconds
CHARSETS = {"", "utf-8", "utf8", "us-ascii"}

Values = dict[str, list[str]]


def values(text: bytes, *, most: int) -> Values:
    """The values of each parameter, in order (application/x-www-form-urlencoded).

    >>> values(b"query=ASK+%7B%7D&g=a&g=b", most=9)
    {'query': ['ASK {}'], 'g': ['a', 'b']}

    :raises Problem: 400 when they are not UTF-8, or more than ``most``.
    """
    found: Values = {}
    if not text:
        return found
    pairs = text.split(b"&")
    if len(pairs) > most:
        raise Problem(400, detail=f"{len(pairs)} parameters in one request; expected at most {most}")
    try:
        for pair in pairs:
            name, _, value = pair.partition(b"=")
            if pair:
                found.setdefault(_decoded(name), []).append(_decoded(value))
    except UnicodeDecodeError:
        raise Problem(400, detail="the parameters are not UTF-8; expected percent-encoded UTF-8") from None
    return found


def kind(request: Request, expected: Sequence[str]) -> str:
    """The media type of the body.

    :raises Problem: 415 when it is none of ``expected``, or is in another charset than UTF-8, or compressed.
    """
    given = request.headers.get("content-type", "")
    name, *parameters = (piece.strip().lower() for piece in given.split(";"))
    charset = next((each.removeprefix("charset=").strip('"') for each in parameters if each.startswith("charset=")), "")
    encoding = request.headers.get("content-encoding", "identity")
    if name not in expected:
        said = f"a body of type {name[:80] or 'none'}"
    elif charset not in CHARSETS:
        said = f"a body in {charset[:40]}"
    elif encoding.lower() != "identity":
        said = f"a body compressed by {encoding[:40]}"
    else:
        return name
    wanted = ", ".join(expected)
    raise Problem(415, detail=f"{said}; expected plain UTF-8 of type {wanted}", headers={"Accept": wanted})


async def body(request: Request, *, longest: int) -> bytes:
    """The body, at most ``longest`` bytes.

    :raises Problem: 413 when it is longer, 408 when it does not come in time.
    """
    length = request.headers.get("content-length", "0")
    pieces, left = [], longest
    try:
        async with asyncio.timeout(request.app.state.settings.config.body_seconds):
            async for piece in request.stream():
                left -= len(piece)
                if left < 0 or int(length) > longest:
                    break
                pieces.append(piece)
            else:
                return b"".join(pieces)
    except TimeoutError:
        raise Problem(408, detail="the body did not come in time; send it again", headers=CLOSE) from None
    await _passed_over(request)
    raise Problem(413, detail=f"the body is too long; expected at most {longest} bytes", headers=CLOSE)


async def _passed_over(request: Request) -> None:
    """Read on for a moment: a client that is cut off while it sends does not see why."""
    left = PASSED_OVER
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while left > 0:
                message = await request.receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


def _decoded(text: bytes) -> str:
    return unquote_to_bytes(text.replace(b"+", b" ")).decode()
