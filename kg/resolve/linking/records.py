"""Where mentions lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ontology import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a mention leads: an entity's id, with label and type, and the sieve that led there.

    ``score`` is how sure it is, 0 to 1, and ``features`` what spoke for it and against it, each with its weight; both
    are empty of meaning where a sieve of coreference made the link. They are no part of what a link is compared by.
    """

    entity: str
    label: str
    type: str
    sieve: str
    known: bool = False
    origin: str | None = None
    score: float = field(default=1.0, compare=False)
    features: tuple[tuple[str, float], ...] = field(default=(), compare=False)


def known(
    actor: str,
    knowledge: KnowledgeBase,
    sieve: str,
    *,
    score: float = 1.0,
    features: tuple[tuple[str, float], ...] = (),
) -> Link:
    """A link to an actor of the knowledge base."""
    row = knowledge.actors[actor]
    return Link(
        entity=actor,
        label=row.name,
        type=row.type,
        sieve=sieve,
        known=True,
        origin=row.origin,
        score=score,
        features=features,
    )
