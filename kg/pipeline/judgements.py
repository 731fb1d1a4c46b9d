"""What people decided, put to the documents that were resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import resolve
from kg.ids import is_event, place
from kg.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.model import Judgement, Resolution
    from kg.ontology import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Documents with the entities that are one put into one, and why these are: figures that may be one, and are."""

    resolutions: dict[str, Resolution]
    replaced: resolve.Replaced
    likes: list[resolve.Like]
    figures: dict[str, resolve.Figure]


def settled(
    casts: Iterable[resolve.Cast],
    resolutions: Mapping[str, Resolution],
    judgements: Sequence[Judgement],
    config: ResolveConfig,
    base: KnowledgeBase,
) -> Settled:
    """The documents with the entities that are one put into one, and which these are; ``casts`` are theirs.

    One are those that people judged so, and unknown figures that are called alike in one company, unless judged apart.

    :raises JudgementError: when judgements contradict one another, or name what these documents do not hold.
    """
    decided, cast = resolve.judged(judgements), list(casts)
    likes = resolve.identity.likes(cast, config)
    figures = [each.figures for each in cast]
    if judgements:
        one = _one_figure(figures, likes, resolutions, judgements, base)
    else:
        one = resolve.identity.grouped(figures, likes)
    replaced = resolve.replaced(resolutions.values(), decided, base, {lost: f.entity for lost, f in one.items()})
    led = {i: resolve.led(resolve.renamed(each, one), replaced) for i, each in resolutions.items()}
    return Settled(resolutions=led, replaced=replaced, likes=likes, figures=one)


def _one_figure(
    figures: Iterable[Sequence[resolve.Figure]],
    likes: Iterable[resolve.Like],
    resolutions: Mapping[str, Resolution],
    judgements: Sequence[Judgement],
    base: KnowledgeBase,
) -> dict[str, resolve.Figure]:
    """Which figures are one, under what people judged."""
    decided = resolve.judged(judgements)
    names = {local: each for d in resolutions.values() for local, each in _names(d).items()}
    resolve.unknown(judgements, known=lambda name: name in names or in_knowledge(name, base))
    return resolve.identity.grouped(
        figures,
        likes,
        joined=[[names.get(name, name) for name in group] for group in decided.groups()],
        apart=lambda a, b: decided.verdict(resolve.local_name(a), resolve.local_name(b)) is Verdict.NEGATIVE,
    )


def _names(resolution: Resolution) -> dict[str, str]:
    """The ids of the events and entities of one document, by their local names."""
    entities = {entity for _, entity, _ in resolution.links} | {entity.id for entity in resolution.entities}
    events = {place(reading.mention): place(reading.mention) for reading in resolution.readings}
    return events | {resolve.local_name(entity): entity for entity in entities}


def in_knowledge(name: str, base: KnowledgeBase) -> bool:
    """Whether a local name is that of an entity of the knowledge base."""
    return not is_event(name) and resolve.in_knowledge(name, base) is not None
