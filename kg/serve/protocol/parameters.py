"""The parameters and the body of a request, read within the limits of the server."""

from __future__ import annotations

import asyncio
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
    if not length.isdecimal() or int(length) > longest:
        raise too_long(longest)
    pieces, left = [], longest
    try:
        async with asyncio.timeout(request.app.state.settings.config.body_seconds):
            async for piece in request.stream():
                pieces.append(piece)
                left -= len(piece)
                if left < 0:
                    raise too_long(longest)
    except TimeoutError:
        raise Problem(408, detail="the body did not come in time; send it again", headers=CLOSE) from None
    return b"".join(pieces)


def too_long(longest: int) -> Problem:
    """What refuses a body of more bytes than these."""
    return Problem(413, detail=f"the body is too long; expected at most {longest} bytes", headers=CLOSE)


def _decoded(text: bytes) -> str:
    return unquote_to_bytes(text.replace(b"+", b" ")).decode()
