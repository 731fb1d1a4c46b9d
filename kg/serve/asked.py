"""What a request asks, after the SPARQL 1.1 Protocol: a query in the URL, in a form, or as the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

from kg.store import Dataset

if TYPE_CHECKING:
    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST_BODY = 1_000_000

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query, and the data set it is put to, where the request names one."""

    query: str
    dataset: Dataset | None = None


async def asked(request: Request) -> Asked:
    """The query of a request.

    :raises HTTPException: 400 without exactly one query, 403 for an update, 413 and 415 for a body too long or of an
        unknown type.
    """
    pairs = _pairs(request.url.query)
    if request.method == "POST":
        pairs += await _posted(request)
    return _read(pairs)


async def _posted(request: Request) -> Pairs:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == UPDATE:
        raise HTTPException(403, "updates are refused: the graph is served to read; send a query")
    if kind not in {FORM, QUERY}:
        message = f"a body of type {kind or 'none'}; expected {QUERY} or {FORM}"
        raise HTTPException(415, message, headers={"Accept": f"{QUERY}, {FORM}"})
    body = await _body(request)
    return _pairs(body) if kind == FORM else [("query", body)]


async def _body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            message = f"the body is too long; expected at most {LONGEST_BODY} bytes"
            raise HTTPException(413, message)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the body is not UTF-8; expected a query in UTF-8") from error


def _pairs(text: str) -> Pairs:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, "the parameters cannot be read; expected percent-encoded UTF-8") from error


def _read(pairs: Pairs) -> Asked:
    values = {name: [value for key, value in pairs if key == name] for name, _ in pairs}
    if "update" in values:
        raise HTTPException(403, "updates are refused: the graph is served to read; send a query")
    queries = values.get("query", [])
    if len(queries) != 1:
        message = f"{len(queries)} queries in one request; expected one, as the parameter 'query' or as the body"
        raise HTTPException(400, message)
    default, named = values.get("default-graph-uri", []), values.get("named-graph-uri", [])
    dataset = Dataset(default=tuple(default), named=tuple(named)) if default or named else None
    return Asked(query=queries[0], dataset=dataset)
