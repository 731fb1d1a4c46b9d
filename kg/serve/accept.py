"""Which format a client gets: the one it likes best among those that the kind of answer has (RFC 9110, section 12)."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A media type, as it goes out, and what Oxigraph calls it."""

    media_type: str
    written: QueryResultsFormat | RdfFormat

    @property
    def content_type(self) -> str:
        """The media type; text says in what encoding."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


# The first is the default.
ROWS = (
    Format(media_type="application/sparql-results+json", written=QueryResultsFormat.JSON),
    Format(media_type="application/json", written=QueryResultsFormat.JSON),
    Format(media_type="application/sparql-results+xml", written=QueryResultsFormat.XML),
    Format(media_type="application/xml", written=QueryResultsFormat.XML),
    Format(media_type="text/csv", written=QueryResultsFormat.CSV),
    Format(media_type="text/tab-separated-values", written=QueryResultsFormat.TSV),
)
TRIPLES = (
    Format(media_type="text/turtle", written=RdfFormat.TURTLE),
    Format(media_type="application/n-triples", written=RdfFormat.N_TRIPLES),
    Format(media_type="application/rdf+xml", written=RdfFormat.RDF_XML),
    Format(media_type="application/xml", written=RdfFormat.RDF_XML),
    Format(media_type="application/ld+json", written=RdfFormat.JSON_LD),
)


def chosen(accept: str, formats: tuple[Format, ...]) -> Format | None:
    """The format that ``accept`` likes best; the earlier one of two liked as much; None where none is acceptable.

    >>> chosen("text/csv;q=0.5, application/sparql-results+xml", ROWS).media_type
    'application/sparql-results+xml'
    >>> chosen("*/*", TRIPLES).media_type
    'text/turtle'
    >>> chosen("image/png", ROWS) is None
    True
    """
    liked = _ranges(accept) or {"*/*": 1.0}
    best = max(formats, key=lambda form: _liking(form, liked))  # of equals, max takes the first
    return best if _liking(best, liked) > 0 else None


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            found[name] = next((_quality(item[2:]) for item in parameters if item.startswith("q=")), 1.0)
    return found


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _liking(form: Format, liked: dict[str, float]) -> float:
    """How much a format is liked: the most exact range decides."""
    ranges = (form.media_type, form.media_type.split("/")[0] + "/*", "*/*")
    return next((liked[name] for name in ranges if name in liked), 0.0)
