"""What is read: pages and things, questions, searches, the state of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import query
from kg.query import Kind
from kg.serve import asking, search
from kg.serve.openapi.parts import STRING, Json, named, number, operation, parameter, path
from kg.serve.pages.addresses import KINDS, LONGEST_IRI
from kg.serve.pages.answered import LONGEST, ROWS
from kg.serve.pages.paging import FURTHEST
from kg.serve.pages.styles import TYPES
from kg.serve.pages.things import FORMATS
from kg.serve.protocol import accept
from kg.serve.search import table
from kg.serve.search.syntax import LONGEST as LONGEST_SEARCH

if TYPE_CHECKING:
    from kg.query import Question

TEXT = "text/plain"
EMPTY: Json = {"type": "string", "maxLength": 0}  # a field of a form that was left empty
SCHEMAS: dict[Kind, Json] = {
    Kind.DATE: {"anyOf": [{"type": "string", "format": "date"}, EMPTY], "examples": ["2023-11-23"]},
    Kind.INTEGER: {"anyOf": [{"type": "integer"}, EMPTY]},
    Kind.ENTITY: {"type": "string", "description": "A name, a prefixed name or an IRI.", "examples": ["Norway"]},
    Kind.EVENT: {"type": "string", "description": "An id, a prefixed name or an IRI."},
    Kind.DOCUMENT: {"type": "string", "description": "An id, a prefixed name or an IRI."},
    Kind.ACTION: {"type": "string", "description": "A verb, a prefixed name or an IRI.", "examples": ["urge"]},
    Kind.TYPE: {"type": "string", "description": "A code, a prefixed name or an IRI.", "examples": ["COERCE"]},
    Kind.TEXT: STRING,
}
PART = (
    parameter("limit", "How many lines of a list, or how many characters of a text.", number(1, 100_000)),
    parameter("offset", "After how many of them.", number(0, FURTHEST, 0)),
)
ROWS_JSON: Json = {"type": "object", "description": "SPARQL 1.1 Query Results JSON.", "required": ["head"]}
HITS: Json = {
    "type": "object",
    "required": ["query", "total", "offset", "hits"],
    "properties": {
        "query": STRING,
        "total": {"type": "integer", "minimum": 0},
        "offset": {"type": "integer", "minimum": 0},
        "hits": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["iri", "kind", "text", "snippet", "score"],
                "properties": {
                    "iri": STRING,
                    "kind": {"enum": list(table.KINDS)},
                    "text": STRING | {"description": "The words around what was found."},
                    "snippet": STRING | {"description": "The same as HTML, escaped, with what was found in mark."},
                    "score": {"type": "number", "description": "By bm25; higher is better."},
                    "factuality": STRING | {"description": "Of an event."},
                    "document": STRING | {"description": "Of a sentence."},
                    "title": STRING,
                },
            },
        },
    },
}
HEALTH: Json = {
    "type": "object",
    "required": ["status", "generation", "published"],
    "properties": {"status": {"const": "ok"}, "generation": {"type": "integer"}, "published": STRING},
}
LISTING: Json = {
    "type": "array",
    "items": {"type": "object", "required": ["name", "question", "parameters"]},
}


def addresses() -> dict[str, Json]:
    """Path → its operations."""
    return _things() | _questions() | _searches() | _state()


def _things() -> dict[str, Json]:
    refused = ("404", "406", "504")
    formats, found = named(FORMATS), {}
    moved = {"308": {"description": "The id lost its place to the one in Location."}}
    for kind in KINDS:
        what = kind.replace("-", " ")
        parameters = (path("name", f"The name of the {what}: what its IRI ends in."), formats, *PART)
        found[f"/{kind}/{{name}}"] = {"get": _moving(kind, f"One {what}", parameters, refused, moved)}
    iri = parameter("iri", "The IRI, whole or with a prefix.", STRING | {"maxLength": LONGEST_IRI}, required=True)
    found["/resource"] = {"get": _moving("resource", "Whatever has an IRI", (iri, formats, *PART), refused, moved)}
    name = path("name", "The name of the file.") | {"schema": {"type": "string", "enum": sorted(TYPES)}}
    types = [each.split(";")[0] for each in TYPES.values()]
    file = operation("file", "A file that pages load", tag="pages", formats=types, parameters=[name], refused=["404"])
    return found | {"/static/{name}": {"get": file}}


def _moving(name: str, summary: str, parameters: tuple[Json, ...], refused: tuple[str, ...], moved: Json) -> Json:
    said = operation(name, summary, tag="things", formats=FORMATS, parameters=parameters, refused=refused)
    said["responses"] |= moved
    return said


def _questions() -> dict[str, Json]:
    found = {f"/ask/{each.name}": {"get": _question(each)} for each in query.questions()}
    listed = operation("questions", "The named questions", tag="questions", formats=[accept.JSON], schema=LISTING)
    return {"/ask": {"get": listed}} | found


def _question(question: Question) -> Json:
    own = [parameter(each.name, each.about, SCHEMAS[each.kind]) for each in question.parameters]
    limit = parameter("limit", asking.OPTIONS["limit"], number(1, asking.MOST))
    seconds = parameter("timeout", asking.OPTIONS["timeout"], number(1, asking.LONGEST))
    return operation(
        f"ask-{question.name}",
        question.text,
        tag="questions",
        formats=asking.FORMATS,
        schema=ROWS_JSON,
        parameters=[*own, named(asking.FORMATS), limit, seconds],
        refused=("404", "406", "504"),
    )


def _searches() -> dict[str, Json]:
    kinds: Json = {"type": "array", "items": {"type": "string", "enum": list(table.KINDS)}}
    words: Json = {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH}
    parameters = (
        parameter("q", 'Words, "phrases" and beginnings* of words; all must occur.', words, required=True),
        parameter("kind", "Only these kinds of things.", kinds),
        parameter("limit", "How many.", number(1, search.MANY, search.FEW)),
        parameter("offset", "After how many.", number(0, FURTHEST, 0)),
        named(search.FORMATS),
    )
    about = "Names of entities, words of events, titles and sentences of documents, the best first"
    found = operation(
        "search",
        about,
        tag="search",
        formats=search.FORMATS,
        schema=HITS,
        parameters=parameters,
        refused=("406", "504"),
    )
    return {"/search": {"get": found}}


def _state() -> dict[str, Json]:
    html = [accept.HTML]
    asked = (
        parameter("query", "A query in SPARQL 1.1."),
        parameter("limit", "The most rows that are shown.", number(1, 10 * ROWS, ROWS)),
        parameter("timeout", "The most seconds that it may take.", number(0, LONGEST)),
    )
    here = operation("openapi", "This description", tag="server", formats=[accept.JSON], schema={"type": "object"})
    health = operation("health", "Whether queries are answered", tag="server", formats=[accept.JSON], schema=HEALTH)
    return {
        "/": {"get": operation("home", "The first page", tag="pages", formats=html)},
        "/query": {
            "get": operation(
                "query", "A query, answered as a page", tag="pages", formats=html, parameters=asked, refused=("504",)
            )
        },
        "/openapi.json": {"get": here},
        "/health": {"get": health | {"security": []}},
        "/metrics": {"get": operation("metrics", "Counts for Prometheus", tag="server", formats=[TEXT])},
    }
