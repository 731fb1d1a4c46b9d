"""The graph layer as quads: entities, events, claims, quantities, and the plain triples of facts."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.ids import Ids, action, event_type
from kg.model import Entity, MentionRef, RoleName, TimePrecision
from kg.rdf.terms import Writer, duration, kg, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Protocol

    from pyoxigraph import Quad

    from kg.model import Claim, Copy, Event, EventReading, Membership, Quantity, Resolution, Time

    class Triple(Protocol):
        """A plain triple, by ids."""

        @property
        def subject(self) -> str:
            """Who acts."""

        @property
        def action(self) -> str:
            """The action's words."""

        @property
        def object(self) -> str:
            """On whom or what."""

    class Replaced(Protocol):
        """The entities that lost their place, by ids."""

        @property
        def by(self) -> Mapping[str, str]:
            """From each to the one that stays."""

        @property
        def names(self) -> Mapping[str, str]:
            """The labels of those that lost their place."""


_ROLES = {RoleName.ACTOR: "actor", RoleName.RECIPIENT: "recipient", RoleName.THEME: "theme", RoleName.PLACE: "place"}


def world_quads(  # noqa: PLR0913 (what a world is made of)
    resolutions: Iterable[Resolution],
    events: Sequence[Event],
    ids: Ids,
    *,
    copies: Iterable[Copy] = (),
    replaced: Replaced | None = None,
    canonical: Mapping[MentionRef, MentionRef] | None = None,
) -> list[Quad]:
    """The world graph, sorted; ``replaced`` are the entities that lost their place to others.

    ``canonical`` leads from each event mention to the one that its event goes by; without it, ``events`` are all.
    """
    found = world_set(resolutions, events, ids, copies=copies, replaced=replaced, canonical=canonical)
    return sorted(found, key=str)


def world_set(  # noqa: PLR0913 (what a world is made of)
    resolutions: Iterable[Resolution],
    events: Sequence[Event],
    ids: Ids,
    *,
    copies: Iterable[Copy] = (),
    replaced: Replaced | None = None,
    canonical: Mapping[MentionRef, MentionRef] | None = None,
    described: bool = True,
) -> set[Quad]:
    """The same in no order; unless ``described``, without what ``description_quads`` gives."""
    world = _World(events, ids, canonical)
    found: Counter[Entity] = Counter()
    for resolution in resolutions:
        for entity in resolution.entities:
            world.mentioned(entity)
        found.update({_bare(entity) for entity in resolution.entities if not entity.known})
        entities: dict[object, str] = {ref.span: e.id for e in resolution.entities for ref in e.mentions}
        for claim in resolution.claims:
            world.claim(claim, entities)
        for membership in resolution.memberships:
            world.membership(membership)
    for event in events:
        world.event(event)
    if replaced is not None:
        world.replaced(replaced)
    for copy in copies:
        world.copy(copy)
    for entity in _settled(found) if described else ():
        world.described(entity)
    return world.writer.quads


def description_quads(entities: Iterable[Entity], ids: Ids) -> list[Quad]:
    """What the world graph says of entities themselves, sorted: nothing of those of the knowledge base.

    An entity is what most of ``entities`` with its id say, one for each document that has it.
    """
    world = _World((), ids)
    for entity in _settled(Counter(_bare(entity) for entity in entities if not entity.known)):
        world.described(entity)
    return list(world.writer)


def _bare(entity: Entity) -> Entity:
    """What a document says of an entity, but where it stands."""
    return Entity(id=entity.id, type=entity.type, label=entity.label, origin=entity.origin)


def _settled(described: Mapping[Entity, int]) -> Iterable[Entity]:
    """One of each id: what most documents say, then the first by label, type and origin."""
    chosen: dict[str, tuple[tuple[int, str, str, str], Entity]] = {}
    for entity, documents in described.items():
        rank = (-documents, entity.label, entity.type, entity.origin or "")
        if entity.id not in chosen or rank < chosen[entity.id][0]:
            chosen[entity.id] = rank, entity
    return [entity for _, entity in chosen.values()]


