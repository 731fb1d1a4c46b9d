"""Reports of a graph: the thing that is meant, its pictures, and the file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg import draw, report
from kg.analyse import Filters
from kg.errors import ConfigError, NotFoundError
from kg.model import Factuality
from kg.newsgraph import pictures
from kg.newsgraph.meaning import meant

if TYPE_CHECKING:
    from kg.newsgraph.graph import NewsGraph


def page(graph: NewsGraph, what: str, *, output: str | Path | IO[bytes], limit: int) -> None:
    """Writes the report on a document, an entity or an event: see ``kg.newsgraph.showing.report``.

    :raises ConfigError: when the file cannot be written.
    :raises NotFoundError: when the graph holds nothing of that name.
    """
    iri, kind = meant(graph, what)
    drawn = _pictures(graph, iri) if kind == "entity" else {}
    made = report.html(graph.graph, graph.ids, iri, pictures=drawn, limit=limit).encode()
    if not isinstance(output, str | Path):
        output.write(made)
        return
    try:
        Path(output).write_bytes(made)
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); name another --output"
        raise ConfigError(message) from error


def _pictures(graph: NewsGraph, iri: str) -> dict[str, str]:
    """The neighbourhood and the timeline of an entity, of all events; none where no event links it with another."""
    filters = Filters(factuality=tuple(map(str, Factuality)))
    found = {}
    for title, what, limit in (
        ("Neighbourhood", "ego", graph.config.draw.report_actors),
        ("Timeline", "timeline", None),
    ):
        try:
            sheet = pictures.sheet(graph, what, iri, filters=filters, limit=limit)
        except (ConfigError, NotFoundError):  # no event links it with another, or none of them has a date
            continue
        out = io.BytesIO()
        draw.write(sheet, out)
        found[title] = out.getvalue().decode()
    return found
