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

from kg.analyse.answers import WHOLE, answer, batches
from kg.analyse.columns import distinct, joined, places, whole
from kg.analyse.memory import free
from kg.analyse.nodes import iri
from kg.analyse.properties import first_value, gathered
from kg.analyse.roles import ROLES, filled
from kg.model import Factuality

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kg.ids import Ids
    from kg.store import Graph

MENTIONED = """
SELECT ?mention ?part ?entity WHERE {{ ?mention kg:{role}Mention ?part . ?entity gaf:denotedBy ?part }}
"""
HAS_RECIPIENT = "SELECT DISTINCT ?mention WHERE { ?mention kg:recipientMention ?part }"
SCHEMA = pa.schema([("mention", pa.int64()), ("part", pa.string()), ("entity", pa.int64())])


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


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are numbered by, once each: mentions of events, and entities that take part in them.

    ``evidence`` has, side by side, the row of an event and the place of its mention; ``taking`` is that of
    ``kg.analyse.roles``.
    """

    mentions: pa.Array
    entities: pa.Array
    evidence: tuple[NDArray[np.int64], NDArray[np.int64]]
    taking: pa.Table


def pairs(graph: Graph, ids: Ids, events: pa.Table) -> pa.Table:
    """``source``, ``target`` and ``event`` of every edge of the actor graph, as prefixed ids, sorted.

    ``events`` are those that count, with id, factuality and evidence (``kg.analyse.happenings``). The target is a
    recipient; where the mention names none, an entity that is its theme, or the other of two who act on one another.
    """
    called = whole(events["event"])
    known = _known(events["evidence"], filled(graph, ids, called))
    actors, recipients, themes = (_filled(graph, ids, role, known) for role in ROLES)
    received = np.zeros(len(known.mentions) + 1, bool)  # the last is that of a mention of no event
    received[places(answer(graph, HAS_RECIPIENT, ids)["mention"], known.mentions)] = True
    alone = actors.where(~received[actors.mentions])
    mutual = _mutual(graph, ids, alone, known.entities, events)
    found = np.concatenate([_together(actors, recipients), _together(alone, themes), mutual], axis=1)
    source, target, event = np.unique(found, axis=1)
    ends = {"source": known.entities.take(source), "target": known.entities.take(target)}
    table = pa.table({**ends, "event": called.take(event)})
    return table.sort_by([(name, "ascending") for name in table.column_names])


def _known(evidence: pa.ChunkedArray, taking: pa.Table) -> Known:
    lists = whole(evidence)
    mentions = distinct(lists.flatten())
    rows = pc.list_parent_indices(lists).to_numpy().astype(np.int64)
    known = Known(mentions, distinct(taking["entity"]), (rows, places(lists.flatten(), mentions)), taking)
    free()
    return known


def _filled(graph: Graph, ids: Ids, role: str, known: Known) -> Filled:
    """What fills a role of a mention, and that of its event."""
    query = MENTIONED.format(role=role)
    found = pa.concat_tables(
        [SCHEMA.empty_table(), *(_numbered(t, known) for t in gathered(batches(graph, query, ids)))]
    )
    mentions, entities = (found[name].to_numpy() for name in ("mention", "entity"))
    row, at = joined(known.evidence[1], mentions)
    events, parts = known.evidence[0][row], whole(found["part"]).dictionary_encode().indices.to_numpy()
    every = Filled(events, mentions[at], parts[at].astype(np.int64), entities[at])
    taking = known.taking.filter(pc.equal(known.taking["role"], role))
    size = len(known.entities)
    of_event = taking["row"].to_numpy() * size + places(taking["entity"], known.entities)
    return every.where(np.isin(every.events * size + every.entities, of_event))


def _numbered(rows: pa.Table, known: Known) -> pa.Table:
    """Rows with numbers for mentions and entities: those that are known."""
    mentions, entities = places(rows["mention"], known.mentions), places(rows["entity"], known.entities)
    table = pa.table({"mention": mentions, "part": rows["part"], "entity": entities}, schema=SCHEMA)
    return table.filter(pa.array((mentions >= 0) & (entities >= 0)))


def _together(actors: Filled, others: Filled) -> NDArray[np.int64]:
    """Source, target and event of those who stand in one mention of one event."""
    doer, other = _same(actors, others)
    return np.stack([actors.entities[doer], others.entities[other], actors.events[doer]])


def _same(ones: Filled, others: Filled) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows of both that have their event and mention in common."""
    size = 1 + max((int(filled.mentions.max()) for filled in (ones, others) if len(filled.mentions)), default=0)
    return joined(ones.events * size + ones.mentions, others.events * size + others.mentions)


def _mutual(graph: Graph, ids: Ids, actors: Filled, names: pa.Array, events: pa.Table) -> NDArray[np.int64]:
    """Pairs of actors of one mention of a fact whom plain triples of its action join both ways."""
    one, other = _same(actors, actors)
    several = actors.parts[one] != actors.parts[other]
    rows = np.stack([actors.entities[one], actors.entities[other], actors.events[one]])[:, several]
    facts = np.flatnonzero(pc.equal(events["factuality"], Factuality.FACT).to_numpy())
    facts = np.intersect1d(facts, rows[2])
    told = first_value(graph, ids, "kg:action", whole(events["event"]).take(facts), WHOLE)
    actions = dict(zip(facts.tolist(), told.to_pylist(), strict=True))
    kept = [
        _says(graph, ids, (names[one].as_py(), actions[event], names[other].as_py())) if actions.get(event) else False
        for one, other, event in rows.T.tolist()
    ]
    return rows[:, np.array(kept, bool)]


def _says(graph: Graph, ids: Ids, triple: tuple[str, str, str]) -> bool:
    """Whether a plain triple is there both ways."""
    one, other = (ox.NamedNode(iri(name, ids.prefixes)) for name in (triple[0], triple[2]))
    action, facts = ox.NamedNode(triple[1]), ox.NamedNode(ids.graph("facts"))
    return ox.Quad(one, action, other, facts) in graph and ox.Quad(other, action, one, facts) in graph
