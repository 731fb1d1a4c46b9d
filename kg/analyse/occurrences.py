"""Events on the days they happened, with whom and what each is about: what bursts are looked for in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.analyse.filters import Filters
from kg.analyse.lift import lifted, wholes
from kg.analyse.nodes import prefixed, values
from kg.analyse.parts import kept, with_wholes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kg.ids import Ids
    from kg.store import Graph

ENTITIES = """
SELECT DISTINCT ?event ?entity WHERE {
  VALUES ?property { kg:actor kg:recipient kg:theme kg:about }
  ?event a sem:Event ; ?property ?entity .
  FILTER NOT EXISTS { ?entity a sem:Event }
}
"""
WORDS = "SELECT ?event ?words WHERE { ?event a sem:Event ; kg:themeText ?words }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An event: ``on`` which day it counts, its type, the ids of whom and what it is about, and the words of its theme.

    ``on`` is the first day that it can have begun, else the last that it can have ended; None where it has no date.
    """

    event: str
    on: date | None
    type: str = ""
    entities: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """Events by id, and the labels of the entities that they are about."""

    events: tuple[Occurrence, ...]
    labels: Mapping[str, str] = field(default_factory=dict)


def occurrences(graph: Graph, ids: Ids, filters: Filters | None = None) -> Occurrences:
    """The events that the filters keep, by id: facts alone, unless ``filters`` asks for more.

    An event is about its actors, recipients and themes, and about the entities that its theme names (``kg:about``).

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> occurrences(Graph.memory(), Ids()).events
    ()

    :raises ConfigError: when a filter names what does not exist.
    """
    filters = filters or Filters()
    table = kept(graph, ids, filters)
    parents = {prefixed(part, ids): prefixed(whole, ids) for part, whole in wholes(graph).items()}
    about, words = _by_event(graph, ids, ENTITIES), _by_event(graph, ids, WORDS)
    named = {event: [prefixed(entity, ids) for entity in about[event]] for event in table["event"].to_pylist()}
    nodes = with_wholes(graph, ids, {each for entities in named.values() for each in entities}, parents)
    led = {name: lifted(name, filters.lift, parents, nodes) for name in nodes}
    events = tuple(
        Occurrence(
            event=event,
            on=earliest or latest,
            type=kind or "",
            entities=tuple(sorted({led[name] for name in named[event]})),
            words=tuple(sorted(words[event])),
        )
        for event, earliest, latest, kind in zip(*(table[column].to_pylist() for column in _COLUMNS), strict=True)
    )
    shown = {name for each in events for name in each.entities}
    return Occurrences(events=events, labels={name: nodes[name].label for name in sorted(shown)})


_COLUMNS = ("event", "earliest", "latest", "event_type")


def _by_event(graph: Graph, ids: Ids, sparql: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for event, value in values(graph, sparql):
        found[prefixed(str(event), ids)].append(str(value))
    return found
