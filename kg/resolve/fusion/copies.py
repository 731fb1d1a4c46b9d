"""Copies: documents with nearly the same text are one report."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.model import Copy
from kg.resolve.fusion.blocks import copy_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.config import ResolveConfig
    from kg.model import Resolution, Story
    from kg.resolve.fusion.blocks import Key


def copies(documents: Iterable[Resolution], config: ResolveConfig) -> list[Copy]:
    """Which documents are copies of which, sorted; of documents with one text, the earliest is the original.

    Two texts are one when the share of their phrases of five words that both have, estimated by MinHash (Broder 1997),
    is as high as ``config`` says; what is a copy of a copy is one of the original.
    """
    ordered = sorted(documents, key=_age)
    place = {document.document: n for n, document in enumerate(ordered)}
    blocks: dict[Key, list[Resolution]] = defaultdict(list)
    for document in ordered:
        for key in copy_keys(document.story):
            blocks[key].append(document)
    pairs = {(a.document, b.document): (a, b) for block in blocks.values() for a, b in combinations(block, 2)}
    first: dict[str, str] = {}
    for (one, other), (a, b) in sorted(pairs.items(), key=lambda pair: [place[ident] for ident in pair[0]]):
        if shared(a.story, b.story) >= config.copy_likeness:
            _join(first, one, other, place)
    found = ((ident, _find(first, ident)) for ident in first)
    return sorted((Copy(document=i, original=o) for i, o in found if i != o), key=lambda copy: copy.document)


def _age(document: Resolution) -> tuple[bool, str, str]:
    day = document.published
    return day is None, day.isoformat() if day else "", document.document


def shared(one: Story, other: Story) -> float:
    """The share of phrases that two texts both have, as their sketches tell it."""
    pairs = list(zip(one.sketch, other.sketch, strict=True))
    return sum(a == b for a, b in pairs) / len(pairs)


def _find(first: dict[str, str], ident: str) -> str:
    while first.setdefault(ident, ident) != ident:
        ident = first[ident]
    return ident


def _join(first: dict[str, str], one: str, other: str, place: dict[str, int]) -> None:
    early, late = sorted((_find(first, one), _find(first, other)), key=place.__getitem__)
    first[late] = early
