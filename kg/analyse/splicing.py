"""The edges of a graph after a change, from those before it: only the events that the change touched are looked at.

What is looked at is copied into a small graph in memory, of which the edges are made as of any other. So there is one
place that says what an edge is, and what is spliced is what all would be, byte for byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
from pyoxigraph import NamedNode, Quad

from kg.analyse.edges import Edges, edges
from kg.analyse.lift import wholes
from kg.analyse.nodes import described, iri, prefixed
from kg.analyse.parts import names_in
from kg.ids import ACTION, KG, VOCABULARIES, Ids
from kg.store import Graph

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

DENOTED, CLAIMS, ACTOR, DOCUMENT = (
    NamedNode(name) for name in (f"{VOCABULARIES['gaf']}denotedBy", f"{KG}claims", f"{KG}actor", f"{KG}document")
)
INTENSITY = NamedNode(f"{KG}intensity")
PUBLISHER = NamedNode(VOCABULARIES["dcterms"] + "publisher")
ROLES = tuple(NamedNode(f"{KG}{role}") for role in ("actor", "recipient", "theme"))
PARTS = tuple(NamedNode(f"{role.value}Mention") for role in ROLES)
NAMING = tuple(
    NamedNode(VOCABULARIES[prefix] + name)
    for prefix, name in (("rdfs", "label"), ("dcterms", "title"), ("rdf", "type"))
)


def spliced(old: Edges, graph: Graph, ids: Ids, changed: Collection[Quad]) -> Edges:
    """The edges of ``graph``, which ``old`` are of as it was before the quads ``changed`` came or went.

    Of documents that went as a whole, their own named graphs need not be among them.
    """
    events = touched(graph, ids, changed)
    with Graph.memory() as small:
        small.bulk(set(_around(graph, ids, events)))
        fresh = edges(small, ids)
    out = pa.array(sorted(prefixed(event, ids) for event in events), pa.string())
    kept = old.table.filter(pc.invert(pc.is_in(old.table["event"], value_set=out)))
    table = pa.concat_tables([kept, fresh.table]).combine_chunks()
    table = table.sort_by([(name, "ascending") for name in ("source", "target", "event")])
    parents = {prefixed(part, ids): prefixed(whole, ids) for part, whole in wholes(graph).items()}
    names = names_in(table, parents)
    renamed = {prefixed(_value(quad.subject), ids) for quad in changed if quad.predicate in NAMING}
    new = {name for name in names if name not in old.nodes or name in renamed}
    with Graph.memory() as small:
        nodes = {NamedNode(iri(name, ids.prefixes)) for name in new}
        small.bulk({quad for node in nodes for quad in _told(graph, node, NAMING)})
        told = {prefixed(name, ids): node for name, node in described(small, [node.value for node in nodes]).items()}
    known = {name: told[name] if name in new else old.nodes[name] for name in sorted(names)}
    return Edges(table=table, nodes=known, parents={name: parents[name] for name in known if name in parents})


def touched(graph: Graph, ids: Ids, changed: Collection[Quad]) -> set[str]:
    """The IRIs of the events whose edges the change may have changed."""
    found: set[str] = set()
    triples = {(quad.subject, quad.predicate, quad.object) for quad in changed}
    for subject, predicate, thing in triples:
        if not isinstance(subject, NamedNode):
            continue
        if not predicate.value.startswith(ACTION):
            found.update(_touched(graph, ids, subject, predicate, thing))
        elif isinstance(thing, NamedNode):  # it tells who act on one another only where it is there both ways
            back = (thing, predicate, subject)
            if back in triples or any(graph.quads(ids.graph("facts"), back)):
                found.update(_mutual(graph, subject, thing))
    return found


def _touched(graph: Graph, ids: Ids, subject: NamedNode, predicate: NamedNode, thing: object) -> Iterator[str]:
    """The events that a triple says something of, by way of a claim, a mention, an entity or a document."""
    spaces = ids.prefixes
    if subject.value.startswith(spaces["event"]):
        yield subject.value
    elif subject.value.startswith(spaces["claim"]):
        yield from (_value(thing),) if predicate == CLAIMS else _claimed(graph, subject)
    elif subject.value.startswith(spaces["mention"]):
        yield from _denoting(graph, ids, subject)
    elif predicate == DENOTED and isinstance(thing, NamedNode):
        for mention in (found.subject for part in PARTS for found in graph.quads(None, (None, part, thing))):
            yield from _denoting(graph, ids, mention)
    elif predicate == PUBLISHER:
        for claim in graph.quads(None, (None, DOCUMENT, subject)):
            yield from _claimed(graph, claim.subject)


def _mutual(graph: Graph, one: NamedNode, other: NamedNode) -> Iterator[str]:
    """The events in which both act."""
    for quad in graph.quads(None, (None, ACTOR, one)):
        if isinstance(event := quad.subject, NamedNode) and any(graph.quads(None, (event, ACTOR, other))):
            yield event.value


def _claimed(graph: Graph, claim: object) -> Iterator[str]:
    if isinstance(claim, NamedNode):
        yield from (_value(quad.object) for quad in graph.quads(None, (claim, CLAIMS, None)))


def _denoting(graph: Graph, ids: Ids, mention: object) -> Iterator[str]:
    """The events that a mention denotes."""
    if isinstance(mention, NamedNode):
        found = (_value(quad.subject) for quad in graph.quads(None, (None, DENOTED, mention)))
        yield from (event for event in found if event.startswith(ids.prefixes["event"]))


def _around(graph: Graph, ids: Ids, events: Iterable[str]) -> Iterator[Quad]:
    """All that the edges of events are made of."""
    facts = ids.graph("facts")
    for event in map(NamedNode, events):
        told = list(graph.quads(None, (event, None, None)))
        yield from told
        things = {quad.object for quad in told if isinstance(quad.object, NamedNode)}
        filling = {quad.object for quad in told if quad.predicate in ROLES and isinstance(quad.object, NamedNode)}
        for thing in things:  # its type and intensity, what it is called, and whether it is an event
            yield from _told(graph, thing, (*NAMING, INTENSITY))
        for one in filling:
            yield from (quad for other in filling for quad in graph.quads(facts, (one, None, other)))
        for mention in (q.object for q in told if q.predicate == DENOTED and isinstance(q.object, NamedNode)):
            yield from _parts(graph, mention, filling)
        for quad in graph.quads(None, (None, CLAIMS, event)):
            yield from _claim(graph, quad.subject)


def _parts(graph: Graph, mention: NamedNode, filling: Iterable[NamedNode]) -> Iterator[Quad]:
    """The parts of a mention, and which of those that fill the event's roles they denote."""
    for quad in graph.quads(None, (mention, None, None)):
        yield quad
        if quad.predicate in PARTS and isinstance(part := quad.object, NamedNode):
            yield from (found for one in filling for found in graph.quads(None, (one, DENOTED, part)))


def _claim(graph: Graph, claim: object) -> Iterator[Quad]:
    """A claim, and the outlets of its documents."""
    if isinstance(claim, NamedNode):
        for quad in graph.quads(None, (claim, None, None)):
            yield quad
            if quad.predicate == DOCUMENT and isinstance(quad.object, NamedNode):
                yield from graph.quads(None, (quad.object, PUBLISHER, None))


def _told(graph: Graph, node: NamedNode, predicates: Iterable[NamedNode]) -> Iterator[Quad]:
    """What is said of a node by some properties: it may have many of others, such as its mentions."""
    yield from (quad for predicate in predicates for quad in graph.quads(None, (node, predicate, None)))


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