def fact_quads(triples: Iterable[Triple], ids: Ids) -> list[Quad]:
    """The facts graph: one hop from actor to recipient or thing, sorted."""
    return named_fact_quads((fact_names(triple, ids) for triple in triples), ids)


def fact_names(triple: Triple, ids: Ids) -> tuple[str, str, str]:
    """The IRIs of a plain triple."""
    return ids.entity(triple.subject), action(triple.action), ids.entity(triple.object)


def named_fact_quads(facts: Iterable[tuple[str, str, str]], ids: Ids) -> list[Quad]:
    """The same from IRIs."""
    writer = Writer(ids.graph("facts"))
    for subject, verb, thing in facts:
        writer.add(subject, NamedNode(verb), NamedNode(thing))
    return list(writer)


class _World:
    def __init__(
        self, events: Sequence[Event], ids: Ids, canonical: Mapping[MentionRef, MentionRef] | None = None
    ) -> None:
        self.ids = ids
        self.writer = Writer(ids.graph("world"))
        self.canonical = canonical if canonical is not None else {r.mention: e.id for e in events for r in e.readings}

    def _event(self, mention: MentionRef | None) -> NamedNode | None:
        known = self.canonical.get(mention) if mention else None
        return NamedNode(self.ids.event(known)) if known else None

    def _entity(self, entity: str | None) -> NamedNode | None:
        return NamedNode(self.ids.entity(entity)) if entity else None

    def _authority(self, claim: Claim) -> NamedNode:
        """An entity; or the document itself, where nobody is known who speaks in it."""
        own = claim.authority == claim.mention.document
        return NamedNode(self.ids.document(claim.authority) if own else self.ids.entity(claim.authority))

    def mentioned(self, entity: Entity) -> None:
        """Where an entity is mentioned."""
        for mention in entity.mentions:
            self.writer.add(self.ids.entity(entity.id), "gaf:denotedBy", NamedNode(self.ids.mention(mention)))

    def described(self, entity: Entity) -> None:
        """The label and class of an entity that the knowledge base has not."""
        iri = self.ids.entity(entity.id)
        self.writer.a(iri, kg(entity.type))
        self.writer.add(iri, "rdfs:label", entity.label)
        self.writer.add(iri, kg("origin"), self._entity(entity.origin))

    def replaced(self, replaced: Replaced) -> None:
        """Where the ids that lost their place lead, and the names that came with them."""
        for lost, stays in replaced.by.items():
            iri = self.ids.entity(stays)
            self.writer.add(self.ids.entity(lost), "dcterms:isReplacedBy", NamedNode(iri))
            self.writer.add(iri, "skos:altLabel", replaced.names.get(lost))

    def copy(self, copy: Copy) -> None:
        """A document that has the text of an earlier one."""
        self.writer.add(self.ids.document(copy.document), kg("copyOf"), NamedNode(self.ids.document(copy.original)))

    def membership(self, membership: Membership) -> None:
        """A person's role in a body."""
        iri, add = self.ids.membership(membership.mention), self.writer.add
        self.writer.a(iri, node("org:Membership"))
        add(iri, "org:member", self._entity(membership.person))
        add(iri, "org:organization", self._entity(membership.body))
        add(iri, "rdfs:label", membership.role)
        add(iri, "gaf:denotedBy", NamedNode(self.ids.mention(membership.mention)))

    def event(self, event: Event) -> None:
        """An event: action and type of its earliest reading, what it amounts to, the union of roles, its days."""
        iri, add = self.ids.event(event.id), self.writer.add
        first = event.readings[0]
        self.writer.a(iri, node("sem:Event"))
        add(iri, kg("factuality"), kg(event.factuality.value))
        add(iri, kg("reportCount"), event.reports)
        add(iri, kg("independentReportCount"), event.independent_reports)
        add(iri, kg("firstReported"), event.first_reported)
        add(iri, kg("action"), NamedNode(action(first.action)))
        if (typed := next((r for r in event.readings if r.type), None)) is not None and typed.type:
            add(iri, "sem:eventType", NamedNode(event_type(typed.type, typed.mode)))
        for reading in event.readings:
            add(iri, "gaf:denotedBy", NamedNode(self.ids.mention(reading.mention)))
            if reading.action != first.action:
                add(self.ids.mention(reading.mention), kg("action"), NamedNode(action(reading.action)))
            self._roles(iri, reading)
            if reading.mention != event.id:
                add(self.ids.event(reading.mention), "dcterms:isReplacedBy", NamedNode(iri))
        self._days(iri, event.readings, first)

    def _roles(self, iri: str, reading: EventReading) -> None:
        add = self.writer.add
        for part in reading.participants:
            predicate = _ROLES.get(part.role)
            if predicate is None:
                continue
            of_event = self._event(part.event)
            if of_event is None or part.role is RoleName.THEME:  # an event may be spoken of, but who acts is an entity
                add(iri, kg(predicate), of_event or self._entity(part.entity))
            if part.role is RoleName.THEME:
                add(iri, kg("themeText"), part.words)
                for entity in part.about:
                    add(iri, kg("about"), self._entity(entity))

    def _days(self, iri: str, readings: Sequence[EventReading], first: EventReading) -> None:
        """The narrowest dated reading; without one, the day of the first publication is the upper bound."""
        add = self.writer.add
        dated = [r.time for r in readings if r.time and (r.time.earliest or r.time.latest)]
        if dated:
            time = min(dated, key=lambda t: (_width(t), t.span))
            add(iri, "sem:hasEarliestBeginTimeStamp", time.earliest)
            add(iri, "sem:hasLatestEndTimeStamp", time.latest)
            add(iri, kg("timePrecision"), kg(time.precision.value))
        elif first.published:
            add(iri, "sem:hasLatestEndTimeStamp", first.published)
            add(iri, kg("timePrecision"), kg(TimePrecision.PUBLICATION.value))
        lengths = sorted({r.time.duration for r in readings if r.time and r.time.duration})
        add(iri, "schema:duration", duration(lengths[0]) if lengths else None)

    def claim(self, claim: Claim, entities: Mapping[object, str]) -> None:
        """A claim with what it is about, how it is put, and its quantities."""
        iri, add = self.ids.claim(claim.mention, claim.authority), self.writer.add
        self.writer.a(iri, kg("Claim"))
        add(iri, kg("claims"), self._event(claim.event))
        add(iri, kg("authority"), self._authority(claim))
        add(iri, kg("document"), NamedNode(self.ids.document(claim.mention.document)))
        add(iri, kg("modality"), kg(claim.modality.value))
        add(iri, kg("polarity"), kg(claim.polarity.value))
        add(iri, kg("certainty"), kg(claim.certainty.value))
        add(iri, kg("future"), claim.future)
        add(iri, kg("saidIn"), self._event(claim.said_in))
        add(iri, kg("onBehalfOf"), self._entity(claim.on_behalf_of))
        add(iri, kg("quotation"), kg(claim.quotation.value) if claim.quotation else None)
        add(iri, kg("text"), claim.text)
        add(iri, "gaf:denotedBy", NamedNode(self.ids.mention(claim.mention)))
        for quantity in claim.quantities:
            self._quantity(iri, claim, quantity, entities)

    def _quantity(self, claimed: str, claim: Claim, quantity: Quantity, entities: Mapping[object, str]) -> None:
        mention = MentionRef(document=claim.mention.document, span=quantity.span)
        iri, add = self.ids.quantity(mention), self.writer.add
        money = quantity.currency is not None
        self.writer.a(iri, node("schema:MonetaryAmount" if money else "schema:QuantitativeValue"))
        add(claimed, kg("quantity"), NamedNode(iri))
        add(iri, "schema:value", quantity.value)
        add(iri, "schema:minValue", quantity.minimum)
        add(iri, "schema:maxValue", quantity.maximum)
        add(iri, "schema:currency", quantity.currency)
        add(iri, "schema:unitText", quantity.unit)
        add(iri, kg("qualifier"), quantity.qualifier)
        add(iri, kg("counts"), self._entity(entities.get(quantity.counts)))
        add(iri, kg("purpose"), quantity.purpose)
        add(iri, "gaf:denotedBy", NamedNode(self.ids.mention(mention)))


def _width(time: Time) -> float:
    return (time.latest - time.earliest).days if time.latest and time.earliest else math.inf
