"""Reports of a graph: the thing that is meant, its pictures and scores, and the file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg import draw, report
from kg.analyse import Filters
from kg.errors import ConfigError, KgError, NotFoundError
from kg.model import Factuality
from kg.newsgraph import pictures
from kg.newsgraph.meaning import meant

if TYPE_CHECKING:
    from kg.newsgraph.graph import NewsGraph

FORMS = ("html", "text")


def page(graph: NewsGraph, what: str, *, output: str | Path | IO[bytes], limit: int | None, form: str) -> None:
    """Writes the report on a document, an entity or an event: see ``kg.newsgraph.showing.report``.

    :raises ConfigError: when the form is unknown, or the file cannot be written.
    :raises NotFoundError: when the graph holds nothing of that name.
    """
    if form not in FORMS:
        message = f"reports have no form {form!r}; expected one of {', '.join(FORMS)}"
        raise ConfigError(message)
    iri, kind = meant(graph, what)
    made = _made(graph, iri, kind, form, limit or graph.config.draw.report_statements).encode()
    if not isinstance(output, str | Path):
        output.write(made)
        return
    try:
        Path(output).write_bytes(made)
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); name another --output"
        raise ConfigError(message) from error


def _made(graph: NewsGraph, iri: str, kind: str, form: str, limit: int) -> str:
    compared = _compared(graph, iri) if kind == "event" else []
    if form == "text":
        return report.plain(graph.graph, graph.ids, iri, compared=compared, limit=limit)
    drawn = _pictures(graph, iri) if kind == "entity" else {}
    return report.html(graph.graph, graph.ids, iri, pictures=drawn, compared=compared, limit=limit)


def _pictures(graph: NewsGraph, iri: str) -> dict[str, str]:
    """The neighbourhood and the timeline of an entity, of all events; none where no event links it with another."""
    filters = Filters(factuality=tuple(map(str, Factuality)))
    network = pictures.network(graph, filters)
    found = {}
    for title, what, limit in (
        ("Neighbourhood", "ego", graph.config.draw.report_actors),
        ("Timeline", "timeline", None),
    ):
        try:
            sheet = pictures.of(graph, network, what, iri, filters=filters, limit=limit)
        except (ConfigError, NotFoundError):  # no event links it with another, or none of them has a date
            continue
        out = io.BytesIO()
        draw.write(sheet, out)
        found[title] = out.getvalue().decode()
    return found


def _compared(graph: NewsGraph, iri: str) -> list[report.Compared]:
    """The pairs of an event's mentions; none where what the graph was made of is not beside it."""
    try:
        found = graph.pairs(iri)
    except KgError:
        return []
    return [
        report.Compared(
            left=graph.ids.mention(pair.left),
            right=graph.ids.mention(pair.right),
            score=pair.score,
            features=tuple(sorted(pair.features, key=lambda part: (-abs(part[1]), part[0]))),
            verdict=pair.verdict.value if pair.verdict else "",
        )
        for pair in found
    ]
