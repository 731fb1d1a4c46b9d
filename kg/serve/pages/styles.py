"""The files that pages load, all of them from this server."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.serve.answers import made
from kg.serve.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

TYPES = {"style.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


async def static(request: Request) -> Response:
    """A file of the folder ``static``; only those that are named here.

    :raises Problem: 404 for any other.
    """
    name = request.path_params["name"]
    if name not in TYPES:
        message = f"there is no file {name[:40]!r}; expected one of: {', '.join(TYPES)}"
        raise Problem(404, detail=message)
    return made(request, _read(name), TYPES[name])


@cache
def _read(name: str) -> bytes:
    return (Path(__file__).parent / "static" / name).read_bytes()
