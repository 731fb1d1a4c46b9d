"""Which format a client gets: what it names, else the one it likes best (RFC 9110, section 12).

A client names a format by the parameter ``format``, by an extension of the address (``/sparql.csv``), or by ``Accept``;
the first of these that it gives decides.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.serve.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

JSON_ROWS = "application/sparql-results+json"
XML_ROWS = "application/sparql-results+xml"
JSON = "application/json"
XML = "application/xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
N_TRIPLES = "application/n-triples"
N_QUADS = "application/n-quads"
TRIG = "application/trig"
RDF_XML = "application/rdf+xml"
JSON_LD = "application/ld+json"
HTML = "text/html"

# The first is the default.
ROWS = (JSON_ROWS, JSON, XML_ROWS, XML, CSV, TSV)
TRIPLES = (TURTLE, N_TRIPLES, RDF_XML, XML, JSON_LD, JSON, N_QUADS, TRIG)
QUADS = (TRIG, N_QUADS, JSON_LD)

# What a client may call them; of a name with several types, the first that the kind of answer has.
NAMES = {
    "json": (JSON_ROWS, JSON_LD, JSON),
    "xml": (XML_ROWS, RDF_XML),
    "csv": (CSV,),
    "tsv": (TSV,),
    "turtle": (TURTLE,),
    "n3": (TURTLE,),  # Turtle is a part of N3
    "ntriples": (N_TRIPLES,),
    "nquads": (N_QUADS,),
    "trig": (TRIG,),
    "rdfxml": (RDF_XML,),
    "rdf+xml": (RDF_XML,),
    "jsonld": (JSON_LD,),
    "json-ld": (JSON_LD,),
    "html": (HTML,),
}
EXTENSIONS = {
    **{name: NAMES[name] for name in ("json", "xml", "csv", "tsv", "trig", "jsonld", "html")},
    "srj": (JSON_ROWS,),
    "srx": (XML_ROWS,),
    "ttl": (TURTLE,),
    "nt": (N_TRIPLES,),
    "nq": (N_QUADS,),
    "rdf": (RDF_XML,),
}
_NAMED = {**EXTENSIONS, **NAMES}


def chosen(request: Request, kinds: tuple[str, ...]) -> str | None:
    """The media type of ``kinds``, the default first, that a request is answered in; None where none is acceptable.

    :raises Problem: 400 for a ``format`` that means nothing.
    """
    return resolved(accepted(request), kinds, named=named(request))


def named(request: Request) -> str:
    """The format that the address of a request names, "" where it names none: the parameter, else the extension."""
    return parameter(request) or extension(request.scope["path"])


def parameter(request: Request) -> str:
    """The format that the parameter of a request names, "" where there is none."""
    return request.query_params.get("format", "") if b"format=" in request.scope["query_string"] else ""


def extension(path: str) -> str:
    """The extension of an address, "" where it is none of ours.

    >>> extension("/sparql.csv"), extension("/sparql"), extension("/v1.5/sparql")
    ('csv', '', '')
    """
    found = path.rpartition("/")[2].rpartition(".")[2]
    return found if found in EXTENSIONS and path.endswith(f".{found}") else ""


def accepted(request: Request) -> str:
    """What a request accepts, its ``Accept`` headers as one."""
    return header(request, b"accept")


def header(request: Request, name: bytes) -> str:
    """The headers of a name, in lower case, as one; "" where there is none: found faster than by ``headers``."""
    return b",".join([value for other, value in request.scope["headers"] if other == name]).decode("latin-1")


@lru_cache(maxsize=256)  # clients send the same few again and again
def resolved(accept: str, kinds: tuple[str, ...], *, named: str = "") -> str | None:
    """The one of ``kinds`` that ``named`` means, else the one that ``accept`` likes best.

    >>> resolved("text/csv;q=0.5, application/sparql-results+xml", ROWS)
    'application/sparql-results+xml'
    >>> resolved("*/*", TRIPLES), resolved("", TRIPLES), resolved("text/html", ROWS, named="tsv")
    ('text/turtle', 'text/turtle', 'text/tab-separated-values')
    >>> resolved("image/png", ROWS) is None
    True

    :raises Problem: 400 when ``named`` is no format.
    """
    if named:
        return next((media_type for media_type in _meant(named) if media_type in kinds), None)
    liked = _ranges(accept) or {"*/*": 1.0}
    best = max(kinds, key=lambda media_type: _liking(media_type, liked))  # of equals, max takes the first
    return best if _liking(best, liked) > 0 else None


def compressed(request: Request) -> bool:
    """Whether a request accepts gzip (RFC 9110, section 12.5.3)."""
    return _gzip(header(request, b"accept-encoding"))


@lru_cache(maxsize=256)
def _gzip(accept: str) -> bool:
    liked = _ranges(accept)
    return liked.get("gzip", liked.get("x-gzip", liked.get("*", 0.0))) > 0


def _meant(named: str) -> tuple[str, ...]:
    name = named.lower().replace(" ", "+")  # a plus that a client forgot to encode
    if name in _NAMED:
        return _NAMED[name]
    if name in {*ROWS, *TRIPLES, *QUADS, HTML}:
        return (name,)
    raise Problem(400, detail=f"format is {named[:40]!r}; expected one of {', '.join(NAMES)}, or a media type")


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            found[name] = next((_quality(item[2:]) for item in parameters if item.startswith("q=")), 1.0)
    return found


def _quality(text: str) -> float:
    try:
        return value if 0 <= (value := float(text)) <= 1 else 0.0
    except ValueError:
        return 0.0


def _liking(media_type: str, liked: dict[str, float]) -> float:
    """How much a type is liked: the most exact range decides."""
    ranges = (media_type, media_type.partition("/")[0] + "/*", "*/*")
    return next((liked[name] for name in ranges if name in liked), 0.0)
