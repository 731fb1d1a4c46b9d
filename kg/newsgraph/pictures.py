"""Pictures of a graph: the network that is asked for, drawn and written."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg import analyse, draw
from kg.analyse.lift import top, wholes
from kg.analyse.nodes import prefixed, values
from kg.errors import ConfigError, NotFoundError
from kg.newsgraph.meaning import meant

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from networkx import MultiDiGraph

    from kg.newsgraph.graph import NewsGraph

KINDS = {"ego": 1, "actors": 0, "timeline": 2, "heatmap": 0}  # how many actors each is given
QUADS = "SELECT ?type ?class { ?type kg:quadClass ?class }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which events a picture shows."""

    factuality: Collection[str] = ("fact",)
    types: Collection[str] | None = None
    since: date | None = None
    until: date | None = None
    lift: bool = False

    @property
    def words(self) -> str:
        """What a caption says of them."""
        said = [f"factuality: {', '.join(self.factuality)}"]
        said += [f"types: {', '.join(self.types)}"] if self.types else []
        said += [f"since {self.since}"] if self.since else []
        said += [f"until {self.until}"] if self.until else []
        said += ["bodies lifted to what they are part of"] if self.lift else []
        return "; ".join(said)


def picture(
    graph: NewsGraph,
    what: str,
    *names: str,
    output: str | Path | IO[bytes],
    filters: Filters,
    limit: int | None = None,
) -> None:
    """Draws one of ``KINDS``, of the actors that are named, into a file: see ``kg.newsgraph.showing.draw``.

    :raises ConfigError: when the kind or the number of names means nothing, when there is nothing to draw, or the file
        cannot be written.
    :raises NotFoundError: when nobody has that name, or none of his events is left.
    """
    _check(what, names)
    target = Path(output) if isinstance(output, str) else output
    draw.form_of(target)
    iris = [_actor(graph, name) for name in names]
    draw.write(sheet(graph, what, *iris, filters=filters, limit=limit), target)


def sheet(graph: NewsGraph, what: str, *iris: str, filters: Filters, limit: int | None = None) -> draw.Sheet:
    """A picture that is not written yet, of the entities with these IRIs."""
    network = _network(graph, filters)
    parents = wholes(graph.graph) if filters.lift else {}
    nodes = [prefixed(top(iri, parents), graph.ids) for iri in iris]
    capped = {} if limit is None else {"limit": limit}
    match what:
        case "ego":
            return draw.ego(network, nodes[0], scope=filters.words, **capped)
        case "actors":
            return draw.actors(network, scope=filters.words, **capped)
        case "timeline":
            return draw.timeline(network, *nodes, quads=_quads(graph), scope=filters.words)
        case _:
            return draw.heatmap(network, quads=_quads(graph), scope=filters.words, **capped)


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


def _network(graph: NewsGraph, filters: Filters) -> MultiDiGraph[str]:
    return analyse.actors(
        graph.graph,
        graph.ids,
        analyse.Filters(
            factuality=tuple(filters.factuality),
            types=tuple(filters.types) if filters.types else None,
            since=filters.since,
            until=filters.until,
            lift="whole" if filters.lift else "none",
        ),
    )


def _quads(graph: NewsGraph) -> dict[str, str]:
    """The quad class of each event type, by the code of the type."""
    found = values(graph.graph, QUADS)
    return {str(kind).rsplit("/", 1)[-1]: str(quad).rsplit("/", 1)[-1] for kind, quad in found}
