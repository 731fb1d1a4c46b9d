"""What people decided, put to the documents that were resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import resolve
from kg.ids import is_event, place
from kg.pipeline.resources import knowledge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import Judgement, Resolution


def settled(
    resolutions: Mapping[str, Resolution], judgements: Sequence[Judgement]
) -> tuple[dict[str, Resolution], resolve.Replaced]:
    """The documents with the entities that judgements make one put into one, and which these are.

    :raises JudgementError: when judgements contradict one another, or name what these documents do not hold.
    """
    decided = resolve.judged(judgements)
    if judgements:
        names = {name for each in resolutions.values() for name in _names(each)}
        resolve.unknown(judgements, known=lambda name: name in names or in_knowledge(name))
    replaced = resolve.replaced(resolutions.values(), decided, knowledge())
    return {ident: resolve.led(each, replaced) for ident, each in resolutions.items()}, replaced


def _names(resolution: Resolution) -> set[str]:
    """The local names of the events and entities of one document."""
    entities = {entity for _, entity, _ in resolution.links} | {entity.id for entity in resolution.entities}
    return {place(reading.mention) for reading in resolution.readings} | {resolve.local_name(e) for e in entities}


def in_knowledge(name: str) -> bool:
    """Whether a local name is that of an entity of the knowledge base."""
    return not is_event(name) and resolve.in_knowledge(name, knowledge()) is not None
