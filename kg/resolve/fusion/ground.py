"""What readings of two documents must share to be of one event: a party with a name, or words of their sentences.

They share an action key besides, which few do, so that their sentences are compared one pair after the other. Of
documents that do not surely tell one story, ``Rules`` rules out what shares neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.fusion.features import cosine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.resolve.fusion.blocks import Pair
    from kg.resolve.fusion.traits import Traits


def grounded(pairs: Iterable[Pair], traits: Sequence[Traits], least: float) -> Iterator[Pair]:
    """The ``pairs`` of places in ``traits`` with a party in common, or whose sentences have at least that cosine."""
    for a, b in set(pairs):
        one, other = traits[a], traits[b]
        if _share_party(one, other) or cosine(one.words, other.words) >= least:
            yield a, b


def _share_party(one: Traits, other: Traits) -> bool:
    """Whether an actor or a recipient with a name is that of both, in whatever role."""
    if one.named.isdisjoint(other.named):
        return False
    mine, theirs = one.actor.named | one.recipient.named, other.actor.named | other.recipient.named
    return not mine.isdisjoint(theirs)
