"""Pictures of a graph: the network that is asked for, drawn and written."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg import analyse, draw
from kg.analyse.edges import edges
from kg.analyse.event_types import quad_classes
from kg.analyse.lift import lifted
from kg.analyse.nodes import prefixed
from kg.errors import ConfigError, NotFoundError
from kg.newsgraph.meaning import meant

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.newsgraph.graph import NewsGraph

KINDS = {"ego": 1, "actors": 0, "timeline": 2, "heatmap": 0}  # how many actors each is given


def said(filters: analyse.Filters) -> str:
    """What a caption says of the filters."""
    lists = {"types": filters.types, "places": filters.places, "outlets": filters.outlets}
    lists |= {"certainty": filters.certainty}
    words = [f"factuality: {', '.join(filters.factuality)}"]
    words += [f"{name}: {', '.join(each)}" for name, each in lists.items() if each]
    words += [f"since {filters.since}"] if filters.since else []
    words += [f"until {filters.until}"] if filters.until else []
    words += [f"at least {filters.reports} independent reports"] if filters.reports else []
    words += [f"bodies lifted to their {filters.lift}"] if filters.lift != "none" else []
    return "; ".join(words)


def picture(
    graph: NewsGraph,
    what: str,
    *names: str,
    output: str | Path | IO[bytes] | None,
    filters: analyse.Filters,
    limit: int | None = None,
) -> draw.Sheet:
    """One of ``KINDS``, of the actors that are named, written if there is an output: see ``kg.newsgraph.showing.draw``.

    :raises ConfigError: when the kind or the number of names means nothing, when there is nothing to draw, or the file
        cannot be written.
    :raises NotFoundError: when nobody has that name, or none of his events is left.
    """
    _check(what, names)
    target = Path(output) if isinstance(output, str) else output
    if target is not None:
        draw.form_of(target)
    iris = [_actor(graph, name) for name in names]
    if (dots := graph.config.draw.dots) <= 0:
        message = f"draw.dots is {dots} in {graph.folder}/kg.toml; expected dots an inch, 1 or more"
        raise ConfigError(message)
    made = sheet(graph, what, *iris, filters=filters, limit=limit)
    if target is not None:
        draw.write(made, target, dots=dots)
    return made


def sheet(graph: NewsGraph, what: str, *iris: str, filters: analyse.Filters, limit: int | None = None) -> draw.Sheet:
    """A picture that is not written yet, of the entities with these IRIs."""
    return of(graph, network(graph, filters), what, *iris, filters=filters, limit=limit)


def network(graph: NewsGraph, filters: analyse.Filters) -> analyse.Network:
    """The actors of a graph, as the filters say."""
    return graph.network(**{name: getattr(filters, name) for name in filters.__slots__})


def of(
    graph: NewsGraph,
    network: analyse.Network,
    what: str,
    *iris: str,
    filters: analyse.Filters,
    limit: int | None = None,
) -> draw.Sheet:
    """The same of a network that is there already."""
    nodes = [prefixed(iri, graph.ids) for iri in iris]
    if nodes and filters.lift != "none":
        made = edges(graph.graph, graph.ids)
        nodes = [lifted(node, filters.lift, made.parents, made.nodes) for node in nodes]
    scope = said(filters)
    config = graph.config.draw
    most = limit or (config.heat_map_actors if what == "heatmap" else config.actors)
    match what:
        case "ego":
            return draw.ego(network, nodes[0], scope=scope, limit=most)
        case "actors":
            return draw.actors(network, scope=scope, limit=most)
        case "timeline":
            return draw.timeline(network, *nodes, quads=quad_classes(), scope=scope)
        case _:
            return draw.heatmap(network, quads=quad_classes(), scope=scope, limit=most)


def _actor(graph: NewsGraph, name: str) -> str:
    iri, kind = meant(graph, name)
    if kind != "entity":
        message = f"{name!r} is of {'an' if kind == 'event' else 'a'} {kind}; expected the name or the id of an entity"
        raise NotFoundError(message)
    return iri


def _check(what: str, names: Collection[str]) -> None:
    if what not in KINDS:
        near = get_close_matches(what, KINDS, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(KINDS)}"
        message = f"picture {what!r} is unknown; {hint}"
        raise ConfigError(message)
    least, most = (1, 2) if what == "timeline" else (KINDS[what], KINDS[what])
    if not least <= len(names) <= most:
        wanted = "one or two" if what == "timeline" else ("no", "one")[most]
        message = f"{what} was given {len(names)} names; expected {wanted}"
        raise ConfigError(message)
