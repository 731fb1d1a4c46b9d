"""Where mentions lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from kg.ontology import KnowledgeBase


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """Where a mention leads: an entity's id, with label and type, and the sieve that led there.

    ``score`` is how sure it is, 0 to 1, and ``features`` what spoke for it and against it, each with its weight; a
    link that a sieve of coreference made has those of the mention that it was led to. ``doubtful`` is one of a pronoun
    that may well mean somebody else: the graph does not follow it.
    """

    entity: str
    label: str
    type: str
    sieve: str
    known: bool = False
    origin: str | None = None
    score: float = 1.0
    features: tuple[tuple[str, float], ...] = ()
    doubtful: bool = False


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
