"""Which unknown figures are one after some documents came or went: only what is touched is looked at again.

Documents are compared under a name with the next ones by day and id: one that comes or goes changes only pairs that
stand around its place. Figures that pairs join, by whatever way, are grouped anew; others are as they were.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.pipeline.changes import noting
from kg.resolve import identity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kg import resolve
    from kg.config import ResolveConfig
    from kg.pipeline.keeping import Kept
    from kg.store import Ledger

_NEAR = identity.NEIGHBOURS
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The entities that lost their place to another figure, or were given it back: what was and what is.

    ``was`` and ``now`` have the same entities; the figure is None where an entity has its own place.
    """

    was: Mapping[str, resolve.Figure | None]
    now: Mapping[str, resolve.Figure | None]


def refigured(ledger: Ledger, new: Mapping[str, Kept], gone: Mapping[str, Kept], config: ResolveConfig) -> Renaming:
    """Notes the figures of documents that came and went, and gives what changed for others by it."""
    work = _Work(ledger=ledger, casts={ident: kept.cast for ident, kept in {**gone, **new}.items()})
    for ident in sorted(gone):
        work.leave(gone[ident])
    for ident in sorted(new):
        work.enter(new[ident])
    work.compare(gone, config)
    return work.group()


@dataclass(slots=True, kw_only=True)
class _Work:
    """What is touched: pairs of documents that may have become or ceased to be near, and entities."""

    ledger: Ledger
    casts: dict[str, resolve.Cast]
    doubtful: set[_Pair] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def enter(self, kept: Kept) -> None:
        """Notes the figures of a document that came."""
        for row in noting.names(kept):
            self._around(str(row[0]), str(row[1]), str(row[2]))
        self.ledger.tables.add("name", noting.names(kept))
        self.ledger.tables.add("figure", noting.figures(kept))
        self.touched |= {figure.entity for figure in kept.cast.figures}

    def leave(self, kept: Kept) -> None:
        """Strikes out the figures of a document that went."""
        self.ledger.tables.take("name", (row[:2] for row in noting.names(kept)))
        for row in noting.names(kept):
            self._around(str(row[0]), str(row[1]), str(row[2]))
        self.ledger.tables.take("figure", (row[:2] for row in noting.figures(kept)))
        self.touched |= {figure.entity for figure in kept.cast.figures}

    def _around(self, word: str, place: str, document: str) -> None:
        """The pairs that a document makes or parts at its place: its own, and those that it stands between."""
        before = self.ledger.figures.before(word, place, _NEAR)
        after = self.ledger.figures.after(word, place, _NEAR)
        self.doubtful |= {_pair(document, other) for other in (*before, *after)}
        # With the document between them, the nth before and the one behind it come to stand too far apart.
        self.doubtful |= {_pair(one, after[_NEAR - n]) for n, one in enumerate(before, 1) if _NEAR - n < len(after)}

    def compare(self, gone: Collection[str], config: ResolveConfig) -> None:
        """Looks at the pairs in doubt, and notes the figures in them that may be one."""
        near = {pair for pair in self.doubtful if not (set(pair) & set(gone)) and self._are_near(*pair)}
        casts = [self._cast(ident) for ident in sorted({ident for pair in near for ident in pair})]
        now: dict[_Pair, set[noting.Row]] = defaultdict(set)
        for row in noting.alike(identity.likes(casts, config, near)):
            now[str(row[0]), str(row[1])].add(row)
        for pair in sorted(self.doubtful):
            was = set(self.ledger.figures.alike_in(*pair))
            changed = was ^ now[pair]
            if changed:
                self.touched |= {str(entity) for row in changed for entity in row[2:4]}
                self.ledger.tables.take("alike", [pair])
                self.ledger.tables.add("alike", now[pair])

    def _cast(self, ident: str) -> resolve.Cast:
        if ident not in self.casts:
            self.casts[ident] = noting.cast(self.ledger.cast(ident))
        return self.casts[ident]

    def _are_near(self, one: str, other: str) -> bool:
        first, second = self._cast(one), self._cast(other)
        early, late = sorted((identity.order(first), identity.order(second)))
        shared = set(identity.heaviest(first)) & set(identity.heaviest(second))
        return any(self.ledger.figures.are_near(word, early, late, _NEAR) for word in shared)

    def group(self) -> Renaming:
        """Groups the touched figures, and all that pairs join to them, anew."""
        figures, rows = self._joined()
        likes = [(much, figures[one, first], figures[other, second]) for first, second, one, other, much in rows]
        by_document: dict[str, list[resolve.Figure]] = defaultdict(list)
        for each in figures.values():
            by_document[each.document].append(each)
        leaders = identity.grouped(by_document.values(), likes)
        was: dict[str, resolve.Figure | None] = {}
        now: dict[str, resolve.Figure | None] = {}
        for entity in sorted(self.touched | {entity for entity, _ in figures}):
            old, new = self._renamed(entity), leaders.get(entity)
            if _name(old) != _name(new):
                was[entity], now[entity] = old, new
        self.ledger.tables.take("renamed", ((entity,) for entity, figure in now.items() if figure is None))
        kept = ((entity, noting.written(figure)) for entity, figure in now.items() if figure is not None)
        self.ledger.tables.add("renamed", kept)
        return Renaming(was=was, now=now)

    def _renamed(self, entity: str) -> resolve.Figure | None:
        content = self.ledger.figures.renamed(entity)
        return noting.figure(content) if content is not None else None

    def _joined(self) -> tuple[dict[_Pair, resolve.Figure], Iterable[tuple[str, str, str, str, float]]]:
        """The figures that can be reached from those that are touched, and the pairs among them."""
        figures: dict[_Pair, resolve.Figure] = {}
        rows: set[tuple[str, str, str, str, float]] = set()
        seen: set[str] = set()
        waiting = set(self.touched)
        while waiting:
            seen |= waiting
            found = [noting.figure(content) for content in self.ledger.figures.figures(waiting)]
            figures |= {(each.entity, each.document): each for each in found}
            beside = self.ledger.figures.alike(waiting)
            rows.update(beside)
            waiting = {str(entity) for row in beside for entity in row[2:4]} - seen
        return figures, sorted(rows)


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _name(figure: resolve.Figure | None) -> tuple[str, str] | None:
    return (figure.entity, figure.label) if figure is not None else None
