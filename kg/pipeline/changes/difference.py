"""What is touched as quads, before a change and after it; and what stands in a graph as long as anything says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import rdf, resolve
from kg.model import Entity
from kg.pipeline.changes import noting
from kg.pipeline.changes.documents import readings
from kg.resolve import fusion
from kg.store import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from pyoxigraph import Quad

    from kg.ids import Ids
    from kg.model import Copy, Event, MentionRef, Resolution
    from kg.ontology import KnowledgeBase
    from kg.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The quads that a graph gains and loses, and the named graphs that it loses as a whole."""

    new: set[Quad] = field(default_factory=set)
    gone: set[Quad] = field(default_factory=set)

    def between(self, was: set[Quad], now: set[Quad]) -> None:
        """Adds what tells two sets of quads apart, as a store gives them back."""
        old, young = normal(was - now), normal(now - was)
        self.new.update(young - old)
        self.gone.update(old - young)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is touched, before a change or after it.

    ``said`` are the documents of which what they say themselves is touched, ``clusters`` the mentions of each event
    that is, by local names, ``copied`` the documents that are copies, of those that tell of these events.
    """

    resolved: Callable[[str], Resolution]
    said: Collection[str]
    clusters: Mapping[str, Collection[str]]
    canonical: Mapping[MentionRef, MentionRef]
    copies: Collection[Copy]
    copied: Collection[str]
    replaced: resolve.Replaced

    def quads(self, ids: Ids, events: list[Event]) -> set[Quad]:
        """The quads of the world graph, but for what entities are."""
        documents = [self.resolved(ident) for ident in sorted(self.said)]
        return rdf.world_set(
            documents,
            events,
            ids,
            copies=self.copies,
            replaced=self.replaced,
            canonical=self.canonical,
            described=False,
        )

    def events(self) -> list[Event]:
        """The events."""
        documents = self._documents()
        held = {mention: reading for each in documents for mention, reading in readings(each).items()}
        clusters = [
            sorted((held[noting.mention(name)] for name in names), key=fusion.seniority)
            for names in self.clusters.values()
        ]
        return fusion.made(clusters, documents, self.copied)

    def facts(self, ids: Ids, events: list[Event]) -> set[noting.Fact]:
        """The plain triples of the events, with these."""
        claims = [claim for document in self._documents() for claim in document.claims]
        return noting.facts(resolve.facts(events, claims), self.canonical, ids)

    def _documents(self) -> list[Resolution]:
        names = {name for members in self.clusters.values() for name in members}
        return [self.resolved(ident) for ident in sorted({noting.mention(name).document for name in names})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """What several documents or events may say alike: a quad comes with the first of them and goes with the last."""

    ledger: Ledger
    base: KnowledgeBase
    ids: Ids
    difference: Difference

    def describe(self, was: set[noting.Row], now: set[noting.Row]) -> None:
        """Notes what documents say of unknown entities: rows of ``described``."""
        entities = sorted({str(row[0]) for row in was ^ now})
        before = self._descriptions(entities)
        self._exchange("described", was, now)
        self.difference.between(before, self._descriptions(entities))

    def tell(self, was: set[noting.Row], now: set[noting.Row]) -> None:
        """Notes which actors of the knowledge base documents need: rows of ``told``."""
        actors = sorted({str(row[0]) for row in was ^ now})
        before = self._told(actors)
        self._exchange("told", was, now)
        self.difference.between(before, self._told(actors))

    def state(self, was: set[noting.Fact], now: set[noting.Fact]) -> None:
        """Notes the plain triples that events give: rows of ``fact``."""
        facts = sorted({row[:3] for row in was ^ now})
        before = self._facts(facts)
        self._exchange("fact", was, now)
        self.difference.between(before, self._facts(facts))

    def _exchange(self, table: str, was: Iterable[noting.Row], now: Iterable[noting.Row]) -> None:
        old, new = set(was), set(now)
        self.ledger.tables.take(table, sorted(old - new))
        self.ledger.tables.add(table, sorted(new - old))

    def _descriptions(self, entities: Iterable[str]) -> set[Quad]:
        found = (
            Entity(id=entity, type=kind, label=label, origin=origin or None)
            for entity in entities
            for kind, label, origin in self.ledger.said.description(entity)
        )
        return set(rdf.description_quads(found, self.ids))

    def _told(self, actors: Iterable[str]) -> set[Quad]:
        here = [actor for actor in actors if self.ledger.said.is_told(actor)]
        return set(rdf.actor_quads(here, self.base, self.ids))

    def _facts(self, facts: Iterable[tuple[str, str, str]]) -> set[Quad]:
        return set(rdf.named_fact_quads((fact for fact in facts if self.ledger.said.is_fact(fact)), self.ids))
