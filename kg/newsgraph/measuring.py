"""The measures of a graph by name, as ``kg analyse`` has them: records, and on request a picture of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, get_args

from kg.analyse import measures
from kg.analyse.evidence import told
from kg.analyse.filters import filtering
from kg.analyse.names import one_of
from kg.analyse.occurrences import occurrences
from kg.analyse.speaking import speaking_about, speaking_for
from kg.errors import ConfigError
from kg.model import Factuality
from kg.newsgraph import networks
from kg.newsgraph.choosing import entity, left, nothing_left, topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg import analyse
    from kg.analyse.records import Records
    from kg.newsgraph.graph import NewsGraph

EVERY = tuple(Factuality)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a measure: ``names`` are those of actors or topics, the rest are settings, each read by some."""

    names: tuple[str, ...]
    filters: analyse.Filters
    measure: measures.Measure
    method: measures.Method
    by: measures.Period
    along: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The rows of a measure, and what a picture of them needs besides: names in words, and the network."""

    rows: Records[Any]
    names: tuple[str, ...] = ()
    network: analyse.Network | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How a measure is found, and how many names it takes: ``least`` to ``most``, None for any number.

    ``claims`` is of one that counts claims: every claim, unless a factuality of its event is asked for.
    """

    find: Callable[[NewsGraph, Asked], Found]
    least: int = 0
    most: int | None = 0
    claims: bool = False


def analysed(  # noqa: PLR0913 (the options of the command)
    graph: NewsGraph,
    name: str,
    *names: str,
    measure: measures.Measure = "pagerank",
    method: measures.Method = "louvain",
    by: measures.Period = "month",
    along: bool = False,
    output: str | Path | IO[bytes] | None = None,
    limit: int | None = None,
    **filters: Any,  # noqa: ANN401 (the fields of Filters, each with its own type)
) -> Records[Any]:
    """The rows of a measure of the graph, as records: a tuple that is a table of Arrow or pandas on request.

    ``name`` is one of ``MEASURES``: degree, in, out, partners, pagerank, betweenness, or centrality by ``measure``;
    communities by ``method``, brokers, cores; path and balance, of two actors; reciprocity, triads, census; bursts, of
    the actors and topics that are named, else of all; changes, from ``since`` to ``until`` against as many days before;
    speakers, speaks-for. ``by`` is the period of balance and bursts; ``along`` is of a path that keeps the directions.
    ``filters`` are those of ``kg.analyse.Filters``: facts alone unless ``factuality`` asks for more, but every claim of
    speakers and speaks-for. ``output`` is an .svg or .png, or a stream for SVG, that a picture of the rows is written
    to, with at most ``limit`` of them.

    :raises ConfigError: when a name, the number of names or a filter means nothing, or the picture cannot be written.
    :raises NotFoundError: when nobody has such a name, no path leads between two, or no event is left.
    """
    chosen = MEASURES[one_of("measure", name, sorted(MEASURES))]
    check(name, len(names))
    usual = {"factuality": EVERY} if chosen.claims else {}
    settings = {"measure": measure, "method": method, "by": by, "along": along}
    asked = Asked(names=names, filters=filtering(**usual | filters), **settings)  # type: ignore[arg-type]  # by name
    found = chosen.find(graph, asked)
    if output is not None:
        _draw(name, found, asked, output, limit)
    return found.rows


def check(name: str, number: int) -> None:
    """Whether a measure takes so many names.

    >>> check("path", 1)
    Traceback (most recent call last):
    kg.errors.ConfigError: path takes 2 actors; 1 given

    :raises ConfigError: when it does not.
    """
    least, most = MEASURES[name].least, MEASURES[name].most
    if number < least or (most is not None and number > most):
        wanted = f"{most} actors" if most else "no actor"
        message = f"{name} takes {wanted}; {number} given"
        raise ConfigError(message)


def _draw(name: str, found: Found, asked: Asked, output: str | Path | IO[bytes], limit: int | None) -> None:
    """Draws the rows; the library that draws is slow to load, so it waits until it is needed.

    :raises ConfigError: when there are none, or the file's format is unknown or it cannot be written.
    """
    from kg import draw  # noqa: PLC0415 (see above)
    from kg.newsgraph.pictures import said  # noqa: PLC0415

    target = Path(output) if isinstance(output, str) else output
    draw.form_of(target)
    if not found.rows:
        message = f"there is nothing to draw: {found.rows.note}"
        raise ConfigError(message)
    sheet = draw.measured(
        name,
        found.rows,
        scope=said(asked.filters),
        names=found.names,
        by=asked.by,
        measure=asked.measure,
        network=found.network,
        evidence=[row.sentences for row in found.rows] if name == "path" else (),
        limit=limit,
    )
    draw.write(sheet, target)


