"""Names → actors: exact, then normalised, then fuzzy (rapidfuzz)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from kg.ontology.actors.names import fold, loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ontology.actors.knowledge import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor that a name may mean, how it was matched, and how alike the two names are, 0 to 1."""

    actor: str
    how: str
    score: float


def find(knowledge: KnowledgeBase, name: str, *, limit: int = 10, cutoff: float = 0.75) -> list[Found]:
    """The actors that ``name`` may mean, the likeliest first: exact matches, then normalised, then fuzzy ones.

    The preferred owner of a shared name comes first among its equals. ``cutoff`` is the score below which a fuzzy match
    is none; fuzzy matches are looked for only where the others are fewer than ``limit``.

    >>> from kg.ontology.actors import Actor, from_actors
    >>> known = from_actors({"org:wb": Actor(id="org:wb", type="Company", name="Norland Wool Board", aliases=("NWB",))})
    >>> [(f.actor, f.how, f.score) for name in ("NWB", "Norlant Wool-Bord") for f in find(known, name)]
    [('org:wb', 'alias', 1.0), ('org:wb', 'fuzzy', 0.914)]
    """
    found = {each.actor: each for each in reversed([*_sure(knowledge, name)])}
    best = knowledge.preference(name)
    first = sorted(found.values(), key=lambda each: (_ORDER[each.how], each.actor != best, each.actor))
    if len(first) >= limit:
        return first[:limit]
    rest = [each for each in _alike(knowledge, name, limit, cutoff) if each.actor not in found]
    return [*first, *rest][:limit]


_ORDER = {how: n for n, how in enumerate(("name", "alias", "metonym", "demonym", "normalised", "fuzzy"))}


def _sure(knowledge: KnowledgeBase, name: str) -> Iterator[Found]:
    key = fold(name)
    for actor in sorted({*knowledge.names.get(key, ()), *knowledge.generic.get(key, ())}):
        own = fold(knowledge.actors[actor].name) == key
        yield Found(actor=actor, how="name" if own else "alias", score=1.0)
    for how, table in (("metonym", knowledge.metonyms), ("demonym", knowledge.demonyms)):
        yield from (Found(actor=actor, how=how, score=1.0) for actor in table.get(key, ()))
    for actor in knowledge.loosened.get(loose(name), ()):
        yield Found(actor=actor, how="normalised", score=1.0)


def _alike(knowledge: KnowledgeBase, name: str, limit: int, cutoff: float) -> list[Found]:
    """By the share of letters that two normalised names have in common, their words in whatever order."""
    near = process.extract(
        loose(name),
        list(knowledge.loosened),
        scorer=fuzz.token_sort_ratio,
        score_cutoff=100 * cutoff,
        limit=4 * limit,  # names: an actor may have several
    )
    best: dict[str, Found] = {}
    for key, score, _ in sorted(near, key=lambda each: (-each[1], each[0])):
        for actor in knowledge.loosened[key]:
            best.setdefault(actor, Found(actor=actor, how="fuzzy", score=round(score / 100, 3)))
    return list(best.values())
