"""Which participants of an event act on which: pairs are read from one mention, never from the union of its roles.

In the union the actor of one report stands beside the recipient of another. Actors of one mention without recipient are
a pair where plain triples join them both ways: they met one another, while two who protested together have no such
triples.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyoxigraph as ox

from kg.analyse.answers import WHOLE, answer, joined, places
from kg.analyse.nodes import iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from kg.ids import Ids
    from kg.store import Graph

ROLE = """
SELECT ?event ?mention ?part ?entity WHERE {{
  ?event kg:{role} ?entity ; gaf:denotedBy ?mention .
  ?mention kg:{role}Mention ?part .
  ?entity gaf:denotedBy ?part .
  FILTER NOT EXISTS {{ ?entity a sem:Event }}
}}
"""
HAS_RECIPIENT = "SELECT DISTINCT ?mention WHERE { ?mention kg:recipientMention ?part }"
FACTS = "SELECT ?event ?action WHERE { ?event kg:factuality kg:fact ; kg:action ?action }"


@dataclass(frozen=True, slots=True)
class Filled:
    """What fills a role, a row each: event, mention, the mention of the part, and the entity, all as numbers."""

    events: NDArray[np.int64]
    mentions: NDArray[np.int64]
    parts: NDArray[np.int64]
    entities: NDArray[np.int64]

    def where(self, mask: NDArray[np.bool_]) -> Filled:
        """The rows of a mask."""
        return Filled(self.events[mask], self.mentions[mask], self.parts[mask], self.entities[mask])


def pairs(graph: Graph, ids: Ids, events: pa.Array) -> pa.Table:
    """``source``, ``target`` and ``event`` of every edge of the actor graph, as prefixed ids, sorted.

    ``events`` are the ids of those that count. The target is a recipient; where the mention names none, an entity that
    is its theme, or the other of two who act on one another.
    """
    answers = [answer(graph, ROLE.format(role=role), ids) for role in ("actor", "recipient", "theme")]
    names = _names(answers)
    actors, recipients, themes = (_filled(rows, names, events) for rows in answers)
    answers.clear()
    received = np.zeros(len(names) + 1, bool)  # the last is that of a mention that fills none of the roles
    received[places(answer(graph, HAS_RECIPIENT, ids)["mention"], names)] = True
    alone = actors.where(~received[actors.mentions])
    found = [_together(actors, recipients), _together(alone, themes), _mutual(graph, ids, alone, names, events)]
    source, target, event = np.unique(np.concatenate(found, axis=1), axis=1)
    table = pa.table({"source": names.take(source), "target": names.take(target), "event": events.take(event)})
    return table.sort_by([(name, "ascending") for name in table.column_names])


def _names(answers: Iterable[pa.Table]) -> pa.Array:
    """All mentions and entities, once each."""
    columns = [rows[name] for rows in answers for name in ("mention", "part", "entity")]
    return pc.unique(pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string()))


def _filled(rows: pa.Table, names: pa.Array, events: pa.Array) -> Filled:
    event = places(rows["event"], events)
    mentions, parts, entities = (places(rows[name], names) for name in ("mention", "part", "entity"))
    return Filled(event, mentions, parts, entities).where(event >= 0)


def _together(actors: Filled, others: Filled) -> NDArray[np.int64]:
    """Source, target and event of those who stand in one mention of one event."""
    doer, other = _same(actors, others)
    return np.stack([actors.entities[doer], others.entities[other], actors.events[doer]])


def _same(ones: Filled, others: Filled) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows of both that have their event and mention in common."""
    size = 1 + max((int(filled.mentions.max()) for filled in (ones, others) if len(filled.mentions)), default=0)
    return joined(ones.events * size + ones.mentions, others.events * size + others.mentions)


def _mutual(graph: Graph, ids: Ids, actors: Filled, names: pa.Array, events: pa.Array) -> NDArray[np.int64]:
    """Pairs of actors of one mention of a fact whom plain triples of its action join both ways."""
    one, other = _same(actors, actors)
    several = actors.parts[one] != actors.parts[other]
    rows = np.stack([actors.entities[one], actors.entities[other], actors.events[one]])[:, several]
    told = answer(graph, FACTS, ids, action=WHOLE)
    actions = dict(zip(places(told["event"], events).tolist(), told["action"].to_pylist(), strict=True))
    kept = [
        _says(graph, ids, (names[one].as_py(), str(actions[event]), names[other].as_py()))
        if event in actions
        else False
        for one, other, event in rows.T.tolist()
    ]
    return rows[:, np.array(kept, bool)]


def _says(graph: Graph, ids: Ids, triple: tuple[str, str, str]) -> bool:
    """Whether a plain triple is there both ways."""
    one, other = (ox.NamedNode(iri(name, ids.prefixes)) for name in (triple[0], triple[2]))
    action, facts = ox.NamedNode(triple[1]), ox.NamedNode(ids.graph("facts"))
    return ox.Quad(one, action, other, facts) in graph and ox.Quad(other, action, one, facts) in graph