# ------------------------------------------------------------------------------------------------ each measure


def _of_network(graph: NewsGraph, asked: Asked, *, measure: Callable[..., Records[Any]]) -> Found:
    network = left(graph, asked.filters)
    return Found(rows=measure(network), network=network)


def _centrality(graph: NewsGraph, asked: Asked, *, measure: measures.Measure | None = None) -> Found:
    return _of_network(graph, asked, measure=partial(measures.centrality, measure=measure or asked.measure))


def _communities(graph: NewsGraph, asked: Asked) -> Found:
    return _of_network(graph, asked, measure=partial(measures.communities, method=asked.method))


def _reciprocity(graph: NewsGraph, asked: Asked) -> Found:
    return _of_network(graph, asked, measure=lambda network: measures.reciprocity(network)[1])


def _pair(graph: NewsGraph, asked: Asked, measure: Callable[..., Records[Any]]) -> Found:
    network = left(graph, asked.filters)
    ends = [entity(graph, network, name, asked.filters) for name in asked.names]
    return Found(
        rows=measure(network, *ends), network=network, names=tuple(network.nodes[end]["label"] for end in ends)
    )


def _path(graph: NewsGraph, asked: Asked) -> Found:
    found = _pair(graph, asked, partial(measures.path, along=asked.along))
    return replace(found, rows=told(graph.graph, graph.ids, found.rows))


def _balance(graph: NewsGraph, asked: Asked) -> Found:
    return _pair(graph, asked, partial(measures.balance, by=asked.by))


def _bursts(graph: NewsGraph, asked: Asked) -> Found:
    found = occurrences(graph.graph, graph.ids, asked.filters)
    if not found.events:
        raise nothing_left(graph, asked.filters)
    names = tuple(topic(graph, found, name, asked.filters) for name in asked.names)
    shown = tuple(found.labels.get(name, name) for name in names)
    return Found(rows=measures.bursts(found, *names, by=asked.by), names=shown)


def _changes(graph: NewsGraph, asked: Asked) -> Found:
    since, until = asked.filters.since, asked.filters.until
    if since is None or until is None:
        message = "changes need --since and --until: these days are compared with as many before them"
        raise ConfigError(message)
    first, last = since - (until - since) - timedelta(days=1), since - timedelta(days=1)
    both = [
        networks.network(graph.folder, lambda: graph.graph, graph.ids, kind="actors", filters=filters)
        for filters in (replace(asked.filters, since=first, until=last), asked.filters)
    ]
    if not any(both):
        raise nothing_left(graph, asked.filters, between_two=True)
    stretches = (f"{first} – {last}", f"{since} – {until}")
    return Found(rows=measures.changes(*both), names=stretches)


def _speakers(graph: NewsGraph, asked: Asked) -> Found:
    network = left(graph, asked.filters, kind="speakers")
    return Found(rows=speaking_about(network), network=network)


def _speaks_for(graph: NewsGraph, asked: Asked) -> Found:
    return Found(rows=speaking_for(graph.graph, graph.ids, asked.filters))


MEASURES: dict[str, Measure] = {
    **{name: Measure(find=partial(_centrality, measure=name)) for name in get_args(measures.Measure)},
    "centrality": Measure(find=_centrality),
    "communities": Measure(find=_communities),
    "brokers": Measure(find=partial(_of_network, measure=measures.brokers)),
    "cores": Measure(find=partial(_of_network, measure=measures.cores)),
    "path": Measure(find=_path, least=2, most=2),
    "balance": Measure(find=_balance, least=2, most=2),
    "reciprocity": Measure(find=_reciprocity),
    "triads": Measure(find=partial(_of_network, measure=measures.triads)),
    "census": Measure(find=partial(_of_network, measure=measures.census)),
    "bursts": Measure(find=_bursts, most=None),
    "changes": Measure(find=_changes),
    "speakers": Measure(find=_speakers, claims=True),
    "speaks-for": Measure(find=_speaks_for, claims=True),
}
