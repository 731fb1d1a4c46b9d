"""A change from its documents to its quads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg import rdf, resolve
from kg.ids import place, slug
from kg.pipeline.changes import noting
from kg.pipeline.changes.copying import Copying, recopied
from kg.pipeline.changes.difference import Difference, Sayings, Side
from kg.pipeline.changes.documents import Documents
from kg.pipeline.changes.figures import refigured
from kg.pipeline.changes.fusion import Fusing, Regrouping
from kg.pipeline.worlds import lift
from kg.store import normal, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pyoxigraph import Quad

    from kg.ids import Ids
    from kg.model import Judgement, MentionRef
    from kg.pipeline.keeping import Keeper
    from kg.store import Ledger

_Lost = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a graph gains and loses: quads, and the named graphs of documents.

    ``quads`` is by how many quads it grows, ``total`` what is added to the total of all (see ``kg.store.total``).
    """

    new: set[Quad]
    gone: set[Quad]
    dropped: tuple[str, ...]
    quads: int
    total: int


def changed(  # noqa: PLR0913 (what a change is made from)
    ledger: Ledger,
    keeper: Keeper,
    ids: Ids,
    *,
    new: Collection[str],
    gone: Collection[str],
    judgements: Sequence[Judgement] = (),
) -> Change:
    """Notes in the ledger that documents come and go, and gives what this changes in the graph.

    The shards of both are there, and no document both comes and goes. ``judgements`` are of event mentions alone.

    :raises JudgementError: when a judgement is about a mention that is not in the graph afterwards.
    :raises StoreError: when a shard is missing or cannot be read.
    """
    documents = Documents(ledger=ledger, keeper=keeper)
    work = _Work(ledger, documents, keeper, ids, frozenset(new), frozenset(gone), tuple(judgements))
    return work.run()


