"""What a request asks, after the SPARQL 1.1 Protocol: a query in the URL, in a form, or as the body; or an update."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from kg.serve.problems import Problem
from kg.serve.protocol.parameters import FORM, QUERY, UPDATE, Values, body, kind, values
from kg.serve.safety import writing
from kg.store import Dataset

if TYPE_CHECKING:
    from starlette.requests import Request

SWITCHES = {"": True, "true": True, "1": True, "false": False, "0": False}
OF_QUERIES = ("default-graph-uri", "named-graph-uri")
OF_UPDATES = ("using-graph-uri", "using-named-graph-uri")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A query or an update, and what the request says beside it.

    ``dataset`` is None where the request names none, ``named`` the format that it names ("": none). ``seconds`` is the
    time that it grants; ``most_rows`` and ``most_bytes`` are where it wants the answer cut.
    """

    query: str | None = None
    update: str | None = None
    dataset: Dataset | None = None
    union: bool = True
    named: str = ""
    seconds: float | None = None
    most_rows: int | None = None
    most_bytes: int | None = None


async def asked(request: Request) -> Asked | None:
    """What a request asks; None where it asks nothing, and so wants the service described.

    :raises Problem: 400 for a request that is not one query or one update, 401 and 403 for an update that is not
        allowed, 408 for a body that does not come, 413 and 415 for one that is too long or of an unknown type.
    """
    most = request.app.state.settings.config.parameters
    if request.method != "POST":
        return _in_url(request.scope["query_string"], most)
    found = values(request.scope["query_string"], most=most)
    return _read(await _posted(request, found, most))


@lru_cache(maxsize=256)  # of a URL that is asked again and again
def _in_url(text: bytes, most: int) -> Asked | None:
    found = values(text, most=most)
    if "update" in found:
        raise Problem(400, detail=f"an update came by GET; expected POST, with a body of type {UPDATE} or {FORM}")
    return _read(found) if "query" in found else None


async def _posted(request: Request, found: Values, most: int) -> Values:
    media_type = kind(request, (QUERY, UPDATE, FORM))
    limits = request.app.state.settings.config
    if media_type == UPDATE:
        writing(request)
        return _joined(found, {"update": [_text(await body(request, longest=limits.longest_write))]})
    content = await body(request, longest=limits.longest_body)
    if media_type == QUERY:
        return _joined(found, {"query": [_text(content)]})
    posted = values(content, most=most)
    if "update" in found or "update" in posted:
        writing(request)
    return _joined(found, posted)


def _joined(found: Values, posted: Values) -> Values:
    if twice := sorted(found.keys() & posted.keys()):
        raise Problem(400, detail=f"{twice[0]} stands in the URL and in the body; expected one of the two")
    return found | posted


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise Problem(400, detail="the body is not UTF-8; expected a query or an update in UTF-8") from None


def _read(found: Values) -> Asked:
    if len(found) == 1 and len(alone := found.get("query", [])) == 1:  # as most requests are
        return Asked(query=alone[0])
    query, update = _one(found, "query"), _one(found, "update")
    if (query is None) == (update is None):
        said = "neither a query nor an update" if query is None else "a query and an update"
        raise Problem(400, detail=f"{said} in one request; expected one of them")
    own, other = (OF_QUERIES, OF_UPDATES) if update is None else (OF_UPDATES, OF_QUERIES)
    if misplaced := sorted(found.keys() & set(other)):
        raise Problem(400, detail=f"{misplaced[0]} means nothing here; expected {own[0]} or {own[1]}")
    return Asked(
        query=query,
        update=update,
        dataset=_dataset(found, own),
        union=_switch(found, "union-default-graph"),
        named=_one(found, "format") or "",
        seconds=_seconds(found),
        most_rows=_count(found, "max-rows"),
        most_bytes=_count(found, "max-bytes"),
    )


def _one(found: Values, name: str) -> str | None:
    given = found.get(name)
    if given is None:
        return None
    if len(given) > 1:
        raise Problem(400, detail=f"{name} stands {len(given)} times in one request; expected it once")
    return given[0]


def _dataset(found: Values, names: tuple[str, str]) -> Dataset | None:
    # Clients with a form send what was left empty too.
    default, named = (tuple(each for each in found.get(name, ()) if each) for name in names)
    return Dataset(default=default, named=named) if default or named else None


def _switch(found: Values, name: str) -> bool:
    given = _one(found, name)
    if given is None:
        return True
    if given.lower() not in SWITCHES:
        raise Problem(400, detail=f"{name} is {given[:40]!r}; expected true or false")
    return SWITCHES[given.lower()]


def _seconds(found: Values) -> float | None:
    given = _one(found, "timeout")
    if not given:
        return None
    try:
        seconds = float(given)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise Problem(400, detail=f"timeout is {given[:40]!r}; expected seconds, more than 0")
    return seconds


def _count(found: Values, name: str) -> int | None:
    given = _one(found, name)
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) <= 15 and int(given)):  # noqa: PLR2004 (a JSON integer)
        raise Problem(400, detail=f"{name} is {given[:40]!r}; expected a whole number, more than 0")
    return int(given)
