"""The page of a query: a table of what it gives, or triples as Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.serve.pages.home import EXAMPLE
from kg.serve.pages.paging import number
from kg.serve.pages.reading import JSON, content, decoded, waited
from kg.serve.pages.rendering import page
from kg.serve.workers.tasks import Query

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.workers.tasks import Answer

ROWS, BYTES = 1000, 2_000_000  # a page is to be read
LONGEST = 600
FORMATS = (("JSON", "json"), ("CSV", "csv"), ("TSV", "tsv"), ("XML", "xml"))
GRAPHS = (("Turtle", "turtle"), ("JSON-LD", "jsonld"), ("N-Triples", "ntriples"), ("RDF/XML", "rdfxml"))


async def answered(request: Request) -> Response:
    """The page at ``/query``: the form, and where a query came with the request, what it gives."""
    values = request.query_params
    seconds = number(values, "timeout", default=0, least=0, most=LONGEST)
    limit = number(values, "limit", default=ROWS, least=1, most=10 * ROWS)
    text = values.get("query", "")
    if not text.strip():
        return await page(request, "query.html", asked=EXAMPLE, answer=None)
    task = Query(text=text, rows=JSON, triples="text/turtle", most_rows=limit, most_bytes=BYTES)
    answer = await waited(request, task, seconds=seconds or None)
    shown = await _shown(answer, text)
    response = await page(request, "query.html", status=answer.status, asked=text, answer=shown, limit=limit)
    if answer.status == 503:  # noqa: PLR2004 (unavailable: soon it may be)
        response.headers["Retry-After"] = "1"
    return response


async def _shown(answer: Answer, text: str) -> dict[str, Any]:
    body = await content(answer)
    found: dict[str, Any] = {"seconds": answer.seconds, "cut": answer.cut, "refused": "", "table": None, "turtle": ""}
    if answer.status != 200:  # noqa: PLR2004 (only then is the body an answer)
        return found | {"refused": answer.detail or f"status {answer.status}", "links": []}
    if answer.content_type.startswith("text/turtle"):
        return found | {"turtle": body.decode(errors="replace"), "links": _links(text, GRAPHS)}
    return found | {"table": decoded(body), "links": _links(text, FORMATS)}


def _links(text: str, formats: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The same query at ``/sparql``, in formats for programs."""
    return [(name, f"/sparql?{urlencode({'query': text, 'format': form})}") for name, form in formats]
