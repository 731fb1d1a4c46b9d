"""HTML out of the templates beside this module: every value is escaped, unless it is a template's own."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.serve.answers import made
from kg.serve.pages.addresses import Addresses, web, words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.problems import Problem

HTML = "text/html; charset=utf-8"
# No script, and nothing from elsewhere.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@cache
def _templates() -> Environment:
    made_of = FileSystemLoader(Path(__file__).parent / "templates")
    found = Environment(
        loader=made_of, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    found.filters |= {"words": words, "web": web}
    return found


def rendered(request: Request, template: str, **context: Any) -> bytes:  # noqa: ANN401 (a template takes values of any type)
    """A template as bytes; it knows ``href`` and ``short`` of the graph's IRIs."""
    addresses = Addresses(ids=request.app.state.ids)
    text = _templates().get_template(template)
    return text.render(context, href=addresses.page, short=addresses.short).encode()


async def page(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:  # noqa: ANN401
    """A page for people, written in a thread: a long one takes tens of milliseconds."""
    content = await asyncio.to_thread(rendered, request, template, **context)
    response = made(request, content, HTML, status=status)
    response.headers["Content-Security-Policy"] = POLICY
    return response


async def refused(request: Request, problem: Problem) -> Response:
    """A page that says why there is none."""
    response = await page(request, "problem.html", status=problem.status, title=problem.title, problem=problem)
    for name, value in (problem.headers | {"Cache-Control": "no-store"}).items():
        response.headers[name] = value
    for name in ("ETag", "Last-Modified"):
        if name in response.headers:
            del response.headers[name]
    return response
