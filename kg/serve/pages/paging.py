"""Which part of a long list a page shows: ``limit`` and ``offset`` of the address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from msgspec import Struct

from kg.serve.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

FURTHEST = 10_000_000


class Paging(Struct, frozen=True, kw_only=True):
    """A stretch of a list, and the addresses of those before and after it; empty where there is none."""

    limit: int
    offset: int
    before: str = ""
    after: str = ""


def number(values: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    """A whole number of the address.

    :raises Problem: 400 when it is none, or out of bounds.
    """
    written = values.get(name, "")
    if not written:
        return default
    if written.isascii() and written.isdigit() and len(written) <= 12 and least <= int(written) <= most:  # noqa: PLR2004 (longer ones are out of any bounds)
        return int(written)
    message = f"{name} is {written[:40]!r}; expected a whole number from {least} to {most}"
    raise Problem(400, detail=message)


def paging(request: Request, *, default: int = 50, most: int = 1000, total: int | None = None) -> Paging:
    """The part that a request wants; ``total``, where it is known, says where the list ends.

    :raises Problem: 400 for a limit or an offset that is none.
    """
    values = request.query_params
    limit = number(values, "limit", default=default, least=1, most=most)
    offset = number(values, "offset", default=0, least=0, most=FURTHEST)
    before = address(request, limit=limit, offset=max(0, offset - limit)) if offset else ""
    further = total is None or offset + limit < total
    return Paging(
        limit=limit,
        offset=offset,
        before=before,
        after=address(request, limit=limit, offset=offset + limit) if further else "",
    )


def address(request: Request, **changed: str | int) -> str:
    """The address of this page with some parameters changed."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changed]
    return "?" + urlencode([*kept, *((name, str(value)) for name, value in changed.items() if value != "")])
