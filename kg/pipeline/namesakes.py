"""Unknown entities of two documents that are called alike: some are one by their company, some are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.pipeline.changes import noting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg import resolve
    from kg.pipeline.worlds import World
    from kg.store import Ledger


class Namesakes(Struct, frozen=True, kw_only=True, gc=False):
    """Two entities, each by the id and the name that it has in its own document.

    ``company`` is the cosine of the names in the two documents, 0 to 1, ``same`` whether they are written alike, and
    ``one`` whether they are one entity in the end.
    """

    left: resolve.Figure
    right: resolve.Figure
    company: float
    same: bool
    one: bool


def namesakes(world: World) -> list[Namesakes]:
    """The pairs that play a part in a graph, sorted by their ids: each once, from the two documents of most company."""
    if world.made_of is None:
        return []
    own = (each.resolution for each in world.made_of.own.values())
    placed = {(entity.id, each.document) for each in own for entity in each.entities}
    likes = (
        like for like in world.made_of.settled.likes if all((each.entity, each.document) in placed for each in like[1:])
    )
    return _once(likes, {lost: figure.entity for lost, figure in world.made_of.settled.figures.items()})


def noted_namesakes(ledger: Ledger) -> list[Namesakes]:
    """The same from a ledger."""
    likes = (
        (float(str(much)), noting.figure(bytes(one)), noting.figure(bytes(other)))
        for much, one, other in ledger.figures.placed_alike()
    )
    return _once(likes, {str(lost): noting.figure(stays).entity for lost, stays in ledger.figures.all_renamed()})


def _once(likes: Iterable[resolve.Like], leaders: Mapping[str, str]) -> list[Namesakes]:
    found: dict[tuple[str, str], Namesakes] = {}
    for much, *both in sorted(likes, key=lambda like: (-like[0], *((f.entity, f.document) for f in like[1:]))):
        left, right = sorted(both, key=lambda figure: figure.entity)
        one = leaders.get(left.entity, left.entity) == leaders.get(right.entity, right.entity)
        same = left.words == right.words
        pair = Namesakes(left=left, right=right, company=much - same, same=same, one=one)
        found.setdefault((left.entity, right.entity), pair)
    return [pair for _, pair in sorted(found.items())]
