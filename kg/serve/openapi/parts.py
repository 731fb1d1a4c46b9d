"""The parts that descriptions are made of: parameters, bodies, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.serve.pages.addresses import LONGEST_IRI
from kg.serve.protocol import accept

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]

STRING: Json = {"type": "string"}
JSON_LIKE = {accept.JSON, accept.JSON_ROWS, accept.JSON_LD}
PROBLEM: Json = {
    "type": "object",
    "description": "What was wrong, what was expected (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
    },
}
REFUSED: Json = {"$ref": "#/components/responses/problem"}
# What may be refused at any address; the rest is refused as each says.
STATUSES = {
    "400": "A parameter means nothing.",
    "401": "A token is needed.",
    "403": "It is not allowed.",
    "404": "There is no such thing.",
    "405": "The method is not allowed here.",
    "406": "No format that is acceptable.",
    "408": "The body did not come in time.",
    "412": "The graph is there already, or is not, and the request says that it must be otherwise.",
    "413": "The body is too long.",
    "414": "The address is too long.",
    "415": "The body is of an unknown type.",
    "429": "Too many requests; Retry-After says how long to wait.",
    "431": "The headers are too long.",
    "503": "Busy; Retry-After says when to try again.",
    "504": "It took too long.",
}
ALWAYS = ("400", "401", "405", "414", "429", "431", "503")


def parameter(name: str, about: str, schema: Json = STRING, **more: Any) -> Json:  # noqa: ANN401 (any of OpenAPI's fields)
    """A parameter of the address's query."""
    return {"name": name, "in": "query", "description": about, "schema": schema, **more}


def number(least: int, most: int, default: int | None = None) -> Json:
    """The schema of a whole number in bounds."""
    found: Json = {"type": "integer", "minimum": least, "maximum": most}
    return found if default is None else found | {"default": default}


def path(name: str, about: str) -> Json:
    """A parameter in the path."""
    schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_IRI}
    return {"name": name, "in": "path", "required": True, "description": about, "schema": schema}


def named(formats: Iterable[str]) -> Json:
    """The parameter that names the format, in the place of Accept."""
    names = [name for name, types in accept.NAMES.items() if set(types) & set(formats)]
    return parameter("format", "The format of the answer, in the place of Accept.", {"type": "string", "enum": names})


def content(formats: Iterable[str], schema: Json | None = None) -> Json:
    """Bodies in several formats; ``schema`` is that of JSON."""
    return {form: {"schema": schema or {}} if form in JSON_LIKE else {} for form in formats}


def refusals(*statuses: str) -> Json:
    """The answers to what is refused: those of every address, and ``statuses``."""
    return {status: REFUSED | {"description": STATUSES[status]} for status in sorted({*ALWAYS, *statuses})}


def operation(  # noqa: PLR0913 (what an operation is described by)
    name: str,
    summary: str,
    *,
    tag: str,
    formats: Iterable[str],
    schema: Json | None = None,
    parameters: Iterable[Json] = (),
    refused: Iterable[str] = (),
    **more: Any,  # noqa: ANN401 (any of OpenAPI's fields)
) -> Json:
    """An operation that is answered with 200 in one of ``formats``, or refused."""
    responses = {"200": {"description": "The answer.", "content": content(formats, schema)}}
    described = {"operationId": name, "summary": summary, "tags": [tag], "parameters": list(parameters)}
    return described | {"responses": responses | refusals(*refused)} | more
