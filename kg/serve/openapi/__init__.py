"""``/openapi.json``: every address of the server, in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0).

The named questions are described from their own files, one address each. What this server has no route for is left
out.
"""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

import msgspec
from starlette.routing import Route

from kg.serve.answers import made
from kg.serve.openapi import reading, standards
from kg.serve.openapi.parts import PROBLEM, Json
from kg.serve.problems import PROBLEM as PROBLEM_TYPE
from kg.serve.protocol import accept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

# A refusal is a problem body; where a page was wanted, a page.
REFUSALS: Json = {PROBLEM_TYPE: {"schema": PROBLEM}, accept.HTML: {}}
QUESTION = "/ask/{name}"  # is described as one address for each question
TAGS = {
    "sparql": "The SPARQL 1.1 Protocol.",
    "graphs": "The SPARQL 1.1 Graph Store HTTP Protocol.",
    "questions": "Named questions, with parameters.",
    "search": "Full text of names and evidence.",
    "things": "Every IRI of the graph, as a page and as data.",
    "pages": "For people.",
    "server": "What the server tells of itself.",
}


async def openapi(request: Request) -> Response:
    """The description of this server."""
    settings = request.app.state.settings
    told = description(request.app.routes, private=getattr(settings, "private", False))
    return made(request, msgspec.json.encode(told), accept.JSON)


routes = [Route("/openapi.json", openapi)]


def description(served: Iterable[BaseRoute], *, private: bool) -> Json:
    """The description of what stands at ``served``; ``private``: reading needs the token too."""
    known = reading.addresses() | standards.addresses()
    there = {address(each.path) for each in served if isinstance(each, Route)}
    paths = {path: told for path, told in sorted(known.items()) if _question(path) in there}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "News graph",
            "version": metadata.version("newskg"),
            "description": "Who did or said what to whom, who claims it, and where the text says so.",
        },
        "tags": [{"name": name, "description": about} for name, about in TAGS.items()],
        "paths": paths,
        "security": standards.TOKEN if private else [],
        "components": {
            "responses": {"problem": {"description": "It is refused, or failed.", "content": REFUSALS}},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic", "description": "The token is the password."},
            },
        },
    }


def address(path: str) -> str:
    """The path of a route as OpenAPI writes it.

    >>> address("/entity/{name:path}")
    '/entity/{name}'
    """
    return re.sub(r":\w+}", "}", path)


def _question(path: str) -> str:
    return QUESTION if path.startswith("/ask/") else path
