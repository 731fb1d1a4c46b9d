"""One mention to decide, with all that may tell whom it means."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.resolve.linking import context
from kg.resolve.linking.candidates import country_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.config import ResolveConfig
    from kg.ontology import Actor, KnowledgeBase
    from kg.resolve.linking.candidates import Beside, Candidate
    from kg.resolve.linking.surroundings import Surroundings


class Case(Struct, frozen=True, kw_only=True, dict=True, eq=False):  # a dict: what is looked at often is kept
    """One mention to decide: its candidates, what stands beside it, and what the document tells."""

    beside: Beside
    candidates: Sequence[Candidate]
    around: Surroundings
    knowledge: KnowledgeBase
    config: ResolveConfig

    def modifier(self, candidate: Candidate) -> str | None:
        """The country that the words beside a name give a body, or those of the name that are not the body's own."""
        return self._modifier or (country_within(self.beside.mention.name, self.knowledge) if candidate.part else None)

    @cached_property
    def _modifier(self) -> str | None:
        return context.modifier(self.beside.ahead, self.beside.after, self.knowledge)

    @cached_property
    def placed(self) -> bool:
        """Whether a preposition of place stands before the mention."""
        return context.placed(self.beside.ahead, self.beside.after)

    @cached_property
    def region(self) -> Actor | None:
        """The territory or state that follows after a comma."""
        return context.region(self.beside.after, self.knowledge)

    @cached_property
    def town(self) -> Actor | None:
        """The town that stands before with a comma."""
        return context.town(self.beside.ahead, self.knowledge)
