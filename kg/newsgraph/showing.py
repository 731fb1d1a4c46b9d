"""What people look at: pictures and reports. The library that draws is slow to load, so it waits until it is needed."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from kg.analyse.filters import filtering

if TYPE_CHECKING:
    from pathlib import Path

    from kg.draw import Sheet
    from kg.newsgraph.graph import NewsGraph


def draw(
    graph: NewsGraph,
    what: str,
    *names: str,
    output: str | Path | IO[bytes] | None = None,
    limit: int | None = None,
    **filters: Any,  # noqa: ANN401 (the fields of Filters, each with its own type)
) -> Sheet:
    """Draws a picture of the graph, and writes it where ``output`` is given: an .svg or a .png; a stream gets SVG.

    The picture is returned, and a notebook shows it where it is the last line of a cell.

    ``what``: ``ego``, an actor that is named with its neighbours; ``actors``, who acts on whom; ``timeline``, two
    actors that are named, or one and all others, over time; ``heatmap``, actors by event type. ``filters`` are those of
    ``kg.analyse.Filters``, as in ``network``: facts alone unless ``factuality`` asks for more. At most ``limit`` actors
    are drawn, else as many as the configuration says: 200, or 40 in a heat map.

    :raises ConfigError: when the kind, the number of names, a filter or the file's format means nothing, when no event
        is left to draw, or the file cannot be written.
    :raises NotFoundError: when nobody has that name, or none of his events is left.
    """
    from kg.newsgraph import pictures  # noqa: PLC0415 (see above)

    return pictures.picture(graph, what, *names, output=output, limit=limit, filters=filtering(**filters))


def report(
    graph: NewsGraph, what: str, *, output: str | Path | IO[bytes], limit: int | None = None, form: str = "html"
) -> None:
    """Writes a report as one HTML file that needs nothing else: no network, no script; or, in the form text, as text.

    ``what`` is a document, an event or an entity, by its id, with or without prefix, or its IRI; an entity also by its
    name. Of a document the report shows the text with every mention and quotation marked, and what it states; of an
    entity its neighbours, its events over time, its statements, offices and claims; of an event its
    reports side by side, its claims, and the scores by which the reports are of one event. Beside each box stands the
    SPARQL query that it was made of. At most ``limit`` statements and claims are shown, the latest first, else as many
    as the configuration says: 300.

    :raises ConfigError: when the form is unknown, or the file cannot be written.
    :raises NotFoundError: when the graph holds nothing of that name.
    """
    from kg.newsgraph import pages  # noqa: PLC0415 (see above)

    pages.page(graph, what, output=output, limit=limit, form=form)
