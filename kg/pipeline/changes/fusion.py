"""Which mentions are of one event after some documents came or went: only what is touched is looked at again.

A pair of mentions is looked at or not by what the two are. So pairs are scored anew where one of the two is touched,
and clusters are made anew in the groups that pairs of enough score join to one that is touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import place
from kg.pipeline.changes import noting
from kg.pipeline.changes.documents import Documents, readings
from kg.pipeline.changes.parting import Parting
from kg.resolve import fusion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from kg.config import ResolveConfig
    from kg.model import Judgement, MentionRef, Resolution, Span
    from kg.ontology import Meanings
    from kg.resolve.fusion.features import Told
    from kg.store import Ledger

_WHOLE = 10_000
_Scores = dict[tuple[str, str], int]


@dataclass(slots=True, kw_only=True)
class Regrouping:
    """Mentions whose events may be others: by their local names, the event that they were of and the one they are of.

    A mention that came was of none, one that went is of none.
    """

    was: dict[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)

    @property
    def moved(self) -> set[str]:
        """The mentions whose event goes by another name."""
        return {name for name in self.was.keys() | self.now.keys() if self.was.get(name) != self.now.get(name)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusing:
    """What regrouping works with."""

    ledger: Ledger
    documents: Documents
    config: ResolveConfig
    lift: Callable[[str], str]
    meanings: Meanings
    judgements: Sequence[Judgement]

    def regrouped(self, new: Collection[str], gone: Collection[str], touched: Collection[str]) -> Regrouping:
        """Notes the mentions of documents that came and went, and of those whose figures changed, and their events."""
        out = {mention for ident in gone for mention in readings(self.documents.before(ident))}
        fresh = {mention for ident in new for mention in readings(self.documents.after(ident))}
        fresh |= {mention for ident in touched for mention in self._changed(ident)}
        beside = self._parted({place(mention) for mention in (*out, *fresh)})
        self._keys(new, gone, touched)
        self._score(fresh)
        left = {place(mention) for mention in out}
        return self._cluster((beside | {place(mention) for mention in fresh}) - left, left)

    def _changed(self, ident: str) -> Iterable[MentionRef]:
        was, now = readings(self.documents.before(ident)), readings(self.documents.after(ident))
        return (mention for mention, reading in now.items() if was[mention] != reading)

    def _parted(self, mentions: Collection[str]) -> set[str]:
        """Strikes out the pairs of mentions, and gives those that they were joined to."""
        beside: set[str] = set()
        for mention in sorted(mentions):
            beside |= self._joined(mention)
            self.ledger.fusion.part(mention)
        return beside

    def _joined(self, mention: str) -> set[str]:
        least = self.config.fusion_from * _WHOLE
        return {str(other) for other, score in self.ledger.fusion.scores(mention) if score >= least}

    def _keys(self, new: Collection[str], gone: Collection[str], touched: Collection[str]) -> None:
        tables = self.ledger.tables
        for ident in sorted(gone):
            before = self.documents.before(ident)
            tables.take("block", noting.blocks(before) | self._party_keys(before))
        for ident in sorted(new):
            after = self.documents.after(ident)
            tables.add("block", noting.blocks(after) | self._party_keys(after))
        for ident in sorted(touched):
            was, now = self._party_keys(self.documents.before(ident)), self._party_keys(self.documents.after(ident))
            tables.take("block", was - now)
            tables.add("block", now - was)

    def _party_keys(self, resolution: Resolution) -> set[noting.Row]:
        return noting.parties(resolution, fusion.parties(resolution, self.lift))

    # -------------------------------------------------------------------------------------------- pairs

    def _score(self, fresh: AbstractSet[MentionRef]) -> None:
        """Scores the pairs of some mentions with all others."""
        of = {mention.document for mention in fresh}
        involved = set(of)
        for ident in sorted(of):
            mentions = {mention for mention in fresh if mention.document == ident}
            involved |= self._near(self.documents.after(ident), mentions)
        told = [self.documents.told(ident) for ident in sorted(involved)]
        scores = fusion.scores(told, self.config, lift=self.lift, meanings=self.meanings, of=fresh)
        self.ledger.tables.add("pair", noting.pairs(scores))

    def _near(self, resolution: Resolution, mentions: Collection[MentionRef]) -> set[str]:
        """The documents whose mentions may be of one event with some of a document's."""
        tables, dated = self.ledger.fusion, resolution.published is not None
        day, days = noting.day(resolution) if dated else None, self.config.fusion_days
        keys = noting.numbers("story", fusion.story_keys(resolution.story))
        mine = fusion.told(resolution.story)
        told = {
            other
            for other in tables.sharing(keys, day=day, days=days)
            if other != resolution.document and self._like(resolution.document, mine, other)
        }
        own = replace(resolution, readings=tuple(r for r in resolution.readings if r.mention in mentions))
        parties = [int(str(row[0])) for row in self._party_keys(own)]
        return told | tables.sharing(parties, day=day, days=days)

    def _like(self, document: str, mine: Told, other: str) -> bool:
        """Whether two documents may tell one story."""
        theirs = fusion.told(noting.story(self.ledger.story(other)).story)
        early, late = (mine, theirs) if document < other else (theirs, mine)
        return fusion.likeness(early, late) >= self.config.story_likeness

    # -------------------------------------------------------------------------------------------- clusters

    def _cluster(self, seeds: Collection[str], left: Collection[str]) -> Regrouping:
        """Makes the clusters anew that some mentions are in; ``left`` are those that went."""
        grouped, lone, scores = self._groups(seeds, left)
        found = Regrouping(now={name: name for name in lone})
        for name in (*lone, *grouped, *left):
            event = self.ledger.fusion.event(name)
            if event is not None:
                found.was[name] = event
        for names in self._clustered(grouped, scores):
            found.now |= dict.fromkeys(names, names[0])
        self.ledger.tables.take("reading", ((name,) for name in left))
        self.ledger.tables.add("reading", ((n, event) for n, event in found.now.items() if found.was.get(n) != event))
        return found

    def _groups(self, seeds: Collection[str], left: Collection[str]) -> tuple[set[str], set[str], _Scores]:
        """What can be reached from some mentions: those that something joins, those that nothing does, all scores."""
        judged = self._judged(seeds, left)
        scores: _Scores = {}
        lone: set[str] = set()
        members, waiting = set(seeds), sorted(seeds)
        least = self.config.fusion_from * _WHOLE
        while waiting:
            name = waiting.pop()
            rows = self.ledger.fusion.scores(name)
            scores |= {(name, other): score for other, score in rows if name < other}
            beside = {str(other) for other, score in rows if score >= least} | judged.get(name, set())
            if not beside:
                lone.add(name)
            waiting += sorted(beside - members)
            members |= beside
        grouped = members - lone
        return grouped, lone, {pair: score for pair, score in scores.items() if grouped.issuperset(pair)}

    def _judged(self, seeds: Collection[str], left: Collection[str]) -> dict[str, set[str]]:
        """The mentions of the graph that people judged to be of one event, both ways."""
        found: dict[str, set[str]] = {}
        for one, other in fusion.judged_pairs(self.judgements):
            names = {place(one), place(other)}
            here = noting.present(self.ledger, names) | (names & set(seeds))
            if len(here - set(left)) > 1:
                for name in names:
                    found.setdefault(name, set()).update(names - {name})
        return found

    def _clustered(self, names: Collection[str], scores: _Scores) -> list[list[str]]:
        mentions = sorted(map(noting.mention, names), key=self._age)
        ordered = [place(mention) for mention in mentions]
        places = {name: n for n, name in enumerate(ordered)}
        known: dict[tuple[int, int], int] = {}
        for (one, other), score in scores.items():
            a, b = places[one], places[other]
            known[(a, b) if a < b else (b, a)] = score
        parting = Parting(
            documents=self.documents,
            weighed=fusion.Weighed(self.config, self.meanings),
            lift=self.lift,
            mentions=mentions,
            scored=known.keys(),
        )
        beside = fusion.Beside(apart=parting.apart, unseen=parting.unseen)
        found = fusion.clustered(mentions, known, beside, self.config, judgements=self.judgements)
        return [[ordered[n] for n in cluster] for cluster in found]

    def _age(self, mention: MentionRef) -> tuple[bool, int, str, Span]:
        """What sorts mentions as ``fusion.seniority`` does."""
        day = self.documents.published(mention.document)
        return day is None, day.toordinal() if day else 0, mention.document, mention.span
