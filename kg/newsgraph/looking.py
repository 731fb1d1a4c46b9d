"""Why a graph says something or not, and what is to be judged: from the ledger, else from all of it resolved anew."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import pipeline, why
from kg.ids import place
from kg.newsgraph.entity_review import entity_cases
from kg.newsgraph.review import Case, cases, noted_cases
from kg.newsgraph.writing import usable
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from kg.model import Candidate
    from kg.newsgraph.builds import Building
    from kg.store import Graph, Ledger

_TEXTS = "SELECT ?document ?text { ?document nif:isString ?text }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Looks into a graph as it is published; ``building`` says from what, and under which judgements.

    Where the ledger notes this very graph, only the documents that are concerned are read.
    """

    graph: Graph
    building: Building

    def why(self, what: str) -> str:
        """The rule, the words and the evidence behind an event or a plain triple, as text."""
        ids, config, said = self.building.ids, self.building.config, self.building.judgements
        with self._ledger() as ledger:
            if ledger is None:
                return why.explain(what, self._world(), ids, config=config)
            names, mention = why.triple(what, ids), why.mention(what)
            events = ledger.said.events(names) if names else [place(mention)] if mention else []
            found = pipeline.glimpse(ledger, self.building.keeper, events=events, judgements=said)
            return why.explain(what, found, ids, config=config)

    def why_not(self, sentence: str) -> str:
        """What became of every clause of a sentence."""
        building = self.building
        with self._ledger() as ledger:
            if ledger is None:
                found = self._world()
            else:
                documents = self._holding(sentence)
                found = pipeline.glimpse(ledger, building.keeper, documents=documents, judgements=building.judgements)
            return why.explain_sentence(
                sentence,
                found,
                building.ids,
                passed_over=lambda each: pipeline.passed_over(each.document, building.config),
            )

    def pairs(self, event: str) -> list[Candidate]:
        """The pairs of mentions of an event, by its IRI, with their scores and features, best first."""
        ids, config, said = self.building.ids, self.building.config, self.building.judgements
        with self._ledger() as ledger:
            named = why.mention(event.rpartition("/")[2])
            events = [place(named)] if named else []
            found = (
                self._world()
                if ledger is None
                else pipeline.glimpse(ledger, self.building.keeper, events=events, judgements=said)
            )
            meant = [each for each in found.events if ids.event(each.id) == event and len(each.readings) > 1]
            return [pair for each in meant for pair in pipeline.fused_pairs(each, found, config, judgements=said)]

    def review(self, *, entities: bool = False) -> Sequence[Case]:
        """The pairs of event mentions, or of entities, that nobody judged."""
        ledger, said = self._usable(), self.building.judgements
        if entities:
            pairs = pipeline.namesakes(self._world()) if ledger is None else pipeline.noted_namesakes(ledger)
            return entity_cases(pairs, self.building.keeper, said)
        if ledger is not None:
            return noted_cases(ledger, self.building.keeper, said)
        return cases(self._world(), self.building.config)

    def _usable(self) -> Ledger | None:
        building = self.building
        return usable(self.graph, building.folder, building.keeper, building.ids, building.judgements)

    def _ledger(self) -> AbstractContextManager[Ledger | None]:
        return self._usable() or nullcontext()

    def _world(self) -> pipeline.World:
        return self.building.world(self.building.published())

    def _holding(self, sentence: str) -> list[str]:
        """The ids of the documents that hold some words."""
        wanted = why.pattern(sentence)
        rows = self.graph.query(_TEXTS, prefixes=self.building.ids.prefixes)
        if wanted is None or not isinstance(rows, Rows):
            return []
        return [
            document.value.rsplit("/", 1)[-1]
            for document, text in rows.rows
            if isinstance(document, NamedNode) and isinstance(text, Literal) and wanted.search(text.value)
        ]