@dataclass(frozen=True)
class _Work:
    ledger: Ledger
    documents: Documents
    keeper: Keeper
    ids: Ids
    new: frozenset[str]
    gone: frozenset[str]
    judgements: tuple[Judgement, ...]

    def run(self) -> Change:
        """The steps in their order: each looks at what the one before it touched."""
        known = self._labels()
        self._refigure()
        graphs = {ident: self._graph(ident) for ident in sorted(self.new)}
        dropped = [self.ledger.graph(ident) for ident in sorted(self.gone)]
        self._register(graphs)
        regrouping = self._fusing.regrouped(self.new, self.gone, self.touched)
        self.ledger.tally.count_events(len({*regrouping.now.values()}) - len({*regrouping.was.values()}))
        copying = recopied(
            self.ledger, {i: self.documents.after(i) for i in self.new}, self.gone, self.keeper.config.resolve
        )
        resolve.unknown(self.judgements, known=lambda name: self.ledger.fusion.event(name) is not None)
        found = Difference()
        self._world(regrouping, copying, known, found)
        found.new.update(quad for quads in graphs.values() for quad in quads)
        return Change(
            new=found.new,
            gone=found.gone,
            dropped=tuple(self.ids.document_graph(ident) for ident in sorted(self.gone)),
            quads=len(found.new) - len(found.gone) - sum(quads for quads, _ in dropped),
            total=total(found.new) - total(found.gone) - sum(value for _, value in dropped),
        )

    # -------------------------------------------------------------------------------------------- figures

    @cached_property
    def _entities(self) -> set[str]:
        """The unknown entities of what comes and goes."""
        return {str(row[0]) for ident in self.new | self.gone for row in noting.figures(self.documents.own(ident))}

    def _labels(self) -> _Lost:
        return {entity: self.ledger.figures.label(entity) for entity in sorted(self._entities)}

    def _refigure(self) -> None:
        new = {ident: self.documents.own(ident) for ident in sorted(self.new)}
        gone = {ident: self.documents.own(ident) for ident in sorted(self.gone)}
        self.documents.renaming = refigured(self.ledger, new, gone, self.keeper.config.resolve)

    @cached_property
    def touched(self) -> set[str]:
        """The documents that stay, in which an entity goes by another figure."""
        return self.ledger.figures.documents(self.documents.renaming.was) - self.new - self.gone

    def _replaced(self, entities: Iterable[str], labels: _Lost, *, was: bool) -> resolve.Replaced:
        """Where some entities lead that lost their place, before or after."""
        by: dict[str, str] = {}
        for entity in sorted(entities):
            figure = self.documents.stays(entity, was=was)
            if figure is not None:
                by[entity] = figure.entity
        names = {one: labels[one] if one in labels else self.ledger.figures.label(one) for one in by}
        return resolve.Replaced(by=by, names={one: name for one, name in names.items() if name and slug(name) == one})

    # -------------------------------------------------------------------------------------------- documents

    def _graph(self, ident: str) -> set[Quad]:
        text_layer = next(self.keeper.shards.extractions([ident]))
        outlet = resolve.outlet(text_layer.document, self.keeper.base)
        return normal(rdf.document_quads(text_layer, self.documents.after(ident), self.ids, outlet=outlet))

    def _register(self, graphs: Mapping[str, set[Quad]]) -> None:
        tables = self.ledger.tables
        for ident in self.gone:
            self.ledger.tally.count(ident, -1)
        tables.take("document", ((ident,) for ident in self.gone))
        tables.take("dropped", ((ident,) for ident in self.gone))
        for ident, quads in graphs.items():
            own, shard = self.documents.own(ident), self.keeper.shards.digest(ident)
            tables.add("document", [noting.document(ident, own, shard=shard, quads=len(quads), total=total(quads))])
            tables.add("dropped", noting.dropped(ident, own))
            self.ledger.tally.count(ident, 1)

    # -------------------------------------------------------------------------------------------- events

    @property
    def _fusing(self) -> Fusing:
        return Fusing(
            ledger=self.ledger,
            documents=self.documents,
            config=self.keeper.config.resolve,
            lift=lift(self.keeper.base),
            meanings=self.keeper.meanings,
            judgements=self.judgements,
        )

    def _world(self, regrouping: Regrouping, copying: Copying, known: _Lost, found: Difference) -> None:
        """The world graph, the facts and the knowledge base."""
        was, now = self._sides(regrouping, copying, known)
        before, after = was.events(), now.events()
        found.between(was.quads(self.ids, before), now.quads(self.ids, after))
        says = Sayings(ledger=self.ledger, base=self.keeper.base, ids=self.ids, difference=found)
        says.state(was.facts(self.ids, before), now.facts(self.ids, after))
        old = [self.documents.before(ident) for ident in self.touched | self.gone]
        young = [self.documents.after(ident) for ident in self.touched | self.new]
        says.describe(
            {row for each in old for row in noting.described(each)},
            {row for each in young for row in noting.described(each)},
        )
        base = self.keeper.base
        says.tell(
            {row for each in old for row in noting.told(each, base)},
            {row for each in young for row in noting.told(each, base)},
        )

    def _sides(self, regrouping: Regrouping, copying: Copying, known: _Lost) -> tuple[Side, Side]:
        moved = {noting.mention(name).document for name in regrouping.moved}
        clusters = _different(regrouping, self.touched | self.new | self.gone)
        for event in self._others(moved, regrouping, copying) - clusters[0].keys():
            members = self.ledger.fusion.members(event)
            clusters[0][event] = clusters[1][event] = members
        lost = self._entities | {*self.documents.renaming.was}
        after, before = (self.touched | moved | self.new) - self.gone, (self.touched | moved | self.gone) - self.new
        now = Side(
            resolved=self.documents.after,
            said=after,
            clusters=clusters[0],
            canonical=self._canonical(after, clusters[0]),
            copies=copying.now,
            copied=self._copied(clusters[0], copying, was=False),
            replaced=self._replaced(lost, {}, was=False),
        )
        was = Side(
            resolved=self.documents.before,
            said=before,
            clusters=clusters[1],
            canonical=_undone(self._canonical(before, clusters[1]), regrouping),
            copies=copying.was,
            copied=self._copied(clusters[1], copying, was=True),
            replaced=self._replaced(lost, known, was=True),
        )
        return was, now

    def _others(self, moved: Collection[str], regrouping: Regrouping, copying: Copying) -> set[str]:
        """Events that are touched though their mentions may be the same: one side is a moved event, a report a copy."""
        found: set[str] = set()
        for ident in sorted(copying.changed - self.gone):
            found |= {str(event) for _, event in self.ledger.fusion.mentions(ident)}
        names = regrouping.moved
        for ident in sorted(set(moved) - self.gone):
            for reading in self.documents.after(ident).readings:
                parts = (part.event for part in reading.participants if part.event is not None)
                if any(place(part) in names for part in parts):
                    found.add(str(self.ledger.fusion.event(place(reading.mention))))
        return found

    def _canonical(self, said: Iterable[str], clusters: Mapping[str, Collection[str]]) -> dict[MentionRef, MentionRef]:
        """The events of all mentions of the documents that are told of, as they are after the change."""
        documents = {*said, *(noting.mention(name).document for names in clusters.values() for name in names)}
        rows = (row for ident in sorted(documents) for row in self.ledger.fusion.mentions(ident))
        return {noting.mention(str(name)): noting.mention(str(event)) for name, event in rows}

    def _copied(self, clusters: Mapping[str, Collection[str]], copying: Copying, *, was: bool) -> set[str]:
        """The documents that are copies, of those that tell of some events."""
        documents = {noting.mention(name).document for names in clusters.values() for name in names}
        found = {copy.document for copy in (copying.was if was else copying.now)}
        others = documents - copying.documents
        return found | {ident for ident in others if self.ledger.fusion.original(ident) is not None}


def _different(regrouping: Regrouping, touched: Collection[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The mentions by events, as they are and as they were.

    Events of the same mentions as before are left out, unless a document of one is touched.
    """
    now, was = _clusters(regrouping.now), _clusters(regrouping.was)
    same = {
        event
        for event, names in now.items()
        if was.get(event) == names and not any(noting.mention(name).document in touched for name in names)
    }
    return _without(now, same), _without(was, same)


def _without(clusters: Mapping[str, list[str]], events: Collection[str]) -> dict[str, list[str]]:
    return {event: names for event, names in clusters.items() if event not in events}


def _clusters(events: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, event in sorted(events.items()):
        found[event].append(name)
    return dict(found)


def _undone(canonical: dict[MentionRef, MentionRef], regrouping: Regrouping) -> dict[MentionRef, MentionRef]:
    """The events of mentions as they were before they moved."""
    for name in regrouping.moved:
        canonical.pop(noting.mention(name), None)
        if name in regrouping.was:
            canonical[noting.mention(name)] = noting.mention(regrouping.was[name])
    return canonical
